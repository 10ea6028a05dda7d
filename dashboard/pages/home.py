"""The first page: what this is, a search box, and an entry for each of the three kinds of users."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.zoekvak import zoekvak
from dashboard.context import Context
from dashboard.warehouse import Stand

PATH = "/"
SEARCH = "zoek-gemeente"

INGANGEN = (
    (
        "Je werkt voor een gemeente",
        "Maak je omgevingsanalyse: cijfers over armoede in je gemeente, met bron en periode. "
        "Ernaast staat hoe jullie de regie voeren.",
        "Zoek je gemeente",
        f"#{SEARCH}",
    ),
    (
        "Je werkt voor een provincie",
        "Zie welke gemeenten in je provincie liggen, en open de pagina van elke gemeente.",
        "Kies een gemeente per provincie",
        "/gemeenten",
    ),
    (
        "Je beslist mee over het beleid",
        "Lees op één pagina wat de cijfers zeggen, en wat ze niet zeggen. "
        "Bespreek daarna met je partners wie wat opneemt.",
        "Lees de pagina van je gemeente",
        f"#{SEARCH}",
    ),
)


def title(stand: Stand) -> str:
    return "Armoede in je gemeente, en wie de regie voert"


def layout(context: Context) -> Component:
    """Return the first page."""
    return html.Div(
        [
            html.Section(
                [
                    html.H1("Hoe staat het met armoede in je gemeente, en wie voert de regie?"),
                    html.P(
                        "Het Regiekompas zet de cijfers over armoede in elke Vlaamse gemeente naast de "
                        "manier waarop het lokaal bestuur alle partners samen laat werken. Zo begin je een "
                        "omgevingsanalyse met cijfers die je kan natrekken.",
                        className="inleiding",
                    ),
                    zoekvak(SEARCH, context.href),
                ],
                className="opening",
            ),
            html.Div([_ingang(context, *ingang) for ingang in INGANGEN], className="ingangen"),
        ]
    )


def _ingang(context: Context, kop: str, uitleg: str, actie: str, doel: str) -> html.Section:
    href = doel if doel.startswith("#") else context.href(doel)
    return html.Section(
        [html.H2(kop), html.P(uitleg), html.A(actie, href=href, className="ingang-actie")], className="ingang"
    )
