"""The page of one municipality, as the browser asks for it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from tests.dashboard.reading import parts, words
from tests.dashboard.warehouse_example import RONSE

SMAL = "\u202f"


@pytest.fixture
def page(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Draw one municipality's page; the search part of the address is optional."""

    def draw(slug: str, search: str = "") -> Any:
        return ask("inhoud.children", adres_pathname=f"/gemeente/{slug}", adres_search=search)

    return draw


def test_the_headline_spells_out_its_birth_years_and_comparator(page: Callable[..., Any]) -> None:
    tekst = words(page("ronse"))
    assert f"21,5{SMAL}% van de kinderen, geboren in 2022, 2023 en 2024" in tekst
    assert f"Vlaanderen: 12,1{SMAL}%" in tekst
    assert "Ook waar dit cijfer laag is, groeien kinderen op in armoede." in tekst


def test_every_figure_names_its_file(page: Callable[..., Any]) -> None:
    tekst = words(page("ronse"))
    assert "Bestand register.xlsx, opgehaald op 2 maart 2026" in tekst
    assert "Bestand enquete.xlsx" in tekst


def test_a_merged_municipality_shows_what_its_predecessors_had_with_its_source(
    page: Callable[..., Any],
) -> None:
    tekst = words(page("bilzen-hoeselt"))
    assert f"Vóór de fusie (2023): Bilzen 22,0{SMAL}% en Hoeselt 24,0{SMAL}%." in tekst
    assert "Bestand enquete.xlsx" in tekst


def test_a_missing_figure_has_a_reason_and_is_no_zero(page: Callable[..., Any]) -> None:
    tekst = words(page("herstappe"))
    assert "Geen cijfer, omdat" in tekst
    assert f"0,0{SMAL}%" not in tekst.partition("Regieprofiel")[0]


def test_without_a_regiescan_the_answers_of_2017_are_not_those_of_the_municipality(
    page: Callable[..., Any],
) -> None:
    drawn = page("ronse")
    assert "de antwoorden van 113 gemeenten in 2017, niet die van Ronse" in words(drawn)
    assert "/regiescan/ronse" in parts(drawn, "href")
    assert not any("punt-eigen" in svg for svg in parts(drawn, "markup") if "kwadrant" in svg)


def test_a_running_regiescan_moves_the_quadrant(page: Callable[..., Any], store: Store) -> None:
    scan = store.begin(RONSE)
    store.bewaar(scan.id, "beleidsvrijheid", 5, None)
    store.bewaar(scan.id, "rol_02_nu", 3, None)
    drawn = page("ronse")
    assert "nog niet afgerond" in words(drawn)
    assert "Jullie antwoorden passen bij het type visionair." in words(drawn)
    assert "Voor aansturing staan jullie op de grens" in words(drawn)
    assert any("beleidsvrijheid 5 van 6, aansturing 3 van 6" in svg for svg in parts(drawn, "markup"))


def test_the_newest_answers_stand_beside_those_of_the_previous_regiescan(
    page: Callable[..., Any], store: Store
) -> None:
    scan = store.begin(RONSE)
    store.bewaar(scan.id, "beleidsvrijheid", 2, None)
    store.bewaar(scan.id, "rol_02_nu", 2, None)
    store.rond_af(scan.id)
    again = store.begin(RONSE)
    store.bewaar(again.id, "beleidsvrijheid", 5, again.antwoorden["beleidsvrijheid"].versie)
    svg = next(svg for svg in parts(page("ronse"), "markup") if "fig-kwadrant" in svg)
    assert "vorige: beleidsvrijheid 2 van 6" in svg
    assert "jullie: beleidsvrijheid 5 van 6" in svg


def test_answers_are_not_shown_where_they_could_not_be_given(client: FlaskClient, store: Store) -> None:
    scan = store.begin(RONSE)
    store.bewaar(scan.id, "beleidsvrijheid", 5, None)
    store.bewaar(scan.id, "rol_02_nu", 3, None)
    body = {
        "output": "inhoud.children",
        "outputs": {"id": "inhoud", "property": "children"},
        "inputs": [
            {"id": "adres", "property": "pathname", "value": "/gemeente/ronse"},
            {"id": "adres", "property": "search", "value": ""},
        ],
        "state": [],
        "changedPropIds": ["adres.pathname"],
    }
    elsewhere = {"Origin": "http://localhost", "X-Forwarded-For": "10.0.0.1"}
    answer = client.post("/_dash-update-component", json=body, headers=elsewhere)
    assert answer.status_code == 200
    assert "Regieprofiel" in answer.text
    assert "visionair. Het bestuur" not in answer.text
    assert "niet die van Ronse" in answer.text


def test_the_indicator_in_the_address_is_the_one_that_is_drawn(page: Callable[..., Any]) -> None:
    assert "woonquote" in parts(page("ronse", "?indicator=woonquote"), "value")
    assert "kansarmoede_index" in parts(page("ronse", "?indicator=bestaat_niet"), "value")


def test_choosing_another_indicator_draws_its_evolution(ask: Callable[..., Any]) -> None:
    def choose(indicator: str) -> Any:
        return ask(
            "gemeente-evolutie.children", gemeente_indicator_value=indicator, gemeente_slug_data="ronse"
        )

    assert any("Kansarmoede-index in Ronse" in svg for svg in parts(choose("kansarmoede_index"), "markup"))
    assert "Er is één meting: 31,0" in words(choose("woonquote"))
