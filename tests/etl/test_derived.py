"""Inwoners per km²: one indicator over another, on today's municipalities."""

from datetime import date

import pandas as pd
import pytest

from etl.derived import add_derived
from etl.recode import to_today
from etl.vergelijking import compare
from indicators.catalog import catalog as real_catalog
from indicators.model import Fusieregel, Indicator, Soort
from tests.etl.conftest import PLAIN


@pytest.fixture(scope="module")
def catalog():
    plain = {**PLAIN, "herzien": date(2026, 11, 22)}
    made = [
        Indicator(id="mensen", soort=Soort.AANTAL, bron_sleutel="N", fusieregel=Fusieregel.SOM, **plain),
        Indicator(id="km2", soort=Soort.AANTAL, bron_sleutel="K", fusieregel=Fusieregel.SOM, **plain),
        Indicator(
            id="dichtheid",
            soort=Soort.GEMIDDELDE,
            teller_indicator="mensen",
            noemer="km²",
            noemer_indicator="km2",
            fusieregel=Fusieregel.TELLER_NOEMER,
            **plain,
        ),
    ]
    return {one.id: one for one in made}


def derived(rows, catalog):
    whole = add_derived(to_today(rows, catalog), catalog)
    assert whole.sort_values(["indicator", "periode_einde", "nis_code"]).index.is_monotonic_increasing
    return whole[whole["indicator"] == "dichtheid"].set_index(["nis_code", "periode_label"])


def test_each_year_is_divided_by_the_latest_area(catalog, observed):
    rows = pd.concat(
        [
            observed(("mensen", "41002", 1000.0), ("km2", "41002", 99.0), jaar=2020),
            observed(("mensen", "41002", 1200.0), jaar=2023),
            observed(("km2", "41002", 100.0), jaar=2025, geografie="285"),
        ]
    )
    found = derived(rows, catalog)
    assert found["waarde"].to_dict() == {("41002", "2020"): 10.0, ("41002", "2023"): 12.0}
    assert found.loc[("41002", "2023"), ["teller", "noemer"]].tolist() == [1200.0, 100.0]


def test_a_merged_municipality_is_divided_as_a_whole(catalog, observed):
    rows = pd.concat(
        [
            observed(("mensen", "46014", 900.0), ("mensen", "44045", 100.0)),
            observed(("km2", "46014", 40.0), ("km2", "44045", 10.0), jaar=2024),
        ]
    )
    assert derived(rows, catalog)["waarde"].tolist() == [20.0]


def test_what_is_missing_stays_missing_and_the_region_is_left_out(catalog, observed):
    rows = observed(
        ("mensen", "41002", None),
        ("mensen", "44021", 500.0),
        ("mensen", "02000", 6e6),
        ("km2", "41002", 50.0),
        geografie="285",
    )
    found = derived(rows, catalog)
    assert found["status"].to_dict() == {("41002", "2022"): "ontbreekt", ("44021", "2022"): "ontbreekt"}
    assert found["waarde"].isna().all()


def test_without_boundaries_there_is_no_density(catalog, observed):
    today = to_today(observed(("mensen", "41002", 10.0)), catalog)
    assert add_derived(today, catalog) is today


def test_flanders_is_as_dense_as_all_its_people_on_all_its_land(catalog, observed):
    rows = observed(
        ("mensen", "41002", 100.0),
        ("mensen", "44021", 900.0),
        ("km2", "41002", 10.0),
        ("km2", "44021", 30.0),
        geografie="285",
    )
    compared = compare(add_derived(to_today(rows, catalog), catalog), catalog)
    assert compared.set_index("indicator").loc["dichtheid", "waarde"] == 25.0


def test_the_catalog_divides_residents_by_area():
    density = real_catalog()["bevolkingsdichtheid"]
    assert (density.teller_indicator, density.noemer_indicator) == ("bevolking", "oppervlakte")
