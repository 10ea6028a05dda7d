"""Back to what was published before, and on from there."""

import duckdb
import pytest

from etl import EtlError
from etl.job import Job
from etl.rollback import choices, rollback
from etl.warehouse import LINK, published, stand_of
from tests.etl.deliveries import ask, kansarmoede


@pytest.fixture
def builds(job, tmp_path):
    """Two builds with real figures, the older one first."""
    made = []
    for value in (21.5, 22.5):
        fresh = Job(job.folder, job.raw, demo_folder=job.demo_folder)
        fresh.import_files([kansarmoede(tmp_path / f"{value}.xlsx", n44021=value)])
        made.append(fresh.build().pad)
    return made


def test_the_link_swings_back(job, builds):
    old, new = builds
    assert [(one.pad, one.gepubliceerd, one.cijfers) for one in choices(job.folder)] == [
        (new, True, 1),
        (old, False, 1),
    ]
    rollback(job.folder, stand_of(old))
    assert published(job.folder) == old
    assert ask(job, "select waarde from waarneming") == [(21.5,)]
    rollback(job.folder, stand_of(new))
    assert published(job.folder) == new


def test_the_next_build_is_compared_with_what_readers_saw(job, builds):
    rollback(job.folder, stand_of(builds[0]))
    Job(job.folder, job.raw).build()
    assert ask(job, "select oud, nieuw from herziening") == [(21.5, 22.5)]


def test_one_that_is_not_there_is_refused_with_the_choices(job, builds):
    with pytest.raises(EtlError, match=stand_of(builds[1])):
        rollback(job.folder, "20200101T000000000000")


@pytest.mark.parametrize(
    "sql, reason",
    [
        ("drop table herziening", "herziening.indicator.* ontbreekt, want de stand is van een oudere versie"),
        ("delete from levering", "levering"),
        ("update stand set stand = 'x'", "in het bestand zit stand x"),
        ("delete from stand", "niet te lezen"),
    ],
)
def test_one_that_is_not_right_is_refused(job, builds, sql, reason):
    old, new = builds
    with duckdb.connect(old) as db:
        db.execute(sql)
    with pytest.raises(EtlError, match=reason):
        rollback(job.folder, stand_of(old))
    assert published(job.folder) == new


def test_a_file_that_is_no_database_is_refused(job, builds):
    builds[0].write_bytes(b"stuk")
    with pytest.raises(EtlError, match="niet te lezen"):
        rollback(job.folder, stand_of(builds[0]))


def test_made_up_figures_do_not_replace_real_ones(job, tmp_path):
    demo = job.build().pad
    job.import_files([kansarmoede(tmp_path / "echt.xlsx", n44021=21.5)])
    real = job.build().pad
    with pytest.raises(EtlError, match="voorbeeldcijfers"):
        rollback(job.folder, stand_of(demo))
    assert published(job.folder) == real


def test_when_the_published_one_is_broken_the_way_back_is_open(job, builds):
    old, new = builds
    new.write_bytes(b"stuk")
    with pytest.raises(EtlError, match="python -m etl rollback"):
        Job(job.folder, job.raw).build()
    rollback(job.folder, stand_of(old))
    assert Job(job.folder, job.raw).build().pad == published(job.folder)


def test_also_a_link_to_nothing_can_be_mended(job, builds):
    old, new = builds
    new.unlink()
    assert published(job.folder) is None and (job.folder / LINK).is_symlink()
    assert rollback(job.folder, stand_of(old)).pad == published(job.folder) == old
