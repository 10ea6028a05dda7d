"""/regiescan/<slug>: the questionnaire. Each answer is kept at once; a finished assessment stays as it is."""

from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from flask import request

from dashboard.components import regievraag as vraag
from dashboard.components.regieprofiel import weigering
from dashboard.components.regiescan import (
    AFRONDEN,
    BEGIN,
    BEOORDELING,
    BEVESTIGING,
    JA,
    NEE,
    ONTBREEKT,
    VOORTGANG,
    inleiding,
    lichaam,
    voortgang,
    wat_ontbreekt,
)
from dashboard.components.regievraag import deel
from dashboard.context import Context
from dashboard.klok import hier
from dashboard.routing import gemeente_van
from dashboard.security import may_write
from dashboard.settings import Settings
from dashboard.store import StaleAnswer, Store, StoreError
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten import Gemeente
from indicators.regie import Vraag, instrument

PATH = "/regiescan/<slug>"
GEMEENTE, LICHAAM = "regiescan-gemeente", "regiescan-lichaam"

ZONDER_JAVASCRIPT = (
    "Invullen lukt alleen met JavaScript. Zet JavaScript aan in je browser en laad de pagina opnieuw. "
    "Lezen lukt ook zonder."
)


def title(stand: Stand, slug: str) -> str:
    """Return the title of the browser tab."""
    return f"Regiescan van {gemeente_van(slug).naam}"


def layout(context: Context, slug: str) -> Component:
    """Return the page; where writing is not allowed it says why, and shows no answers."""
    waar = gemeente_van(slug)
    refused = _refused()
    deel_onder = [weigering(refused)] if refused else _lichaam(context.store, context.settings, waar)
    return html.Div(
        [
            dcc.Store(id=GEMEENTE, data=slug),
            html.P(html.A(f"Terug naar {waar.naam}", href=context.href(f"/gemeente/{slug}"))),
            html.H1(f"Regiescan van {waar.naam}"),
            *inleiding(),
            html.Noscript(html.P(ZONDER_JAVASCRIPT, className="alert alert-let-op")),
            html.Div(deel_onder, id=LICHAAM),
        ],
        className="regiescan",
    )


def register(app: Dash, warehouse: Warehouse, store: Store, settings: Settings) -> None:
    """Keep each answer at once, show the progress, and begin and finish assessments."""
    _register_answers(app, store)
    _register_finish(app)

    @app.callback(
        Output(LICHAAM, "children"),
        Input(BEGIN, "n_clicks"),
        State(GEMEENTE, "data"),
        prevent_initial_call=True,
    )
    def begin(clicks: int | None, slug: str) -> Any:
        if not clicks:
            return no_update
        if refused := _refused():
            return [weigering(refused)]
        store.begin(gemeente_van(slug).nis_code)
        return _lichaam(store, settings, gemeente_van(slug))

    @app.callback(
        Output(LICHAAM, "children", allow_duplicate=True),
        Input(JA, "n_clicks"),
        State(BEOORDELING, "data"),
        State(GEMEENTE, "data"),
        prevent_initial_call=True,
    )
    def finish(clicks: int | None, beoordeling: int, slug: str) -> Any:
        if not clicks:
            return no_update
        if refused := _refused():
            return [weigering(refused)]
        try:
            store.rond_af(beoordeling)
        except StoreError as error:
            return [weigering(str(error)), *_lichaam(store, settings, gemeente_van(slug))]
        return _lichaam(store, settings, gemeente_van(slug))


