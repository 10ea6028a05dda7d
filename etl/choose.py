"""Which delivery speaks for an indicator and period when several hold it."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from indicators.gemeenten import VLAANDEREN

PERIOD = ["indicator", "periode_begin", "periode_einde"]
MIN_COVERAGE = 0.9
"""A newer delivery may hold somewhat fewer municipalities: after mergers there are 285 instead of 300."""
MAX_JUMP = 10.0
"""Revisions do not change the median tenfold; another unit does."""


Offer = Mapping[Hashable, Any]
"""What a delivery holds of one indicator and period: `levering`, `aantal`, `mediaan`."""


def newest(rows: pd.DataFrame, oldest_first: Sequence[str]) -> tuple[pd.DataFrame, list[str]]:
    """The rows of the newest delivery per indicator and period, and what was held back, in Dutch.

    A newer delivery that covers clearly fewer municipalities, or whose median differs more than tenfold,
    does not replace what was there: the one before stays in use for that indicator and period.
    """
    municipal = rows.assign(waarde=rows["waarde"].where(rows["nis_code"] != VLAANDEREN))
    groups = municipal.groupby([*PERIOD, "levering"], sort=False)
    offers = groups["waarde"].agg(aantal="count", mediaan="median").reset_index()
    order = {levering: place for place, levering in enumerate(oldest_first)}
    contested = offers[offers.duplicated(PERIOD, keep=False)]
    losers: list[Hashable] = []
    held_back: list[str] = []
    for period, rivals in contested.groupby(PERIOD, sort=False):
        by_age = sorted(rivals.to_dict("index").items(), key=lambda rival: order[rival[1]["levering"]])
        best_place, best = by_age[0]
        for place, offer in by_age[1:]:
            if reason := _worse(offer, best):
                held_back.append(f"{period[0]}, periode tot {period[2]:%d/%m/%Y}: {reason}")
                losers.append(place)
            else:
                losers.append(best_place)
                best_place, best = place, offer
    chosen = rows[~groups.ngroup().isin(losers)] if losers else rows
    return chosen, held_back


def _worse(offer: Offer, best: Offer) -> str | None:
    if offer["aantal"] < MIN_COVERAGE * best["aantal"]:
        return (
            f"levering {offer['levering']} heeft maar {offer['aantal']} gemeenten met een cijfer, "
            f"{best['levering']} heeft er {best['aantal']}. De oudere levering blijft in gebruik."
        )
    low, high = sorted(abs(part["mediaan"]) for part in (offer, best))
    if low > 0 and high / low > MAX_JUMP:
        return (
            f"de mediaan van levering {offer['levering']} verschilt meer dan {MAX_JUMP:.0f} keer met die van "
            f"{best['levering']}. De oudere levering blijft in gebruik; kijk na of de eenheid veranderd is."
        )
    return None
