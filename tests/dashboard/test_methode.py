"""The page on method: its numbers are those of the code, and its words are plain."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from dashboard.components.rekenvoorbeelden import voorbeelden
from dashboard.pages.methode import TITELS
from indicators.statistics import kleinste_verandering, terugval, wilson

LONGEST_SENTENCE = 30


@pytest.fixture
def markup(client: FlaskClient) -> str:
    answer = client.get("/methode")
    assert answer.status_code == 200
    found = re.search(r"<h1>Hoe we met cijfers omgaan.*?(?=</main>)", answer.text, re.S)
    assert found
    return found[0]


@pytest.fixture
def prose(markup: str) -> str:
    """The running text: without formulas, tables, drawings and the list of sources."""
    plain = re.sub(r"<math.*?</math>|<svg.*?</svg>|<table.*?</table>", "", markup, flags=re.S)
    plain = re.sub(r'<ul class="methode-bronnen">.*?</ul>|<nav.*?</nav>', "", plain, flags=re.S)
    plain = re.sub(r"</(p|li|h\d|summary|figcaption)>", ". ", plain)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", plain)))


def test_every_part_stands_in_the_list_of_contents_and_on_the_page(markup: str) -> None:
    assert re.findall(r'<a href="#(\w+)"', markup) == list(TITELS)
    assert re.findall(r'<section id="(\w+)"', markup) == list(TITELS)


def test_the_examples_on_the_page_are_those_of_the_code(markup: str) -> None:
    assert f"{100 * wilson(0, 60).hoog:.1f}".replace(".", ",") + "\u202f%" in markup
    for per_jaar, punten, _ in voorbeelden()["zichtbaar"]:
        births = 3 * int(per_jaar.replace(".", ""))
        assert punten == f"{kleinste_verandering(0.12, births, births):.1f}".replace(".", ",")
        assert re.search(
            rf'<th scope="row">{re.escape(per_jaar)}</th><td class="getal">{punten}</td>', markup
        )
    assert f"bij {round(10 * terugval(0.12, 900).kans)} op de 10" in markup


def test_the_smallest_visible_change_is_the_one_that_we_count_on() -> None:
    punten = [float(rij[1].replace(",", ".")) for rij in voorbeelden()["zichtbaar"]]
    assert punten == pytest.approx([10.5, 7.4, 5.3, 4.3, 3.3, 2.4, 1.5], abs=0.11)


def test_each_word_for_a_comparison_has_an_example() -> None:
    assert [rij[-1] for rij in voorbeelden()["oordelen"]] == ["niet te onderscheiden", "hoger", "lager"]
    assert [rij[-1] for rij in voorbeelden()["trends"]] == ["stijgt", "geen duidelijke trend"]
    assert [rij[-1] for rij in voorbeelden()["verandering"]] == ["groter dan toeval", "te klein om te zien"]
    assert [rij[-1] for rij in voorbeelden()["verborgen"]] == ["niet getoond", "niet getoond", "25", "40"]


def test_the_reader_sees_why_overlapping_years_are_refused(prose: str) -> None:
    assert "De cijfers van 2021–2023 en van 2022–2024 overlappen" in prose


def test_every_formula_is_well_formed_and_has_words(markup: str) -> None:
    formulas = re.findall(r"<math.*?</math>", markup, re.S)
    assert len(formulas) == 8
    for formula in formulas:
        assert ElementTree.fromstring(formula.replace("&nbsp;", " ")).get("alttext")  # noqa: S314 (our own)
    assert "&lt;m" not in markup


def test_the_text_is_plain_and_claims_no_cause(prose: str) -> None:
    assert len(prose) > 5000
    lang = [zin for zin in re.split(r"(?<=[.:;?”])\s", prose) if len(zin.split()) > LONGEST_SENTENCE]
    assert lang == []
    assert not re.search(
        r"significant|betrouwbaarheidsinterval|kansarme|p-waarde|\bu\b|\buw\b|None|nan", prose
    )
