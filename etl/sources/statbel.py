"""What the open data of Statbel per municipality share: one sheet, a row per year and municipality."""

from collections.abc import Mapping

import pandas as pd

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.cellen import (
    as_frame,
    check_range,
    check_unique,
    nis_code,
    read_codes,
    read_numbers,
    read_years,
)
from etl.sources.lezing import Lezing
from etl.sources.tabel import Tabel, find_table, plain
from indicators.gemeenten import VLAANDEREN

LICENTIE = "CC BY 4.0"
UITGEVER = "Statbel"
JAAR, GEMEENTE, GEWEST = "CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS"

Bereik = tuple[float, float]


def has_columns(bestand: Bestand, kenmerkend: set[str]) -> bool:
    """Whether a sheet starts with a table per municipality that has at least two of these columns."""
    for blad in bestand.bladen:
        for rij in bestand.rijen(blad)[:10]:
            kop = {plain(cel) for cel in rij}
            if plain(GEMEENTE) in kop and len(kop & {plain(kolom) for kolom in kenmerkend}) >= 2:
                return True
    return False


def read_municipalities(bestand: Bestand, bron: str, kolommen: Mapping[str, Bereik]) -> Lezing:
    """The columns `kolommen`, each within its range, of the Flemish municipalities; keys are column names."""
    bestand.check(bron)
    if not bestand.bladen:
        raise InvalidDelivery(
            bron,
            bestand.naam,
            "begin van het bestand",
            "dit is geen Excel-werkboek.",
            "lever het .xlsx-bestand zoals Statbel het aanbiedt.",
        )
    vereist = [JAAR, GEMEENTE, GEWEST, *kolommen]
    # The sheet with the figures is the one that fits best; a sheet with notes may stand beside it.
    blad = max(bestand.bladen, key=lambda blad: _hits(bestand, blad, vereist))
    tabel = _flemish(find_table(bestand, bron, bestand.rijen(blad), vereist, blad))
    codes, jaren = read_codes(tabel, GEMEENTE), read_years(tabel, JAAR)
    check_unique(tabel, list(zip(codes, jaren, strict=True)))
    frames = []
    for kolom, (laag, hoog) in kolommen.items():
        waarden, statussen = read_numbers(tabel, kolom)
        check_range(tabel, kolom, waarden, laag, hoog)
        frames.append(as_frame([kolom] * len(codes), codes, jaren, waarden, statussen))
    return Lezing(pd.concat(frames, ignore_index=True), titels={kolom: kolom for kolom in kolommen})


def _hits(bestand: Bestand, blad: str, vereist: list[str]) -> int:
    gezocht = {plain(kolom) for kolom in vereist}
    return max((len(gezocht & {plain(cel) for cel in rij}) for rij in bestand.rijen(blad)[:10]), default=0)


def _flemish(tabel: Tabel) -> Tabel:
    """Only the rows of the Flemish Region. The file holds all of Belgium, sorted by year and code."""
    gewesten = [nis_code(cel) for cel in tabel.kolom(GEWEST)]
    vlaams = tabel.waar([gewest == VLAANDEREN for gewest in gewesten])
    if not vlaams.rijen:
        raise tabel.fout(
            f"kolom '{GEWEST}'",
            f"geen enkele rij heeft het gewest {VLAANDEREN}.",
            "lever het bestand voor heel België of voor het Vlaams Gewest.",
        )
    return vlaams
