"""The log of a run, and the call to a person when something went wrong."""

import json
import logging
import sys
import time

import pytest
import typer

from etl import EtlError
from etl import journal as module
from etl.journal import journal, note


def lines(folder):
    return [json.loads(line) for line in (folder / "log/etl.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def hook(tmp_path, monkeypatch):
    """Use these lines of Python as ETL_HOOK; gives what it was told."""
    script, told = tmp_path / "hook.py", tmp_path / "told.json"

    def use(code="pathlib.Path(TOLD).write_text(sys.stdin.read())"):
        script.write_text(f"import sys, time, pathlib\nTOLD = {str(told)!r}\n{code}\n")
        monkeypatch.setenv("ETL_HOOK", f"{sys.executable} {script}")

    use.told = lambda: json.loads(told.read_text("utf-8")) if told.exists() else None
    return use


def test_every_event_is_one_line_of_json(tmp_path):
    with journal(tmp_path, "run"):
        note("bevraagd", bron="stadsmonitor", boodschap="één\nbestand")
    begin, asked, end = lines(tmp_path)
    assert [one["gebeurtenis"] for one in (begin, asked, end)] == ["begin", "bevraagd", "einde"]
    assert (asked["ernst"], asked["boodschap"], asked["bron"]) == ("info", "één\nbestand", "stadsmonitor")
    assert asked["tijdstip"].endswith("+00:00")


def test_what_stops_a_run_is_in_the_log(tmp_path):
    with pytest.raises(EtlError), journal(tmp_path, "build"):
        raise EtlError("De schijf is vol.")
    assert lines(tmp_path)[1] | {"tijdstip": ""} == {
        "tijdstip": "",
        "ernst": "error",
        "gebeurtenis": "afgebroken",
        "boodschap": "De schijf is vol.",
    }


def test_a_command_that_ends_with_a_code_calls_nobody(tmp_path, hook):
    hook()
    with pytest.raises(typer.Exit), journal(tmp_path, "rollback"):
        raise typer.Exit(2)
    assert hook.told() is None
    assert [one["gebeurtenis"] for one in lines(tmp_path)] == ["begin", "einde"]


def test_the_log_does_not_grow_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BYTES", 2000)
    with journal(tmp_path, "run"):
        for number in range(500):
            note("veel", nummer=number)
    kept = sorted((tmp_path / "log").iterdir())
    assert len(kept) == module.FILES
    assert sum(path.stat().st_size for path in kept) <= module.FILES * 2000


def test_the_log_is_closed_after_the_run(tmp_path):
    with journal(tmp_path, "run"):
        pass
    note("daarna")
    assert len(lines(tmp_path)) == 2
    assert logging.getLogger("etl").handlers == []


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, capsys):
    (tmp_path / "log").write_text("hier hoort een map")
    with journal(tmp_path, "run"):
        note("bevraagd")
    assert "Het logboek in" in capsys.readouterr().err


def test_a_person_is_called_only_for_errors(tmp_path, hook):
    hook()
    with journal(tmp_path, "run"):
        note("bevraagd", logging.WARNING, boodschap="geen antwoord")
    assert hook.told() is None
    with journal(tmp_path, "run"):
        note("controle", logging.ERROR, boodschap="kolom weg")
    assert hook.told() == {
        "opdracht": "run",
        "map": str(tmp_path),
        "boodschappen": ["kolom weg"],
    }
    assert lines(tmp_path)[-1]["gebeurtenis"] == "hook"


@pytest.mark.parametrize("code", ["sys.exit(3)", "time.sleep(600)"], ids=["fails", "hangs"])
def test_a_hook_that_goes_wrong_never_breaks_the_run(tmp_path, hook, monkeypatch, code):
    monkeypatch.setattr(module, "HOOK_SECONDS", 0.5)
    hook(code)
    begin = time.monotonic()
    with journal(tmp_path, "run"):
        note("controle", logging.ERROR, boodschap="kolom weg")
    assert time.monotonic() - begin < 300
    assert (lines(tmp_path)[-1]["ernst"], lines(tmp_path)[-1]["gebeurtenis"]) == ("warning", "hook")


@pytest.mark.parametrize("command", ["/bestaat/niet", "'niet gesloten"])
def test_a_hook_that_does_not_exist_is_told(tmp_path, monkeypatch, command):
    monkeypatch.setenv("ETL_HOOK", command)
    with journal(tmp_path, "run"):
        note("controle", logging.ERROR, boodschap="kolom weg")
    assert "ETL_HOOK mislukte" in lines(tmp_path)[-1]["boodschap"]
