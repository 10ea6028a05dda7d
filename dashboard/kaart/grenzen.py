"""The maps of the municipalities: files beside the figures, whose name changes with their content."""

import re
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, redirect, request

from dashboard.settings import Settings
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten import GEOGRAFIEEN

NAME = re.compile(rf"grenzen-({'|'.join(GEOGRAFIEEN)})-[0-9a-f]{{12}}\.geojson")
TYPE = "application/geo+json"
FOR_EVER = "public, max-age=31536000, immutable"


def map_path(stand: Stand, geografie: str) -> str | None:
    """Return the path (without URL prefix) of the map of a state in this build, or None."""
    for row in stand.grenzen():
        if row["geografie"] == geografie:
            return "/grenzen/" + str(row["bestand"]).removeprefix("grenzen-")
    return None


def grenzenbestand(folder: Path, stand: Stand, geografie: str) -> Path | None:
    """Return the map of a state in this build as a file, or None where there is none."""
    path = map_path(stand, geografie)
    return _find(folder, path.replace("/grenzen/", "grenzen-")) if path else None


def register(server: Flask, warehouse: Warehouse, settings: Settings) -> None:
    """Answer `/grenzen/<state>-<fingerprint>.geojson`, and `/grenzen/<state>` with where that is now."""

    @server.get("/grenzen/<name>.geojson")
    def named(name: str) -> Any:
        found = _find(warehouse.link.parent, f"grenzen-{name}.geojson")
        if found is None:
            abort(404)
        packed = found.with_name(f"{found.name}.gz")
        zipped = bool(request.accept_encodings["gzip"]) and packed.exists()
        answer = Response((packed if zipped else found).read_bytes(), mimetype=TYPE)
        if zipped:
            answer.content_encoding = "gzip"
        answer.vary.add("Accept-Encoding")
        answer.headers["Cache-Control"] = FOR_EVER
        return answer

    @server.get("/grenzen/<geografie>")
    def current(geografie: str) -> Any:
        path = map_path(warehouse.snapshot(), geografie)
        if path is None:
            abort(404)
        return redirect(settings.href(path))


def _find(folder: Path, name: str) -> Path | None:
    """Return the map with this name; other names never reach the disk."""
    path = folder.resolve() / name
    return path if NAME.fullmatch(name) and path.is_file() else None
