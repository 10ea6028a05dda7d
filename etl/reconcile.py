"""When two sources publish one indicator: the first leads, the second fills its gaps, and both are compared.

The danger is the label. Another site may print '2017' beside the births that the first source calls 2016:
the same figures, one year later. Such a delivery is refused as a whole, and never moved in silence.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd

from etl import agreement
from etl.choose import PERIOD, newest
from etl.controle import Controle, Ernst
from etl.raw import Herkomst
from etl.recode import add_merger
from indicators.model import Indicator


def choose_sources(
    rows: pd.DataFrame, oldest_first: Sequence[Herkomst], catalog: Mapping[str, Indicator], nu: datetime
) -> tuple[pd.DataFrame, list[Controle]]:
    """The rows that speak, and what was noticed.

    Per indicator and period the newest delivery of the leading source (`bron` in the catalog) speaks. A
    source of `ook_bij` speaks for the periods and municipalities that the leading one leaves out.
    """
    second = _is_second(rows, oldest_first, catalog)
    order = [herkomst.levering for herkomst in oldest_first]
    if not second.any():
        return newest(rows, order), []
    shared = rows["indicator"].isin(rows.loc[second, "indicator"].unique())
    leading = newest(rows[shared & ~second], order)
    refused = {
        herkomst: told
        for herkomst in oldest_first
        if (told := agreement.wrong_labels(_of(rows[second], herkomst), leading, herkomst))
    }
    remarks = [
        Controle(nu, Ernst.FOUT, told, herkomst.bron, herkomst.levering) for herkomst, told in refused.items()
    ]
    good = ~rows["levering"].isin([herkomst.levering for herkomst in refused])
    first = newest(rows[good & ~second], order)
    other = newest(rows[good & second], order)
    for name, part in other.groupby("indicator", sort=False, observed=True):
        beside = first[first["indicator"] == name]
        for bron in dict.fromkeys(herkomst.bron for herkomst in oldest_first):
            own = [herkomst.levering for herkomst in oldest_first if herkomst.bron == bron]
            offered = part[part["levering"].isin(own)]
            if not offered.empty:
                remarks += agreement.remarks(catalog[str(name)], bron, offered, beside, nu)
    return _filled(first, other), remarks


def _of(rows: pd.DataFrame, herkomst: Herkomst) -> pd.DataFrame:
    return rows[rows["levering"] == herkomst.levering]


def _is_second(
    rows: pd.DataFrame, herkomsten: Sequence[Herkomst], catalog: Mapping[str, Indicator]
) -> pd.Series:
    """Whether a row comes from a source that does not lead for its indicator."""
    second = pd.Series(False, index=rows.index)
    for indicator in catalog.values():
        for ook in indicator.ook_bij:
            own = [herkomst.levering for herkomst in herkomsten if herkomst.bron == ook.bron]
            if own:
                second |= (rows["indicator"] == indicator.id) & rows["levering"].isin(own)
    return second


def _filled(first: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """`first`, and of `other` what `first` leaves out.

    That is a period for which it has no figure at all, and within a period a municipality of today of which
    it lacks a predecessor, as the population of today's codes lacks Borsbeek. A row without a figure is the
    publisher's answer, and stays.
    """
    shared = first["indicator"].isin(other["indicator"].unique())
    leading = first[shared]
    absent = ~_periods(other).isin(_periods(leading[leading["waarde"].notna()]))
    broken = ~_areas(other).isin(_whole(leading)) & _areas(other).isin(_whole(other))
    added = other[absent | broken]
    replaced = _periods(leading).isin(_periods(other[absent])) | _areas(leading).isin(_areas(added))
    return pd.concat([first[~shared], leading[~replaced], added])


def _areas(rows: pd.DataFrame) -> pd.MultiIndex:
    """Period and municipality of today of each row."""
    today = add_merger(rows)[[*PERIOD, "nis_code"]]
    return pd.MultiIndex.from_frame(today.astype({"indicator": object, "nis_code": object}))


def _whole(rows: pd.DataFrame) -> pd.MultiIndex:
    """The areas of which each predecessor has a row."""
    areas = _areas(rows)
    there = pd.Series(1, index=areas).groupby(level=areas.names).transform("size").to_numpy()
    return areas[there == add_merger(rows)["voorgangers"].to_numpy()]


def _periods(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[PERIOD].astype({"indicator": object}))
