"""The address of the page of one indicator as its state: links that change one choice and keep the others."""

from dataclasses import dataclass

from dashboard.components.adres import Adres, Keuzes
from indicators.gemeenten.groepen import STANDAARD

OP, AF = "op", "af"
JA = "ja"
GEMEENTE = "gemeente"
"""The column that the table is sorted by until the reader chooses."""


@dataclass(frozen=True, slots=True)
class Indicatoradres(Keuzes):
    """A page at `pad` (with the URL prefix); what is not chosen has the value that stands here.

    `gemeente` is a slug, `periode` the last day of a period, `gebied` a province or arrondissement such as
    `provincie:limburg`. `vergelijk` and `zonder` do nothing here: pages of municipalities get them back.
    """

    gemeente: str = ""
    periode: str = ""
    gebied: str = ""
    zoek: str = ""
    sorteer: str = GEMEENTE
    richting: str = OP
    rang: str = ""
    vergelijk: str = STANDAARD
    zonder: str = ""

    def naar_gemeente(self, pad: str) -> Adres:
        """Return the address of the page of a municipality at `pad`, with the same comparator."""
        return Adres.van_gemeente(pad, self.vergelijk, self.zonder)


QUERY = Indicatoradres.sleutels()
"""The search parameters of the page."""
