"""What nobody means to ask: every address and every question is answered, and never with a fault of ours."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import LONGEST_QUESTION, LONGEST_SEARCH, PAGES

TEXT = "<i>\"x'&"
VALUES = (
    TEXT,
    "\x00\r\nX-Evil: 1",
    "../../etc/passwd",
    "1e400",
    "9" * 1000,
    "eigen:" + "+".join(["gent"] * 100),
    "gent," * 100,
)
ROUTES = {
    "/zoek": ("q",),
    "/zoek.json": ("q",),
    "/kaart.json": ("indicator", "periode", "gebied", "aantal", "indeling", "lijnen", "perioden", "vorm"),
    "/kaart/kaartje": ("gemeente", "vergelijk", "zonder", "aantal"),
    "/inbedden/kaart": ("indicator", "gebied", "stand", "vorm", "indicatoren"),
    "/download/kaart.zip": ("indicator", "gebied", "aantal", "vorm"),
    "/download/gemeente/ronse/alles.zip": ("vergelijk", "zonder", "doel"),
    "/download/vergelijk/tabel.zip": ("gebieden", "domein", "van", "vergelijk"),
    "/download/indicator/kansarmoede_index.zip": ("gebied", "periode"),
}
PAGE: dict[str, Any] = {
    "output": "inhoud.children",
    "outputs": {"id": "inhoud", "property": "children"},
    "inputs": [
        {"id": "adres", "property": "pathname", "value": "/over"},
        {"id": "adres", "property": "search", "value": ""},
    ],
    "changedPropIds": ["adres.pathname"],
}


def addresses() -> dict[str, tuple[str, ...]]:
    pages = {
        page.PATH.replace("<slug>", "ronse").replace("<indicator>", "kansarmoede_index"): page
        for page in PAGES
    }
    return {path: getattr(page, "QUERY", ()) for path, page in pages.items()} | ROUTES


@pytest.mark.parametrize(("path", "keys"), addresses().items())
def test_any_search_parameter_may_hold_anything(
    client: FlaskClient, path: str, keys: tuple[str, ...]
) -> None:
    for key in ("onbekend", "stand", "slug", "context", *keys):
        for value in VALUES:
            answer = client.get(path, query_string={key: value})
            assert answer.status_code < 500, (key, value)
            assert answer.mimetype != "text/html" or TEXT not in answer.text, key
            assert "X-Evil" not in answer.headers
            assert {"Content-Security-Policy", "X-Content-Type-Options"} <= set(answer.headers.keys())


@pytest.mark.parametrize(
    "path",
    [
        "/gemeente//ronse",
        "//gemeente/ronse/..",
        "/assets/..%2fpyproject.toml",
        "/_dash-component-suites/os/path.py",
        "/_dash-component-suites/dash/..%2f__init__.py",
        "/grenzen/..%2f..%2fwarehouse.geojson",
        "/kaart/vormen-..%2f285.json",
        "/download/gemeente/ronse/..%2fwonen.zip",
    ],
)
def test_what_is_no_path_of_ours_is_404(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b"[]",
        b"{}",
        b"[" * 30_000,
        json.dumps({**PAGE, "output": "nergens.children"}).encode(),
        json.dumps({**PAGE, "output": ["inhoud.children"]}).encode(),
        json.dumps({**PAGE, "outputs": None}).encode(),
        json.dumps({**PAGE, "inputs": []}).encode(),
        json.dumps({**PAGE, "inputs": [{"id": {}}, 1]}).encode(),
        json.dumps({**PAGE, "inputs": {"a": PAGE["inputs"]}}).encode(),
    ],
)
def test_a_question_that_no_page_asks_is_refused(client: FlaskClient, body: bytes) -> None:
    assert client.post("/_dash-update-component", json=PAGE).status_code == 200
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert "Dit adres klopt niet" in answer.text


def test_a_question_or_an_address_without_end_is_refused(client: FlaskClient) -> None:
    long = json.dumps({**PAGE, "state": ["x" * LONGEST_QUESTION]})
    assert (
        client.post("/_dash-update-component", data=long, content_type="application/json").status_code == 413
    )
    assert client.get("/over", query_string={"x": "y" * LONGEST_SEARCH}).status_code == 414
