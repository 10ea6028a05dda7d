"""What changed, what is held and what is corrected: on its own page and under the figure."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.dashboard.warehouse_example import build

Draw = Callable[[str], str]
CHANGES = """
    insert into bewaking values ('woonquote', '2026-03-01', 'de cijfers van 2020 wegvallen');
    insert into correctie values
        ('stadsmonitor', 'kansarmoede_index', '45041', '2024-12-31', 215.0, 21.5, 'De komma ontbreekt.',
         '2026-02-01', 'toegepast', 'register'),
        ('stadsmonitor', 'kansarmoede_index', '44021', '2021-12-31', 91.0, 19.0, 'Omgewisseld.', '2026-02-02',
         'hersteld', 'register'),
        ('stadsmonitor', 'kansarmoede_index', '23009', '1999-12-31', 7.0, 8.0, 'Te oud.', '2026-02-03',
         'niet_gevonden', null);
    insert into herziening values
        ('kansarmoede_index', '44021', '2022-01-01', '2024-12-31', '2024', 18.0, 18.2, 'oud', 'register',
         '2026-03-02 09:30:00'),
        ('kansarmoede_index', '02000', '2019-01-01', '2021-12-31', '2021', 13.5, 13.0, 'register', 'register',
         '2026-03-02 09:30:00'),
        ('verdwenen_cijfer', '45068', '2019-01-01', '2019-12-31', '2019', 4.0, null, 'oud', null,
         '2026-03-01 09:30:00');
    insert into wijziging values
        ('b', '2026-03-02 09:30:00', 'kansarmoede_index', 12, 2, 0),
        ('b', '2026-03-02 09:30:00', 'woonquote', 1000, 0, 0),
        ('a', '2026-03-01 09:30:00', 'verdwenen_cijfer', 0, 0, 1);
"""


@pytest.fixture
def drawn(ask: Callable[..., Any]) -> Draw:
    def draw(path: str) -> str:
        return json.dumps(ask("inhoud.children", adres_pathname=path, adres_search=""), ensure_ascii=False)

    return draw


@pytest.fixture
def changed(link: Path) -> None:
    with duckdb.connect(link.resolve()) as db:
        db.execute(CHANGES)


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    "words",
    [
        "Woonquote hoger dan 30 %: ",
        "omdat de cijfers van 2020 wegvallen. Sinds 1 maart 2026.",
        "215,0\u202f%",
        "De komma ontbreekt.",
        "De bron heeft de fout verbeterd.",
        "18,0\u202f%",
        "18,2\u202f%",
        "De bron gaf een nieuw bestand.",
        "Het bestand is hetzelfde. Wij lezen of berekenen het nu anders.",
        "De bron gaf het niet meer.",
        "Kruisem",
        "Vlaanderen",
        "In totaal drie cijfers",
        "1.012",
        "Kansarmoede-index en Woonquote hoger dan 30 %",
    ],
)
def test_every_change_is_told(drawn: Draw, words: str) -> None:
    assert words in drawn("/wijzigingen")


@pytest.mark.usefixtures("changed")
def test_a_correction_of_nothing_is_not_shown_to_readers(drawn: Draw) -> None:
    assert "Te oud." not in drawn("/wijzigingen")


def test_when_nothing_changed_the_page_says_so(drawn: Draw) -> None:
    said = drawn("/wijzigingen")
    for words in (
        "houden nu geen enkel cijfer vast",
        "verbeteren nu geen enkel cijfer",
        "nog geen enkel cijfer veranderd",
        "Er is nog niets veranderd.",
    ):
        assert words in said
    assert "<table" not in said and '"Table"' not in said


@pytest.mark.usefixtures("changed")
def test_the_figure_itself_says_that_it_is_held_or_corrected(drawn: Draw) -> None:
    said = drawn("/gemeente/ronse")
    assert (
        "Er zijn nieuwe cijfers, maar we houden de vorige vast, omdat de cijfers van 2020 wegvallen." in said
    )
    assert "De bron geeft hier 215,0\u202f%. Dat klopt niet: De komma ontbreekt." in said
    assert "We meldden het aan de bron op 1 februari 2026." in said
    assert "Dat klopt niet" not in drawn("/gemeente/gent")


def test_made_up_figures_say_so(drawn: Draw, link: Path) -> None:
    build(link, "demo", demo=True)
    assert "Voorbeeldcijfers, niet gebruiken" in drawn("/wijzigingen")
