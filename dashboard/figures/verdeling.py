"""All municipalities of one indicator: how many have which value, and where one of them stands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, floor, log10

from dashboard.figures.assen import Vlak, across_grid, scale, text_width, value_grid
from dashboard.figures.markup import LINE, drawing, tag, text, title
from dashboard.figures.spine import MARGIN, Spine, spine_shapes

BINS = 24
"""About as many bars; their width is a round number."""
STRIP = 28
FOOT = 32


@dataclass(frozen=True, slots=True)
class Merk:
    """A value that is pointed out, and its name."""

    naam: str
    waarde: float


@dataclass(frozen=True, slots=True)
class Staven:
    """How many values lie from `begin` in steps of `stap`; a value on a border counts to the right of it.

    `enkel`: each bar holds one value, the one that it begins with.
    """

    begin: float
    stap: float
    aantallen: tuple[int, ...]
    enkel: bool = False

    def naam(self, nummer: int, schrijf: Callable[[float], str]) -> str:
        """Say which values a bar holds: `van 2 % tot 4 %`, or the one that it holds."""
        laag = self.begin + nummer * self.stap
        return schrijf(laag) if self.enkel else f"van {schrijf(laag)} tot {schrijf(laag + self.stap)}"


def staven(waarden: Sequence[float], vanaf_nul: bool, kleinste: float = 0.0) -> Staven:
    """Count the values in bars of a round width that hold all of them; at least one value is needed.

    `kleinste` is the smallest difference that is written: bars are one or more of those wide, or their
    borders would read alike.
    """
    begin, *_, end = ticks = scale(min(waarden), max(waarden), vanaf_nul)
    step = _width(end - begin, kleinste) or ticks[1] - ticks[0]
    if kleinste and not (_fits(step, kleinste) and _fits(begin, kleinste)):
        step = _coarse((end - begin) / BINS, kleinste)
        begin, end = floor(begin / step) * step, ceil(end / step) * step
    bins = round((end - begin) / step)
    counted = [0] * bins
    for waarde in waarden:
        counted[min(int((waarde - begin) / step + 1e-9), bins - 1)] += 1
    whole = all(_fits(waarde, step) for waarde in waarden) and max(waarden) < end
    return Staven(begin, step, tuple(counted), whole and abs(step - kleinste) < 1e-9)


def _coarse(wens: float, kleinste: float) -> float:
    """Return the first round width of at least `wens` that is a whole number of times `kleinste`."""
    widths = (factor * 10.0**power * kleinste for power in count() for factor in (1, 2, 5))
    return next(een for een in widths if een >= wens * (1 - 1e-9))


def _width(span: float, kleinste: float) -> float | None:
    """Return the round width that parts `span` in about `BINS` bars; None where none does."""
    power = 10.0 ** floor(log10(span / BINS))
    widths = [factor * power for factor in (1, 2, 2.5, 5, 10, 20, 25, 50)]
    good = [een for een in widths if _fits(span, een) and (not kleinste or _fits(een, kleinste))]
    return min(good, key=lambda een: abs(span / een - BINS), default=None)


def _fits(geheel: float, deel: float) -> bool:
    """Whether `geheel` is a whole number of times `deel`."""
    return abs(geheel / deel - round(geheel / deel)) < 1e-6


def verdeling(
    waarden: Sequence[float],
    kwartielen: tuple[float, float, float],
    eigen: Merk | None,
    vergelijking: Merk | None,
    schrijf: Callable[[float], str],
    aslabel: Callable[[float], str],
    breedte: int,
    titel: str,
    omschrijving: str,
    *,
    vanaf_nul: bool = True,
    kleinste: float = 0.0,
) -> str:
    """Draw a bar per range of values and, below, the same as a row with the quartiles, `breedte` wide.

    `eigen` and `vergelijking` are named above the bars; `kleinste` as for `staven`.
    """
    counted = staven(waarden, vanaf_nul, kleinste)
    end = counted.begin + counted.stap * len(counted.aantallen)
    ticks = scale(min(waarden), max(waarden), vanaf_nul)
    marks = [(merk, klass) for merk, klass in ((eigen, "eigen"), (vergelijking, "ander")) if merk]
    top = 14.0 + LINE * (len(marks) + 1)
    bottom = top + (170 if breedte >= 500 else 130)
    counts = [tick for tick in scale(0, max(counted.aantallen), True) if tick == int(tick)]
    half = max(text_width(aslabel(tick)) for tick in ticks) / 2 + 2
    left = max(text_width(str(int(counts[-1]))) + 14, half)
    vlak = Vlak(left, breedte - half, top, bottom, (counted.begin, end), (0, counts[-1]))
    row = _strip(waarden, kwartielen, eigen, vergelijking, vlak)
    below = Vlak(vlak.left, vlak.right, top, bottom + STRIP, vlak.jaren, vlak.waarden)
    body = [
        text(0, 14, "aantal gemeenten", "fig-klein"),
        *across_grid(below, ticks, aslabel),
        *value_grid(vlak, counts, lambda tick: str(int(tick))),
        *_bars(counted, vlak, schrijf),
        row,
        *_pointers(marks, vlak, schrijf),
    ]
    return drawing(breedte, bottom + STRIP + FOOT, titel, omschrijving, *body, klass="fig fig-verdeling")


def _bars(counted: Staven, vlak: Vlak, schrijf: Callable[[float], str]) -> list[str]:
    drawn = []
    for number, hoeveel in enumerate(counted.aantallen):
        low = counted.begin + number * counted.stap
        x, y = vlak.x(low), vlak.y(hoeveel)
        noun = "gemeente" if hoeveel == 1 else "gemeenten"
        spoken = f"{hoeveel} {noun}: {counted.naam(number, schrijf)}"
        width = vlak.x(low + counted.stap) - x - 1
        if hoeveel:
            drawn.append(
                tag("rect", title(spoken), x=x, y=y, width=width, height=vlak.bottom - y, klass="staaf")
            )
    return drawn


def _strip(
    waarden: Sequence[float],
    kwartielen: tuple[float, float, float],
    eigen: Merk | None,
    vergelijking: Merk | None,
    vlak: Vlak,
) -> str:
    """Draw the row with range, middle half and median under the bars, on the same scale."""
    low, high = min(waarden), max(waarden)
    own, other = (merk.waarde if merk else None for merk in (eigen, vergelijking))
    left, right = vlak.x(low), vlak.x(high)
    shapes = spine_shapes(Spine(low, *kwartielen, high, own, None, other), right - left + 2 * MARGIN)
    return tag("g", shapes, transform=f"translate({left - MARGIN:.1f} {vlak.bottom:.1f})")


def _pointers(
    marks: Sequence[tuple[Merk, str]], vlak: Vlak, schrijf: Callable[[float], str]
) -> Iterator[str]:
    """Yield a line down from the name of each value, none through the name of the other.

    The left one is named above, so that the line of the right one begins below it; where the right one
    has no room for its name but to the left, it is the other way round.
    """
    ordered = sorted(marks, key=lambda mark: mark[0].waarde)
    words = [f"{merk.naam}: {schrijf(merk.waarde)}" for merk, _ in ordered]
    places = [vlak.x(merk.waarde) for merk, _ in ordered]
    if not marks:
        return
    last_left = places[-1] + 6 + text_width(words[-1]) > vlak.right + 16
    ends = [vlak.right + 16] * len(places)
    if last_left:
        ends[:-1] = [places[-1] - 6] * (len(places) - 1)
    rows = range(len(places), 0, -1) if last_left else range(1, len(places) + 1)
    for x, said, end, row, (_, klass) in zip(places, words, ends, rows, ordered, strict=True):
        y, right = 14.0 + row * LINE, x + 6 + text_width(said) <= end
        yield tag("path", d=f"M{x:.1f} {y - 10:.1f}V{vlak.bottom:.1f}", klass=f"wijzer-{klass}")
        beside = x + 6 if right else x - 6 - text_width(said)
        fits = right or beside >= 0
        place, anchor = (x + (6 if right else -6), "start" if right else "end") if fits else (0.0, "start")
        yield text(place, y, said, f"fig-naam-{klass} fig-omrand", anchor)
