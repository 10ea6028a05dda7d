"""When something fails: a Dutch answer with the right status, and nothing of the inside."""

import logging
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.pages import home
from dashboard.shell import App


def test_healthy_names_the_build_and_nothing_else(client: FlaskClient) -> None:
    answer = client.get("/gezond")
    assert (answer.status_code, answer.json) == (200, {"stand": "20260302T093000"})


def test_not_healthy_without_figures(client: FlaskClient, link: Path) -> None:
    link.unlink()
    answer = client.get("/gezond")
    assert (answer.status_code, answer.json) == (503, {"stand": None})


def test_not_healthy_without_a_store(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"this is not a database, and certainly not a store of answers")
    answer = client.get("/gezond")
    assert (answer.status_code, answer.json) == (503, {"stand": None})


def test_an_error_in_a_page_is_500_in_dutch(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(stand: object) -> str:
        raise ValueError("secret of the inside")

    monkeypatch.setattr(home, "title", fail)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Er ging iets fout" in answer.text
    assert "secret" not in answer.text
    assert "secret of the inside" in caplog.text


def test_an_error_in_a_callback_tells_the_reader_and_the_log(
    app: App, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    from dash import Input, Output

    @app.callback(Output("ergens", "children"), Input("knop", "n_clicks"))
    def fail(clicks: int) -> str:
        raise ValueError("secret of the inside")

    with caplog.at_level(logging.ERROR):
        answer = client.post(
            "/_dash-update-component",
            json={
                "output": "ergens.children",
                "outputs": {"id": "ergens", "property": "children"},
                "inputs": [{"id": "knop", "property": "n_clicks", "value": 1}],
                "changedPropIds": ["knop.n_clicks"],
            },
        )
    assert "Dat lukte niet" in answer.json["sideUpdate"]["melding"]["children"]
    assert "secret" not in answer.text
    assert "secret of the inside" in caplog.text


def test_other_methods_are_refused_in_dutch(client: FlaskClient) -> None:
    answer = client.post("/gegevens")
    assert answer.status_code == 405
    assert "Deze pagina bestaat niet" in answer.text
