"""What the shapes of a spine row mean, in words."""

from math import ceil

from dashboard.figures.assen import text_width
from dashboard.figures.markup import tag, text

ROW = 24
SIGN = 34
"""Room for the sign of an entry, before its words."""


def legend_shapes(
    eigen: str, marge: bool, vergelijking: str | None, anderen: str | None, breedte: float
) -> tuple[str, float]:
    """Return the key of spine rows, in as many columns as fit in `breedte`, and its height.

    `vergelijking` and `anderen` name what the diamond and the dots are; `marge`: some row has an interval.
    """
    entries = _entries(eigen, marge, vergelijking, anderen)
    width = SIGN + max(text_width(words) for _, words in entries) + 16
    columns = max(1, int(breedte / width))
    drawn = [
        tag(
            "g",
            sign + text(SIGN, 17, words, "fig-klein"),
            transform=f"translate({number % columns * width:.1f} {number // columns * ROW})",
        )
        for number, (sign, words) in enumerate(entries)
    ]
    return "".join(drawn), ceil(len(entries) / columns) * ROW


def _entries(eigen: str, marge: bool, vergelijking: str | None, anderen: str | None) -> list[tuple[str, str]]:
    """Return the signs, drawn as in the row itself, with their words."""
    circle = tag("circle", cx=14, cy=12, r=5, klass="sp-eigen")
    entries = [(circle, eigen)]
    if marge:
        whisker = tag("path", d="M3 12H25M3 8v8M25 8v8", klass="sp-marge")
        entries.append((whisker + circle, "onzeker: kan ook hier liggen"))
    if vergelijking:
        entries.append((tag("path", d="M14 5l7 7-7 7-7-7z", klass="sp-tegen"), vergelijking))
    if anderen:
        entries.append((tag("path", d="M6 12h0M14 12h0M22 12h0", klass="sp-ander"), anderen))
    return [
        *entries,
        (tag("rect", x=1, y=7, width=26, height=10, klass="sp-reeks"), "alle gemeenten"),
        (tag("rect", x=1, y=7, width=26, height=10, klass="sp-helft"), "de middelste helft"),
        (tag("path", d="M14 5v14", klass="sp-mediaan"), "de middelste gemeente"),
    ]
