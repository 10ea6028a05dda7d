"""The funnel plot: how far a share may lie from the middle before it stands out, given its denominator.

Spiegelhalter (2005), "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
1185-1202; the variance between areas is added to that of chance after Spiegelhalter (2005), "Handling
over-dispersion of performance indicators", Quality and Safety in Health Care 14, 347-351. Without it a large
municipality would stand out for no more than being a municipality: no two are the same.

His one-step estimate of that variance leaves 8 to 13 in 100 ordinary areas outside limits meant for 5, since
topping the ends takes from these too. So the equation behind it is solved (Paule and Mandel 1982, Journal of
Research of the National Bureau of Standards 87, 377-385), with what topping leaves of a normal distribution.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from indicators.statistics.delen import Deel, gezamenlijk
from indicators.statistics.fout import Onbekend, StatistiekFout

BINNENSTE = 0.95
BUITENSTE = 0.998
"""The two limits of a funnel plot: 1 in 20 lies outside the first by chance, 1 in 500 outside the second."""
AFGETOPT = 0.10
"""The part of the areas at either end that may not widen the funnel: those who stand out are no measure."""
BEHOUDEN = 0.6787
"""What topping a tenth at either end leaves of the variance of a normal distribution."""
MINSTENS = 10
STAPPEN = 25


@dataclass(frozen=True, slots=True)
class Trechter:
    """The middle `doel` (a share, 0 to 1), and `tau2`: the variance between the true shares of the areas."""

    doel: float
    tau2: float
    aantal: int

    def grenzen(self, noemer: float, kans: float = BINNENSTE) -> tuple[float, float]:
        """Between which shares (0 to 1) an area with this denominator lies with probability `kans`."""
        if noemer <= 0 or not 0 < kans < 1:
            raise StatistiekFout(f"Geen grenzen voor een noemer {noemer} en een kans {kans}.")
        breedte = NormalDist().inv_cdf((1 + kans) / 2) * math.sqrt(_toeval(self.doel, noemer) + self.tau2)
        return max(0.0, self.doel - breedte), min(1.0, self.doel + breedte)

    def buiten(self, aandeel: float, noemer: float, kans: float = BUITENSTE) -> bool:
        """Whether an area with this share (0 to 1) stands out; 1 in 500 does so by chance."""
        laag, hoog = self.grenzen(noemer, kans)
        return not laag <= aandeel <= hoog


def trechter(delen: Sequence[Deel]) -> Trechter | Onbekend:
    """The funnel of these areas around their joint share."""
    if len(delen) < MINSTENS:
        return Onbekend(f"er maar {len(delen)} gemeenten een cijfer met een noemer hebben")
    doel = gezamenlijk(delen)
    if not 0 < doel < 1:
        return Onbekend("alle gemeenten hetzelfde cijfer hebben")
    return Trechter(doel, _tau2(delen, doel), len(delen))


def _toeval(doel: float, noemer: float) -> float:
    return doel * (1 - doel) / noemer


def _tau2(delen: Sequence[Deel], doel: float) -> float:
    """The variance between areas with which the standardised differences spread as much as they should."""
    laag, hoog = 0.0, doel * (1 - doel)  # shares cannot lie further apart than that
    if _spreiding(delen, doel, laag) <= 1:
        return 0.0
    for _ in range(STAPPEN):
        midden = (laag + hoog) / 2
        laag, hoog = (midden, hoog) if _spreiding(delen, doel, midden) > 1 else (laag, midden)
    return hoog


def _spreiding(delen: Sequence[Deel], doel: float, tau2: float) -> float:
    """The variance of the topped standardised differences: 1 when `tau2` fits."""
    scores = [(aandeel - doel) / math.sqrt(_toeval(doel, noemer) + tau2) for aandeel, noemer in delen]
    return sum(score**2 for score in _afgetopt(scores)) / (len(delen) - 1) / BEHOUDEN


def _afgetopt(scores: Sequence[float]) -> list[float]:
    """The scores, those at either end replaced by the last that is not at the end."""
    op_rij = sorted(scores)
    uiteinde = int(AFGETOPT * len(op_rij))
    laagste, hoogste = op_rij[uiteinde], op_rij[-1 - uiteinde]
    return [min(max(score, laagste), hoogste) for score in scores]
