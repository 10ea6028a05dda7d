"""The downloads of `/indicator/<id>`: every figure of every municipality."""

from flask import Response, abort, request

from dashboard.achtergrond import achtergrond
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.inhoud import Inhoud, met_vlaanderen, van_indicator
from dashboard.settings import Settings
from dashboard.warehouse import Stand


def alles(stand: Stand, settings: Settings, naam: str) -> Response:
    """Answer with all municipalities in all periods; 404 where there is no such indicator."""
    titel = _known(stand, naam)
    pagina = request.host_url.rstrip("/") + settings.href(f"/indicator/{naam}")

    def inhoud() -> Inhoud:
        return Inhoud(f"{titel} in alle gemeenten", pagina, van_indicator(stand, naam), met_vlaanderen())

    return antwoord(stand, naam.replace("_", "-"), "zip", inhoud, None)


def _known(stand: Stand, naam: str) -> str:
    """Return the title of an indicator of this build, or answer 404."""
    rij = achtergrond(stand).catalogus.get(naam)
    if rij is None:
        abort(404)
    return str(rij["titel"])
