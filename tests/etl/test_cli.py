"""The command line: what it says, and how it ends."""

import errno
import json
from datetime import date

import duckdb
import pytest
import xlsxwriter
from typer.testing import CliRunner

from etl.__main__ import app
from etl.raw import Raw
from etl.sources import BRONNEN
from etl.warehouse import LINK, lock, published
from indicators.catalog import catalog


@pytest.fixture
def etl(tmp_path):
    """Run `python -m etl ...` on a folder of its own; gives the exit code and what it said."""

    def run(*words):
        result = CliRunner().invoke(app, [*map(str, words), "--warehouse-dir", str(tmp_path / "data")])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    run.folder = tmp_path / "data"
    return run


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "register.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("AR_03")
        sheet.write_row(0, 0, ["Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"])
        sheet.write_row(1, 0, ["Gent", 44021, "Kansarmoede-index", 2024, 21.5])
    return path


def test_offline_and_empty_publishes_the_demo(etl):
    code, said = etl("status")
    assert code == 2 and "nog niets gepubliceerd" in said
    code, said = etl("run", "--offline")
    assert code == 0 and "Voorbeeldcijfers, niet gebruiken" in said and "niets gevraagd" in said
    there = published(etl.folder)
    code, said = etl("run", "--offline")
    assert (code, published(etl.folder)) == (0, there) and "Niets veranderd" in said
    code, said = etl("run", "--if-empty")
    assert (code, published(etl.folder)) == (0, there) and "al cijfers gepubliceerd" in said
    code, said = etl("status")
    assert code == 0 and "voorbeeldcijfers" in said
    with duckdb.connect(there) as db:
        db.execute("alter table indicator drop column kern")
    code, said = etl("run", "--offline", "--if-empty")
    assert code == 0 and "Gepubliceerd" in said and published(etl.folder) != there


def test_a_run_in_which_nothing_changed_builds_nothing(etl, workbook):
    etl("import", workbook)
    there = published(etl.folder)
    for command in (["run", "--offline"], ["build"]):
        code, said = etl(*command)
        assert (code, published(etl.folder)) == (0, there) and "Niets veranderd" in said
    code, said = etl("build", "--opnieuw")
    assert code == 0 and "Gepubliceerd" in said and published(etl.folder) != there


def test_sources_that_do_not_answer_still_leave_figures(etl, monkeypatch):
    for bron in BRONNEN.values():
        monkeypatch.setattr(bron, "PAGINA", "http://127.0.0.1:9/cijfers")
        monkeypatch.setattr(bron, "OOK_OP", (), raising=False)
    monkeypatch.delenv("PINC_API_KEY", raising=False)
    code, said = etl("run")
    assert code == 1 and said.count("is niet bereikbaar") == len(BRONNEN) - 1
    assert "Provincies in Cijfers: Uitgeschakeld, geen sleutel." in said
    assert published(etl.folder)
    assert "laatste poging" in etl("status")[1]
    assert etl("fetch")[0] == 1
    assert etl("fetch", "--offline")[0] == 0


def test_import_says_per_file_what_it_was(etl, workbook, tmp_path):
    map_met_bestanden = tmp_path / "gedownload"
    map_met_bestanden.mkdir()
    workbook.rename(map_met_bestanden / workbook.name)
    (map_met_bestanden / "notitie.txt").write_text("geen tabel")
    (map_met_bestanden / ".verborgen").write_text("x")
    code, said = etl("import", map_met_bestanden)
    assert code == 1
    assert "gelezen register.xlsx: Gemeente-Stadsmonitor: 1 cijfers" in said
    assert "geweigerd notitie.txt: onbekende bron" in said
    assert "verborgen" not in said and "Voorbeeldcijfers" not in said
    assert etl("import", map_met_bestanden / "register.xlsx")[0] == 0
    code, said = etl("import", tmp_path / "weg.xlsx")
    assert code == 1 and "weg.xlsx bestaat niet" in said


def test_options_before_the_command_and_from_the_environment(tmp_path, workbook, monkeypatch):
    monkeypatch.setenv("WAREHOUSE_DIR", str(tmp_path / "omgeving"))
    runner = CliRunner()
    assert runner.invoke(app, ["import", str(workbook)]).exit_code == 0
    assert published(tmp_path / "omgeving")
    assert Raw(tmp_path / "omgeving/raw").provenances()
    words = [
        "--warehouse-dir",
        str(tmp_path / "a"),
        "--raw-dir",
        str(tmp_path / "b"),
        "import",
        str(workbook),
    ]
    assert runner.invoke(app, words).exit_code == 0
    assert published(tmp_path / "a") and Raw(tmp_path / "b").provenances()


