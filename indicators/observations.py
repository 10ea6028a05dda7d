"""The one table both sides agree on: etl writes it, dashboard reads it."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from indicators.gemeenten import GEOGRAFIEEN
from indicators.model import Indicator, Status

COLUMNS = [
    "indicator",
    "nis_code",
    "geografie",
    "periode_begin",
    "periode_einde",
    "periode_label",
    "waarde",
    "status",
    "schatting",
    "voorlopig",
    "teller",
    "noemer",
    "n",
    "levering",
]
TEXT = ["indicator", "nis_code", "geografie", "periode_label", "status", "levering"]
"""Columns with few different texts in many rows."""
KEY = ["indicator", "nis_code", "geografie", "periode_begin", "periode_einde"]
EXAMPLES = 5


class InvalidObservations(ValueError):
    """A source delivered data that breaks the contract; `indicators` are those with a broken row."""

    def __init__(self, message: str, indicators: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.indicators = tuple(indicators)


def compact(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with each text kept once, as a category: a fraction of the memory, and quick to group by."""
    return rows.astype(dict.fromkeys(TEXT, "category"))


def together(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all parts, compact; plain `concat` would write every text out again."""
    if not parts:
        return compact(pd.DataFrame(columns=COLUMNS))
    known = {
        column: pd.CategoricalDtype(
            sorted({text for part in parts for text in part[column].dropna().unique()})
        )
        for column in TEXT
    }
    return pd.concat([part.astype(known) for part in parts], ignore_index=True)


def check(observations: pd.DataFrame, catalog: dict[str, Indicator]) -> pd.DataFrame:
    """Return `observations` unchanged, or raise one error that lists every broken rule with examples.

    Columns as in `COLUMNS`; `periode_begin` and `periode_einde` are datetime64 days; `waarde` is in the
    unit of the indicator and empty exactly when `status` is not `waarde`. Range and window length are
    checked for the indicators of `catalog`; others (sheets that nobody reviewed) only by the general rules.
    """
    missing = [column for column in COLUMNS if column not in observations.columns]
    extra = [column for column in observations.columns if column not in COLUMNS]
    if missing or extra:
        raise InvalidObservations(f"columns missing: {missing}, columns unknown: {extra}")
    broken = {rule: wrong for rule, wrong in _rules(observations, catalog).items() if wrong.any()}
    if broken:
        told = [
            f"{rule}: {int(wrong.sum())} rows, e.g. {_examples(observations[wrong])}"
            for rule, wrong in broken.items()
        ]
        rows = observations[pd.concat(broken, axis=1).any(axis=1)]
        raise InvalidObservations(
            "observations break the contract:\n- " + "\n- ".join(told), rows["indicator"].dropna().unique()
        )
    return observations


def _rules(rows: pd.DataFrame, catalog: dict[str, Indicator]) -> dict[str, pd.Series]:
    """Each rule in words, with the rows that break it."""
    twice = rows.duplicated(KEY, keep=False)  # first, for it takes the most memory
    has_value = rows["waarde"].notna()
    low = rows["indicator"].map({i.id: i.geldig[0] for i in catalog.values()}).astype(float)
    high = rows["indicator"].map({i.id: i.geldig[1] for i in catalog.values()}).astype(float)
    years = rows["indicator"].map({i.id: i.venster_jaren for i in catalog.values()}).astype(float)
    begin, einde = pd.to_datetime(rows["periode_begin"]), pd.to_datetime(rows["periode_einde"])
    # A window of n years ends the day before its own begin, n years later: any other length differs here.
    # A value of one day, a window of 0 years, ends on the day that it begins.
    day_after = einde + pd.to_timedelta(years.ne(0).astype(int), unit="D")
    length = day_after.dt.year - begin.dt.year
    same_day = (day_after.dt.month == begin.dt.month) & (day_after.dt.day == begin.dt.day)
    return {
        "required column is empty": rows[[*KEY, "periode_label", "status", "levering"]].isna().any(axis=1),
        "duplicate key": twice,
        "nis_code is not five digits": ~rows["nis_code"].isin(_five_digits(rows["nis_code"])),
        "geografie is unknown": ~rows["geografie"].isin(GEOGRAFIEEN),
        "status is unknown": ~rows["status"].isin([s.value for s in Status]),
        "waarde and status disagree": has_value != (rows["status"] == Status.WAARDE),
        "waarde is not finite": has_value & ~rows["waarde"].abs().lt(float("inf")),
        "waarde is outside the valid range": has_value & ((rows["waarde"] < low) | (rows["waarde"] > high)),
        "period ends before it begins": einde < begin,
        "period is not as long as the indicator says": years.notna() & ((length != years) | ~same_day),
        "noemer is negative": rows["noemer"] < 0,
        "n is not a whole positive number": rows["n"].notna() & ((rows["n"] < 0) | (rows["n"] % 1 != 0)),
    }


def _five_digits(codes: pd.Series) -> list[str]:
    return [code for code in codes.unique() if re.fullmatch(r"\d{5}", str(code))]


def _examples(rows: pd.DataFrame) -> str:
    shown = rows.head(EXAMPLES)[["indicator", "nis_code", "periode_label", "waarde", "status"]]
    return "; ".join(" ".join(str(value) for value in row) for row in shown.to_numpy())
