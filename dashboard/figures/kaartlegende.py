"""The legend of a map: how the values are spread with the limits of the classes, and a row per class."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.figures.assen import text_width
from dashboard.figures.kaart import LIJNEN
from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, wrap
from dashboard.figures.verdeling import staven

ROW = 22
SWATCH = 22
SIGN = 32
"""Room for the swatch, before the words."""
BARS, STRIP = 54, 8
"""Height of the histogram, and of the classes in colour under it."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A row: the class names of its swatch, its words, and how many municipalities it counts."""

    klas: str
    tekst: str
    aantal: int | None


@dataclass(frozen=True, slots=True)
class Schijf:
    """A disc as on the map: its radius in pixels, and the amount that it stands for, in words."""

    straal: float
    tekst: str


@dataclass(frozen=True, slots=True)
class Spreiding:
    """The values that are coloured, and the classes as (class name, from, to) in the same unit."""

    waarden: Sequence[float]
    klassen: Sequence[tuple[str, float, float]]
    schrijf: Callable[[float], str]


def kaartlegende(
    regels: Sequence[Regel],
    spreiding: Spreiding | None,
    schijven: Sequence[Schijf],
    palet: str,
    breedte: float,
    titel: str,
    lijnen: Sequence[tuple[str, str]] = (),
) -> str:
    """Draw the legend `breedte` pixels wide; without `spreiding` there are no limits to show.

    `lijnen` are borders on the map with their words. Its patterns are those of the map beside it.
    """
    boven, hoogte = _spread(spreiding, breedte) if spreiding else ("", 0.0)
    body, y = [boven], hoogte + LINE
    for regel in regels:
        lines = wrap(regel.tekst, breedte - SIGN - 40)
        body.append(tag("rect", x=0.5, y=y - 14, width=SWATCH, height=17, klass=f"kaart-staal {regel.klas}"))
        body.append(paragraph(SIGN, y, lines))
        if regel.aantal is not None:
            body.append(text(breedte, y, str(regel.aantal), "fig-klein", "end"))
        y += ROW + LINE * (len(lines) - 1)
    ruimte = max((schijf.straal for schijf in schijven), default=0.0) + 1
    for schijf in schijven:
        y += max(0.0, schijf.straal - 8)
        body.append(tag("circle", cx=ruimte, cy=y - 5, r=schijf.straal, klass="kaart-schijf"))
        body.append(text(2 * ruimte + 10, y, schijf.tekst))
        y += max(ROW, schijf.straal + 14)
    for naam, woorden in lijnen:
        lines = wrap(woorden, breedte - SIGN)
        body.append(
            tag("path", d=f"M0 {y - 5:.0f}h{SWATCH}", stroke_width=LIJNEN[naam], klass=f"kaart-{naam}")
        )
        body.append(paragraph(SIGN, y, lines))
        y += ROW + LINE * (len(lines) - 1)
    return drawing(breedte, y - LINE + 6, titel, "", *body, klass=f"fig kaart {palet}")


def _spread(spreiding: Spreiding, breedte: float) -> tuple[str, float]:
    """Return the histogram with the classes under it, and its height."""
    geteld = staven(spreiding.waarden, vanaf_nul=False)
    gevuld = [nummer for nummer, hoeveel in enumerate(geteld.aantallen) if hoeveel]
    begin = min(geteld.begin + geteld.stap * gevuld[0], spreiding.klassen[0][1])
    einde = max(geteld.begin + geteld.stap * (gevuld[-1] + 1), spreiding.klassen[-1][2])

    def x(waarde: float) -> float:
        return (waarde - begin) / (einde - begin) * (breedte - 1)

    delen = [text(0, 12, "hoeveel gemeenten", "fig-klein")]
    top, bodem = 20.0, 20.0 + BARS
    hoogste = max(geteld.aantallen)
    for nummer, hoeveel in enumerate(geteld.aantallen):
        if hoeveel:
            links = x(geteld.begin + nummer * geteld.stap)
            hoog = hoeveel / hoogste * BARS
            breed = x(geteld.begin + (nummer + 1) * geteld.stap) - links
            delen.append(
                tag(
                    "rect",
                    x=links,
                    y=bodem - hoog,
                    width=max(breed - 1, 1),
                    height=hoog,
                    klass="kaart-histogram",
                )
            )
    delen += _classes(spreiding, x, top, bodem)
    return "".join(delen), bodem + STRIP + ROW


def _classes(spreiding: Spreiding, x: Callable[[float], float], top: float, bodem: float) -> Iterator[str]:
    """Yield the classes as a strip under the bars, a line up at each limit, and the ends in figures."""
    for klas, van, tot in spreiding.klassen:
        yield tag("rect", x=x(van), y=bodem, width=x(tot) - x(van), height=STRIP, klass=klas)
    for _, van, _ in spreiding.klassen[1:]:
        yield tag("path", d=f"M{x(van):.1f} {top}V{bodem + STRIP}", klass="kaart-grens")
    laag, hoog = spreiding.klassen[0][1], spreiding.klassen[-1][2]
    woord = spreiding.schrijf(hoog)
    yield text(x(laag), bodem + STRIP + 16, spreiding.schrijf(laag), "fig-klein")
    yield text(max(x(hoog), text_width(woord)), bodem + STRIP + 16, woord, "fig-klein", "end")
