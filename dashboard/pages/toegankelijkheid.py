"""/toegankelijkheid: the accessibility statement, after the European model (decision 2018/1523)."""

from datetime import date

from dash.development.base_component import Component

from dashboard import tekst
from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.warehouse import Stand

PATH = "/toegankelijkheid"
OPGESTELD = date(2026, 11, 22)
"""The day on which somebody last held the text against the site. The law asks to look again every year."""


def title(stand: Stand) -> str:
    return "Toegankelijkheid"


def layout(context: Context) -> Component:
    """Return the accessibility statement."""
    return sjabloon(
        "toegankelijkheid",
        className="smal",
        href=context.href,
        contact=context.settings.contact,
        opgesteld=tekst.datum(OPGESTELD),
    )
