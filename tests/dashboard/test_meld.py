"""Reporting a figure: its context goes along, nothing is sent from here."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.context import Context
from dashboard.pages import gemeente, meld
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Warehouse
from tests.dashboard.reading import parts, words

FIGURE = {
    "gemeente": "ronse",
    "indicator": "kansarmoede_index",
    "periode": "2022–2024",
    "waarde": "21,5\u202f%",
    "levering": "register",
    "stand": "20260302T093000",
}


@pytest.fixture
def page(warehouse: Warehouse, store: Store, settings: Settings) -> Callable[..., Any]:
    """Draw the page: `page(contact, **context of the figure)`."""

    def draw(contact: str = "", **given: str) -> Any:
        context = Context(warehouse.snapshot(), store, replace(settings, contact=contact))
        return meld.layout(context, **given)

    return draw


def links(markup: str) -> list[dict[str, str]]:
    found = re.findall(r'href="([^"]*/meld[?][^"]*)"', markup)
    return [dict(parse_qsl(urlsplit(html.unescape(one)).query)) for one in found]


def test_every_figure_of_a_municipality_leads_to_its_own_report(
    ask: Callable[..., Any], client: FlaskClient
) -> None:
    answer = ask("inhoud.children", adres_pathname="/gemeente/ronse", adres_search="")
    found = links(" ".join(parts(answer, "markup")))
    assert FIGURE in found
    assert {one["indicator"] for one in found} == {"kansarmoede_index", "woonquote"}
    assert "Kansarmoede-index" in client.get("/meld", query_string=FIGURE).text


def test_a_figure_that_is_not_there_can_be_reported_too(ask: Callable[..., Any]) -> None:
    answer = ask("inhoud.children", adres_pathname="/gemeente/bever", adres_search="")
    found = links(" ".join(parts(answer, "markup")))
    assert {one["waarde"] for one in found} == {"geen cijfer"}


def test_the_link_stands_under_the_prefix(
    warehouse: Warehouse, store: Store, settings: Settings, prefixed: FlaskClient
) -> None:
    context = Context(warehouse.snapshot(), store, replace(settings, url_prefix="/regiekompas"))
    app = create_app(warehouse, store, replace(settings, url_prefix="/regiekompas"))
    with app.server.test_request_context("/gemeente/ronse"):
        drawn = json.dumps(
            gemeente.layout(context, slug="ronse").to_plotly_json(), default=lambda c: c.to_plotly_json()
        )
    assert "/regiekompas/meld?gemeente=ronse" in drawn
    assert prefixed.get("/regiekompas/meld?gemeente=ronse").status_code == 200


def test_the_text_says_which_figure_it_is_about(page: Callable[..., Any]) -> None:
    said = words(page(**FIGURE))
    for line in (
        "Gemeente: Ronse (45041)",
        "Cijfer: Kansarmoede-index (kansarmoede_index)",
        "Periode: 2022–2024",
        "Waarde: 21,5 %",
        "Bestand: register.xlsx (register)",
        "Stand: 20260302T093000",
    ):
        assert line in said
    assert "Kopieer de tekst" in said and "Agentschap Binnenlands Bestuur" in said
    assert "mailto" not in str(page(**FIGURE))


def test_a_mail_is_ready_for_whoever_looks_after_it(page: Callable[..., Any]) -> None:
    drawn = json.loads(json.dumps(page("cijfers@stad.be", **FIGURE), default=lambda c: c.to_plotly_json()))
    (address,) = [one for one in parts(drawn, "href") if one.startswith("mailto:")]
    assert address.startswith("mailto:cijfers@stad.be?")
    query = parse_qs(urlsplit(address).query)
    assert query["subject"] == ["Fout in een cijfer van het Regiekompas"]
    assert "Gemeente: Ronse (45041)\nCijfer:" in query["body"][0]
    assert "Wij versturen niets" in words(page("cijfers@stad.be", **FIGURE))


def test_what_stands_in_the_address_is_not_simply_believed(page: Callable[..., Any]) -> None:
    said = words(
        page(
            gemeente="<script>",
            indicator="kansarmoede",
            levering="x",
            periode="a\nBcc: iemand",
            waarde="x" * 500,
            stand="",
        )
    )
    assert "Gemeente:" not in said and "Cijfer:" not in said and "Bestand:" not in said
    assert "Periode: a Bcc: iemand" in said and "x" * 61 not in said
    assert "Stand: 20260302T093000" in said


def test_without_a_figure_the_page_says_where_to_start(page: Callable[..., Any]) -> None:
    said = words(page())
    assert "Uitleg en bron" in said and "Is het ook bij de bron fout" not in said
    assert "Uitleg en bron" not in words(page(**FIGURE))
