"""What a page offers to take along is there."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient


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
