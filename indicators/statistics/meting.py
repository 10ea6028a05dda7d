"""One figure of one area, with what is needed to say how certain it is."""

from dataclasses import dataclass

from indicators.statistics.periode import Periode


@dataclass(frozen=True, slots=True)
class Meting:
    """A value over a period, in the unit of its indicator: a share is a percentage from 0 to 100.

    `noemer` is the number of people (or births, households) that the share is a share of; `n` the number of
    people who answered a survey. `schatting`: recalculated for a merged municipality. No figure is `None`,
    never 0.
    """

    periode: Periode
    waarde: float | None
    noemer: float | None = None
    n: float | None = None
    schatting: bool = False
    voorlopig: bool = False
