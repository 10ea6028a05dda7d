"""Figures of predecessors, on the municipalities of today."""

import pandas as pd
import pytest

from etl.recode import to_today
from indicators.gemeenten import VLAANDEREN, gemeenten, recode
from indicators.observations import check

LOKEREN, OUD_LOKEREN, MOERBEKE = "46029", "46014", "44045"
ANTWERPEN, BORSBEEK = "11002", "11007"


def one(rows: pd.DataFrame, nis_code: str) -> dict:
    (row,) = rows[rows["nis_code"] == nis_code].to_dict("records")
    return row


@pytest.mark.parametrize(
    "indicator, waarde, teller, schatting",
    [
        ("inwoners", 40.0 + 10.0, None, False),
        ("inkomen", 1000 * (4.0 + 2.0) / (800 + 200), 6.0, False),
        ("risico", (40 * 800 + 10 * 200) / 1000, None, True),
    ],
)
def test_each_rule(observed, catalog, indicator, waarde, teller, schatting):
    rows = observed(
        (indicator, OUD_LOKEREN, 40.0, {"teller": 4.0 if teller else None, "noemer": 800.0}),
        (indicator, MOERBEKE, 10.0, {"teller": 2.0 if teller else None, "noemer": 200.0}),
        (indicator, "44021", 7.0),
    )
    today = check(to_today(rows, catalog), catalog)
    lokeren = one(today, LOKEREN)
    assert lokeren["waarde"] == pytest.approx(waarde)
    assert (lokeren["geografie"], lokeren["schatting"], lokeren["noemer"]) == ("285", schatting, 1000)
    assert lokeren["teller"] == teller or (teller is None and pd.isna(lokeren["teller"]))
    assert one(today, "44021")["waarde"] == 7.0
    assert len(today) == 2


def test_without_a_rule_the_merged_municipality_has_no_value(observed, catalog):
    cells = [
        ("mediaan", OUD_LOKEREN, 40.0, {"noemer": 800.0}),
        ("mediaan", MOERBEKE, 10.0, {"noemer": 200.0}),
    ]
    unreviewed = [("stadsmonitor_x", OUD_LOKEREN, 1.0), ("stadsmonitor_x", MOERBEKE, 2.0)]
    today = to_today(observed(*cells, *unreviewed), catalog)
    assert today["waarde"].isna().all() and len(today) == 2
    assert set(today["status"]) == {"ontbreekt"}
    assert today["noemer"].isna().all()


def test_antwerpen_keeps_its_code_and_still_is_a_merger(observed, catalog):
    rows = observed(("inwoners", ANTWERPEN, 500.0), ("inwoners", BORSBEEK, 11.0), ("mediaan", ANTWERPEN, 3.0))
    today = to_today(rows, catalog)
    assert today.set_index("indicator")["waarde"].fillna(-1).to_dict() == {"inwoners": 511.0, "mediaan": -1.0}


def test_a_figure_of_today_or_of_the_region_stays_as_it_is(observed, catalog):
    rows = pd.concat(
        [
            observed(("mediaan", ANTWERPEN, 3.0), ("mediaan", VLAANDEREN, 9.0), geografie="285"),
            observed(("risico", VLAANDEREN, 8.0)),
        ]
    )
    today = to_today(rows, catalog)
    assert sorted(today["waarde"]) == [3.0, 8.0, 9.0]
    assert set(today["geografie"]) == {"285"}


@pytest.mark.parametrize(
    "moerbeke, status",
    [
        ({"status": "onderdrukt"}, "onderdrukt"),
        ({"status": "ontbreekt"}, "ontbreekt"),
        ({"status": "niet_van_toepassing"}, "ontbreekt"),
        (None, "ontbreekt"),
    ],
)
def test_a_part_that_is_missing_is_never_zero(observed, catalog, moerbeke, status):
    cells = [("inwoners", OUD_LOKEREN, 40.0)]
    cells += [("inwoners", MOERBEKE, None, moerbeke)] if moerbeke else []
    lokeren = one(to_today(observed(*cells), catalog), LOKEREN)
    assert pd.isna(lokeren["waarde"]) and lokeren["status"] == status


def test_cents_add_up_to_cents(observed, catalog):
    rows = observed(("inwoners", OUD_LOKEREN, 0.1), ("inwoners", MOERBEKE, 0.2))
    assert one(to_today(rows, catalog), LOKEREN)["waarde"] == 0.3


def test_a_weight_that_is_missing_gives_no_estimate(observed, catalog):
    rows = observed(("risico", OUD_LOKEREN, 40.0, {"noemer": 800.0}), ("risico", MOERBEKE, 10.0))
    assert pd.isna(one(to_today(rows, catalog), LOKEREN)["waarde"])


def test_respondents_and_provisional_values_travel_along(observed, catalog):
    rows = observed(
        ("inwoners", OUD_LOKEREN, 4.0, {"n": 30, "voorlopig": True}), ("inwoners", MOERBEKE, 1.0, {"n": 12})
    )
    lokeren = one(to_today(rows, catalog), LOKEREN)
    assert (lokeren["n"], lokeren["voorlopig"]) == (42, True)


@pytest.mark.parametrize("geografie", ["308", "300"])
def test_sums_are_preserved_and_nobody_is_lost(observed, catalog, geografie):
    codes = list(gemeenten(geografie))
    counts = {code: float(7 * place % 101 + 1) for place, code in enumerate(codes)}
    today = to_today(observed(*(("inwoners", c, n) for c, n in counts.items()), geografie=geografie), catalog)
    assert list(today["nis_code"]) == sorted(gemeenten("285"))
    expected: dict[str, float] = {}
    for old, new in recode(geografie, "285").items():
        expected[new] = expected.get(new, 0) + counts[old]
    assert today.set_index("nis_code")["waarde"].to_dict() == expected
