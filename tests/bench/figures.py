"""Made-up figures of any size, as a source would deliver them: 300 municipalities, all columns filled."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from indicators.gemeenten import gemeenten
from indicators.model import Fusieregel, Indicator, Levensdomein, Richting, Soort
from indicators.observations import COLUMNS

YEARS = range(2000, 2025)
STATE = "300"
CODES = sorted(gemeenten(STATE))
BRON = "bench"


def catalog(indicators: int) -> dict[str, Indicator]:
    """That many indicators: the four rules for mergers take turns."""
    made = [_indicator(number, list(Fusieregel)[number % 4]) for number in range(indicators)]
    return {indicator.id: indicator for indicator in made}


def _indicator(number: int, regel: Fusieregel) -> Indicator:
    return Indicator(
        id=f"maat_{number:03}",
        titel=f"Maat {number}",
        definitie="Verzonnen, om te meten hoe snel het gaat.",
        waarom="Om te meten.",
        eenheid="%",
        soort=Soort.AANTAL if regel is Fusieregel.SOM else Soort.AANDEEL,
        richting=Richting.LAGER_IS_GUNSTIGER,
        levensdomein=Levensdomein.INKOMEN,
        bron=BRON,
        bron_sleutel=f"K{number}",
        teller="gezinnen",
        teller_sleutel=f"T{number}",
        noemer="alle gezinnen",
        noemer_sleutel=f"N{number}",
        factor=100,
        fusieregel=regel,
        geldig=(0.0, 1e6),
        herzien=date(2026, 1, 1),
    )


def deliveries(names: list[str]) -> Iterator[pd.DataFrame]:
    """One delivery per year of `YEARS`: the observations (`COLUMNS`) of these indicators.

    A share has two decimals, as publishers print it; 2 in 100 are empty; one indicator in eight is a survey
    with its respondents; the last year is provisional.
    """
    chance = np.random.default_rng(285)
    people = chance.integers(800, 60_000, len(CODES))
    for year in YEARS:
        indicator, nis = (grid.ravel() for grid in np.indices((len(names), len(CODES))))
        noemer = np.round(people * (1 + (year - YEARS[0]) / 200))[nis]
        teller = np.floor(noemer * chance.beta(2, 12, len(nis)))
        empty = chance.random(len(nis)) < 0.02
        waarde = np.where(indicator % 4 == 0, teller, np.round(100 * teller / noemer, 2))
        yield pd.DataFrame(
            {
                "indicator": np.array(names, dtype=object)[indicator],
                "nis_code": np.array(CODES, dtype=object)[nis],
                "geografie": STATE,
                "periode_begin": pd.Timestamp(year, 1, 1),
                "periode_einde": pd.Timestamp(year, 12, 31),
                "periode_label": str(year),
                "waarde": np.where(empty, np.nan, waarde),
                "status": np.where(empty, "ontbreekt", "waarde"),
                "schatting": False,
                "voorlopig": year == YEARS[-1],
                "teller": np.where(empty, np.nan, teller),
                "noemer": noemer,
                "n": np.where(indicator % 8 == 0, np.floor(noemer / 50), np.nan),
                "levering": "",
            }
        )[COLUMNS]


def as_read(rows: pd.DataFrame) -> pd.DataFrame:
    """One delivery of `deliveries` as its reader gives it: `Lezing.waarden`, three keys per indicator."""
    number = rows["indicator"].str.removeprefix("maat_").astype(int).astype(str)
    kept = rows[["nis_code", "periode_einde", "periode_label", "status", "voorlopig"]]
    keys = {"K": "waarde", "T": "teller", "N": "noemer"}
    parts = [kept.assign(sleutel=key + number, waarde=rows[column]) for key, column in keys.items()]
    return pd.concat([parts[0].assign(n=rows["n"]), *parts[1:]], ignore_index=True)
