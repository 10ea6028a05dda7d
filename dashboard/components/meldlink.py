"""The link with which a reader reports a figure: its context stands in the address."""

from collections.abc import Callable
from urllib.parse import urlencode

from dashboard.components.duiding import tijd, waarde
from dashboard.warehouse import Rij


def meldlink(href: Callable[[str], str], rij: Rij, slug: str, stand: str) -> str:
    """Return the address of `/meld` for a row of the profile of municipality `slug` in build `stand`."""
    gekend = rij["waarde"] is not None
    context = {
        "gemeente": slug,
        "indicator": rij["indicator"],
        "periode": tijd(rij) if gekend else None,
        "waarde": waarde(rij) if gekend else "geen cijfer",
        "levering": rij["levering"],
        "stand": stand,
    }
    return href("/meld?" + urlencode({naam: tekst for naam, tekst in context.items() if tekst}))
