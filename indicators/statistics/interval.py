"""How far chance alone could have moved a figure: 95 % intervals.

Every interval is of the kind that keeps near 95 % for few people too. The plain formula (Wald) does not: for
0 of 60 it gives 0 to 0 %, where Wilson gives 0 to 6,0 %.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

from indicators.model import Soort
from indicators.statistics.fout import Onbekend, StatistiekFout
from indicators.statistics.meting import Meting

Z = NormalDist().inv_cdf(0.975)
"""Two-sided 95 %: 1,96."""
REGEL_VAN_DRIE = 3.0
"""Nothing counted: with 95 % confidence fewer than three expected (-ln 0,05 = 2,996)."""
GROTE_STEEKPROEF = 0.1
"""From this share of the population on, a sample is corrected for the people who cannot be drawn again."""

GEEN_CIJFER = Onbekend("er geen cijfer is")
NOEMER_ONBEKEND = Onbekend("de bron niet zegt hoeveel mensen antwoordden of geteld zijn")
NOEMER_ELDERS_ONBEKEND = Onbekend("we niet weten hoeveel mensen er in die periode geteld zijn")
SPREIDING_ONBEKEND = Onbekend("de bron er geen marge bij geeft")
GEEN_VERHOUDING = Onbekend("dit een aantal is: een grotere gemeente heeft er vanzelf meer")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `laag` to `hoog`, both included, in the unit of the value.

    `geschat`: the number of people comes from another source, or the value was recalculated for a merger.
    """

    laag: float
    hoog: float
    geschat: bool = False


def wilson(aandeel: float, noemer: float) -> Interval:
    """The score interval of a share (0 to 1) of `noemer` people, who need not be a whole number.

    Wilson (1927), Journal of the American Statistical Association 22, p. 209-212.
    """
    if not 0 <= aandeel <= 1:
        raise StatistiekFout(f"Een aandeel ligt tussen 0 en 1, niet op {aandeel}.")
    if not 0 < noemer < math.inf:
        raise StatistiekFout(f"Een aandeel van {noemer} mensen bestaat niet.")
    z2n = Z * Z / noemer
    midden = (aandeel + z2n / 2) / (1 + z2n)
    breed = Z * math.sqrt(aandeel * (1 - aandeel) / noemer + z2n / (4 * noemer)) / (1 + z2n)
    # At 0 and at 1 the limit is exactly that; rounding would leave 1e-17.
    return Interval(
        laag=max(0.0, midden - breed) if aandeel > 0 else 0.0,
        hoog=min(1.0, midden + breed) if aandeel < 1 else 1.0,
    )


def byar(aantal: float) -> Interval:
    """The interval of a number of events; divided by the population it is the interval of a rate.

    Byar's approximation of the exact Poisson limits: Breslow and Day (1987), Statistical Methods in Cancer
    Research II, p. 69. Nothing counted: the rule of three, Hanley and Lippman-Hand (1983), JAMA 249, p. 1743.
    """
    if not 0 <= aantal < math.inf:
        raise StatistiekFout(f"{aantal} is geen aantal.")
    if aantal == 0:
        return Interval(0.0, REGEL_VAN_DRIE)
    return Interval(laag=_byar(aantal, -Z), hoog=_byar(aantal + 1, Z))


def _byar(aantal: float, z: float) -> float:
    # Below one event the cube may turn negative; no number of events does.
    return aantal * max(0.0, 1 - 1 / (9 * aantal) + z / (3 * math.sqrt(aantal))) ** 3


def bevraging(
    aandeel: float, respondenten: float, bevolking: float | None = None, ontwerpeffect: float = 1.0
) -> Interval:
    """The interval of a share (0 to 1) of people who answered: Wilson with their effective number.

    `ontwerpeffect` is how many times larger weights and clusters make the variance (Kish 1965, Survey
    Sampling, p. 258). More than a tenth of the `bevolking` asked: the correction (N - n) / (N - 1) too.
    """
    if ontwerpeffect <= 0:
        raise StatistiekFout(f"Een ontwerpeffect van {ontwerpeffect} bestaat niet.")
    if bevolking is not None and respondenten > bevolking:
        raise StatistiekFout(f"Van {bevolking} mensen kunnen er geen {respondenten} antwoorden.")
    effectief = respondenten / ontwerpeffect
    if bevolking is None or respondenten <= GROTE_STEEKPROEF * bevolking:
        return wilson(aandeel, effectief)
    if respondenten == bevolking:  # everybody answered: nothing is left to chance
        return Interval(aandeel, aandeel)
    return wilson(aandeel, effectief * (bevolking - 1) / (bevolking - respondenten))


def onzekerheid(
    meting: Meting, soort: Soort, noemer_van_elders: bool, bevolking: float | None = None
) -> Interval | Onbekend:
    """The interval of a figure as stored (a share in percent), or why there is none.

    `noemer_van_elders`: the denominator is of another source than the figure, so the interval is an estimate.
    Respondents go before a denominator: who did not answer makes nothing more certain. `bevolking` is the
    number of people whom the survey is about, where it is known.
    """
    if meting.waarde is None:
        return GEEN_CIJFER
    if soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    if soort is not Soort.AANDEEL:
        return SPREIDING_ONBEKEND
    aandeel = meting.waarde / 100
    if meting.n:
        gevonden = bevraging(aandeel, meting.n, bevolking)
    elif meting.noemer:
        gevonden = wilson(aandeel, meting.noemer)
    else:
        return NOEMER_ELDERS_ONBEKEND if noemer_van_elders else NOEMER_ONBEKEND
    geschat = meting.schatting or (noemer_van_elders and not meting.n)
    return Interval(100 * gevonden.laag, 100 * gevonden.hoog, geschat)


def standaardfout(meting: Meting, soort: Soort) -> float | None:
    """The standard error in the unit of the value; None where `onzekerheid` gives no interval.

    It is the width of the interval divided by 2 x 1,96, so that it is never 0: a municipality with 0 % would
    otherwise outweigh all its other years together.
    """
    interval = onzekerheid(meting, soort, noemer_van_elders=False)
    return None if isinstance(interval, Onbekend) else (interval.hoog - interval.laag) / (2 * Z)
