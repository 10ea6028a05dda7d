"""Which delivery speaks for an indicator and period when several hold it."""

from collections.abc import Sequence

import pandas as pd

from indicators.gemeenten import VLAANDEREN

PERIOD = ["indicator", "periode_begin", "periode_einde"]
MIN_COVERAGE = 0.9
"""A newer delivery may hold somewhat fewer municipalities: after mergers there are 285 instead of 300."""
MAX_JUMP = 10.0
"""Revisions do not change the median tenfold; another unit does."""


def newest(rows: pd.DataFrame, oldest_first: Sequence[str]) -> tuple[pd.DataFrame, list[str]]:
    """The rows of the newest delivery per indicator and period, and what was held back, in Dutch.

    A newer delivery that covers clearly fewer municipalities, or whose median differs more than tenfold,
    does not replace what was there: the one before stays in use for that indicator and period.
    """
    order = {levering: place for place, levering in enumerate(oldest_first)}
    stats = _stats(rows).sort_values("levering", key=lambda keys: keys.map(order))
    chosen: dict[tuple[object, ...], str] = {}
    held_back: list[str] = []
    for period, offers in stats.groupby(PERIOD, sort=False):
        best = offers.iloc[0]
        for _, offer in offers.iloc[1:].iterrows():
            if reason := _worse(offer, best):
                held_back.append(f"{period[0]}, periode tot {period[2]:%d/%m/%Y}: {reason}")
            else:
                best = offer
        chosen[period] = best["levering"]
    winner = pd.Series(chosen, dtype=object).rename_axis(PERIOD).rename("winnaar")
    joined = rows.join(winner, on=PERIOD)
    return joined[joined["levering"] == joined["winnaar"]].drop(columns="winnaar"), held_back


def _stats(rows: pd.DataFrame) -> pd.DataFrame:
    """Per indicator, period and delivery: the number of municipalities with a value, and their median."""
    municipal = rows.assign(waarde=rows["waarde"].where(rows["nis_code"] != VLAANDEREN))
    groups = municipal.groupby([*PERIOD, "levering"], sort=False)["waarde"]
    return groups.agg(aantal="count", mediaan="median").reset_index()


def _worse(offer: pd.Series, best: pd.Series) -> str | None:
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
