"""Shares of many areas, each with its denominator: what the funnel, the shrinkage and the rank start from."""

from collections.abc import Sequence

from indicators.statistics.fout import StatistiekFout

Deel = tuple[float, float]
"""The share of one area (0 to 1) and its denominator (more than 0)."""


def gezamenlijk(delen: Sequence[Deel]) -> float:
    """The share (0 to 1) of all areas together: the mean, weighted by the denominators.

    Raises `StatistiekFout` when there are none, or one is no share with a denominator: an area without a
    figure is left out by who asks, never counted as 0.
    """
    if not delen:
        raise StatistiekFout("Er is geen enkele gemeente met een cijfer.")
    for aandeel, noemer in delen:
        if not (0 <= aandeel <= 1 and noemer > 0):
            raise StatistiekFout(f"Dit is geen aandeel met een noemer: {aandeel} van {noemer}.")
    return sum(aandeel * noemer for aandeel, noemer in delen) / sum(noemer for _, noemer in delen)
