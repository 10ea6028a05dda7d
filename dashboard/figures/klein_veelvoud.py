"""The same chart for up to eight municipalities or areas, on one scale."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from dashboard.figures.assen import Vlak, scale, text_width, value_grid
from dashboard.figures.lijnen import Lijn, band, line, line_classes
from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, wrap

PANEL = 200
"""Least width of a panel, in pixels."""
FIELD = 110
FOOT = 34
GUTTER = 16
POINT = 2.5


@dataclass(frozen=True, slots=True)
class Paneel:
    """One small chart: its name and its lines; the own line first, what it is compared with after it."""

    naam: str
    lijnen: tuple[Lijn, ...]


def klein_veelvoud(
    panelen: Sequence[Paneel],
    schrijf: Callable[[float], str],
    aslabel: Callable[[float], str],
    breedte: int,
    titel: str,
    omschrijving: str,
    *,
    vanaf_nul: bool = True,
) -> str:
    """Draw the panels beside and under each other, `breedte` pixels wide in all, on one scale.

    At least one value and two different years are needed over all panels; a panel without any value says
    so.
    """
    lijnen = [lijn for paneel in panelen for lijn in paneel.lijnen]
    metingen = [m for lijn in lijnen for m in lijn.metingen]
    values = [w for m in metingen for w in (m.waarde, m.laag, m.hoog) if w is not None]
    ticks = scale(min(values), max(values), vanaf_nul)
    years = [m.jaar for m in metingen]
    axis = max(text_width(aslabel(tick)) for tick in ticks) + 8
    columns = min(max(1, int(breedte / (PANEL + axis))), 4, len(panelen))
    width = (breedte - (columns - 1) * GUTTER) / columns
    names = [wrap(paneel.naam, width) for paneel in panelen]
    head = LINE * max(len(lines) for lines in names) + 10
    height = head + FIELD + FOOT
    first = Vlak(axis, width - 8, head, head + FIELD, (min(years), max(years)), waarden=(ticks[0], ticks[-1]))
    body = []
    for number, (paneel, lines) in enumerate(zip(panelen, names, strict=True)):
        left, top = number % columns * (width + GUTTER), number // columns * height
        body.append(paragraph(left, top + 13, lines, "fig-kop"))
        body += _panel(paneel, _moved(first, left, top), ticks, schrijf, aslabel)
    rows = ceil(len(panelen) / columns)
    return drawing(breedte, rows * height, titel, omschrijving, *body, klass="fig fig-veelvoud")


def _moved(vlak: Vlak, right: float, down: float) -> Vlak:
    across, upright = (vlak.left + right, vlak.right + right), (vlak.top + down, vlak.bottom + down)
    return Vlak(*across, *upright, vlak.jaren, vlak.waarden)


def _panel(
    paneel: Paneel,
    vlak: Vlak,
    ticks: Sequence[float],
    schrijf: Callable[[float], str],
    aslabel: Callable[[float], str],
) -> Iterator[str]:
    """Yield the field, its first and last year, and the lines with the own one on top."""
    yield from value_grid(vlak, ticks[:: max(1, len(ticks) - 1) if len(ticks) < 4 else 2], aslabel)
    first, last = vlak.jaren
    yield text(vlak.left, vlak.bottom + 20, str(first), "fig-klein", "start")
    yield text(vlak.right, vlak.bottom + 20, str(last), "fig-klein", "end")
    if not any(m.waarde is not None for lijn in paneel.lijnen if lijn.eigen for m in lijn.metingen):
        yield text(vlak.left + 6, (vlak.top + vlak.bottom) / 2, "geen cijfers", "fig-klein fig-omrand")
    for lijn, klass in sorted(line_classes(paneel.lijnen), key=lambda pair: pair[0].eigen):
        if any(m.waarde is not None for m in lijn.metingen):
            yield tag("g", band(vlak, lijn, klass), line(vlak, lijn, klass, schrijf, POINT))
