"""Axes: round steps, where a year or a value stands, and labels that do not touch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

from dashboard.figures.markup import CHARACTER, tag, text

TYPE_SIZE = 14
TICKS = 5


@dataclass(frozen=True, slots=True)
class Vlak:
    """The part of the drawing that holds the data, and how years (or other values across) become pixels."""

    left: float
    right: float
    top: float
    bottom: float
    jaren: tuple[float, float]
    waarden: tuple[float, float]

    def x(self, jaar: float) -> float:
        first, last = self.jaren
        return self.left + (jaar - first) / (last - first) * (self.right - self.left)

    def y(self, waarde: float) -> float:
        low, high = self.waarden
        return self.bottom - (waarde - low) / (high - low) * (self.bottom - self.top)


def scale(low: float, high: float, from_zero: bool) -> list[float]:
    """Round values for the axis, at most `TICKS` + 1 steps, that enclose `low` and `high`."""
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + (abs(low) or 1.0)
    raw = (high - low) / TICKS
    power = 10.0 ** floor(log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * (1 - 1e-9))
    first = floor(low / step + 1e-9)
    ticks = [first * step]
    while ticks[-1] < high - step * 1e-9:
        ticks.append(round((first + len(ticks)) * step, 10))
    return ticks


def text_width(tekst: str, size: float = TYPE_SIZE) -> float:
    """Pixels that a text takes at most."""
    return len(tekst) * size * CHARACTER


def value_grid(vlak: Vlak, ticks: Sequence[float], aslabel: Callable[[float], str]) -> Iterator[str]:
    """Yield a horizontal line per tick, with its label left of it."""
    for tick in ticks:
        y = vlak.y(tick)
        yield tag("line", x1=vlak.left, x2=vlak.right, y1=y, y2=y, klass="fig-raster")
        yield text(vlak.left - 8, y + 5, aslabel(tick), "fig-klein", "end")


def across_grid(vlak: Vlak, ticks: Sequence[float], aslabel: Callable[[float], str]) -> Iterator[str]:
    """Yield an upright line per tick, with the labels that there is room for below the field."""
    places = [vlak.x(tick) for tick in ticks]
    room = max(text_width(aslabel(tick)) for tick in ticks) + 10
    nearest = min((b - a for a, b in pairwise(places)), default=room)
    every = next(k for k in (1, 2, 5, len(ticks)) if k * nearest >= room or k == len(ticks))
    for number, (tick, x) in enumerate(zip(ticks, places, strict=True)):
        yield tag("line", x1=x, x2=x, y1=vlak.top, y2=vlak.bottom, klass="fig-raster")
        if number % every == 0:
            yield text(x, vlak.bottom + 20, aslabel(tick), "fig-klein", "middle")


def year_labels(vlak: Vlak) -> Iterator[str]:
    """Yield year labels from the last one back, as many as there is room for."""
    first, last = (round(jaar) for jaar in vlak.jaren)
    room = max(1, int((vlak.right - vlak.left) / 48))
    span = last - first
    step = next(s for s in (1, 2, 3, 4, 5, 10, 20, 50, 100) if span / s <= room)
    for jaar in range(last, first - 1, -step):
        yield text(vlak.x(jaar), vlak.bottom + 20, str(jaar), "fig-klein", "middle")


def apart(wanted: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Return the tops of labels in order, as near as can be to `wanted`, none touching another.

    `wanted` is sorted. Labels that would touch give way up and down alike; all stay above `bottom`.
    """
    groups: list[tuple[float, list[float]]] = []  # top and heights of labels that touch
    for top, height in zip(wanted, heights, strict=True):
        groups.append((max(top, 0.0), [height]))
        while len(groups) > 1 and groups[-2][0] + sum(groups[-2][1]) > groups[-1][0]:
            groups[-2:] = [_joined(groups[-2], groups[-1])]
    tops = [top + sum(group[:number]) for top, group in groups for number in range(len(group))]
    for number in reversed(range(len(tops))):
        tops[number] = min(tops[number], bottom - heights[number])
        bottom = tops[number]
    return tops


def _joined(above: tuple[float, list[float]], below: tuple[float, list[float]]) -> tuple[float, list[float]]:
    """Put two groups under each other where all their labels together move least, not above the drawing."""
    one, other = len(above[1]), len(below[1])
    top = (one * above[0] + other * (below[0] - sum(above[1]))) / (one + other)
    return max(top, 0.0), above[1] + below[1]
