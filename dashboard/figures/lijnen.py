"""Lines over the years, with the points and the bands upon them; what stands around them is the chart's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby, pairwise
from typing import TypeVar

from dashboard.figures.assen import Vlak
from dashboard.figures.markup import circle, path, title

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meting:
    """One value, where it is known with the interval around it.

    `waarde` None leaves a gap; `vol` False draws a hollow point (a window that overlaps).
    """

    jaar: int
    waarde: float | None
    vol: bool = True
    laag: float | None = None
    hoog: float | None = None


@dataclass(frozen=True, slots=True)
class Lijn:
    """A named series, in order of year. The own one is drawn in ink, the first other in the accent colour."""

    naam: str
    metingen: tuple[Meting, ...]
    eigen: bool


def line_classes(lijnen: Sequence[Lijn]) -> list[tuple[Lijn, str]]:
    """Give each line the end of its class names: `eigen`, `ander`, and for more others a number with that."""
    others = count(1)
    return [(lijn, "eigen" if lijn.eigen else _other(next(others))) for lijn in lijnen]


def _other(number: int) -> str:
    return "ander" if number == 1 else f"ander-{number}"


def _runs(lijn: Lijn, known: Sequence[tuple[Meting, T]]) -> Iterator[list[tuple[Meting, T]]]:
    """Yield what follows each other, apart where something is missing at the rhythm of this series."""
    gap = min((b.jaar - a.jaar for a, b in pairwise(lijn.metingen)), default=1)
    for _, run in groupby(enumerate(known), key=lambda pair: pair[1][0].jaar - gap * pair[0]):
        yield [one for _, one in run]


def band(vlak: Vlak, lijn: Lijn, klass: str) -> str:
    """Fill what lies between the ends of the intervals; a value that stands alone gets an upright line."""
    known = [(m, (m.laag, m.hoog)) for m in lijn.metingen if m.laag is not None and m.hoog is not None]
    fields, alone = [], []
    for run in _runs(lijn, known):
        edges = [(vlak.x(m.jaar), vlak.y(low), vlak.y(high)) for m, (low, high) in run]
        if len(edges) == 1:
            x, low, high = edges[0]
            alone.append(f"M{x:.1f} {low:.1f}V{high:.1f}")
        else:
            there = [f"{x:.1f} {high:.1f}" for x, _, high in edges]
            back = [f"{x:.1f} {low:.1f}" for x, low, _ in reversed(edges)]
            fields.append("M" + "L".join(there + back) + "z")
    return (path("".join(fields), f"band-{klass}") if fields else "") + (
        path("".join(alone), f"marge-{klass}") if alone else ""
    )


def line(
    vlak: Vlak, lijn: Lijn, klass: str, schrijf: Callable[[float], str], radius: float | None = None
) -> str:
    """Draw a line through successive values, broken where a value or a year is missing, and its points."""
    known = [(m, m.waarde) for m in lijn.metingen if m.waarde is not None]
    paths = [
        "M" + "L".join(f"{vlak.x(m.jaar):.1f} {vlak.y(waarde):.1f}" for m, waarde in run)
        for run in _runs(lijn, known)
    ]
    points = [
        circle(
            vlak.x(m.jaar),
            vlak.y(waarde),
            radius or (5 if lijn.eigen else 4),
            f"punt-{klass}" + ("" if m.vol else " punt-hol"),
            title(f"{lijn.naam}, {m.jaar}: {schrijf(waarde)}{_uncertain(m, schrijf)}"),
        )
        for m, waarde in known
    ]
    return path("".join(paths), f"lijn-{klass}") + "".join(points)


def _uncertain(meting: Meting, schrijf: Callable[[float], str]) -> str:
    if meting.laag is None or meting.hoog is None:
        return ""
    return f", onzeker: tussen {schrijf(meting.laag)} en {schrijf(meting.hoog)}"
