"""Search for a municipality. Plain HTML, so that it works without JavaScript too."""

from typing import Any

from flask import Flask, g, jsonify, redirect, render_template, request

from dashboard.settings import Settings
from dashboard.warehouse import Warehouse
from indicators import gemeenten

PATH = "/zoek"
SUGGESTED = 8
LISTED = 40


def register(server: Flask, warehouse: Warehouse, settings: Settings) -> None:
    """Answer `/zoek?q=` with the municipality or with a list, and `/zoek.json?q=` with suggestions."""

    @server.get(PATH)
    def search() -> Any:
        asked = request.args.get("q", "").strip()
        hits = gemeenten.zoek(asked, LISTED) if asked else []
        found = {hit.gemeente for hit in hits}
        only = gemeenten.gemeente_voor(asked) or (found.pop() if len(found) == 1 else None)
        if asked and only:
            return redirect(settings.href(f"/gemeente/{only.slug}"))
        g.stand = warehouse.snapshot()
        return render_template("zoek.html", asked=asked, hits=hits)

    @server.get(f"{PATH}.json")
    def suggest() -> Any:
        asked = request.args.get("q", "").strip()
        hits = gemeenten.zoek(asked, SUGGESTED) if asked else []
        answer = jsonify([_suggestion(hit, settings) for hit in hits])
        answer.cache_control.max_age = 3600
        return answer


def _suggestion(hit: gemeenten.Treffer, settings: Settings) -> dict[str, str]:
    """Return the name that was found, the municipality of today and the path of its page."""
    return {
        "naam": hit.via or hit.gemeente.naam,
        "nu": hit.gemeente.naam,
        "pad": settings.href(f"/gemeente/{hit.gemeente.slug}"),
    }
