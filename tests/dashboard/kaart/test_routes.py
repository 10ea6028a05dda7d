"""The data of a map and its shapes over HTTP: light, right, and kept as long as they hold."""

import gzip
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.figures.vormen import geografische_vormen
from dashboard.kaart.beeld import kaartbeeld
from dashboard.kaart.data import OORDEEL, ZONDER
from dashboard.kaart.grenzen import FOR_EVER
from dashboard.kaart.vormen import UITGAVE, gekozen_vormen, tegelnaam, vormnaam
from dashboard.omgevingsanalyse.achtergrond import achtergrond, perioden
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from indicators.statistics import Interval
from tests.dashboard.figures.test_vormen import KAART as VORM
from tests.dashboard.warehouse_example import KAART

LIGHT = 6_000
CHOICES = ("", "&waarde=gekrompen&aantal=7", "&indeling=verschil", "&stippen=ja&indeling=natuurlijk")


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 6))


@pytest.mark.parametrize("keuze", CHOICES)
def test_a_change_of_indicator_is_light(demo_client: FlaskClient, demo: Warehouse, keuze: str) -> None:
    for indicator in list(achtergrond(demo.snapshot()).catalogus)[::6]:
        answer = demo_client.get(f"/kaart.json?indicator={indicator}{keuze}")
        assert (answer.status_code, answer.mimetype) == (200, "application/json")
        assert weight(answer.data) < LIGHT, indicator


@pytest.mark.real
@pytest.mark.slow
def test_real_figures_are_as_light(real_client: FlaskClient, real: Warehouse) -> None:
    for indicator in achtergrond(real.snapshot()).catalogus:
        answer = real_client.get(f"/kaart.json?indicator={indicator}&waarde=gekrompen&aantal=7")
        assert answer.status_code == 200, indicator
        assert weight(answer.data) < LIGHT, indicator


@pytest.mark.parametrize("indeling", ["kwantielen", "verschil"])
def test_the_data_says_what_the_map_shows(demo_client: FlaskClient, demo: Warehouse, indeling: str) -> None:
    data = demo_client.get(f"/kaart.json?indeling={indeling}&gebied=provincie:limburg").json
    beeld = kaartbeeld(demo.snapshot(), "kansarmoede_index", gebied="provincie:limburg", indeling=indeling)
    assert len(data["klassen"]) == len(beeld.legende)
    assert data["aantallen"] == [regel.aantal for regel in beeld.legende]
    for nummer, vlak in enumerate(beeld.vlakken):
        teken = "-" if not vlak.binnen else ZONDER[vlak.zonder] if vlak.klas is None else str(vlak.klas)
        assert data["klas"][nummer] == teken
        assert data["onzeker"][nummer] == str(int(vlak.onzeker))
        waarde = vlak.meting.waarde if vlak.meting else None
        assert data["waarde"][nummer] == (waarde if waarde is None else pytest.approx(waarde, abs=1e-4))
        laag = vlak.interval.laag if isinstance(vlak.interval, Interval) else None
        assert data["laag"][nummer] == (laag if laag is None else pytest.approx(laag, abs=0.051))
        assert data["oordeel"][nummer] == OORDEEL.get(getattr(vlak.oordeel, "positie", None), "-")
    assert "<svg" in data["legende"]
    assert data["bronnen"].count("Bron: ") == len({vlak.levering for vlak in beeld.getoond if vlak.levering})


def test_all_periods_come_at_once_with_the_same_classes(demo_client: FlaskClient, demo: Warehouse) -> None:
    answer = demo_client.get("/kaart.json?indicator=arop&perioden=alle")
    stand = demo.snapshot()
    assert [een["periode"] for een in answer.json["reeks"]] == [
        str(een.einde) for een in perioden(stand, "arop")
    ]
    for een in answer.json["reeks"]:
        los = demo_client.get(f"/kaart.json?indicator=arop&periode={een['periode']}").json
        assert {naam: los[naam] for naam in een} == een
        assert los["klassen"] == answer.json["klassen"]
    assert weight(answer.data) < 3 * LIGHT


