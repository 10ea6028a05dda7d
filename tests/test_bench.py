"""The benchmark itself, at a small size: it measures what it says, and its rivals do the same work."""

import io
import re

import duckdb
import pandas as pd
import pytest
from rich.console import Console

from etl.translate import observations
from etl.warehouse import published
from indicators.statistics import Interval
from tests.bench import belasting, figures, kans, kans_verandering, questions, rivals
from tests.bench.__main__ import show
from tests.bench.build import build
from tests.bench.result import Result

INDICATORS = 8


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    return build(INDICATORS, folder), published(folder)


def test_every_observation_is_in_the_file_and_every_column_is_filled(built):
    measured, path = built
    assert measured.rows == INDICATORS * 300 * 25
    assert min(measured.seconds, measured.again, measured.unchanged, measured.peak_mb, measured.file_mb) > 0
    with duckdb.connect(path, read_only=True) as db:
        filled = db.sql("select count(columns(*)) from waarneming_bron").fetchall()[0]
        counted = db.sql("select count(*), count(distinct levering) from waarneming_bron").fetchall()
    assert counted == [(measured.rows, len(figures.YEARS))]
    assert all(filled)


def test_what_is_translated_is_what_the_builds_start_with():
    catalog = figures.catalog(INDICATORS)
    rows = next(figures.deliveries(list(catalog)))
    translated = observations(figures.as_read(rows), figures.BRON, "", catalog)
    order = ["indicator", "nis_code"]
    pd.testing.assert_frame_equal(
        translated.sort_values(order, ignore_index=True),
        rows.sort_values(order, ignore_index=True),
        check_dtype=False,
    )


def test_the_rivals_find_the_same_as_the_build(built, tmp_path):
    catalog = figures.catalog(INDICATORS)
    rows = rivals.plain(pd.concat(figures.deliveries(list(catalog)), ignore_index=True))
    with duckdb.connect(built[1], read_only=True) as db:
        ours = db.sql(
            "select minimum, mediaan, maximum from vergelijking order by indicator, periode_einde"
        ).df()
    pandas = rivals.with_pandas(rows, catalog, tmp_path / "pandas")
    sqlite = rivals.with_sqlite(rows, catalog, tmp_path / "sqlite")
    pd.testing.assert_frame_equal(ours, sqlite[["minimum", "mediaan", "maximum"]])
    theirs = pandas[["min", "median", "max"]].set_axis(ours.columns, axis=1).reset_index(drop=True)
    pd.testing.assert_frame_equal(ours, theirs)


def test_each_question_is_answered(built):
    einde = f"{figures.YEARS[-2]}-12-31"
    took = questions.apart(built[1], list(figures.catalog(INDICATORS)), einde, times=2)
    assert took.keys() == questions.FIVE.keys() and min(took.values()) > 0


def test_the_table_says_which_goal_is_not_reached():
    page = io.StringIO()
    show(
        [Result("fast", 1, "s", 2, "x"), Result("slow", 3, "s", 2, "x"), Result("other", 9, "s", None, "x")],
        Console(file=page, width=100),
    )
    lines = [line for line in page.getvalue().splitlines() if "│" in line]
    assert ["yes" in line for line in lines] == [True, False, False]
    assert ["NO" in line for line in lines] == [False, True, False]


def test_the_load_counts_what_fails_and_how_long_it_took(httpserver, monkeypatch):
    monkeypatch.setattr(belasting, "THINKING", 0.05)
    httpserver.expect_request(re.compile("/gemeente/.*")).respond_with_data("in orde")
    httpserver.expect_request(re.compile("/indicator/.*")).respond_with_data("Er ging iets fout")
    answers = belasting.load(httpserver.url_for("").rstrip("/"), users=8, seconds=1.5, warm_up=0.2)
    wrong = {answer.kind for answer in answers if answer.problem}
    assert {answer.kind for answer in answers} - wrong == {"a municipality"}
    assert "an indicator" in wrong
    assert belasting.p95(answers) > 0
    assert min(answer.asked for answer in answers) >= 0.2


def test_the_mix_is_of_a_hundred():
    assert sum(share for share, _ in belasting.MIX.values()) == 100


@pytest.mark.slow
def test_chance_is_called_news_as_seldom_as_promised(monkeypatch):
    monkeypatch.setattr(kans_verandering, "REEKSEN", 5_000)  # a rate of 1 in 100 is then known to 0,3 points
    results = [*kans.measure(), *kans_verandering.measure()]
    assert [one for one in results if not one.reached] == []


def test_the_measurement_of_chance_catches_an_interval_that_is_too_narrow(monkeypatch):
    ours = kans.interval

    def narrow(count: int, noemer: int) -> Interval:
        found = ours(count, noemer)
        middle, half = (found.laag + found.hoog) / 2, (found.hoog - found.laag) / 2
        return Interval(middle - 0.9 * half, middle + 0.9 * half)

    monkeypatch.setattr(kans, "interval", narrow)
    assert [one.reached for one in kans.measure()].count(False) >= 3
