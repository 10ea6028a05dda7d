"""What a source gave is kept once: most of it stands in `waarneming` as it came, the rest beside it."""

import numpy as np
import pandas as pd

from indicators.observations import COLUMNS

CELL = ["indicator", "nis_code", "periode_begin", "periode_einde"]
NUMBERS = ["waarde", "schatting", "voorlopig", "teller", "noemer", "n"]
OTHERS = [*NUMBERS, "periode_label", "status", "levering"]
"""What must be the same for a row to be the same; `geografie` is remembered beside it."""


def split(bron: pd.DataFrame, today: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables `waarneming` and `waarneming_afwijkend`, which together hold all that was delivered.

    `bron` (`COLUMNS`) is as delivered and `today` on the municipalities of today, one row per `CELL`. The
    first table is `today` with `geleverd_in`: the state in which exactly this row was delivered, empty where
    it was not. The second has the rows of `bron` that are not in the first. View `waarneming_bron` brings
    them together again.
    """
    here, there = _same(bron, today)
    states = bron["geografie"].astype("category").cat
    codes = np.full(len(today), -1, dtype=np.int8)
    codes[there] = states.codes.to_numpy()[here]
    afwijkend = np.ones(len(bron), dtype=bool)
    afwijkend[here] = False
    geleverd_in = pd.Categorical.from_codes(codes, categories=states.categories)
    return today.assign(geleverd_in=geleverd_in), bron.loc[afwijkend, COLUMNS]


def _same(bron: pd.DataFrame, today: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The places in `bron` and in `today` of rows that are the same, each place once."""
    left, right = _cells(bron, today)
    place = pd.Index(right).get_indexer(pd.Index(left))
    here = np.flatnonzero(place >= 0)
    there = place[here]
    for column in OTHERS:
        read = _numbers if column in NUMBERS else _codes
        one, other = read(bron, today, column)
        equal = (one[here] == other[there]) | (pd.isna(one[here]) & pd.isna(other[there]))
        here, there = here[equal], there[equal]
    there, first = np.unique(there, return_index=True)
    return here[first], there


def _cells(bron: pd.DataFrame, today: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The `CELL` of each row of both as one number."""
    left, right = np.zeros(len(bron), dtype=np.int64), np.zeros(len(today), dtype=np.int64)
    for column in CELL:
        one, other = _codes(bron, today, column)
        known = 1 + int(max(one.max(initial=0), other.max(initial=0)))
        left, right = left * known + one, right * known + other
    return left, right


def _codes(bron: pd.DataFrame, today: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    """Texts or days of both as numbers: the same number for the same text."""
    known = pd.CategoricalDtype(sorted({*bron[column].unique(), *today[column].unique()}))
    one, other = (rows[column].astype(known).cat.codes.to_numpy() for rows in (bron, today))
    return one, other


def _numbers(bron: pd.DataFrame, today: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    one, other = (rows[column].to_numpy(dtype=float, na_value=np.nan) for rows in (bron, today))
    return one, other
