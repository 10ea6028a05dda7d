"""The address of `/kaart` as its state: links and downloads that change one choice and keep the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from dashboard.components.adres import MARKS, Adres
from dashboard.kaartbeeld import RUW
from dashboard.kaartklassen import KANSARMOEDE
from indicators.gemeenten.groepen import STANDAARD
from indicators.statistics.indeling import Indeling

KLASSEN = "5"
TEGELS, GEOGRAFISCH = "tegels", "kaart"
EEN, VERSCHIL = "een", "verschil"
NAAST, BIVARIAAT, SPREIDING, VEELVOUD = "naast", "bivariaat", "spreiding", "veelvoud"
SAMEN = (NAAST, BIVARIAAT, SPREIDING, VEELVOUD)
"""The forms that show more than one indicator or period at once: `components/kaartsamen.py` draws them."""
JA = "ja"


@dataclass(frozen=True, slots=True)
class Kaartadres:
    """A map at `pad` (with the URL prefix); what is not chosen has the value that stands here.

    `periode` and `van` are last days of periods; `van` is the older one of a `verschil`. `gebied` is a key of
    `indicators.gemeenten.gebieden`, or an own set. `gemeente` is a slug: the card that is open. `naast` is a
    second indicator, `periode2` its period. `indicatoren` are those of small maps, with a comma between them.
    `lijnen` are borders to draw over the map, with a comma between them. `stand` is the build of an embedded
    map that keeps its figures.
    """

    pad: str = ""
    indicator: str = KANSARMOEDE
    periode: str = ""
    van: str = ""
    gebied: str = STANDAARD
    indeling: str = Indeling.KWANTIELEN.value
    aantal: str = KLASSEN
    beeld: str = GEOGRAFISCH
    waarde: str = RUW
    vergelijk: str = STANDAARD
    zonder: str = ""
    gemeente: str = ""
    naast: str = ""
    periode2: str = ""
    indicatoren: str = ""
    vorm: str = EEN
    stippen: str = ""
    lijnen: str = ""
    stand: str = ""

    @classmethod
    def van_vraag(cls, pad: str, vraag: Mapping[str, str]) -> "Kaartadres":
        """Return the address that these search parameters make; others and empty ones are left out."""
        return cls(pad, **{naam: vraag[naam] for naam in QUERY if vraag.get(naam)})

    def met(self, **anders: str) -> str:
        """Return the address with these choices instead."""
        return replace(self, **anders).href()

    def href(self) -> str:
        """Return the address; what is not chosen does not stand in it."""
        vraag = self.vraag()
        return f"{self.pad}?{vraag}" if vraag else self.pad

    def vraag(self, *behalve: str) -> str:
        """Return the search part without `?`: for downloads, and for the data of the same map."""
        return urlencode(list(self.gekozen(*behalve)), safe=MARKS)

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


QUERY = tuple(field.name for field in fields(Kaartadres) if field.name != "pad")
"""The search parameters of a map."""
