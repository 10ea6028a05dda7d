"""The contract of the fact table: each rule refuses what it should, and all are reported at once."""

from datetime import date

import pandas as pd
import pytest

from indicators.model import Fusieregel, Indicator, Levensdomein, Richting, Soort
from indicators.observations import COLUMNS, InvalidObservations, check, compact, together

CATALOG = {
    "kansarmoede_index": Indicator(
        id="kansarmoede_index",
        titel="Kansarmoede-index",
        definitie="d",
        waarom="w",
        eenheid="%",
        soort=Soort.AANDEEL,
        richting=Richting.LAGER_IS_GUNSTIGER,
        levensdomein=Levensdomein.GEZIN_KINDERARMOEDE,
        bron="stadsmonitor",
        bron_sleutel="AR_03||procent",
        noemer="geboorten",
        venster_jaren=3,
        fusieregel=Fusieregel.GEWOGEN_SCHATTING,
        geldig=(0, 100),
        herzien=date(2026, 11, 1),
    )
}


def rows(**changes: object) -> pd.DataFrame:
    """Two good rows; `changes` are set on the first."""
    row = {
        "indicator": "kansarmoede_index",
        "nis_code": "41002",
        "geografie": "285",
        "periode_begin": pd.Timestamp(2022, 1, 1),
        "periode_einde": pd.Timestamp(2024, 12, 31),
        "periode_label": "2024",
        "waarde": 9.1,
        "status": "waarde",
        "schatting": False,
        "voorlopig": False,
        "teller": None,
        "noemer": None,
        "n": None,
        "levering": "stadsmonitor-abc",
    }
    frame = pd.DataFrame([{**row, **changes}, {**row, "nis_code": "45041", "waarde": 14.0}])
    return frame.astype({"waarde": float, "teller": float, "noemer": float, "n": float})[COLUMNS]


def test_good_rows_come_back_unchanged():
    good = rows()
    assert check(good, CATALOG) is good


def test_an_empty_value_needs_a_status_that_says_why():
    assert len(check(rows(waarde=None, status="onderdrukt"), CATALOG)) == 2


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("required column is empty", {"levering": None}),
        ("duplicate key", {"nis_code": "45041"}),
        ("nis_code is not five digits", {"nis_code": "2000"}),
        ("geografie is unknown", {"geografie": "2019"}),
        ("status is unknown", {"status": "leeg", "waarde": None}),
        ("waarde and status disagree", {"waarde": None}),
        ("waarde and status disagree", {"status": "ontbreekt"}),
        ("waarde is not finite", {"waarde": float("inf")}),
        ("waarde is outside the valid range", {"waarde": -0.1}),
        ("waarde is outside the valid range", {"waarde": 100.5}),
        ("period ends before it begins", {"periode_einde": pd.Timestamp(2020, 12, 31)}),
        ("period is not as long as the indicator says", {"periode_begin": pd.Timestamp(2024, 1, 1)}),
        ("period is not as long as the indicator says", {"periode_begin": pd.Timestamp(2022, 2, 1)}),
        ("noemer is negative", {"noemer": -1.0}),
        ("n is not a whole positive number", {"n": 2.5}),
    ],
)
def test_each_rule_refuses_and_gives_an_example(rule, change):
    with pytest.raises(InvalidObservations, match=rule) as refusal:
        check(rows(**change), CATALOG)
    assert "e.g. kansarmoede_index" in str(refusal.value)


def test_every_broken_rule_is_in_one_error():
    with pytest.raises(InvalidObservations) as refusal:
        check(rows(waarde=101.0, geografie="565", noemer=-3.0), CATALOG)
    assert str(refusal.value).count("\n- ") == 3


def test_wrong_columns_are_named():
    with pytest.raises(InvalidObservations, match=r"missing: \['levering'\].*unknown: \['jaar'\]"):
        check(rows().drop(columns="levering").assign(jaar=2024), CATALOG)


def test_sheets_nobody_reviewed_follow_the_general_rules_only():
    assert len(check(rows(indicator="stadsmonitor_xx", waarde=250.0), CATALOG)) == 2


def test_a_broken_row_names_its_indicator_alone():
    both = pd.concat([rows(waarde=250.0), rows().assign(indicator="sheet")], ignore_index=True)
    with pytest.raises(InvalidObservations) as refusal:
        check(both, CATALOG)
    assert refusal.value.indicators == ("kansarmoede_index",)


def test_deliveries_together_keep_their_rows_and_each_text_once():
    parts = [rows(), compact(rows(levering="stadsmonitor-def", periode_label="2023"))]
    whole = together(parts)
    pd.testing.assert_frame_equal(whole.astype(object), pd.concat(parts, ignore_index=True).astype(object))
    assert list(whole["levering"].cat.categories) == ["stadsmonitor-abc", "stadsmonitor-def"]
    assert list(together([]).columns) == COLUMNS


@pytest.mark.parametrize("einde, sound", [("2025-01-01", True), ("2025-01-02", False), ("2025-12-31", False)])
def test_a_value_of_one_day_begins_and_ends_on_that_day(einde, sound):
    daily = {"kansarmoede_index": CATALOG["kansarmoede_index"].model_copy(update={"venster_jaren": 0})}
    day = rows(periode_begin=pd.Timestamp(2025, 1, 1), periode_einde=pd.Timestamp(einde)).head(1)
    if sound:
        assert check(day, daily) is day
    else:
        with pytest.raises(InvalidObservations, match="not as long as the indicator says"):
            check(day, daily)
