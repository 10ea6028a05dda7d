"""The two walk-throughs of docs/, carried out in a copy of the tree: what they promise a newcomer is so."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.test_docs import BLOCK, ROOT

pytestmark = pytest.mark.slow
COPIED = [
    *("indicators", "etl", "tests", "dashboard", "assets", "data/demo", "docs"),
    *("bootstrap.py", "pyproject.toml"),
]
BIN = Path(sys.executable).parent


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the repository, with no figures in it but the example deliveries."""
    copy = tmp_path / "regiekompas"
    for name in COPIED:
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    return copy


def run(tree: Path, command: str) -> str:
    """What `command` said; fails with it when the command failed."""
    environ = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "WAREHOUSE_DIR": str(tree / "data"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        shlex.split(command), cwd=tree, env=environ, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def follow(tree: Path, document: str) -> tuple[list[str], str]:
    """Do what the blocks of `document` say, in order; returns the files it touched, and what was said."""
    touched, said = [], []
    for language, path, content in BLOCK.findall((tree / "docs" / document).read_text("utf-8")):
        if language == "sh":
            said += [run(tree, command) for command in content.splitlines()]
        elif path:
            touched.append(path)
            write(tree / path, content) if language != "diff" else change(tree / path, content)
    return touched, "\n".join(said)


def write(path: Path, content: str) -> None:
    """Make a new file; a walk-through never overwrites one."""
    assert not path.exists(), f"{path} exists already: choose another example"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def change(path: Path, diff: str) -> None:
    """Carry out a diff whose lines stand together in exactly one place of the file."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if not line.startswith("+"))
    after = "".join(line[1:] for line in lines if not line.startswith("-"))
    text = path.read_text("utf-8")
    assert text.count(before) == 1, f"{path} has no such place any more:\n{before}"
    path.write_text(text.replace(before, after), "utf-8")


def latest(tree: Path, indicator: str) -> dict[str, float]:
    """The latest value per municipality of one indicator, as published in `tree`."""
    with duckdb.connect(tree / "data" / "warehouse.duckdb", read_only=True) as db:
        question = "select nis_code, waarde from profiel where indicator = ? and waarde is not null"
        return dict(db.execute(question, [indicator]).fetchall())


def test_an_indicator_is_one_file(tree: Path) -> None:
    touched, said = follow(tree, "nieuwe-indicator.md")
    assert touched == ["indicators/catalog/fietsbezit.toml"]
    assert re.search(r"^fietsbezit +Mobiliteit +Fiets in het gezin", said, re.M)
    values = latest(tree, "fietsbezit")
    assert len(values) > 250 and 50 < values["44021"] <= 100


def test_a_source_is_one_module_one_recording_one_test_and_one_line(tree: Path) -> None:
    touched, said = follow(tree, "nieuwe-bron.md")
    assert touched == [
        "tests/etl/sources/recordings/statbel_vastgoed.txt",
        "etl/sources/statbel_vastgoed.py",
        "etl/sources/__init__.py",
        "tests/etl/sources/test_statbel_vastgoed.py",
        "indicators/catalog/huizenprijs_kwartiel1.toml",
    ]
    assert "gelezen statbel_vastgoed.txt: Verkochte huizen per gemeente" in said
    assert latest(tree, "huizenprijs_kwartiel1") == {"45041": 155000.0}
    modules = " ".join(path for path in touched if path.endswith(".py"))
    run(tree, f"ruff check {modules}")
    run(tree, f"ruff format --check {modules}")


def test_a_change_that_finds_no_place_is_no_success(tmp_path: Path) -> None:
    path = tmp_path / "list.py"
    path.write_text('names = [\n    "a",\n    "b",\n]\n')
    change(path, '     "b",\n+    "c",\n')
    assert path.read_text() == 'names = [\n    "a",\n    "b",\n    "c",\n]\n'
    with pytest.raises(AssertionError, match="no such place"):
        change(path, '     "z",\n+    "y",\n')
