"""A map with its legend beside it, or several maps with theirs, as one drawing."""

from collections.abc import Sequence

from dashboard.figures.markup import LINE, drawing, paragraph, wrap
from dashboard.figures.uitvoer import maten

TUSSEN = 32


def kaartblad(kaart: str, legende: str, titel: str, omschrijving: str) -> str:
    """Put the legend to the right of the map, both from the top."""
    breed, hoog = maten(kaart)
    erbij, lang = maten(legende)
    naast = legende.replace("<svg ", f'<svg x="{breed + TUSSEN:.0f}" ', 1)
    return drawing(
        breed + TUSSEN + erbij, max(hoog, lang), titel, omschrijving, kaart, naast, klass="fig fig-kaartblad"
    )


def kaartenblad(
    delen: Sequence[tuple[str, str, str | None]],
    legenden: Sequence[str],
    gedeeld: str,
    kolommen: int,
    titel: str,
    omschrijving: str,
) -> str:
    """Put drawings, each with a heading and its own legend or none, in rows of `kolommen`.

    `legenden` are those of all of them, beside each other at the bottom; `gedeeld` holds the shapes that the
    drawings refer to.
    """
    stap = max(maten(svg)[0] for _, svg, _ in delen) + TUSSEN
    inhoud, boven = [gedeeld], 0.0
    for begin in range(0, len(delen), kolommen):
        rij = delen[begin : begin + kolommen]
        koppen = max(len(wrap(kop, stap - TUSSEN)) for kop, _, _ in rij)
        onder = boven + LINE * (koppen + 0.5)
        for nummer, (kop, *tekeningen) in enumerate(rij):
            inhoud.append(paragraph(nummer * stap, boven + LINE, wrap(kop, stap - TUSSEN), "fig-as"))
            inhoud.append(_below([een for een in tekeningen if een], nummer * stap, onder))
        boven = onder + max(sum(maten(een)[1] + TUSSEN for een in deel[1:] if een) for deel in rij)
    links = 0.0
    for legende in legenden:
        inhoud.append(_at(legende, links, boven))
        links += maten(legende)[0] + TUSSEN
    breedte = max(min(len(delen), kolommen) * stap, links) - TUSSEN
    hoogte = boven + max((maten(legende)[1] for legende in legenden), default=-TUSSEN)
    return drawing(breedte, hoogte, titel, omschrijving, *inhoud, klass="fig fig-kaartblad")


def _below(tekeningen: Sequence[str], x: float, y: float) -> str:
    """Put drawings under each other from `y`."""
    geplaatst = []
    for een in tekeningen:
        geplaatst.append(_at(een, x, y))
        y += maten(een)[1] + TUSSEN
    return "".join(geplaatst)


def _at(svg: str, x: float, y: float) -> str:
    return svg.replace("<svg ", f'<svg x="{x:.0f}" y="{y:.0f}" ', 1)