def _register_answers(app: Dash, store: Store) -> None:
    @app.callback(
        Output(deel(vraag.KEUZE, MATCH), "value"),
        Output(deel(vraag.BEWAARD, MATCH), "data"),
        Output(deel(vraag.MELDING, MATCH), "children"),
        Output(deel(vraag.BOTSING, MATCH), "hidden"),
        Output(deel(vraag.UITLEG, MATCH), "children"),
        Input(deel(vraag.KEUZE, MATCH), "value"),
        Input(deel(vraag.WIS, MATCH), "n_clicks"),
        Input(deel(vraag.MIJN, MATCH), "n_clicks"),
        Input(deel(vraag.ANDER, MATCH), "n_clicks"),
        State(deel(vraag.BEWAARD, MATCH), "data"),
        State(BEOORDELING, "data"),
        prevent_initial_call=True,
    )
    def answer(
        keuze: int | str | None, wis: int, mijn: int, ander: int, bewaard: dict[str, Any], beoordeling: int
    ) -> tuple[Any, ...]:
        part, vraag_id = ctx.triggered_id["type"], ctx.triggered_id["vraag"]
        if part == vraag.ANDER:
            return bewaard["waarde"], bewaard, "Het andere antwoord blijft.", True, ""
        wanted = None if part == vraag.WIS else keuze
        if wanted == bewaard["waarde"]:
            return wanted, bewaard, no_update, True, ""
        return _keep(store, beoordeling, vraag_id, wanted, bewaard)

    @app.callback(
        Output(VOORTGANG, "children"),
        Input(deel(vraag.BEWAARD, ALL), "data"),
        prevent_initial_call=True,
    )
    def progress(bewaard: list[dict[str, Any]]) -> list[Component]:
        return voortgang(sum(b["waarde"] is not None for b in bewaard), len(bewaard))


def _register_finish(app: Dash) -> None:
    @app.callback(
        Output(BEVESTIGING, "hidden"),
        Output(ONTBREEKT, "children"),
        Input(AFRONDEN, "n_clicks"),
        Input(NEE, "n_clicks"),
        State(deel(vraag.BEWAARD, ALL), "data"),
        prevent_initial_call=True,
    )
    def confirm(afronden: int, nee: int, bewaard: list[dict[str, Any]]) -> tuple[bool, str]:
        open_questions = [nummer for nummer, b in enumerate(bewaard, 1) if b["waarde"] is None]
        return ctx.triggered_id != AFRONDEN, wat_ontbreekt(open_questions)


def _keep(
    store: Store, beoordeling: int, vraag_id: str, wanted: int | str | None, bewaard: dict[str, Any]
) -> tuple[Any, ...]:
    """Write one answer; return choice, what is kept, a message, and whether and why two answers clash."""
    if refused := _refused():
        return bewaard["waarde"], bewaard, refused, True, ""
    try:
        kept = store.bewaar(beoordeling, vraag_id, wanted, bewaard["versie"])
    except StaleAnswer as clash:
        return wanted, vraag.bewaard(clash.bewaard), "Nog niet bewaard.", False, _clash(clash)
    except StoreError as error:
        return bewaard["waarde"], bewaard, str(error), True, ""
    done = "Bewaard" if wanted is not None else "Gewist"
    return wanted, vraag.bewaard(kept), f"{done} om {hier(kept.bewaard_op):%H:%M}", True, ""


def _clash(clash: StaleAnswer) -> str:
    """Name both answers; neither is lost until somebody chooses."""
    asked = instrument().vraag(clash.vraag_id)
    other = clash.bewaard.waarde if clash.bewaard else None
    return f"{clash} Jouw antwoord: {_named(asked, clash.mijn_waarde)}. Het andere: {_named(asked, other)}."


def _named(asked: Vraag, waarde: int | str | None) -> str:
    return next((keuze.titel.lower() for keuze in asked.schaal if keuze.waarde == waarde), "geen antwoord")


def _lichaam(store: Store, settings: Settings, waar: Gemeente) -> list[Component]:
    nis_code = waar.nis_code
    profiel = settings.href(f"/gemeente/{waar.slug}")
    try:
        return lichaam(waar, store.lopende(nis_code), store.afgeronde(nis_code), profiel)
    except StoreError as error:
        return [weigering(str(error))]


def _refused() -> str | None:
    return may_write(request.environ, dict(request.headers))
