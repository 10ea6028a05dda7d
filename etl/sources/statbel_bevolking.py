"""Population on 1 January, Statbel: by age (a zip file per year), or in all (a workbook of several years).

Statbel uses the codes of the year and does not count back: Antwerpen 11002 is another territory before 2025
than after. So the state follows from the day, and the codes must agree with it.
"""

from datetime import date, timedelta

import pandas as pd

from etl.sources.bestand import Bestand
from etl.sources.bevolking_leeftijd import GEMEENTE, GROEPEN, KENMERKEND, PEUTERS, count_residents
from etl.sources.bevolking_tabel import csv_header, other_sheets, read_csv, read_sheet, year_sheets
from etl.sources.lezing import KOLOMMEN, Lezing
from etl.sources.links import find_links
from etl.sources.statbel import LICENTIE, UITGEVER, has_columns
from etl.sources.tabel import Tabel
from indicators.gemeenten import GEOGRAFIEEN, UnknownCode, gemeenten, geografie_of, geografie_op

__all__ = ["LICENTIE", "UITGEVER"]

NAAM = "statbel_bevolking"
TITEL = "Bevolking op 1 januari"
PAGINA = "https://statbel.fgov.be/nl/themas/bevolking/structuur-van-de-bevolking"
GA_NA = "ga na of het jaar klopt, en of het bestand niet uit twee delen bestaat."
LEEFTIJDEN = (
    "https://statbel.fgov.be/sites/default/files/files/opendata/bevolking%20naar%20woonplaats%2C%20"
    "nationaliteit%20burgelijke%20staat%20%2C%20leeftijd%20en%20geslacht/TF_SOC_POP_STRUCT_{jaar}.zip"
)
"""Where the table by age of a year stands; no page that we know links to all of them."""
BESTANDEN = ("BEVOLKING_PER_GEMEENTE", "TF_SOC_POP_STRUCT")


def discover(page: bytes, url: str) -> list[str]:
    """The workbook and the tables by age that the page links to, and the table by age of last year.

    That of this year appears around June; those of before are handed in once.
    """
    links = find_links(page, url, "fgov.be", (".xlsx", ".zip"))
    known = [link for link in links if any(naam in link.upper() for naam in BESTANDEN)]
    return list(dict.fromkeys([*known, LEEFTIJDEN.format(jaar=date.today().year - 1)]))


def recognise(bestand: Bestand) -> bool:
    """Whether this holds the population of municipalities, in one of the layouts that we know."""
    if bestand.bladen:
        return bool(year_sheets(bestand))
    return csv_header(bestand) is not None or has_columns(bestand, KENMERKEND, GEMEENTE)


def read(bestand: Bestand) -> Lezing:
    """Residents by key (`totaal`, and by age if given), municipality and year. Raises `InvalidDelivery`."""
    bestand.check(NAAM)
    if bladen := year_sheets(bestand):
        tables = [read_sheet(bestand, NAAM, blad, jaar) for blad, jaar in bladen.items()]
    elif csv_header(bestand):
        tables = [read_csv(bestand, NAAM)]
    else:
        tables = [count_residents(bestand, NAAM)]
    placed = [
        _in_its_state(rows[rows["jaar"] == jaar], int(jaar), tabel)
        for rows, tabel in tables
        for jaar in rows["jaar"].unique()
    ]
    opmerkingen = [text for _, remarks in placed for text in remarks]
    opmerkingen += [
        f"blad '{blad}': niet ingelezen, want zijn naam is niet zoals 'Bevolking in 2025'."
        for blad in other_sheets(bestand)
    ]
    return Lezing(
        _dated(pd.concat([rows for rows, _ in placed], ignore_index=True)),
        titels={sleutel: f"Inwoners, {sleutel}" for sleutel in GROEPEN},
        opmerkingen=opmerkingen,
    )


def _in_its_state(rows: pd.DataFrame, jaar: int, tabel: Tabel) -> tuple[pd.DataFrame, list[str]]:
    """`rows` of one year with their `geografie`, and remarks on what is missing or was counted back."""
    codes = set(rows["nis_code"])
    geografie = _state(codes, jaar, tabel)
    alle = gemeenten(geografie)
    remarks = []
    if geografie != geografie_op(date(jaar, 1, 1)):
        remarks.append(f"1 januari {jaar} is omgerekend naar de {geografie} gemeenten van later.")
    if missing := [alle[code].naam for code in alle if code not in codes]:
        remarks.append(
            f"1 januari {jaar}: {len(alle) - len(missing)} van de {len(alle)} gemeenten staan erin; "
            f"{', '.join(missing[:3])}{' en andere' if len(missing) > 3 else ''} niet."
        )
    return rows.assign(geografie=geografie), remarks


def _state(codes: set[str], jaar: int, tabel: Tabel) -> str:
    """The state of 1 January, or a later one when the figures were counted back to it."""
    if jaar > date.today().year:
        raise tabel.fout(f"jaar {jaar}", "1 januari van dit jaar moet nog komen.", GA_NA)
    op_de_dag = geografie_op(date(jaar, 1, 1))
    if codes <= gemeenten(op_de_dag).keys():
        return op_de_dag
    vreemd = ", ".join(sorted(codes - gemeenten(op_de_dag).keys())[:5])
    try:
        geografie = geografie_of(codes)
    except UnknownCode as error:
        told = f"gemeenten van voor en na een fusie staan door elkaar: {vreemd} bestonden op 1 januari niet."
        raise tabel.fout(f"jaar {jaar}", told, GA_NA) from error
    if GEOGRAFIEEN.index(geografie) < GEOGRAFIEEN.index(op_de_dag):
        raise tabel.fout(f"jaar {jaar}", f"{vreemd} bestonden op 1 januari niet meer.", GA_NA)
    return geografie


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns of a reading. The youngest stand for the births of the three years before 1 January."""
    dagen = [date(jaar, 1, 1) for jaar in rows["jaar"]]
    ervoor = [timedelta(days=sleutel == PEUTERS) for sleutel in rows["sleutel"]]
    dated = rows.assign(
        periode_einde=[dag - eerder for dag, eerder in zip(dagen, ervoor, strict=True)],
        periode_label=[f"1 januari {dag.year}" for dag in dagen],
        voorlopig=False,
        n=float("nan"),
    )
    return dated[[*KOLOMMEN, "geografie"]]
