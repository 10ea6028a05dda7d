"""The page of one indicator, as the browser asks for it: what the address says stands on it."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.omgevingsanalyse.doorsnede import provincies
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten

SMAL = "\u202f"
INDEX = "/indicator/kansarmoede_index"


def rows(page: str) -> list[str]:
    """Return the municipalities of the table, in reading order."""
    tabel = page.partition("tabel-gemeenten")[2].partition("</table>")[0]
    return [unescape(naam) for naam in re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', tabel)]


def cells(page: str, naam: str) -> str:
    """Return what the table says of one municipality, in words."""
    tabel = page.partition("tabel-gemeenten")[2].partition("</table>")[0]
    return text(next(rij for rij in tabel.split("<tr") if f">{naam}</a>" in rij).partition(">")[2])


def text(markup: str) -> str:
    return re.sub(r"\s*\n\s*| {2,}", " ", unescape(re.sub("<[^>]+>", " ", markup))).strip()


def content(client: FlaskClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("</main>")[0]


def test_all_municipalities_stand_in_the_table_those_without_a_figure_last(client: FlaskClient) -> None:
    page = content(client, INDEX)
    assert rows(page) == ["Bilzen-Hoeselt", "Gent", "Ronse", "Bever", "Herstappe"]
    assert f"21,5{SMAL}%" in cells(page, "Ronse")
    assert "Geen cijfer, omdat" in cells(page, "Bever")
    assert f"0,0{SMAL}%" not in text(page)


@pytest.mark.parametrize(
    ("search", "order"),
    [
        ("sorteer=cijfer&richting=af", ["Ronse", "Gent", "Bilzen-Hoeselt", "Bever", "Herstappe"]),
        ("sorteer=cijfer&richting=op", ["Bilzen-Hoeselt", "Gent", "Ronse", "Bever", "Herstappe"]),
        ("sorteer=gemeente&richting=af", ["Ronse", "Gent", "Bilzen-Hoeselt", "Herstappe", "Bever"]),
        ("sorteer=bestaat_niet&richting=x", ["Bilzen-Hoeselt", "Gent", "Ronse", "Bever", "Herstappe"]),
        ("gemeente=ronse", ["Ronse", "Bilzen-Hoeselt", "Gent", "Bever", "Herstappe"]),
        ("gebied=provincie:oost-vlaanderen", ["Gent", "Ronse"]),
        ("gebied=provincie:oost-vlaanderen&gemeente=bever", ["Bever", "Gent", "Ronse"]),
        ("zoek=hoeselt", ["Bilzen-Hoeselt"]),
        ("zoek=xyzzy", []),
        ("periode=2021-12-31", ["Bilzen-Hoeselt", "Gent", "Ronse", "Bever", "Herstappe"]),
    ],
)
def test_the_table_follows_the_address(client: FlaskClient, search: str, order: list[str]) -> None:
    assert rows(content(client, f"{INDEX}?{search}")) == order


def test_an_earlier_period_has_its_own_figures(client: FlaskClient) -> None:
    page = content(client, f"{INDEX}?periode=2021-12-31")
    assert f"20,0{SMAL}%" in cells(page, "Ronse")
    assert "Drie gemeenten hebben een cijfer voor 2019–2021." in text(page)


def test_a_heading_sorts_and_says_so(client: FlaskClient) -> None:
    page = content(client, f"{INDEX}?sorteer=cijfer&richting=af")
    assert page.count("aria-sort") == 1
    assert re.search(r'aria-sort="descending"><a id="sorteer-cijfer"[^>]*richting=', page) is None
    turned = re.search(r'id="sorteer-cijfer" href="([^"]+)"', page)
    assert turned and "sorteer=cijfer" in turned[1] and "richting" not in turned[1]
    assert rows(content(client, unescape(turned[1])))[0] == "Bilzen-Hoeselt"


def test_a_link_to_a_municipality_carries_the_comparator(client: FlaskClient) -> None:
    page = content(client, f"{INDEX}?gemeente=ronse&vergelijk=buren&zonder=bevolking")
    expected = (
        "/gemeente/ronse?vergelijk=buren&zonder=bevolking&indicator=kansarmoede_index#c-kansarmoede_index"
    )
    assert unescape(page).count(f'href="{expected}"') == 2
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    assert hidden.count(("vergelijk", "buren")) == 2


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("gemeente=nergens", "De gemeente “nergens” kennen we niet."),
        ("gebied=provincie:nergens", "Het gebied “provincie:nergens” kennen we niet."),
        ("gebied=centrumsteden", "Het gebied “centrumsteden” kennen we niet."),
        ("periode=1999", "Voor die periode zijn er geen cijfers."),
        ("gemeente=%3Cb%3E", "De gemeente “<b>” kennen we niet."),
    ],
)
def test_what_is_not_understood_is_said_and_not_carried_on(
    client: FlaskClient, search: str, said: str
) -> None:
    page = content(client, f"{INDEX}?{search}")
    assert said in text(page)
    assert len(rows(page)) == 5
    assert search not in page


def test_an_old_name_points_out_the_municipality_of_today(client: FlaskClient) -> None:
    assert 'id="kop-eigen">Bilzen-Hoeselt<' in content(client, f"{INDEX}?gemeente=hoeselt")


def test_without_a_known_margin_nobody_is_called_higher_or_lower(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/woonquote?gemeente=ronse")
    assert "We zeggen hier niet of een gemeente hoger of lager ligt dan Vlaanderen, omdat" in text(page)
    assert "niet te onderscheiden" not in text(page)
    assert "woordlabel" not in page
    assert "Of dat toeval is, weten we niet." in text(page)


def test_a_count_has_no_verdict_no_funnel_and_no_place(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/bevolking?gemeente=ronse")
    assert "fig-verdeling" in page
    assert "fig-trechter" not in page and "Wie valt op?" not in page
    assert "woordlabel" not in page and "Tussen alle gemeenten" not in page


def test_an_indicator_without_a_delivery_says_so_and_draws_nothing(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/oppervlakte?gemeente=ronse")
    assert "Geen cijfer, omdat het nog niet bij de bron is opgehaald." in text(page)
    assert "<svg" not in page and "<table" not in page


def test_a_place_stands_there_only_on_demand_and_never_alone(demo_client: FlaskClient) -> None:
    assert "nummer" not in text(content(demo_client, "/indicator/arop?gemeente=ronse"))
    page = text(content(demo_client, "/indicator/arop?gemeente=ronse&rang=ja"))
    assert re.search(r"nummer \d+ van de 284\. Door toeval kan .* tussen \d+ en \d+ liggen\.", page)
    assert "Een plaats zegt weinig." in page
    assert "Kies eerst een gemeente." in text(content(demo_client, "/indicator/arop?rang=ja"))
    unknown = text(content(demo_client, "/indicator/woonquote?gemeente=ronse&rang=ja"))
    assert "Een plaats in de rij geven we hier niet, omdat" in unknown and "nummer" not in unknown


def test_the_lines_are_named_and_say_how_they_were_made(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/arop")
    assert "gewogen met personen met een gekend inkomen" in text(page)
    for naam in ("Vlaanderen", *provincies()):
        assert f">{naam}</text>" in page
    midden = text(content(demo_client, "/indicator/adi_mediaan"))
    assert "De middelste gemeente van Vlaanderen: van €" in midden


def test_every_figure_has_a_table_and_a_download_that_exists(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/arop?gemeente=ronse&periode=2022-12-31")
    assert page.count("<figure") == page.count("Toon als tabel:") == 3
    asked = [unescape(adres) for adres in re.findall(r'href="(/download/[^"]+)"', page)]
    assert len(asked) == 7
    for adres in asked:
        assert demo_client.get(adres).status_code == 200, adres


def test_the_bars_count_every_municipality_once(demo_client: FlaskClient) -> None:
    page = content(demo_client, "/indicator/arop")
    tabel = page.partition('id="verdeling-tabel"')[2].partition("</table>")[0]
    geteld = [int(aantal) for aantal in re.findall(r"<td>(\d+)</td>", tabel)]
    assert sum(geteld) == 284
    assert (
        sum(int(n) for n in re.findall(r"<title>(\d+) gemeenten?: van", page)) == 2 * 284
    )  # wide and narrow


def test_no_page_of_an_indicator_fails(demo: Warehouse, demo_client: FlaskClient) -> None:
    for indicator in demo.snapshot().catalogus():
        page = content(demo_client, f"/indicator/{indicator}?gemeente=herstappe&rang=ja&sorteer=oordeel")
        assert rows(page) == [] or set(rows(page)) == {een.naam for een in gemeenten().values()}
        assert len(re.findall("<h1", page)) == 1


def test_the_title_is_that_of_the_indicator(client: FlaskClient) -> None:
    assert "<title>Kansarmoede-index: alle gemeenten · " in client.get(INDEX).text


def test_the_table_names_the_comparator_and_says_what_the_margins_are(demo_client: FlaskClient) -> None:
    arop = text(content(demo_client, "/indicator/arop"))
    assert re.search(rf"Tegenover Vlaanderen \(\d+,\d{SMAL}%\)", arop)
    assert "“Onzeker” zegt tussen welke waarden" in arop and "zelf een schatting" not in arop
    index = text(content(demo_client, INDEX))
    assert (
        "Die marges zijn zelf een schatting: hoeveel mensen er geteld zijn, komt uit een andere bron."
        in index
    )
