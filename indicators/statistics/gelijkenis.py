"""Municipalities that look alike: the nearest by standardised context variables.

The distance is Euclidean over z-scores, divided by the root of the number of variables, so that it stays in
standard deviations whatever number of them is used. Nearest neighbours, as in CIPFA's "nearest neighbours"
model for local authorities in England; every variable weighs the same.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import fsum, sqrt
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Gelijkende:
    """A municipality that looks like another.

    `afstand` is in standard deviations: 0 is the same in everything. `verschillen` holds, per variable, how
    many standard deviations it lies higher than the other.
    """

    nis: str
    afstand: float
    verschillen: Mapping[str, float]


def standaardiseer(waarden: Mapping[str, float]) -> dict[str, float]:
    """The z-scores of the municipalities that have a value; all 0 where these do not differ."""
    midden = fmean(waarden.values())
    spreiding = _root_mean_square([waarde - midden for waarde in waarden.values()])
    return {nis: (waarde - midden) / spreiding if spreiding else 0.0 for nis, waarde in waarden.items()}


def gelijkaardig(
    nis: str,
    kenmerken: Mapping[str, Mapping[str, float]],
    zonder: Collection[str] = (),
    k: int = 10,
) -> list[Gelijkende]:
    """The `k` municipalities nearest to `nis`, nearest first; fewer where there are no more.

    `kenmerken` maps a variable to the value of each municipality that has one, on the scale to compare on.
    Variables in `zonder`, and those that `nis` itself lacks, are not used; a municipality that lacks a used
    one is no candidate. At equal distance the lower code goes first. Empty where no variable is left.
    """
    gebruikt = bruikbaar(nis, kenmerken, zonder)
    scores = {kenmerk: standaardiseer(kenmerken[kenmerk]) for kenmerk in gebruikt}
    if not scores:
        return []
    eigen = [(score, score[nis]) for score in scores.values()]
    volledig = set.intersection(*(set(score) for score in scores.values())) - {nis}
    ver = {ander: _root_mean_square([score[ander] - een for score, een in eigen]) for ander in volledig}
    return [
        Gelijkende(ander, ver[ander], {naam: score[ander] - score[nis] for naam, score in scores.items()})
        for ander in nsmallest(k, ver, key=lambda ander: (ver[ander], ander))
    ]


def _root_mean_square(verschillen: Sequence[float]) -> float:
    """`fmean` would do the same, but slowly for so few numbers so often."""
    return sqrt(fsum([verschil**2 for verschil in verschillen]) / len(verschillen))


def bruikbaar(
    nis: str, kenmerken: Mapping[str, Mapping[str, float]], zonder: Collection[str] = ()
) -> Sequence[str]:
    """The variables that `nis` can be compared on: it has a value, and nobody asked to leave them out."""
    return [kenmerk for kenmerk, waarden in kenmerken.items() if kenmerk not in zonder and nis in waarden]
