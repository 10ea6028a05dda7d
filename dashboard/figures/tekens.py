"""Marks upon a chart over the years: breaks in the series, targets and policy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.figures.assen import Vlak, text_width
from dashboard.figures.markup import tag, text, title

BADGE = 20


@dataclass(frozen=True, slots=True)
class Doel:
    """A value to reach, and what to call it."""

    waarde: float
    naam: str


@dataclass(frozen=True, slots=True)
class Beleid:
    """A measure that began in `jaar` (2021.5: 1 July 2021), with the number that the page explains."""

    jaar: float
    nummer: int
    titel: str


def breaks(vlak: Vlak, breuken: Sequence[int], y: float) -> Iterator[str]:
    """Yield a thin upright line just before each first year that is counted differently, named at `y`."""
    first, last = vlak.jaren
    for number, jaar in enumerate(breuken, 1):
        if first < jaar <= last:
            x = vlak.x(jaar - 0.5)
            yield tag("line", x1=x, x2=x, y1=y + 6, y2=vlak.bottom, klass="fig-breuk")
            yield text(x, y, f"breuk {number}", "fig-klein", "middle" if x + 30 < vlak.right else "end")


def targets(vlak: Vlak, doelen: Sequence[Doel]) -> Iterator[str]:
    """Yield a dashed line per target, with its name upon the line where it begins."""
    for doel in doelen:
        y = vlak.y(doel.waarde)
        yield tag("path", d=f"M{vlak.left:.1f} {y:.1f}H{vlak.right:.1f}", klass="fig-doel")
        yield text(vlak.left + 4, y - 5, doel.naam, "fig-doelnaam")


def policies(vlak: Vlak, beleid: Sequence[Beleid]) -> Iterator[str]:
    """Yield a thin upright line per measure inside the years shown, and its number above the field.

    Numbers that would touch share one badge.
    """
    first, last = vlak.jaren
    shown = sorted((b for b in beleid if first <= b.jaar <= last), key=lambda b: b.jaar)
    groups: list[list[Beleid]] = []
    for maatregel in shown:
        if groups and vlak.x(maatregel.jaar) - vlak.x(groups[-1][-1].jaar) < BADGE + 8 * len(groups[-1]):
            groups[-1].append(maatregel)
        else:
            groups.append([maatregel])
    for group in groups:
        yield _badge(vlak, group)


def _badge(vlak: Vlak, group: Sequence[Beleid]) -> str:
    places = [vlak.x(b.jaar) for b in group]
    middle, y = sum(places) / len(places), vlak.top - 16
    numbers = ", ".join(str(b.nummer) for b in group)
    width = max(text_width(numbers) + 10, BADGE)
    field = {"x": middle - width / 2, "y": y - BADGE / 2, "width": width, "height": BADGE, "rx": 10}
    lines = "".join(f"M{x:.1f} {y + BADGE / 2:.1f}V{vlak.bottom:.1f}" for x in places)
    return tag(
        "g",
        title(", ".join(f"{b.nummer}: {b.titel}" for b in group)),
        tag("path", d=lines, klass="fig-beleid"),
        tag("rect", klass="fig-nummerveld", **field),
        text(middle, y + 5, numbers, "fig-nummer", "middle"),
    )
