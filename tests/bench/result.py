"""What a measurement says, and how time is taken."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

TIMES = 5


@dataclass(frozen=True)
class Result:
    """One line of the table. The goal is a maximum; without one the line is there to compare with."""

    name: str
    value: float
    unit: str
    goal: float | None
    compared_with: str

    @property
    def reached(self) -> bool:
        return self.goal is None or self.value <= self.goal


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def median(works: Iterable[Callable[[], object]]) -> float:
    """The median of the seconds that each of these takes."""
    return statistics.median(seconds(work) for work in works)
