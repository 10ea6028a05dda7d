"""`metadata.json`: what the figures mean and where they come from, for another program."""

import json
from datetime import date, datetime

from dashboard import VERSIE
from dashboard.downloads.cijfers import CODERING
from dashboard.downloads.inhoud import Inhoud, Vergelijking
from dashboard.downloads.kolommen import KOLOMMEN
from dashboard.tekst import DEMO
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import gemeenten

INDICATOR = (
    *("indicator", "titel", "definitie", "waarom", "eenheid", "soort", "richting", "richting_reden"),
    *("levensdomein", "bron", "teller_naam", "noemer_naam", "noemer_indicator", "venster_jaren"),
    *("fusieregel", "decimalen", "breuken", "kanttekening", "herzien"),
)
"""What the catalog says of an indicator."""
LEVERING = (
    *("levering", "bron_titel", "uitgever", "url", "bestandsnaam", "sha256", "opgehaald_op"),
    *("licentie", "demo"),
)
"""What is known of a file."""


def metadata(stand: Stand, inhoud: Inhoud) -> dict[str, object]:
    """Return everything about a download that does not fit in its rows; days as 2024-12-31."""
    return {
        "titel": inhoud.titel,
        "waarschuwing": DEMO if stand.demo else None,
        "pagina": inhoud.pagina,
        "stand": stand.id,
        "gebouwd_op": stand.gebouwd_op,
        "versie": VERSIE,
        "demo": stand.demo,
        "bestand": {
            "naam": "cijfers.csv",
            "rijen": len(inhoud.cijfers),
            "codering": CODERING,
            "scheidingsteken": ";",
            "decimaalteken": ",",
        },
        "kolommen": KOLOMMEN,
        "vergelijking": _group(inhoud.vergelijking),
        "indicatoren": [_only(rij, INDICATOR) for rij in inhoud.indicatoren(stand)],
        "leveringen": [_only(rij, LEVERING) for rij in inhoud.leveringen(stand)],
    }


def als_json(gegevens: dict[str, object]) -> bytes:
    """Return it as text that a person can read too."""
    return json.dumps(gegevens, ensure_ascii=False, indent=2, default=_day).encode()


def _group(gevonden: Vergelijking) -> dict[str, object]:
    leden = [{"nis_code": nis, "naam": gemeenten()[nis].naam} for nis in gevonden.leden]
    return {
        "keuze": gevonden.keuze,
        "naam": gevonden.naam,
        "uitleg": gevonden.uitleg,
        "zonder": gevonden.zonder,
        "leden": leden,
    }


def _only(rij: Rij, velden: tuple[str, ...]) -> Rij:
    return {veld: rij[veld] for veld in velden}


def _day(waarde: object) -> str:
    if isinstance(waarde, date | datetime):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} has no place in the metadata")
