"""Which delivery speaks."""

import pandas as pd
import pytest

from etl.choose import newest

CODES = [f"{code}" for code in range(11001, 11021)]


@pytest.fixture
def delivery(observed):
    def make(levering, waarde, codes=CODES, jaar=2022):
        cells = [("inwoners", code, float(waarde)) for code in codes]
        return observed(*cells, levering=levering, jaar=jaar)

    return make


def test_the_newest_speaks_and_older_periods_stay(delivery):
    rows = pd.concat([delivery("oud", 10, jaar=2021), delivery("oud", 11), delivery("nieuw", 12)])
    chosen, held_back = newest(rows, ["oud", "nieuw"])
    assert not held_back
    assert chosen.groupby("periode_label")["waarde"].unique().map(list).to_dict() == {
        "2021": [10.0],
        "2022": [12.0],
    }


def test_a_delivery_that_shrinks_does_not_replace(delivery):
    rows = pd.concat([delivery("oud", 10), delivery("nieuw", 12, codes=CODES[:17])])
    chosen, (told,) = newest(rows, ["oud", "nieuw"])
    assert set(chosen["levering"]) == {"oud"}
    assert "nieuw heeft maar 17 gemeenten" in told and "oudere levering blijft" in told


def test_somewhat_fewer_is_no_reason_to_stay(delivery):
    rows = pd.concat([delivery("oud", 10), delivery("nieuw", 12, codes=CODES[:18])])
    chosen, held_back = newest(rows, ["oud", "nieuw"])
    assert set(chosen["levering"]) == {"nieuw"} and not held_back


def test_another_unit_does_not_replace(delivery):
    rows = pd.concat([delivery("oud", 10), delivery("fout", 10_000), delivery("goed", 11)])
    chosen, (told,) = newest(rows, ["oud", "fout", "goed"])
    assert set(chosen["levering"]) == {"goed"}
    assert "fout verschilt meer dan 10 keer" in told
