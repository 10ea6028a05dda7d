"""Ask a publisher's server, politely and within limits of size and time."""

import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError
from urllib3.util.retry import Retry

from etl import EtlError

USER_AGENT = "Regiekompas/0.1 (omgevingsanalyse voor lokale besturen; leest open data)"
CONNECT_SECONDS = 3.0
READ_SECONDS = 8.0
MAX_SECONDS = 120.0
"""For one file, whatever the server does: a drip of one byte a second never trips the read timeout."""
MAX_BYTES = 64 * 2**20
MAX_REDIRECTS = 5
PIECE = 64 * 2**10
BUSY = (429, 500, 502, 503, 504)
"""Statuses that may pass: asked again, after the pause that the server asks for."""


@dataclass(frozen=True)
class Antwoord:
    """What a server sent: where it came from in the end, and the bytes."""

    url: str
    inhoud: bytes

    @property
    def bestandsnaam(self) -> str:
        """The last part of the address; a fragment, which no server ever sees, names it better."""
        parts = urlsplit(self.url)
        return PurePosixPath(unquote(parts.fragment or parts.path)).name or "levering"


def session() -> requests.Session:
    """A session that asks a busy server again three times, and an absent one never."""
    retry = Retry(
        total=3,
        connect=0,
        read=0,
        other=0,
        status=3,
        status_forcelist=BUSY,
        backoff_factor=0.5,
        retry_after_max=10,
        raise_on_status=False,
    )
    made = requests.Session()
    made.headers["User-Agent"] = USER_AGENT
    made.mount("https://", HTTPAdapter(max_retries=retry))
    made.mount("http://", HTTPAdapter(max_retries=retry))
    return made


def get(
    session: requests.Session, url: str, max_bytes: int = MAX_BYTES, max_seconds: float = MAX_SECONDS
) -> Antwoord:
    """The body that `url` answers with, or an EtlError that says why there is none.

    Follows at most `MAX_REDIRECTS` redirects, only to the same publisher and never from https to http.
    """
    deadline = time.monotonic() + max_seconds
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with session.get(
                url, timeout=(CONNECT_SECONDS, READ_SECONDS), stream=True, allow_redirects=False
            ) as response:
                if not response.is_redirect:
                    return Antwoord(url, _body(response, max_bytes, deadline))
                url = _redirected(url, response.headers["location"])
    except (requests.RequestException, HTTPError, OSError) as error:
        raise EtlError(f"{url} is niet bereikbaar ({_cause(error)}). Probeer later opnieuw.") from error
    raise EtlError(f"{url} verwijst te vaak door. Kijk na of de bron verhuisd is.")


def _redirected(url: str, location: str) -> str:
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    if new.scheme not in ("http", "https") or (old.scheme, new.scheme) == ("https", "http"):
        raise EtlError(f"{url} verwijst door naar een onveilig adres ({target}). Kijk de bron na.")
    if _publisher(old.hostname) != _publisher(new.hostname):
        raise EtlError(f"{url} verwijst door naar een andere uitgever ({target}). Kijk de bron na.")
    return target


def _publisher(host: str | None) -> str:
    """The part of a host name that a publisher owns: the last two labels; an address is itself."""
    labels = (host or "").split(".")
    return host or "" if labels[-1].isdigit() else ".".join(labels[-2:])


def _body(response: requests.Response, max_bytes: int, deadline: float) -> bytes:
    """The whole body, read as it arrives, so that size and time are watched between the pieces."""
    if response.status_code != 200:
        raise EtlError(
            f"{response.url} antwoordde met status {response.status_code}. "
            "Kijk op de pagina van de bron of het adres veranderd is."
        )
    pieces, size = [], 0
    while piece := response.raw.read1(PIECE, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:
            raise EtlError(f"{response.url} is groter dan {max_bytes / 2**20:.0f} MB en is niet ingelezen.")
        if time.monotonic() > deadline:
            raise EtlError(f"{response.url} kwam te traag binnen en is afgebroken. Probeer later opnieuw.")
    return b"".join(pieces)


def _cause(error: Exception) -> str:
    """Why in a few Dutch words; the chain of the original error stays on the exception."""
    text = f"{type(error).__name__} {error}"
    for sign, cause in {
        "ProxyError": "de proxy antwoordt niet, kijk HTTP_PROXY en HTTPS_PROXY na",
        "NameResolution": "de naam van de server is niet te vinden",
        "ConnectTimeout": "geen antwoord",
        "ReadTimeout": "geen antwoord",
        "Read timed out": "geen antwoord",
        "IncompleteRead": "het bestand kwam niet volledig binnen",
        "SSL": "de beveiligde verbinding mislukte",
    }.items():
        if sign in text:
            return cause
    return "geen verbinding"
