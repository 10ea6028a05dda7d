"""Twelve roles as rows: shares of 2018 in six cells, a dot for now, a mark for what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, title, wrap

CLASSES = (10, 20, 30)
"""Lower limits, in percent, of the shades of a cell above the lightest."""
MARGIN = 24
CELL_HEIGHT = 26
HEAD = 26
LABEL = 190


@dataclass(frozen=True, slots=True)
class Rolrij:
    """One role: six shares in percent from 'geen rol' to 'heel belangrijke rol', and the own answers."""

    titel: str
    aandelen: tuple[float, ...]
    nu: int | None = None
    gewenst: str | None = None


def rollen(
    rijen: Sequence[Rolrij],
    uitersten: tuple[str, str],
    breedte: int,
    titel: str,
    omschrijving: str,
) -> str:
    """Draw the rows in the order given; `uitersten` name the first and the last cell.

    From 400 pixels the title of a role stands left of its cells, below that above them.
    """
    beside = breedte >= 400
    left = LABEL if beside else 0
    room = LABEL if beside else breedte
    cell = (breedte - left - 2 * MARGIN) / 6
    start = left + MARGIN
    body = [
        text(start, 14, uitersten[0], "fig-klein", "start"),
        text(start + 6 * cell, 14, uitersten[1], "fig-klein", "end"),
    ]
    y: float = HEAD
    for rij in rijen:
        lines = wrap(rij.titel, room)
        words = LINE * len(lines)
        height = max(words, CELL_HEIGHT) if beside else words + 6 + CELL_HEIGHT
        top = y + ((height - CELL_HEIGHT) / 2 if beside else words + 6)
        first = y + (height - words) / 2 + 13 if beside else y + 13
        body += [
            paragraph(0, first, lines, "fig-label"),
            _cells(rij, start, top, cell),
            _own(rij, start, top, cell),
        ]
        y += height + 14
    return drawing(breedte, y, titel, omschrijving, *body, klass="fig fig-rollen")


def shade(aandeel: float) -> int:
    """Shade of a cell, 1 (lightest) to 4, for a share in percent."""
    return 1 + sum(aandeel >= limit for limit in CLASSES)


def _cells(rij: Rolrij, start: float, top: float, cell: float) -> str:
    return "".join(
        tag(
            "rect",
            title(f"{aandeel:.1f} %".replace(".", ",")),
            x=start + number * cell + 1,
            y=top,
            width=cell - 2,
            height=CELL_HEIGHT,
            klass=f"vak vak-{shade(aandeel)}",
        )
        for number, aandeel in enumerate(rij.aandelen)
    )


def _own(rij: Rolrij, start: float, top: float, cell: float) -> str:
    """Draw the dot for now, with an arrow to the left or right, or a ring, for what is wanted."""
    if rij.nu is None:
        return ""
    x, y = start + (rij.nu - 0.5) * cell, top + CELL_HEIGHT / 2
    marks = {
        "beperken": tag("path", d=f"M{x - 9:.1f} {y}h-16m6 -5l-6 5l6 5", klass="rol-pijl"),
        "behouden": tag("circle", cx=x, cy=y, r=11, klass="rol-ring"),
        "uitbreiden": tag("path", d=f"M{x + 9:.1f} {y}h16m-6 -5l6 5l-6 5", klass="rol-pijl"),
    }
    wanted = f", gewenst: {rij.gewenst}" if rij.gewenst else ""
    return tag(
        "g",
        title(f"nu: {rij.nu} van 6{wanted}"),
        tag("circle", cx=x, cy=y, r=6, klass="punt-eigen"),
        marks.get(rij.gewenst or "", ""),
    )
