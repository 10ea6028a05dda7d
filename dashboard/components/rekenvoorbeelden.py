"""The worked examples of the page on method, computed by the functions that the page explains.

So text and code cannot come apart. All municipalities here are imaginary; shares are in percent.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from statistics import NormalDist
from typing import TypeVar

from dashboard.tekst import getal, procent
from indicators.model import Richting, Soort
from indicators.statistics import (
    Aggregaat,
    Interval,
    Meting,
    Onbekend,
    OverlappendePerioden,
    Periode,
    Rang,
    Telling,
    Trechter,
    Trend,
    Verandering,
    aggregaat,
    bevraging,
    byar,
    in_mensen,
    kleinste_verandering,
    krimp,
    oordeel,
    rang_met_interval,
    recente_trend,
    terugval,
    trechter,
    verborgen,
    vergelijk,
    wilson,
)

T = TypeVar("T")
Voorbeeld = Mapping[str, object]

GEBOORTEN = (50, 100, 200, 300, 500, 1000, 2500)
"""Births a year, as in the smallest and the largest municipalities."""
AANDEEL = 0.12
GEMEENTEN = 285
KLEIN, GEWOON, GROOT = 90, 900, 9000
"""Births in three years."""


@cache
def voorbeelden() -> Voorbeeld:
    """Return all examples by name, as the template `methode` shows them."""
    return {
        "onzeker": _uncertain(),
        "oordelen": _verdicts(),
        "groep": _group(),
        "overlap": _overlap(),
        "zichtbaar": [_smallest(aantal) for aantal in GEBOORTEN],
        "verandering": _change(),
        "trends": [_trend((8.0, 8.3, 8.9, 9.2, 9.8), 20_000), _trend((8.0, 9.0, 7.4, 9.1, 8.3), 2_000)],
        "piek": _peak(),
        "rang": _rank(),
        "uitschieters": _outliers(),
        "verborgen": _hidden(),
        "mensen": in_mensen(2.0, 1050),
    }


def _uncertain() -> Voorbeeld:
    rijen = [(getal(n), *_limits(wilson(AANDEEL, n))) for n in (60, 300, 1000, 5000)]
    tien = byar(10)
    return {
        "aandeel": procent(100 * AANDEEL),
        "rijen": rijen,
        "nul": procent(100 * wilson(0, 60).hoog),
        "byar": (getal(tien.laag, 1), getal(tien.hoog, 1)),
        "bevraging": _limits(bevraging(AANDEEL, 150)),
    }


def _limits(interval: Interval) -> tuple[str, str]:
    """Write the limits of an interval of a share from 0 to 1."""
    return procent(100 * interval.laag), procent(100 * interval.hoog)


def _verdicts() -> list[tuple[str, str, str, str, str]]:
    """Return three municipalities beside 10 %: figure, births, both limits, and the word for it."""
    rijen = []
    for aandeel, noemer in ((0.12, 300), (0.12, 3000), (0.08, 3000)):
        marge = wilson(aandeel, noemer)
        in_procent = Interval(100 * marge.laag, 100 * marge.hoog)
        gevonden = oordeel(in_procent, 10.0, Richting.LAGER_IS_GUNSTIGER)
        rijen.append((procent(100 * aandeel), getal(noemer), *_limits(marge), gevonden.positie.value))
    return rijen


def _group() -> Voorbeeld:
    """Return the figure of a group of a small and a large municipality, and that of the middle of three."""
    gewogen = _expect(aggregaat([(20.0, 200), (10.0, 1800)], Soort.AANDEEL, "geboorten"), Aggregaat)
    midden = _expect(aggregaat([(20.0, None), (10.0, None), (12.0, None)], Soort.MEDIAAN, None), Aggregaat)
    fusie = _expect(aggregaat([(9.0, 400), (12.0, 200)], Soort.AANDEEL, "geboorten"), Aggregaat)
    return {
        "gewogen": procent(gewogen.waarde),
        "gemiddeld": procent((20.0 + 10.0) / 2),
        "midden": procent(midden.waarde),
        "fusie": procent(fusie.waarde),
    }


def _births(jaar: int, waarde: float, noemer: float) -> Meting:
    """Return a figure over the three birth years that end in `jaar`."""
    return Meting(Periode(date(jaar - 2, 1, 1), date(jaar, 12, 31)), waarde, noemer)


def _overlap() -> str:
    """Return the sentence with which the comparison of two overlapping figures is refused."""
    try:
        vergelijk(_births(2024, 12.0, GEWOON), _births(2023, 11.0, GEWOON), Soort.AANDEEL, 0.0)
    except OverlappendePerioden as refused:
        return refused.zin
    raise AssertionError("overlapping periods were compared")


def _smallest(per_jaar: int) -> tuple[str, str, str]:
    """Return births a year, the smallest change that shows, and how many children of three years that is."""
    punten = kleinste_verandering(AANDEEL, 3 * per_jaar, 3 * per_jaar)
    mensen = in_mensen(punten, 3 * per_jaar)
    return getal(per_jaar), getal(punten, 1), getal(mensen) if mensen else "minder dan 10"


def _change() -> list[tuple[str, str, str, str]]:
    """Return the same fall without and with extra movement: that movement, fall, both limits, verdict."""
    rijen = []
    for extra in (0.0, 2.0):
        gevonden = _expect(
            vergelijk(_births(2024, 10.0, GEWOON), _births(2021, 13.5, GEWOON), Soort.AANDEEL, extra),
            Verandering,
        )
        grenzen = f"{getal(gevonden.interval.laag, 1)} tot {getal(gevonden.interval.hoog, 1)}"
        woord = "groter dan toeval" if gevonden.groter_dan_toeval else "te klein om te zien"
        rijen.append((getal(extra, 1), getal(gevonden.verschil, 1), grenzen, woord))
    return rijen


def _trend(waarden: tuple[float, ...], noemer: float) -> tuple[str, str, str]:
    """Return five values in words, the number of people behind each, and what may be said of them."""
    reeks = [
        Meting(Periode(date(jaar, 1, 1), date(jaar, 12, 31)), waarde, noemer)
        for jaar, waarde in enumerate(waarden, 2020)
    ]
    gevonden = _expect(recente_trend(reeks, Soort.AANDEEL), Trend)
    return " · ".join(procent(waarde) for waarde in waarden), getal(noemer), gevonden.richting


def _peak() -> Voorbeeld:
    gevonden = terugval(AANDEEL, GEWOON)
    return {
        "stijging": getal(gevonden.stijging, 1),
        "daling": getal(gevonden.daling, 1),
        "van_de_tien": round(10 * gevonden.kans),
    }


@cache
def _imaginary() -> tuple[tuple[float, float], ...]:
    """Return 285 municipalities around 10 %, small, middling and large in turn: share (0 to 1), births."""
    verdeling = NormalDist(0.10, 0.045)
    aandelen = (verdeling.inv_cdf((plaats + 0.5) / GEMEENTEN) for plaats in range(GEMEENTEN))
    geboorten = (3 * 100, 3 * 250, 3 * 600)
    return tuple((max(0.0, aandeel), geboorten[plaats % 3]) for plaats, aandeel in enumerate(aandelen))


def _rank() -> Voorbeeld:
    """Return the rank of the middle municipality of the imaginary ones, which has 100 births a year."""
    gevonden = _expect(rang_met_interval(_imaginary(), GEMEENTEN // 2 - 1), Rang)
    return {"plaats": gevonden.plaats, "laag": gevonden.laag, "hoog": gevonden.hoog, "aantal": GEMEENTEN}


def _outliers() -> Voorbeeld:
    """Return the limits of the funnel by number of births, and a high share of few births after shrinkage."""
    delen = _imaginary()
    gevonden = _expect(trechter(delen), Trechter)
    rijen = [
        (getal(noemer), *(procent(100 * grens) for grens in gevonden.grenzen(noemer)))
        for noemer in (KLEIN, GEWOON, GROOT)
    ]
    gekrompen = krimp([*delen, (0.25, KLEIN), (0.25, GROOT)])
    return {
        "doel": procent(100 * gevonden.doel),
        "rijen": rijen,
        "hoog": procent(25.0),
        "klein": procent(100 * gekrompen[-2]),
        "groot": procent(100 * gekrompen[-1]),
    }


def _hidden() -> list[tuple[str, str, str]]:
    """Return three municipalities and their total: name, count, and what a reader sees."""
    delen = (Telling("Gemeente A", 3), Telling("Gemeente B", 12), Telling("Gemeente C", 25))
    totaal = Telling("Samen", sum(deel.aantal for deel in delen), delen)
    weg = verborgen(totaal)
    return [
        (
            telling.code,
            getal(telling.aantal),
            "niet getoond" if telling.code in weg else getal(telling.aantal),
        )
        for telling in (*delen, totaal)
    ]


def _expect(gevonden: T | Onbekend, soort: type[T]) -> T:
    """Return the result of an example, which must be there: an example without one would explain nothing."""
    if not isinstance(gevonden, soort):
        raise TypeError(f"an example came out as {gevonden}")
    return gevonden
