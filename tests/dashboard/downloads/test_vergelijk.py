"""The downloads of `/vergelijk`: what the page shows, and refused where the page would go on without."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.components.gebiedskeuze import keus
from dashboard.omgevingsanalyse.gebiedscijfers import evoluties
from dashboard.omgevingsanalyse.tafel import indicatoren, naast_elkaar
from dashboard.warehouse import Warehouse
from indicators.statistics import Aggregaat, Interval, Oordeel
from tests.dashboard.downloads.lezen import number, opened

GEBIEDEN = "gebieden=ronse,boom,provincie:limburg,vlaanderen"
VRAAG = {"gebieden": "ronse,boom,provincie:limburg,vlaanderen", "indicator": "arop"}


def path(deel: str, vraag: str = f"{GEBIEDEN}&indicator=arop") -> str:
    return f"/download/vergelijk/{deel}?{vraag}"


def test_the_table_says_what_the_page_says(demo_client: FlaskClient, demo: Warehouse) -> None:
    stand = demo.snapshot()
    gekozen = keus(stand, "/vergelijk", VRAAG)
    tafel = naast_elkaar(stand, gekozen.gebieden, gekozen.groep, indicatoren(stand, None))
    rijen, _, _ = opened(demo_client, path("tabel.zip"))
    cellen = [(regel, cel) for regel in tafel.regels for cel in regel.cellen]
    for rij, (regel, cel) in zip(rijen, cellen, strict=True):
        cijfer, gevonden = cel.cijfer, regel.vergelijking
        assert number(rij["waarde"]) == pytest.approx(cijfer.meting.waarde if cijfer else None)
        assert rij["vorm"] == ((cijfer.vorm if cijfer else None) or "")
        marge = cijfer.interval if cijfer else None
        assert number(rij["laag"]) == pytest.approx(marge.laag if isinstance(marge, Interval) else None)
        oordeel = cel.oordeel
        assert rij["oordeel"] == (str(oordeel.positie) if isinstance(oordeel, Oordeel) else "")
        tegenover = gevonden.waarde if isinstance(gevonden, Aggregaat) else None
        assert number(rij["vergelijking_waarde"]) == pytest.approx(tegenover)
        assert bool(rij["waarde"]) != bool(rij["reden"])


def test_the_years_hold_every_area_in_every_period(demo_client: FlaskClient, demo: Warehouse) -> None:
    stand = demo.snapshot()
    gekozen = keus(stand, "/vergelijk", VRAAG)
    alle = evoluties(stand, gekozen.gebieden, gekozen.groep, gekozen.indicator)
    rijen, metadata, _ = opened(demo_client, path("evolutie.zip"))
    assert len(rijen) == len(alle.perioden) * len(alle.gebieden)
    getoond = [cijfer.meting.waarde for _, reeks in alle.gebieden for _, cijfer in reeks]
    assert [number(rij["waarde"]) for rij in rijen if rij["waarde"]] == pytest.approx(getoond)
    assert metadata["leveringen"]


def test_two_periods_hold_the_change_of_each_area(demo_client: FlaskClient) -> None:
    rijen, _, _ = opened(demo_client, path("verschil.zip"))
    for oud, nieuw in zip(rijen[::2], rijen[1::2], strict=True):
        assert oud["naam"] == nieuw["naam"]
        assert oud["periode_einde"] < nieuw["periode_begin"]
        if nieuw["verandering"]:
            verschil = (number(nieuw["waarde"]) or 0) - (number(oud["waarde"]) or 0)
            assert number(nieuw["verandering"]) == pytest.approx(verschil, abs=1e-6)
            assert nieuw["verandering_sinds"] == oud["periode_einde"]
        else:
            assert nieuw["verandering_reden"]
    assert any(rij["verandering"] for rij in rijen)


@pytest.mark.parametrize("deel", ["evolutie", "verschil"])
def test_a_drawing_names_the_areas_and_the_source(demo_client: FlaskClient, deel: str) -> None:
    tekst = " ".join(re.findall("<text[^>]*>([^<]*)</text>", demo_client.get(path(f"{deel}.svg")).text))
    for naam in ("Ronse", "Boom", "Provincie Limburg", "Bron: "):
        assert naam in tekst


@pytest.mark.parametrize(
    ("deel", "vraag", "zin"),
    [
        ("tabel.zip", "gebieden=ronse", "Er is pas iets te vergelijken met twee gemeenten of gebieden."),
        ("tabel.zip", "gebieden=ronse,atlantis", "We kennen geen gemeente of gebied met de naam “atlantis”."),
        ("evolutie.svg", f"{GEBIEDEN}&indicator=geluk", "Het cijfer “geluk” kennen we niet."),
        ("verschil.zip", f"{GEBIEDEN}&van=2022-12-31&tot=2024-12-31", "overlappen"),
    ],
)
def test_what_cannot_be_compared_is_400_with_the_reason(
    demo_client: FlaskClient, deel: str, vraag: str, zin: str
) -> None:
    answer = demo_client.get(path(deel, vraag))
    assert answer.status_code == 400
    assert zin in answer.text
    assert "Nu " not in answer.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("deel", ["tabel.svg", "kaart.zip", "evolutie.pdf"])
def test_what_has_no_drawing_is_404(demo_client: FlaskClient, deel: str) -> None:
    assert demo_client.get(path(deel)).status_code == 404
