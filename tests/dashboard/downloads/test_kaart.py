"""The downloads of a map: what is in them is what the map shows."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from dashboard.kaart.beeld import GEKROMPEN, kaartbeeld
from dashboard.tekst import DEMO, REDENEN
from dashboard.warehouse import Warehouse
from indicators.gemeenten.gebieden import gebieden
from indicators.statistics import Interval, Oordeel
from tests.dashboard.downloads.test_downloads import PNG, number, opened
from tests.dashboard.figures.test_vormen import ERNAAST, VIERKANT, feature
from tests.dashboard.warehouse_example import GENT, KAART, RONSE

LIMBURG = "gebied=provincie:limburg&vergelijk=provincie:limburg"
SVG = "{http://www.w3.org/2000/svg}"


def test_the_zip_holds_the_figures_of_the_area_as_the_map_judges_them(
    demo_client: FlaskClient, demo: Warehouse
) -> None:
    rijen, metadata, tekst = opened(demo_client, f"/download/kaart.zip?{LIMBURG}")
    beeld = kaartbeeld(
        demo.snapshot(), "kansarmoede_index", gebied="provincie:limburg", tegen="provincie:limburg"
    )
    assert [rij["nis_code"] for rij in rijen] == [vlak.nis_code for vlak in beeld.getoond]
    for rij, vlak in zip(rijen, beeld.getoond, strict=True):
        assert number(rij["waarde"]) == pytest.approx(vlak.meting.waarde if vlak.meting else None, abs=1e-6)
        assert rij["oordeel"] == (str(vlak.oordeel.positie) if isinstance(vlak.oordeel, Oordeel) else "")
        assert rij["reden"] == REDENEN.get(vlak.reden or "", "")
        assert rij["bijgesteld"] == ""
    assert metadata["vergelijking"]["keuze"] == "provincie:limburg"
    assert len(metadata["vergelijking"]["leden"]) == len(gebieden()["provincie:limburg"].leden)
    assert metadata["pagina"] == "http://localhost/kaart?gebied=provincie:limburg&vergelijk=provincie:limburg"
    assert "provincie Limburg" in tekst


def test_the_zip_holds_the_shrunk_values_where_these_are_coloured(
    demo_client: FlaskClient, demo: Warehouse
) -> None:
    rijen, _, _ = opened(demo_client, "/download/kaart.zip?waarde=gekrompen")
    beeld = kaartbeeld(demo.snapshot(), "kansarmoede_index", waarde=GEKROMPEN)
    assert [number(rij["bijgesteld"]) for rij in rijen] == [
        pytest.approx(vlak.waarde, abs=1e-6) if vlak.waarde is not None else None for vlak in beeld.getoond
    ]


def test_the_zip_of_two_periods_holds_the_changes(demo_client: FlaskClient) -> None:
    rijen, _, _ = opened(demo_client, "/download/kaart.zip?vorm=verschil")
    gekend = [rij for rij in rijen if rij["verandering"]]
    assert len(gekend) > 250
    assert {rij["verandering_oordeel"] for rij in gekend} == {"groter dan toeval", "te klein om te zien"}


@pytest.mark.parametrize(
    "vraag", ["", LIMBURG, "indicator=bevolking", "vorm=verschil", "beeld=tegels&stippen=ja"]
)
def test_the_drawing_stands_alone(demo_client: FlaskClient, vraag: str) -> None:
    answer = demo_client.get(f"/download/kaart.svg?{vraag}")
    assert answer.mimetype == "image/svg+xml"
    drawn = ElementTree.fromstring(answer.data)  # noqa: S314
    classes = {naam for een in drawn.iter() for naam in een.get("class", "").split()}
    sheet = "".join(drawn.itertext())
    for stap in {naam for naam in classes if naam.startswith(("k0", "k3", "zonder-"))}:
        assert f".{stap}" in sheet
    assert "var(" not in answer.text
    assert DEMO in answer.text
    assert "Bron: " in answer.text
    defined = {een.get("id") for een in drawn.iter() if een.get("id")}
    for name in {part.partition(")")[0] for part in answer.text.split("url(#")[1:]}:
        assert name in defined


def test_the_drawing_comes_as_a_picture(demo_client: FlaskClient) -> None:
    answer = demo_client.get("/download/kaart.png?beeld=tegels")
    assert answer.data.startswith(PNG)
    assert answer.headers["Content-Disposition"].endswith(".png")


def test_shapes_come_with_their_figures(client: FlaskClient, link: Path, warehouse: Warehouse) -> None:
    vormen = {"features": [feature(GENT, [VIERKANT]), feature(RONSE, [ERNAAST]), feature("11002", [ERNAAST])]}
    (link.parent / KAART).write_text(json.dumps(vormen))
    answer = client.get("/download/kaart.geojson")
    assert answer.mimetype == "application/geo+json"
    beeld = kaartbeeld(warehouse.snapshot(), "kansarmoede_index")
    getoond = {vlak.nis_code: vlak for vlak in beeld.vlakken}
    assert answer.json["type"] == "FeatureCollection"
    assert [een["properties"]["nis_code"] for een in answer.json["features"]] == [GENT, RONSE]
    for een in answer.json["features"]:
        vlak = getoond[een["properties"]["nis_code"]]
        assert een["type"] == "Feature"
        assert een["properties"]["waarde"] == vlak.meting.waarde
        assert (een["properties"]["laag"] is None) == (not isinstance(vlak.interval, Interval))
    assert answer.json["features"][0]["geometry"]["coordinates"] == [VIERKANT]
    assert {"bron_titel", "uitgever", "licentie", "url"} == set(answer.json["bronnen"][0])


def test_without_boundaries_there_are_no_shapes_and_it_is_said(demo_client: FlaskClient) -> None:
    answer = demo_client.get("/download/kaart.geojson")
    assert answer.status_code == 404
    assert "De grenzen van de gemeenten zijn er nog niet" in answer.text


@pytest.mark.parametrize("soort", ["zip", "svg", "geojson"])
def test_a_download_is_of_what_was_asked_or_not_at_all(demo_client: FlaskClient, soort: str) -> None:
    for vraag in ("indicator=x", "gebied=x", "vergelijk=buren", "indicator=arop&periode=1990-12-31"):
        assert demo_client.get(f"/download/kaart.{soort}?{vraag}").status_code == 400


@pytest.mark.parametrize(
    ("vraag", "naam"),
    [
        ("", "kaart-kansarmoede-index-2022-2024-vlaanderen"),
        ("indicator=arop&gebied=provincie:limburg", "kaart-arop-2022-provincie-limburg"),
        ("indicator=arop&gebied=eigen:ronse%2Bgent&periode=2020-12-31", "kaart-arop-2020-eigen"),
        ("indicator=arop&vorm=verschil", "kaart-arop-2022-tegenover-2021-vlaanderen"),
        ("indicator=arop&vorm=naast", "kaarten-naast-arop-2022-arop-2021-vlaanderen"),
        ("indicator=arop&vorm=veelvoud", "kaarten-veelvoud-arop-2015-arop-2022-vlaanderen"),
    ],
)
def test_maps_of_another_period_or_area_have_another_name(
    demo_client: FlaskClient, vraag: str, naam: str
) -> None:
    gegeven = demo_client.get(f"/download/kaart.zip?{vraag}").headers["Content-Disposition"]
    assert f"filename=regiekompas-{naam}-2" in gegeven