def test_two_periods_give_the_change_of_each(demo_client: FlaskClient) -> None:
    data = demo_client.get("/kaart.json?indicator=arop&vorm=verschil&periode=2022-12-31&van=2019-12-31").json
    assert (data["periode"], data["vorige"]) == ("2022-12-31", "2019-12-31")
    nu, toen = (
        demo_client.get(f"/kaart.json?indicator=arop&periode={dag}").json["waarde"]
        for dag in ("2022-12-31", "2019-12-31")
    )
    for nummer, verschil in enumerate(data["verschil"]):
        if verschil is not None:
            assert verschil == pytest.approx(nu[nummer] - toen[nummer], abs=0.051)


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("indicator=x", "kennen we niet"),
        ("indeling=x", "kennen we niet"),
        ("waarde=x", "kennen we niet"),
        ("gemeente=parijs", "kennen we niet"),
        ("aantal=vijf", "geen aantal"),
        ("aantal=9", "3 tot 7"),
        ("gebied=provincie:x", "bestaat niet"),
        ("vergelijk=eigen:parijs", "parijs"),
        ("vorm=verschil&periode=2024-12-31&van=2023-12-31", "overlappen"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(demo_client: FlaskClient, vraag: str, zin: str) -> None:
    answer = demo_client.get(f"/kaart.json?{vraag}")
    assert answer.status_code == 400
    assert zin in answer.json["fout"]


def test_a_period_that_an_indicator_lacks_becomes_the_newest_and_that_is_said(
    demo_client: FlaskClient,
) -> None:
    data = demo_client.get("/kaart.json?indicator=arop&periode=1990-12-31").json
    assert data["periode"] == demo_client.get("/kaart.json?indicator=arop").json["periode"]
    assert "de nieuwste" in data["noten"][0]


def test_a_comparator_of_one_municipality_needs_one(demo_client: FlaskClient) -> None:
    zonder = demo_client.get("/kaart.json?vergelijk=buren").json
    assert zonder["tegenover"]["naam"] == "Vlaanderen"
    assert "Kies eerst een gemeente" in zonder["noten"][0]
    met = demo_client.get("/kaart.json?vergelijk=buren&gemeente=ronse").json
    assert met["tegenover"]["naam"] == "de buurgemeenten van Ronse"


def test_what_did_not_change_is_not_sent_again(demo_client: FlaskClient, demo: Warehouse) -> None:
    first = demo_client.get("/kaart.json")
    again = demo_client.get("/kaart.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["Cache-Control"] == "no-cache"
    named = demo_client.get(f"/kaart.json?stand={demo.snapshot().id}")
    assert named.headers["Cache-Control"] == "public, max-age=3600"  # a newer app says it in other words
    assert demo_client.get("/kaart.json?stand=20010101T000000").headers["Cache-Control"] == "no-cache"


def test_the_tiles_may_be_kept_for_ever_in_the_order_of_the_data(demo_client: FlaskClient) -> None:
    answer = demo_client.get(f"/kaart/vormen-{tegelnaam()}.json")
    assert answer.headers["Cache-Control"] == FOR_EVER
    assert answer.json["nis"] == list(gemeenten())
    assert len(answer.json["pad"]) == len(answer.json["naam"]) == len(answer.json["midden"]) == 285


def test_boundaries_become_shapes_under_the_name_of_their_file(
    client: FlaskClient, link: Path, warehouse: Warehouse
) -> None:
    (link.parent / KAART).write_text(json.dumps(VORM))
    naam = vormnaam(warehouse.snapshot(), "285")
    assert naam == f"285-0123456789ab-{UITGAVE}"
    answer = client.get(f"/kaart/vormen-{naam}.json")
    assert answer.headers["Cache-Control"] == FOR_EVER
    assert answer.json["nis"] == ["11002", "44021"]
    assert gekozen_vormen(link.parent, warehouse.snapshot(), tegels=False)[0] == naam


def test_without_boundaries_the_tiles_serve_alone(link: Path, warehouse: Warehouse) -> None:
    for tegels in (True, False):
        assert gekozen_vormen(link.parent, warehouse.snapshot(), tegels)[0] == tegelnaam()


@pytest.mark.parametrize(
    "naam", ["tegels-0123456789ab", "285-ffffffffffff-1", "285-0123456789ab-99", "..%2f285", "285", ""]
)
def test_shapes_with_another_name_are_not_there(client: FlaskClient, naam: str) -> None:
    assert client.get(f"/kaart/vormen-{naam}.json").status_code == 404


def test_the_uitgave_is_raised_when_the_same_boundaries_give_other_shapes() -> None:
    """Browsers keep shapes for ever by this number: raise it with the text below."""
    assert (UITGAVE, geografische_vormen(VORM, "285").paden) == (
        1,
        {
            "44021": "m0 529.7l333.3 0 0-529.7-333.3 0zm66.7-106l66.6 0 0-105.9z",
            "11002": "m333.3 529.7l666.7 0 0-529.7-666.7 0z",
        },
    )
