"""All municipalities of today, by province: for who does not search but browses."""

from collections import defaultdict

from dash import html
from dash.development.base_component import Component

from dashboard import tekst
from dashboard.context import Context
from dashboard.warehouse import Stand
from indicators.gemeenten import Gemeente, gemeenten, lidmaatschappen

PATH = "/gemeenten"


def title(stand: Stand) -> str:
    return "Alle Vlaamse gemeenten"


def layout(context: Context) -> Component:
    """Return the municipalities, in alphabetical order under their province."""
    groepen = per_provincie()
    hoeveel = sum(len(leden) for leden in groepen.values())
    return html.Div(
        [
            html.H1("Alle Vlaamse gemeenten"),
            html.P(
                f"De {hoeveel} gemeenten van vandaag, na de fusies van 1 januari 2025.", className="inleiding"
            ),
            html.P(html.A("Vergelijk gemeenten en gebieden met elkaar", href=context.href("/vergelijk"))),
            *[_provincie(context, naam, leden) for naam, leden in groepen.items()],
        ]
    )


def per_provincie() -> dict[str, list[Gemeente]]:
    """Return today's municipalities by the name of their province, both in alphabetical order."""
    provincie = {
        lid.nis_code: lid.groep_naam
        for lid in lidmaatschappen()
        if lid.niveau == "provincie" and lid.geldig_tot is None
    }
    groepen = defaultdict(list)
    for nis_code, gemeente in gemeenten().items():
        groepen[provincie[nis_code]].append(gemeente)
    return dict(sorted(groepen.items()))


def _provincie(context: Context, naam: str, leden: list[Gemeente]) -> html.Section:
    links = [html.Li(html.A(g.naam, href=context.href(f"/gemeente/{g.slug}"))) for g in leden]
    return html.Section(
        [
            html.H2(
                [naam, html.Span(tekst.aantal(len(leden), "gemeente", "gemeenten"), className="bijschrift")]
            ),
            html.Ul(links, className="kolommen"),
        ]
    )
