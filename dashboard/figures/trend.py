"""Lines over the years: at most six, each named at its end, with what is known about their uncertainty."""

from collections.abc import Callable, Iterator, Sequence

from dashboard.figures.assen import Vlak, apart, scale, text_width, value_grid, year_labels
from dashboard.figures.lijnen import Lijn, band, line, line_classes
from dashboard.figures.markup import LINE, drawing, paragraph, tag, wrap
from dashboard.figures.tekens import Beleid, Doel, breaks, policies, targets

WIDE = 500
"""From so many pixels names stand at the ends of the lines, below that above the chart."""
FOOT = 30
HEAD = 34
MOVED = 5
"""A name that lies further than this from its line, in pixels, is led to."""
ROW = 22
"""Room above the field for one more row of marks: numbers of policy where there are breaks too."""


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
    doelen: Sequence[Doel] = (),
    beleid: Sequence[Beleid] = (),
) -> str:
    """Draw one to six lines `breedte` pixels wide; at least one value and two different years are needed.

    `schrijf` writes a value with its unit, `aslabel` a value at the axis. From 500 pixels names stand at
    the ends of the lines, below that above the chart. `breuken` are the years from which the series is
    not fully comparable; they are numbered in the drawing, as is `beleid`: the page explains both.
    """
    ticks = _ticks(lijnen, doelen, vanaf_nul)
    named = line_classes(lijnen)
    key, key_height = _key(named, breedte) if breedte < WIDE else ([], 0.0)
    head = HEAD + key_height + (ROW if beleid and breuken else 0)
    vlak = _field(lijnen, ticks, max(text_width(aslabel(tick)) for tick in ticks), breedte, head)
    behind_own = sorted(named, key=lambda pair: pair[0].eigen)
    body = [
        *value_grid(vlak, ticks, aslabel),
        *year_labels(vlak),
        *(band(vlak, lijn, klass) for lijn, klass in behind_own),
        *breaks(vlak, breuken, HEAD + key_height - 12),
        *policies(vlak, beleid),
        *(line(vlak, lijn, klass, schrijf) for lijn, klass in behind_own),
        *targets(vlak, doelen),
        *(_end_names(vlak, named, breedte) if breedte >= WIDE else key),
    ]
    return drawing(breedte, vlak.bottom + FOOT, titel, omschrijving, *body, klass="fig fig-trend")


def _field(lijnen: Sequence[Lijn], ticks: Sequence[float], axis: float, breedte: int, head: float) -> Vlak:
    """Return the field below `head`, right of the axis, with room for names at the ends where it is wide."""
    years = [m.jaar for lijn in lijnen for m in lijn.metingen]
    wide = breedte >= WIDE
    return Vlak(
        left=axis + 16,
        right=breedte - (140 if wide else 20),
        top=head,
        bottom=head + (256 if wide else 180),
        jaren=(min(years), max(years)),
        waarden=(ticks[0], ticks[-1]),
    )


def _ticks(lijnen: Sequence[Lijn], doelen: Sequence[Doel], vanaf_nul: bool) -> list[float]:
    drawn = [w for lijn in lijnen for m in lijn.metingen for w in (m.waarde, m.laag, m.hoog)]
    values = [*(w for w in drawn if w is not None), *(doel.waarde for doel in doelen)]
    return scale(min(values), max(values), vanaf_nul)


def _end_names(vlak: Vlak, named: Sequence[tuple[Lijn, str]], breedte: int) -> Iterator[str]:
    """Yield the name of each line beside its last value, pushed apart where they would touch.

    Where that moved a name, a thin line leads to it.
    """
    ends = sorted(
        (
            (vlak.y(last), klass, wrap(lijn.naam, breedte - vlak.right - 16))
            for lijn, klass in named
            for last in [m.waarde for m in lijn.metingen if m.waarde is not None][-1:]
        ),
        key=lambda end: end[0],
    )
    heights = [LINE * len(lines) for _, _, lines in ends]
    wanted = [max(y - height / 2, 0.0) for (y, _, _), height in zip(ends, heights, strict=True)]
    tops = apart(wanted, heights, vlak.bottom + FOOT)
    for top, (y, klass, lines) in zip(tops, ends, strict=True):
        middle = top + LINE * len(lines) / 2
        if abs(middle - y) > MOVED:
            lead = f"M{vlak.right + 6:.1f} {y:.1f}L{vlak.right + 12:.1f} {middle:.1f}"
            yield tag("path", d=lead, klass="fig-verwijzing")
        yield paragraph(vlak.right + 14, top + 13, lines, f"fig-naam-{klass}")


def _key(named: Sequence[tuple[Lijn, str]], breedte: int) -> tuple[list[str], float]:
    """Return the names above the chart, each behind its own dot, and how much height they take."""
    drawn, y = [], 14.0
    for lijn, klass in named:
        lines = wrap(lijn.naam, breedte - 34)
        drawn.append(tag("path", d=f"M0 {y - 5:.1f}h24", klass=f"lijn-{klass}"))
        drawn.append(tag("circle", cx=12, cy=y - 5, r=5 if lijn.eigen else 4, klass=f"punt-{klass}"))
        drawn.append(paragraph(34, y, lines, f"fig-naam-{klass}"))
        y += LINE * len(lines)
    return drawn, y - 14
