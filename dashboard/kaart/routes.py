"""The map over HTTP: its data, and the shapes that it is drawn with."""

import json
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, request

from dashboard.bladen import Bladen
from dashboard.components.kaartadres import GEOGRAFISCH, JA, Kaartadres
from dashboard.components.kaartfiguur import erover
from dashboard.errors import Onbegrepen
from dashboard.kaart.data import kaartdata, kleurdata
from dashboard.kaart.grenzen import FOR_EVER
from dashboard.kaart.vormen import als_json, gekozen_vormen, vormen_met_naam
from dashboard.kaart.vraag import beeld_van, kies
from dashboard.warehouse import Stand, Warehouse

BEWAARD = 256
"""Answers kept per build: some 15 kB each."""
VORMEN_BEWAARD = 6
JSON = "application/json"
AN_HOUR = "public, max-age=3600"
ALLE = "alle"
"""The value of `perioden` that asks for every period at once, to play them."""


def register(server: Flask, warehouse: Warehouse) -> None:
    """Answer `/kaart.json` with the search parameters of `/kaart`, and `/kaart/vormen-<name>.json`."""
    gemaakt = Bladen[bytes](VORMEN_BEWAARD)

    @server.get("/kaart.json")
    def kaart_json() -> Response:
        stand = warehouse.snapshot()
        bewaard = stand.onthoud("kaart.json", lambda: Bladen[bytes](BEWAARD))
        try:
            inhoud = bewaard.geef(request.query_string, lambda: _data(stand, warehouse.link.parent))
        except Onbegrepen as fout:
            return Response(_json({"fout": fout.zin}), 400, mimetype=JSON)
        antwoord = Response(inhoud, mimetype=JSON)
        # `stand` in the address names the build: the figures stay, the words change with the app.
        vast = request.args.get("stand") == stand.id
        antwoord.headers["Cache-Control"] = AN_HOUR if vast else "no-cache"
        antwoord.add_etag()
        antwoord.make_conditional(request)
        return antwoord

    @server.get("/kaart/vormen-<naam>.json")
    def vormen(naam: str) -> Any:
        gevonden = vormen_met_naam(warehouse.link.parent, naam)
        if gevonden is None:
            abort(404)
        antwoord = Response(gemaakt.geef(naam, lambda: als_json(naam, gevonden)), mimetype=JSON)
        antwoord.headers["Cache-Control"] = FOR_EVER
        return antwoord


def _data(stand: Stand, folder: Path) -> bytes:
    adres = Kaartadres.van_vraag("", request.args.to_dict())
    keuze = kies(stand, adres)
    beeld = beeld_van(stand, keuze)
    lijnen = adres.lijnen.split(",")
    _, vormen = gekozen_vormen(folder, stand, adres.beeld != GEOGRAFISCH, lijnen)
    data = kaartdata(stand, beeld, keuze.opmerkingen, adres.stippen == JA, erover(vormen, lijnen))
    if request.args.get("perioden") == ALLE:
        data["reeks"] = [kleurdata(beeld_van(stand, keuze, een)) for een in beeld.perioden]
    return _json(data)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
