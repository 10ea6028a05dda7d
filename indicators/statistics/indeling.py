"""The ways to divide the values of a map into classes."""

from enum import StrEnum


class Indeling(StrEnum):
    """How the values are divided."""

    KWANTIELEN = "kwantielen"
    NATUURLIJK = "natuurlijk"
    GELIJK = "gelijk"
    ROND = "rond"
    KANSARMOEDE = "kansarmoede"
    AFSTAND = "afstand"
    VERSCHIL = "verschil"


VAST = (Indeling.KANSARMOEDE, Indeling.AFSTAND, Indeling.VERSCHIL)
"""The number of classes is not for the reader to choose."""
UITEENLOPEND = (Indeling.AFSTAND, Indeling.VERSCHIL)
"""The class in the middle has a meaning of its own."""
NAAR_AANTAL = (Indeling.KWANTIELEN, Indeling.NATUURLIJK)
"""The values decide where the edges are, so a class that falls away leaves no gap."""


def opmerking(indeling: Indeling, over: int, gepland: int, gevraagd: int) -> str | None:
    """Why there are not as many classes as asked for: Dutch sentences for under the legend.

    `gepland` is what the method made of `gevraagd`, `over` how many of these hold an area.
    """
    if indeling in NAAR_AANTAL:
        if over == gevraagd:
            return None
        return f"Je koos {gevraagd} klassen. Het zijn er {over}: er zijn te weinig verschillende cijfers."
    zinnen = []
    if gepland != gevraagd:
        zinnen.append(f"Met ronde grenzen zijn er {gepland} klassen in plaats van {gevraagd}.")
    if over < gepland:
        zinnen.append(f"Alleen klassen met gemeenten staan in de legende: {over} van de {gepland}.")
    return " ".join(zinnen) or None
