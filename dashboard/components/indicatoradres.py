"""The address of the page of one indicator as its state: links that change one choice and keep the others."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from dashboard.components.adres import MARKS, Adres
from indicators.gemeenten.groepen import STANDAARD

OP, AF = "op", "af"
JA = "ja"
GEMEENTE = "gemeente"
"""The column that the table is sorted by until the reader chooses."""


@dataclass(frozen=True, slots=True)
class Indicatoradres:
    """A page at `pad` (with the URL prefix); what is not chosen has the value that stands here.

    `gemeente` is a slug, `periode` the last day of a period, `gebied` a province or arrondissement such as
    `provincie:limburg`. `vergelijk` and `zonder` do nothing here: pages of municipalities get them back.
    """

    pad: str
    gemeente: str = ""
    periode: str = ""
    gebied: str = ""
    zoek: str = ""
    sorteer: str = GEMEENTE
    richting: str = OP
    rang: str = ""
    vergelijk: str = STANDAARD
    zonder: str = ""

    def met(self, **anders: str) -> str:
        """Return the address with these choices instead."""
        return replace(self, **anders).href()

    def href(self) -> str:
        """Return the address; what is not chosen does not stand in it."""
        vraag = urlencode(list(self.gekozen()), safe=MARKS)
        return f"{self.pad}?{vraag}" if vraag else self.pad

    def gekozen(self, *behalve: str) -> Iterator[tuple[str, str]]:
        """Yield what was chosen, as key and value; `behalve` are those that a form asks for itself."""
        for field in fields(self):
            waarde = getattr(self, field.name)
            if field.name != "pad" and waarde != field.default and field.name not in behalve:
                yield field.name, waarde

    def naar_gemeente(self, pad: str) -> Adres:
        """Return the address of the page of a municipality at `pad`, with the same comparator."""
        zonder = tuple(naam for naam in self.zonder.split(",") if naam)
        return Adres(pad, self.vergelijk, zonder)


QUERY = tuple(field.name for field in fields(Indicatoradres) if field.name != "pad")
"""The search parameters of the page."""
