"""One question of the regiescan: its answers, a way to wipe them, and what happened to the last write."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard.store import Antwoord
from indicators.regie import Vraag

# The parts of a question that its callback reads or writes, each with an id of its own per question.
KEUZE, WIS, BEWAARD, MELDING = "regiescan-keuze", "regiescan-wis", "regiescan-bewaard", "regiescan-melding"
BOTSING, UITLEG, MIJN, ANDER = (
    "regiescan-botsing",
    "regiescan-botsing-uitleg",
    "regiescan-botsing-mijn",
    "regiescan-botsing-ander",
)


def deel(soort: str, vraag: Any) -> dict[str, Any]:
    """Return the id of one part of one question; `vraag` may be MATCH or ALL."""
    return {"type": soort, "vraag": vraag}


def regievraag(nummer: int, vraag: Vraag, antwoord: Antwoord | None) -> html.Fieldset:
    """Return the question with its kept answer; `nummer` is its place in the questionnaire."""
    waarde = antwoord.waarde if antwoord else None
    aria: dict[str, Any] = {"aria-label": f"Wis antwoord op vraag {nummer}"}
    return html.Fieldset(
        [
            html.Legend([html.Span(f"{nummer}. {vraag.titel}", className="vraag-titel"), " ", vraag.tekst]),
            html.P(vraag.uitleg, className="gedempt"),
            dbc.RadioItems(
                id=deel(KEUZE, vraag.id),
                name=vraag.id,
                options=[{"label": keuze.titel, "value": keuze.waarde} for keuze in vraag.schaal],
                value=waarde,
                class_name=f"schaal schaal-{len(vraag.schaal)}",
            ),
            html.Div(
                [
                    html.Button(
                        "Wis antwoord",
                        id=deel(WIS, vraag.id),
                        type="button",
                        className="knop-tekst",
                        **aria,
                    ),
                    html.Span(id=deel(MELDING, vraag.id), role="status", className="vraag-melding"),
                ],
                className="vraag-voet",
            ),
            _botsing(vraag),
            dcc.Store(id=deel(BEWAARD, vraag.id), data=bewaard(antwoord)),
        ],
        className="vraag",
    )


def bewaard(antwoord: Antwoord | None) -> dict[str, Any]:
    """Return what the browser remembers of the kept answer: the next write says which version it saw."""
    return {
        "waarde": antwoord.waarde if antwoord else None,
        "versie": antwoord.versie if antwoord else None,
    }


def _botsing(vraag: Vraag) -> html.Div:
    """Return the choice between two answers; hidden until somebody else wrote in between."""
    return html.Div(
        [
            html.P(id=deel(UITLEG, vraag.id)),
            html.Button("Bewaar mijn antwoord", id=deel(MIJN, vraag.id), type="button", className="btn"),
            html.Button("Houd het andere antwoord", id=deel(ANDER, vraag.id), type="button", className="btn"),
        ],
        id=deel(BOTSING, vraag.id),
        hidden=True,
        role="alert",
        className="alert alert-let-op",
    )
