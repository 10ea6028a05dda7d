"""Classes with edges of their own: those of the 2018 study, the distance to the mean, and verdicts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from indicators.gemeenten.klassen import KANSARMOEDEKLASSEN
from indicators.statistics.benchmark import Positie
from indicators.statistics.indeling import Indeling

AFSTANDEN = (-1.5, -0.5, 0.5, 1.5)
"""Standard deviations from the mean, as provincies.incijfers.be draws them: a distance, no test."""
AFSTANDWOORDEN = ("ver onder", "onder", "rond", "boven", "ver boven")
"""Each before "het gemiddelde"."""
DERDEN = (1, 2)
"""Small, middle and large differences: a third of the areas each."""
RUIS = 9
"""Decimals that say something about a difference: what lies behind is the noise of the computer."""
VERSCHILWAARDE = {Positie.LAGER: -1.0, Positie.NIET_TE_ONDERSCHEIDEN: 0.0, Positie.HOGER: 1.0}
"""What to hand to `klassen` for a verdict; an area without a verdict has no class."""


@dataclass(frozen=True, slots=True)
class VasteKlassen:
    """The inner edges, and one word more than there are edges; it is empty where they need none.

    `vanaf`: a value on an edge is in the class above.
    """

    grenzen: tuple[float, ...]
    woorden: tuple[str, ...]
    vanaf: bool = False


def _kansarmoede(_waarden: Sequence[float]) -> VasteKlassen:
    """The classes for the kansarmoede-index, in percent."""
    return VasteKlassen(
        tuple(klasse.vanaf for klasse in KANSARMOEDEKLASSEN[1:]),
        tuple(klasse.titel for klasse in KANSARMOEDEKLASSEN),
        vanaf=True,
    )


def _afstand(waarden: Sequence[float]) -> VasteKlassen:
    """Around the mean of these areas, each counted once; the standard deviation is that of these areas."""
    if min(waarden) == max(waarden):
        midden, spreiding = waarden[0], 1.0  # all in the middle, wherever rounding puts their mean
    else:
        midden, spreiding = fmean(waarden), pstdev(waarden)
    return VasteKlassen(
        tuple(midden + afstand * spreiding for afstand in AFSTANDEN),
        tuple(f"{woord} het gemiddelde" for woord in AFSTANDWOORDEN),
    )


def _verschil(_waarden: Sequence[float]) -> VasteKlassen:
    return VasteKlassen((-0.5, 0.5), tuple(positie.value for positie in VERSCHILWAARDE))


def rond_nul(verschillen: Sequence[float], nul: float) -> VasteKlassen:
    """As far below 0 as above it: at the thirds of how large the differences are, whatever their sign.

    Up to `nul` there is no difference. Each other edge lies between two sizes that occur, so that a fall and
    a rise of one size are treated alike.
    """
    alle = (round(abs(verschil), RUIS) for verschil in verschillen)
    grootten = sorted(grootte for grootte in alle if grootte > nul)
    afstanden = {nul}
    for derde in DERDEN if grootten else ():
        grootte = grootten[derde * (len(grootten) - 1) // 3]
        groter = next((een for een in grootten if een > grootte), None)
        if groter is not None:
            afstanden.add((grootte + groter) / 2)
    grenzen = (*(-een for een in sorted(afstanden, reverse=True)), *sorted(afstanden))
    return VasteKlassen(grenzen, ("",) * (len(grenzen) + 1))


VASTE_KLASSEN: dict[Indeling, Callable[[Sequence[float]], VasteKlassen]] = {
    Indeling.KANSARMOEDE: _kansarmoede,
    Indeling.AFSTAND: _afstand,
    Indeling.VERSCHIL: _verschil,
}
