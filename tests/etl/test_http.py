"""The session against a friendly and a hostile server."""

import time

import pytest
from werkzeug import Response

from etl import EtlError, http

XLSX = b"PK\x03\x04" + b"x" * 2000


@pytest.fixture
def session():
    with http.session() as made:
        yield made


def test_a_file_comes_with_its_name(httpserver, session):
    httpserver.expect_request("/cijfers 2024.xlsx").respond_with_data(XLSX)
    answer = http.get(session, httpserver.url_for("/cijfers%202024.xlsx"))
    assert (answer.inhoud, answer.bestandsnaam) == (XLSX, "cijfers 2024.xlsx")
    asked, _ = httpserver.log[0]
    assert asked.headers["User-Agent"].startswith("Regiekompas/")


@pytest.mark.parametrize("status", [403, 404])
def test_a_refusal_is_not_asked_again(httpserver, session, status):
    httpserver.expect_request("/a.xlsx").respond_with_data("nee", status=status)
    with pytest.raises(EtlError, match=f"status {status}"):
        http.get(session, httpserver.url_for("/a.xlsx"))
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(httpserver, session, status):
    httpserver.expect_ordered_request("/a.xlsx").respond_with_data(
        "straks", status=status, headers={"Retry-After": "1"}
    )
    httpserver.expect_ordered_request("/a.xlsx").respond_with_data(XLSX)
    begin = time.monotonic()
    assert http.get(session, httpserver.url_for("/a.xlsx")).inhoud == XLSX
    assert time.monotonic() - begin >= 1


def test_a_slow_drip_is_cut_off(httpserver, session):
    def drip(_request):
        def pieces():
            for _ in range(50):
                time.sleep(0.05)
                yield b"x"

        return Response(pieces())

    httpserver.expect_request("/a.csv").respond_with_handler(drip)
    with pytest.raises(EtlError, match="te traag"):
        http.get(session, httpserver.url_for("/a.csv"), max_seconds=0.5)


def test_a_file_that_never_ends_is_cut_off(httpserver, session):
    httpserver.expect_request("/a.csv").respond_with_data(b"x" * 300_000)
    with pytest.raises(EtlError, match="groter dan"):
        http.get(session, httpserver.url_for("/a.csv"), max_bytes=100_000)


def test_a_truncated_file_is_no_delivery(httpserver, session):
    httpserver.expect_request("/a.xlsx").respond_with_handler(
        lambda _request: Response(iter([XLSX]), headers={"Content-Length": str(len(XLSX) + 10)})
    )
    with pytest.raises(EtlError, match="niet volledig"):
        http.get(session, httpserver.url_for("/a.xlsx"))


def test_redirects_stay_with_the_publisher(httpserver, session):
    port = httpserver.port
    httpserver.expect_request("/oud").respond_with_data(
        status=301, headers={"Location": "/nieuw/cijfers.xlsx"}
    )
    httpserver.expect_request("/nieuw/cijfers.xlsx").respond_with_data(XLSX)
    httpserver.expect_request("/weg").respond_with_data(
        status=302, headers={"Location": f"http://127.0.0.1:{port}/nieuw/cijfers.xlsx"}
    )
    httpserver.expect_request("/schijf").respond_with_data(
        status=302, headers={"Location": "file:///etc/passwd"}
    )
    httpserver.expect_request("/rond").respond_with_data(status=302, headers={"Location": "/rond"})

    assert http.get(session, httpserver.url_for("/oud")).bestandsnaam == "cijfers.xlsx"
    for path, reason in {"/weg": "andere uitgever", "/schijf": "onveilig adres", "/rond": "te vaak"}.items():
        with pytest.raises(EtlError, match=reason):
            http.get(session, httpserver.url_for(path))


def test_the_publisher_is_the_domain_not_the_machine():
    on = "https://gemeente-stadsmonitor.vlaanderen.be/a"
    assert http._redirected(on, "https://assets.vlaanderen.be/b") == "https://assets.vlaanderen.be/b"
    with pytest.raises(EtlError, match="onveilig"):
        http._redirected(on, "http://assets.vlaanderen.be/b")
    with pytest.raises(EtlError, match="andere uitgever"):
        http._redirected("http://10.0.0.1/a", "http://10.9.0.1/a")


def test_nobody_there_is_said_at_once(session, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: pytest.fail(f"asks again after {seconds} s"))
    with pytest.raises(EtlError, match="niet bereikbaar"):
        http.get(session, "http://127.0.0.1:9/a")
