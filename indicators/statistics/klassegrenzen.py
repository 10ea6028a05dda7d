"""Where one class of a map ends and the next begins: the edges, before empty classes are left out.

The rules are those of mapclassify (BSD-3-Clause), written again: `Quantiles`, `EqualInterval` and
`PrettyBreaks`. Each function returns the edges from low to high, one more than there are classes.
"""

from collections.abc import Sequence
from math import ceil, floor, log10

RUIS = 10
"""Decimals of a class width that an edge is rounded to: what lies behind is the noise of the computer."""


def kwantielgrenzen(waarden: Sequence[float], aantal: int) -> list[float]:
    """As many areas in each class as can be; edges that coincide, where values are equal, count once."""
    op_rij = sorted(waarden)
    grenzen = {op_rij[-1]}
    for nummer in range(1, aantal):
        plek, rest = divmod(nummer * (len(op_rij) - 1), aantal)
        tussen = rest / aantal * (op_rij[plek + 1] - op_rij[plek]) if rest else 0.0
        grenzen.add(op_rij[plek] + tussen)
    return [op_rij[0], *sorted(grenzen)]


def gelijke_grenzen(waarden: Sequence[float], aantal: int) -> list[float]:
    """Classes of one width, from the lowest value to the highest, which differ."""
    laag, hoog = min(waarden), max(waarden)
    breedte = (hoog - laag) / aantal
    tussen = [laag + (hoog - laag) * nummer / aantal for nummer in range(1, aantal)]
    return [laag, *(_zonder_ruis(grens, breedte) for grens in tussen), hoog]


def ronde_grenzen(waarden: Sequence[float], aantal: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten around values that differ, in about `aantal` classes."""
    laag, hoog = min(waarden), max(waarden)
    breedte = _rond(_rond(hoog - laag, (1, 2, 5)) / (aantal - 1), (1.5, 3, 7))
    eerste = floor(laag / breedte + 10**-RUIS)
    laatste = ceil(hoog / breedte - 10**-RUIS)
    return [_zonder_ruis(nummer * breedte, breedte) for nummer in range(eerste, laatste + 1)]


def _rond(waarde: float, tot: Sequence[float]) -> float:
    """1, 2, 5 or 10 times a power of ten: the next one where `waarde` passes the limits in `tot`."""
    macht = 10.0 ** floor(log10(waarde))
    for grens, rond in zip(tot, (1, 2, 5), strict=True):
        if round(waarde / macht, RUIS) <= grens:
            return rond * macht
    return 10 * macht


def _zonder_ruis(grens: float, breedte: float) -> float:
    return round(grens, RUIS - floor(log10(breedte)))
