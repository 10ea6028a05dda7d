"""Comparators and the profile, computed a second time by plain counting."""

import random
from statistics import median

import pandas as pd
import pytest

from etl.profiel import profile
from etl.recode import to_today
from etl.vergelijking import compare
from indicators.gemeenten import VLAANDEREN, gemeenten
from indicators.statistics import Aggregaat, aggregaat

CODES = list(gemeenten("285"))


@pytest.fixture(scope="module")
def values():
    draw = random.Random(7)
    return {code: (float(draw.randint(1, 40)), float(draw.randint(50, 900))) for code in CODES[:101]}


def cells(indicator, values, **more):
    return [(indicator, code, v, {"noemer": w, **more}) for code, (v, w) in values.items()]


def test_a_published_value_for_flanders_comes_first(observed, catalog, values):
    rows = observed(*cells("risico", values), ("risico", VLAANDEREN, 12.6), geografie="285")
    (row,) = compare(rows, catalog).to_dict("records")
    assert (row["waarde"], row["soort"], row["aantal_gemeenten"]) == (12.6, "gepubliceerd", 101)
    assert pd.isna(row["noemer"])


def test_otherwise_the_named_denominator_weighs(observed, catalog, values):
    (row,) = compare(observed(*cells("risico", values), geografie="285"), catalog).to_dict("records")
    expected = sum(v * w for v, w in values.values()) / sum(w for _, w in values.values())
    assert row["waarde"] == pytest.approx(expected)
    assert (row["soort"], row["noemer"]) == ("gewogen", "personen")
    assert row["mediaan"] == median(v for v, _ in values.values())
    assert (row["minimum"], row["maximum"]) == (min(values.values())[0], max(values.values())[0])


def test_one_weight_missing_leaves_the_median(observed, catalog, values):
    rows = observed(*cells("risico", values), ("risico", CODES[101], 5.0), geografie="285")
    (row,) = compare(rows, catalog).to_dict("records")
    assert (row["soort"], row["waarde"]) == ("mediaan", median([*(v for v, _ in values.values()), 5.0]))


@pytest.mark.parametrize("indicator", ["inwoners", "mediaan", "stadsmonitor_onbekend"])
def test_counts_medians_and_unknown_sheets_are_never_weighted(observed, catalog, values, indicator):
    (row,) = compare(observed(*cells(indicator, values), geografie="285"), catalog).to_dict("records")
    assert (row["soort"], row["waarde"]) == ("mediaan", median(v for v, _ in values.values()))


@pytest.mark.parametrize("indicator", ["inkomen", "risico", "mediaan"])
@pytest.mark.parametrize("complete", [True, False])
def test_the_app_finds_the_same_for_the_group_of_all(observed, catalog, values, indicator, complete):
    """For smaller groups the app does this itself, in plain Python: two computations, one rule."""
    rows = observed(*cells(indicator, values), geografie="285")
    rows.loc[0, "noemer"] = rows.loc[0, "noemer"] if complete else None
    (row,) = compare(rows, catalog).to_dict("records")
    parts = [(v, w if complete or n else None) for n, (v, w) in enumerate(values.values())]
    found = aggregaat(parts, catalog[indicator].soort, catalog[indicator].noemer)
    assert isinstance(found, Aggregaat)
    assert found.waarde == pytest.approx(row["waarde"])
    assert (found.soort, found.aantal) == (row["soort"], row["aantal_gemeenten"])
    assert (found.noemer is None) == pd.isna(row["noemer"])
    assert (found.soort == "gewogen") == (complete and indicator != "mediaan")


def test_a_period_without_municipal_values_has_no_comparator(observed, catalog):
    rows = observed(("risico", VLAANDEREN, 12.6), ("risico", CODES[0], None), geografie="285")
    assert compare(rows, catalog).empty


@pytest.fixture
def profiled(catalog):
    def make(bron):
        today = to_today(bron, catalog)
        made = profile(today, bron, compare(today, catalog), catalog)
        assert len(made) == len(catalog) * len(CODES)
        return made.set_index(["indicator", "nis_code"])

    return make


def test_the_quantile_counts_ties_half(observed, profiled, values):
    made = profiled(observed(*cells("risico", values), geografie="285")).loc["risico"]
    numbers = [v for v, _ in values.values()]
    for code, (own, _) in values.items():
        lower, equal = sum(v < own for v in numbers), numbers.count(own)
        assert made.loc[code, "kwantiel"] == pytest.approx((lower + equal / 2) / len(numbers))
    assert made.loc[CODES[150], "kwantiel"] != made.loc[CODES[150], "kwantiel"]


def test_everyone_stands_in_the_latest_period_with_a_value(observed, profiled):
    made = profiled(
        pd.concat(
            [
                observed(("risico", CODES[0], 1.0), ("risico", CODES[1], 2.0), geografie="285", jaar=2021),
                observed(("risico", CODES[0], 3.0), ("risico", CODES[1], None), geografie="285", jaar=2022),
                observed(("risico", CODES[0], None), geografie="285", jaar=2023),
            ]
        )
    ).loc["risico"]
    assert set(made["periode_label"]) == {"2022"}
    assert made.loc[CODES[0], "waarde"] == 3.0
    assert made.loc[CODES[1], "reden"] == "leeg_bij_bron"
    assert set(made["vergelijking_waarde"]) == {3.0}


def test_each_absence_has_its_reason(observed, profiled):
    made = profiled(
        observed(
            ("mediaan", "46014", 40.0),
            ("mediaan", "44045", None),
            ("mediaan", "11002", 3.0),
            ("mediaan", "44021", 7.0),
            ("mediaan", "23023", None),
            ("mediaan", "41002", None),
            ("mediaan", "41011", None, {"status": "onderdrukt"}),
            ("mediaan", "41018", None, {"status": "niet_van_toepassing"}),
        )
    )
    expected = {
        "46029": "fusie",  # Lokeren: one predecessor has a value, the rule does not carry it over
        "11002": "fusie",  # Antwerpen: the code of 2024 is another territory
        "23106": "leeg_bij_bron",  # Pajottegem: no predecessor has a value
        "41002": "leeg_bij_bron",
        "41011": "onderdrukt",
        "41018": "niet_van_toepassing",
        "35013": "niet_in_levering",
    }
    assert made.loc["mediaan", "reden"].loc[list(expected)].to_dict() == expected
    assert pd.isna(made.loc[("mediaan", "44021"), "reden"])
    assert made.loc["mediaan", "waarde"].count() == 1
    assert set(made.loc["risico", "reden"]) == {"geen_levering"}
    assert set(made.loc["risico", "status"]) == {"ontbreekt"}
    assert made.loc["risico", "periode_einde"].isna().all()
