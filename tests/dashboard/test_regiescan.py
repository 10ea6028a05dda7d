"""The regiescan over HTTP: what is written, what is refused, and what two people on one answer see."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.components import regievraag as deel
from dashboard.store import Store
from tests.dashboard.reading import words
from tests.dashboard.warehouse_example import RONSE

VRAAG = "beleidsvrijheid"
OWN_PAGE = {"Origin": "http://localhost"}
ELSEWHERE = {"Origin": "http://localhost", "X-Forwarded-For": "10.0.0.1"}


def _id(part: str, vraag: str = VRAAG) -> str:
    return json.dumps({"type": part, "vraag": vraag}, separators=(",", ":"), sort_keys=True)


@pytest.fixture
def press(client: FlaskClient) -> Callable[..., dict[str, Any]]:
    """Trigger one part of one question; return what comes back for each of its parts."""

    def run(
        part: str, keuze: Any, bewaard: dict[str, Any], scan: int, headers: Any = OWN_PAGE
    ) -> dict[str, Any]:
        outputs = [
            (deel.KEUZE, "value"),
            (deel.BEWAARD, "data"),
            (deel.MELDING, "children"),
            (deel.BOTSING, "hidden"),
            (deel.UITLEG, "children"),
        ]
        pattern = "..{}..".format("...".join(f'{{"type":"{t}","vraag":["MATCH"]}}.{p}' for t, p in outputs))

        def given(soort: str, prop: str, value: Any = None) -> dict[str, Any]:
            return {"id": {"type": soort, "vraag": VRAAG}, "property": prop, "value": value}

        prop = "value" if part == deel.KEUZE else "n_clicks"
        answer = client.post(
            "/_dash-update-component",
            headers=headers,
            json={
                "output": pattern,
                "outputs": [{"id": {"type": t, "vraag": VRAAG}, "property": p} for t, p in outputs],
                "inputs": [
                    given(deel.KEUZE, "value", keuze),
                    given(deel.WIS, "n_clicks", 1),
                    given(deel.MIJN, "n_clicks", 1),
                    given(deel.ANDER, "n_clicks", 1),
                ],
                "state": [
                    given(deel.BEWAARD, "data", bewaard),
                    {"id": "regiescan-beoordeling", "property": "data", "value": scan},
                ],
                "changedPropIds": [f"{_id(part)}.{prop}"],
            },
        )
        assert answer.status_code == 200, answer.text
        given_back = answer.json["response"]
        return {t: given_back.get(_id(t), {}).get(p) for t, p in outputs}

    return run


LEEG = {"waarde": None, "versie": None}


def kept(store: Store) -> Any:
    lopend = store.lopende(RONSE)
    return lopend.waarden.get(VRAAG) if lopend else None


def test_an_answer_is_kept_at_once_and_says_when(press: Callable[..., Any], store: Store) -> None:
    back = press(deel.KEUZE, 4, LEEG, store.begin(RONSE).id)
    assert kept(store) == 4
    assert back[deel.MELDING].startswith("Bewaard om ")
    assert back[deel.BEWAARD]["waarde"] == 4


def test_an_answer_can_be_changed_and_wiped(press: Callable[..., Any], store: Store) -> None:
    scan = store.begin(RONSE).id
    first = press(deel.KEUZE, 4, LEEG, scan)
    second = press(deel.KEUZE, 5, first[deel.BEWAARD], scan)
    assert kept(store) == 5
    wiped = press(deel.WIS, 5, second[deel.BEWAARD], scan)
    assert kept(store) is None
    assert wiped[deel.KEUZE] is None
    assert wiped[deel.MELDING].startswith("Gewist om ")


def test_two_people_on_one_answer_see_both_and_choose(press: Callable[..., Any], store: Store) -> None:
    scan = store.begin(RONSE).id
    store.bewaar(scan, VRAAG, 2, None)
    clash = press(deel.KEUZE, 6, LEEG, scan)
    assert kept(store) == 2
    assert clash[deel.BOTSING] is False
    assert "helemaal akkoord" in clash[deel.UITLEG]
    assert "niet akkoord" in clash[deel.UITLEG]
    other = press(deel.ANDER, 6, clash[deel.BEWAARD], scan)
    assert (kept(store), other[deel.KEUZE], other[deel.BOTSING]) == (2, 2, True)
    mine = press(deel.MIJN, 6, clash[deel.BEWAARD], scan)
    assert (kept(store), mine[deel.BOTSING]) == (6, True)


def test_a_finished_regiescan_takes_no_more_answers(press: Callable[..., Any], store: Store) -> None:
    scan = store.begin(RONSE).id
    store.rond_af(scan)
    back = press(deel.KEUZE, 4, LEEG, scan)
    assert "afgerond" in back[deel.MELDING]
    assert back[deel.KEUZE] is None
    assert store.afgeronde(RONSE)[0].waarden == {}


def test_from_elsewhere_nothing_is_written(press: Callable[..., Any], store: Store) -> None:
    back = press(deel.KEUZE, 4, LEEG, store.begin(RONSE).id, headers=ELSEWHERE)
    assert kept(store) is None
    assert back[deel.MELDING].startswith("Invullen kan voorlopig niet")
    assert press(deel.KEUZE, 4, LEEG, 1, headers={})[deel.KEUZE] is None
    assert kept(store) is None


def test_begin_finish_and_begin_again_with_a_copy(ask: Callable[..., Any], store: Store) -> None:
    page = ask("inhoud.children", adres_pathname="/regiescan/ronse", adres_search="")
    assert "Begin de regiescan" in words(page)
    assert "0 van 26 beantwoord" in words(
        ask("regiescan-lichaam.children", regiescan_begin_n_clicks=1, regiescan_gemeente_data="ronse")
    )
    scan = store.lopende(RONSE)
    assert scan
    store.bewaar(scan.id, VRAAG, 4, None)
    store.rond_af(scan.id)
    again = ask("regiescan-lichaam.children", regiescan_begin_n_clicks=1, regiescan_gemeente_data="ronse")
    assert "1 van 26 beantwoord" in words(again)
    assert "Afgeronde regiescans" in words(again)


def test_the_page_resumes_where_it_stopped(ask: Callable[..., Any], store: Store) -> None:
    scan = store.begin(RONSE)
    store.bewaar(scan.id, VRAAG, 4, None)
    store.bewaar(scan.id, "rol_01_gewenst", "behouden", None)
    page = ask("inhoud.children", adres_pathname="/regiescan/ronse", adres_search="")
    assert "2 van 26 beantwoord" in words(page)
    assert json.dumps(page).count('"value": "behouden"') == 13  # one choice per role, and the answer
