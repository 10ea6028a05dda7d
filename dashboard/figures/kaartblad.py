"""A map with its legend beside it, as one drawing."""

from dashboard.figures.markup import drawing
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
