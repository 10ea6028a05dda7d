"""What is kept about whom: short, since it is little."""

from dash import html
from dash.development.base_component import Component

from dashboard.context import Context
from dashboard.warehouse import Stand

PATH = "/privacy"

DELEN = (
    (
        "Je bezoek",
        "Het Regiekompas zet geen cookies. Het volgt je niet, en vraagt niets op bij andere sites. "
        "Wat je opzoekt, blijft tussen je browser en deze server.",
    ),
    (
        "De cijfers",
        "De cijfers gaan over hele gemeenten, nooit over één persoon of gezin. Ze zijn openbaar gemaakt door "
        "de bron die erbij staat. Houdt een bron een cijfer achter omdat het over te weinig mensen gaat, dan "
        "tonen wij het ook niet.",
    ),
    (
        "De regiescan",
        "Een regiescan gaat over hoe een lokaal bestuur werkt. We bewaren de gemeente, de antwoorden en "
        "wanneer ze gegeven zijn. We bewaren niet wie ze gaf. De antwoorden staan op de server waar dit "
        "Regiekompas draait, en gaan nergens anders heen.",
    ),
    (
        "Wie kan een regiescan zien?",
        "Je kan je nog niet aanmelden. Daarom toont het Regiekompas de antwoorden alleen op de computer waar "
        "het zelf draait. Een regiescan is wel een bestuursdocument: iemand kan het opvragen via de "
        "openbaarheid van bestuur, ook als het nog niet af is.",
    ),
)


def title(stand: Stand) -> str:
    return "Privacy"


def layout(context: Context) -> Component:
    """Return the privacy statement."""
    blocks = [html.Section([html.H2(kop), html.P(uitleg)]) for kop, uitleg in DELEN]
    return html.Div([html.H1("Privacy"), *blocks], className="smal")
