"""Whether a series of single years has been going one way, lately.

The recent trend of the UK public-health profiles (Fingertips, Office for Health Improvement and Disparities):
a weighted straight line through the last five values, called a trend only when chance makes such a slope less
than once in 500 times and no single value carries it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from indicators.model import Soort
from indicators.statistics.fout import Onbekend
from indicators.statistics.interval import GEEN_VERHOUDING, standaardfout
from indicators.statistics.meting import Meting
from indicators.statistics.periode import Periode

PUNTEN = 5
GRENS = 9.5495
"""Of (slope / standard error) squared: exceeded once in 500 times by chance (chi-squared, one degree)."""

Richting = Literal["stijgt", "daalt", "geen duidelijke trend"]
Punt = tuple[float, float, float]
"""A moment in years, a value, and the weight of that value (one over its variance)."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Which way the values of `perioden` go, and how much a year, in the unit of the value."""

    richting: Richting
    per_jaar: float
    perioden: tuple[Periode, ...]


def recente_trend(metingen: Sequence[Meting], soort: Soort, na_breuk: bool = False) -> Trend | Onbekend:
    """The trend of the last five values, or the reason why none can be computed.

    Refused for windows of several years and for periods that overlap: neighbours in such a series share
    years, so they move together without anything happening. Values from before a break in the series do not
    belong in `metingen`: leave them out, and say with `na_breuk` that there were any.
    """
    if soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    reeks = sorted((m for m in metingen if m.waarde is not None), key=lambda meting: meting.periode)
    laatste = reeks[-PUNTEN:]
    perioden = tuple(meting.periode for meting in laatste)
    if any(periode.jaren > 1 for periode in perioden):
        return Onbekend("elk cijfer over meer dan één jaar gaat, en opeenvolgende cijfers dus jaren delen")
    if any(eerst.overlapt(daarna) for eerst, daarna in pairwise(perioden)):
        return Onbekend("de perioden in de reeks elkaar overlappen")
    if len(laatste) < PUNTEN:
        sinds = "sinds de breuk in de reeks " if na_breuk else ""
        return Onbekend(
            f"daarvoor vijf jaren met een cijfer nodig zijn, en er {sinds}{_telling(len(laatste))}"
        )
    fouten = [standaardfout(meting, soort) for meting in laatste]
    punten = [
        (_moment(meting.periode), meting.waarde, 1 / fout**2)
        for meting, fout in zip(laatste, fouten, strict=True)
        if meting.waarde is not None and fout
    ]
    if len(punten) < PUNTEN:
        return Onbekend("de bron niet zegt hoe onzeker elk van de laatste vijf cijfers is")
    helling, _ = _lijn(punten)
    return Trend(_richting(punten), helling, perioden)


def _telling(aantal: int) -> str:
    return {0: "geen zijn", 1: "maar één is"}.get(aantal, f"maar {aantal} zijn")


def _moment(periode: Periode) -> float:
    return (periode.begin.toordinal() + periode.einde.toordinal()) / 2 / 365.25


def _lijn(punten: Sequence[Punt]) -> tuple[float, float]:
    """Slope of the weighted line and its standard error; the variances of the values are taken as known."""
    som = math.fsum(gewicht for *_, gewicht in punten)
    midden = math.fsum(moment * gewicht for moment, _, gewicht in punten) / som
    kwadraten = math.fsum(gewicht * (moment - midden) ** 2 for moment, _, gewicht in punten)
    samen = math.fsum(gewicht * (moment - midden) * waarde for moment, waarde, gewicht in punten)
    return samen / kwadraten, 1 / math.sqrt(kwadraten)


def _richting(punten: Sequence[Punt]) -> Richting:
    helling, fout = _lijn(punten)
    zonder_een = [_lijn([*punten[:plaats], *punten[plaats + 1 :]])[0] for plaats in range(len(punten))]
    if (helling / fout) ** 2 <= GRENS or any(ander * helling <= 0 for ander in zonder_een):
        return "geen duidelijke trend"
    return "stijgt" if helling > 0 else "daalt"
