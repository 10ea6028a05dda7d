"""The rows under the header of a table of Opgroeien: municipalities, totals above them, and notes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from etl.sources.bestand import Cel
from etl.sources.cellen import nis_code
from etl.sources.opgroeien_kop import Kop
from etl.sources.tabel import Tabel, plain
from etl.sources.voetnoten import read_cell, without_mark
from indicators.gemeenten import GEOGRAFIEEN, VLAANDEREN, gemeenten, lidmaatschappen

VLAANDEREN_NAMEN = {"vlaanderen", "vlaams gewest", "totaal vlaanderen", "totaal vlaams gewest", "totaal"}
TOTALEN = ("provincie ", "prov. ", "arrondissement ", "arr. ", "totaal ", "belgië", "brussel", "waal")
NAMEN_ZIJN_GEEN_SLEUTEL = (
    "vul de NIS-code aan. Een naam volstaat niet: Deinze, Hasselt en andere namen betekenen voor en na een "
    "fusie een ander gebied."
)


def areas(tabel: Tabel, kop: Kop) -> tuple[Tabel, list[str], list[str]]:
    """The rows of municipalities and of the region, the NIS code of each, and the totals left out by name.

    Notes and empty rows are left out in silence. Raises for a code that no Flemish municipality ever had,
    for figures without a code, and for a code beside the name of another municipality.
    """
    houd, codes, totalen = [], [], []
    for nummer, rij in zip(tabel.nummers, tabel.rijen, strict=True):
        code, naam = _code(rij, kop), _name(rij, kop)
        if _is_total(code, naam):
            totalen.append(naam or code)
            code = ""
        elif not code.isdigit() and not _has_figures(rij, kop):
            code = ""  # a note
        elif not code:
            raise tabel.fout(
                f"rij {nummer}", f"er staat geen NIS-code bij '{naam}'.", NAMEN_ZIJN_GEEN_SLEUTEL
            )
        elif code != VLAANDEREN:
            _check_area(tabel, nummer, code, naam)
        houd.append(bool(code))
        codes += [code] if code else []
    return tabel.waar(houd), codes, totalen


def _check_area(tabel: Tabel, nummer: int, code: str, naam: str) -> None:
    if code not in _known():
        raise tabel.fout(
            f"rij {nummer}, kolom met de NIS-codes",
            f"onbekende gemeentecode: {code}{f' ({naam})' if naam else ''}.",
            NAMEN_ZIJN_GEEN_SLEUTEL
            if not code.isdigit()
            else "controleer de code. Is er een nieuwe fusie? Meld het dan aan wie deze toepassing beheert.",
        )
    eigen = _codes_by_name().get(plain(naam))
    if eigen and code not in eigen:
        raise tabel.fout(
            f"rij {nummer}",
            f"de code {code} is van {_known()[code]}, en de naam ernaast is '{naam}'.",
            "controleer of codes en namen tegenover elkaar verschoven zijn, en herstel dat.",
        )


def _code(rij: Sequence[Cel], kop: Kop) -> str:
    """The five digits in the column of codes, or the text that stands there instead; '' for none."""
    cel = rij[kop.nis] if kop.nis is not None and kop.nis < len(rij) else ""
    if plain(cel) in VLAANDEREN_NAMEN or (plain(cel) == "" and plain(_name(rij, kop)) in VLAANDEREN_NAMEN):
        return VLAANDEREN
    return nis_code(cel) if plain(cel) else ""


def _name(rij: Sequence[Cel], kop: Kop) -> str:
    cel = rij[kop.naam] if kop.naam is not None and kop.naam < len(rij) else ""
    return without_mark(str(cel))


def _is_total(code: str, naam: str) -> bool:
    """A province, arrondissement or another sum of municipalities, by its code or, without one, its name."""
    klein = plain(naam or code)
    return code in _above() or (not code.isdigit() and (klein in _provinces() or klein.startswith(TOTALEN)))


def _has_figures(rij: Sequence[Cel], kop: Kop) -> bool:
    """Whether a column of figures holds a number, or a year."""
    plaatsen = [kolom.index for kolom in kop.kolommen] + ([] if kop.jaar is None else [kop.jaar])
    cellen = [read_cell(rij[plaats], {}) for plaats in plaatsen if plaats < len(rij)]
    return any(cijfer is not None and cijfer.waarde == cijfer.waarde for cijfer in cellen)


@cache
def _known() -> Mapping[str, str]:
    """Code -> name of every municipality of the three states."""
    return {code: area.naam for state in GEOGRAFIEEN for code, area in gemeenten(state).items()}


@cache
def _codes_by_name() -> Mapping[str, frozenset[str]]:
    """Name -> the codes that it stood for: Deinze had one until 2018 and has another since."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, naam in _known().items():
        found[plain(naam)].add(code)
    return {naam: frozenset(codes) for naam, codes in found.items()}


@cache
def _above() -> frozenset[str]:
    """Codes of the areas that municipalities belong to, of the country and of the other regions."""
    return frozenset(lid.groep for lid in lidmaatschappen()) | {"01000", "03000", "04000"}


@cache
def _provinces() -> frozenset[str]:
    return frozenset(plain(lid.groep_naam) for lid in lidmaatschappen() if lid.niveau == "provincie")
