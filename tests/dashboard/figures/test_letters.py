"""A drawing takes its letters along: every sign that we write, in both weights."""

import re
from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from fontTools.ttLib import TTFont

from dashboard.downloads.renderer import letters
from dashboard.figures.letters import FONT, GEWICHTEN
from indicators.gemeenten import gemeenten

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = (
    "/download/gemeente/ronse/alles.svg",
    "/download/gemeente/ronse/indicator/kansarmoede_index.svg",
    "/download/indicator/arop/trechter.svg",
    "/download/kaart.svg?indicator=kansarmoede_index",
)


def fonts(svg: str) -> dict[int, TTFont]:
    """The fonts inside a drawing, by weight."""
    found = re.findall(
        rf'font-family:"{FONT}";font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)', svg
    )
    return {int(weight): TTFont(BytesIO(b64decode(data))) for weight, data in found}


@pytest.mark.parametrize("path", DRAWN)
def test_every_sign_of_a_drawing_is_in_the_letters_it_takes_along(
    path: str, demo_client: FlaskClient
) -> None:
    answer = demo_client.get(path)
    assert answer.status_code == 200
    inside = fonts(answer.text)
    assert inside.keys() == GEWICHTEN.keys()
    drawn = ElementTree.fromstring(answer.data)  # noqa: S314 (our own)
    texts = [part.text or "" for kind in ("text", "tspan") for part in drawn.iter(SVG + kind)]
    signs = {ord(sign) for text in texts for sign in text.strip()}
    assert len(signs) > 20
    for font in inside.values():
        assert signs <= font.getBestCmap().keys()


def test_the_names_of_all_municipalities_can_be_written_and_bold_is_bold() -> None:
    inside = fonts(letters())
    names = {ord(sign) for een in gemeenten().values() for sign in een.naam}
    assert all(names <= font.getBestCmap().keys() for font in inside.values())
    widths = {weight: font["hmtx"]["a"][0] for weight, font in inside.items()}
    assert widths[600] > widths[400]


def test_a_drawing_stays_small() -> None:
    assert len(letters()) < 50_000
