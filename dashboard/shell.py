"""The frame around every page: head, header with search box, footer. The server renders it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from dash import Dash
from flask import Flask, g, render_template

from dashboard import tekst
from dashboard.settings import Settings

ASSETS = Path(__file__).parents[1] / "assets"
# The frame links these itself, so that pages without Dash have them too.
OF_THE_FRAME = r"\.css$|^60-zoek\.js$"


class App(Dash):
    """Dash whose first answer is our own frame with the whole page in it, before any script runs."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """Return the HTML of a Dash page; `parts` are the pieces that Dash fills in."""
        return render_template("pagina.html", **{**parts, "title": g.title, "eerste": g.eerste})


def add_frame(server: Flask, settings: Settings) -> None:
    """Give every template what the frame needs: links with the URL prefix, style sheets, demo status."""

    @server.context_processor
    def frame() -> dict[str, Any]:
        stand = g.get("stand")
        return {
            "href": settings.href,
            "asset": asset_url(settings.href),
            "stylesheets": _stylesheets(),
            "demo": tekst.DEMO if stand and stand.demo else None,
        }


def asset_url(href: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that gives an asset's URL, with its time of change: it may be cached for a year.

    Assets are looked at once: they change with a new version of the app, which begins a new process.
    """

    def url(name: str) -> str:
        return href(f"/assets/{name}?m={_changed(name)}")

    return url


@cache
def _changed(name: str) -> int:
    return int((ASSETS / name).stat().st_mtime)


@cache
def _stylesheets() -> list[str]:
    return sorted(path.name for path in ASSETS.glob("*.css"))
