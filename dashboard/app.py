"""The app: the only place that knows all pages."""

from collections import defaultdict
from inspect import signature
from typing import Any
from urllib.parse import parse_qsl

from dash import Input, Output, dcc, html
from flask import Flask, abort, g, redirect, request
from werkzeug.wrappers import Response

from dashboard import errors, security
from dashboard.compression import add_compression
from dashboard.context import Context
from dashboard.downloads import routes as downloads
from dashboard.eerste import als_html
from dashboard.kaart import grenzen, routes
from dashboard.kaart import inbedden as kaartinbedden
from dashboard.pages import (
    begrippen,
    gegevens,
    gemeente,
    gemeenten,
    home,
    inbedden,
    indicator,
    indicatoren,
    kaart,
    meld,
    methode,
    over,
    privacy,
    regiescan,
    toegankelijkheid,
    vergelijk,
    wijzigingen,
    zoek,
)
from dashboard.prefix import strip_prefix
from dashboard.routing import Plek, Router
from dashboard.settings import Settings
from dashboard.shell import ASSETS, OF_THE_FRAME, App, add_frame
from dashboard.store import Store
from dashboard.warehouse import Stand, Warehouse

PAGES: tuple[Any, ...] = (
    home,
    gemeente,
    regiescan,
    kaart,
    inbedden,
    vergelijk,
    gemeenten,
    indicatoren,
    indicator,
    gegevens,
    wijzigingen,
    meld,
    over,
    begrippen,
    methode,
    toegankelijkheid,
    privacy,
)

LOCATION = "adres"
CONTENT = "inhoud"
LONGEST_QUESTION = 65_536
"""Bytes that a page may send along: all answers of a regiescan are a fifth of that."""
LONGEST_SEARCH = 4_094
"""Characters after the `?`: what gunicorn takes of a whole address. Pages are kept by them."""


def create_app(warehouse: Warehouse, store: Store, settings: Settings) -> App:
    """Return the whole app; nothing is opened before the first request, so it may be made before a fork."""
    server = Flask(__name__, static_folder=None)
    server.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31_536_000  # the URL of an asset changes with its content
    server.config["MAX_CONTENT_LENGTH"] = LONGEST_QUESTION
    server.wsgi_app = strip_prefix(server.wsgi_app, settings.url_prefix)  # type: ignore[assignment,method-assign]
    router = Router(PAGES)
    add_frame(server, settings)
    add_compression(server)
    app = _dash(server, settings)
    _answer_pages(app, router, warehouse, store, settings)
    _show_pages(app, router, warehouse, store, settings)
    zoek.register(server, warehouse, settings)
    grenzen.register(server, warehouse, settings)
    routes.register(server, warehouse)
    kaartinbedden.register(server, warehouse, settings)
    downloads.register(server, warehouse, settings)
    errors.register(server, warehouse, store)
    errors.refuse_what_dash_cannot_read(server)
    for page in PAGES:
        if hasattr(page, "register"):
            page.register(app, warehouse, store, settings)
    security.protect(app)
    return app


def _dash(server: Flask, settings: Settings) -> App:
    """Return Dash with an empty page: where it is, what it shows, and room for a short message."""
    app = App(
        __name__,
        server=server,  # type: ignore[arg-type]
        assets_folder=str(ASSETS),
        assets_ignore=OF_THE_FRAME,
        pages_folder="",
        use_pages=False,
        routes_pathname_prefix="/",
        requests_pathname_prefix=settings.href("/"),
        # Pages are drawn when they are asked for; tests/dashboard/test_wiring.py checks the ids instead.
        suppress_callback_exceptions=True,
        update_title=None,  # type: ignore[arg-type]
        add_log_handler=False,
        on_error=errors.report,
    )
    content = html.Main(id=CONTENT, className="pagina", tabIndex="-1")
    app.layout = html.Div([dcc.Location(LOCATION), content, errors.toast()])
    return app


def _answer_pages(app: App, router: Router, warehouse: Warehouse, store: Store, settings: Settings) -> None:
    """Give the first answer to a page its status, its title and its content, all from one build.

    Dash answers every path with 200; here an unknown one becomes 404, and an old name leads to the new one.
    """
    drawn_by_dash = {app.config.routes_pathname_prefix, app.config.routes_pathname_prefix + "<path:path>"}

    @app.server.before_request
    def choose() -> Response | None:
        if request.endpoint not in drawn_by_dash:
            return None
        place = router.find(request.path)
        if place is None:
            abort(404)
        search = request.query_string.decode()
        if place.canoniek != request.path:
            return redirect(settings.href(place.canoniek) + (f"?{search}" if search else ""))
        g.stand = warehouse.snapshot()
        query = _query(place, search)
        g.title = _title(place, g.stand, query)
        g.eerste = als_html(place.pagina.layout(Context(g.stand, store, settings), **place.params, **query))
        return None


def _show_pages(app: App, router: Router, warehouse: Warehouse, store: Store, settings: Settings) -> None:
    """Fill the page once the browser says where it is, and again when that changes (assets/45-adres.js)."""

    @app.callback(
        Output(CONTENT, "children"),
        Input(LOCATION, "pathname"),
        Input(LOCATION, "search"),
        on_error=errors.instead_of_a_page,
    )
    def show(pathname: str, search: str | None) -> html.Div:
        place = router.find(pathname.removeprefix(settings.url_prefix) or "/")
        if place is None:
            abort(404)
        context, query = Context(warehouse.snapshot(), store, settings), _query(place, search)
        # The script sees by these which address was answered, and what the tab is called now.
        about: dict[str, Any] = {
            "data-adres": pathname + (search or ""),
            "data-titel": _title(place, context.stand, query),
        }
        return html.Div(place.pagina.layout(context, **place.params, **query), **about)


def _query(place: Plek, search: str | None) -> dict[str, str]:
    """Return the search parameters that the page asks for; others are left out.

    A name that is given more than once (boxes ticked in a form) has its values joined with commas. 414 where
    they are longer than any address.
    """
    given = defaultdict(list)
    if len(search or "") > LONGEST_SEARCH:
        abort(414)
    for name, value in parse_qsl((search or "").removeprefix("?")):
        given[name].append(value)
    return {name: ",".join(given[name]) for name in getattr(place.pagina, "QUERY", ()) if name in given}


def _title(place: Plek, stand: Stand, query: dict[str, str]) -> str:
    """Return the title of the page, which may depend on those search parameters that `title` asks for."""
    _, *asked = signature(place.pagina.title).parameters
    return str(place.pagina.title(stand, **place.params, **{n: v for n, v in query.items() if n in asked}))
