"""/inbedden: how to show a map in a site of one's own, with the figures of now or of one build."""

from html import escape

from dash.development.base_component import Component
from flask import request

from dashboard.components.kaartadres import QUERY, Kaartadres
from dashboard.components.kaartwoorden import kop
from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.errors import Onbegrepen
from dashboard.kaartvraag import beeld_van, kies
from dashboard.tekst import datum
from dashboard.warehouse import Stand

PATH = "/inbedden"
KAART = "/inbedden/kaart"
HOOGTE = 720
"""Pixels of the frame: map, legend and notes on a wide page."""
__all__ = ["PATH", "QUERY", "layout", "title"]


def title(stand: Stand) -> str:
    return "Een kaart op je eigen site"


def layout(context: Context, **vraag: str) -> Component:
    """Return the code to copy; `vraag` is the address of the map (`QUERY`)."""
    adres = Kaartadres.van_vraag(context.href(KAART), {**vraag, "stand": ""})
    try:
        wat, melding = kop(beeld_van(context.stand, kies(context.stand, adres))), None
    except Onbegrepen as fout:
        adres = Kaartadres(context.href(KAART))
        wat, melding = kop(beeld_van(context.stand, kies(context.stand, adres))), fout.zin
    return sjabloon(
        "inbedden_uitleg",
        className="smal",
        titel=title(context.stand),
        wat=wat,
        melding=melding,
        nieuwste=_frame(context.settings.buiten(adres.href(), request.host_url), wat),
        vast=_frame(context.settings.buiten(adres.met(stand=context.stand.id), request.host_url), wat),
        dag=datum(context.stand.gebouwd_op),
        voorbeeld=adres.href(),
        kaart=f"{context.href('/kaart')}{adres.href().removeprefix(adres.pad)}",
    )


def _frame(adres: str, titel: str) -> str:
    """Return the HTML that shows an address of ours in another page."""
    return f'<iframe src="{escape(adres)}" title="{escape(titel)}" width="100%" height="{HOOGTE}"></iframe>'
