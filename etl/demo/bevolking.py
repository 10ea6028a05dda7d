"""Demo deliveries in the format of Statbel's population: several years in a workbook, each year by age."""

import zipfile
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from etl.demo.statbel import GEWEST
from etl.demo.wereld import Wereld, draw, inwoners_op_1_januari, wereld_285, wereld_300
from etl.demo.werkboek import GEMAAKT_OP, Rij, write_workbook
from indicators.gemeenten import gemeenten, recode, voorgangers

JAREN = range(2019, 2026)
JAREN_LEEFTIJD = range(2014, 2026)
"""The youngest on 1 January of these years are the births of the windows of the kansarmoede-index."""
LEEFTIJDEN = (0, 1, 2, 3, 5, 10, 15, 18, *range(20, 100, 5))
"""Who is of an age between two of these stands at the lower one. That keeps the files small, and moves nobody
past a limit that the reader counts at."""
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


def write_ages(folder: Path) -> list[Path]:
    """Residents by age on 1 January, in a zip file per year that is always the same; codes of that year."""
    naam = "demo_statbel_bevolking_leeftijd_{}.zip"
    return [_write_year(folder / naam.format(jaar), jaar) for jaar in JAREN_LEEFTIJD]


def _write_year(path: Path, jaar: int) -> Path:
    regels = ["|".join(KOLOMMEN)]
    for code, naam, aantallen in _by_age(jaar):
        begin = f"{code}|{naam}|{'|'.join(GEWEST)}|M|BEL|1"
        regels += [f"{begin}|{age}|{n}" for age, n in zip(LEEFTIJDEN, aantallen, strict=True) if n]
    lid = zipfile.ZipInfo(f"TF_SOC_POP_STRUCT_{jaar}.txt", GEMAAKT_OP.timetuple()[:6])
    lid.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", compresslevel=9) as archief:
        archief.writestr(lid, "\ufeff" + "\r\n".join(regels) + "\r\n")
    return path


def _by_age(jaar: int) -> Iterator[tuple[str, str, list[int]]]:
    """Code, name and residents by age of the municipalities of that year.

    Who merged in 2019 stands in its parts before, each with an equal share of the people.
    """
    for gemeente in (wereld_285() if jaar >= 2025 else wereld_300()).values():
        aantallen = _ages(gemeente, jaar)
        delen = [gemeente.nis_code]
        if jaar < 2019:
            delen = [oud for oud, nieuw in recode("308", "300").items() if nieuw == gemeente.nis_code]
        for nummer, code in enumerate(delen):
            eigen = [n // len(delen) + (nummer < n % len(delen)) for n in aantallen]
            yield code, gemeente.naam if len(delen) == 1 else gemeenten("308")[code].naam, eigen


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


def _ages(gemeente: Wereld, jaar: int) -> list[int]:
    """Residents by age: the children are the births of before, the others follow a common age structure."""
    kinderen = [gemeente.geboorten[jaar - 1 - age][0] for age in range(3)]
    anderen = _residents(gemeente, jaar) - sum(kinderen)
    toeval = draw("leeftijden", gemeente.nis_code)
    jong, oud = toeval.gauss(1, 0.08), toeval.gauss(1, 0.15) * 1.01 ** (jaar - 2025)
    banden = pairwise((*LEEFTIJDEN[3:], 100))
    gewicht = [sum(_weight(age, jong, oud) for age in range(van, tot)) for van, tot in banden]
    grenzen = [round(anderen * samen / sum(gewicht)) for samen in accumulate(gewicht, initial=0)]
    return kinderen + [hoger - lager for lager, hoger in pairwise(grenzen)]


def _weight(age: int, jong: float, oud: float) -> float:
    """How many residents of this age there are for one in the middle of life."""
    if age < 18:
        return jong
    return 1 if age < 65 else max(0.02, oud * (1 - (age - 60) / 42))
