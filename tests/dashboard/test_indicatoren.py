"""The catalogue: what is asked for in the address stands on the page, and nothing else."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.pages import indicatoren
from dashboard.warehouse import Warehouse
from indicators.model import Soort


def listed(client: FlaskClient, query: str) -> list[str]:
    page = client.get(f"/indicatoren?{query}").text
    return re.findall(r'<li id="i-(\w+)"', page)


def telling(client: FlaskClient, query: str) -> str:
    found = re.search(r"<span data-meld>(.*?)</span>", client.get(f"/indicatoren?{query}").text)
    assert found
    return found[1]


def test_without_a_choice_every_reviewed_indicator_is_listed(client: FlaskClient, link: Path) -> None:
    every = list(Warehouse(link).snapshot().catalogus())
    assert sorted(listed(client, "")) == sorted(every)
    assert len(every) > 1
    assert telling(client, "") == "Twee indicatoren in totaal"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zoek=WOONQUOTE", ["woonquote"]),
        ("zoek=w%C3%B3onquote+hoger", ["woonquote"]),
        ("zoek=woonquote+kansarmoede", []),
        ("domein=wonen", ["woonquote"]),
        ("domein=wonen&soort=aandeel", ["woonquote"]),
        ("soort=aantal", []),
        ("sinds=2024", ["kansarmoede_index"]),
        ("sinds=2023&domein=", ["woonquote", "kansarmoede_index"]),
        ("bron=bestaat_niet", []),
        ("domein=%3Cscript%3E", []),
    ],
)
def test_a_choice_leaves_what_fits(client: FlaskClient, query: str, found: list[str]) -> None:
    assert listed(client, query) == found
    page = client.get(f"/indicatoren?{query}").text
    assert ("Geen enkele indicator past" in page) == (not found)


def test_the_choice_stays_in_the_form(client: FlaskClient) -> None:
    page = client.get("/indicatoren?zoek=huur&domein=wonen").text
    assert 'value="huur"' in page
    assert '<option value="wonen" selected>' in page
    assert page.count("selected") == 1


def test_only_what_exists_can_be_chosen(client: FlaskClient) -> None:
    page = client.get("/indicatoren").text
    for option in re.findall(r'<option value="(\w+)"', page):
        key = re.findall(rf'name="(\w+)">(?:(?!</select>).)*value="{option}"', page, re.S)[-1]
        assert listed(client, f"{key}={option}"), option


def test_the_title_says_what_was_asked_for(client: FlaskClient) -> None:
    assert "<title>Indicatoren: wonen, “huur” · " in client.get("/indicatoren?zoek=huur&domein=wonen").text
    assert "<title>Alle indicatoren · " in client.get("/indicatoren?domein=nergens").text


def test_every_kind_of_number_has_words() -> None:
    assert set(indicatoren.SOORTEN) == set(Soort)


def test_every_indicator_leads_to_its_own_page(client: FlaskClient) -> None:
    page = client.get("/indicatoren").text
    for indicator in listed(client, ""):
        assert f'href="/indicator/{indicator}"' in page
