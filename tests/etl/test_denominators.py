"""Denominators of another source, beside the figure that they belong to."""

import pandas as pd
import pytest

from etl.denominators import add_denominators
from etl.recode import to_today
from indicators.observations import check

LOKEREN, OUD_LOKEREN, MOERBEKE = "46029", "46014", "44045"


@pytest.fixture(scope="module")
def catalog(catalog):
    """`risico` is weighted by what `inwoners` holds, over three years."""
    risico = catalog["risico"].model_copy(
        update={"noemer_sleutel": None, "noemer_indicator": "inwoners", "venster_jaren": 3}
    )
    return {"risico": risico, "inwoners": catalog["inwoners"].model_copy(update={"venster_jaren": 3})}


def test_each_figure_gets_the_denominator_of_its_own_area_state_and_period(observed, catalog):
    rows = pd.concat(
        [
            observed(
                ("risico", "44021", 8.0), ("risico", "11002", 9.0), ("inwoners", "44021", 70.0), years=3
            ),
            observed(("inwoners", "44021", 60.0), jaar=2021, years=3),
            observed(("inwoners", "11002", 500.0), geografie="285", years=3),
        ],
        ignore_index=True,
    )
    filled = add_denominators(rows, catalog)
    assert filled["noemer"].fillna(-1).tolist() == [70.0, -1.0, -1.0, -1.0, -1.0]
    assert filled.drop(columns="noemer").equals(rows.drop(columns="noemer"))


def test_one_that_was_delivered_stays(observed, catalog):
    rows = observed(("risico", "44021", 8.0, {"noemer": 5.0}), ("inwoners", "44021", 70.0), years=3)
    assert add_denominators(rows, catalog)["noemer"].tolist()[0] == 5.0


def test_predecessors_are_weighted_by_it(observed, catalog):
    cells = [("risico", OUD_LOKEREN, 10.0), ("risico", MOERBEKE, 20.0)]
    cells += [("inwoners", OUD_LOKEREN, 300.0), ("inwoners", MOERBEKE, 100.0)]
    today = check(to_today(add_denominators(observed(*cells, years=3), catalog), catalog), catalog)
    lokeren = today.set_index("indicator").loc["risico"]
    assert (lokeren["nis_code"], lokeren["waarde"], lokeren["noemer"]) == (LOKEREN, 12.5, 400.0)
    assert lokeren["schatting"]


def test_compact_columns_stay_compact(observed, catalog):
    rows = observed(("risico", "44021", 8.0), ("inwoners", "44021", 70.0), years=3)
    text = dict.fromkeys(["indicator", "nis_code", "geografie"], "category")
    filled = add_denominators(rows.astype(text), catalog)
    assert filled["noemer"].tolist()[0] == 70.0
    assert filled["indicator"].dtype == "category"
