"""What each source is expected to deliver: said by its module and the catalog, so it is never out of date."""

from collections.abc import Mapping
from typing import Any

from etl.sources import Bron
from indicators.model import Indicator

ROLLEN = ("bron_sleutel", "teller_sleutel", "noemer_sleutel")
"""Fields of an indicator that name a figure of its source."""


def expected(bronnen: Mapping[str, Bron], catalog: Mapping[str, Indicator]) -> dict[str, Any]:
    """Per source: its page and licence, its columns with their range, and the keys that indicators need."""
    return {naam: _source(bron, catalog) for naam, bron in bronnen.items()}


def _source(bron: Bron, catalog: Mapping[str, Indicator]) -> dict[str, Any]:
    kolommen = getattr(bron, "KOLOMMEN", None)
    ranges = kolommen if isinstance(kolommen, Mapping) else {}
    return {
        "titel": bron.TITEL,
        "uitgever": bron.UITGEVER,
        "licentie": bron.LICENTIE,
        "paginas": [bron.PAGINA, *getattr(bron, "OOK_OP", ())],
        "kolommen": {
            kolom: list(ranges[kolom]) if kolom in ranges else None
            for kolom in (*getattr(bron, "VEREIST", ()), *ranges)
        },
        "sleutels": [
            {
                "sleutel": sleutel,
                "rol": rol,
                "indicator": indicator.id,
                "eenheid": indicator.eenheid,
                "bereik": list(indicator.geldig) if rol == "bron_sleutel" else None,
            }
            for indicator in catalog.values()
            if (own := indicator.bij(bron.NAAM))
            for rol in ROLLEN
            if (sleutel := getattr(own, rol))
        ],
    }
