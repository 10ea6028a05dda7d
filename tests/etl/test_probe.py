"""Whether the sources still have the shape that we know: against a local publisher, and the real ones."""

from types import SimpleNamespace

import pytest

from etl.probe import probe
from etl.sources import BRONNEN, stadsmonitor
from tests.etl.hostile import register


@pytest.fixture
def ask(httpserver):
    def run(body, links="<a href='/register_9.xlsx'>x</a><a href='/b.csv'>y</a>"):
        httpserver.expect_request("/pagina").respond_with_data(links)
        httpserver.expect_request("/register_9.xlsx").respond_with_data(body)
        bron = SimpleNamespace(**{**vars(stadsmonitor), "PAGINA": httpserver.url_for("/pagina")})
        (found,) = probe({"stadsmonitor": bron})
        return found

    return run


def test_a_source_as_we_know_it(ask):
    found = ask(register())
    assert found.in_orde
    assert found.boodschap == "2 bestanden gevonden; register_9.xlsx heeft de verwachte vorm, 286 rijen."


@pytest.mark.parametrize(
    "body, reason",
    [
        (b"<html>captcha", "webpagina"),
        (b"naam;bedrag\n", "past niet meer bij deze bron"),
        (register()[:3000], "beschadigd"),
    ],
)
def test_a_source_that_changed_is_told(ask, body, reason):
    found = ask(body)
    assert not found.in_orde and reason in found.boodschap


def test_a_page_without_files_is_told(ask):
    found = ask(b"", links="<p>Nieuwe website")
    assert not found.in_orde and "geen bestanden die we kennen" in found.boodschap


def test_nobody_there_is_told():
    bron = SimpleNamespace(**{**vars(stadsmonitor), "PAGINA": "http://127.0.0.1:9/"})
    (found,) = probe({"stadsmonitor": bron})
    assert not found.in_orde and "niet bereikbaar" in found.boodschap


@pytest.mark.live
@pytest.mark.parametrize("naam", BRONNEN)
def test_the_real_source_has_the_shape_that_we_know(naam):
    (found,) = probe({naam: BRONNEN[naam]})
    assert found.in_orde, found.boodschap
