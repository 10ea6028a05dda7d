"""Who may write: each condition alone is enough to refuse."""

import pytest
from werkzeug.datastructures import Headers

from dashboard.security import may_write

HERE = {"SERVER_NAME": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1"}
OWN = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050", "Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("environ", "headers"),
    [
        ({}, {}),
        ({"SERVER_NAME": "::1", "REMOTE_ADDR": "::1"}, {"Host": "[::1]:8050", "Origin": "http://[::1]:8050"}),
        ({"REMOTE_ADDR": "::ffff:127.0.0.1"}, {}),
        ({"SERVER_NAME": "localhost"}, {"Host": "localhost:8050", "Origin": "http://localhost:8050"}),
        ({}, {"Host": "localhost", "Origin": "http://localhost"}),
    ],
)
def test_our_own_page_on_this_machine_may_write(environ: dict[str, str], headers: dict[str, str]) -> None:
    assert may_write(HERE | environ, Headers(OWN | headers)) is None


@pytest.mark.parametrize(
    ("environ", "headers", "reason"),
    [
        ({"SERVER_NAME": "0.0.0.0"}, {}, "enkel op je eigen computer"),  # noqa: S104
        ({"SERVER_NAME": "192.168.1.7"}, {}, "enkel op je eigen computer"),
        ({"SERVER_NAME": ""}, {}, "enkel op je eigen computer"),
        ({"SERVER_NAME": "localhost.evil.be"}, {}, "enkel op je eigen computer"),
        ({"REMOTE_ADDR": "192.168.1.8"}, {}, "waar het Regiekompas draait"),
        ({"REMOTE_ADDR": ""}, {}, "waar het Regiekompas draait"),
        ({}, {"Host": "regie.evil.be", "Origin": "http://regie.evil.be"}, "localhost"),
        ({}, {"Host": "localhost.evil.be", "Origin": "http://localhost.evil.be"}, "localhost"),
        ({}, {"Host": "localhost@evil.be", "Origin": "http://localhost@evil.be"}, "localhost"),
        ({}, {"Host": "[::1", "Origin": "http://[::1"}, "localhost"),
        ({}, {"Host": ""}, "localhost"),
        ({}, {"X-Forwarded-For": "127.0.0.1"}, "tussenliggende server"),
        ({}, {"x-forwarded-host": "localhost"}, "tussenliggende server"),
        ({}, {"Forwarded": "for=127.0.0.1"}, "tussenliggende server"),
        ({}, {"X-Real-IP": "127.0.0.1"}, "tussenliggende server"),
        ({}, {"Via": "1.1 proxy"}, "tussenliggende server"),
        ({}, {"Origin": "http://evil.be"}, "niet van een pagina"),
        ({}, {"Origin": "http://127.0.0.1:9999"}, "niet van een pagina"),
        ({}, {"Origin": "null"}, "niet van een pagina"),
        ({}, {"Origin": ""}, "niet van een pagina"),
        ({}, {"Sec-Fetch-Site": "cross-site"}, "niet van een pagina"),
        ({}, {"Sec-Fetch-Site": "same-site"}, "niet van een pagina"),
    ],
)
def test_one_broken_condition_refuses(environ: dict[str, str], headers: dict[str, str], reason: str) -> None:
    said = may_write(HERE | environ, Headers(OWN | headers))
    assert said is not None
    assert reason in said


def test_a_request_without_origin_may_not_write() -> None:
    headers = Headers({"Host": OWN["Host"]})
    assert may_write(HERE, headers) is not None


def test_opening_a_page_needs_no_page_before_it() -> None:
    headers = Headers({"Host": OWN["Host"], "Sec-Fetch-Site": "none"})
    assert may_write(HERE | {"REQUEST_METHOD": "GET"}, headers) is None
    assert may_write(HERE | {"REQUEST_METHOD": "POST"}, headers) is not None
    assert may_write(HERE | {"REQUEST_METHOD": "GET"}, Headers({"Host": "regie.evil.be"})) is not None
