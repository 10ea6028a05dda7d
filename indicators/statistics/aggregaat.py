"""One figure for a group of municipalities."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from indicators.model import Soort
from indicators.statistics.fout import Onbekend
from indicators.statistics.interval import GEEN_VERHOUDING

WEEGBAAR = (Soort.AANDEEL, Soort.GEMIDDELDE, Soort.INDEX)
"""A median of medians is no median of people, so medians and quartiles are never weighted."""
GEEN_CIJFERS = Onbekend("geen enkele gemeente van deze groep een cijfer heeft")


@dataclass(frozen=True, slots=True)
class Aggregaat:
    """The value of a group of `aantal` municipalities with a figure, in the unit of the indicator.

    `soort` says what it is: `gepubliceerd` by the source, `gewogen` by the `noemer`, or `mediaan`: the figure
    of the municipality in the middle, which is not the figure of the group as a whole.
    """

    waarde: float
    soort: Literal["gepubliceerd", "gewogen", "mediaan"]
    noemer: str | None
    aantal: int


def aggregaat(
    delen: Sequence[tuple[float, float | None]], soort: Soort, noemer: str | None
) -> Aggregaat | Onbekend:
    """Put the (value, denominator) of the municipalities together, without those that have no figure.

    Weighted when `noemer` names the denominator in words and every municipality has one; else the middle
    municipality. A count is no comparator: it depends on how the land is divided.
    """
    if soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    if not delen:
        return GEEN_CIJFERS
    gewogen = [(waarde, gewicht) for waarde, gewicht in delen if gewicht]
    if soort in WEEGBAAR and noemer and len(gewogen) == len(delen):
        totaal = sum(gewicht for _, gewicht in gewogen)
        waarde = sum(waarde * gewicht for waarde, gewicht in gewogen) / totaal
        return Aggregaat(waarde, "gewogen", noemer, len(delen))
    return Aggregaat(statistics.median(waarde for waarde, _ in delen), "mediaan", None, len(delen))
