"""`python -m dashboard backup|restore`: what happened, or why it is refused, in one Dutch sentence."""

import pytest
from typer.testing import CliRunner

from dashboard.__main__ import commands

GENT, RONSE = "44021", "45041"


@pytest.fixture
def run(store, url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", url)
    return lambda *words: CliRunner().invoke(commands, [str(word) for word in words])


def test_backup_and_restore(run, store, tmp_path):
    copy = tmp_path / "kopie.sqlite"
    store.begin(GENT)
    made = run("backup", copy)
    assert (made.exit_code, made.stdout) == (0, f"De reservekopie staat in {copy}.\n")

    store.begin(RONSE)
    restored = run("restore", copy)
    assert restored.exit_code == 0
    assert "store.sqlite.vervangen-" in restored.stdout
    assert store.lopende(GENT) is not None
    assert store.lopende(RONSE) is None


def test_a_refusal_is_a_sentence_and_a_code(run, tmp_path):
    refused = run("restore", tmp_path / "none.sqlite")
    assert refused.exit_code == 1
    assert refused.stderr == f"{tmp_path / 'none.sqlite'} bestaat niet.\n"


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("PORT", "tachtig", "PORT is 'tachtig'"),
        ("DATABASE_URL", "sqlite:////proc/geen/map.sqlite", "/proc/geen"),
    ],
)
def test_what_cannot_be_served_is_a_sentence_and_a_code(run, monkeypatch, setting, value, said):
    monkeypatch.setenv(setting, value)
    refused = run("serve")
    assert refused.exit_code == 1
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
