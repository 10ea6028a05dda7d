"""What a map shows: one indicator in one period, every municipality in a class, and the legend to it.

Classes are made of all Flemish municipalities, and of all periods together, so that a colour means the same
whichever area or period is shown. What cannot be done as asked is done as usual, and `noten` says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from dashboard.bladen import Bladen
from dashboard.kaart.klassen import klassen_van, kleurwaarden, mogelijke_indeling
from dashboard.kaart.waarden import Tegenover, Waarden, bijstelbaar, tegenover
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, Plek, doorsnede
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied, gebied_of_eigen
from indicators.gemeenten.groepen import STANDAARD
from indicators.model import Soort
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, Oordeel, Periode, Verandering
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen

RUW, GEKROMPEN = "ruw", "gekrompen"
ONTBREEKT, GEEN_UITSPRAAK = "ontbreekt", "geen_uitspraak"
EIGEN_REDENEN = {een: een for een in ("onderdrukt", "niet_van_toepassing", "geen_levering")}
"""Reasons that have a pattern of their own; with any other the figure is simply not there."""
SNEDEN = 32
"""Kept per build: some 200 kB each."""


@dataclass(frozen=True, slots=True)
class Vlak:
    """One municipality on the map; values in the unit of the indicator. `tegen` is what it is held against.

    `waarde` is what is coloured: the figure itself (`meting`), or what is left of it after shrinkage. `klas`
    counts in `Klassen.leden`. `reden` is a key of `tekst.REDENEN`, only without a figure. `onzeker`: the
    interval is wider than the class, or the figure is an estimate. Not `binnen`: outside the area shown.
    Only on a map of two periods: `verandering` for those that have a figure in both, and `verschil`, new
    minus old, where nothing broke in between.
    """

    nis_code: str
    naam: str
    waarde: float | None
    meting: Meting | None
    klas: int | None
    reden: str | None
    interval: Interval | Onbekend
    tegen: Aggregaat | Onbekend
    oordeel: Oordeel | Onbekend
    onzeker: bool
    binnen: bool
    levering: str | None
    verandering: Verandering | Onbekend | None = None
    verschil: float | None = None

    @property
    def zonder(self) -> str | None:
        """Return why there is no colour: a kind of missing figure, or one of which nobody can say enough."""
        if self.klas is not None:
            return None
        return EIGEN_REDENEN.get(self.reden, ONTBREEKT) if self.reden else GEEN_UITSPRAAK

    @property
    def schatting(self) -> bool:
        """Whether the figure was recalculated for a merged municipality."""
        return bool(self.meting and self.meting.schatting)


@dataclass(frozen=True, slots=True)
class Legenderegel:
    """A class from `van` to `tot`, its place in `Klassen.leden`, and how many of the area are in it."""

    klas: int
    van: float
    tot: float
    woord: str | None
    aantal: int


@dataclass(frozen=True, slots=True)
class Kaartbeeld:
    """A map without its drawing. `vlakken` are all municipalities of today, in alphabetical order.

    Without classes (a count, or no figures) `klassen` says why. `vast`: they hold for every period.
    `gekrompen`: shrunk values are coloured. `waarden` are those that the classes were made of. `noten` are
    sentences for below the legend. `vorige` is the older period on a map of two.
    """

    indicator: Rij
    periode: Periode | None
    perioden: tuple[Periode, ...]
    gebied: Gebied
    tegenover: Gebied
    vergelijking: Aggregaat | Onbekend
    indeling: Indeling
    klassen: Klassen | Onbekend
    vast: bool
    gekrompen: bool
    vlakken: tuple[Vlak, ...]
    waarden: tuple[float, ...]
    noten: tuple[str, ...]
    demo: bool
    stand: str
    vorige: Periode | None = None

    @property
    def soort(self) -> Soort:
        return Soort(self.indicator["soort"])

    @property
    def naar_grootte(self) -> bool:
        """Whether the colours say how large a change is, because of none it is known what chance does."""
        return bool(self.vorige and isinstance(self.klassen, Klassen) and not self.klassen.leden[0].woord)

    @property
    def getoond(self) -> list[Vlak]:
        """Return the municipalities of the area that is shown."""
        return [vlak for vlak in self.vlakken if vlak.binnen]

    @property
    def legende(self) -> tuple[Legenderegel, ...]:
        """Return the classes from low to high; in this period and area one may be empty."""
        if isinstance(self.klassen, Onbekend):
            return ()
        geteld = [vlak.klas for vlak in self.getoond]
        laagste, hoogste = -inf, inf
        if self.indeling is Indeling.AFSTAND:  # a share has no distance below 0
            laagste, hoogste = self.klassen.minimum, self.klassen.maximum
        return tuple(
            Legenderegel(
                klas=nummer,
                van=max(klas.laag, laagste),
                tot=min(klas.hoog, hoogste),
                woord=klas.woord,
                aantal=geteld.count(nummer),
            )
            for nummer, klas in enumerate(self.klassen.leden)
        )


def kaartbeeld(
    stand: Stand,
    indicator: str,
    periode: Periode | None = None,
    gebied: str = STANDAARD,
    indeling: str = Indeling.KWANTIELEN,
    aantal: int = 5,
    waarde: str = RUW,
    tegen: str | Gebied = STANDAARD,
    vast: bool = True,
) -> Kaartbeeld:
    """Return the map of an indicator; without a period, or with one that has no figures, the newest.

    Raises KeyError for an unknown indicator, OnbekendeGroep for an unknown area, ValueError for an unknown
    `indeling`, StatistiekFout for a number of classes that cannot be.
    """
    snede, waar = _section(stand, indicator, periode), gebied_of_eigen(gebied)
    ander = tegenover(snede, gebied_of_eigen(tegen) if isinstance(tegen, str) else tegen)
    oordelen = {nis: ander.oordeel(snede, nis) for nis in snede.plekken}
    gekozen, waarom = mogelijke_indeling(snede, Indeling(indeling), oordelen, ander.gebied)
    gekrompen, uitleg = bijstelbaar(snede) if waarde == GEKROMPEN else (False, None)
    kleuren, alle = kleurwaarden(stand, snede, gekozen, gekrompen, vast, oordelen)
    sleutel = (indicator, gekozen, aantal, gekrompen, None if vast else snede.periode)
    gevonden = klassen_van(stand, snede.soort, sleutel, alle)
    opmerking = None if isinstance(gevonden, Onbekend) else gevonden.opmerking
    return Kaartbeeld(
        indicator=snede.indicator,
        periode=snede.periode,
        perioden=snede.perioden,
        gebied=waar,
        tegenover=ander.gebied,
        vergelijking=ander.samen,
        indeling=gekozen,
        klassen=gevonden,
        vast=vast and not isinstance(gevonden, Onbekend) and gekozen is not Indeling.VERSCHIL,
        gekrompen=gekrompen,
        vlakken=_areas(snede, kleuren, ander, oordelen, gevonden, frozenset(waar.leden)),
        waarden=tuple(alle),
        noten=tuple(filter(None, (waarom, uitleg, opmerking))),
        demo=snede.demo,
        stand=snede.stand,
    )


def _section(stand: Stand, indicator: str, periode: Periode | None) -> Doorsnede:
    """Return all municipalities in a period; who looks at a map asks for the same one again and again."""
    sneden = stand.onthoud("kaartsneden", lambda: Bladen[Doorsnede](SNEDEN))
    return sneden.geef((indicator, periode), lambda: doorsnede(stand, indicator, periode))


def _areas(
    snede: Doorsnede,
    kleuren: Waarden,
    ander: Tegenover,
    oordelen: Mapping[str, Oordeel | Onbekend],
    gevonden: Klassen | Onbekend,
    leden: frozenset[str],
) -> tuple[Vlak, ...]:
    vlakken = []
    for nis, plek in snede.plekken.items():
        klas = None if isinstance(gevonden, Onbekend) or nis not in kleuren else gevonden.van(kleuren[nis])
        vlakken.append(
            Vlak(
                nis_code=nis,
                naam=plek.gemeente.naam,
                waarde=kleuren.get(nis),
                meting=plek.meting,
                klas=klas,
                reden=plek.reden,
                interval=plek.interval,
                tegen=ander.cijfer(nis),
                oordeel=oordelen[nis],
                onzeker=onzeker_in(plek, gevonden, klas),
                binnen=nis in leden,
                levering=plek.levering,
            )
        )
    return tuple(vlakken)


def onzeker_in(een: Plek | Vlak, gevonden: Klassen | Onbekend, klas: int | None) -> bool:
    """Whether a figure is an estimate, or its interval is wider than the class that it is coloured as."""
    if een.meting is None or klas is None or isinstance(gevonden, Onbekend):
        return False
    if een.meting.schatting:
        return True
    if gevonden.indeling is Indeling.VERSCHIL or isinstance(een.interval, Onbekend):
        return False
    breedte = gevonden.leden[klas].hoog - gevonden.leden[klas].laag
    return een.interval.hoog - een.interval.laag > breedte
