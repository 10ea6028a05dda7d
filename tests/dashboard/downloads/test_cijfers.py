"""`cijfers.csv`: what a spreadsheet in Belgium reads, and nothing that it would compute."""

import csv
from datetime import date
from io import StringIO
from typing import Any

import pytest

from dashboard.downloads.cijfers import Cijfer, als_csv
from dashboard.downloads.kolommen import KOLOMMEN
from indicators.model import Richting
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, Periode, Verandering, oordeel

JAAR = (date(2024, 1, 1), date(2024, 12, 31))
INDICATOR = {"indicator": "arop", "titel": "Armoederisico", "eenheid": "%", "soort": "aandeel"}


def een(waarde: float | None = 12.25, **anders: Any) -> Cijfer:
    """A figure of Ronse with everything that can be known of it."""
    meting = Meting(Periode(*JAAR), waarde, noemer=26934) if waarde is not None else None
    velden: dict[str, Any] = {
        "indicator": INDICATOR,
        "nis_code": "45041",
        "naam": "Ronse",
        "periode": JAAR,
        "meting": meting,
        "levering": "register-0123",
    }
    return Cijfer(**{**velden, **anders})


def read(*cijfers: Cijfer) -> list[dict[str, str]]:
    """The rows as Excel sees them."""
    return list(csv.DictReader(StringIO(als_csv(cijfers, demo=False).decode("utf-8-sig")), delimiter=";"))


def test_excel_knows_that_it_is_utf8_and_where_columns_and_decimals_are() -> None:
    geschreven = als_csv([een()], demo=False)
    assert geschreven.startswith(b"\xef\xbb\xbfindicator;titel;nis_code;")
    assert b";2024-01-01;2024-12-31;12,25;%;nee;;waarde;" in geschreven


def test_every_column_stands_in_every_row() -> None:
    (rij,) = read(een())
    assert list(rij) == list(KOLOMMEN)


@pytest.mark.parametrize("reden", ["niet_in_levering", "onderdrukt", "ontbreekt"])
def test_a_missing_figure_is_empty_and_never_zero(reden: str) -> None:
    (rij,) = read(een(None, reden=reden, interval=Onbekend("er geen cijfer is")))
    assert rij["waarde"] == rij["noemer"] == rij["laag"] == rij["schatting"] == ""
    assert rij["status"] == ("onderdrukt" if reden == "onderdrukt" else "ontbreekt")


def test_a_missing_figure_says_why_in_words() -> None:
    (rij,) = read(een(None, reden="niet_in_levering"))
    assert rij["reden"] == "de bron het hier niet publiceert"


def test_zero_is_a_figure() -> None:
    (rij,) = read(een(0.0))
    assert (rij["waarde"], rij["status"]) == ("0", "waarde")


@pytest.mark.parametrize(
    ("waarde", "geschreven"),
    [(12.1, "12,1"), (0.1 + 0.2, "0,3"), (-0.25, "-0,25"), (444921670.5, "444921670,5"), (1e-9, "0")],
)
def test_numbers_have_a_decimal_comma_and_no_noise(waarde: float, geschreven: str) -> None:
    assert read(een(waarde))[0]["waarde"] == geschreven


def test_a_verdict_stands_beside_what_it_compares() -> None:
    interval = Interval(11.0, 13.0, geschat=True)
    gevonden = oordeel(interval, 10.0, Richting.LAGER_IS_GUNSTIGER)
    vlaanderen = Aggregaat(10.0, "gewogen", "inwoners", 285)
    rij = read(een(interval=interval, tegenover="Vlaanderen", vergelijking=vlaanderen, oordeel=gevonden))[0]
    assert (rij["laag"], rij["hoog"], rij["interval_geschat"]) == ("11", "13", "ja")
    assert (rij["vergelijking"], rij["vergelijking_waarde"]) == ("Vlaanderen", "10")
    assert (rij["vergelijking_soort"], rij["oordeel"], rij["gunst"]) == ("gewogen", "hoger", "ongunstiger")


def test_without_an_interval_the_reason_stands_there_and_no_verdict() -> None:
    reden = "de bron niet zegt hoeveel mensen antwoordden"
    rij = read(een(interval=Onbekend(reden), oordeel=Onbekend(reden), kwantiel=0.1))[0]
    assert (rij["laag"], rij["hoog"], rij["oordeel"]) == ("", "", "")
    assert rij["interval_reden"] == reden
    assert rij["plaats"] == "bij de laagste 20\u202f%"


def test_a_change_stands_beside_the_day_since_when() -> None:
    oud, nieuw = (Meting(Periode(date(jaar, 1, 1), date(jaar, 12, 31)), 10.0) for jaar in (2020, 2024))
    gevonden = Verandering(nieuw, oud, -1.5, Interval(-2.5, -0.5), groter_dan_toeval=True, kleinste=1.2)
    rij = read(een(verandering=gevonden))[0]
    assert (rij["verandering"], rij["verandering_sinds"]) == ("-1,5", "2020-12-31")
    assert (rij["verandering_laag"], rij["verandering_hoog"]) == ("-2,5", "-0,5")
    assert rij["verandering_oordeel"] == "groter dan toeval"


def test_a_change_that_cannot_be_judged_says_why() -> None:
    rij = read(een(verandering=Onbekend("de reeks te kort is")))[0]
    assert (rij["verandering"], rij["verandering_reden"]) == ("", "de reeks te kort is")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_is_computed_by_a_spreadsheet(begin: str) -> None:
    formule = f'{begin}HYPERLINK("http://x";1)'
    assert read(een(indicator={**INDICATOR, "titel": formule}))[0]["titel"] == f"'{formule}"


def test_text_with_marks_of_the_table_stays_in_its_cell() -> None:
    titel = 'Wonen; "duur"\nen klein'
    assert read(een(indicator={**INDICATOR, "titel": titel}))[0]["titel"] == titel
