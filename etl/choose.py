"""Which delivery speaks for an indicator and period when several hold it."""

from collections.abc import Sequence

import pandas as pd

PERIOD = ["indicator", "periode_begin", "periode_einde"]


def newest(rows: pd.DataFrame, oldest_first: Sequence[str]) -> pd.DataFrame:
    """The rows of the newest delivery per indicator and period.

    Whether they may take the place of what readers see now is for the guard to say (`etl/bewaking.py`).
    """
    order = {levering: place for place, levering in enumerate(oldest_first)}
    age = rows["levering"].map(order).astype(int)
    return rows[age == age.groupby([rows[name] for name in PERIOD], sort=False).transform("max")]
