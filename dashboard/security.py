"""What a browser may do with our pages, and who may write."""

from collections.abc import Callable, Mapping
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from dash import Dash
from flask_talisman import Talisman

View = TypeVar("View", bound=Callable[..., Any])
IN_A_FRAME = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'none'",
    "frame-ancestors": "*",
    "base-uri": "'none'",
}
"""For a view that any site may show in a frame: no scripts, no forms, nothing but a picture with words."""
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}
FORWARDED = (
    "forwarded",
    "via",
    "x-forwarded",
    "x-real-ip",
    "x-client-ip",
    "true-client-ip",
    "client-ip",
    "cf-",
)


def protect(app: Dash) -> None:
    """Send a strict content security policy: nothing from other hosts, no frames, no other inline scripts.

    Call it last: the hashes cover the scripts of the callbacks that are registered by then. Style sheets
    need `unsafe-inline`, since Dash's components write `style` attributes. A proxy takes care of HTTPS.
    """
    Talisman(
        app.server,
        force_https=False,
        strict_transport_security=False,
        frame_options="DENY",
        referrer_policy="same-origin",
        session_cookie_secure=True,
        session_cookie_samesite="Strict",
        content_security_policy={
            "default-src": "'self'",
            "script-src": ["'self'", *app.csp_hashes()],
            "style-src": ["'self'", "'unsafe-inline'"],
            "img-src": ["'self'", "data:"],
            "form-action": "'self'",
            "frame-ancestors": "'none'",
            "object-src": "'none'",
            "base-uri": "'none'",
        },
    )


def embeddable(view: View) -> View:
    """Let any site show this view in a frame; in exchange it may do nothing."""
    view.talisman_view_options = {  # type: ignore[attr-defined]
        "frame_options": None,
        "content_security_policy": IN_A_FRAME,
    }
    return view


def may_write(environ: Mapping[str, Any], headers: Mapping[str, str]) -> str | None:
    """Return None when this request may see and change the self-assessments, else the reason in Dutch.

    Until people can sign in, only who sits at the machine itself may: the server listens on this machine
    only, the request comes from it, straight (no proxy in between) and from our own page. Opening a page (a
    GET, which changes nothing) has no page before it; another site can send somebody here, not read along.
    `environ` is the WSGI environment: SERVER_NAME is the address that the server is bound to.
    """
    host = headers.get("Host", "")
    if not _is_loopback(environ.get("SERVER_NAME", "")):
        return "Invullen kan voorlopig alleen als het Regiekompas enkel op je eigen computer draait."
    if not _is_loopback(environ.get("REMOTE_ADDR", "")):
        return "Invullen kan voorlopig alleen op de computer waar het Regiekompas draait."
    if _hostname(host) not in LOCAL_HOSTS:
        return "Open het Regiekompas via http://localhost of http://127.0.0.1 om te kunnen invullen."
    if any(name.lower().startswith(FORWARDED) for name, _ in headers.items()):
        return "Invullen kan voorlopig niet via een tussenliggende server."
    if environ.get("REQUEST_METHOD") != "GET" and not _same_origin(host, headers):
        return "Deze vraag kwam niet van een pagina van het Regiekompas zelf."
    return None


def _is_loopback(address: str) -> bool:
    """Whether an address, or the name that always stands for it, is this machine."""
    if address == "localhost":
        return True
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return bool((mapped or ip).is_loopback)


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


def _same_origin(host: str, headers: Mapping[str, str]) -> bool:
    """Whether our own page asks. Browsers send `Origin` with every POST; without it, nobody may write."""
    if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    return headers.get("Origin") in {f"http://{host}", f"https://{host}"}
