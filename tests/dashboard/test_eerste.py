"""The first answer holds the whole page: the same words as the page that the browser draws later."""

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from typing import Any

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html
from flask.testing import FlaskClient

from dashboard.components.opmaak import Opmaak
from dashboard.eerste import als_html
from dashboard.pages import home
from dashboard.pages.regiescan import ZONDER_JAVASCRIPT
from tests.dashboard.reading import words
from tests.dashboard.test_pages import PATHS


class Main(HTMLParser):
    """The text of the first answer's main part, without drawings, choices and what is for no script."""

    OTHER = ("svg", "noscript", "select")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self._inside, self._skipped = False, 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "main"
        self._skipped += tag in self.OTHER

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "main"
        self._skipped -= tag in self.OTHER

    def handle_data(self, data: str) -> None:
        if self._inside and not self._skipped:
            self.text += data.split()


@pytest.mark.parametrize("path", PATHS)
def test_the_first_answer_says_what_the_page_says(
    client: FlaskClient, ask: Callable[..., Any], path: str
) -> None:
    answer = json.dumps(ask("inhoud.children", adres_pathname=path, adres_search=""))
    drawn = words(json.loads(re.sub("<(select|svg).*?</\\1>", "", answer)))
    first = Main(client.get(path).text).text
    assert len(first) > 30
    assert "".join(first) == re.sub(r"\s", "", drawn.replace(ZONDER_JAVASCRIPT, ""))


def test_text_and_attributes_are_escaped() -> None:
    node: Any = html.A('<b> & "c"', href='/?q="><script>', **{"aria-label": "<&"})
    written = str(als_html(node))
    assert "<b>" not in written
    assert "<script>" not in written
    assert unescape(written) == '<a href="/?q="><script>" aria-label="<&"><b> & "c"</a>'


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (None, ""),
        (["a", None, 1, html.Br()], "a1<br>"),
        (html.Label("Jaar", htmlFor="jaar"), '<label for="jaar">Jaar</label>'),
        (html.Div(id={"vraag": "b", "type": "a"}, hidden=True), None),
        (html.Details("x", open=False), "<details>x</details>"),
        (dcc.Store(id="x", data=1), ""),
        (Opmaak("<i>x</i>", className="y"), '<div class="y"><i>x</i></div>'),
        (dbc.Label("A", html_for="b"), '<label for="b" class="form-label">A</label>'),
    ],
)
def test_components_become_html(node: Any, written: str | None) -> None:
    if written is None:
        written = '<div id="{&#34;type&#34;:&#34;a&#34;,&#34;vraag&#34;:&#34;b&#34;}" hidden></div>'
    assert str(als_html(node)) == written


def test_what_needs_a_script_is_switched_off() -> None:
    options = [{"label": "Ja", "value": 1}, {"label": "Nee", "value": 0}]
    select = str(als_html(dbc.Select(id="s", options=options, value=0, class_name="kiezer")))
    assert select == (
        '<select id="s" disabled class="kiezer form-select"><option value="1">Ja</option>'
        '<option value="0" selected>Nee</option></select>'
    )
    radio = str(als_html(dbc.RadioItems(id="r", options=options, value=1)))
    assert radio.count("disabled") == 2
    assert radio.count("checked") == 1


def test_a_component_without_html_is_refused() -> None:
    with pytest.raises(TypeError, match="Graph"):
        als_html(html.Div(dcc.Graph()))


def test_a_layout_that_fails_is_the_page_that_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(context: object) -> None:
        raise ValueError("secret of the inside")

    monkeypatch.setattr(home, "layout", fail)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Er ging iets fout" in answer.text
    assert "secret" not in answer.text


def test_the_title_may_depend_on_the_search_parameters(
    client: FlaskClient, ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "QUERY", ("kleur", "maat"), raising=False)
    monkeypatch.setattr(home, "layout", lambda context, **query: html.H1("Proef"))
    monkeypatch.setattr(home, "title", lambda stand, kleur="geen": f"Kleur {kleur}")
    assert "<title>Kleur rood,blauw · " in client.get("/?kleur=rood&maat=3&kleur=blauw").text
    drawn = ask("inhoud.children", adres_pathname="/", adres_search="?kleur=rood")
    assert drawn["props"]["data-titel"] == "Kleur rood"
    assert drawn["props"]["data-adres"] == "/?kleur=rood"
