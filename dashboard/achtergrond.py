"""What one municipality is held against: what is the same for all of them, made once per build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import VLAANDEREN
from indicators.gemeenten.vergelijkbaar import KENMERKEN, Kenmerken
from indicators.statistics import Meting, Onbekend, Periode
from indicators.statistics.overdispersie import overdispersie

Waarde = tuple[float, float | None, bool]
"""A value, its denominator where known, and whether it was estimated at a merger."""


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
    `verdelingen` by indicator and last day of the period.
    """

    catalogus: Mapping[str, Rij]
    leveringen: Mapping[str, Rij]
    laatste: Mapping[str, Mapping[str, Waarde]]
    verdelingen: Mapping[tuple[str, date], Verdeling]
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
        lambda: overdispersie(_pairs(stand.waarden(indicator), nieuw, oud)),
    )


def meting(rij: Rij) -> Meting:
    """Return a row with value, period and denominator as the statistics want it."""
    return Meting(
        Periode(rij["periode_begin"], rij["periode_einde"]),
        rij["waarde"],
        rij["noemer"],
        rij["n"],
        rij["schatting"],
        rij["voorlopig"],
    )


def _make(stand: Stand) -> Achtergrond:
    catalogus = stand.catalogus()
    laatste: dict[str, dict[str, Waarde]] = {indicator: {} for indicator in catalogus}
    for rij in stand.laatste():
        laatste[rij["indicator"]][rij["nis_code"]] = (rij["waarde"], rij["noemer"], rij["schatting"])
    return Achtergrond(
        catalogus=catalogus,
        leveringen={rij["levering"]: rij for rij in stand.leveringen()},
        laatste=laatste,
        verdelingen={(rij["indicator"], rij["periode_einde"]): _spread(rij) for rij in stand.verdelingen()},
        kenmerken=_features(laatste),
    )


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


def _pairs(rijen: Sequence[Rij], nieuw: Periode, oud: Periode) -> list[tuple[Meting, Meting]]:
    """Return the (new, old) figures of every municipality that has both."""
    perioden: dict[Periode, dict[str, Meting]] = {nieuw: {}, oud: {}}
    for rij in rijen:
        gevonden = perioden.get(Periode(rij["periode_begin"], rij["periode_einde"]))
        if gevonden is not None and rij["nis_code"] != VLAANDEREN and rij["waarde"] is not None:
            gevonden[rij["nis_code"]] = meting(rij)
    return [(een, perioden[oud][nis]) for nis, een in perioden[nieuw].items() if nis in perioden[oud]]
