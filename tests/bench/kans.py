"""How often an interval holds the true share, and a municipality like all others is called different.

Simulated with a fixed seed through the functions that the pages use, and held against the exact probability,
computed in another way: binomial probabilities of scipy with the intervals of statsmodels.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.stats import binom
from statsmodels.stats.proportion import proportion_confint

from indicators.model import Richting, Soort
from indicators.statistics import Interval, Meting, Periode, Positie, onzekerheid, oordeel
from tests.bench.result import Result

NOEMERS = (30, 100, 1000)
AANDELEN = (0.01, 0.05, 0.12, 0.30)
TREKKINGEN = 100_000
JAAR = Periode(date(2023, 1, 1), date(2023, 12, 31))


@dataclass(frozen=True)
class Cel:
    """One true share and one number of people; all rates in percent."""

    noemer: int
    aandeel: float
    dekking: float
    exact: float
    alarm: float
    wald: float


def measure() -> Iterator[Result]:
    """Coverage of the intervals, and false alarms of the comparison with a benchmark."""
    cells = [cell(noemer, aandeel, TREKKINGEN) for noemer in NOEMERS for aandeel in AANDELEN]
    yield from _of_coverage(cells)
    worst = max(cells, key=lambda c: c.alarm)
    where = f"worst at {_where(worst)}"
    yield Result("benchmark equal to the truth: false alarms, worst", worst.alarm, "%", 8, where)
    mean = statistics.mean(c.alarm for c in cells)
    yield Result("benchmark equal to the truth: false alarms, mean", mean, "%", 5.5, f"{len(cells)} cells")


def _of_coverage(cells: list[Cel]) -> Iterator[Result]:
    off = max(cells, key=lambda c: abs(c.dekking - c.exact))
    told = f"simulated {off.dekking:.2f} %, exact {off.exact:.2f} % at {_where(off)}"
    yield Result(
        "interval coverage off the exact one, worst", abs(off.dekking - off.exact), "points", 0.5, told
    )
    for noemer in NOEMERS:
        own = [c for c in cells if c.noemer == noemer]
        mean, wald = statistics.mean(c.dekking for c in own), statistics.mean(c.wald for c in own)
        told = f"{mean:.1f} %; the plain formula (Wald) {wald:.1f} %"
        yield Result(f"interval coverage off 95 %, mean at n = {noemer}", abs(mean - 95), "points", 1, told)


def _where(cell: Cel) -> str:
    return f"n = {cell.noemer}, p = {100 * cell.aandeel:g} %"


def cell(noemer: int, aandeel: float, times: int) -> Cel:
    """Draw `times` municipalities of `noemer` people with this true share."""
    drawn = np.bincount(
        np.random.default_rng([noemer, round(1000 * aandeel)]).binomial(noemer, aandeel, times),
        minlength=noemer + 1,
    )
    ours = [interval(count, noemer) for count in range(noemer + 1)]
    true = 100 * aandeel
    holds = np.array([one.laag <= true <= one.hoog for one in ours])
    alarms = np.array([_differs(one, true) for one in ours])
    return Cel(
        noemer,
        aandeel,
        dekking=float(100 * drawn @ holds / times),
        exact=exact_coverage(noemer, aandeel, "wilson"),
        alarm=float(100 * drawn @ alarms / times),
        wald=exact_coverage(noemer, aandeel, "normal"),
    )


def interval(count: int, noemer: int) -> Interval:
    """The interval that a page shows for `count` of `noemer`, in percent."""
    found = onzekerheid(Meting(JAAR, 100 * count / noemer, float(noemer)), Soort.AANDEEL, False)
    assert isinstance(found, Interval)
    return found


def _differs(found: Interval, true: float) -> bool:
    verdict = oordeel(found, true, Richting.LAGER_IS_GUNSTIGER)
    return verdict.positie is not Positie.NIET_TE_ONDERSCHEIDEN


def exact_coverage(noemer: int, aandeel: float, method: str) -> float:
    """In how many of 100 draws the interval of statsmodels holds the true share."""
    counts = np.arange(noemer + 1)
    low, high = proportion_confint(counts, noemer, method=method)
    return float(100 * binom.pmf(counts, noemer, aandeel) @ ((low <= aandeel) & (aandeel <= high)))
