"""/gemeente/<slug>: the omgevingsanalyse on the left, the regieprofiel on the right."""

from collections import defaultdict

import dash_bootstrap_components as dbc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import request

from dashboard.components.duiding import tijd
from dashboard.components.evolutie import evolutie, keuzes
from dashboard.components.meldlink import meldlink
from dashboard.components.omgeving import KOP, LEESWIJZER, domeinen, kopcijfer
from dashboard.components.regieprofiel import REGIE, regieprofiel
from dashboard.context import Context
from dashboard.routing import gemeente_van
from dashboard.security import may_write
from dashboard.settings import Settings
from dashboard.store import Beoordeling, Store
from dashboard.tekst import getal
from dashboard.warehouse import Rij, Stand, Warehouse
from indicators.gemeenten import Gemeente, grootteklasse

PATH = "/gemeente/<slug>"
QUERY = ("indicator",)
GEMEENTE = "gemeente-slug"
INDICATOR = "gemeente-indicator"
EVOLUTIE = "gemeente-evolutie"
BRON = ("levering", "bron_titel", "uitgever", "url", "bestandsnaam", "opgehaald_op", "licentie")
"""What the fold of a figure says about its delivery."""


def title(stand: Stand, slug: str) -> str:
    """Return the title of the browser tab."""
    return f"{gemeente_van(slug).naam}: armoede en regie"


def layout(context: Context, slug: str, indicator: str = KOP) -> Component:
    """Return the page of one municipality; `indicator` is the one whose evolution is drawn."""
    waar, stand = gemeente_van(slug), context.stand
    voorgangers = _voorgangers(stand, waar)
    profiel = _profiel(stand, waar, voorgangers)
    for rij in profiel.values():
        rij["meld"] = meldlink(context.href, rij, slug, stand.id)
    gekozen = indicator if indicator in profiel else KOP
    rijen = [rij for naam, rij in profiel.items() if naam != KOP]
    eigen, vorige = _beoordelingen(context.store, waar)
    return html.Div(
        [
            dcc.Store(id=GEMEENTE, data=slug),
            html.H1(waar.naam),
            html.P(_onderregel(stand, waar, profiel), className="onderregel"),
            html.P(html.A("Ga meteen naar het regieprofiel", href=f"#{REGIE}"), className="sprong"),
            html.Div(
                [
                    html.Section(
                        [
                            html.H2("Omgevingsanalyse"),
                            kopcijfer(profiel[KOP], voorgangers[KOP], stand.demo),
                            html.H3("Evolutie"),
                            *_kiezer(list(profiel.values()), gekozen),
                            html.Div(_evolutie(stand, waar, profiel[gekozen]), id=EVOLUTIE),
                            html.P(LEESWIJZER, className="leeswijzer"),
                            domeinen(rijen, voorgangers, stand.demo),
                        ],
                        className="omgeving",
                    ),
                    regieprofiel(waar.naam, eigen, vorige, profiel, context.href(f"/regiescan/{slug}")),
                ],
                className="tweeluik",
            ),
        ]
    )


def register(app: Dash, warehouse: Warehouse, store: Store, settings: Settings) -> None:
    """Draw another indicator when one is chosen, and keep the choice in the address."""

    @app.callback(
        Output(EVOLUTIE, "children"),
        Input(INDICATOR, "value"),
        State(GEMEENTE, "data"),
        prevent_initial_call=True,
    )
    def choose(indicator: str, slug: str) -> list[Component]:
        stand, waar = warehouse.snapshot(), gemeente_van(slug)
        return _evolutie(stand, waar, _profiel(stand, waar, _voorgangers(stand, waar))[indicator])

    app.clientside_callback(
        ClientsideFunction("gemeente", "onthoudIndicator"),
        Input(INDICATOR, "value"),
        prevent_initial_call=True,
    )


def _voorgangers(stand: Stand, waar: Gemeente) -> dict[str, list[Rij]]:
    """Return by indicator what the predecessors had; nothing where nothing merged."""
    per_indicator = defaultdict(list)
    for rij in stand.voor_fusie(waar.nis_code):
        per_indicator[rij["indicator"]].append(rij)
    return per_indicator


def _profiel(stand: Stand, waar: Gemeente, voorgangers: dict[str, list[Rij]]) -> dict[str, Rij]:
    """Return the profile by indicator; without a value of its own, the source is that of the predecessors."""
    leveringen = {rij["levering"]: rij for rij in stand.leveringen()}
    rijen = {rij["indicator"]: rij for rij in stand.profiel(waar.nis_code)}
    profiel = {}
    for naam, indicator in stand.catalogus().items():
        rij = {**indicator, **rijen[naam]}
        bronnen = [v["levering"] for v in voorgangers[naam] if v["waarde"] is not None]
        if sleutel := rij["levering"] or next(iter(bronnen), None):
            bron = leveringen[sleutel]
            rij |= {veld: bron[veld] for veld in BRON}
        profiel[naam] = rij
    return profiel


def _onderregel(stand: Stand, waar: Gemeente, profiel: dict[str, Rij]) -> str:
    """Write province, inhabitants with their year, and size class."""
    delen = [lid["groep_naam"] for lid in stand.lidmaatschap(waar.nis_code) if lid["niveau"] == "provincie"]
    inwoners = profiel.get("bevolking")
    if inwoners and inwoners["waarde"] is not None:
        klasse = grootteklasse(inwoners["waarde"], "tabel_6")
        delen += [f"{getal(inwoners['waarde'])} inwoners ({tijd(inwoners)})", f"grootteklasse {klasse.titel}"]
    return " · ".join(delen)


def _kiezer(profiel: list[Rij], gekozen: str) -> list[Component]:
    return [
        dbc.Label("Kies een cijfer", html_for=INDICATOR),
        dbc.Select(id=INDICATOR, options=keuzes(profiel), value=gekozen, class_name="kiezer"),
    ]


def _evolutie(stand: Stand, waar: Gemeente, rij: Rij) -> list[Component]:
    reeks = stand.trend(rij["indicator"], waar.nis_code)
    leveringen = {levering["levering"]: levering for levering in stand.leveringen()}
    return evolutie(rij, reeks, leveringen, waar.naam, stand.demo)


def _beoordelingen(store: Store, waar: Gemeente) -> tuple[Beoordeling | None, Beoordeling | None]:
    """Return the newest assessment with answers (running or finished) and the finished one before it.

    Until people can sign in, answers are seen only where they may be given: at the machine itself.
    """
    if may_write(request.environ, dict(request.headers)):
        return None, None
    alle = [store.lopende(waar.nis_code), *store.afgeronde(waar.nis_code)]
    gevuld = [beoordeling for beoordeling in alle if beoordeling and beoordeling.antwoorden]
    return (gevuld[0] if gevuld else None), (gevuld[1] if len(gevuld) > 1 else None)
