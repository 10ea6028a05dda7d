"""The addresses of the downloads. They only read: a robot or a slow line can do no harm."""

from flask import Flask, Response, abort, request

from dashboard.achtergrond import achtergrond
from dashboard.downloads import van_gemeente
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.inhoud import Inhoud, met_vlaanderen, van_indicator
from dashboard.settings import Settings
from dashboard.warehouse import Warehouse

SOORT = "<any(zip,svg,png):soort>"


def register(server: Flask, warehouse: Warehouse, settings: Settings) -> None:
    """Answer every address under `/download/`; what it asks for stands in the modules beside this one."""

    @server.get(f"/download/gemeente/<slug>/<deel>.{SOORT}")
    def gemeente_domein(slug: str, deel: str, soort: str) -> Response:
        return van_gemeente.domein(warehouse.snapshot(), settings, slug, deel, soort)

    @server.get(f"/download/gemeente/<slug>/indicator/<naam>.{SOORT}")
    def gemeente_indicator(slug: str, naam: str, soort: str) -> Response:
        return van_gemeente.indicator(warehouse.snapshot(), settings, slug, naam, soort)

    @server.get("/download/indicator/<naam>.zip")
    def indicator(naam: str) -> Response:
        stand = warehouse.snapshot()
        if naam not in achtergrond(stand).catalogus:
            abort(404)
        titel = achtergrond(stand).catalogus[naam]["titel"]
        pagina = request.host_url.rstrip("/") + settings.href(f"/indicator/{naam}")

        def inhoud() -> Inhoud:
            wat = f"{titel} in alle gemeenten"
            return Inhoud(wat, pagina, van_indicator(stand, naam), met_vlaanderen())

        return antwoord(stand, naam.replace("_", "-"), "zip", inhoud, None)
