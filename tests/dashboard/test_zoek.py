"""Searching works without a script: one clear hit leads on, several are listed, none says what to do."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("Ronse", "ronse"),
        ("  ronse ", "ronse"),
        ("Nevele", "deinze"),
        ("nevel", "deinze"),
        ("44049", "deinze"),
        ("Ledeberg", "gent"),
        ("Gent", "gent"),
        ("Sint Niklaas", "sint-niklaas"),
    ],
)
def test_one_clear_hit_leads_to_the_municipality(client: FlaskClient, asked: str, slug: str) -> None:
    answer = client.get("/zoek", query_string={"q": asked})
    assert (answer.status_code, answer.location) == (302, f"/gemeente/{slug}")


def test_several_hits_are_listed_with_the_name_that_was_meant(client: FlaskClient) -> None:
    html = client.get("/zoek?q=sint-j").text
    assert "Welke gemeente bedoel je?" in html
    assert "nu deel van" in html


def test_no_hit_says_what_to_do(client: FlaskClient) -> None:
    html = client.get("/zoek", query_string={"q": "<b>Xyzzy</b>"}).text
    assert "Niets gevonden" in html
    assert "/gemeenten" in html
    assert "<b>Xyzzy" not in html


def test_nothing_asked_shows_the_box(client: FlaskClient) -> None:
    assert "Niets gevonden" not in client.get("/zoek?q=+").text


def test_suggestions_say_where_an_old_name_belongs(client: FlaskClient) -> None:
    answer = client.get("/zoek.json?q=nevel")
    assert answer.json == [{"naam": "Nevele", "nu": "Deinze", "pad": "/gemeente/deinze"}]


def test_every_page_has_a_search_box_that_works_without_scripts(client: FlaskClient) -> None:
    assert 'action="/zoek" method="get"' in client.get("/gegevens").text
