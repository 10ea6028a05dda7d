"""How often chance alone is called a change or a trend, in municipalities where nothing happens.

Simulated with a fixed seed. The municipalities are those of the acceptance: 100, 300 and 1000 births a year.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

import numpy as np

from indicators.model import Soort
from indicators.statistics import (
    Meting,
    Onbekend,
    OverlappendePerioden,
    Periode,
    Trend,
    Verandering,
    overdispersie,
    rang_met_interval,
    recente_trend,
    verandering,
    vergelijk,
)
from tests.bench.result import Result, median

GEBOORTEN = (100, 300, 1000)
JAARRUIS = (0.0, 1.0, 2.0)
"""How much the chance of a child moves from year to year in one municipality: standard deviation, points."""
GEMEENTEN = 285
HERHALINGEN = 60
VENSTER = 3
NOEMERS = (100, 300, 1000, 5000)
REEKSEN = 20_000
NIVEAU = 5.0
MARGE = 2.0
"""False alarms stay between 3 and 7 in 100."""

Paar = tuple[Meting, Meting]


def measure() -> Iterator[Result]:
    """The rates of false alarms, and whether overlapping windows are refused."""
    for ruis in JAARRUIS:
        adjusted, plain = false_alarms(ruis, HERHALINGEN)
        for births in GEBOORTEN:
            yield Result(
                f"t against t-3, {births} births, year noise {ruis:g}: false alarms off {NIVEAU:g} %",
                abs(adjusted[births] - NIVEAU),
                "points",
                MARGE,
                f"{adjusted[births]:.1f} %; by chance alone as measure {plain[births]:.1f} %",
            )
    for noemer in NOEMERS:
        alarms = trends(flat_series(noemer, REEKSEN))
        yield Result(f"recent trend of flat series, n = {noemer}: false alarms", alarms, "%", 1.0, "")
    yield Result("overlapping windows compared", float(overlaps_let_through()), "pairs", 0.0, "10 tried")
    chance = np.random.default_rng(285)
    areas = [(share(meting), meting.noemer or 0) for meting, _ in unchanged_pairs(chance, 0)]
    took = median(partial(rang_met_interval, areas, place) for place in range(0, GEMEENTEN, 30))
    yield Result("rank of one of 285 with its interval", 1000 * took, "ms", 50.0, "")


def window(last_year: int) -> Periode:
    """Three birth years."""
    return Periode(date(last_year - VENSTER + 1, 1, 1), date(last_year, 12, 31))


def share(meting: Meting) -> float:
    """The value as a share from 0 to 1."""
    return (meting.waarde or 0) / 100


def unchanged_pairs(chance: np.random.Generator, ruis: float, change: float = 0.0) -> list[Paar]:
    """New and old window of `GEMEENTEN` municipalities, a third of each size; `change` in points for all."""
    births = np.resize(GEBOORTEN, GEMEENTEN)
    shares = chance.normal(0.12, 0.04, GEMEENTEN).clip(0.03, 0.4)

    def drawn(last_year: int, extra: float) -> list[Meting]:
        years = shares[:, None] + extra + chance.normal(0, ruis / 100, (GEMEENTEN, VENSTER))
        children = chance.binomial(births[:, None], years.clip(0, 1)).sum(axis=1)
        return [
            Meting(window(last_year), 100 * count / (VENSTER * size), float(VENSTER * size))
            for count, size in zip(children.tolist(), births.tolist(), strict=True)
        ]

    return list(zip(drawn(2024, change / 100), drawn(2021, 0), strict=True))


def false_alarms(ruis: float, times: int, change: float = 0.0) -> tuple[dict[int, float], dict[int, float]]:
    """Per births a year: how many in 100 changed "by more than chance", with overdispersion and without."""
    chance = np.random.default_rng(285)
    adjusted: dict[int, list[bool]] = {births: [] for births in GEBOORTEN}
    plain: dict[int, list[bool]] = {births: [] for births in GEBOORTEN}
    for _ in range(times):
        pairs = unchanged_pairs(chance, ruis, change)
        usual = overdispersie(pairs)
        for nieuw, oud in pairs:
            births = int((oud.noemer or 0) / VENSTER)
            adjusted[births].append(_changed(vergelijk(nieuw, oud, Soort.AANDEEL, usual)))
            plain[births].append(_changed(vergelijk(nieuw, oud, Soort.AANDEEL, 0.0)))
    return _percent(adjusted), _percent(plain)


def flat_series(noemer: int, times: int) -> Iterator[list[Meting]]:
    """Five single years with the same share of 12 %."""
    chance = np.random.default_rng(noemer)
    for counts in chance.binomial(noemer, 0.12, (times, 5)).tolist():
        yield [
            Meting(Periode(date(year, 1, 1), date(year, 12, 31)), 100 * count / noemer, float(noemer))
            for year, count in enumerate(counts, start=2020)
        ]


def trends(series: Iterator[list[Meting]]) -> float:
    """How many in 100 have a trend."""
    found = [recente_trend(one, Soort.AANDEEL) for one in series]
    marked = [one for one in found if isinstance(one, Trend) and one.richting != "geen duidelijke trend"]
    return 100 * len(marked) / len(found)


def overlaps_let_through() -> int:
    """How many comparisons of windows that share years any function makes."""
    values = {year: Meting(window(year), 12.0, 900.0) for year in range(2021, 2026)}
    pairs = [(values[2024], values[year]) for year in (2022, 2023, 2024, 2025)]
    ways: Sequence[Callable[[Meting, Meting], object]] = (
        lambda nieuw, oud: vergelijk(nieuw, oud, Soort.AANDEEL, 0.0),
        lambda nieuw, oud: overdispersie([(nieuw, oud)]),
    )
    let_through = sum(not _refused(way, pair) for way in ways for pair in pairs)
    series = list(values.values())
    found = verandering(series[1:4], Soort.AANDEEL, 0.0), recente_trend(series, Soort.AANDEEL)
    return let_through + sum(not isinstance(one, Onbekend) for one in found)


def _refused(way: Callable[[Meting, Meting], object], pair: Paar) -> bool:
    try:
        way(*pair)
    except OverlappendePerioden:
        return True
    return False


def _changed(found: object) -> bool:
    return isinstance(found, Verandering) and found.groter_dan_toeval


def _percent(found: dict[int, list[bool]]) -> dict[int, float]:
    return {births: 100 * sum(alarms) / len(alarms) for births, alarms in found.items()}
