"""Servers that do not give what they should: each is told with its address, and nothing is kept."""

import shutil
import ssl
import subprocess
import time
from types import SimpleNamespace

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from etl import http
from etl.fetch import fetch
from etl.raw import Raw
from etl.sources import stadsmonitor
from tests.etl.hostile import register


def _drip(_request) -> Response:
    def pieces():
        for _ in range(100):
            time.sleep(0.05)
            yield b"x"

    return Response(pieces())


ANSWERS = {
    "404": (Response("weg", status=404), "status 404"),
    "403": (Response("nee", status=403), "status 403"),
    "410": (Response("weg", status=410), "status 410"),
    "401": (Response("wie?", status=401), "status 401"),
    "500 again and again": (Response("stuk", status=500), "status 500"),
    "204 without a body": (Response(status=204), "status 204"),
    "another publisher": (
        Response(status=302, headers={"Location": "http://127.0.0.2/a.xlsx"}),
        "andere uitgever",
    ),
    "a file of this machine": (
        Response(status=302, headers={"Location": "file:///etc/passwd"}),
        "onveilig adres",
    ),
    "round and round": (Response(status=302, headers={"Location": "/a.xlsx"}), "verwijst te vaak door"),
    "a captcha with status 200": (Response("<html><title>Bewijs dat je een mens bent"), "webpagina"),
    "nothing at all": (Response(b""), "leeg"),
    "half a workbook": (Response(register()[:4000]), "beschadigd of onvolledig"),
    "less than promised": (
        Response(iter([b"PK\x03\x04x"]), headers={"Content-Length": "9000"}),
        "niet volledig",
    ),
    "another workbook": (Response(b"naam;bedrag\n"), "past niet bij deze bron"),
    "too much": (Response(b"x" * 400_000), "groter dan"),
    "a slow drip": (_drip, "te traag"),
}


@pytest.fixture
def ask(httpserver, tmp_path, monkeypatch):
    """Ask one source whose page links to /a.xlsx, with little patience for a drip; gives what went wrong."""
    real = http.get
    raw = Raw(tmp_path / "raw")

    def run(answer):
        def get(session, url):
            drips = answer is _drip and url.endswith("/a.xlsx")
            return real(session, url, 300_000, 1.0 if drips else http.MAX_SECONDS)

        monkeypatch.setattr(http, "get", get)
        httpserver.expect_request("/pagina").respond_with_data("<a href='/a.xlsx'>Download</a>")
        handler = httpserver.expect_request("/a.xlsx")
        handler.respond_with_handler(
            answer if callable(answer) and not isinstance(answer, Response) else lambda _: answer
        )
        bron = SimpleNamespace(**{**vars(stadsmonitor), "PAGINA": httpserver.url_for("/pagina")})
        (outcome,) = fetch(raw, {"stadsmonitor": bron})
        return outcome, raw

    return run


@pytest.mark.parametrize("name", ANSWERS)
def test_a_hostile_answer_is_told_and_not_kept(name, ask) -> None:
    answer, reason = ANSWERS[name]
    outcome, raw = ask(answer)
    (told,) = outcome.fouten
    assert reason in told and "a.xlsx" in told
    assert raw.provenances() == []
    assert not raw.attempts("stadsmonitor")[-1].gelukt


def test_500_and_then_200_is_a_delivery(ask) -> None:
    answers = iter([Response("stuk", status=500), Response(register())])
    outcome, raw = ask(lambda _: next(answers))
    assert (outcome.fouten, len(raw.provenances())) == ([], 1)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here to make a certificate")
def test_a_certificate_that_nobody_signed_is_refused(tmp_path) -> None:
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    words = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    subprocess.run([*words, "-keyout", key, "-out", cert], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with HTTPServer(ssl_context=context) as server:
        bron = SimpleNamespace(**{**vars(stadsmonitor), "PAGINA": server.url_for("/pagina")})
        (outcome,) = fetch(Raw(tmp_path / "raw"), {"stadsmonitor": bron})
    assert "de beveiligde verbinding mislukte" in outcome.fouten[0]


@pytest.mark.parametrize("text", ["Download alle cijfers", "Klik", "", "<b>Excel</b>"])
def test_the_text_of_a_link_does_not_matter(text, httpserver, tmp_path) -> None:
    httpserver.expect_request("/pagina").respond_with_data(f"<a href='/bestand_17.xlsx'>{text}</a>")
    httpserver.expect_request("/bestand_17.xlsx").respond_with_data(register())
    bron = SimpleNamespace(**{**vars(stadsmonitor), "PAGINA": httpserver.url_for("/pagina")})
    (outcome,) = fetch(Raw(tmp_path / "raw"), {"stadsmonitor": bron})
    assert (outcome.nieuw, outcome.fouten) == (1, [])
