"""What a page offers to take along is there."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Warehouse


@pytest.mark.parametrize(
    "page",
    [
        "/gemeente/ronse?indicator=arop&vergelijk=provincie",
        "/gemeente/ronse?indicator=bevolking&vergelijk=eigen:gent+aalst",
        "/gemeente/herstappe?indicator=arop",
        "/gemeente/bilzen-hoeselt?indicator=woonquote&vergelijk=vergelijkbaar&zonder=bevolking",
        "/vergelijk?gebieden=ronse,boom,provincie:limburg,vlaanderen&indicator=arop&domein=wonen",
        "/vergelijk?gebieden=ronse,boom&indicator=woonquote",
        "/vergelijk?gebieden=herstappe,baarle-hertog",
        "/indicator/arop?gemeente=ronse&periode=2020-12-31",
        "/indicator/bevolking",
        "/indicator/woonquote",
    ],
)
def test_every_download_on_a_page_is_there(demo_client: FlaskClient, page: str) -> None:
    links = {unescape(link) for link in re.findall('href="(/download/[^"]*)"', demo_client.get(page).text)}
    asked = sorted(link for link in links if ".png" not in link)  # the same drawing as the SVG
    assert asked
    assert [(link, status) for link in asked if (status := demo_client.get(link).status_code) != 200] == []


@pytest.mark.parametrize(
    "page",
    [
        "/download/gemeente/ronse/wonen.zip",
        "/download/gemeente/ronse/indicator/woonquote.zip",
        "/download/indicator/woonquote.zip",
        "/download/vergelijk/tabel.zip?gebieden=ronse,bilzen-hoeselt",
        "/download/kaart.zip?indicator=woonquote",
        "/download/kaart.zip?vorm=veelvoud&indicator=woonquote",
        "/inbedden?indicator=woonquote",
    ],
)
def test_what_leaves_the_site_names_its_public_address_whoever_asked(
    warehouse: Warehouse, store: Store, settings: Settings, page: str
) -> None:
    public = replace(settings, public_url="https://kompas.example.be")
    client = create_app(warehouse, store, public).server.test_client()
    answer = client.get(page, headers={"Host": "evil.example"})
    assert answer.status_code == 200
    html = answer.mimetype == "text/html"
    said = answer.text if html else ZipFile(BytesIO(answer.data)).read("metadata.json").decode()
    assert "https://kompas.example.be/" in said
    assert "evil.example" not in said
