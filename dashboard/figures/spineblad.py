"""All indicators of one levensdomein on a sheet: name, figure, spine row and word."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.legende import legend_shapes
from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, wrap
from dashboard.figures.spine import HEIGHT, Spine, spine_shapes

LABEL, VALUE, WORD = 230, 100, 150
GAP = 12


@dataclass(frozen=True, slots=True)
class Bladrij:
    """One indicator: its name, its figure and the word of the comparison as they are to be read.

    Without `spine`, `woord` says why there is no figure, and takes the place of the row.
    """

    naam: str
    waarde: str
    woord: str
    spine: Spine | None


def spineblad(
    rijen: Sequence[Bladrij],
    kop: str,
    eigen: str,
    vergelijking: str | None,
    titel: str,
    omschrijving: str,
    breedte: int = 860,
) -> str:
    """Draw the rows in the order given, at least 700 pixels wide, with their key below.

    `kop` stands above the spine rows and says which side is favourable. `eigen` and `vergelijking` name
    the filled circle and the diamond.
    """
    left = LABEL + VALUE + 2 * GAP
    middle = breedte - left - WORD - GAP
    body, y = [text(left + middle, 14, kop, "fig-klein", "end")], 26.0
    for rij in rijen:
        drawn, height = _row(rij, y, left, middle, breedte)
        body.append(drawn)
        y += height
    spines = [rij.spine for rij in rijen if rij.spine]
    others = "andere gemeenten van de groep" if any(een.anderen for een in spines) else None
    marge = any(een.interval for een in spines)
    key, height = legend_shapes(eigen, marge, vergelijking, others, breedte)
    body.append(tag("g", key, transform=f"translate(0 {y + GAP:.1f})"))
    return drawing(breedte, y + GAP + height, titel, omschrijving, *body, klass="fig fig-blad")


def _row(rij: Bladrij, y: float, left: float, middle: float, breedte: int) -> tuple[str, float]:
    """Draw one row from `y` down with a line above it, and return the height that it takes."""
    names = wrap(rij.naam, LABEL)
    said = wrap(rij.woord, WORD if rij.spine else middle + GAP + WORD)
    height = max(LINE * len(names), LINE * len(said), HEIGHT) + 10
    centre = y + height / 2
    shapes = ""
    if rij.spine:
        place = f"translate({left:.1f} {centre - HEIGHT / 2:.1f})"
        shapes = tag("g", spine_shapes(rij.spine, middle), transform=place)
    drawn = (
        tag("path", d=f"M0 {y:.1f}H{breedte}", klass="fig-raster")
        + paragraph(0, _first(centre, names), names, "fig-label")
        + text(LABEL + GAP + VALUE, centre + 5, rij.waarde, "fig-as", "end")
        + shapes
        + paragraph(left + middle + GAP if rij.spine else left, _first(centre, said), said, "fig-klein")
    )
    return tag("g", drawn), height


def _first(centre: float, lines: Sequence[str]) -> float:
    """Return the baseline of the first of some lines that stand around `centre`."""
    return centre + 5 - LINE * (len(lines) - 1) / 2
