"""A drawing with its caption, and the same figures as a table."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.opmaak import Opmaak
from dashboard.tekst import DEMO

Inhoud = str | Component | list[str | Component]


def figuur(teken: Callable[[int], str], breed: int, smal: int, *onder: Component | None) -> html.Figure:
    """Show the drawing for wide and for narrow screens (CSS shows one of both), and `onder` below it."""
    return html.Figure(
        [
            Opmaak(teken(breed), className="fig-breed"),
            Opmaak(teken(smal), className="fig-smal"),
            *(deel for deel in onder if deel is not None),
        ],
        className="figuur",
    )


def als_tabel(
    bijschrift: str, kop: Sequence[str], rijen: Sequence[Sequence[Inhoud]], demo: bool
) -> html.Details:
    """Fold away a table; the first column holds the row headers."""
    return html.Details(
        [html.Summary("Toon als tabel"), tabel(bijschrift, kop, rijen, demo)], className="uitklap"
    )


def tabel(bijschrift: str, kop: Sequence[str], rijen: Sequence[Sequence[Inhoud]], demo: bool) -> html.Div:
    """Return a plain table that scrolls inside itself where it is too wide.

    Made-up figures say so in the caption, so that a copy of the table says it too.
    """
    aria: dict[str, Any] = {"aria-label": bijschrift}
    return html.Div(
        html.Table(
            [
                html.Caption(f"{bijschrift}. {DEMO}." if demo else f"{bijschrift}."),
                html.Thead(html.Tr([html.Th(cel, scope="col") for cel in kop])),
                html.Tbody([_rij(rij) for rij in rijen]),
            ],
            className="tabel",
        ),
        className="tabel-rol",
        tabIndex=0,
        role="region",
        **aria,
    )


def _rij(rij: Sequence[Inhoud]) -> html.Tr:
    return html.Tr([html.Th(rij[0], scope="row"), *(html.Td(cel) for cel in rij[1:])])
