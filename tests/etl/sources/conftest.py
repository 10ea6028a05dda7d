"""Deliveries in the publishers' formats, made on the spot: sound ones, to be spoiled one thing at a time."""

from io import BytesIO

import pytest
import xlsxwriter

from etl.sources import Bestand
from indicators.gemeenten import gemeenten

KOP = ["Gemeente", "NIS-code", "Indicator", "Jaar"]
ADI = ["CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS", "MS_NBR_ELIGIBLE"]
ADI += ["MS_Q1", "MS_MEDIAN", "MS_Q3", "MS_ADMIN_AROP"]


@pytest.fixture(scope="session")
def workbook():
    """Make an .xlsx delivery: `workbook({"AR_03": [kop, rij, ...]}, naam="x.xlsx")`."""

    def make(bladen, naam="levering.xlsx", vul=None, **opties):
        stroom = BytesIO()
        with xlsxwriter.Workbook(stroom, opties) as werkboek:
            for blad, rijen in bladen.items():
                sheet = werkboek.add_worksheet(blad)
                for nummer, rij in enumerate(rijen):
                    sheet.write_row(nummer, 0, rij)
            if vul:
                vul(sheet)
        return Bestand(naam, stroom.getvalue())

    return make


@pytest.fixture
def kansarmoede():
    """Sheet AR_03 of 2024: the region, empty, and today's 285 municipalities with 10.0, 10.5, 11.0 ..."""
    rijen = [[*KOP, "Procent (%)"], ["Vlaams Gewest", 2000, "Kansarmoede-index", 2024, ""]]
    for nummer, (code, gemeente) in enumerate(gemeenten("285").items()):
        rijen.append([gemeente.naam, int(code), "Kansarmoede-index", 2024, 10 + nummer % 40 / 2])
    return rijen


@pytest.fixture
def adi():
    """A table of two years for two Flemish municipalities and one in Brussels."""
    rijen = [list(ADI)]
    for jaar in ("2021", "2022"):
        rijen.append([jaar, "11001", "02000", 14000, 19000, 25500, 33200, 5.9])
        rijen.append([jaar, "44021", "02000", 250000, 18000, 24000, 31000, "*"])
        rijen.append([jaar, "21004", "04000", 180000, 15000, 20000, 29000, 29.1])
    return rijen
