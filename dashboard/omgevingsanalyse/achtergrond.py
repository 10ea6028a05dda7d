"""What one municipality is held against: what is the same for all of them, made once per build."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import VLAANDEREN
from indicators.gemeenten.vergelijkbaar import KENMERKEN, Kenmerken
from indicators.statistics import Aggregaat, Meting, Onbekend, Periode
from indicators.statistics.overdispersie import overdispersie

Waarde = tuple[float, float | None, bool, float | None]
"""A value, its denominator where known, whether it was estimated at a merger, and who answered."""

Reeks = Sequence[tuple[Periode, Aggregaat]]
"""What a group had in each period."""

ANDERE_INWONERS = 0.02
"""Two figures of a group are of the same municipalities where no more of its people than these differ."""


@dataclass(frozen=True, slots=True)
class Verdeling:
    """How the municipalities of today are spread in one period; in the unit of the indicator."""

    minimum: float
    kwartiel1: float
    mediaan: float
    kwartiel3: float
    maximum: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Achtergrond:
    """All that a page asks about every municipality at once. Shared between answers: nobody changes it.

    `catalogus` and `leveringen` are rows by key, `laatste` the newest values by indicator and NIS code,
    `schattingen` how many of those were estimated, `verdelingen` by indicator and last day of the period,
    `vlaanderen` the figures of Flanders by indicator, oldest first.
    """

    catalogus: Mapping[str, Rij]
    leveringen: Mapping[str, Rij]
    laatste: Mapping[str, Mapping[str, Waarde]]
    schattingen: Mapping[str, int]
    verdelingen: Mapping[tuple[str, date], Verdeling]
    vlaanderen: Mapping[str, Reeks]
    kenmerken: Kenmerken


def achtergrond(stand: Stand) -> Achtergrond:
    """Return the background of this build."""
    return stand.onthoud("achtergrond", lambda: _make(stand))


def kenmerken(stand: Stand) -> Kenmerken:
    """Return what sorts the municipalities: inhabitants, kansarmoede-index, and what makes them alike."""
    return achtergrond(stand).kenmerken


def spreiding(stand: Stand, indicator: str, nieuw: Periode, oud: Periode) -> float | Onbekend:
    """Return how much the municipalities moved beyond chance between two periods, in percentage points."""
    return stand.onthoud(
        ("overdispersie", indicator, nieuw, oud),
        lambda: overdispersie(_pairs(perioden(stand, indicator), nieuw, oud)),
    )


def perioden(stand: Stand, indicator: str) -> Mapping[Periode, Mapping[str, Waarde]]:
    """Return every value of an indicator by period, oldest first, and municipality of today."""
    return stand.onthoud(("perioden", indicator), lambda: _periods(stand.waarden(indicator)))


def dezelfde_leden(
    stand: Stand, indicator: str, leden: Collection[str], een: Periode, ander: Periode
) -> bool:
    """Say whether the same members have a figure in both periods, but for a few of the people of the group.

    Else the figure of the group moves with who is counted: Flanders without Antwerpen is another Flanders.
    """
    per_periode, inwoners = perioden(stand, indicator), kenmerken(stand).inwoners
    maar_in_een = (per_periode.get(een, {}).keys() ^ per_periode.get(ander, {}).keys()).intersection(leden)
    samen = sum(inwoners.get(nis, 1.0) for nis in leden)
    return sum(inwoners.get(nis, 1.0) for nis in maar_in_een) <= ANDERE_INWONERS * samen


def doorlopend(stand: Stand, indicator: str, leden: Collection[str], reeks: Reeks) -> Reeks:
    """Return what a group had in the periods that can stand beside the newest: see `dezelfde_leden`.

    That holds for what is weighed: the middle municipality hardly moves when a few others are missing.
    """
    return [
        (periode, een)
        for periode, een in reeks
        if een.soort != "gewogen" or dezelfde_leden(stand, indicator, leden, periode, reeks[-1][0])
    ]


def plaats(kwantiel: float | None, waarde: float | None, alle: Verdeling | None) -> float | None:
    """Return where a figure lies among `alle`, from 0 to 1; that of the middle municipality lies at 0.5.

    Half of those who share a figure count as lower. Where many share the middle one, that alone would put
    all of them above or below the middle.
    """
    return 0.5 if alle and waarde == alle.mediaan else kwantiel


def meting(rij: Rij) -> Meting:
    """Return a row with value, period and denominator as the statistics want it."""
    return Meting(
        _period(rij),
        rij["waarde"],
        rij["noemer"],
        rij["n"],
        rij["schatting"],
        rij["voorlopig"],
    )


def gemeten(periode: Periode, gegeven: Waarde) -> Meting:
    """Return a value of `perioden` as the statistics want it."""
    waarde, noemer, schatting, n = gegeven
    return Meting(periode, waarde, noemer, n, schatting)


def _make(stand: Stand) -> Achtergrond:
    catalogus = stand.catalogus()
    laatste: dict[str, dict[str, Waarde]] = {indicator: {} for indicator in catalogus}
    for rij in stand.laatste():
        laatste[rij["indicator"]][rij["nis_code"]] = _value(rij)
    vlaanderen: dict[str, list[tuple[Periode, Aggregaat]]] = {}
    verdelingen = stand.verdelingen()
    for rij in verdelingen:
        vlaanderen.setdefault(rij["indicator"], []).append((_period(rij), _aggregate(rij)))
    return Achtergrond(
        catalogus=catalogus,
        leveringen={rij["levering"]: rij for rij in stand.leveringen()},
        laatste=laatste,
        schattingen={naam: sum(een[2] for een in per.values()) for naam, per in laatste.items()},
        verdelingen={(rij["indicator"], rij["periode_einde"]): _spread(rij) for rij in verdelingen},
        vlaanderen=vlaanderen,
        kenmerken=_features(laatste),
    )


def _value(rij: Rij) -> Waarde:
    return rij["waarde"], rij["noemer"], rij["schatting"], rij["n"]


def _period(rij: Rij) -> Periode:
    return _window(rij["periode_begin"], rij["periode_einde"])


@lru_cache(maxsize=256)
def _window(begin: date, einde: date) -> Periode:
    """Return the same object for the same days: a page has four hundred figures in some thirty periods."""
    return Periode(begin, einde)


def _aggregate(rij: Rij) -> Aggregaat:
    return Aggregaat(rij["waarde"], rij["soort"], rij["noemer"], rij["aantal_gemeenten"])


def _spread(rij: Rij) -> Verdeling:
    return Verdeling(
        rij["minimum"],
        rij["kwartiel1"],
        rij["mediaan"],
        rij["kwartiel3"],
        rij["maximum"],
        rij["aantal_gemeenten"],
    )


def _features(laatste: Mapping[str, Mapping[str, Waarde]]) -> Kenmerken:
    def values(indicator: str) -> dict[str, float]:
        return {nis: gegeven[0] for nis, gegeven in laatste.get(indicator, {}).items()}

    context = {naam: values(naam) for naam in KENMERKEN}
    return Kenmerken(values("bevolking"), values("kansarmoede_index"), context)


def _periods(rijen: Sequence[Rij]) -> dict[Periode, dict[str, Waarde]]:
    gevonden: dict[Periode, dict[str, Waarde]] = {}
    for rij in rijen:
        if rij["nis_code"] != VLAANDEREN and rij["waarde"] is not None:
            waarden = gevonden.setdefault(_period(rij), {})
            waarden[rij["nis_code"]] = _value(rij)
    return gevonden


def _pairs(
    waarden: Mapping[Periode, Mapping[str, Waarde]], nieuw: Periode, oud: Periode
) -> list[tuple[Meting, Meting]]:
    """Return the (new, old) figures of every municipality that has both."""
    vroeger = waarden[oud]
    return [
        (gemeten(nieuw, een), gemeten(oud, vroeger[nis]))
        for nis, een in waarden[nieuw].items()
        if nis in vroeger
    ]
