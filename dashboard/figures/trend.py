"""One line for the municipality, one for what it is compared with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import floor, log10

from dashboard.figures.markup import CHARACTER, LINE, drawing, paragraph, tag, text, title, wrap

TYPE_SIZE = 14
FOOT = 30
TICKS = 5


@dataclass(frozen=True, slots=True)
class Meting:
    """One value. `waarde` None leaves a gap; `vol` False draws a hollow point (a window that overlaps)."""

    jaar: int
    waarde: float | None
    vol: bool = True


@dataclass(frozen=True, slots=True)
class Lijn:
    """A named series, in order of year. The own one is drawn in ink, the other in the accent colour."""

    naam: str
    metingen: tuple[Meting, ...]
    eigen: bool


@dataclass(frozen=True, slots=True)
class Vlak:
    """The part of the drawing that holds the lines, and how years and values become pixels."""

    left: float
    right: float
    top: float
    bottom: float
    jaren: tuple[int, int]
    waarden: tuple[float, float]

    def x(self, jaar: float) -> float:
        first, last = self.jaren
        return self.left + (jaar - first) / (last - first) * (self.right - self.left)

    def y(self, waarde: float) -> float:
        low, high = self.waarden
        return self.bottom - (waarde - low) / (high - low) * (self.bottom - self.top)


def trend(
    lijnen: Sequence[Lijn],
    schrijf: Callable[[float], str],
    aslabel: Callable[[float], str],
    breedte: int,
    titel: str,
    omschrijving: str,
    *,
    vanaf_nul: bool = True,
    breuken: Sequence[int] = (),
) -> str:
    """Draw the lines `breedte` pixels wide; at least two different years are needed.

    `schrijf` writes a value with its unit, `aslabel` a value at the axis. From 500 pixels names stand at
    the ends of the lines, below that above the chart. `breuken` are the years from which the series is
    not fully comparable; they are numbered in the drawing, the page explains them.
    """
    years = [m.jaar for lijn in lijnen for m in lijn.metingen]
    values = [m.waarde for lijn in lijnen for m in lijn.metingen if m.waarde is not None]
    ticks = scale(min(values), max(values), vanaf_nul)
    wide = breedte >= 500
    key, key_height = ([], 0.0) if wide else _key(lijnen, breedte)
    left = max(len(aslabel(tick)) for tick in ticks) * TYPE_SIZE * CHARACTER + 8
    vlak = Vlak(
        left=left + 8,
        right=breedte - (140 if wide else 20),
        top=34 + key_height,
        bottom=(320 if wide else 244 + key_height) - FOOT,
        jaren=(min(years), max(years)),
        waarden=(ticks[0], ticks[-1]),
    )
    body = [
        *(_tick(vlak, tick, aslabel(tick), left) for tick in ticks),
        *_years(vlak),
        *(_break(vlak, jaar, number) for number, jaar in enumerate(breuken, 1)),
        *(_line(vlak, lijn, schrijf) for lijn in sorted(lijnen, key=lambda lijn: lijn.eigen)),
        *(_end_names(vlak, lijnen, breedte) if wide else key),
    ]
    return drawing(breedte, vlak.bottom + FOOT, titel, omschrijving, *body, klass="fig fig-trend")


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


def _tick(vlak: Vlak, waarde: float, label: str, left: float) -> str:
    y = vlak.y(waarde)
    return tag("line", x1=vlak.left, x2=vlak.right, y1=y, y2=y, klass="fig-raster") + text(
        left, y + 5, label, "fig-klein", "end"
    )


def _years(vlak: Vlak) -> Iterator[str]:
    """Yield year labels from the last one back, as many as there is room for."""
    first, last = vlak.jaren
    room = max(1, int((vlak.right - vlak.left) / 48))
    span = last - first
    step = next(s for s in (1, 2, 3, 4, 5, 10, 20, 50, 100) if span / s <= room)
    for jaar in range(last, first - 1, -step):
        yield text(vlak.x(jaar), vlak.bottom + 20, str(jaar), "fig-klein", "middle")


def _break(vlak: Vlak, jaar: int, number: int) -> str:
    """Draw a thin upright line just before the first year that is counted differently."""
    first, last = vlak.jaren
    if not first < jaar <= last:
        return ""
    x = vlak.x(jaar - 0.5)
    return tag("line", x1=x, x2=x, y1=vlak.top - 6, y2=vlak.bottom, klass="fig-breuk") + text(
        x, vlak.top - 12, f"breuk {number}", "fig-klein", "middle" if x + 30 < vlak.right else "end"
    )


def _line(vlak: Vlak, lijn: Lijn, schrijf: Callable[[float], str]) -> str:
    """Draw a line through successive values, broken where a value or a year is missing, and its points."""
    klass = "eigen" if lijn.eigen else "ander"
    known = [(m.jaar, m.waarde, m.vol) for m in lijn.metingen if m.waarde is not None]
    gap = _rhythm(lijn)
    runs = groupby(enumerate(known), key=lambda pair: pair[1][0] - gap * pair[0])
    paths = [
        "M" + "L".join(f"{vlak.x(jaar):.1f} {vlak.y(waarde):.1f}" for _, (jaar, waarde, _vol) in run)
        for _, run in runs
    ]
    points = [
        tag(
            "circle",
            title(f"{lijn.naam}, {jaar}: {schrijf(waarde)}"),
            cx=vlak.x(jaar),
            cy=vlak.y(waarde),
            r=5 if lijn.eigen else 4,
            klass=f"punt-{klass}" + ("" if vol else " punt-hol"),
        )
        for jaar, waarde, vol in known
    ]
    return tag("path", d="".join(paths), klass=f"lijn-{klass}") + "".join(points)


def _rhythm(lijn: Lijn) -> int:
    """Years between two values of this series: 1 for a yearly one, 3 for a survey every three years."""
    years = [m.jaar for m in lijn.metingen]
    return min((b - a for a, b in pairwise(years)), default=1)


def _end_names(vlak: Vlak, lijnen: Sequence[Lijn], breedte: int) -> Iterator[str]:
    """Yield the name of each line beside its last value, pushed apart where they would touch."""
    ends = [
        (vlak.y(last), lijn, wrap(lijn.naam, breedte - vlak.right - 16))
        for lijn in lijnen
        for last in [m.waarde for m in lijn.metingen if m.waarde is not None][-1:]
    ]
    floor_y = 0.0
    for y, lijn, lines in sorted(ends, key=lambda end: end[0]):
        top = max(y + 5 - LINE * (len(lines) - 1) / 2, floor_y)
        floor_y = top + LINE * len(lines)
        yield paragraph(vlak.right + 14, top, lines, _name_class(lijn))


def _key(lijnen: Sequence[Lijn], breedte: int) -> tuple[list[str], float]:
    """Return the names above the chart, each behind its own dot, and how much height they take."""
    drawn, y = [], 14.0
    for lijn in lijnen:
        lines = wrap(lijn.naam, breedte - 18)
        drawn.append(tag("circle", cx=6, cy=y - 5, r=5, klass="punt-eigen" if lijn.eigen else "punt-ander"))
        drawn.append(paragraph(18, y, lines, _name_class(lijn)))
        y += LINE * len(lines)
    return drawn, y - 14


def _name_class(lijn: Lijn) -> str:
    return "fig-naam-eigen" if lijn.eigen else "fig-naam-ander"
