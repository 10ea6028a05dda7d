"""Shares of small areas pulled towards the middle, as far as chance explains that they stand apart.

The global empirical-Bayes estimator of Marshall (1991), "Mapping disease and mortality rates using
empirical Bayes estimators", Applied Statistics 40, 283-294. Sampling variance is the binomial m(1 - m) / n
where Marshall has the Poisson m / n: his events are rare, a share of 12 % is not (Martuzzi and Elliott
1996, Statistics in Medicine 15, 1867-1873).
"""

import math
from collections.abc import Sequence

from indicators.statistics.delen import Deel, gezamenlijk


def krimp(delen: Sequence[Deel]) -> list[float]:
    """The share (0 to 1) of each area after shrinkage, in the order of `delen`.

    An area with a large denominator keeps its own share, one with a small denominator gets a share near that
    of all areas together. For a map that should not be a map of chance; the raw share stays beside it.
    """
    return [aandeel for aandeel, _ in verwachting(delen)]


def verwachting(delen: Sequence[Deel]) -> list[tuple[float, float]]:
    """The shrunk share of each area (0 to 1) with its standard error, in the order of `delen`."""
    midden = gezamenlijk(delen)
    tussen = _variantie_tussen(delen, midden)
    return [_gekrompen(deel, midden, tussen) for deel in delen]


def _gekrompen(deel: Deel, midden: float, tussen: float) -> tuple[float, float]:
    aandeel, noemer = deel
    toeval = midden * (1 - midden) / noemer
    eigen = tussen / (tussen + toeval) if tussen else 0.0
    return midden + eigen * (aandeel - midden), math.sqrt(eigen * toeval)


def _variantie_tussen(delen: Sequence[Deel], midden: float) -> float:
    """How far the true shares lie apart: the spread with that of chance taken off, never below 0."""
    mensen = sum(noemer for _, noemer in delen)
    spreiding = sum(noemer * (aandeel - midden) ** 2 for aandeel, noemer in delen) / mensen
    return max(0.0, spreiding - midden * (1 - midden) * len(delen) / mensen)
