"""The legend of a map of two indicators: nine colours in a square, with how many municipalities have each."""

from collections.abc import Iterator, Mapping

from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, wrap
from indicators.statistics.tweeluik import DERDEN, Vak

VAKJE, TUSSEN = 58, 2
LINKS = 92
"""Room for the words of the second indicator."""
PALET = "palet-tweeluik"


def vakklasse(vak: Vak) -> str:
    """Return the class that gives a cell, and the municipalities in it, their colour."""
    return f"t{vak[0]}{vak[1]}"


def tweeluiklegende(aantallen: Mapping[Vak, int], eerste: str, tweede: str, breedte: float) -> str:
    """Draw the square, the first indicator to the right and the second upward, with all nine cells."""
    boven = wrap(f"↑ {tweede}", breedte)
    onder = wrap(f"{eerste} →", breedte - LINKS)
    top = len(boven) * LINE + 10
    zij = len(DERDEN) * (VAKJE + TUSSEN)
    einde = top + zij + LINE
    return drawing(
        breedte,
        einde + LINE * len(onder) + 10,
        f"Legende: {eerste} en {tweede}",
        "De lijst eronder zegt hetzelfde in woorden.",
        paragraph(0, LINE - 3, boven, "fig-as"),
        *_cells(aantallen, top),
        *_words(top),
        paragraph(LINKS, einde + LINE + 4, onder, "fig-as"),
        klass=f"fig kaart {PALET}",
    )


def _cells(aantallen: Mapping[Vak, int], top: float) -> Iterator[str]:
    """Yield a cell with its number; the highest third of the second indicator is on top."""
    for vak, aantal in aantallen.items():
        x = LINKS + vak[0] * (VAKJE + TUSSEN)
        y = top + (len(DERDEN) - 1 - vak[1]) * (VAKJE + TUSSEN)
        yield tag("rect", x=x, y=y, width=VAKJE, height=VAKJE, klass=f"kaart-staal {vakklasse(vak)}")
        yield text(x + VAKJE / 2, y + VAKJE / 2 + 5, str(aantal), "tweeluik-getal", "middle")


def _words(top: float) -> Iterator[str]:
    for nummer, woord in enumerate(DERDEN):
        rij = len(DERDEN) - 1 - nummer
        yield text(LINKS - 8, top + rij * (VAKJE + TUSSEN) + VAKJE / 2 + 5, _short(woord), "fig-klein", "end")
        midden = LINKS + nummer * (VAKJE + TUSSEN) + VAKJE / 2
        onder = top + len(DERDEN) * (VAKJE + TUSSEN)
        yield text(midden, onder + LINE - 4, _short(woord), "fig-klein", "middle")


def _short(woord: str) -> str:
    return woord.removeprefix("in het ")
