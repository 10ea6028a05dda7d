"""Figures that no publisher delivers: one indicator divided by another, on the municipalities of today."""

from collections.abc import Mapping

import pandas as pd

from etl.recode import ORDER
from indicators.gemeenten import VLAANDEREN
from indicators.model import Indicator, Status
from indicators.observations import COLUMNS, together


def add_derived(today: pd.DataFrame, catalog: Mapping[str, Indicator]) -> pd.DataFrame:
    """`today` (the 285 state) with the indicators of the catalog that have a `teller_indicator`.

    Each takes period, label and delivery of its numerator. The denominator is the latest one of the same
    municipality: it is a property of the territory, such as its area, that does not change from year to year.
    """
    parts = [part for indicator in catalog.values() if (part := _divided(indicator, today)) is not None]
    return together([today, *parts]).sort_values(ORDER, ignore_index=True) if parts else today


def _divided(indicator: Indicator, today: pd.DataFrame) -> pd.DataFrame | None:
    """The rows of one derived indicator, or None when the numerator or the denominator was not delivered."""
    if not indicator.teller_indicator:
        return None
    above = today[(today["indicator"] == indicator.teller_indicator) & (today["nis_code"] != VLAANDEREN)]
    below = today[(today["indicator"] == indicator.noemer_indicator) & (today["waarde"] > 0)]
    if above.empty or below.empty:
        return None
    # Sorted by period, so the last one is the latest.
    latest = below.astype({"nis_code": object}).drop_duplicates("nis_code", keep="last").set_index("nis_code")
    nis_code = above["nis_code"].astype(object)
    noemer = nis_code.map(latest["waarde"])
    waarde = indicator.factor * above["waarde"] / noemer
    status = above["status"].astype(object).mask(waarde.isna() & noemer.isna(), Status.ONTBREEKT.value)
    return above.assign(
        indicator=indicator.id,
        waarde=waarde,
        status=status,
        schatting=above["schatting"] | nis_code.map(latest["schatting"]).eq(True),
        teller=above["waarde"],
        noemer=noemer,
    )[COLUMNS]
