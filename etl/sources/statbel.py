"""What the open data of Statbel per municipality share: one table, a row per year and municipality.

The table is a sheet of a workbook, or text with `|` between the columns, alone or in a zip file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import pandas as pd

from etl.sources.bestand import Bestand, Cel
from etl.sources.cellen import (
    as_frame,
    check_range,
    check_unique,
    is_number,
    nis_code,
    read_codes,
    read_numbers,
    read_years,
)
from etl.sources.lezing import Lezing
from etl.sources.tabel import KOP_IN_RIJ, MAX_RIJEN, Tabel, find_table, plain
from indicators.gemeenten import VLAANDEREN, alle_codes

LICENTIE = "CC BY 4.0"
UITGEVER = "Statbel"
ANDERE_GEWESTEN = ("03000", "04000")
JAAR, GEMEENTE, GEWEST = "CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS"
SCHEIDING = "|"

Bereik = tuple[float, float]
Rijen = Sequence[Sequence[Cel]]


def has_columns(bestand: Bestand, kenmerkend: set[str], gemeente: str = GEMEENTE) -> bool:
    """Whether a table starts with the code of a municipality and at least two of these columns."""
    gezocht = {plain(kolom) for kolom in kenmerkend}
    for _, rijen in _tables(bestand, KOP_IN_RIJ):
        for rij in rijen[:KOP_IN_RIJ]:
            kop = {plain(cel) for cel in rij}
            if plain(gemeente) in kop and len(kop & gezocht) >= 2:
                return True
    return False


def read_municipalities(bestand: Bestand, bron: str, kolommen: Mapping[str, Bereik]) -> Lezing:
    """The columns `kolommen`, each within its range, of the Flemish municipalities; keys are column names."""
    bestand.check(bron)
    vereist = [JAAR, GEMEENTE, GEWEST, *kolommen]
    # The sheet with the figures is the one that fits best; a sheet with notes may stand beside it.
    blad, rijen = max(_tables(bestand, MAX_RIJEN + 2), key=lambda tabel: _hits(tabel[1], vereist))
    tabel = _flemish(find_table(bestand, bron, rijen, vereist, blad), kolommen)
    codes, jaren = read_codes(tabel, GEMEENTE), read_years(tabel, JAAR)
    check_unique(tabel, list(zip(codes, jaren, strict=True)))
    frames = []
    for kolom, (laag, hoog) in kolommen.items():
        waarden, statussen = read_numbers(tabel, kolom)
        check_range(tabel, kolom, waarden, laag, hoog)
        frames.append(as_frame([kolom] * len(codes), codes, jaren, waarden, statussen))
    return Lezing(pd.concat(frames, ignore_index=True), titels={kolom: kolom for kolom in kolommen})


def _tables(bestand: Bestand, hoogstens: int) -> Iterator[tuple[str | None, Rijen]]:
    """The sheets by name, or the text without a name, of which at most so many rows are read."""
    for blad in bestand.bladen:
        yield blad, bestand.rijen(blad)
    if not bestand.bladen:
        yield None, [regel.split(SCHEIDING) for regel in islice(bestand.regels(), hoogstens)]


def _hits(rijen: Rijen, vereist: list[str]) -> int:
    gezocht = {plain(kolom) for kolom in vereist}
    return max((len(gezocht & {plain(cel) for cel in rij}) for rij in rijen[:KOP_IN_RIJ]), default=0)


def _flemish(tabel: Tabel, kolommen: Iterable[str]) -> Tabel:
    """Only the rows of the Flemish Region. The file holds all of Belgium, sorted by year and code."""
    cijfers = zip(*(tabel.kolom(kolom) for kolom in kolommen), strict=True)
    rijen = zip(tabel.nummers, tabel.kolom(GEWEST), tabel.kolom(GEMEENTE), cijfers, strict=True)
    houd = []
    for nummer, gewest, gemeente, cellen in rijen:
        is_noot = plain(gewest) == "" and not any(map(is_number, cellen))
        houd.append(not is_noot and is_flemish(tabel, nummer, gewest, gemeente))
    vlaams = tabel.waar(houd)
    if not vlaams.rijen:
        raise tabel.fout(
            f"kolom '{GEWEST}'",
            f"geen enkele rij heeft het gewest {VLAANDEREN}.",
            "lever het bestand voor heel België of voor het Vlaams Gewest.",
        )
    return vlaams


def is_flemish(tabel: Tabel, nummer: int, gewest: Cel, gemeente: Cel) -> bool:
    """Whether a row is of the Flemish Region; raises when that is not the region of its municipality.

    Such a row would be left out in silence, and with it the figures in it.
    """
    code = nis_code(gewest)
    if code == VLAANDEREN:
        return True
    if code not in ANDERE_GEWESTEN or nis_code(gemeente) in alle_codes():
        raise tabel.fout(
            f"rij {nummer}, kolom '{GEWEST}'",
            f"'{gewest}' is niet het gewest van gemeente '{gemeente}'.",
            "ga na of de cellen van deze rij verschoven zijn, en herstel het gewest.",
        )
    return False
