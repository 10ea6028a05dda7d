"""Population of municipalities as a table: a workbook with a sheet per year, or a CSV of several years."""

import csv
import re
from collections.abc import Mapping, Sequence
from itertools import islice

import pandas as pd

from etl.sources.bestand import Bestand, Cel
from etl.sources.bevolking_leeftijd import JONG, MIDDEN, OUD, TOTAAL
from etl.sources.cellen import check_range, check_unique, nis_code, read_codes, read_numbers, read_years
from etl.sources.tabel import KOP_IN_RIJ, MAX_RIJEN, Tabel, find_table, plain
from indicators.gemeenten import VLAANDEREN

BLAD = re.compile(r"bevolking (?:in|op 1 januari) ((?:19|20)\d\d)")
TITEL = re.compile(r"1 januari ((?:19|20)\d\d)")
CODE, GESLACHT, SAMEN = "NIS code", ("Mannen", "Vrouwen"), "Totaal"
VLAAMS = ("1", "3", "4", "7", "23", "24")
"""How the codes of Flemish areas begin. Only to leave out the rest of the country: which municipality it is,
and whether it exists, is looked up."""
CSV = {
    ("nis", "jaar", "bevolking"): {"bevolking": TOTAAL},
    ("nis", "year", "pop_total", "pop_0_17", "pop_18_64", "pop_65p"): {
        "pop_total": TOTAAL,
        "pop_0_17": JONG,
        "pop_18_64": MIDDEN,
        "pop_65p": OUD,
    },
}
"""Header of each kind of CSV, and the key that each column of figures holds."""
HOOGSTE = 2_000_000.0


def year_sheets(bestand: Bestand) -> dict[str, int]:
    """The sheets 'Bevolking in 2025', with their year."""
    found = {blad: BLAD.fullmatch(plain(blad)) for blad in bestand.bladen}
    return {blad: int(match[1]) for blad, match in found.items() if match}


def other_sheets(bestand: Bestand) -> list[str]:
    """The sheets that hold such a table too, under a name without a year."""
    kop = {plain(CODE), plain(SAMEN)}
    return [
        blad
        for blad in bestand.bladen
        if blad not in year_sheets(bestand)
        and any(kop <= {plain(cel) for cel in rij} for rij in bestand.rijen(blad)[:KOP_IN_RIJ])
    ]


def csv_header(bestand: Bestand) -> tuple[str, ...] | None:
    """Which of the known headers this CSV has, or None."""
    kop = tuple(plain(cel) for cel in next(iter(_csv_rows(bestand, 1)), []))
    return kop if kop in CSV else None


def read_sheet(bestand: Bestand, bron: str, blad: str, jaar: int) -> tuple[pd.DataFrame, Tabel]:
    """Residents per municipality of one sheet, and the table they come from.

    Columns `sleutel`, `nis_code`, `jaar`, `waarde`, `status`. Raises `InvalidDelivery`.
    """
    rijen = bestand.rijen(blad)
    tabel = find_table(bestand, bron, rijen, [CODE, SAMEN], blad)
    titels = {int(ander) for rij in rijen[:KOP_IN_RIJ] for cel in rij for ander in TITEL.findall(plain(cel))}
    if titels - {jaar}:
        raise tabel.fout(
            "titel",
            f"de titel spreekt van 1 januari {min(titels - {jaar})}, en het blad heet '{blad}'.",
            "vraag de uitgever welk jaar juist is.",
        )
    gewest = [nis_code(cel) == VLAANDEREN for cel in tabel.kolom(CODE)]
    vlaams = tabel.waar([_is_flemish(cel) for cel in tabel.kolom(CODE)])
    if not vlaams.rijen:
        raise tabel.fout(
            f"kolom '{CODE}'", "er staat geen enkele Vlaamse gemeente in.", "lever het hele werkboek."
        )
    codes = read_codes(vlaams, CODE)
    check_unique(vlaams, [(code,) for code in codes])
    waarden = _numbers(vlaams, {SAMEN: TOTAAL})
    namen = {plain(naam) for naam in tabel.kop}
    if namen >= {plain(deel) for deel in GESLACHT}:
        _check_parts(vlaams, SAMEN, GESLACHT)
    _check_region(tabel.waar(gewest), waarden[TOTAAL][0])
    return _frame(waarden, codes, [jaar] * len(codes)), vlaams


