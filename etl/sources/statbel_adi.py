"""Administratief beschikbaar inkomen per municipality, Statbel (experimental): poverty risk and quartiles."""

from etl.sources.bestand import Bestand
from etl.sources.lezing import Lezing
from etl.sources.links import find_links
from etl.sources.statbel import LICENTIE, UITGEVER, has_columns, read_municipalities

__all__ = ["LICENTIE", "UITGEVER"]

NAAM = "statbel_adi"
TITEL = "Administratief beschikbaar inkomen per gemeente"
PAGINA = "https://statbel.fgov.be/nl/themas/datalab/administratief-beschikbaar-inkomen"

KOLOMMEN = {
    "MS_ADMIN_AROP": (0.0, 100.0),
    "MS_Q1": (0.0, 1e6),
    "MS_MEDIAN": (0.0, 1e6),
    "MS_Q3": (0.0, 1e6),
    "MS_NBR_ELIGIBLE": (0.0, 1e7),
}
"""Per cent, euro a year per person (equivalised), and persons, with their range."""


def discover(page: bytes, url: str) -> list[str]:
    """The workbooks with the table per municipality; the other tables on the page have another layout."""
    return [link for link in find_links(page, url, "fgov.be", (".xlsx",)) if "ADI_MUNTY" in link.upper()]


def recognise(bestand: Bestand) -> bool:
    """Whether this is a table per municipality with disposable incomes."""
    return has_columns(bestand, set(KOLOMMEN))


def read(bestand: Bestand) -> Lezing:
    """Year, municipality and the columns of `KOLOMMEN`; empty is missing. Raises `InvalidDelivery`."""
    return read_municipalities(bestand, NAAM, KOLOMMEN)
