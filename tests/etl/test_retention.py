"""Deliveries stay as long as somebody may need them, and no longer."""

from datetime import UTC, datetime, timedelta

import pytest

from etl.raw import Levering
from etl.retention import DAYS, NEWEST, tidy_deliveries
from tests.etl.deliveries import kansarmoede

NU = datetime(2030, 1, 1, tzinfo=UTC)
OLD = NU - timedelta(days=DAYS + 9)


@pytest.fixture
def keep(job):
    """Keep a delivery with this content, offered at that time."""

    def make(content, nu=OLD, bron="stadsmonitor", url="https://example.org"):
        levering = Levering.received(bron, f"{content}.xlsx", content.encode(), licentie="x", nu=nu, url=url)
        return job.raw.keep(levering)[0]

    return make


@pytest.fixture
def published(job, tmp_path):
    """A build whose only delivery is an old one that was handed in."""
    job.import_files([kansarmoede(tmp_path / "echt.xlsx", n44021=21.5)])
    job.build()
    return job.raw.provenances()[0]


def removed(job):
    return [one.bestandsnaam for one in tidy_deliveries(job.raw, job.folder, NU)]


def test_the_newest_of_a_source_stay_and_older_ones_go(job, published, keep):
    names = [keep(name, OLD + timedelta(hours=hour)).bestandsnaam for hour, name in enumerate("abcdef")]
    assert removed(job) == names[:-NEWEST]
    assert published in job.raw.provenances()
    assert removed(job) == []


def test_what_a_build_takes_figures_from_stays_however_old(job, published, keep):
    for name in "abcd":
        keep(name)
    removed(job)
    assert published in job.raw.provenances() and len(job.raw.provenances()) == 1 + NEWEST


def test_what_was_offered_again_this_year_stays(job, published, keep):
    for name in "abcd":
        keep(name)
    keep("a", NU - timedelta(days=DAYS - 1))
    for name in "efg":
        keep(name, NU)
    assert "a.xlsx" not in removed(job)


def test_a_build_that_cannot_be_read_holds_nothing_back(job, published, keep):
    names = [keep(name, OLD + timedelta(hours=hour)).bestandsnaam for hour, name in enumerate("abcd")]
    (job.folder / "warehouse-0.duckdb").write_bytes(b"stuk")
    assert removed(job) == names[:-NEWEST]
