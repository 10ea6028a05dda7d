"""Two indicators as a cloud: a disc per municipality, whose surface is its number of inhabitants."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt

from dashboard.figures.assen import Vlak, across_grid, scale, text_width, value_grid
from dashboard.figures.markup import LINE, drawing, paragraph, tag, wrap

BREEDTE, VELD = 380, 300
"""Pixels of the drawing across, and of the field of the discs down."""
GROOTSTE, KLEINSTE = 16, 2.5
"""Radius of the disc of most people, and the least that the eye still finds."""
RAND = 8


@dataclass(frozen=True, slots=True)
class Schijf:
    """A municipality: its two values, its inhabitants, the class of its colour, and what is said about it."""

    nis_code: str
    x: float
    y: float
    inwoners: float
    klas: str
    tekst: str


@dataclass(frozen=True, slots=True)
class As:
    """What an axis shows: its name, how a value is written on it, and the limits between the thirds."""

    titel: str
    schrijf: Callable[[float], str]
    derden: tuple[float, ...]


def spreidingsdiagram(
    schijven: Sequence[Schijf], over: As, omhoog: As, palet: str, titel: str, omschrijving: str
) -> str:
    """Draw at least one disc; `over` is the axis of `x`, `omhoog` of `y`. They need not begin at zero."""
    stappen_x = scale(min(een.x for een in schijven), max(een.x for een in schijven), from_zero=False)
    stappen_y = scale(min(een.y for een in schijven), max(een.y for een in schijven), from_zero=False)
    boven, onder = wrap(f"↑ {omhoog.titel}", BREEDTE), wrap(f"{over.titel} →", BREEDTE)
    links = max(text_width(omhoog.schrijf(een)) for een in stappen_y) + 10
    top = len(boven) * LINE + GROOTSTE
    veld = Vlak(
        links + RAND,
        BREEDTE - GROOTSTE,
        top,
        top + VELD,
        (stappen_x[0], stappen_x[-1]),
        (stappen_y[0], stappen_y[-1]),
    )
    return drawing(
        BREEDTE,
        veld.bottom + 30 + LINE * len(onder),
        titel,
        omschrijving,
        paragraph(0, LINE - 3, boven, "fig-as"),
        *value_grid(veld, stappen_y, omhoog.schrijf),
        *across_grid(veld, stappen_x, over.schrijf),
        *_thirds(veld, over, omhoog),
        tag("g", *_discs(schijven, veld), klass="spreiding-schijven"),
        paragraph(links, veld.bottom + 30 + LINE - 2, onder, "fig-as"),
        klass=f"fig {palet}",
    )


def _thirds(veld: Vlak, over: As, omhoog: As) -> Iterator[str]:
    for grens in over.derden:
        yield tag("path", d=f"M{veld.x(grens):.1f} {veld.top}V{veld.bottom}", klass="fig-breuk")
    for grens in omhoog.derden:
        yield tag("path", d=f"M{veld.left} {veld.y(grens):.1f}H{veld.right}", klass="fig-breuk")


def _discs(schijven: Sequence[Schijf], veld: Vlak) -> Iterator[str]:
    """Yield the discs, the largest first so that it hides none."""
    meeste = max(een.inwoners for een in schijven) or 1  # unknown of everybody: the smallest discs
    for een in sorted(schijven, key=lambda schijf: -schijf.inwoners):
        straal = max(KLEINSTE, GROOTSTE * sqrt(een.inwoners / meeste))
        yield (
            f'<circle class="{een.klas}" data-nis="{een.nis_code}" cx="{veld.x(een.x):.1f}" '
            f'cy="{veld.y(een.y):.1f}" r="{straal:.1f}"><title>{escape(een.tekst)}</title></circle>'
        )
