"""Small workbooks as the publishers make them, and questions to what came of them."""

import duckdb
import xlsxwriter

from etl.warehouse import published

REGISTER = ["Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"]
ADI = [
    *("CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS"),
    *("MS_ADMIN_AROP", "MS_Q1", "MS_MEDIAN", "MS_Q3", "MS_NBR_ELIGIBLE"),
]


def sheet(path, name, head, *rows):
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(name)
        for number, row in enumerate((head, *rows)):
            page.write_row(number, 0, row)
    return path


def kansarmoede(path, jaar=2024, **values):
    """A register workbook; `values` are `n41002=9.1`, None is an empty cell."""
    rows = [("x", int(code[1:]), "Kansarmoede-index", jaar, value) for code, value in values.items()]
    return sheet(path, "AR_03", REGISTER, *rows)


def adi(path, *rows):
    """An ADI workbook with (year, code, arop, persons)."""
    full = [(y, c, 2000, arop, 20000, 30000, 40000, n) for y, c, arop, n in rows]
    return sheet(path, "ADI", ADI, *full)


def ask(job, sql):
    """The answer of the published build."""
    with duckdb.connect(published(job.folder), read_only=True) as db:
        return db.sql(sql).fetchall()
