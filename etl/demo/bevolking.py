"""Demo deliveries in the format of Statbel's population: a workbook of several years, and one year by age."""

import zipfile
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from etl.demo.statbel import GEWEST
from etl.demo.wereld import Wereld, draw, inwoners_op_1_januari, wereld_285, wereld_300
from etl.demo.werkboek import GEMAAKT_OP, Rij, write_workbook
from indicators.gemeenten import voorgangers

JAREN = range(2019, 2026)
LEEFTIJDEN = range(100)
KOLOMMEN = (
    "CD_REFNIS",
    "TX_DESCR_NL",
    "CD_RGN_REFNIS",
    "TX_RGN_DESCR_NL",
    "CD_SEX",
    "CD_NATLTY",
    "CD_CIV_STS",
    "CD_AGE",
    "MS_POPULATION",
)


def write_population(path: Path) -> Path:
    """Men, women and all residents on 1 January; 300 municipalities to 2024, 285 from 2025."""
    return write_workbook(path, {f"Bevolking in {jaar}": _sheet(jaar) for jaar in JAREN})


def write_ages(path: Path) -> Path:
    """Residents by age on 1 January of the last year: one text in a zip file that is always the same."""
    regels = ["|".join(KOLOMMEN)]
    for gemeente in wereld_285().values():
        begin = f"{gemeente.nis_code}|{gemeente.naam}|{'|'.join(GEWEST)}"
        regels += [f"{begin}|M|BEL|1|{age}|{n}" for age, n in enumerate(_ages(gemeente)) if n]
    lid = zipfile.ZipInfo(f"TF_SOC_POP_STRUCT_{JAREN[-1]}.txt", GEMAAKT_OP.timetuple()[:6])
    lid.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", compresslevel=9) as archief:
        archief.writestr(lid, "\ufeff" + "\r\n".join(regels) + "\r\n")
    return path


def _sheet(jaar: int) -> Iterator[Rij]:
    gemeenten = (wereld_285() if jaar >= 2025 else wereld_300()).values()
    yield (f"Bevolking op 1 januari {jaar}",)
    yield "NIS code", "Woonplaats", "Mannen", "Vrouwen", "Totaal"
    for gemeente in gemeenten:
        totaal = _residents(gemeente, jaar)
        yield gemeente.nis_code, gemeente.naam, totaal // 2, totaal - totaal // 2, totaal


def _residents(gemeente: Wereld, jaar: int) -> int:
    """Of a merged municipality of 2025: those of its predecessors together."""
    delen = voorgangers(gemeente.nis_code) if jaar >= 2025 else (gemeente.nis_code,)
    return sum(inwoners_op_1_januari(wereld_300()[deel], jaar) for deel in delen)


def _ages(gemeente: Wereld) -> list[int]:
    """Residents by age: the children are the births of before, the others follow a common age structure."""
    jaar = JAREN[-1]
    kinderen = [gemeente.geboorten[jaar - 1 - age][0] for age in range(3)]
    anderen = _residents(gemeente, jaar) - sum(kinderen)
    toeval = draw("leeftijden", gemeente.nis_code)
    oud = toeval.gauss(1, 0.15)
    gewicht = [1 if age < 65 else max(0.02, oud * (1 - (age - 60) / 42)) for age in LEEFTIJDEN[3:]]
    grenzen = [round(anderen * samen / sum(gewicht)) for samen in accumulate(gewicht, initial=0)]
    return kinderen + [hoger - lager for lager, hoger in pairwise(grenzen)]
