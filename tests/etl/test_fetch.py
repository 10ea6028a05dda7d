"""Asking the sources, against servers that help and servers that do not."""

import socket
import time
from io import BytesIO
from types import SimpleNamespace

import pytest
import xlsxwriter

from etl.fetch import fetch
from etl.raw import Raw
from etl.sources import stadsmonitor, statbel_adi

HEAD = ["Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"]


def workbook(waarde=9.1, head=HEAD):
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("AR_03")
        sheet.write_row(0, 0, head)
        sheet.write_row(1, 0, ["Aalst", 41002, "Kansarmoede-index", 2024, waarde])
    return content.getvalue()


def at(page, bron=stadsmonitor):
    """A real source, but with its page on a test server."""
    return SimpleNamespace(**{**vars(bron), "PAGINA": page})


@pytest.fixture
def raw(tmp_path):
    return Raw(tmp_path / "raw")


@pytest.fixture
def ask(raw, httpserver):
    def run(*links, **limits):
        html = "".join(f"<a href='{link}'>Download</a>" for link in links)
        httpserver.expect_request("/alle-cijfers").respond_with_data(html, content_type="text/html")
        bron = at(httpserver.url_for("/alle-cijfers"))
        (outcome,) = fetch(raw, {"stadsmonitor": bron}, **limits)
        return outcome

    return run


def test_what_the_page_links_to_is_kept(ask, raw, httpserver):
    offered = workbook()
    httpserver.expect_request("/files/armoede.xlsx").respond_with_data(offered)
    first, again = ask("/files/armoede.xlsx"), ask("/files/armoede.xlsx")
    assert (first.fouten, first.nieuw, again.nieuw) == ([], 1, 0)
    (kept,) = raw.provenances()
    assert (kept.bestandsnaam, kept.url) == ("armoede.xlsx", httpserver.url_for("/files/armoede.xlsx"))
    assert raw.open(kept).inhoud == offered
    assert [one.gelukt for one in raw.attempts("stadsmonitor")] == [True, True]


@pytest.mark.parametrize(
    "body, reason",
    [
        (b"<!DOCTYPE html><title>Bewijs dat je een mens bent</title>", "webpagina"),
        (b"", "leeg"),
        (workbook()[:700], "beschadigd of onvolledig"),
        (workbook(head=["a", "b", "c", "d", "e"]), "past niet bij deze bron"),
    ],
)
def test_what_is_no_delivery_is_refused_and_the_rest_is_kept(ask, raw, httpserver, body, reason):
    httpserver.expect_request("/fout.xlsx").respond_with_data(body)
    httpserver.expect_request("/goed.xlsx").respond_with_data(workbook())
    httpserver.expect_request("/weg.xlsx").respond_with_data("weg", status=404)
    outcome = ask("/fout.xlsx", "/goed.xlsx", "/weg.xlsx")
    assert len(raw.provenances()) == 1
    refused, gone = outcome.fouten
    assert reason in refused and "fout.xlsx" in refused and "stadsmonitor" in refused
    assert "/weg.xlsx antwoordde met status 404" in gone
    (attempt,) = raw.attempts("stadsmonitor")
    assert not attempt.gelukt and "1 bestand opgehaald" in attempt.boodschap and reason in attempt.boodschap


def test_a_page_that_is_the_delivery_is_asked_once(raw, httpserver):
    httpserver.expect_request("/direct.xlsx").respond_with_data(workbook())
    bron = at(httpserver.url_for("/direct.xlsx"))
    bron.discover = lambda content, url: [url]
    (outcome,) = fetch(raw, {"stadsmonitor": bron})
    assert (outcome.nieuw, outcome.fouten) == (1, [])
    assert len(httpserver.log) == 1


def test_a_page_without_links_is_a_failure_with_a_remedy(ask):
    (told,) = ask().fouten
    assert "geen bestanden die we kennen" in told and "etl import" in told


@pytest.mark.parametrize("first", ["/gone", "/empty", "/old"])
def test_links_may_stand_on_a_second_page(raw, httpserver, first):
    httpserver.expect_request("/gone").respond_with_data("weg", status=404)
    httpserver.expect_request("/empty").respond_with_data("<a href='/over-ons'>x</a>")
    httpserver.expect_request("/old").respond_with_data("<a href='/a.xlsx'>x</a>")
    httpserver.expect_request("/new").respond_with_data("<a href='/a.xlsx'>x</a><a href='/b.xlsx'>x</a>")
    httpserver.expect_request("/a.xlsx").respond_with_data(workbook())
    httpserver.expect_request("/b.xlsx").respond_with_data(workbook(waarde=9.2))
    bron = at(httpserver.url_for(first))
    bron.OOK_OP = (httpserver.url_for("/new"),)
    (outcome,) = fetch(raw, {"stadsmonitor": bron})
    assert (outcome.nieuw, outcome.fouten) == (2, [])


def test_pages_that_all_fail_are_all_named(raw, httpserver):
    httpserver.expect_request("/gone").respond_with_data("weg", status=404)
    httpserver.expect_request("/empty").respond_with_data("<a href='/over-ons'>x</a>")
    bron = at(httpserver.url_for("/gone"))
    bron.OOK_OP = (httpserver.url_for("/empty"),)
    (outcome,) = fetch(raw, {"stadsmonitor": bron})
    gone, empty = outcome.fouten
    assert "/gone antwoordde met status 404" in gone and "/empty staan geen bestanden" in empty


def test_one_failing_source_never_stops_the_others(raw, httpserver):
    httpserver.expect_request("/p").respond_with_data("<a href='/a.xlsx'>x</a>")
    httpserver.expect_request("/a.xlsx").respond_with_data(workbook())

    def broken(content, url):
        raise KeyError("kolom")

    good = at(httpserver.url_for("/p"))
    bad = at(httpserver.url_for("/p"), statbel_adi)
    bad.discover = broken
    outcomes = {one.bron: one for one in fetch(raw, {"statbel_adi": bad, "stadsmonitor": good})}
    assert "Onverwachte fout (KeyError('kolom'))" in outcomes["statbel_adi"].fouten[0]
    assert outcomes["stadsmonitor"].nieuw == 1


def test_a_server_that_never_answers_is_left_behind(raw):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        bron = at(f"http://127.0.0.1:{silent.getsockname()[1]}/p")
        (outcome,) = fetch(raw, {"stadsmonitor": bron}, answer_seconds=0.5)
    assert "antwoordde niet op tijd" in outcome.fouten[0]
    assert not raw.attempts("stadsmonitor")[0].gelukt


def test_without_network_it_is_over_at_once(raw, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail(f"asks again after {seconds} s"))
    outcomes = fetch(raw, {f"bron{port}": at(f"http://127.0.0.1:{port}/p") for port in (9, 19, 29)})
    assert all("niet bereikbaar" in one.fouten[0] for one in outcomes)
