"""The address of `/kaart` as its state: links and downloads that change one choice and keep the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.components.adres import Adres, Keuzes
from dashboard.kaart.beeld import RUW
from dashboard.kaart.klassen import KANSARMOEDE
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
class Kaartadres(Keuzes):
    """A map at `pad` (with the URL prefix); what is not chosen has the value that stands here.

    `periode` and `van` are last days of periods; `van` is the older one of a `verschil`. `gebied` is a key of
    `indicators.gemeenten.gebieden`, or an own set. `gemeente` is a slug: the card that is open. `naast` is a
    second indicator, `periode2` its period. `indicatoren` are those of small maps, with a comma between them.
    `lijnen` are borders to draw over the map, with a comma between them. `stand` is the build of an embedded
    map that keeps its figures.
    """

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
        """Return the address that these search parameters make; others and empty ones are left out.

        A `+` between the members of an own set arrives as a space.
        """
        gegeven = {naam: vraag[naam] for naam in QUERY if vraag.get(naam)}
        return cls(
            pad, **gegeven | {naam: gegeven[naam].replace(" ", "+") for naam in MET_LEDEN & gegeven.keys()}
        )

    def naar_gemeente(self, pad: str) -> Adres:
        """Return the address of the page of a municipality at `pad`, with the same comparator."""
        return Adres.van_gemeente(pad, self.vergelijk, self.zonder)


MET_LEDEN = {"gebied", "vergelijk"}
"""May hold an own set."""
QUERY = Kaartadres.sleutels()
"""The search parameters of a map."""
