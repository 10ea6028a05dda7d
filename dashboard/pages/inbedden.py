"""/inbedden: how to show a map in a site of one's own, with the figures of now or of one build."""

from html import escape

from dash.development.base_component import Component
from flask import request

from dashboard.components.kaartadres import QUERY, SAMEN, Kaartadres
from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.errors import Onbegrepen
from dashboard.kaart.inbedden import PAD, shown
from dashboard.kaart.vraag import kies
from dashboard.tekst import datum
from dashboard.warehouse import Stand

PATH = "/inbedden"
HOOGTE, HOOGTE_SAMEN = 720, 1100
"""Pixels of the frame: map, legend and notes on a wide page; and where there are more maps."""
__all__ = ["PATH", "QUERY", "layout", "title"]


def title(stand: Stand) -> str:
    return "Een kaart op je eigen site"


def layout(context: Context, **vraag: str) -> Component:
    """Return the code to copy; `vraag` is the address of the map (`QUERY`)."""
    adres = Kaartadres.van_vraag(context.href(PAD), {**vraag, "stand": ""})
    try:
        wat, melding = _name(context, adres), None
    except Onbegrepen as fout:
        adres = Kaartadres(context.href(PAD))
        wat, melding = _name(context, adres), fout.zin
    hoogte = HOOGTE_SAMEN if adres.vorm in SAMEN else HOOGTE
    nu, vast = (
        _frame(context.settings.buiten(een, request.host_url), wat, hoogte)
        for een in (adres.href(), adres.met(stand=context.stand.id))
    )
    return sjabloon(
        "inbedden_uitleg",
        className="smal",
        titel=title(context.stand),
        wat=wat,
        melding=melding,
        nieuwste=nu,
        vast=vast,
        dag=datum(context.stand.gebouwd_op),
        voorbeeld=adres.href(),
        kaart=f"{context.href('/kaart')}{adres.href().removeprefix(adres.pad)}",
    )


def _name(context: Context, adres: Kaartadres) -> str:
    """Return the title of what is shown; raises Onbegrepen where it cannot be."""
    return shown(context.stand, context.settings.warehouse_dir, kies(context.stand, adres)).kop


def _frame(adres: str, titel: str, hoogte: int) -> str:
    """Return the HTML that shows an address of ours in another page."""
    return f'<iframe src="{escape(adres)}" title="{escape(titel)}" width="100%" height="{hoogte}"></iframe>'
