"""Every hostile delivery is refused in words that help, and the figures of before stay in use."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from etl.job import Job
from etl.raw import Raw
from etl.warehouse import published
from tests.etl.hostile import FILES, adi, csv, kansarmoede, register, workbook
from tests.etl.test_hostile_fetch import ANSWERS

ROOT = Path(__file__).parents[2]
MAX_MEMORY = 600 * 2**20
GENT = (
    "select stand, waarde from stand, waarneming where nis_code = '44021' and indicator = 'kansarmoede_index'"
)


def gent(folder: Path) -> list[tuple]:
    with duckdb.connect(published(folder), read_only=True) as db:
        return db.sql(GENT).fetchall()


@pytest.fixture(scope="module")
def job(tmp_path_factory) -> Job:
    """A folder with published figures of a sound delivery."""
    folder = tmp_path_factory.mktemp("hostile")
    job = Job(folder, Raw(folder / "raw"))
    sound = folder / "goed.xlsx"
    sound.write_bytes(register())
    assert [one.uitkomst for one in job.import_files([sound])] == ["gelezen"]
    job.build()
    return job


def test_there_are_at_least_sixty() -> None:
    assert len(FILES) + len(ANSWERS) >= 60


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_with_its_place_and_remedy(name, job, tmp_path) -> None:
    geval = FILES[name]
    path = tmp_path / geval.naam
    path.write_bytes(geval.make())
    before, kept = gent(job.folder), len(job.raw.provenances())
    (found,) = job.import_files([path])
    assert found.uitkomst == "geweigerd"
    missing = [
        word for word in (geval.naam, "Wat je kunt doen: ", *geval.woorden) if word not in found.boodschap
    ]
    assert missing == [], found.boodschap
    assert "onverwachte fout" not in found.boodschap
    assert (gent(job.folder), len(job.raw.provenances())) == (before, kept)


SOUND = {
    "extra column": lambda: workbook(
        {"AR_03": [[*rij, "x" if n else "Opmerking"] for n, rij in enumerate(kansarmoede())]}
    ),
    "header on row 4": lambda: workbook({"AR_03": [["Kansarmoede"], ["bron"], [""], *kansarmoede()]}),
    "columns in another order": lambda: workbook({"AR_03": [rij[::-1] for rij in kansarmoede()]}),
    "a sheet with notes in front": lambda: workbook({"Lees mij": [["tekst"]], "TF": adi()}),
    "utf-8 with mark": lambda: b"\xef\xbb\xbf" + csv("Gent;44021;Kansarmoede-index;2023;9,1"),
    "code page 1252": lambda: (
        csv("Sint-Pieters-Leeuw é;23077;Kansarmoede-index;2023;9,1").decode().encode("cp1252")
    ),
    "utf-16": lambda: csv("Gent;44021;Kansarmoede-index;2023;9,1").decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_different_is_read(name, job, tmp_path) -> None:
    path = tmp_path / "anders.bin"
    path.write_bytes(SOUND[name]())
    (found,) = Job(tmp_path, Raw(tmp_path / "raw")).import_files([path])
    assert found.uitkomst == "gelezen", found.boodschap
    assert " 0 cijfers" not in found.boodschap


def test_what_can_be_read_but_deserves_a_look_is_told(tmp_path) -> None:
    def vul(werkboek, sheet) -> None:
        sheet.write_formula("E7", "=E6", None, 10.5)
        werkboek.add_worksheet("Nota").hide()

    path = tmp_path / "formules.xlsx"
    path.write_bytes(register(vul))
    job = Job(tmp_path, Raw(tmp_path / "raw"))
    job.import_files([path])
    told = [one.boodschap for one in job.build().controles]
    assert "blad 'AR_03' heeft 1 formules; gelezen is de laatst bewaarde uitkomst." in told
    assert "blad 'Nota' is verborgen." in told


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print("kilobytes", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
"""Run a command from a small process: a child counts what its parent held before it became the command."""


@pytest.mark.slow
def test_all_of_them_together_cost_little_memory(job, tmp_path) -> None:
    for nummer, geval in enumerate(FILES.values()):
        (tmp_path / f"{nummer:02}-{geval.naam}").write_bytes(geval.make())
    before = gent(job.folder)
    words = [sys.executable, "-m", "etl", "import", str(tmp_path), "--warehouse-dir", str(job.folder)]
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stdout.count("geweigerd ") == len(FILES)
    assert int(run.stdout.rpartition("kilobytes ")[2]) * 1024 < MAX_MEMORY
    assert [value for _, value in gent(job.folder)] == [value for _, value in before]
