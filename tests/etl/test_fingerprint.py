"""When there is something to build."""

import shutil
from datetime import UTC, datetime

import duckdb
import pytest

from etl.job import Job
from etl.raw import Levering, Poging, Raw
from etl.warehouse import published
from tests.etl.deliveries import kansarmoede

NU = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One delivery, and what was published of it."""
    folder = tmp_path_factory.mktemp("one")
    job = of(folder)
    job.folder.mkdir()
    job.import_files([kansarmoede(folder / "a.xlsx", n44021=21.5)])
    job.build()
    return folder


def of(folder):
    return Job(folder / "data", Raw(folder / "data/raw"), demo_folder=folder / "demo")


@pytest.fixture
def job(folder, tmp_path):
    """A job over one published delivery."""
    shutil.copytree(folder, tmp_path, symlinks=True, dirs_exist_ok=True)
    return of(tmp_path)


def attempt(job, day, told="1 levering"):
    job.raw.note(Poging("stadsmonitor", NU.replace(day=day), True, told))


def another_delivery(job, tmp_path):
    job.import_files([kansarmoede(tmp_path / "b.xlsx", n44021=22.5)])


def older_bytes_again(job, tmp_path):
    another_delivery(job, tmp_path)
    job.build()
    job.import_files([tmp_path / "a.xlsx"])


def damaged_on_disk(job, tmp_path):
    (herkomst,) = job.raw.provenances()
    (job.raw.folder / "stadsmonitor" / herkomst.sha256[:12] / "a.xlsx").write_bytes(b"stuk")


def another_definition(job, tmp_path):
    first, *_ = job.catalog.values()
    job.catalog = {**job.catalog, first.id: first.model_copy(update={"titel": "Anders"})}


def another_answer(job, tmp_path):
    attempt(job, 1, "geen antwoord")


def test_nothing_changed_means_nothing_to_build(job):
    there = job.unchanged()
    assert there and there == published(job.folder)
    job.build()
    assert job.unchanged() == published(job.folder) != there


@pytest.mark.parametrize(
    "change",
    [another_delivery, older_bytes_again, damaged_on_disk, another_definition, another_answer],
)
def test_each_change_needs_a_build(job, tmp_path, change):
    change(job, tmp_path)
    assert job.unchanged() is None


def test_another_program_needs_a_build(job, monkeypatch):
    monkeypatch.setattr("etl.fingerprint._program", lambda: "next version")
    assert job.unchanged() is None


def test_the_same_answer_another_night_changes_nothing(job):
    attempt(job, 1)
    job.build()
    attempt(job, 2)
    assert job.unchanged()


def test_what_could_not_be_read_is_tried_again(job):
    job.raw.keep(Levering.received("statbel_adi", "b.xlsx", b"stuk", licentie="onbekend", nu=NU))
    assert job.build().refused
    assert job.unchanged() is None


def test_a_build_of_an_earlier_version_is_made_again(job):
    with duckdb.connect(job.build().pad) as db:
        db.execute("alter table stand drop column vingerafdruk")
    assert job.unchanged() is None
