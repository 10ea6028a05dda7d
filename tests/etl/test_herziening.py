"""What changed from build to build: listed, counted, carried along, and never without bound."""

from datetime import date

import duckdb
import pytest

from etl import herziening
from etl.job import Job
from tests.etl.deliveries import adi, ask

OLD = (2021, 44021, 10.0, 900), (2022, 44021, 11.0, 900), (2022, 11001, 4.0, 100)


@pytest.fixture
def build(job, tmp_path):
    def make(*rows):
        number = len(list(tmp_path.glob("adi*.xlsx")))
        fresh = Job(job.folder, job.raw, demo_folder=job.demo_folder, corrections=job.corrections)
        fresh.import_files([adi(tmp_path / f"adi{number}.xlsx", *rows)])
        return fresh.build()

    return make


def counted(job):
    return ask(job, "select nieuw, herzien, vervallen from wijziging where indicator = 'arop' order by stand")


def test_the_first_figures_are_all_new(build, job):
    build(*OLD)
    assert counted(job) == [(3, 0, 0)]
    assert ask(job, "select count(*) from herziening") == [(0,)]


def test_a_revision_is_listed_with_both_values_and_deliveries(build, job):
    build(*OLD)
    (old,) = job.raw.provenances()
    build((2022, 44021, 12.0, 900), (2022, 11001, 4.0, 100), (2023, 44021, 13.0, 900), (2023, 11001, 5.0, 9))
    sql = "select nis_code, periode_einde, oud, nieuw, oude_levering, nieuwe_levering from herziening"
    _, new = job.raw.provenances()
    assert ask(job, f"{sql} where indicator = 'arop'") == [
        ("44021", date(2022, 12, 31), 11.0, 12.0, old.levering, new.levering),
    ]
    assert counted(job) == [(3, 0, 0), (2, 1, 0)]


def test_history_goes_along_and_the_newest_stands_first(build, job):
    build(*OLD)
    build(*OLD[:1], (2022, 44021, 12.0, 900), OLD[2])
    build(*OLD[:1], (2022, 44021, 13.0, 900), OLD[2])
    build(*OLD[:1], (2022, 44021, 13.0, 900), OLD[2])
    assert ask(job, "select oud, nieuw from herziening where indicator = 'arop'") == [
        (12.0, 13.0),
        (11.0, 12.0),
    ]
    assert counted(job) == [(3, 0, 0), (0, 1, 0), (0, 1, 0)]


def test_a_figure_that_vanishes_is_a_revision_without_a_new_value(build, job):
    rows = [
        (2022, code, 4.0, 100)
        for code in (44021, 11001, 11004, 11005, 11008, 11009, 11013, 11016, 11018, 11021)
    ]
    build(*rows)
    build(*rows[:9])
    assert ask(
        job, "select nis_code, oud, nieuw, nieuwe_levering from herziening where indicator = 'arop'"
    ) == [("11021", 4.0, None, None)]
    assert counted(job)[-1] == (0, 0, 1)


def test_the_last_digit_of_a_sum_is_no_revision(build, job):
    build(*OLD)
    build(*OLD[:2], (2022, 11001, 4.0 * (1 + 1e-13), 100))
    assert counted(job) == [(3, 0, 0)]


def test_history_has_an_end(build, job, monkeypatch):
    monkeypatch.setattr(herziening, "KEEP_HERZIENING", 2)
    monkeypatch.setattr(herziening, "KEEP_WIJZIGING", 3)
    for value in (11.0, 12.0, 13.0, 14.0):
        build((2022, 44021, value, 900))
    assert ask(job, "select oud, nieuw from herziening") == [(13.0, 14.0), (12.0, 13.0)]
    assert ask(job, "select count(*) from wijziging") == [(3,)]


def test_a_history_of_made_up_figures_does_not_go_along(build, job):
    job.build()
    assert ask(job, "select count(*) > 0 from wijziging") == [(True,)]
    build(*OLD)
    assert ask(job, "select distinct indicator from wijziging where indicator = 'kansarmoede_index'") == []


def test_what_an_older_version_published_is_compared_all_the_same(build, job):
    path = build(*OLD).pad
    with duckdb.connect(path) as db:
        for table in ("herziening", "wijziging", "bewaking", "correctie"):
            db.execute(f"drop table {table}")
    build(*OLD[:1], (2022, 44021, 12.0, 900), OLD[2])
    assert counted(job) == [(0, 1, 0)]
