"""A map in the page of somebody else: only there, without scripts, with figures of now or of one build."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.kaart.inbedden import STYLES
from dashboard.shell import ASSETS
from dashboard.tekst import DEMO
from tests.dashboard.warehouse_example import build

URL = "/inbedden/kaart"
OUD, NIEUW = "20260302T093000", "20260401T093000"


def policy(answer) -> str:
    return answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("vraag", ["", "?vorm=verschil&indicator=arop", "?stand=20010101T000000"])
def test_any_site_may_show_it_and_it_may_do_nothing(demo_client: FlaskClient, vraag: str) -> None:
    answer = demo_client.get(URL + vraag)
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in policy(answer)
    assert "default-src 'none'" in policy(answer)
    assert "script-src" not in policy(answer)
    assert "<script" not in answer.text
    assert "style=" not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/gegevens", "/kaart.json", "/inbedden", "/kaart", "/download/kaart.svg"]
)
def test_nothing_else_goes_into_a_frame(demo_client: FlaskClient, path: str) -> None:
    answer = demo_client.get(path)
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in policy(answer)


def test_the_headers_stay_apart_after_an_embedded_view(demo_client: FlaskClient) -> None:
    demo_client.get(URL)
    assert demo_client.get("/").headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors *" in policy(demo_client.get(URL))


def test_it_says_what_it_shows_where_it_comes_from_and_where_there_is_more(demo_client: FlaskClient) -> None:
    page = demo_client.get(f"{URL}?indicator=arop&gebied=provincie:limburg&periode=2021-12-31").text
    assert "<h1>Inwoners met een armoederisico, 2021, provincie Limburg</h1>" in page
    assert page.count("<svg") == 2
    assert "Bron: " in page
    assert DEMO in page
    assert 'href="/kaart?indicator=arop&amp;periode=2021-12-31&amp;gebied=provincie:limburg"' in page
    for sheet in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page):
        with demo_client.get(sheet) as answer:
            assert answer.status_code == 200


@pytest.mark.real
@pytest.mark.parametrize(
    "vraag",
    [
        "indicator=arop&lijnen=arrondissement,voor-2019,voor-2025&stippen=ja&gebied=provincie:limburg",
        "indicator=bevolking",
        "indicator=arop&vorm=verschil",
        "indicator=arop&vorm=naast&naast=adi_mediaan",
        "vorm=spreiding&naast=arop",
        "vorm=veelvoud&indicator=arop",
    ],
)
def test_whatever_has_a_style_on_our_pages_has_it_in_a_frame(real_client: FlaskClient, vraag: str) -> None:
    """Without its style a line is a black area."""
    tekening = real_client.get(f"{URL}?{vraag}").text
    gebruikt = {een for klassen in re.findall(r'class="([^"]+)"', tekening) for een in klassen.split()}
    overal = {
        een: set(re.findall(r"\.(-?[a-z][\w-]*)", een.read_text("utf-8"))) for een in ASSETS.glob("*.css")
    }
    hier = set().union(*(klassen for blad, klassen in overal.items() if blad.name in STYLES))
    hier.add("kaart-land")  # is for a map that moves
    assert len(gebruikt) > 10
    assert gebruikt & set().union(*overal.values()) <= hier


def test_why_there_is_no_map_stands_in_the_frame(demo_client: FlaskClient) -> None:
    answer = demo_client.get(f"{URL}?indicator=xyzzy")
    assert answer.status_code == 400
    assert "frame-ancestors *" in policy(answer)
    assert "Het cijfer “xyzzy” kennen we niet." in answer.text
    assert "<form" not in answer.text
    assert 'href="/kaart?indicator=xyzzy" target="_blank"' in answer.text


@pytest.mark.parametrize(
    ("vraag", "kaarten"),
    [("naast", 2), ("bivariaat", 1), ("spreiding", 2), ("veelvoud&indicator=arop", 8), ("verschil", 1)],
)
def test_every_form_is_shown_whole(demo_client: FlaskClient, vraag: str, kaarten: int) -> None:
    page = demo_client.get(f"{URL}?vorm={vraag}").text
    assert page.count('<figure class="samen-kaart">') == kaarten
    titel = re.search(r"<h1[^>]*>(.*?)</h1>", demo_client.get(f"/kaart?vorm={vraag}").text)
    assert titel and titel[1] in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert "<script" not in page
    code = unescape(demo_client.get(f"/inbedden?vorm={vraag}").text)
    assert f"{URL}?" in code and f"vorm={vraag.partition('&')[0]}" in code
    assert f'title="{unescape(titel[1])}"' in unescape(code)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("vorm=bivariaat&naast=bevolking", "omdat dit een aantal is"),
        ("vorm=naast&naast=kansarmoede_index&periode2=2023-12-31", "tellen voor een deel dezelfde mensen"),
    ],
)
def test_what_cannot_be_shown_whole_is_refused_and_not_offered(
    demo_client: FlaskClient, vraag: str, zin: str
) -> None:
    answer = demo_client.get(f"{URL}?{vraag}")
    assert answer.status_code == 400
    assert zin in answer.text
    offered = unescape(demo_client.get(f"/inbedden?{vraag}").text)
    assert zin in offered
    assert "vorm=" not in "".join(re.findall(r"<textarea.*?</textarea>", offered, re.DOTALL))


def test_figures_of_now_follow_a_new_build_and_fixed_ones_stay(client: FlaskClient, link: Path) -> None:
    nu, vast = client.get(URL).text, client.get(f"{URL}?stand={OUD}").text
    build(link, stand=NIEUW, verschil=3.0)
    assert client.get(URL).text != nu
    later = client.get(f"{URL}?stand={OUD}")
    assert later.status_code == 200
    assert re.findall(r"<svg.*</svg>", later.text) == re.findall(r"<svg.*</svg>", vast)
    assert "houdt de cijfers van 2 maart 2026" in later.text
    assert f"stand={OUD}" not in re.search(r'<a href="([^"]*)"', later.text)[1]


def test_a_build_that_was_cleared_away_is_said_to_be_gone(client: FlaskClient, link: Path) -> None:
    build(link, stand=NIEUW)
    link.with_name(f"warehouse-{OUD}.duckdb").unlink()
    answer = client.get(f"{URL}?stand={OUD}&indicator=woonquote")
    assert answer.status_code == 410
    assert "in de stand van 2 maart 2026. Die stand is niet meer bewaard." in answer.text
    assert 'href="/kaart?indicator=woonquote"' in answer.text


@pytest.mark.parametrize("stand", ["..%2f..%2fstore", "20260302", "99999999T999999", "x"])
def test_other_names_never_reach_the_disk(client: FlaskClient, stand: str) -> None:
    assert client.get(f"{URL}?stand={stand}").status_code == 410


def test_a_wrong_address_gets_a_sentence(demo_client: FlaskClient) -> None:
    answer = demo_client.get(f"{URL}?gebied=provincie:atlantis")
    assert answer.status_code == 400
    assert "bestaat niet" in answer.text


def test_the_code_to_copy_leads_to_the_map_of_now_and_of_this_build(client: FlaskClient, link: Path) -> None:
    page = client.get("/inbedden?indicator=woonquote&gebied=provincie:oost-vlaanderen").text
    codes = [unescape(een) for een in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page)]
    bronnen = [unescape(re.search(r'src="([^"]*)"', een)[1]) for een in codes]
    vraag = "indicator=woonquote&gebied=provincie:oost-vlaanderen"
    assert bronnen == [f"http://localhost{URL}?{vraag}", f"http://localhost{URL}?{vraag}&stand={OUD}"]
    assert all('title="Hoge woonkosten' in een or 'title="Woonquote' in een for een in codes)
    for bron in bronnen:
        assert client.get(bron.removeprefix("http://localhost")).status_code == 200


def test_the_page_with_the_code_says_what_it_does_not_understand(client: FlaskClient) -> None:
    page = client.get("/inbedden?gebied=atlantis").text
    assert "bestaat niet" in page
    assert "Hieronder staat de gewone kaart" in page
