"""Several maps taken along: one sheet with everything that it refers to, and all figures behind it."""

import csv
import io
import re
import zipfile

import pytest
from flask.testing import FlaskClient

from dashboard.components.kaartadres import SAMEN


@pytest.mark.parametrize("vorm", SAMEN)
def test_the_sheet_stands_alone(demo_client: FlaskClient, vorm: str) -> None:
    answer = demo_client.get(f"/download/kaart.svg?vorm={vorm}")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    svg = answer.get_data(as_text=True)
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    verwezen = {
        *re.findall(r'href="#([^"]+)"', svg),
        *re.findall(r"url\(#([^)]+)\)", svg.partition("</style>")[0]),
    }
    assert verwezen and verwezen <= set(ids)
    assert "var(--" not in svg
    assert "Voorbeeldcijfers, niet gebruiken" in svg


@pytest.mark.parametrize(("vorm", "indicatoren"), [("naast", 1), ("bivariaat", 2)])
def test_the_figures_are_those_of_both_maps(demo_client: FlaskClient, vorm: str, indicatoren: int) -> None:
    packed = zipfile.ZipFile(io.BytesIO(demo_client.get(f"/download/kaart.zip?vorm={vorm}").data))
    rijen = list(csv.DictReader(io.StringIO(packed.read("cijfers.csv").decode("utf-8-sig")), delimiter=";"))
    assert len({rij["indicator"] for rij in rijen}) == indicatoren
    assert len({(rij["indicator"], rij["periode_einde"]) for rij in rijen if rij["waarde"]}) == 2


def test_what_cannot_be_drawn_is_refused(demo_client: FlaskClient) -> None:
    answer = demo_client.get("/download/kaart.png?vorm=bivariaat&naast=bevolking")
    assert answer.status_code == 400
    assert "omdat dit een aantal is" in answer.get_data(as_text=True)
