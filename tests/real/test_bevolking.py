"""Population, from the real deliveries: no false jump where municipalities merged."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from etl.gather import read_delivery
from etl.raw import Levering
from etl.recode import to_today
from etl.reconcile import choose_sources
from etl.sources import Bestand, recognise
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from indicators.observations import together

DATA = Path(__file__).parents[3] / "shared/data"
NU = datetime(2026, 11, 22, tzinfo=UTC)
FILES = ("bevolking/population_285_2015-2025_from_gemeente_dashboard.csv",)
FILES += ("bevolking/population_flemish_308_2009-2015.csv",)
FILES += ("statbel_fiscal_income/TF_PSNL_INC_TAX_MUNTY_2005-2020.xlsx",)
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"the real deliveries are not at {DATA}"),
]


@pytest.fixture(scope="module")
def delivered():
    """Provenance and observations of each file."""
    found = []
    for name in FILES:
        path = DATA / name
        bron = recognise(Bestand(path.name, path.read_bytes()))
        levering = Levering.received(bron.NAAM, path.name, path.read_bytes(), licentie="x", nu=NU)
        found.append((levering.herkomst, read_delivery(levering, bron, catalog(), NU).waarnemingen))
    return found


def residents(rows):
    """Residents of today's municipalities by code and day, where there is a figure."""
    made = to_today(rows[rows["indicator"] == "bevolking"], catalog()).dropna(subset=["waarde"])
    return made.astype({"nis_code": object}).set_index(["nis_code", "periode_einde"])["waarde"].sort_index()


@pytest.fixture(scope="module")
def series(delivered):
    rows = together([rows for _, rows in delivered])
    chosen, _ = choose_sources(rows, [herkomst for herkomst, _ in delivered], catalog(), NU)
    return residents(chosen)


def printed(name):
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_codes_are_those_of_the_year_also_where_a_file_was_cut_to_todays_codes(delivered):
    for _, rows in delivered[:2]:
        population = rows[rows["indicator"] == "bevolking"].astype({"geografie": object})
        per_year = population.groupby(population["periode_einde"].dt.year)["geografie"].unique()
        assert {
            (jaar, *states)
            for jaar, states in per_year.items()
            if list(states) != ["308" if jaar < 2019 else "300" if jaar < 2025 else "285"]
        } == set()


def test_the_two_files_agree_on_the_year_that_both_hold():
    one = {row["nis"]: row["bevolking"] for row in printed(FILES[0]) if row["jaar"] == "2015"}
    other = {row["nis"]: row["pop_total"] for row in printed(FILES[1]) if row["year"] == "2015"}
    assert len(one) == 266
    assert one.items() <= other.items(), "so 2015 is in the codes of then, Antwerpen without Borsbeek"


def test_the_residents_of_an_income_year_are_the_population_of_the_next_1_january(delivered):
    """Of all 285 municipalities in each year that both hold; those of 2011 were revised by some persons."""
    ours, theirs = residents(delivered[1][1]), residents(delivered[2][1])
    both = pd.concat({"ours": ours, "theirs": theirs}, axis=1, join="inner")
    difference = (both["ours"] - both["theirs"]).abs()
    per_year = difference.groupby(both.index.get_level_values(1).year).max()
    assert list(per_year.index) == list(range(2009, 2016))
    assert per_year.drop(2011).eq(0).all()
    assert difference.max() < 300


def test_no_series_jumps_where_municipalities_merged(series):
    steps = series.groupby(level="nis_code").pct_change().dropna()
    merged = {code for code in gemeenten("285") if code not in gemeenten("308")} | {"11002"}
    assert len(merged) == 20
    assert steps[steps.index.get_level_values("nis_code").isin(merged)].abs().max() < 0.08
    big = series.groupby(level="nis_code").transform("max") > 1000
    assert steps[big.reindex(steps.index)].abs().max() < 0.08


def test_antwerpen_has_its_territory_of_today_in_every_year(series):
    antwerpen = series["11002"]
    own = {(row["nis"], int(row["year"])): int(row["pop_total"]) for row in printed(FILES[1])}
    for jaar in range(2009, 2016):
        assert antwerpen[pd.Timestamp(jaar, 1, 1)] == own["11002", jaar] + own["11007", jaar]
    assert antwerpen[pd.Timestamp(2025, 1, 1)] == 562_002
    assert [day.year for day in antwerpen.index] == [*range(2006, 2022), 2025], (
        "of 2022 to 2024 no file at hand holds Borsbeek: no figure, rather than one without it"
    )
