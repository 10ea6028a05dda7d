"""Demo deliveries in the format of the Gemeente-Stadsmonitor: a register workbook and a survey workbook."""

import csv
from collections.abc import Iterator
from itertools import groupby
from math import log10, sqrt
from pathlib import Path

from etl.demo.wereld import HEEL_KLEIN, Wereld, add_births, draw, wereld_285, wereld_300
from etl.demo.werkboek import Rij, write_workbook

VENSTERS = range(2013, 2025)
"""Years of the kansarmoede-index: each covers the births of that year and the two before."""
TE_KLEIN = 3
"""So many of the smallest municipalities get no figure, as happens in the real table."""
OKI_LEEG = 12
BEVRAGING = 2023
KOP = ("Gemeente", "NIS-code", "Indicator", "Jaar")


def write_register(path: Path) -> Path:
    """Kansarmoede-index (AR_03) and OKI (AR_05) of the 285 municipalities of today."""
    overzicht: list[Rij] = [
        ("Thema", "Tabblad", "Naam indicator"),
        ("Armoede", "AR_03", "Kansarmoede-index"),
        ("Armoede", "AR_05", "Onderwijskansarmoede-indicator (OKI)"),
    ]
    return write_workbook(path, {"Overzicht": overzicht, "AR_03": _kansarmoede(), "AR_05": _oki()})


def write_survey(path: Path) -> Path:
    """The sheets of the survey that the catalog uses, of 299 municipalities of the 300 state."""
    tekst = (Path(__file__).parent / "bevraging.csv").read_text("utf-8")
    vragen = list(csv.DictReader(tekst.splitlines(), delimiter=";"))
    bladen: dict[str, list[Rij]] = {"Overzicht": [("Thema", "Tabblad", "Naam indicator")]}
    for tabblad, groep in groupby(vragen, lambda vraag: vraag["tabblad"]):
        items = list(groep)
        bladen["Overzicht"].append((items[0]["thema"], tabblad, items[0]["naam"]))
        bladen[tabblad] = list(_survey_sheet(items))
    return write_workbook(path, bladen)


def _smallest(aantal: int) -> set[str]:
    gemeenten = sorted(wereld_285().values(), key=lambda gemeente: gemeente.inwoners)
    return {gemeente.nis_code for gemeente in gemeenten[:aantal]}


def _kansarmoede() -> Iterator[Rij]:
    gemeenten = list(wereld_285().values())
    te_klein = _smallest(TE_KLEIN)
    yield (*KOP, "Procent (%)")
    vlaanderen = Wereld("2000", "Vlaams Gewest", 0, 0, 0, add_births(gemeenten))
    for gebied in (vlaanderen, *gemeenten):
        for jaar in VENSTERS:
            geboren, kansarm = (sum(gebied.geboorten[jaar - n][deel] for n in range(3)) for deel in range(2))
            waarde = "" if gebied.nis_code in te_klein else round(100 * kansarm / geboren, 2)
            yield gebied.naam, int(gebied.nis_code), "Kansarmoede-index", jaar, waarde


def _oki() -> Iterator[Rij]:
    leeg = _smallest(OKI_LEEG)
    yield (*KOP, "Onderwijsniveau", "Aantal leerlingen", "OKI")
    for gemeente in wereld_285().values():
        oki = 0.75 + 0.35 * gemeente.achterstand + draw("oki", gemeente.nis_code).gauss(0, 0.1)
        waarde = "" if gemeente.nis_code in leeg else round(min(max(oki, 0.1), 3.5), 2)
        naam = "Onderwijskansarmoede-indicator (OKI)"
        yield gemeente.naam, int(gemeente.nis_code), naam, VENSTERS[-1], "Gewoon basisonderwijs", "", waarde


def _survey_sheet(items: list[dict[str, str]]) -> Iterator[Rij]:
    """One sheet. Whole per cents; on a sheet marked `breuk` fractions instead, as in the real workbooks."""
    met_item = bool(items[0]["item"])
    yield (*KOP, "Item", "Eens (%)") if met_item else (*KOP, "Eens (%)")
    for vraag in items:
        for gemeente in wereld_300().values():
            if gemeente.nis_code == HEEL_KLEIN:
                continue
            procent = _answer(vraag, gemeente)
            waarde = procent / 100 if vraag["breuk"] == "ja" else procent
            begin = (gemeente.naam, int(gemeente.nis_code), vraag["naam"], BEVRAGING)
            yield (*begin, vraag["item"], waarde) if met_item else (*begin, waarde)


def _answer(vraag: dict[str, str], gemeente: Wereld) -> int:
    """Per cent that agrees. `grootte` is what ten times the inhabitants add, `eigen` the sd of what is local.

    Beside that the chance of a sample: some 300 people answer, and more in a city.
    """
    toeval = draw(f"{vraag['tabblad']}/{vraag['item']}", gemeente.nis_code)
    midden, helling, grootte, eigen = (
        float(vraag[kolom]) for kolom in ("midden", "helling", "grootte", "eigen")
    )
    verwacht = midden + helling * gemeente.achterstand + grootte * log10(gemeente.inwoners / 15_000)
    verwacht += toeval.gauss(0, eigen)
    kans = min(max(verwacht, 1), 99) / 100
    ondervraagden = 300 + gemeente.inwoners / 100
    return min(max(round(100 * toeval.gauss(kans, sqrt(kans * (1 - kans) / ondervraagden))), 0), 100)
