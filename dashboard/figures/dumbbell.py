"""Two periods beside each other: a hollow point for then, a filled one for now, on one scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.figures.assen import Vlak, across_grid, scale, text_width
from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, title, wrap

HEAD = 34
FOOT = 32
LABEL, WORD = 190, 184
BAND = 24
"""Height of the points of one row."""


@dataclass(frozen=True, slots=True)
class Halter:
    """One row: its name, the value of both periods where there is one, and what may be said about them."""

    naam: str
    oud: float | None
    nieuw: float | None
    woord: str


def dumbbell(
    rijen: Sequence[Halter],
    perioden: tuple[str, str],
    schrijf: Callable[[float], str],
    aslabel: Callable[[float], str],
    breedte: int,
    titel: str,
    omschrijving: str,
    *,
    vanaf_nul: bool = True,
) -> str:
    """Draw the rows in the order given, `breedte` pixels wide; at least one value is needed.

    `perioden` name the old and the new one. From 500 pixels name and word stand beside the points, below
    that above and under them.
    """
    values = [w for rij in rijen for w in (rij.oud, rij.nieuw) if w is not None]
    ticks = scale(min(values), max(values), vanaf_nul)
    wide = breedte >= 500
    margin = max(text_width(aslabel(tick)) for tick in ticks) / 2 + 2
    left, right = (LABEL + margin, breedte - WORD - margin) if wide else (margin, breedte - margin)
    body, y = [], float(HEAD)
    across = Vlak(left, right, 0, 0, (ticks[0], ticks[-1]), (0, 1))
    for rij in rijen:
        drawn, height = _row(rij, y, across, perioden, schrijf, wide)
        body.append(drawn)
        y += height
    vlak = Vlak(left, right, HEAD - 4, y, (ticks[0], ticks[-1]), (0, 1))
    grid = across_grid(vlak, ticks, aslabel)
    key = _key(perioden, left if wide else 0)
    return drawing(breedte, y + FOOT, titel, omschrijving, key, *grid, *body, klass="fig fig-halter")


def _key(perioden: tuple[str, str], x: float) -> str:
    """Name both periods behind the point that stands for them."""
    oud, nieuw = perioden
    second = x + 18 + text_width(oud) + 16
    return (
        tag("circle", cx=x + 7, cy=9, r=5, klass="punt-vroeger")
        + text(x + 18, 14, oud, "fig-klein")
        + tag("circle", cx=second + 7, cy=9, r=5, klass="punt-eigen")
        + text(second + 18, 14, nieuw, "fig-klein")
    )


def _row(
    rij: Halter,
    y: float,
    across: Vlak,
    perioden: tuple[str, str],
    schrijf: Callable[[float], str],
    wide: bool,
) -> tuple[str, float]:
    """Draw one row from `y` down, and return the height that it takes."""
    names = wrap(rij.naam, LABEL if wide else across.right)
    words = wrap(rij.woord, WORD - 16 if wide else across.right)
    if wide:
        lines = max(len(names), len(words))
        height = max(LINE * lines, BAND) + 8
        middle = y + height / 2
        beside = paragraph(0, middle + 5 - LINE * (len(names) - 1) / 2, names, "fig-label")
        said = middle + 5 - LINE * (len(words) - 1) / 2
        beside += paragraph(across.right + 20, said, words, "fig-klein")
    else:
        above, below = LINE * len(names), LINE * len(words)
        height, middle = above + BAND + below + 18, y + above + BAND / 2
        beside = paragraph(0, y + 13, names, "fig-label fig-omrand")
        beside += paragraph(0, middle + BAND / 2 + 13, words, "fig-klein fig-omrand")
    spoken = ", ".join(
        f"{periode}: {'geen cijfer' if waarde is None else schrijf(waarde)}"
        for periode, waarde in zip(perioden, (rij.oud, rij.nieuw), strict=True)
    )
    points = _points(rij, middle, across)
    return tag("g", title(f"{rij.naam}: {spoken}"), beside, points), height


def _points(rij: Halter, y: float, across: Vlak) -> str:
    drawn = ""
    if rij.oud is not None and rij.nieuw is not None:
        way = f"M{across.x(rij.oud):.1f} {y:.1f}H{across.x(rij.nieuw):.1f}"
        drawn += tag("path", d=way, klass="halter-lijn")
    if rij.oud is not None:
        drawn += tag("circle", cx=across.x(rij.oud), cy=y, r=6, klass="punt-vroeger")
    if rij.nieuw is not None:
        drawn += tag("circle", cx=across.x(rij.nieuw), cy=y, r=6, klass="punt-eigen")
    return drawn
