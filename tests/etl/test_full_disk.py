"""A disk that is full stops a run, says so, leaves the old figures in use, and heals by itself."""

import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from etl.job import Job
from etl.raw import Raw
from etl.warehouse import LINK
from tests.etl.hostile import KOP, kansarmoede, workbook
from tests.etl.processes import etl

GENT = "select waarde from profiel where indicator = 'kansarmoede_index' and nis_code = '44021'"
pytestmark = pytest.mark.slow


def register(path: Path, value: float) -> Path:
    """A delivery in which every municipality has `value`."""
    path.write_bytes(workbook({"AR_03": [KOP, *([*row[:4], value] for row in kansarmoede()[2:])]}))
    return path


def gent(folder: Path) -> list[tuple]:
    with duckdb.connect((folder / LINK).resolve(strict=True), read_only=True) as db:
        return db.sql(GENT).fetchall()


def loose_ends(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.startswith((".half-", ".tmp-"))]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    job = Job(folder, Raw(folder / "raw"))
    job.import_files([register(tmp_path / "eerst.xlsx", 10)])
    job.build()
    return folder


@pytest.mark.parametrize("largest", [0, 1_000, 20_000, 300_000, 1_000_000])
def test_a_file_that_cannot_grow_stops_the_run(published: Path, tmp_path: Path, largest: int) -> None:
    """At five sizes: the lock, the delivery, its provenance, the start and the end of the database."""
    path = register(tmp_path / "nieuw.xlsx", 11)
    code, said = etl(published, "import", str(path), largest=largest)
    assert code in (1, 2) and ("Niets gepubliceerd" in said or "geweigerd" in said), said
    assert gent(published) == [(10.0,)]
    assert loose_ends(published) == []
    assert etl(published, "import", str(path))[0] == 0
    assert gent(published) == [(11.0,)]


@pytest.fixture
def small_disk(tmp_path: Path):
    """A file system in memory; `small_disk(size)` mounts it."""
    folder = tmp_path / "schijf"
    folder.mkdir()

    def mount(options: str) -> subprocess.CompletedProcess:
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        return subprocess.run(words, capture_output=True)

    if not shutil.which("mount") or mount("size=64m").returncode:
        pytest.skip("only the system's administrator may mount a file system in memory")
    yield folder, lambda size: mount(f"remount,size={size}")
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_and_gets_room_again(small_disk, tmp_path: Path) -> None:
    folder, resize = small_disk
    assert etl(folder, "import", str(register(tmp_path / "eerst.xlsx", 10)))[0] == 0
    used = sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if not path.is_symlink())
    assert resize(used + 200_000).returncode == 0
    for value in (11, 12, 13):
        code, said = etl(folder, "import", str(register(tmp_path / "nieuw.xlsx", value)))
        assert code == 2 and "Niets gepubliceerd" in said
        assert gent(folder) == [(10.0,)]
        assert loose_ends(folder) == []
    assert resize("64m").returncode == 0
    assert etl(folder, "run", "--offline")[0] == 0
    assert gent(folder) == [(13.0,)]
