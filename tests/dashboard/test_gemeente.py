"""The page of one municipality, as the browser asks for it."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.tekst import periode
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from indicators.gemeenten.vergelijkbaar import KENMERKEN
from tests.dashboard.reading import parts, words
from tests.dashboard.warehouse_example import RONSE

SMAL = "\u202f"


@pytest.fixture
def page(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Draw one municipality's page; the search part of the address is optional."""

    def draw(slug: str, search: str = "") -> Any:
        return ask("inhoud.children", adres_pathname=f"/gemeente/{slug}", adres_search=search)

    return draw


def markup(drawn: Any) -> str:
    """All markup of our own on a page."""
    return "\n".join(parts(drawn, "markup"))


def test_the_headline_spells_out_its_birth_years_and_comparator(page: Callable[..., Any]) -> None:
    tekst = words(page("ronse"))
    assert f"21,5{SMAL}% van de kinderen, geboren in 2022, 2023 en 2024" in tekst
    assert f"Vlaanderen: 12,1{SMAL}%" in tekst
    assert "betekent niet dat er geen armoede is" in tekst


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
    assert 'href="/regiescan/ronse"' in markup(drawn)
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


def test_the_figures_stay_where_the_answers_cannot_be_read(page: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"this is not a database, and certainly not a store of answers")
    said = words(page("ronse"))
    assert "Kansarmoede-index" in said
    assert "De antwoorden van de regiescan zijn nu niet te lezen of te bewaren." in said
    assert "staan hier nog niet" not in said


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
    assert "Eigen antwoorden van Ronse staan hier nog niet." in answer.text


def test_the_indicator_in_the_address_is_opened_with_its_evolution(page: Callable[..., Any]) -> None:
    opened = markup(page("ronse", "?indicator=woonquote"))
    assert re.search(r'id="k-woonquote"[^>]*aria-expanded="true"', opened)
    assert f"Er is één meting: 31,0{SMAL}%" in words(page("ronse", "?indicator=woonquote"))
    assert 'aria-expanded="true"' not in markup(page("ronse", "?indicator=bestaat_niet"))


def test_a_target_stands_in_chart_words_and_table_and_stays_with_another_comparator(
    page: Callable[..., Any],
) -> None:
    drawn = page("ronse", "?indicator=kansarmoede_index&doel=8,5&vergelijk=provincie")
    assert f"Je doel is 8,5{SMAL}%." in words(drawn)
    geschreven = markup(drawn)
    assert geschreven.count(f"doel: 8,5{SMAL}%</text>") == 2  # the wide drawing and the narrow one
    assert f'<th scope="row">Doel</th><td>8,5{SMAL}%</td>' in geschreven
    assert '<input type="hidden" name="doel" value="8,5">' in geschreven
    assert "indicator/kansarmoede_index.svg?vergelijk=provincie&amp;doel=8,5" in geschreven


def test_a_target_without_an_opened_figure_is_for_the_headline(page: Callable[..., Any]) -> None:
    assert f"Je doel is 10,0{SMAL}%." in words(page("ronse", "?doel=10"))
    assert "Het doel 'veel' is geen getal." in words(page("ronse", "?doel=veel"))


def test_every_figure_stands_beside_the_comparator_that_was_chosen(page: Callable[..., Any]) -> None:
    tekst = words(page("ronse", "?vergelijk=eigen:gent"))
    assert "Vergeleken met Gent." in tekst
    assert f"Gent (18,2{SMAL}%)" in tekst and f"Gent (29,0{SMAL}%)" in tekst
    assert f"Vlaanderen (12,1{SMAL}%)" not in tekst


def test_every_link_to_a_figure_keeps_the_comparator(page: Callable[..., Any]) -> None:
    drawn = markup(page("ronse", "?vergelijk=eigen:gent"))
    assert (
        'href="/gemeente/ronse?vergelijk=eigen:gent&amp;indicator=woonquote#c-woonquote" data-hier' in drawn
    )
    assert "/download/gemeente/ronse/wonen.zip?vergelijk=eigen:gent" in drawn
    assert "/indicator/woonquote?gemeente=ronse&amp;vergelijk=eigen:gent" in drawn


