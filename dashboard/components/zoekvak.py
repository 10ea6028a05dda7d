"""The big search box for municipalities. A plain form: Enter works, also while the page is still loading."""

from collections.abc import Callable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html


def zoekvak(id: str, href: Callable[[str], str]) -> html.Form:
    """Return a search form that leads to `/zoek`; assets/60-zoek.js fills the suggestions while you type."""
    suggestions: dict[str, Any] = {"data-suggesties": href("/zoek.json")}
    return html.Form(
        [
            html.Label("Zoek je gemeente", htmlFor=id, className="zoek-vraag"),
            html.Div(
                [
                    dbc.Input(
                        id=id,
                        name="q",
                        type="search",
                        placeholder="Bijvoorbeeld Ronse",
                        list=f"{id}-lijst",
                        autoComplete="off",
                    ),
                    html.Datalist(id=f"{id}-lijst"),
                    html.Button("Zoek", type="submit", className="btn btn-primary"),
                ],
                className="zoek-rij",
            ),
            html.P("Een oude naam, een deelgemeente of een NIS-code mag ook.", className="zoek-hulp"),
        ],
        action=href("/zoek"),
        method="get",
        role="search",
        className="zoek zoek-groot",
        **suggestions,
    )
