"""The kansarmoede-index of two publishers, from their files to one published series."""

import duckdb
import pytest
import xlsxwriter

from etl.job import Job
from etl.raw import Raw
from etl.warehouse import published
from indicators.gemeenten import gemeenten, voorgangers

CODES = [code for code in gemeenten("285") if voorgangers(code) == (code,)]
REGISTER = ["Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"]


def index(code, jaar):
    """An invented index that differs from year to year and from place to place."""
    return round(2 + (int(code) * 7919 + jaar * 104729) % 2800 / 100, 2)


def book(path, **sheets):
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


@pytest.fixture
def job(tmp_path):
    (tmp_path / "data").mkdir()
    return Job(tmp_path / "data", Raw(tmp_path / "data/raw"), demo_folder=tmp_path)


@pytest.fixture
def register(tmp_path):
    """AR_03 of the Stadsmonitor: 2021 to 2023."""
    rows = [
        ["x", int(code), "Kansarmoede-index", jaar, index(code, jaar)]
        for jaar in (2021, 2022, 2023)
        for code in CODES
    ]
    region = ["Vlaams Gewest", 2000, "Kansarmoede-index", 2023, 12.1]
    return book(tmp_path / "register.xlsx", AR_03=[REGISTER, region, *rows])


@pytest.fixture
def reeks(tmp_path):
    """The workbook of Opgroeien: 2019 to 2023 and one criterion, with one figure that differs."""

    def make(off=0, name="reeks.xlsx"):
        years = range(2019, 2024)
        rows = [[code, *[round(index(code, jaar - off), 1) for jaar in years]] for code in CODES]
        rows[3][4] = 0.4
        criterion = [["NIS-code", "Jaar", "Inkomen"], *([code, 2023, 70.5] for code in CODES)]
        return book(tmp_path / name, Kansarmoede=[["NIS-code", *years], *rows], Criteria=criterion)

    return make


def ask(job, sql):
    with duckdb.connect(published(job.folder), read_only=True) as db:
        return db.sql(sql).fetchall()


SOURCES = """
    select year(periode_einde), min(split_part(levering, '-', 1)), max(split_part(levering, '-', 1))
    from waarneming where indicator = 'kansarmoede_index' group by 1 order by 1
"""


@pytest.mark.parametrize("first", ["register", "reeks"])
def test_one_series_whatever_came_first(job, register, reeks, first):
    files = [register, reeks()] if first == "register" else [reeks(), register]
    for path in files:
        (read,) = job.import_files([path])
        assert read.uitkomst == "gelezen", read.boodschap
    build = job.build()
    assert not build.refused
    assert ask(job, SOURCES) == [
        (2019, "opgroeien", "opgroeien"),
        (2020, "opgroeien", "opgroeien"),
        (2021, "stadsmonitor", "stadsmonitor"),
        (2022, "stadsmonitor", "stadsmonitor"),
        (2023, "stadsmonitor", "stadsmonitor"),
    ]
    (count,) = ask(job, "select boodschap from controle where boodschap like '%zijn gelijk%'")
    assert f"{3 * len(CODES) - 1} van de {3 * len(CODES)} cijfers" in count[0]
    assert "heeft cijfers voor 2019, 2020" in count[0]
    (other,) = ask(job, "select ernst, boodschap from controle where boodschap like '%ander cijfer voor%'")
    code = CODES[3]
    mine = f"{index(code, 2022):g}".replace(".", ",")
    assert other[0] == "let_op" and f"{gemeenten()[code].naam} {mine} en 0,4." in other[1]
    of_2022 = ask(job, "select nis_code, waarde from waarneming where year(periode_einde) = 2022")
    assert (code, index(code, 2022)) in of_2022
    assert ask(job, "select distinct waarde from waarneming where indicator = 'kansarmoede_inkomen'") == [
        (70.5,)
    ]


def test_a_file_whose_labels_lie_a_year_off_leaves_every_figure_as_it_was(job, register, reeks):
    job.import_files([register])
    job.build()
    before = ask(job, "select * exclude (levering) from waarneming order by all")
    job.import_files([reeks(off=1, name="verschoven.xlsx")])
    build = job.build()
    assert build.refused
    assert ask(job, "select * exclude (levering) from waarneming order by all") == before
    ((ernst, bron, text),) = ask(
        job, "select ernst, bron, boodschap from controle where boodschap like '%één jaar vroeger%'"
    )
    assert (ernst, bron) == ("fout", "opgroeien")
    assert "verschoven.xlsx" in text and "Wat je kunt doen: vraag de uitgever" in text
