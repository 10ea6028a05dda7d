"""Which delivery speaks."""

import pandas as pd
import pytest

from etl.choose import newest


@pytest.fixture
def delivery(observed):
    def make(levering, waarde, jaar=2022, codes=("11001", "11002")):
        cells = [("inwoners", code, float(waarde)) for code in codes]
        return observed(*cells, levering=levering, jaar=jaar)

    return make


def test_the_newest_speaks_and_older_periods_stay(delivery):
    rows = pd.concat([delivery("oud", 10, jaar=2021), delivery("oud", 11), delivery("nieuw", 12)])
    chosen = newest(rows, ["oud", "nieuw"])
    assert chosen.groupby("periode_label")["waarde"].unique().map(list).to_dict() == {
        "2021": [10.0],
        "2022": [12.0],
    }


def test_what_was_offered_again_speaks_again(delivery):
    rows = pd.concat([delivery("b", 10), delivery("a", 11)])
    assert set(newest(rows, ["a", "b"])["levering"]) == {"b"}
    assert set(newest(rows, ["b", "a"])["levering"]) == {"a"}


def test_deliveries_do_not_mix_within_a_period(delivery):
    rows = pd.concat([delivery("oud", 10), delivery("nieuw", 12, codes=["11001"])])
    assert newest(rows, ["oud", "nieuw"])["nis_code"].tolist() == ["11001"]
