"""Two maps that belong together: two indicators, or one in two periods that share no years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.components.kaartadres import EEN, NAAST, Kaartadres
from dashboard.errors import Onbegrepen
from dashboard.kaart.beeld import RUW, Kaartbeeld
from dashboard.kaart.klassen import KANSARMOEDE
from dashboard.kaart.vraag import Kaartkeuze, beeld_van, kies
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.doorsnede import doorsnede
from dashboard.omgevingsanalyse.gebiedscijfers import dichtste_zonder_overlap
from dashboard.warehouse import Stand
from indicators.model import Soort
from indicators.statistics import Onbekend, OverlappendePerioden, Periode, zonder_overlap
from indicators.statistics.indeling import Indeling
from indicators.statistics.interval import GEEN_VERHOUDING
from indicators.statistics.tweeluik import Tweeluik, tweeluik

TWEEDE = (KANSARMOEDE, "arop")
"""The second indicator where none was chosen: the first of these that is not on the map already."""


@dataclass(frozen=True, slots=True)
class Kaartpaar:
    """The two maps; `opmerkingen` are sentences on what could not be done as asked."""

    eerste: Kaartbeeld
    tweede: Kaartbeeld
    opmerkingen: tuple[str, ...]

    @property
    def zelfde(self) -> bool:
        """Whether both show one indicator."""
        return bool(self.eerste.indicator["indicator"] == self.tweede.indicator["indicator"])


def kaartpaar(stand: Stand, keuze: Kaartkeuze) -> Kaartpaar:
    """Return the map that is chosen and the one beside it.

    Raises Onbegrepen, with a sentence, for what does not exist, and for one indicator in two periods that
    share years.
    """
    eerste = beeld_van(stand, keuze)
    ander = kies(stand, naast(stand, keuze, eerste))
    paar = Kaartpaar(eerste, beeld_van(stand, ander), (*keuze.opmerkingen, *ander.opmerkingen))
    if paar.zelfde and paar.eerste.periode and paar.tweede.periode:
        try:
            zonder_overlap(paar.eerste.periode, paar.tweede.periode)
        except OverlappendePerioden as fout:
            raise Onbegrepen(fout.zin) from fout
    return paar


def naast(stand: Stand, keuze: Kaartkeuze, eerste: Kaartbeeld) -> Kaartadres:
    """Return the address of the second map by itself, with what was not chosen filled in.

    Side by side that is the same indicator in an earlier period; in one drawing it is another indicator.
    """
    adres = keuze.adres
    if adres.naast == adres.indicator or (not adres.naast and adres.vorm == NAAST):
        gevraagd = next((een for een in eerste.perioden if str(een.einde) == adres.periode2), None)
        dan = gevraagd or _earlier(eerste.perioden, eerste.periode)
        if dan:
            return replace(adres, periode=str(dan.einde), vorm=EEN)
    gekozen = adres.naast if adres.naast != adres.indicator else ""
    return replace(
        adres, indicator=gekozen or _another(stand, adres.indicator), periode=adres.periode2, vorm=EEN
    )


def voorstel(stand: Stand, keuze: Kaartkeuze) -> tuple[str, Periode] | None:
    """Return the address and the period of the nearest map beside this one that shares no years with it."""
    snede = doorsnede(stand, keuze.adres.indicator, keuze.periode)
    eerder = _earlier(snede.perioden, snede.periode)
    return (keuze.adres.met(periode2=str(eerder.einde)), eerder) if eerder else None


def _earlier(beschikbaar: tuple[Periode, ...], periode: Periode | None) -> Periode | None:
    return dichtste_zonder_overlap(beschikbaar, periode, periode) if periode else None


def _another(stand: Stand, indicator: str) -> str:
    return next(een for een in (*TWEEDE, *achtergrond(stand).catalogus) if een != indicator)


def gewoon(keuze: Kaartkeuze) -> Kaartkeuze:
    """Return the same choice with the figures themselves in classes that suit any indicator."""
    adres = replace(keuze.adres, indeling=Indeling.KWANTIELEN.value, waarde=RUW)
    return replace(keuze, adres=adres)


def derden(paar: Kaartpaar) -> Tweeluik | Onbekend:
    """Return the thirds of both indicators, made of all Flemish municipalities, or why there are none."""
    if Soort.AANTAL in (paar.eerste.soort, paar.tweede.soort):
        return GEEN_VERHOUDING
    return tweeluik(_values(paar.eerste), _values(paar.tweede))


def _values(beeld: Kaartbeeld) -> Mapping[str, float]:
    return {vlak.nis_code: vlak.waarde for vlak in beeld.vlakken if vlak.waarde is not None}
