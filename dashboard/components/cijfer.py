"""One figure as a row of the omgevingsanalyse."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.components.duiding import (
    is_te_vergelijken,
    ligging,
    tijd,
    vergelijking,
    voorbehoud,
    waarde,
)
from dashboard.components.herkomst import uitleg_en_bron
from dashboard.tekst import geen_cijfer, met_eenheid, opsomming
from dashboard.warehouse import Rij


def cijfer(rij: Rij, voorgangers: Sequence[Rij], demo: bool) -> html.Div:
    """Return title, value, period, comparator and position, or why there is no figure, with the fold."""
    inhoud = _met_waarde(rij) if rij["waarde"] is not None else [zonder_waarde(rij, voorgangers)]
    return html.Div(
        [html.H4(rij["titel"], className="cijfer-titel"), *inhoud, uitleg_en_bron(rij, demo)],
        className="cijfer",
    )


def _met_waarde(rij: Rij) -> list[Component]:
    return [
        html.P(
            [
                html.Span(" · ".join([*voorbehoud(rij), tijd(rij)]), className="cijfer-tijd"),
                html.Span(waarde(rij), className="cijfer-getal"),
            ],
            className="cijfer-waarde",
        ),
        html.P([*woordlabels(rij), *_tegenover(rij)], className="cijfer-duiding"),
    ]


def woordlabels(rij: Rij) -> list[Component]:
    """Return the position among the municipalities as a chip.

    Never `gunstig` or `ongunstig`: without an interval nobody knows whether a difference is more than chance.
    """
    if not is_te_vergelijken(rij):
        return []
    return [html.Span(ligging(rij["kwantiel"]), className="woordlabel")]


def _tegenover(rij: Rij) -> list[Component]:
    tekst = vergelijking(rij)
    return [html.Span(tekst, className="cijfer-tegenover")] if tekst else []


def zonder_waarde(rij: Rij, voorgangers: Sequence[Rij]) -> html.P:
    """Return why there is no figure, and what the predecessors had."""
    vroeger = voor_fusie(rij, voorgangers)
    delen: list[str | Component] = [geen_cijfer(rij["reden"])]
    if vroeger:
        delen += [" ", html.Span(vroeger, className="cijfer-voor-fusie")]
    return html.P(delen, className="cijfer-geen")


def voor_fusie(rij: Rij, voorgangers: Sequence[Rij]) -> str | None:
    """Write what the predecessors had: `Vóór de fusie (2023): Bilzen 8,1 % en Hoeselt 7,0 %.`; else None."""
    bekend = [v for v in voorgangers if v["waarde"] is not None]
    if not bekend:
        return None
    delen = [f"{v['naam']} {met_eenheid(v['waarde'], rij['eenheid'], rij['decimalen'])}" for v in bekend]
    perioden = opsomming(sorted({tijd(v) for v in bekend}))
    return f"Vóór de fusie ({perioden}): {opsomming(delen)}."
