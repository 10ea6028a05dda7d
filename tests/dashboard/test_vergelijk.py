"""/vergelijk over Flask's client: what the address says is what the page shows."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.tekst import aantal
from dashboard.warehouse import Warehouse
from indicators.catalog import catalog
from indicators.gemeenten.gebieden import gebieden
from indicators.model import Soort

DRIE = "/vergelijk?gebieden=ronse,provincie:oost-vlaanderen,vlaanderen"


@pytest.fixture
def client(demo: Warehouse, store: Store, settings: Settings) -> FlaskClient:
    return create_app(demo, store, settings).server.test_client()


def page(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.text)


def links(tekst: str, patroon: str) -> list[str]:
    return re.findall(rf'<a [^>]*href="([^"]*)"[^>]*>{patroon}', tekst)


def chosen(tekst: str) -> list[str]:
    """The names in the list of areas, in order."""
    lijst = re.search(r'<ul class="gekozen".*?</ul>', tekst, re.S)
    return re.findall(r"<li>(.*?) <a", lijst[0]) if lijst else []


def test_the_order_of_the_address_is_kept_and_nothing_stands_twice(client: FlaskClient) -> None:
    tekst = page(client, "/vergelijk?gebieden=vlaanderen,gent,Provincie Limburg,gent&gebieden=Nevele")
    assert chosen(tekst) == ["Vlaanderen", "Gent", "provincie Limburg", "Deinze"]
    assert "<title>Vergelijk Vlaanderen, Gent, provincie Limburg en Deinze · " in tekst


def test_an_unknown_name_is_said_and_the_rest_is_shown(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE},Atlantis")
    assert "We kennen geen gemeente of gebied met de naam “Atlantis”" in tekst
    assert len(chosen(tekst)) == 3
    assert 'class="tabel warmte"' in tekst


def test_more_than_eight_are_not_dropped_in_silence(client: FlaskClient) -> None:
    tekst = page(client, "/vergelijk?gebieden=" + ",".join(list(gebieden())[:9]))
    negende = list(gebieden().values())[8].naam
    assert len(chosen(tekst)) == 8
    assert f"Dit staat er niet bij: {negende}" in tekst
    assert 'id="gebied-bij"' not in tekst


def test_a_link_takes_away_one_area_and_keeps_the_rest(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE}&domein=wonen&vergelijk=buren&indicator=arop")
    [weg] = [adres for adres in links(tekst, "haal weg") if "oost-vlaanderen" not in adres]
    assert parse_qs(urlsplit(weg).query) == {
        "gebieden": ["ronse,vlaanderen"],
        "domein": ["wonen"],
        "vergelijk": ["buren"],
        "indicator": ["arop"],
    }


@pytest.mark.parametrize("begin", ["", "?gebieden=ronse", "?gebieden=provincie:limburg"])
def test_with_fewer_than_two_there_are_examples_that_work(client: FlaskClient, begin: str) -> None:
    tekst = page(client, f"/vergelijk{begin}")
    assert "warmte" not in tekst
    voorbeelden = re.findall(r'<li><a href="(/vergelijk[^"]*)" data-hier', tekst)
    assert len(voorbeelden) >= 2
    for adres in voorbeelden:
        verder = page(client, adres)
        assert len(chosen(verder)) >= 2
        assert "alert-let-op" not in verder


def test_the_form_sends_along_what_it_does_not_show(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE}&indicator=arop&van=2020-12-31")
    form = re.search(r'<form class="filters.*?</form>', tekst, re.S)
    assert form
    verborgen = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    assert verborgen == {
        "gebieden": "ronse,provincie:oost-vlaanderen,vlaanderen",
        "indicator": "arop",
        "van": "2020-12-31",
    }


def test_the_comparator_is_named_in_every_heading_and_never_compared_with_itself(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE}&vergelijk=provincie")
    assert "De nieuwste cijfers van drie gebieden, vergeleken met de provincie Oost-Vlaanderen</h2>" in tekst
    assert "<caption>De nieuwste cijfers, vergeleken met de provincie Oost-Vlaanderen." in tekst
    assert "Provincie Oost-Vlaanderen is de vergelijking zelf." in tekst
    assert "Streepjeslijn: de provincie Oost-Vlaanderen." in tekst


def test_a_comparison_that_is_not_understood_falls_back_with_a_sentence(client: FlaskClient) -> None:
    assert "Nu staan de cijfers naast die van Vlaanderen." in page(client, f"{DRIE}&vergelijk=xyz")
    zonder = page(client, "/vergelijk?gebieden=provincie:limburg,vlaanderen&vergelijk=buren")
    assert "Deze vergelijking vertrekt van een gemeente" in zonder
    assert "Het levensdomein “xyz” bestaat niet." in page(client, f"{DRIE}&domein=xyz")
    assert "Het cijfer “xyz” kennen we niet." in page(client, f"{DRIE}&indicator=xyz")
    assert "Voor 1900 is er geen cijfer." in page(client, f"{DRIE}&van=1900")


def test_only_what_can_be_compared_is_counted(client: FlaskClient) -> None:
    tekst = page(client, "/vergelijk?gebieden=ronse,gent&domein=context")
    soorten = [een.soort for een in catalog().values() if een.levensdomein == "context"]
    assert Soort.AANTAL in soorten
    over = sum(soort is not Soort.AANTAL for soort in soorten)
    assert f"Gent, {aantal(over, 'cijfer', 'cijfers')}: " in tekst
    assert "De nieuwste cijfers van twee gemeenten, vergeleken met Vlaanderen</h2>" in tekst


def test_a_verdict_has_a_word_and_a_sign(client: FlaskClient) -> None:
    tekst = page(client, "/vergelijk?gebieden=ronse,gent,vlaanderen&domein=gezin_kinderarmoede")
    for klasse in ("gunstiger", "ongunstiger"):
        cellen = re.findall(rf'<td class="warm warm-{klasse}">(.*?)</td>', tekst, re.S)
        assert cellen
        for cel in cellen:
            assert re.search(rf"(▲ </span>hoger|▼ </span>lager), {klasse}<", cel)
            assert "tussen" in cel


def test_what_is_missing_says_why_in_the_cell_and_in_the_fold(client: FlaskClient) -> None:
    tekst = page(client, "/vergelijk?gebieden=herstappe,ronse")
    redenen = set(re.findall(r'warm-leeg" title="Geen cijfer, omdat (.*?)\.">geen cijfer<', tekst))
    assert redenen
    vouw = re.search(r'<details class="uitklap op-papier" id="ontbreekt">.*?</details>', tekst, re.S)
    assert vouw
    for reden in redenen:
        assert f"<strong>Herstappe</strong>: geen cijfer, omdat {reden}." in vouw[0]


def test_overlapping_periods_are_refused_with_one_that_works(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE}&van=2023-12-31&tot=2024-12-31")
    assert "overlappen: ze tellen voor een deel dezelfde mensen" in tekst
    [voorstel] = links(tekst, "Vergelijk 2022–2024 met 2019–2021")
    assert voorstel.endswith("#perioden")
    verder = page(client, voorstel.partition("#")[0])
    assert "overlappen" not in verder
    assert "fig-halter" in verder


def test_the_older_period_comes_first_whatever_the_order(client: FlaskClient) -> None:
    assert "2019–2021 en 2022–2024" in page(client, f"{DRIE}&van=2024-12-31&tot=2021-12-31")


def test_every_drawing_has_a_table_and_every_table_says_the_figures_are_made_up(client: FlaskClient) -> None:
    tekst = page(client, DRIE)
    assert {"fig-veelvoud", "fig-halter"} <= set(re.findall(r'class="fig (fig-\w+)"', tekst))
    assert {"evolutie-tabel", "perioden-tabel"} <= set(re.findall(r'id="([\w-]+)"', tekst))
    bijschriften = re.findall(r"<caption>(.*?)</caption>", tekst)
    assert len(bijschriften) == 3
    assert all("Voorbeeldcijfers, niet gebruiken" in een for een in bijschriften)


def test_one_measurement_is_a_sentence(client: FlaskClient) -> None:
    tekst = page(client, f"{DRIE}&indicator=oki")
    assert "Een evolutie zie je pas vanaf twee metingen" in tekst
    assert "Er zijn geen twee perioden met een cijfer." in tekst


def test_the_page_of_a_municipality_leads_here_with_its_comparator(client: FlaskClient) -> None:
    [adres] = links(page(client, "/gemeente/ronse?vergelijk=buren"), "Zet Ronse naast")
    assert adres == "/vergelijk?gebieden=ronse&vergelijk=buren"


@pytest.mark.parametrize("naam", ["kansarmoede_index", "bevolking", "adi_mediaan", "arop", "woonquote"])
def test_every_kind_of_figure_and_the_longest_names_fit(client: FlaskClient, naam: str) -> None:
    acht = (
        "herstappe,tongeren-borgloon,beveren-kruibeke-zwijndrecht,bever,voeren,centrumsteden,ronse,vlaanderen"
    )
    for vergelijk in ("vlaanderen", "eerstelijnszone", "vergelijkbaar", "grootteklasse"):
        tekst = page(client, f"/vergelijk?gebieden={acht}&indicator={naam}&vergelijk={vergelijk}")
        assert "None" not in tekst.partition("<main")[2]
        assert not re.search(r"\bnan\b", tekst)
