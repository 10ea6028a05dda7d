"""How a download is answered: as a file with a name, made once per build and address."""

from collections.abc import Callable

from flask import Response, abort, request

from dashboard.bladen import Bladen
from dashboard.downloads.cijfers import als_csv
from dashboard.downloads.inhoud import Inhoud
from dashboard.downloads.leesmij import leesmij
from dashboard.downloads.metadata import als_json, metadata
from dashboard.downloads.pakket import zip_van
from dashboard.downloads.renderer import letters, png_van
from dashboard.downloads.tekening import Tekening
from dashboard.figures.uitvoer import met_letters
from dashboard.klok import hier
from dashboard.warehouse import Stand

BEWAARD = 32
"""Downloads kept per build: a drawing as PNG takes half a second, and weighs some 200 kB."""
SOORTEN = {
    "zip": "application/zip",
    "svg": "image/svg+xml",
    "png": "image/png",
    "geojson": "application/geo+json",
}

Maker = Callable[[], Inhoud]
Tekenaar = Callable[[], Tekening | None]


def antwoord(
    stand: Stand, naam: str, soort: str, inhoud: Maker | None, tekening: Tekenaar | None
) -> Response:
    """Return the download `naam` in build `stand` as a zip of `inhoud`, or as the drawing.

    404 where there is none. Only what is asked for is made.
    """
    return bestand(stand, naam, soort, lambda: _make(stand, soort, inhoud, tekening))


def bestand(stand: Stand, naam: str, soort: str, maak: Callable[[], bytes]) -> Response:
    """Return what `maak` makes as a file, made once; `soort` is its ending, one of `SOORTEN`."""
    bewaard = stand.onthoud("downloads", lambda: Bladen[bytes](BEWAARD))
    gemaakt = bewaard.geef(request.url, maak)
    gegeven = Response(gemaakt, mimetype=SOORTEN[soort])
    dag = hier(stand.gebouwd_op).date().isoformat()
    gegeven.headers.set("Content-Disposition", "attachment", filename=f"regiekompas-{naam}-{dag}.{soort}")
    gegeven.headers["Cache-Control"] = "no-cache"
    gegeven.headers["X-Robots-Tag"] = "noindex"
    gegeven.add_etag()
    gegeven.make_conditional(request)
    return gegeven


def _make(stand: Stand, soort: str, inhoud: Maker | None, tekening: Tekenaar | None) -> bytes:
    if soort == "zip" and inhoud:
        return _package(stand, inhoud())
    getekend = tekening() if tekening else None
    if getekend is None:
        abort(404)
    svg = getekend.los(stand)
    return met_letters(svg, letters()).encode() if soort == "svg" else png_van(svg)


def _package(stand: Stand, inhoud: Inhoud) -> bytes:
    bestanden = {
        "cijfers.csv": als_csv(inhoud.cijfers, stand.demo),
        "metadata.json": als_json(metadata(stand, inhoud)),
        "LEESMIJ.txt": leesmij(stand, inhoud),
    }
    return zip_van(bestanden, hier(stand.gebouwd_op).date())
