"""Fiscal income per municipality, Statbel: totals and counts per income year."""

from etl.sources.bestand import Bestand
from etl.sources.lezing import Lezing
from etl.sources.statbel import LICENTIE, UITGEVER, has_columns, read_municipalities

__all__ = ["LICENTIE", "UITGEVER"]

NAAM = "statbel_fiscaal"
TITEL = "Fiscale inkomens per gemeente"
PAGINA = "https://statbel.fgov.be/sites/default/files/files/opendata/arbeid/TF_PSNL_INC_TAX_MUNTY.xlsx"

KOLOMMEN = {
    "MS_TOT_NET_TAXABLE_INC": (0.0, 1e12),
    "MS_NBR_NON_ZERO_INC": (0.0, 1e7),
    "MS_TOT_RESIDENTS": (0.0, 1e7),
}
"""Euro, returns that are not zero, and residents: the columns that the catalog needs, with their range."""


def discover(page: bytes, url: str) -> list[str]:
    """The address is the file itself."""
    return [url]


def recognise(bestand: Bestand) -> bool:
    """Whether this is a table per municipality with fiscal incomes."""
    return has_columns(bestand, {*KOLOMMEN, "MS_TOT_NET_INC", "MS_TOT_TAXES"})


def read(bestand: Bestand) -> Lezing:
    """Income year, municipality and the three columns; `*` is suppressed. Raises `InvalidDelivery`."""
    return read_municipalities(bestand, NAAM, KOLOMMEN)
