"""A line as large as a word: the course of one indicator, without an axis."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.figures.markup import circle, drawing, path

MARGIN = 5


def sparkline(
    punten: Sequence[tuple[int, float | None]], titel: str, breedte: int = 96, hoogte: int = 28
) -> str:
    """Draw (year, value) in order of year, broken where a value is missing, with a dot on the last value.

    The height is the span of the own values, so two sparklines cannot be compared. Without any value the
    drawing stays empty.
    """
    known = [(jaar, waarde) for jaar, waarde in punten if waarde is not None]
    if not known:
        return drawing(breedte, hoogte, titel, "", klass="fig fig-vonk")
    first, last = punten[0][0], punten[-1][0]
    low, high = min(w for _, w in known), max(w for _, w in known)

    def place(jaar: int, waarde: float) -> tuple[float, float]:
        across = (jaar - first) / (last - first) if last > first else 1.0
        up = (waarde - low) / (high - low) if high > low else 0.5
        return MARGIN + across * (breedte - 2 * MARGIN), hoogte - MARGIN - up * (hoogte - 2 * MARGIN)

    runs = groupby(punten, key=lambda punt: punt[1] is not None)
    places = [[place(jaar, w) for jaar, w in run if w is not None] for filled, run in runs if filled]
    x, y = place(*known[-1])
    line = path("".join([_path(run) for run in places]), "vonk")
    return drawing(
        breedte,
        hoogte,
        titel,
        "",
        line,
        circle(x, y, 3.5, "vonk-nu"),
        klass="fig fig-vonk",
    )


def _path(run: Sequence[tuple[float, float]]) -> str:
    """Join the places of one run; a run of one place becomes a dot, by the round end of the stroke."""
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in run]) + ("h0" if len(run) == 1 else "")
