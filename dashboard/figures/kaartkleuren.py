"""Which colours the classes of a map get: steps 0 to 6 of a ramp in `assets/01-tokens.css`."""

from indicators.model import Richting
from indicators.statistics.indeling import UITEENLOPEND, Indeling
from indicators.statistics.klassen import Klassen

STAPPEN = 7
EEN_TINT = "kaart"
ROND_MIDDEN = {
    Richting.HOGER_IS_GUNSTIGER: "hoger-gunstig",
    Richting.LAGER_IS_GUNSTIGER: "lager-gunstig",
    Richting.GEEN: "zonder-richting",
}
"""Two hues around grey: orange and blue where one side is favourable, else two that say nothing."""


def palet(indeling: Indeling, richting: Richting) -> str:
    """The name of the ramp: one hue, unless the middle has a meaning.

    Every ramp goes one way in lightness, so that a copy in grey still says which value is higher.
    """
    return ROND_MIDDEN[richting] if indeling in UITEENLOPEND else EEN_TINT


def kleurstappen(aantal: int) -> tuple[int, ...]:
    """The steps for 1 to 7 classes, low to high: as far apart as can be, the middle class in the middle."""
    if aantal == 1:
        return (STAPPEN // 2,)
    return tuple(round(nummer * (STAPPEN - 1) / (aantal - 1)) for nummer in range(aantal))


def stappen_van(klassen: Klassen) -> tuple[int, ...]:
    """The step of each class; one keeps its colour when another is left out because nobody is in it."""
    gepland = kleurstappen(klassen.gepland)
    return tuple(gepland[klas.plaats] for klas in klassen.leden)
