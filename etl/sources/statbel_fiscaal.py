"""Fiscal income per municipality, Statbel: totals and counts per income year.

Two layouts of the same table exist: a workbook on the municipalities of 2019, and an older zip file with
text (decimal comma) on those of before 2019. Both have the same columns.
"""

from datetime import date

import pandas as pd

from etl.sources.bestand import Bestand
from etl.sources.lezing import Lezing
from etl.sources.statbel import LICENTIE, UITGEVER, has_columns, read_municipalities

__all__ = ["LICENTIE", "UITGEVER"]

NAAM = "statbel_fiscaal"
TITEL = "Fiscale inkomens per gemeente"
PAGINA = "https://statbel.fgov.be/sites/default/files/files/opendata/arbeid/TF_PSNL_INC_TAX_MUNTY.xlsx"

INWONERS = "MS_TOT_RESIDENTS"
KOLOMMEN = {
    "MS_TOT_NET_TAXABLE_INC": (0.0, 1e12),
    "MS_NBR_NON_ZERO_INC": (0.0, 1e7),
    INWONERS: (0.0, 1e7),
}
"""Euro, returns that are not zero, and residents: the columns that the catalog needs, with their range."""
INWONERS_1_JANUARI = "inwoners op 1 januari"
"""The residents again, on the day that they were counted: see `_on_their_day`."""


def discover(page: bytes, url: str) -> list[str]:
    """The address is the file itself."""
    return [url]


def recognise(bestand: Bestand) -> bool:
    """Whether this is a table per municipality with fiscal incomes."""
    return has_columns(bestand, {*KOLOMMEN, "MS_TOT_NET_INC", "MS_TOT_TAXES"})


def read(bestand: Bestand) -> Lezing:
    """Income year, municipality and the three columns; `*` is suppressed. Raises `InvalidDelivery`."""
    lezing = read_municipalities(bestand, NAAM, KOLOMMEN)
    waarden = pd.concat([lezing.waarden, _on_their_day(lezing.waarden)], ignore_index=True)
    return Lezing(waarden, {**lezing.titels, INWONERS_1_JANUARI: "Inwoners op 1 januari"})


def _on_their_day(waarden: pd.DataFrame) -> pd.DataFrame:
    """The residents of income year x are the population of 1 January of x + 1.

    Statbel does not say so; the figures do: equal in every municipality to its population tables of 2010
    and of 2012 to 2021, and never to those of another year. Those of 2011 were revised by some persons.
    """
    inwoners = waarden[waarden["sleutel"] == INWONERS]
    jaren = [einde.year + 1 for einde in inwoners["periode_einde"]]
    return inwoners.assign(
        sleutel=INWONERS_1_JANUARI,
        periode_einde=[date(jaar, 1, 1) for jaar in jaren],
        periode_label=[f"1 januari {jaar}" for jaar in jaren],
    )