def test_what_was_not_understood_is_said_and_the_page_still_works(page: Callable[..., Any]) -> None:
    tekst = words(page("ronse", "?vergelijk=xyz&zonder=abc&indicator=ghi"))
    assert "Het kenmerk 'abc' kennen we niet." in tekst and "Het cijfer 'ghi' kennen we niet." in tekst
    assert "Nu staan de cijfers naast die van Vlaanderen." in tekst
    assert f"Vlaanderen (12,1{SMAL}%)" in tekst


def test_a_revised_figure_tells_its_history(page: Callable[..., Any], link: Path) -> None:
    with duckdb.connect(link.resolve()) as db:
        db.execute(
            "insert into herziening select indicator, nis_code, periode_begin, periode_einde, periode_label, "
            "20.5, waarde, levering, levering, timestamp '2026-02-01 08:00:00' from waarneming "
            "where indicator = 'kansarmoede_index' and nis_code = ? and periode_label = '2024'",
            [RONSE],
        )
    told = f"Cijfer van 2022–2024: eerst 20,5{SMAL}%, sinds 1 februari 2026 21,5{SMAL}%."
    assert told in words(page("ronse"))
    assert "sinds 1 februari 2026" not in words(page("gent"))


def test_what_makes_municipalities_alike_says_of_when_it_is(
    demo: Warehouse, store: Store, settings: Settings
) -> None:
    client = create_app(demo, store, settings).server.test_client()
    tekst = client.get("/gemeente/ronse?vergelijk=vergelijkbaar").text
    stand = demo.snapshot()
    for naam, kenmerk in KENMERKEN.items():
        rij = next(een for een in stand.profiel(RONSE) if een["indicator"] == naam)
        if rij["waarde"] is not None:
            wanneer = periode(rij["periode_begin"], rij["periode_einde"])
            assert f"{kenmerk.titel} ({wanneer})" in unescape(tekst)


def test_the_sheet_of_ones_own_waits_for_the_script(page: Callable[..., Any]) -> None:
    drawn = markup(page("ronse"))
    assert re.search(r'id="mijn-blad" data-blad="ronse" hidden', drawn)
    assert drawn.count('<label class="op-blad" hidden>') == 1
    assert drawn.count('<p class="notitie" hidden>') == 1


KEUZES = ("vlaanderen", "provincie", "buren", "vergelijkbaar", "eigen:gent+boom", "kansarmoedeklasse")
"""One after the other, so that every comparator meets every kind of municipality."""


@pytest.mark.parametrize("bron", ["demo", pytest.param("real", marks=pytest.mark.real)])
def test_every_municipality_has_a_whole_page(
    bron: str, request: pytest.FixtureRequest, store: Store, settings: Settings
) -> None:
    warehouse: Warehouse = request.getfixturevalue(bron)
    client = create_app(warehouse, store, settings).server.test_client()
    indicatoren = list(warehouse.snapshot().catalogus())
    for plaats, gemeente in enumerate(gemeenten().values()):
        gevraagd = {
            "vergelijk": KEUZES[plaats % len(KEUZES)],
            "indicator": indicatoren[plaats % len(indicatoren)],
        }
        answer = client.get(f"/gemeente/{gemeente.slug}", query_string=gevraagd)
        assert answer.status_code == 200, f"{gemeente.naam} {gevraagd}"
        html = re.sub("<script.*?</script>", "", answer.text, flags=re.S)
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), f"{gemeente.naam}: an id stands twice"
        assert f"<h1>{gemeente.naam}</h1>" in html
        assert not re.search(r"\b(None|nan|inf|Undefined)\b", re.sub("<[^>]+>", " ", html)), gemeente.naam
