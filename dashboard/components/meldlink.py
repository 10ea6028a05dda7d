"""The link with which a reader reports a figure: its context stands in the address."""

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote_plus

from dashboard.components.duiding import schrijf, tijd
from dashboard.omgevingsanalyse.analyse import Regel


def meldlink(href: Callable[[str], str], regel: Regel, slug: str, stand: str) -> str:
    """Return the address of `/meld` for a figure of municipality `slug` in build `stand`."""
    meting = regel.meting
    gekend = meting is not None and meting.waarde is not None
    context = {
        "gemeente": slug,
        "indicator": regel.rij["indicator"],
        "periode": tijd(regel.rij) if gekend else None,
        "waarde": schrijf(regel, regel.rij["waarde"]) if gekend else "geen cijfer",
        "levering": regel.rij["levering"],
        "stand": stand,
    }
    return href("/meld?" + "&".join(f"{naam}={_quoted(tekst)}" for naam, tekst in context.items() if tekst))


_quoted = lru_cache(maxsize=1024)(quote_plus)
"""Most of the context is the same for many figures."""
