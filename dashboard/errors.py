"""What a person reads when something is not there or goes wrong: Dutch, with what to do next."""

import logging
from functools import wraps
from typing import Any

from dash import html, set_props
from dash.exceptions import CallbackException, DependencyException
from flask import Flask, g, jsonify, render_template
from werkzeug.exceptions import BadRequest, HTTPException, NotFound
from werkzeug.wrappers import Response

from dashboard.store import Store, StoreError
from dashboard.warehouse import NoWarehouse, Warehouse
from indicators.gemeenten import VLAANDEREN

log = logging.getLogger(__name__)
TOAST = "melding"
TEXTS = {
    400: (
        "Dit adres klopt niet",
        "Een deel van het adres is niet te begrijpen.",
        "Ga terug naar de vorige pagina en kies opnieuw.",
    ),
    404: (
        "Deze pagina bestaat niet",
        "Misschien is het adres fout getypt, of bestaat de gemeente niet (meer) onder die naam.",
        "Zoek de gemeente hierboven op naam, ook op een oude naam of een deelgemeente.",
    ),
    429: (
        "Het is even te druk",
        "De server tekent nu al figuren voor anderen.",
        "Wacht even, en vraag je figuur dan opnieuw.",
    ),
    500: (
        "Er ging iets fout",
        "De server kon deze pagina niet maken. Wat je al bewaarde, blijft bewaard.",
        "Laad de pagina opnieuw. Lukt het dan nog niet, meld het aan wie het Regiekompas beheert.",
    ),
    503: (
        "Er zijn nog geen cijfers",
        "Het Regiekompas draait, maar er zijn nog geen cijfers geladen, of ze zijn van een oudere versie.",
        "Wie het Regiekompas beheert, laadt ze met het commando",
    ),
}
LOAD = "python -m etl run"
QUESTIONS = "/_dash-update-component"
"""Where Dash takes what a page asks (the name of the route)."""
UNREADABLE = (AttributeError, CallbackException, LookupError, RecursionError, TypeError)
"""What Dash raises on JSON of another form than its own."""


class Onbegrepen(BadRequest):
    """An address asks for something that cannot be; `zin` tells the reader what."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class Afwezig(NotFound):
    """An address is right, but what it asks for was never made; `zin` tells the reader why."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def _page(status: int, zin: str | None = None) -> tuple[str, int]:
    title, what, remedy = TEXTS[status]
    if zin:
        remedy = TEXTS[400][2]
    command = LOAD if status == 503 else None
    return render_template(
        "melding.html", title=title, what=zin or what, remedy=remedy, command=command
    ), status


def register(server: Flask, warehouse: Warehouse, store: Store) -> None:
    """Answer errors in Dutch, and `/gezond` for whoever watches over the server."""

    @server.errorhandler(NoWarehouse)
    def no_warehouse(error: NoWarehouse) -> tuple[str, int]:
        log.warning("%s", error)
        return _page(503)

    @server.errorhandler(DependencyException)
    def no_such_script(error: DependencyException) -> Any:
        return refused(NotFound())

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Any:
        if isinstance(error.response, Response):
            return error.response
        g.stand = _stand(warehouse)
        if isinstance(error, Onbegrepen):
            return _page(400, error.zin)
        if isinstance(error, Afwezig):
            return _page(404, error.zin)
        code = error.code or 500
        text, _ = _page(code if code in TEXTS else 404 if code < 500 else 500)
        return text, code

    @server.get("/gezond")
    def healthy() -> Any:
        try:
            store.lopende(VLAANDEREN)  # has no assessments: the cheapest question there is
            return jsonify(stand=warehouse.snapshot().id)
        except Exception:
            log.exception("not healthy")
            return jsonify(stand=None), 503


def _stand(warehouse: Warehouse) -> Any:
    """Return the build for the demo ribbon of an error page, if there is one."""
    try:
        return warehouse.snapshot()
    except NoWarehouse:
        return None


def toast() -> html.Div:
    """Return the place where short messages appear, read aloud when they do."""
    return html.Div(id=TOAST, className="melding", role="status")


def report(error: Exception) -> None:
    """Log an error in a callback and tell the reader; what was on the page stays."""
    log.error("callback failed", exc_info=error)
    again = "Dat lukte niet. Laad de pagina opnieuw en probeer nog eens."
    set_props(TOAST, {"children": str(error) if isinstance(error, StoreError) else again})


def instead_of_a_page(error: Exception) -> list[Any]:
    """Log an error while a page was made, and return what stands in its place."""
    if isinstance(error, NoWarehouse):
        log.warning("%s", error)
        title, what, remedy = TEXTS[503]
        return [html.H1(title), html.P(what), html.P([f"{remedy} ", html.Code(LOAD), "."])]
    log.error("page failed", exc_info=error)
    title, what, remedy = TEXTS[500]
    return [html.H1(title), html.P(what), html.P(remedy)]


def refuse_what_dash_cannot_read(server: Flask) -> None:
    """Answer 400 to a question that no page of ours asks, or only one of an older version.

    What goes wrong while such a question is answered never comes here: `report` takes that.
    """
    read = server.view_functions[QUESTIONS]

    @wraps(read)
    def answer() -> Any:
        try:
            return read()
        except UNREADABLE as error:
            log.warning("a question that no page asks: %s", type(error).__name__)
            raise BadRequest from error

    server.view_functions[QUESTIONS] = answer
