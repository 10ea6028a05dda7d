"""Denominators that come from another source than the figure: births beside the kansarmoede-index."""

from collections.abc import Mapping

import pandas as pd

from indicators.model import Indicator

AREA_AND_TIME = ["nis_code", "geografie", "periode_begin", "periode_einde"]


def add_denominators(rows: pd.DataFrame, catalog: Mapping[str, Indicator]) -> pd.DataFrame:
    """`rows` with an empty `noemer` filled from the indicator that the catalog names as denominator.

    Only of the same area in the same state, over the same period: a denominator of another year or of
    another territory is none. Asked twice, in the state of the delivery, for weights at a merger, and on
    today's municipalities.
    """
    named = {one.id: one.noemer_indicator for one in catalog.values() if one.noemer_indicator}
    asks = (rows["indicator"].isin(list(named)) & rows["noemer"].isna()).to_numpy()
    below = rows[rows["indicator"].isin(list(named.values())) & rows["waarde"].notna()]
    if below.empty or not asks.any():
        return rows
    known = below.astype({"indicator": object}).set_index(["indicator", *AREA_AND_TIME])["waarde"]
    asking = rows.loc[asks, ["indicator", *AREA_AND_TIME]]
    keys = asking.assign(indicator=asking["indicator"].astype(object).map(named))
    noemer = rows["noemer"].to_numpy(dtype=float, copy=True)
    noemer[asks] = known.reindex(pd.MultiIndex.from_frame(keys)).to_numpy()
    return rows.assign(noemer=noemer)
