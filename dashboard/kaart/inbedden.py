"""`/inbedden/kaart`: a map in the page of somebody else, with the figures of now or of one build for good."""

import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, render_template, request

from dashboard.components.kaartadres import EEN, GEOGRAFISCH, JA, SAMEN, Kaartadres
from dashboard.components.kaartbronnen import leveringen
from dashboard.components.kaartfiguur import erover, tekening
from dashboard.components.kaartlegende import legende
from dashboard.components.kaartsamen import samenbeeld
from dashboard.components.kaartwoorden import bevinding, kop, leeswijzer
from dashboard.components.samenbeeld import Kaartdeel, Samenbeeld
from dashboard.downloads.tekening import bronregel
from dashboard.errors import Onbegrepen
from dashboard.kaart.vormen import gekozen_vormen
from dashboard.kaart.vraag import Kaartkeuze, beeld_van, kies
from dashboard.security import embeddable
from dashboard.settings import Settings
from dashboard.shell import asset_url
from dashboard.tekst import DEMO, datum
from dashboard.warehouse import NoWarehouse, Stand, Warehouse

PAD = "/inbedden/kaart"
STAND = re.compile(r"\d{8}T\d{6,12}")
BAD_REQUEST, GONE = 400, 410
OUDE_STANDEN = 2
"""Older builds that stay open: each may take as much memory as the newest."""
STYLES = ("01-tokens.css", "20-figuren.css", "28-kaart.css", "29-kaartsamen.css", "29-inbedden.css")


def register(server: Flask, warehouse: Warehouse, settings: Settings) -> None:
    """Answer `/inbedden/kaart` with the search parameters of `/kaart`; `stand` keeps the figures as they are.

    410 where that build was cleared away; 400 with the reason where there can be no such map.
    """
    asset = asset_url(settings.href)

    def page(**fields: object) -> str:
        sheets = [asset(name) for name in STYLES]
        return render_template("inbedden.html", icoon=asset("favicon.svg"), stylesheets=sheets, **fields)

    @server.get(PAD)
    @embeddable
    def ingebedde_kaart() -> Any:
        adres = Kaartadres.van_vraag(settings.href("/kaart"), request.args.to_dict())
        nu = adres.met(stand="")
        stand = build(warehouse, adres.stand) if adres.stand else warehouse.snapshot()
        if stand is None:
            return page(title="Deze kaart is niet meer bewaard", weg=gone(adres.stand), naar=nu), GONE
        try:
            beeld = shown(stand, settings.warehouse_dir, kies(stand, adres))
        except Onbegrepen as fout:  # in a frame there is no page to go back to
            return page(title="Deze kaart kan niet", weg=fout.zin, naar=nu), BAD_REQUEST
        return page(
            title=beeld.kop,
            vorm=adres.vorm if adres.vorm in SAMEN else EEN,
            b=beeld,
            bron=bronregel(leveringen(stand, beeld.beelden), stand),
            demo=DEMO if stand.demo else None,
            naar=nu,
            vast=datum(stand.gebouwd_op) if adres.stand else None,
        )


def shown(stand: Stand, folder: Path, keuze: Kaartkeuze) -> Samenbeeld:
    """Return everything that an embedded view shows, whatever its form; `folder` holds the boundaries.

    Raises Onbegrepen, with a sentence, where that cannot be made.
    """
    adres = keuze.adres
    if adres.vorm in SAMEN:
        return samenbeeld(stand, folder, keuze)
    beeld, stippen, lijnen = beeld_van(stand, keuze), adres.stippen == JA, adres.lijnen.split(",")
    _, vormen = gekozen_vormen(folder, stand, adres.beeld != GEOGRAFISCH, lijnen)
    getekend = tekening(stand, beeld, vormen, stippen=stippen, lijnen=lijnen)
    return Samenbeeld(
        kop=kop(beeld),
        zinnen=(bevinding(beeld),),
        kaarten=(Kaartdeel("", getekend, legende(stand, beeld, stippen, erover(vormen, lijnen))),),
        noten=(*keuze.opmerkingen, *leeswijzer(beeld)),
        kolommen=(),
        rijen=(),
        beelden=(beeld,),
    )


def build(warehouse: Warehouse, naam: str) -> Stand | None:
    """Return the build with this name while it is kept, else None; other names never reach the disk."""
    nu = warehouse.snapshot()
    if naam == nu.id or not STAND.fullmatch(naam):
        return nu if naam == nu.id else None
    pad = warehouse.link.parent / f"warehouse-{naam}.duckdb"
    try:
        return _older(pad).snapshot() if pad.is_file() else None
    except NoWarehouse:  # of a version that this program cannot read
        return None


@lru_cache(maxsize=OUDE_STANDEN)
def _older(pad: Path) -> Warehouse:
    return Warehouse(pad)


def gone(naam: str) -> str:
    """Say that a build is no longer kept, with its day where the name tells it."""
    try:
        dag = f" van {datum(datetime.strptime(naam[:15], '%Y%m%dT%H%M%S'))}"
    except ValueError:
        dag = ""
    return f"Deze kaart toonde de cijfers zoals ze waren in de stand{dag}. Die stand is niet meer bewaard."
