"""What the server answers: status, title, language, and nothing from elsewhere."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import PAGES, create_app
from dashboard.pages import gegevens
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Warehouse
from tests.dashboard.warehouse_example import build

PATHS = [
    "/",
    "/gemeenten",
    "/kaart",
    "/inbedden",
    "/vergelijk",
    "/indicatoren",
    "/indicator/kansarmoede_index",
    "/gegevens",
    "/wijzigingen",
    "/meld",
    "/over",
    "/begrippen",
    "/methode",
    "/toegankelijkheid",
    "/privacy",
    "/gemeente/ronse",
    "/regiescan/ronse",
]
EVERYWHERE = [*PATHS, "/zoek?q=xyzzy", "/zoek?q=sint", "/nergens", "/gemeente/nergens"]


def _title(html: str) -> str:
    found = re.search("<title>(.*?)</title>", html)
    assert found
    return found[1]


def _filled(path: str) -> str:
    return path.replace("<slug>", "ronse").replace("<indicator>", "kansarmoede_index")


def test_every_page_is_asked_for_below() -> None:
    assert {_filled(page.PATH) for page in PAGES} == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_there(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="nl-BE">' in answer.text


def test_every_page_has_its_own_title(client: FlaskClient) -> None:
    assert len({_title(client.get(path).text) for path in PATHS}) == len(PATHS)


def test_the_title_names_the_municipality_before_any_script_runs(client: FlaskClient) -> None:
    assert "Ronse" in _title(client.get("/gemeente/ronse").text)


@pytest.mark.parametrize(
    "path",
    [
        "/nergens",
        "/gemeente/nergens",
        "/gemeente/",
        "/regiescan/xyz",
        "/indicator/nergens",
        "/indicator/arop",  # in the catalog, not in this build
        "/assets/weg.css",
    ],
)
def test_what_does_not_exist_is_404_in_dutch(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet" in answer.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/gemeente/nevele", "/gemeente/deinze"),
        ("/gemeente/44049", "/gemeente/deinze"),
        ("/gemeente/Sint-Niklaas", "/gemeente/sint-niklaas"),
        ("/regiescan/borsbeek", "/regiescan/antwerpen"),
        ("/gemeente/nevele?indicator=arop", "/gemeente/deinze?indicator=arop"),
        ("/gegevens/", "/gegevens"),
    ],
)
def test_another_name_leads_to_the_page_of_today(client: FlaskClient, asked: str, found: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.location) == (302, found)


@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_is_asked_of_another_host(client: FlaskClient, path: str) -> None:
    html = client.get(path).text
    loaded = re.findall(r"""<(?:script|link|img|form)[^>]*?(?:src|href|action)=["']([^"']+)""", html)
    assert loaded
    assert [url for url in loaded if not url.startswith("/") or url.startswith("//")] == []


@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_frame_has_no_english(client: FlaskClient, path: str) -> None:
    html = re.sub(r"<script.*?</script>", "", client.get(path).text, flags=re.S)
    assert not re.search(
        r"\b(loading|updating|error|not found|search|submit)\b", re.sub(r"<[^>]+>", " ", html), re.I
    )


@pytest.mark.parametrize("path", ["/", "/nergens"])
def test_the_policy_forbids_what_is_not_ours(client: FlaskClient, path: str) -> None:
    policy = dict(
        part.split(" ", 1) for part in client.get(path).headers["Content-Security-Policy"].split("; ")
    )
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert "http" not in " ".join(policy.values())


def test_every_inline_script_is_allowed_by_its_hash(client: FlaskClient) -> None:
    answer = client.get("/gemeente/ronse")
    inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>(.+?)</script>", answer.text, re.S)
    assert inline
    for script in inline:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]


def test_no_cookie_is_set(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/").headers


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_bundles_are_compressed_and_kept_by_the_browser(client: FlaskClient, encoding: str) -> None:
    bundle = re.search(r'src="(/_dash-component-suites/[^"]+renderer[^"]+)"', client.get("/").text)
    assert bundle
    for _ in range(2):  # fresh, and from the cache
        answer = client.get(bundle[1], headers={"Accept-Encoding": encoding})
        assert answer.headers["Content-Encoding"] == encoding
        assert answer.cache_control.max_age == 31_536_000
        assert len(answer.data) < 150_000


@pytest.mark.parametrize("path", ["/", "/zoek", "/nergens"])
def test_made_up_figures_say_so_on_every_page(client: FlaskClient, link: Path, path: str) -> None:
    assert "Voorbeeldcijfers, niet gebruiken" not in client.get(path).text
    build(link, "demo", demo=True)
    assert "Voorbeeldcijfers, niet gebruiken" in client.get(path).text


@pytest.mark.parametrize("path", ["/", "/gemeente/ronse"])
def test_without_figures_the_page_says_how_to_get_them(tmp_path: Path, path: str) -> None:
    settings = Settings(warehouse_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'store.sqlite'}")
    app = create_app(Warehouse(settings.warehouse), Store(settings.database_url), settings)
    answer = app.server.test_client().get(path)
    assert answer.status_code == 503
    assert "python -m etl run" in answer.text


@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_filled(ask: Callable[..., Any], path: str) -> None:
    drawn = json.dumps(ask("inhoud.children", adres_pathname=path, adres_search=""))
    assert re.search(r'"H1"|<h1\b', drawn)


def test_other_search_parameters_are_left_out(ask: Callable[..., Any]) -> None:
    given = ask("inhoud.children", adres_pathname="/gegevens", adres_search="?context=x&pagina=2")
    bare = ask("inhoud.children", adres_pathname="/gegevens", adres_search="")
    assert given["props"]["children"] == bare["props"]["children"]


def test_a_page_that_fails_says_so(ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(gegevens, "layout")
    drawn = json.dumps(ask("inhoud.children", adres_pathname="/gegevens", adres_search=""))
    assert "Er ging iets fout" in drawn


def test_a_page_that_is_open_when_the_figures_go_says_how_to_get_them(
    ask: Callable[..., Any], link: Path
) -> None:
    link.unlink()
    drawn = json.dumps(ask("inhoud.children", adres_pathname="/gegevens", adres_search=""))
    assert "Er zijn nog geen cijfers" in drawn
    assert "python -m etl run" in drawn


@pytest.mark.parametrize("path", EVERYWHERE)
def test_under_a_prefix_every_link_has_it(prefixed: FlaskClient, path: str) -> None:
    answer = prefixed.get(f"/regiekompas{path}")
    links = re.findall(r'(?:src|href|action)="([^"#]+)"', answer.text)
    links = [link for link in links if not link.startswith("https://")]
    assert len(links) > 8
    assert [link for link in links if not link.startswith("/regiekompas/")] == []
    assert prefixed.get(path).status_code == answer.status_code  # behind a proxy that strips the prefix


def test_under_a_prefix_an_old_name_still_leads_on(prefixed: FlaskClient) -> None:
    assert prefixed.get("/regiekompas/gemeente/nevele").location == "/regiekompas/gemeente/deinze"


def test_under_a_prefix_the_page_is_filled(prefixed: FlaskClient) -> None:
    answer = prefixed.post(
        "/regiekompas/_dash-update-component",
        json={
            "output": "inhoud.children",
            "outputs": {"id": "inhoud", "property": "children"},
            "inputs": [
                {"id": "adres", "property": "pathname", "value": "/regiekompas/gemeenten"},
                {"id": "adres", "property": "search", "value": ""},
            ],
            "changedPropIds": [],
        },
    )
    assert '"/regiekompas/gemeente/ronse"' in json.dumps(answer.json)
