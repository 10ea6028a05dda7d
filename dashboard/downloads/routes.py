"""The addresses of the downloads. They only read: a robot or a slow line can do no harm."""

from flask import Flask, Response, request

from dashboard.components.kaartadres import SAMEN
from dashboard.downloads import van_gemeente, van_indicator, van_kaart, van_kaarten, van_vergelijk
from dashboard.settings import Settings
from dashboard.warehouse import Warehouse

DRAWN = "<any(svg,png):soort>"
ALL = "<any(zip,svg,png):soort>"


def register(server: Flask, warehouse: Warehouse, settings: Settings) -> None:
    """Answer every address under `/download/`; what it asks for stands in the modules beside this one."""

    @server.get(f"/download/gemeente/<slug>/<deel>.{ALL}")
    def gemeente_domein(slug: str, deel: str, soort: str) -> Response:
        return van_gemeente.domein(warehouse.snapshot(), settings, slug, deel, soort)

    @server.get(f"/download/gemeente/<slug>/indicator/<naam>.{ALL}")
    def gemeente_indicator(slug: str, naam: str, soort: str) -> Response:
        return van_gemeente.indicator(warehouse.snapshot(), settings, slug, naam, soort)

    @server.get("/download/indicator/<naam>.zip")
    def indicator(naam: str) -> Response:
        return van_indicator.alles(warehouse.snapshot(), settings, naam)

    @server.get(f"/download/indicator/<naam>/<any(verdeling,trechter,evolutie):deel>.{DRAWN}")
    def indicator_figuur(naam: str, deel: str, soort: str) -> Response:
        return van_indicator.figuur(warehouse.snapshot(), naam, deel, soort)

    @server.get("/download/kaart.<any(zip,svg,png,geojson):soort>")
    def kaart_mee(soort: str) -> Response:
        samen = request.args.get("vorm") in SAMEN and soort != "geojson"
        maak = van_kaarten.kaarten if samen else van_kaart.kaart
        return maak(warehouse.snapshot(), settings, soort)

    @server.get(f"/download/vergelijk/<any(tabel,evolutie,verschil):deel>.{ALL}")
    def vergelijk(deel: str, soort: str) -> Response:
        return van_vergelijk.deel(warehouse.snapshot(), settings, deel, soort)
