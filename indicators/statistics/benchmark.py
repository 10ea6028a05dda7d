"""Whether a figure is higher or lower than another by more than chance."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from indicators.model import Richting
from indicators.statistics.interval import Interval


class Positie(StrEnum):
    """The only three words for a comparison."""

    HOGER = "hoger"
    NIET_TE_ONDERSCHEIDEN = "niet te onderscheiden"
    LAGER = "lager"


GUNSTIG = {
    Richting.HOGER_IS_GUNSTIGER: Positie.HOGER,
    Richting.LAGER_IS_GUNSTIGER: Positie.LAGER,
}


@dataclass(frozen=True, slots=True)
class Oordeel:
    """The position, and what it means where the indicator says which way is favourable."""

    positie: Positie
    gunst: Literal["gunstiger", "ongunstiger"] | None


def oordeel(interval: Interval, vergelijking: float, richting: Richting) -> Oordeel:
    """Hold the interval of an area against the value of its comparator, both in the same unit.

    An interval that touches the value is no difference. The comparator counts as exact, as in the public
    health profiles for England (Fingertips, "comparing with a benchmark").
    """
    positie = _positie(interval, vergelijking)
    if positie is Positie.NIET_TE_ONDERSCHEIDEN or richting is Richting.GEEN:
        return Oordeel(positie, None)
    return Oordeel(positie, "gunstiger" if GUNSTIG[richting] is positie else "ongunstiger")


def _positie(interval: Interval, vergelijking: float) -> Positie:
    if interval.laag > vergelijking:
        return Positie.HOGER
    if interval.hoog < vergelijking:
        return Positie.LAGER
    return Positie.NIET_TE_ONDERSCHEIDEN
