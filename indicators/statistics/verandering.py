"""Whether a share changed by more than chance, between two periods that share no year.

A published value of year t that covers three birth years is compared with that of t - 3, never with that of
t - 1: those two share two of their three years.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from indicators.model import Soort
from indicators.statistics.fout import Onbekend
from indicators.statistics.interval import GEEN_VERHOUDING, Interval, Z, onzekerheid, wilson
from indicators.statistics.meting import Meting
from indicators.statistics.periode import laatste_zonder_overlap, zonder_overlap

Z_MACHT = NormalDist().inv_cdf(0.80)
"""The smallest change is one that is seen four times out of five."""


@dataclass(frozen=True, slots=True)
class Verandering:
    """A change in percentage points: `verschil` is new minus old, `interval` holds it with 95 % certainty.

    `groter_dan_toeval` says that the interval leaves out 0. `kleinste` is the smallest true change that
    these two periods could show.
    """

    nieuw: Meting
    oud: Meting
    verschil: float
    interval: Interval
    groter_dan_toeval: bool
    kleinste: float


def verandering(
    reeks: Sequence[Meting], soort: Soort, overdispersie: float | Onbekend, noemer_van_elders: bool = False
) -> Verandering | Onbekend:
    """The newest figure of a series against the newest before it that shares no year with it.

    Values from before a break do not belong in `reeks`. `overdispersie` as the function of that name gives
    it; `noemer_van_elders` as for `onzekerheid`.
    """
    metingen = {meting.periode: meting for meting in reeks if meting.waarde is not None}
    if not metingen:
        return Onbekend("er geen cijfer is")
    eerder = laatste_zonder_overlap(list(metingen))
    if eerder is None:
        return Onbekend("er geen eerder cijfer is dat over helemaal andere jaren gaat")
    nieuwste = max(metingen, key=lambda periode: periode.einde)
    return vergelijk(metingen[nieuwste], metingen[eerder], soort, overdispersie, noemer_van_elders)


def vergelijk(
    nieuw: Meting,
    oud: Meting,
    soort: Soort,
    overdispersie: float | Onbekend,
    noemer_van_elders: bool = False,
) -> Verandering | Onbekend:
    """The change from `oud` to `nieuw`, or why nothing can be said about it.

    Raises `OverlappendePerioden` when the two share a day. The interval is Newcombe's hybrid score interval
    (1998, Statistics in Medicine 17, 873-890, method 10), with the variance of `overdispersie` added. The
    verdict is read from it rather than from a test with pooled proportions: so text and picture never
    disagree.
    """
    zonder_overlap(nieuw.periode, oud.periode)
    if soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    if nieuw.waarde is None or oud.waarde is None:
        return Onbekend("een van beide perioden geen cijfer heeft")
    grens_nieuw = onzekerheid(nieuw, soort, noemer_van_elders)
    grens_oud = onzekerheid(oud, soort, noemer_van_elders)
    if isinstance(grens_nieuw, Onbekend):
        return grens_nieuw
    if isinstance(grens_oud, Onbekend):
        return grens_oud
    if isinstance(overdispersie, Onbekend):
        return overdispersie
    verschil = nieuw.waarde - oud.waarde
    omlaag = math.hypot(nieuw.waarde - grens_nieuw.laag, grens_oud.hoog - oud.waarde, Z * overdispersie)
    omhoog = math.hypot(grens_nieuw.hoog - nieuw.waarde, oud.waarde - grens_oud.laag, Z * overdispersie)
    interval = Interval(
        laag=max(-100.0, verschil - omlaag),
        hoog=min(100.0, verschil + omhoog),
        geschat=grens_nieuw.geschat or grens_oud.geschat,
    )
    groter = interval.laag > 0 or interval.hoog < 0
    kleinste = _kleinste(grens_oud, grens_nieuw, overdispersie)
    return Verandering(nieuw, oud, verschil, interval, groter, kleinste)


def kleinste_verandering(
    aandeel: float, noemer_oud: float, noemer_nieuw: float, overdispersie: float = 0.0
) -> float:
    """The smallest true change of a share (0 to 1) that is seen four times out of five, in percentage points.

    For planning: what could this municipality see at all? `overdispersie` is in percentage points too.
    """
    oud, nieuw = wilson(aandeel, noemer_oud), wilson(aandeel, noemer_nieuw)
    return 100 * _kleinste(oud, nieuw, overdispersie / 100)


def _kleinste(oud: Interval, nieuw: Interval, overdispersie: float) -> float:
    """From the width of both intervals, which are never without any, as a standard error is at 0 %."""
    fout = math.hypot(oud.hoog - oud.laag, nieuw.hoog - nieuw.laag) / (2 * Z)
    return (Z + Z_MACHT) * math.hypot(fout, overdispersie)
