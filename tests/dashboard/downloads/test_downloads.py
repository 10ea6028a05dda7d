"""Downloads as a browser asks for them: what is in them is what the page says."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard import VERSIE
from dashboard.downloads.kolommen import KOLOMMEN
from dashboard.omgevingsanalyse.analyse import Analyse, analyseer
from dashboard.tekst import DEMO
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from indicators.statistics import Aggregaat, Interval, Oordeel
from tests.dashboard.downloads.lezen import number, opened

PNG = b"\x89PNG\r\n\x1a\n"
TREKKING = list(gemeenten().values())[::15]
"""One municipality in fifteen: nineteen of them."""


def problems(rijen: list[dict[str, str]], analyse: Analyse) -> list[str]:
    """What a zip says otherwise than the analysis that the page is made of."""
    wrong = []
    for rij in rijen:
        regel = analyse.regels[rij["indicator"]]
        interval = regel.interval if isinstance(regel.interval, Interval) and regel.meting else None
        gevonden = regel.vergelijking if isinstance(regel.vergelijking, Aggregaat) else None
        gelijk = {
            "waarde": regel.meting.waarde if regel.meting else None,
            "laag": interval.laag if interval else None,
            "hoog": interval.hoog if interval else None,
            "vergelijking_waarde": gevonden.waarde if gevonden else None,
        }
        for kolom, waarde in gelijk.items():
            if number(rij[kolom]) != pytest.approx(waarde, abs=1e-6):
                wrong.append(f"{rij['indicator']} {kolom}: {rij[kolom]} is not {waarde}")
        oordeel = str(regel.oordeel.positie) if isinstance(regel.oordeel, Oordeel) else ""
        if rij["oordeel"] != oordeel:
            wrong.append(f"{rij['indicator']}: {rij['oordeel']} is not {oordeel}")
        if bool(rij["waarde"]) == bool(rij["reden"]):
            wrong.append(f"{rij['indicator']}: neither a figure nor a reason, or both")
    return wrong


@pytest.mark.parametrize("vergelijk", ["vlaanderen", "provincie", "vergelijkbaar", "eigen:gent+aalst"])
def test_the_zip_of_a_municipality_says_what_the_page_says(
    demo_client: FlaskClient, demo: Warehouse, vergelijk: str
) -> None:
    for waar in TREKKING:
        pad = f"/download/gemeente/{waar.slug}/alles.zip?vergelijk={vergelijk}"
        rijen, metadata, _ = opened(demo_client, pad)
        eigen = [rij for rij in rijen if rij["nis_code"] == waar.nis_code]
        analyse = analyseer(demo.snapshot(), waar.nis_code, vergelijk)
        assert [rij["indicator"] for rij in eigen] != []
        assert {rij["indicator"] for rij in eigen} == set(analyse.regels)
        assert problems(eigen, analyse) == []
        assert {lid["nis_code"] for lid in metadata["vergelijking"]["leden"]} == set(analyse.groep.leden)


def test_a_levensdomein_holds_its_own_figures_only(demo_client: FlaskClient) -> None:
    rijen, metadata, _ = opened(demo_client, "/download/gemeente/ronse/wonen.zip")
    assert rijen
    assert {een["levensdomein"] for een in metadata["indicatoren"]} == {"wonen"}
    assert {rij["indicator"] for rij in rijen} == {een["indicator"] for een in metadata["indicatoren"]}


def test_every_figure_leads_to_its_file_and_licence(demo_client: FlaskClient) -> None:
    rijen, metadata, tekst = opened(demo_client, "/download/gemeente/ronse/alles.zip")
    bestanden = {een["levering"]: een for een in metadata["leveringen"]}
    for rij in rijen:
        if rij["waarde"]:
            een = bestanden[rij["levering"]]
            assert len(een["sha256"]) == 64
            assert een["licentie"] and een["bestandsnaam"] in tekst and een["sha256"] in tekst


def test_a_series_holds_every_period_and_judges_the_newest_only(
    demo_client: FlaskClient, demo: Warehouse
) -> None:
    pad = "/download/gemeente/ronse/indicator/arop.zip?vergelijk=provincie"
    rijen, _, _ = opened(demo_client, pad)
    regel = analyseer(demo.snapshot(), "45041", "provincie").regels["arop"]
    assert [number(rij["waarde"]) for rij in rijen] == pytest.approx([een.waarde for een in regel.reeks])
    assert rijen[-1]["oordeel"]
    assert not any(rij["oordeel"] for rij in rijen[:-1])
    assert all(rij["laag"] and rij["vergelijking_waarde"] for rij in rijen)


def test_after_a_merger_the_figures_of_the_predecessors_come_along(client: FlaskClient) -> None:
    rijen, _, _ = opened(client, "/download/gemeente/bilzen-hoeselt/wonen.zip")
    assert [(rij["naam"], rij["waarde"]) for rij in rijen] == [
        ("Bilzen-Hoeselt", ""),
        ("Bilzen", "22"),
        ("Hoeselt", "24"),
    ]


def test_what_is_missing_is_never_zero(client: FlaskClient) -> None:
    rijen, _, _ = opened(client, "/download/gemeente/herstappe/alles.zip")
    assert rijen
    assert [rij["waarde"] for rij in rijen] == [""] * len(rijen)
    assert all(rij["reden"] for rij in rijen)


def test_the_metadata_lead_back_to_the_page_in_the_same_state(prefixed: FlaskClient) -> None:
    pad = "/regiekompas/download/gemeente/ronse/wonen.zip?vergelijk=eigen:gent"
    _, metadata, tekst = opened(prefixed, pad)
    assert metadata["pagina"] == "http://localhost/regiekompas/gemeente/ronse?vergelijk=eigen:gent#d-wonen"
    assert metadata["pagina"] in tekst
    assert prefixed.get(metadata["pagina"]).status_code == 200
    assert (metadata["stand"], metadata["versie"]) == ("20260302T093000", VERSIE)


def test_an_unknown_licence_is_called_so(client: FlaskClient) -> None:
    _, metadata, tekst = opened(client, "/download/gemeente/ronse/wonen.zip")
    assert {een["licentie"] for een in metadata["leveringen"]} == {"onbekend"}
    assert "Licentie: onbekend. De bron zegt niet wat je met deze cijfers mag doen." in tekst


def test_every_column_is_explained_beside_the_figures(client: FlaskClient) -> None:
    rijen, metadata, tekst = opened(client, "/download/gemeente/ronse/wonen.zip")
    assert list(rijen[0]) == list(KOLOMMEN) == list(metadata["kolommen"])
    assert all(f"- {naam}: " in tekst for naam in KOLOMMEN)


@pytest.mark.parametrize("deel", ["wonen", "alles", "indicator/kansarmoede_index"])
def test_made_up_figures_say_so_in_every_kind_of_download(demo_client: FlaskClient, deel: str) -> None:
    rijen, metadata, tekst = opened(demo_client, f"/download/gemeente/ronse/{deel}.zip")
    assert {rij["demo"] for rij in rijen} == {"ja"}
    assert metadata["waarschuwing"] == DEMO
    assert DEMO.upper() in tekst
    assert DEMO in demo_client.get(f"/download/gemeente/ronse/{deel}.svg").text


def test_figures_of_a_source_carry_no_such_mark(client: FlaskClient) -> None:
    rijen, metadata, tekst = opened(client, "/download/gemeente/ronse/alles.zip")
    assert {rij["demo"] for rij in rijen} == {"nee"}
    assert metadata["waarschuwing"] is None
    assert DEMO.upper() not in tekst
    assert DEMO not in client.get("/download/gemeente/ronse/indicator/kansarmoede_index.svg").text


def test_a_drawing_names_comparator_period_and_source(demo_client: FlaskClient) -> None:
    svg = demo_client.get("/download/gemeente/ronse/indicator/arop.svg?vergelijk=provincie").text
    tekst = " ".join(re.findall("<text[^>]*>([^<]*)</text>", svg))
    assert "provincie Oost-Vlaanderen" in tekst
    assert "Bron: " in tekst
    assert "licentie: " in tekst
    assert not re.search(r"\b(class|style)=\"[^\"]*var\(", svg)


def test_a_png_is_the_same_drawing_twice_as_large(client: FlaskClient) -> None:
    pad = "/download/gemeente/ronse/indicator/kansarmoede_index"
    svg, png = client.get(f"{pad}.svg"), client.get(f"{pad}.png")
    breedte = float(re.search('viewBox="0 0 ([0-9.]+) ', svg.text)[1])  # type: ignore[index]
    assert (svg.mimetype, png.mimetype) == ("image/svg+xml", "image/png")
    assert png.data.startswith(PNG)
    assert int.from_bytes(png.data[16:20]) == pytest.approx(2 * breedte, abs=1)


def test_a_file_is_named_after_its_content_and_the_day_of_the_build(client: FlaskClient) -> None:
    def name(path: str) -> str:
        return client.get(path).headers["Content-Disposition"].partition("filename=")[2]

    assert name("/download/gemeente/ronse/wonen.zip") == "regiekompas-ronse-wonen-2026-03-02.zip"
    eigen = name("/download/gemeente/ronse/indicator/kansarmoede_index.svg?vergelijk=eigen:gent")
    assert eigen == "regiekompas-ronse-kansarmoede-index-eigen-2026-03-02.svg"


def test_the_same_build_gives_the_same_bytes_and_a_browser_need_not_fetch_them_again(
    client: FlaskClient,
) -> None:
    eerste = client.get("/download/gemeente/ronse/alles.zip")
    tweede = client.get("/download/gemeente/ronse/alles.zip", headers={"Host": "elders"})
    assert client.get("/download/gemeente/ronse/alles.zip").data == eerste.data
    assert tweede.data != eerste.data, "the address of the page in it is that of another host"
    assert eerste.headers["Cache-Control"] == "no-cache"
    again = client.get(
        "/download/gemeente/ronse/alles.zip", headers={"If-None-Match": eerste.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/download/gemeente/atlantis/wonen.zip",
        "/download/gemeente/ronse/sterrenkunde.zip",
        "/download/gemeente/ronse/wonen.pdf",
        "/download/gemeente/ronse/indicator/bestaat_niet.zip",
        "/download/gemeente/herstappe/alles.svg",
        "/download/gemeente/ronse/indicator/woonquote.png",
        "/download/indicator/bestaat_niet.zip",
        "/download/indicator/stadsmonitor_sa_01.zip",
        "/download/",
    ],
)
def test_what_is_not_there_is_404_in_dutch(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Deze pagina bestaat niet" in answer.text


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("vergelijk=maan", "De vergelijking &#39;maan&#39; bestaat niet"),
        ("vergelijk=eigen:atlantis", "Deze gemeenten kennen we niet: atlantis"),
        ("vergelijk=vergelijkbaar&zonder=kleur", "Het kenmerk &#39;kleur&#39; bestaat niet"),
    ],
)
def test_what_cannot_be_understood_is_400_with_the_reason(client: FlaskClient, vraag: str, zin: str) -> None:
    answer = client.get(f"/download/gemeente/ronse/wonen.zip?{vraag}")
    assert answer.status_code == 400
    assert zin in answer.text


@pytest.mark.parametrize("deel", ["wonen", "gezin_kinderarmoede", "context", "alles"])
def test_every_municipality_with_a_figure_can_be_drawn(
    demo_client: FlaskClient, demo: Warehouse, deel: str
) -> None:
    """Also with counts only, one value or an estimate."""
    for waar in TREKKING:
        regels = analyseer(demo.snapshot(), waar.nis_code, "buren").regels.values()
        bekend = any(een.meting for een in regels if deel in ("alles", een.indicator["levensdomein"]))
        answer = demo_client.get(f"/download/gemeente/{waar.slug}/{deel}.svg?vergelijk=buren")
        assert (waar.slug, answer.status_code) == (waar.slug, 200 if bekend else 404)


def names(gegevens: Any) -> set[str]:
    """Every key in a JSON object, at any depth."""
    if isinstance(gegevens, dict):
        return set(gegevens).union(*map(names, gegevens.values()))
    return set().union(*map(names, gegevens)) if isinstance(gegevens, list) else set()


def test_every_column_and_key_stands_in_the_list_of_words(demo_client: FlaskClient) -> None:
    _, metadata, _ = opened(demo_client, "/download/gemeente/ronse/alles.zip")
    begrippen = (Path(__file__).parents[3] / "docs" / "begrippen.md").read_text("utf-8")
    assert sorted({*KOLOMMEN, *names(metadata)} - set(re.findall(r"`([^`\n]+)`", begrippen))) == []


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSIE
