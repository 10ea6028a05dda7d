"""/kaart with more than one map: everything is in the first answer, light, and right."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.components.kaartadres import SAMEN
from indicators.gemeenten import gemeenten
from indicators.gemeenten.gebieden import gebieden

LIGHT = 250_000
WAYS = [
    *(f"vorm={vorm}" for vorm in SAMEN),
    "vorm=naast&indeling=afstand&naast=adi_mediaan",
    "vorm=naast&gebied=provincie:limburg&waarde=gekrompen",
    "vorm=veelvoud&indicatoren=kansarmoede_arbeid,kansarmoede_inkomen",
]


def page(client: FlaskClient, vraag: str) -> str:
    answer = client.get(f"/kaart?{vraag}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("vraag", WAYS)
def test_the_page_is_complete_and_light(demo_client: FlaskClient, vraag: str) -> None:
    html = page(demo_client, vraag)
    assert len(html.encode()) < LIGHT
    leden = gebieden()["provincie:limburg"].leden if "limburg" in vraag else gemeenten()
    assert set(re.findall(r'<tr data-nis="(\d{5})">', html)) == set(leden)
    kaarten = re.findall(r'<svg [^>]*class="fig kaart [^"]*"[^>]*><title>([^<]+)</title><desc>', html)
    assert kaarten and all(titel.strip() for titel in kaarten)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(v\d{5})"', html)) <= set(ids)


@pytest.mark.real
@pytest.mark.parametrize("vorm", SAMEN)
def test_the_boundaries_are_light_too(real_client: FlaskClient, vorm: str) -> None:
    assert len(page(real_client, f"vorm={vorm}").encode()) < LIGHT


def test_together_is_no_cause(demo_client: FlaskClient) -> None:
    for vorm in ("bivariaat", "spreiding"):
        html = page(demo_client, f"vorm={vorm}")
        assert "Samen voorkomen is geen oorzaak" in html
        assert "correlatie" not in html.lower()


def test_the_cloud_and_the_map_hold_the_same_colours(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=spreiding")
    kaart = {nis: klas for klas, nis in re.findall(r'<path class="t(\d\d)" data-nis="(\d{5})"', html)}
    wolk = {nis: klas for klas, nis in re.findall(r'<circle class="t(\d\d)" data-nis="(\d{5})"', html)}
    assert len(wolk) > 200
    assert wolk == kaart


def test_the_number_in_the_sentence_is_that_of_the_table(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=bivariaat")
    hoog = html.count("<td>allebei hoog</td>")
    assert hoog > 10
    assert f"allebei hoog in {hoog} gemeenten" in html


def test_overlap_is_refused_with_a_way_on(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=naast&naast=kansarmoede_index&periode2=2023-12-31")
    assert "tellen voor een deel dezelfde mensen" in html
    assert "<table" not in html
    link = re.search(r'<a class="btn" href="([^"]+)" data-hier>Toon 2019–2021 ernaast', html)
    assert link
    assert "<table" in demo_client.get(link[1].replace("&amp;", "&")).get_data(as_text=True)


def test_what_is_refused_can_be_changed_in_the_form(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=bivariaat&naast=bevolking")
    assert "omdat dit een aantal is" in html
    assert '<select class="form-select" id="kaart-naast" name="naast">' in html
    assert '<option value="bevolking" selected>' in html


def test_an_area_without_both_figures_is_refused_with_a_way_on(demo_client: FlaskClient) -> None:
    for vorm in ("bivariaat", "spreiding"):
        html = page(demo_client, f"vorm={vorm}&gebied=eigen:bever")
        assert "Geen enkele gemeente van dit gebied heeft beide cijfers. Kies een ander gebied" in html


def test_one_small_map_has_the_title_of_that_map(demo_client: FlaskClient) -> None:
    assert "<h1 data-meld>Inwoners met een armoederisico, 2022, Vlaanderen</h1>" in page(
        demo_client, "vorm=veelvoud&indicatoren=arop"
    )


def test_the_form_keeps_what_it_does_not_ask_for(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=veelvoud&vergelijk=provincie:limburg")
    assert '<input type="hidden" name="vergelijk" value="provincie:limburg">' in html
    assert 'href="/gemeente/ronse?vergelijk=provincie:limburg"' in html


def test_a_difference_between_periods_that_share_years_becomes_one_that_may(demo_client: FlaskClient) -> None:
    html = page(demo_client, "vorm=verschil&periode=2024-12-31&van=2023-12-31")
    assert "tellen voor een deel dezelfde mensen" in html
    assert "wat is er veranderd? 2022–2024 tegenover 2019–2021" in html
