"""What the shapes of a spine row mean, in words."""

from collections.abc import Iterator, Sequence

from dashboard.figures.assen import text_width
from dashboard.figures.markup import drawing, tag, text

ROW = 24
SIGN = 34
"""Room for the sign of an entry, before its words."""


def legende(eigen: str, vergelijking: str | None, anderen: str | None, breedte: int) -> str:
    """Draw the key of spine rows; `vergelijking` and `anderen` name what the diamond and the dots are."""
    shapes, height = legend_shapes(eigen, vergelijking, anderen, breedte)
    return drawing(breedte, height, "Legende", "", shapes, klass="fig fig-legende")


def legend_shapes(
    eigen: str, vergelijking: str | None, anderen: str | None, breedte: float
) -> tuple[str, float]:
    """Return the key without the drawing around it, and its height: as many rows as the width asks for."""
    drawn, x, y = [], 0.0, 0.0
    for sign, words in _entries(eigen, vergelijking, anderen):
        width = SIGN + text_width(words) + 16
        if x and x + width > breedte:
            x, y = 0.0, y + ROW
        entry = sign + text(SIGN, 17, words, "fig-klein")
        drawn.append(tag("g", entry, transform=f"translate({x:.1f} {y:.1f})"))
        x += width
    return "".join(drawn), y + ROW


def _entries(eigen: str, vergelijking: str | None, anderen: str | None) -> Iterator[Sequence[str]]:
    whisker = tag("path", d="M3 12H25M3 8v8M25 8v8", klass="sp-marge")
    yield tag("circle", cx=14, cy=12, r=5, klass="sp-eigen"), eigen
    yield whisker + tag("circle", cx=14, cy=12, r=5, klass="sp-eigen"), "onzeker: kan ook hier liggen"
    if vergelijking:
        yield tag("path", d="M14 5l7 7-7 7-7-7z", klass="sp-tegen"), vergelijking
    if anderen:
        yield tag("path", d="M6 12h0M14 12h0M22 12h0", klass="sp-ander"), anderen
    yield tag("rect", x=1, y=7, width=26, height=10, klass="sp-reeks"), "van laagste tot hoogste gemeente"
    yield tag("rect", x=1, y=7, width=26, height=10, klass="sp-helft"), "middelste helft van de gemeenten"
    yield tag("path", d="M14 5v14", klass="sp-mediaan"), "middelste gemeente"
