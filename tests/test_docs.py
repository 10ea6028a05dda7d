"""What the documents promise: the commands exist, and every word of the data is explained."""

import re
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.__main__ import commands as dashboard
from dashboard.store.tables import Table
from etl.__main__ import app as etl
from indicators.model import Breuk, Fusieregel, Indicator, Levensdomein, Richting, Soort, Status, TweedeBron

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BEGRIPPEN = (ROOT / "docs" / "begrippen.md").read_text("utf-8")
EXPLAINED = set(re.findall(r"`([^`\n]+)`", BEGRIPPEN))
BLOCK = re.compile(r"^```(\w*) *(\S*)\n(.*?)^```$", re.M | re.S)
"""A fenced block: its language, the file that it is or changes in a walk-through, and its text."""


def columns_of_the_warehouse() -> set[str]:
    """Every `table` and `column` of the schema, as DuckDB itself understands it."""
    with duckdb.connect() as connection:
        connection.execute((ROOT / "etl" / "sql" / "schema.sql").read_text("utf-8"))
        rows = connection.execute("select table_name, column_name from information_schema.columns").fetchall()
    return {name for row in rows for name in row}


def code_of(documents: list[Path]) -> list[str]:
    """The lines of the fenced blocks, and what stands between backticks."""
    texts = [path.read_text("utf-8") for path in documents]
    fenced = [
        line
        for text in texts
        for language, path, block in BLOCK.findall(text)
        for line in block.splitlines()
        if not path
    ]
    texts = [BLOCK.sub("", text) for text in texts]
    return fenced + [code for text in texts for code in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)]


PROGRAMS = {"etl": etl, "dashboard": dashboard}
CODE = code_of(DOCUMENTS)
MAKE_WORDS = sorted({word for line in CODE for word in re.findall(r"\bmake ([a-z]+)\b", line)})
MODULE_WORDS = sorted(
    {words for line in CODE for words in re.findall(r"\bpython -m (etl|dashboard) ([a-z]+)\b", line)}
)


def test_the_readme_names_the_two_commands() -> None:
    assert {"run", "test"} <= set(MAKE_WORDS)
    assert ("etl", "run") in MODULE_WORDS
    assert ("dashboard", "backup") in MODULE_WORDS


@pytest.mark.parametrize("word", MAKE_WORDS)
def test_make_knows_the_words_of_the_documents(word: str) -> None:
    assert re.search(rf"^{word}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize(("module", "word"), MODULE_WORDS)
def test_the_commands_of_the_documents_exist(module: str, word: str) -> None:
    asked = CliRunner().invoke(PROGRAMS[module], [word, "--help"])
    assert asked.exit_code == 0, asked.output


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", document.read_text("utf-8"))
    assert not [target for target in targets if not (document.parent / target).exists()]


def test_paths_in_the_documents_exist() -> None:
    rooms = ("indicators/", "etl/", "dashboard/", "assets/", "tests/", "docs/", "data/demo")
    named = {code.strip() for code in CODE if code.startswith(rooms) and not re.search(r"[<*{ ]", code)}
    named -= {path for document in DOCUMENTS for _, path, _ in BLOCK.findall(document.read_text("utf-8"))}
    assert named
    assert not [path for path in sorted(named) if not (ROOT / path.split("::")[0]).exists()]


def test_every_catalog_key_is_explained() -> None:
    keys = {*Indicator.model_fields, *Breuk.model_fields, *TweedeBron.model_fields}
    values = {value.value for kind in (Fusieregel, Richting, Soort, Status) for value in kind}
    assert sorted((keys | values) - EXPLAINED) == []
    assert not [
        domein
        for domein in Levensdomein
        if domein.titel.casefold() not in BEGRIPPEN.casefold() and domein != "context"
    ]


def test_every_table_and_column_of_the_warehouse_is_explained() -> None:
    assert sorted(columns_of_the_warehouse() - EXPLAINED) == []


def test_every_table_and_column_of_the_store_is_explained() -> None:
    tables = Table.metadata.tables.values()
    assert tables
    assert sorted({name for t in tables for name in (t.name, *t.columns.keys())} - EXPLAINED) == []


def test_every_column_of_the_fixed_lists_is_explained() -> None:
    lists = sorted((ROOT / "indicators").rglob("*.csv"))
    assert lists
    columns = {column for path in lists for column in path.read_text("utf-8").split("\n", 1)[0].split(",")}
    assert sorted(columns - EXPLAINED) == []


def test_pictures_are_light() -> None:
    pictures = sorted((ROOT / "docs" / "schermen").glob("*.png"))
    assert pictures
    assert not [(p.name, p.stat().st_size) for p in pictures if p.stat().st_size > 300_000]
