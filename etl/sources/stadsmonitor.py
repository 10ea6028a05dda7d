"""Gemeente-Stadsmonitor: theme workbooks (register and survey, one sheet per code) and CSV per indicator.

The layout differs per sheet and per release, so columns are found by name or by what is in them. Sheets of
the catalog must be right, or the delivery is refused. Another sheet that cannot be read is left out, with a
remark: the publisher has some 440 of them.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd

from etl.sources.bestand import Bestand, Cel, InvalidDelivery
from etl.sources.cellen import (
    MERKEN,
    as_frame,
    as_percent,
    check_range,
    check_unique,
    is_number,
    read_codes,
    read_numbers,
    read_years,
)
from etl.sources.lezing import Lezing
from etl.sources.links import find_links
from etl.sources.tabel import KOP_IN_RIJ, Tabel, find_table, plain
from indicators.catalog import catalog

NAAM = "stadsmonitor"
TITEL = "Gemeente-Stadsmonitor"
UITGEVER = "Agentschap Binnenlands Bestuur en Statistiek Vlaanderen"
LICENTIE = "onbekend"
PAGINA = "https://gemeente-stadsmonitor.vlaanderen.be/download-alle-cijfers"

VEREIST = ("NIS-code", "Indicator", "Jaar")
VAST = {"gemeente", "nis-code", "indicator", "jaar"}
DIMENSIES = {
    "item",
    "type",
    "onderwijsniveau",
    "categorie",
    "leeftijd",
    "leeftijdsklasse",
    "geslacht",
    "kwartaal",
}
"""Columns that split the figures up, also when their cells happen to be numbers."""
EENHEID = re.compile(r"%|\beuro\b|\bprocent\b|^aantal\b|^oki$|^eens\b|^oneens\b|^neutraal\b")
"""Columns that hold figures, also when a cell in them is not a number: that cell is then an error."""
AANDEEL = re.compile(r"%|\bprocent\b|^eens\b|^oneens\b|^neutraal\b")
TABBLAD = re.compile(r"[A-Z]{2}(_S)?_\d{2,3}")

ZELDZAAM = 0.02
"""Share of the municipalities of a table."""

TABBLAD_VAN_CSV = {"kansarmoede-index": "AR_03", "onderwijskansarmoede-indicator (oki)": "AR_05"}
"""A CSV names its indicator and not its sheet; other CSVs go by the name of their indicator."""


def discover(page: bytes, url: str) -> list[str]:
    """The workbooks and CSVs that the download page links to."""
    return find_links(page, url, "vlaanderen.be", (".xlsx", ".csv"))


def recognise(bestand: Bestand) -> bool:
    """Whether a sheet, or the CSV, starts with the columns that every table of this source has."""
    tabellen = [bestand.rijen(blad) for blad in bestand.bladen] or [_csv_rows(bestand, KOP_IN_RIJ)]
    return any(_is_table(rijen) or _has_row(rijen, {"thema", "tabblad"}, 2) for rijen in tabellen)


def _is_table(rijen: Sequence[Sequence[Cel]]) -> bool:
    return _has_row(rijen, VAST, 3)


def _has_row(rijen: Sequence[Sequence[Cel]], kolommen: set[str], minstens: int) -> bool:
    """Whether one of the first rows has at least so many of these columns."""
    return any(len({plain(cel) for cel in rij} & kolommen) >= minstens for rij in rijen[:KOP_IN_RIJ])


def read(bestand: Bestand) -> Lezing:
    """Every sheet of a workbook, or the one table of a CSV. Raises `InvalidDelivery`."""
    bestand.check(NAAM)
    if not bestand.is_xlsx:
        return _read_table(find_table(bestand, NAAM, _csv_rows(bestand), VEREIST), None)
    lezingen, opmerkingen, fouten = list[Lezing](), list[str](), list[InvalidDelivery]()
    for blad in bestand.bladen:
        if not TABBLAD.fullmatch(blad):  # the index sheet, and notes
            if _is_table(bestand.rijen(blad)):
                opmerkingen.append(f"blad '{blad}': niet ingelezen, want zijn naam is geen code zoals AR_03.")
            continue
        try:
            lezingen.append(_read_table(find_table(bestand, NAAM, bestand.rijen(blad), VEREIST, blad), blad))
        except InvalidDelivery as fout:
            if _reviewed_keys(blad):
                raise
            fouten.append(fout)
            opmerkingen.append(f"{fout.plaats}: niet ingelezen. {fout.probleem}")
    if not lezingen:
        raise fouten[0] if fouten else _no_sheets(bestand)
    opmerkingen += _absent_sheets(bestand)
    return Lezing(
        pd.concat([lezing.waarden for lezing in lezingen], ignore_index=True),
        {sleutel: titel for lezing in lezingen for sleutel, titel in lezing.titels.items()},
        opmerkingen + [opmerking for lezing in lezingen for opmerking in lezing.opmerkingen],
    )


def _reviewed_keys(tabblad: str) -> list[str]:
    """The keys that the catalog expects of a sheet."""
    sleutels = [i.bron_sleutel for i in catalog().values() if i.bron == NAAM]
    return [sleutel for sleutel in sleutels if sleutel and sleutel.split("|")[0] == tabblad]


def _csv_rows(bestand: Bestand, hoogstens: int | None = None) -> list[list[Cel]]:
    if not bestand.is_tekst:
        return []
    regels = csv.reader(io.StringIO(bestand.tekst, newline=""), delimiter=";")
    return [list(regel) for nummer, regel in enumerate(regels) if hoogstens is None or nummer < hoogstens]


def _no_sheets(bestand: Bestand) -> InvalidDelivery:
    return InvalidDelivery(
        NAAM,
        bestand.naam,
        "bladen " + (", ".join(bestand.bladen) or "(geen)"),
        "geen enkel blad heeft een code van de Stadsmonitor als naam, zoals AR_03.",
        "lever het werkboek zoals de uitgever het aanbiedt, met één blad per indicator.",
    )


def _absent_sheets(bestand: Bestand) -> list[str]:
    """Sheets that the index announces and that are not there."""
    index = [rij for blad in bestand.bladen if not TABBLAD.fullmatch(blad) for rij in bestand.rijen(blad)]
    genoemd = {str(cel).strip() for rij in index for cel in rij if TABBLAD.fullmatch(str(cel).strip())}
    return [
        f"blad '{blad}' staat in het overzicht, maar ontbreekt."
        for blad in sorted(genoemd - {*bestand.bladen})
    ]


def _read_table(tabel: Tabel, tabblad: str | None) -> Lezing:
    """One table: every value column is a key of its own, per item of its dimensions."""
    codes, jaren = read_codes(tabel, "NIS-code"), read_years(tabel, "Jaar")
    dimensies, waardekolommen = _split_columns(tabel)
    items = _items(tabel, dimensies)
    opmerkingen = _rare_items(tabel, codes, items)
    check_unique(tabel, list(zip(codes, jaren, items, strict=True)))
    namen = dict.fromkeys(str(cel).strip() for cel in tabel.kolom("Indicator") if cel != "")
    if tabblad is None and len(namen) > 1:  # the key of a CSV follows from this name
        raise tabel.fout(
            "kolom 'Indicator'",
            f"er staan {len(namen)} indicatoren door elkaar: {', '.join([*namen][:3])}.",
            "lever een CSV per indicator, zoals de uitgever ze aanbiedt.",
        )
    naam = next(iter(namen), tabblad or "")
    tabblad = tabblad or TABBLAD_VAN_CSV.get(plain(naam), plain(naam).replace("|", "/"))
    frames, titels = [], dict[str, str]()
    for kolom, korte_naam in _short_names(waardekolommen).items():
        waarden, statussen, opmerking = _read_values(tabel, kolom)
        opmerkingen += [opmerking] if opmerking else []
        if all(pd.isna(waarde) for waarde in waarden):
            continue
        sleutels = [f"{tabblad}|{plain(item)}|{korte_naam}" for item in items]
        frames.append(as_frame(sleutels, codes, jaren, waarden, statussen))
        toevoeging = f" ({kolom})" if len(waardekolommen) > 1 else ""
        for sleutel, item in zip(sleutels, items, strict=True):
            titels[sleutel] = f"{naam}: {item}{toevoeging}" if item else f"{naam}{toevoeging}"
    _check_keys(tabel, set(titels), _reviewed_keys(tabblad), waardekolommen)
    return Lezing(pd.concat(frames, ignore_index=True), titels, opmerkingen)


def _items(tabel: Tabel, dimensies: Sequence[str]) -> list[str]:
    """Per row what the figure is about, as the dimension columns say; '' where there are none."""
    kolommen = [[str(cel).strip() for cel in tabel.kolom(dimensie)] for dimensie in dimensies]
    return [" / ".join(delen) for delen in zip(*kolommen, strict=True)] or [""] * len(tabel.rijen)


def _rare_items(tabel: Tabel, codes: Sequence[str], items: Sequence[str]) -> list[str]:
    """A remark about each item that hardly any municipality has: the figures of a misprint stand apart."""
    gemeenten = len(set(codes))
    aantal = Counter(item for item, _ in {*zip(items, codes, strict=True)})
    return [
        f"{tabel.naam}: '{item}' staat maar bij {keer} van de {gemeenten} gemeenten. Kijk na of dit een "
        "schrijffout is."
        for item, keer in aantal.items()
        if keer < gemeenten * ZELDZAAM
    ]


def _check_keys(tabel: Tabel, gelezen: set[str], verwacht: list[str], kolommen: list[str]) -> None:
    """Raise when a table holds no figures, or not those that the catalog counts on."""
    plaats = "kolommen " + (", ".join(f"'{kolom}'" for kolom in kolommen) or "na 'Jaar'")
    if not gelezen:
        raise tabel.fout(plaats, "er staat geen enkel cijfer in.", "haal het bestand opnieuw op.")
    if ontbreekt := sorted(set(verwacht) - gelezen):
        raise tabel.fout(
            plaats,
            f"de cijfers '{', '.join(ontbreekt)}' (blad, onderdeel en kolom) ontbreken.",
            "ga na of de uitgever de kolom of het onderdeel een andere naam gaf, en herstel die.",
        )


def _split_columns(tabel: Tabel) -> tuple[list[str], list[str]]:
    """The dimension columns and the value columns, in their order."""
    dimensies, waarden = list[str](), list[str]()
    for kolom in tabel.kop:
        naam = plain(kolom)
        if naam in VAST or not naam:
            continue
        gevuld = [cel for cel in tabel.kolom(kolom) if plain(cel) not in MERKEN]
        getallen = sum(is_number(cel) for cel in gevuld)
        is_waarde = bool(EENHEID.search(naam)) or 2 * getallen >= len(gevuld)
        (waarden if is_waarde and naam not in DIMENSIES else dimensies).append(kolom)
    return dimensies, waarden


def _short_names(kolommen: Sequence[str]) -> dict[str, str]:
    """Each value column's part of the key: without its unit, unless two columns differ only in that."""
    kort = {kolom: re.sub(r"\s*\([^)]*\)$", "", plain(kolom)) for kolom in kolommen}
    namen = list(kort.values())
    return {kolom: naam if naam and namen.count(naam) == 1 else plain(kolom) for kolom, naam in kort.items()}


def _read_values(tabel: Tabel, kolom: str) -> tuple[list[float], list[str], str | None]:
    """Values, statuses, and a remark: shares are always in per cent, also when they came as fractions."""
    waarden, statussen = read_numbers(tabel, kolom)
    if not AANDEEL.search(plain(kolom)):
        return waarden, statussen, None
    check_range(tabel, kolom, waarden, 0, 100)
    procenten, opmerking = as_percent(tabel, kolom, waarden)
    return procenten, statussen, opmerking
