"""Three million observations: building them, the file, seeing that nothing changed, and five questions.

How long one delivery of them takes to be translated stands apart: builds count deliveries as read.
"""

import statistics
from pathlib import Path

import pandas as pd

from etl.translate import observations
from etl.warehouse import published
from tests.bench import figures, questions, rivals
from tests.bench.build import Built, apart
from tests.bench.result import TIMES, Result, median

WHOLE, TENTH = 400, 40
"""Indicators, of 300 municipalities and 25 years."""


def measure(folder: Path, whole: int = WHOLE, tenth: int = TENTH, times: int = TIMES) -> list[Result]:
    """All results, in the order of the table; each a median of `times`."""
    small = [apart(tenth, folder / f"tenth-{nth}") for nth in range(times)]
    large = [apart(whole, folder / f"whole-{nth}") for nth in range(times)]
    return [
        *_of_builds(large, small),
        _of_translating(whole, times),
        *_of_rivals(folder, tenth, times, _median(small, "seconds")),
        *_of_questions(folder / f"whole-{times - 1}", whole, times),
    ]


def _of_builds(large: list[Built], small: list[Built]) -> list[Result]:
    rows = f"{large[0].rows:,} observations"
    took, tenth = _median(large, "seconds"), _median(small, "seconds")
    compared = f"a tenth of it: {tenth:.1f} s"
    return [
        Result(f"build of {rows}", took, "s", 15, compared),
        Result("ten times the data takes", took / tenth, "times", 11, compared),
        Result(
            "the next build, compared with it", _median(large, "again"), "s", None, "with guard and revisions"
        ),
        Result(
            "the same, peak memory", _median(large, "peak_mb"), "MB", 1000, "the process with both builds"
        ),
        Result("the same, file", _median(large, "file_mb"), "MB", 80, "with waarneming_bron"),
        Result(
            "unchanged deliveries recognised", _median(large, "unchanged"), "s", 1, f"building: {took:.1f} s"
        ),
    ]


def _median(builds: list[Built], what: str) -> float:
    return statistics.median(getattr(built, what) for built in builds)


def _of_translating(indicators: int, times: int) -> Result:
    """From what the reader of a source gives to observations: the delivery of one year."""
    catalog = figures.catalog(indicators)
    read = figures.as_read(next(figures.deliveries(list(catalog))))
    took = median([lambda: observations(read, figures.BRON, "bench", catalog)] * times)
    told = f"{len(read):,} cells as read"
    return Result(f"one delivery of {len(read) // 3:,} translated", took, "s", None, told)


def _of_rivals(folder: Path, indicators: int, times: int, ours: float) -> list[Result]:
    """How long others take for the core of the work on a tenth; ours includes checking and verifying."""
    catalog = figures.catalog(indicators)
    rows = rivals.plain(pd.concat(figures.deliveries(list(catalog)), ignore_index=True))
    results = []
    for name, rival in (("pandas", rivals.with_pandas), ("SQLite", rivals.with_sqlite)):
        path = folder / f"{name}.file"
        took = median([lambda r=rival, p=path: r(rows, catalog, p)] * times)
        megabytes = path.stat().st_size / 1e6
        told = f"{took / ours:.1f} times our {ours:.1f} s, which includes all checks; {megabytes:.0f} MB"
        results.append(Result(f"core of the same in {name}, a tenth", took, "s", None, told))
    return results


def _of_questions(folder: Path, indicators: int, times: int) -> list[Result]:
    path = published(folder)
    assert path
    took = questions.apart(path, list(figures.catalog(indicators)), f"{figures.YEARS[-2]}-12-31", times)
    return [Result(f"question: {name}", value, "ms", 5, "warm, one thread") for name, value in took.items()]