def test_what_stops_a_run_is_one_line_and_exit_2(etl, workbook):
    with lock(etl.folder):
        code, said = etl("build")
    assert code == 2 and "Niets gepubliceerd. Er loopt al een andere verwerking" in said
    (etl.folder / "raw").write_text("hier hoort een map")
    code, said = etl("import", workbook)
    assert code == 2 and said.startswith("Niets gepubliceerd.")
    assert published(etl.folder) is None


def test_a_damaged_build_is_told_with_the_remedy_and_is_never_code_1(etl, workbook):
    etl("import", workbook)
    path = published(etl.folder)
    path.write_bytes(path.read_bytes()[:100_000])
    for command in (["run", "--offline"], ["run", "--offline", "--if-empty"], ["build"], ["status"]):
        code, said = etl(*command)
        assert code == 2 and f"{path.name} is niet te lezen" in said and "etl rollback" in said, said
    code, said = etl("status", "--json")
    found = json.loads(said)
    assert (code, found["code"], found["stand"]) == (2, 2, None) and "rollback" in found["aandacht"][0]
    (etl.folder / LINK).unlink()  # the remedy, where there is no other build
    code, said = etl("run", "--offline")
    assert code == 0 and "1 cijfers" in said and published(etl.folder) != path


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 2, "De schijf is vol. Maak plaats"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/x/raw"),
            2,
            "/x/raw: dat mag deze gebruiker niet",
        ),
        (KeyError("een fout van ons"), 2, "Onverwachte fout. Meld dit"),
        (KeyboardInterrupt(), 130, "Onderbroken. Wat gepubliceerd was, blijft staan"),
    ],
)
def test_what_stops_a_command_is_said_in_dutch(etl, monkeypatch, error, code, words):
    def stop(*_):
        raise error

    for step, command in (("Job.build", "build"), ("look", "status")):
        target = "etl.__main__.look" if step == "look" else f"etl.job.{step}"
        monkeypatch.setattr(target, stop)
        ended, said = etl(command)
        assert ended == code and words in said, said


def test_a_folder_without_files_is_no_import(etl, tmp_path):
    (tmp_path / "leeg").mkdir()
    code, said = etl("import", tmp_path / "leeg")
    assert code == 2 and f"Er staan geen bestanden in {tmp_path / 'leeg'}" in said


def test_the_catalog_is_listed_and_what_is_overdue_ends_with_code_1(monkeypatch):
    runner = CliRunner()
    listed = runner.invoke(app, ["catalog"])
    assert listed.exit_code == 0
    assert {line.split()[0] for line in listed.output.splitlines()} == set(catalog())
    assert "Moeilijk rondkomen" in listed.output

    fresh = {id: one.model_copy(update={"herzien": date.today()}) for id, one in catalog().items()}
    monkeypatch.setattr("etl.__main__.catalog", lambda: fresh)
    assert runner.invoke(app, ["catalog", "--te-herzien"]).exit_code == 0
    fresh["oki"] = fresh["oki"].model_copy(update={"herzien": date(2020, 5, 1)})
    late = runner.invoke(app, ["catalog", "--te-herzien"])
    assert late.exit_code == 1
    assert late.output.startswith("oki ") and f"1 van de {len(catalog())} indicatoren" in late.output
    assert "opnieuw vanaf 01/05/2022" in late.output


def test_going_back_lists_the_choices_and_takes_one(etl, workbook):
    assert etl("rollback") == (2, "Er is geen enkele stand. Begin met 'python -m etl run'.\n")
    etl("import", workbook)
    old = published(etl.folder)
    etl("build", "--opnieuw")
    code, said = etl("rollback")
    assert code == 0 and said.count("1 cijfers, gebouwd op") == 2 and said.count("nu te zien") == 1
    code, said = etl("rollback", old.stem.removeprefix("warehouse-"))
    assert (code, published(etl.folder)) == (0, old) and old.name in said
    code, said = etl("rollback", "x")
    assert (code, published(etl.folder)) == (2, old) and "Stand x is er niet" in said


def test_what_is_published_can_be_written_as_parquet(etl, workbook, tmp_path):
    code, said = etl("export", tmp_path / "uit")
    assert code == 2 and "nog niets om te exporteren" in said
    etl("import", workbook)
    code, said = etl("export", tmp_path / "uit")
    assert (
        code == 0
        and (tmp_path / "uit/waarneming.parquet").is_file()
        and "waarneming.parquet  1 rijen" in said
    )


def test_figures_are_accepted_by_name_even_when_nothing_else_changed(etl, workbook):
    etl("import", workbook)
    there = published(etl.folder)
    code, said = etl("build", "--accepteer", "aropp")
    assert (code, published(etl.folder)) == (2, there) and "geen indicator aropp" in said
    code, said = etl("build", "--accepteer", "kansarmoede_index")
    assert code == 0 and published(etl.folder) != there
