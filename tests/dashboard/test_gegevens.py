"""The account of all figures: files, coverage with reasons, checks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dashboard.warehouse_example import build


@pytest.fixture
def drawn(ask: Callable[..., Any]) -> Callable[[], str]:
    def draw() -> str:
        return json.dumps(
            ask("inhoud.children", adres_pathname="/gegevens", adres_search=""), ensure_ascii=False
        )

    return draw


@pytest.mark.parametrize(
    "words",
    [
        "De cijfers zijn ingelezen op 2 maart 2026",
        "register.xlsx",
        "https://example.org/register.xlsx",
        "sha256 0123456789abcdef",
        "2019–2024",
        "Bever en Herstappe, omdat de bron het vak leeg liet en niet zegt waarom.",
        "omdat je de cijfers van vóór de fusie niet zomaar kan samentellen",
        "enquete.xlsx: Tabblad MO_S_22",
        "één reeks die wij nog niet",
        "Feesten in de buurt",
    ],
)
def test_every_figure_is_accounted_for(drawn: Callable[[], str], words: str) -> None:
    assert words in drawn()


def test_made_up_figures_say_why_and_in_every_table(drawn: Callable[[], str], link: Path) -> None:
    assert "Voorbeeldcijfers" not in drawn()
    build(link, "demo", demo=True)
    said = drawn()
    assert said.count("Voorbeeldcijfers, niet gebruiken") == 3  # on top, and in both captions
    assert "verdwijnen alle voorbeeldcijfers" in said
    assert "met de hand" not in said


def test_a_long_remark_is_folded_and_none_of_it_is_lost(drawn: Callable[[], str], link: Path) -> None:
    assert "Toon alles" not in drawn()
    long = "Inwoners 2011: " + "; ".join(f"gemeente {number}" for number in range(100))
    with duckdb.connect(build(link, "met_een_lange")) as db:
        db.execute("insert into controle values (now(), 'let_op', null, null, null, ?)", [long])
    said = drawn()
    assert long in said
    assert said.count("Toon alles") == 1
    assert "Tabblad MO_S_22" in said
