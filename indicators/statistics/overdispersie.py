"""How much more than by chance a share moves between two periods, learned from all municipalities.

The families with a birth in one period are no draw from the same urn as those of an earlier one: a new
district, an asylum centre that closed. Compared as if only chance were at work, two such periods give 8 to
36 false alarms in 100 where 5 are meant. The extra movement is a variance added to that of chance, as in
the funnel plot (Spiegelhalter 2005), and no factor on it: a factor that fits a city of 1000 births a year
is too much for a village of 100.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from statistics import NormalDist, median

from indicators.model import Soort
from indicators.statistics.fout import Onbekend
from indicators.statistics.interval import standaardfout
from indicators.statistics.meting import Meting
from indicators.statistics.periode import zonder_overlap

MINSTENS = 30
"""Fewer municipalities say too little about what is usual."""
KWARTIEL = NormalDist().inv_cdf(0.75)
"""Half of all standard normal values lie closer to 0 than this."""
STAPPEN = 40

Verschil = tuple[float, float]
"""A change in percentage points, and the variance that chance gives it."""


def overdispersie(paren: Sequence[tuple[Meting, Meting]]) -> float | Onbekend:
    """The standard deviation (percentage points, 0 or more) of changes beyond chance.

    `paren` holds for every municipality the new and the old measurement of a share; the periods of a pair
    do not overlap, else `OverlappendePerioden`. What all municipalities share (the median change) is taken
    off: that is news, not noise. The spread is measured by the middle half of the municipalities, so that
    those where something really changed hardly count.
    """
    verschillen = [verschil for nieuw, oud in paren if (verschil := _verschil(nieuw, oud)) is not None]
    if len(verschillen) < MINSTENS:
        return Onbekend(
            f"maar {len(verschillen)} gemeenten in beide perioden een cijfer hebben waarvan de onzekerheid "
            "bekend is; dan weten we niet hoeveel zo'n cijfer gewoonlijk schommelt"
        )
    laag, hoog = 0.0, max(abs(verschil) for verschil, _ in verschillen) + 1
    if _schaal(verschillen, laag) <= 1:
        return 0.0
    for _ in range(STAPPEN):
        midden = (laag + hoog) / 2
        laag, hoog = (midden, hoog) if _schaal(verschillen, midden) > 1 else (laag, midden)
    return hoog


def _verschil(nieuw: Meting, oud: Meting) -> Verschil | None:
    """The change and its variance; None when a value or its uncertainty is not known."""
    zonder_overlap(nieuw.periode, oud.periode)
    if nieuw.waarde is None or oud.waarde is None:
        return None
    fouten = standaardfout(nieuw, Soort.AANDEEL), standaardfout(oud, Soort.AANDEEL)
    if not fouten[0] or not fouten[1]:
        return None
    return nieuw.waarde - oud.waarde, fouten[0] ** 2 + fouten[1] ** 2


def _schaal(verschillen: Sequence[Verschil], extra: float) -> float:
    """The robust spread of the standardised changes with this extra standard deviation: 1 when it fits."""
    fouten = [math.sqrt(variantie + extra**2) for _, variantie in verschillen]
    gewoon = _gewogen_mediaan(
        [(verschil, 1 / fout) for (verschil, _), fout in zip(verschillen, fouten, strict=True)]
    )
    afstanden = [
        abs(verschil - gewoon) / fout for (verschil, _), fout in zip(verschillen, fouten, strict=True)
    ]
    return median(afstanden) / KWARTIEL


def _gewogen_mediaan(waarden: Sequence[tuple[float, float]]) -> float:
    """The value with half of the weight on either side."""
    op_rij = sorted(waarden)
    bereikt = list(accumulate(gewicht for _, gewicht in op_rij))
    return op_rij[bisect_left(bereikt, bereikt[-1] / 2)][0]
