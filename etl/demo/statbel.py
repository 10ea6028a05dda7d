"""Demo deliveries in the format of Statbel: fiscal incomes, and administratief beschikbaar inkomen."""

from collections.abc import Iterator
from math import exp
from pathlib import Path

from etl.demo.wereld import HEEL_KLEIN, draw, inwoners_op_1_januari, share, wereld_300
from etl.demo.werkboek import Rij, write_workbook

JAREN_FISCAAL = range(2005, 2021)
JAREN_ADI = range(2015, 2023)
GEWEST = ("02000", "Vlaams Gewest")


def write_fiscal(path: Path) -> Path:
    """Net taxable income, returns and residents of the 300 municipalities, per income year."""
    return write_workbook(path, {"TF_PSNL_INC_TAX_MUNTY": _fiscal()})


def write_adi(path: Path) -> Path:
    """Poverty risk and quartiles of disposable income of 299 municipalities, per year."""
    return write_workbook(path, {"TF_SOC_ADI_MUNTY": _adi()})


def _fiscal() -> Iterator[Rij]:
    yield (
        "CD_YEAR",
        "CD_MUNTY_REFNIS",
        "MS_NBR_NON_ZERO_INC",
        "MS_TOT_NET_TAXABLE_INC",
        "MS_TOT_RESIDENTS",
        "TX_MUNTY_DESCR_NL",
        "CD_RGN_REFNIS",
        "TX_RGN_DESCR_NL",
    )
    for jaar in JAREN_FISCAAL:
        for gemeente in wereld_300().values():
            toeval = draw(f"fiscaal/{jaar}", gemeente.nis_code)
            inwoners = inwoners_op_1_januari(gemeente, jaar + 1)
            aangiften = round(inwoners * 0.56)
            per_aangifte = 25_000 * 1.022 ** (jaar - 2005) * exp(-0.09 * gemeente.achterstand)
            totaal = round(aangiften * per_aangifte * toeval.gauss(1, 0.01), 2)
            yield jaar, gemeente.nis_code, aangiften, totaal, inwoners, gemeente.naam, *GEWEST


def _adi() -> Iterator[Rij]:
    yield (
        "CD_YEAR",
        "CD_MUNTY_REFNIS",
        "MS_NBR_ELIGIBLE",
        "MS_Q1",
        "MS_MEDIAN",
        "MS_Q3",
        "MS_ADMIN_AROP",
        "TX_MUNTY_DESCR_NL",
        "CD_RGN_REFNIS",
        "TX_RGN_DESCR_NL",
    )
    for jaar in JAREN_ADI:
        for gemeente in wereld_300().values():
            if gemeente.nis_code == HEEL_KLEIN:
                continue
            toeval = draw(f"adi/{jaar}", gemeente.nis_code)
            mediaan = 23_500 * 1.03 ** (jaar - 2015) * exp(-0.07 * gemeente.achterstand)
            mediaan *= toeval.gauss(1, 0.006)
            logit = -2.6 + 0.4 * gemeente.achterstand + (gemeente.verloop - 0.02) * (jaar - 2018)
            logit += toeval.gauss(0, 0.02)
            kwartielen = round(mediaan * 0.76), round(mediaan), round(mediaan * 1.31)
            personen = round(gemeente.inwoners * 0.99)
            begin = (str(jaar), gemeente.nis_code, personen)
            yield *begin, *kwartielen, round(100 * share(logit), 1), gemeente.naam, *GEWEST
