"""Pages drawn ahead: once per build, each on its own, and given again as they were drawn."""

import logging
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient

from dashboard import vooraf
from dashboard.pages import gemeente
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.vooraf import Vooraf
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from tests.dashboard.warehouse_example import BEVER, GENT, RONSE, build

LOG = logging.getLogger("test.vooraf")
TWEE = (RONSE, GENT)


@pytest.fixture
def ahead(warehouse: Warehouse, store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Vooraf:
    """Of two municipalities, without rest."""
    monkeypatch.setattr(vooraf, "gemeenten", lambda: {nis: gemeenten()[nis] for nis in TWEE})
    monkeypatch.setattr(vooraf, "RUST", 0)
    return Vooraf(warehouse, store, settings, LOG)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The municipalities of which a page is drawn, in order."""
    names: list[str] = []
    draw = gemeente._draw

    def write_down(context: object, waar: object, *asked: object) -> object:
        names.append(waar.naam)  # type: ignore[attr-defined]
        return draw(context, waar, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(gemeente, "_draw", write_down)
    return names


def content(client: FlaskClient, path: str) -> str:
    """The page without its frame, in which Dash puts something new each time."""
    return client.get(path).text.partition("<main")[2].partition("</main>")[0]


def test_who_comes_gets_the_page_that_stands_ready(
    ahead: Vooraf, drawn: list[str], client: FlaskClient
) -> None:
    plain = content(client, "/gemeente/bever")
    assert drawn == ["Bever"]
    ahead.teken(None)
    assert drawn == ["Bever", "Ronse", "Gent"]
    assert "21,5" in content(client, "/gemeente/ronse")
    assert content(client, "/gemeente/bever") == plain
    assert drawn == ["Bever", "Ronse", "Gent"]
    client.get("/gemeente/ronse?vergelijk=provincie")
    assert drawn[3:] == ["Ronse"]


def test_once_per_build(
    ahead: Vooraf, drawn: list[str], link: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    first = ahead.teken(None)
    assert first and ahead.teken(first) == first
    assert len(drawn) == 2
    build(link, "20260401T093000", verschil=1.0)
    second = ahead.teken(first)
    assert second not in (None, first)
    assert len(drawn) == 4
    assert [record.message for record in caplog.records] == ["the pages of 2 municipalities stand ready"] * 2


def test_a_page_that_fails_does_not_stop_the_others(
    ahead: Vooraf, drawn: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = SimpleNamespace(slug="nergens")
    monkeypatch.setattr(vooraf, "gemeenten", lambda: {"00000": nowhere, BEVER: gemeenten()[BEVER]})
    assert ahead.teken(None)
    assert drawn == ["Bever"]
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert record.message == "the page of nergens could not be drawn ahead" and record.exc_info


def test_without_figures_it_waits(ahead: Vooraf, link: Path) -> None:
    link.unlink()
    assert ahead.teken(None) is None


def test_it_stops_when_the_server_does(
    ahead: Vooraf, drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vooraf, "EERST", 0.0)
    monkeypatch.setattr(vooraf, "RUST", 1_000_000)
    ahead.begin()
    ahead.stop()
    assert len(drawn) <= 1