def read_csv(bestand: Bestand, bron: str) -> tuple[pd.DataFrame, Tabel]:
    """Residents per municipality and year, by age where the CSV has it; columns as of `read_sheet`."""
    kop = csv_header(bestand) or next(iter(CSV))
    tabel = find_table(bestand, bron, _csv_rows(bestand, MAX_RIJEN + 2), kop)
    codes, jaren = read_codes(tabel, kop[0]), read_years(tabel, kop[1])
    check_unique(tabel, list(zip(codes, jaren, strict=True)))
    waarden = _numbers(tabel, CSV[kop])
    if len(kop) > 3:
        _check_parts(tabel, kop[2], kop[3:])
    return _frame(waarden, codes, jaren), tabel


def _csv_rows(bestand: Bestand, hoogstens: int) -> list[list[Cel]]:
    regels = list(islice(bestand.regels(), hoogstens))
    scheiding = ";" if regels and ";" in regels[0] else ","
    return [list(rij) for rij in csv.reader(regels, delimiter=scheiding)]


def _is_flemish(cel: Cel) -> bool:
    """Whether this is the code of a municipality that lies in Flanders, by its first digits."""
    code = nis_code(cel)
    return bool(re.fullmatch(r"\d{5}", code)) and code.startswith(VLAAMS) and not code.endswith("000")


def _numbers(tabel: Tabel, kolommen: Mapping[str, str]) -> dict[str, tuple[list[float], list[str]]]:
    """Values and statuses by key; persons, so from 0 on."""
    found = {}
    for kolom, sleutel in kolommen.items():
        waarden, statussen = read_numbers(tabel, kolom)
        check_range(tabel, kolom, waarden, 0.0, HOOGSTE)
        found[sleutel] = waarden, statussen
    return found


def _check_parts(tabel: Tabel, samen: str, delen: Sequence[str]) -> None:
    """Raise when men and women, or the ages, do not add up to all residents of a row."""
    totalen, _ = read_numbers(tabel, samen)
    sommen = [sum(rij) for rij in zip(*(read_numbers(tabel, deel)[0] for deel in delen), strict=True)]
    for rij, totaal, som in zip(tabel.nummers, totalen, sommen, strict=True):
        if abs(totaal - som) > 0:
            raise tabel.fout(
                f"rij {rij}, kolom '{samen}'",
                f"{', '.join(delen)} zijn samen {som:.0f}, en hier staat {totaal:.0f}.",
                "vraag de uitgever welk getal juist is.",
            )


def _check_region(gewest: Tabel, waarden: Sequence[float]) -> None:
    """Raise when the municipalities do not add up to the row of the Flemish Region, where there is one."""
    if not gewest.rijen:
        return
    [totaal, *_] = read_numbers(gewest, SAMEN)[0]
    if totaal != sum(waarden):
        raise gewest.fout(
            f"rij {gewest.nummers[0]}, kolom '{SAMEN}'",
            f"de gemeenten zijn samen {sum(waarden):.0f}, en voor Vlaanderen staat er {totaal:.0f}.",
            "ga na of er een gemeente ontbreekt of dubbel staat.",
        )


def _frame(
    waarden: Mapping[str, tuple[list[float], list[str]]], codes: Sequence[str], jaren: Sequence[int]
) -> pd.DataFrame:
    parts = [
        pd.DataFrame(
            {"sleutel": sleutel, "nis_code": codes, "jaar": jaren, "waarde": cijfers, "status": statussen}
        )
        for sleutel, (cijfers, statussen) in waarden.items()
    ]
    return pd.concat(parts, ignore_index=True)
