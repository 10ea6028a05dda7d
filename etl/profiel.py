"""The latest value of each indicator for each municipality, with its place among the others."""

from collections.abc import Mapping
from itertools import product

import pandas as pd

from etl.recode import add_merger
from indicators.gemeenten import VLAANDEREN, gemeenten
from indicators.model import Indicator, Status
from indicators.observations import TEXT

CELL = ["indicator", "nis_code"]
PERIOD = ["periode_begin", "periode_einde", "periode_label"]
GEEN_LEVERING, LEEG, NIET_IN_LEVERING, FUSIE = "geen_levering", "leeg_bij_bron", "niet_in_levering", "fusie"


def profile(
    waarneming: pd.DataFrame,
    waarneming_bron: pd.DataFrame,
    vergelijking: pd.DataFrame,
    catalog: Mapping[str, Indicator],
) -> pd.DataFrame:
    """The rows of table `profiel`: every indicator of the catalog times the 285 municipalities of today.

    All municipalities stand in the same period, the latest one in which any of them has a value, so that
    they can be compared. Where there is no value, `reden` says why.
    """
    latest = _latest(waarneming)
    # All of one municipality lies together, as it is read.
    frame = pd.DataFrame(list(product(gemeenten("285"), catalog)), columns=["nis_code", "indicator"])
    frame = frame.merge(latest, on="indicator", how="left")
    delivered = _now(waarneming, latest).drop(columns=["geografie", "periode_begin", "periode_label"])
    frame = frame.merge(delivered, on=[*CELL, "periode_einde"], how="left")
    frame = frame.merge(_comparator(vergelijking), on=["indicator", "periode_einde"], how="left")
    # Ties share the mean of their ranks; half a place lower, each counts half for the others and itself.
    values = frame.groupby("indicator")["waarde"]
    frame["kwantiel"] = (values.rank("average") - 0.5) / values.transform("count")
    frame["reden"] = _reason(frame, _merged_away(_now(waarneming_bron, latest)))
    frame["status"] = frame["status"].fillna(Status.ONTBREEKT.value)
    for flag in ("schatting", "voorlopig"):
        frame[flag] = frame[flag].eq(True)
    return frame


def _latest(waarneming: pd.DataFrame) -> pd.DataFrame:
    """Per indicator the latest period in which a municipality has a value, or else the latest one at all."""
    municipal = waarneming[waarneming["nis_code"] != VLAANDEREN]
    periods = municipal.groupby(["indicator", *PERIOD])["waarde"].count().reset_index()
    periods = periods.assign(valued=periods["waarde"] > 0).sort_values(["valued", "periode_einde"])
    return periods.drop_duplicates("indicator", keep="last")[["indicator", *PERIOD]].astype(
        {"indicator": object}
    )


def _now(rows: pd.DataFrame, latest: pd.DataFrame) -> pd.DataFrame:
    """The rows of the latest period of their indicator, with plain texts: few enough to be merged."""
    last = rows["indicator"].map(latest.set_index("indicator")["periode_einde"])
    return rows[rows["periode_einde"] == last.astype(rows["periode_einde"].dtype)].astype(
        dict.fromkeys(TEXT, object)
    )


def _comparator(vergelijking: pd.DataFrame) -> pd.DataFrame:
    columns = ["indicator", "periode_einde", "aantal_gemeenten", "waarde", "soort", "noemer"]
    return vergelijking[columns].rename(
        columns={name: f"vergelijking_{name}" for name in ("waarde", "soort", "noemer")}
    )


def _merged_away(waarneming_bron: pd.DataFrame) -> pd.MultiIndex:
    """(indicator, period, today's code) of merged municipalities of which a predecessor has a value."""
    valued = add_merger(waarneming_bron[waarneming_bron["waarde"].notna()])
    return pd.MultiIndex.from_frame(valued[valued["gefuseerd"]][["indicator", "periode_einde", "nis_code"]])


def _reason(frame: pd.DataFrame, merged_away: pd.MultiIndex) -> pd.Series:
    """Why there is no value, from the general to the particular; empty where there is one."""
    cells = pd.MultiIndex.from_frame(frame[["indicator", "periode_einde", "nis_code"]])
    reden = pd.Series(LEEG, index=frame.index, dtype=object)
    reden = reden.mask(frame["status"].isna(), NIET_IN_LEVERING)
    reden = reden.mask(cells.isin(merged_away), FUSIE)
    reden = reden.mask(frame["periode_einde"].isna(), GEEN_LEVERING)
    for status in (Status.ONDERDRUKT, Status.NIET_VAN_TOEPASSING):
        reden = reden.mask(frame["status"] == status, status.value)
    return reden.where(frame["waarde"].isna(), None)
