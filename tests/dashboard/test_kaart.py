"""The page of the map: what stands in the first answer, before any script."""

import json
import re
from html import unescape

import pytest
from flask.testing import FlaskClient


def page(client: FlaskClient, search: str = "") -> str:
    answer = client.get(f"/kaart{search}")
    assert answer.status_code == 200
    return unescape(answer.text)


def test_every_municipality_is_a_shape_and_a_row_in_the_same_order(client: FlaskClient) -> None:
    text = page(client)
    shapes = re.findall(r'<path class="[^"]+" data-nis="(\d+)"', text)
    assert len(shapes) > 2
    assert shapes == re.findall(r'<tr data-nis="(\d+)"', text)


def test_the_title_names_measure_period_and_area(client: FlaskClient) -> None:
    text = page(client, "?gebied=provincie:limburg")
    assert "<title>Kaart: Kansarmoede-index" in text
    assert re.search(r"<h1[^>]*>Kansarmoede-index, .*provincie Limburg</h1>", text)


def test_outside_the_area_no_row_is_shown(client: FlaskClient) -> None:
    text = page(client, "?gebied=provincie:limburg")
    rows = re.findall(r'<tr data-nis="(\d+)" data-slug="[^"]+"( hidden)?>', text)
    assert rows
    assert [nis for nis, hidden in rows if not hidden] == [nis for nis, _ in rows if nis.startswith("7")]


def test_the_card_carries_the_comparator_to_the_page_of_the_municipality(client: FlaskClient) -> None:
    text = page(client, "?gemeente=ronse&vergelijk=provincie")
    assert 'href="/gemeente/ronse?vergelijk=provincie&indicator=kansarmoede_index' in text
    assert 'data-kaart-naar="kluisbergen"' in text


def test_a_member_of_an_own_set_is_held_against_the_others(client: FlaskClient) -> None:
    card = client.get("/kaart/kaartje?gemeente=ronse&vergelijk=eigen:gent%2Bronse").text
    assert "De anderen in je groep:" in card


def test_the_script_asks_for_the_same_card(client: FlaskClient) -> None:
    card = client.get("/kaart/kaartje?gemeente=ronse").text
    assert card.strip() in client.get("/kaart?gemeente=ronse").text
    assert client.get("/kaart/kaartje").text == ""


def test_what_was_chosen_stands_in_the_form(client: FlaskClient) -> None:
    text = page(client, "?indeling=natuurlijk&aantal=3&vergelijk=eigen:gent%2Bronse&gemeente=ronse")
    for value in ("natuurlijk", "3", "eigen:gent+ronse", "vlaanderen"):
        assert f'<option value="{value}" selected>' in text
    assert '<input type="hidden" name="gemeente" value="ronse">' in text


def test_what_changes_nothing_is_not_asked_for_but_kept(demo_client: FlaskClient) -> None:
    een, verschil = (
        page(demo_client, f"?vorm={vorm}&indicator=arop&aantal=7") for vorm in ("een", "verschil")
    )
    gevraagd = '<select class="form-select" id="kaart-aantal"'
    assert gevraagd in een
    assert gevraagd not in verschil
    assert '<input type="hidden" name="aantal" value="7">' in verschil


def test_without_boundaries_it_says_how_to_get_them(client: FlaskClient) -> None:
    text = page(client)
    assert "python -m etl run" in text
    assert 'name="beeld"' not in text


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("?indicator=xyzzy", "“xyzzy” kennen we niet. Kies een ander cijfer."),
        ("?gemeente=atlantis", "“atlantis” kennen we niet. Kijk de naam na."),
        ("?indeling=xyzzy", "“xyzzy” kennen we niet. Kies andere klassen."),
        ("?aantal=-3", "“-3” is geen aantal klassen. Kies er 3 tot 7."),
        ("?aantal=99", "Kies 3 tot 7 klassen, geen 99."),
        ("?waarde=<b>", "“<b>” kennen we niet. Kies wat de kleuren tonen."),
        ("?gebied=xyzzy", "Het gebied 'xyzzy' bestaat niet"),
        ("?vergelijk=buren", "Kies eerst een gemeente"),
    ],
)
def test_what_cannot_be_is_said_above_a_map(client: FlaskClient, search: str, sentence: str) -> None:
    text = page(client, search)
    assert sentence in text
    assert "kaart-vlakken" in text


def test_the_build_of_an_embedded_map_changes_nothing_on_the_page(client: FlaskClient) -> None:
    assert "kaart-vlakken" in page(client, "?stand=20200101T000000")


def test_the_title_is_followed_by_what_the_map_shows(demo_client: FlaskClient) -> None:
    zin = demo_client.get("/kaart.json").json["bevinding"]  # type: ignore[index]
    assert zin.startswith("Het laagste cijfer is ")
    assert f"<p data-kaart-bevinding>{zin}</p>" in page(demo_client)


def test_the_script_knows_a_word_for_every_sign(client: FlaskClient) -> None:
    found = re.search(r'data-kaart="([^"]+)"', client.get("/kaart").text)
    assert found
    words = json.loads(unescape(found[1]))
    data = json.loads(client.get("/kaart.json").text)
    assert set(data["klas"]) <= {*words["redenen"], *map(str, range(len(data["klassen"]))), "-"}
    assert set(data["oordeel"]) <= {*words["oordeel"], "-"}
    assert {een for een in data["reden"] if een != "-"} <= {str(een) for een in range(len(words["kort"]))}
    assert len(words["kort"]) == len(words["omdat"])
    assert words["oordeel"]["n"] == "niet te onderscheiden van"


def test_borders_over_the_map_stand_in_the_address_and_the_form(client: FlaskClient) -> None:
    text = page(client, "?lijnen=arrondissement&lijnen=xyzzy")
    assert 'class="kaart-arrondissement"' in text
    assert 'value="arrondissement" checked' in text
    assert "Grenzen van de arrondissementen</text>" in text
    assert (
        "Grenzen van de arrondissementen</text>"
        in client.get("/kaart.json?lijnen=arrondissement").json["legende"]
    )
    assert 'class="kaart-arrondissement"' not in page(client)


def test_the_script_knows_which_map_is_shown_where_another_was_asked_for(client: FlaskClient) -> None:
    (oudste, _), *_ = client.get("/kaart.json").json["perioden"]
    text = client.get(f"/kaart?vorm=verschil&periode={oudste}&gebied=provincie:oost-vlaanderen").text
    found = re.search(r'data-kaart="([^"]+)"', text)
    assert found
    gekozen = json.loads(unescape(found[1]))["gekozen"]
    assert (gekozen["vorm"], gekozen["gebied"]) == ("een", "provincie:oost-vlaanderen")
    assert text.count("Er zijn geen twee perioden met een cijfer") == 1
    assert "provincie Oost-Vlaanderen</h1>" in text


def test_an_own_set_can_be_the_area_that_is_shown(client: FlaskClient) -> None:
    text = page(client, "?gebied=eigen:gent%2Bronse")
    rows = re.findall(r'<tr data-nis="\d+" data-slug="([^"]+)">', text)
    assert rows == ["gent", "ronse"]
    assert '<option value="eigen:gent+ronse" selected>' in text


def test_a_link_to_the_indicator_carries_the_comparator(client: FlaskClient) -> None:
    text = page(client, "?vergelijk=eigen:gent%2Bronse&gemeente=ronse")
    assert 'href="/indicator/kansarmoede_index?gemeente=ronse&vergelijk=eigen:gent+ronse"' in text
