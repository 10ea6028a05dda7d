"""/over: what the Regiekompas is, for whom, and what it does not do."""

from dash.development.base_component import Component

from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten

PATH = "/over"


def title(stand: Stand) -> str:
    return "Over het Regiekompas"


def layout(context: Context) -> Component:
    """Return the page about the Regiekompas."""
    return sjabloon(
        "over",
        className="smal",
        href=context.href,
        contact=context.settings.contact,
        indicatoren=len(context.stand.catalogus()),
        gemeenten=len(gemeenten()),
    )
