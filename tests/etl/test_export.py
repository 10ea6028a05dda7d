"""The same deliveries give the same bytes."""

import time

import duckdb
import pytest

from etl import EtlError
from etl.export import OF_THE_RUN, export
from etl.job import Job
from etl.raw import Raw
from tests.etl.deliveries import adi, kansarmoede


def build(folder, demo_folder, files):
    """A warehouse of its own, with the same files handed in by another name at another moment."""
    job = Job(folder, Raw(folder / "raw"), demo_folder=demo_folder)
    folder.mkdir()
    job.import_files(files)
    return job.build().pad


@pytest.fixture
def files(tmp_path):
    codes = (44021, 11001, 46014, 44045, 11002, 11007)
    return [
        kansarmoede(tmp_path / "register.xlsx", n44021=21.5, n11001=None, n46029=3.3),
        adi(
            tmp_path / "adi.xlsx",
            *((jaar, code, code / 9e3, code / 7) for code in codes for jaar in (2021, 2022)),
        ),
    ]


def test_two_builds_of_the_same_deliveries_are_identical(job, files, tmp_path):
    first = export(build(tmp_path / "een", job.demo_folder, files), tmp_path / "uit/een")
    time.sleep(0.01)
    second = export(build(tmp_path / "twee", job.demo_folder, files), tmp_path / "uit/twee")
    again = export(tmp_path / "een/warehouse.duckdb", tmp_path / "uit/een")
    assert [(one.pad.name, one.sha256) for one in first] == [(one.pad.name, one.sha256) for one in second]
    assert first == again
    assert [one.pad.read_bytes() for one in first] == [one.pad.read_bytes() for one in second]
    assert {"waarneming.parquet", "waarneming_bron.parquet", "profiel.parquet"} <= {
        one.pad.name for one in first
    }
    assert not {f"{name}.parquet" for name in OF_THE_RUN} & {one.pad.name for one in first}
    assert not list((tmp_path / "uit").rglob(".half-*"))


def test_it_holds_what_the_build_holds_and_no_moments(job, files, tmp_path):
    path = build(tmp_path / "een", job.demo_folder, files)
    written = {one.pad.stem: one for one in export(path, tmp_path / "it's hier")}
    with duckdb.connect(path, read_only=True) as db:
        for name, one in written.items():
            there, here = db.table(name), db.read_parquet(str(one.pad))
            moments = {
                column for column, kind in zip(there.columns, there.types, strict=True) if "TIME" in str(kind)
            }
            assert [column for column in there.columns if column not in moments] == here.columns
            same = there.project(", ".join(f'"{column}"' for column in here.columns))
            assert (len(same.except_(here)), len(here.except_(same)), len(here)) == (0, 0, one.rijen), name


def test_another_figure_gives_another_fingerprint(job, files, tmp_path):
    other = kansarmoede(tmp_path / "anders.xlsx", n44021=21.6, n11001=None, n46029=3.3)
    first = export(build(tmp_path / "een", job.demo_folder, files), tmp_path / "a")
    second = export(build(tmp_path / "twee", job.demo_folder, [other, files[1]]), tmp_path / "b")
    differ = {one.pad.stem for one, two in zip(first, second, strict=True) if one.sha256 != two.sha256}
    assert {"waarneming", "waarneming_bron", "levering"} <= differ and not {"gebied", "indicator"} & differ


def test_what_is_no_build_cannot_be_exported(tmp_path):
    (tmp_path / "x.duckdb").write_bytes(b"stuk")
    with pytest.raises(EtlError, match=r"x\.duckdb is niet te exporteren"):
        export(tmp_path / "x.duckdb", tmp_path / "uit")
