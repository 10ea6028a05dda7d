"""One indicator as a row: where a municipality stands between the lowest and the highest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.figures.markup import circle, drawing, path, tag

HEIGHT = 28
MIDDLE = HEIGHT / 2
MARGIN = 12
"""Room beside the range, for a point or an arrow head that stands on its end."""
REMEMBERED = 512
"""Spreads that are drawn once: of every indicator, at the widths of the pages and the sheet."""


@dataclass(frozen=True, slots=True)
class Spine:
    """How the municipalities are spread, and what is drawn upon that; all in the unit of the indicator.

    `waarde` is the own value with its `interval`, `vergelijking` the comparator's value and `anderen` the
    values of the other municipalities in the group. `omgekeerd`: lower is favourable, so low values stand
    right.
    """

    minimum: float
    kwartiel1: float
    mediaan: float
    kwartiel3: float
    maximum: float
    waarde: float | None
    interval: tuple[float, float] | None
    vergelijking: float | None
    anderen: tuple[float, ...] = ()
    omgekeerd: bool = False


def spine(s: Spine, titel: str, omschrijving: str, breedte: int = 300) -> str:
    """Draw the row, 28 pixels high and `breedte` wide.

    What lies outside the range stands on its end; an interval that goes on beyond it ends in an arrow head.
    """
    body = spine_shapes(s, breedte)
    return drawing(breedte, HEIGHT, titel, omschrijving, body, klass="fig fig-spine")


def spine_shapes(s: Spine, breedte: float) -> str:
    """Return the shapes of a row without the drawing around them, for a sheet of many rows."""
    return "".join(_layers(s, breedte))


def _layers(s: Spine, breedte: float) -> Iterator[str]:
    x = _axis(s.minimum, s.maximum, breedte, s.omgekeerd)
    yield _spread(
        s.minimum, s.kwartiel1, s.mediaan, s.kwartiel3, s.maximum, breedte=breedte, omgekeerd=s.omgekeerd
    )
    if s.anderen:
        yield path("".join([f"M{x(waarde):.1f} 14h0" for waarde in s.anderen]), "sp-ander")
    if s.vergelijking is not None:
        yield path(f"M{x(s.vergelijking):.1f} 7l7 7-7 7-7-7z", "sp-tegen")
    if s.waarde is not None:
        if s.interval:
            yield path(_whisker(s, s.interval, x), "sp-marge")
        yield circle(x(s.waarde), MIDDLE, 5, "sp-eigen")


@lru_cache(maxsize=REMEMBERED)
def _spread(
    minimum: float,
    kwartiel1: float,
    mediaan: float,
    kwartiel3: float,
    maximum: float,
    *,
    breedte: float,
    omgekeerd: bool,
) -> str:
    """Draw how the municipalities are spread: the same below the figure of each of them."""
    x = _axis(minimum, maximum, breedte, omgekeerd)
    return (
        _bar(x(minimum), x(maximum), "sp-reeks")
        + _bar(x(kwartiel1), x(kwartiel3), "sp-helft")
        + path(f"M{x(mediaan):.1f} 7v14", "sp-mediaan")
    )


def _axis(minimum: float, maximum: float, breedte: float, omgekeerd: bool) -> Callable[[float], float]:
    """Return what places a value: in the middle where all municipalities have the same one."""
    span, room = maximum - minimum, breedte - 2 * MARGIN
    if not span:
        return lambda _: breedte / 2
    slope = -room / span if omgekeerd else room / span
    start = breedte - MARGIN if omgekeerd else MARGIN

    def place(waarde: float) -> float:
        return min(max(start + slope * (waarde - minimum), MARGIN), breedte - MARGIN)

    return place


def _bar(een: float, ander: float, klass: str) -> str:
    """Draw a bar between two places, wide enough to be seen."""
    left, width = min(een, ander), max(abs(ander - een), 2.0)
    return tag("rect", x=left, y=9, width=width, height=10, klass=klass)


def _whisker(s: Spine, interval: tuple[float, float], x: Callable[[float], float]) -> str:
    """Return the line of an interval, closed by a stop, or by an arrow head where it goes on outside."""
    low, high = interval
    ends = [(x(low), low < s.minimum), (x(high), high > s.maximum)]
    (left, left_open), (right, right_open) = reversed(ends) if s.omgekeerd else ends
    if left_open:
        left -= MARGIN - 1
    if right_open:
        right += MARGIN - 1
    first = f"M{left + 4:.1f} 10l-4 4 4 4" if left_open else f"M{left:.1f} 10v8"
    last = f"M{right - 4:.1f} 10l4 4-4 4" if right_open else f"M{right:.1f} 10v8"
    return f"M{left:.1f} 14H{right:.1f}{first}{last}"
