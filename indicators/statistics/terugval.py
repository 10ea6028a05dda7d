"""What follows a peak when nothing happens: regression to the mean.

Galton (1886), Journal of the Anthropological Institute 15, p. 246; for a measure that starts after a peak:
Barnett, van der Pols and Dobson (2005), International Journal of Epidemiology 34, p. 215.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist, fmean

from indicators.statistics.fout import StatistiekFout

TOP = 0.10
"""The part of the municipalities that rose most."""
STAPPEN = 1000

_normaal = NormalDist()


@dataclass(frozen=True, slots=True)
class Terugval:
    """Mean rise of those that rose most and mean fall after it, both in percentage points.

    `kans` (0 to 1) is the part of them that falls at all.
    """

    stijging: float
    daling: float
    kans: float


def terugval(aandeel: float, noemer: float) -> Terugval:
    """What chance alone does to the tenth of the municipalities that rose most, all equal and unchanging.

    `aandeel` is the true share (0 to 1) of each, `noemer` the number of people in each period; three periods
    without overlap. Two successive changes share the middle period, so their correlation is -1/2.
    """
    if not 0 < aandeel < 1 or noemer <= 0:
        raise StatistiekFout(f"Geen terugval voor een aandeel {aandeel} en een noemer {noemer}.")
    fout = 100 * math.sqrt(2 * aandeel * (1 - aandeel) / noemer)
    hoogste = [_normaal.inv_cdf(1 - TOP * (stap + 0.5) / STAPPEN) for stap in range(STAPPEN)]
    stijging = fout * fmean(hoogste)
    # Given a rise of d standard errors, the next change is normal around -d/2 with variance 3/4.
    kans = fmean(_normaal.cdf(d / 2 / math.sqrt(3 / 4)) for d in hoogste)
    return Terugval(stijging, stijging / 2, kans)
