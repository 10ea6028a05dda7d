"""Dutch as it is written in Flanders."""

from datetime import UTC, date, datetime

import pytest

from dashboard import tekst
from tests.dashboard.warehouse_example import SCHEMA


@pytest.mark.parametrize(
    ("waarde", "decimalen", "written"),
    [
        (1234.5, 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (9.05, 1, "9,1"),
        (0, 1, "0,0"),
        (-3.25, 2, "−3,25"),
        (-0.04, 1, "0,0"),
        (31.909999, 2, "31,91"),
    ],
)
def test_numbers(waarde: float, decimalen: int, written: str) -> None:
    assert tekst.getal(waarde, decimalen) == written


@pytest.mark.parametrize("waarde", [float("nan"), float("inf")])
def test_what_is_missing_is_never_printed_as_a_number(waarde: float) -> None:
    with pytest.raises(ValueError, match="missing"):
        tekst.getal(waarde)


def test_units() -> None:
    assert tekst.procent(9.1) == "9,1\u202f%"
    assert tekst.met_eenheid(24350, "euro") == "€\u202f24.350"
    assert tekst.met_eenheid(-5, "euro") == "−€\u202f5"
    assert tekst.met_eenheid(26900, "inwoners") == "26.900 inwoners"
    assert tekst.met_eenheid(86.2, "% van hen", 1) == "86,2\u202f% van hen"
    assert tekst.met_eenheid(1.23, "index", 2) == "1,23"


@pytest.mark.parametrize(
    ("hoeveel", "written"),
    [(0, "geen gemeenten"), (1, "één gemeente"), (3, "drie gemeenten"), (285, "285 gemeenten")],
)
def test_counts(hoeveel: int, written: str) -> None:
    assert tekst.aantal(hoeveel, "gemeente", "gemeenten") == written


def test_days() -> None:
    assert tekst.datum(date(2024, 12, 31)) == "31 december 2024"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 7, 1, 21, 59), "1 juli 2026"),
        (datetime(2026, 7, 1, 22, 0), "2 juli 2026"),
        (datetime(2026, 12, 31, 22, 59), "31 december 2026"),
        (datetime(2026, 12, 31, 23, 0), "1 januari 2027"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "1 januari 2027"),
    ],
)
def test_a_moment_is_the_day_that_it_was_in_belgium(moment: datetime, written: str) -> None:
    """The nightly run falls on another day in UTC than on the calendar of who reads it."""
    assert tekst.datum(moment) == written


@pytest.mark.parametrize(
    ("begin", "einde", "written"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 1, 1), date(2024, 12, 31), "2022–2024"),
        (date(2022, 7, 1), date(2023, 6, 30), "1 juli 2022 tot 30 juni 2023"),
        (date(2025, 1, 1), date(2025, 1, 1), "1 januari 2025"),
    ],
)
def test_periods(begin: date, einde: date, written: str) -> None:
    assert tekst.periode(begin, einde) == written


def test_birth_years_are_spelled_out() -> None:
    assert tekst.geboortejaren(date(2022, 1, 1), date(2024, 12, 31)) == "geboren in 2022, 2023 en 2024"
    assert tekst.geboortejaren(date(2024, 1, 1), date(2024, 12, 31)) == "geboren in 2024"


@pytest.mark.parametrize(
    ("delen", "written"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_lists(delen: list[str], written: str) -> None:
    assert tekst.opsomming(delen) == written


def test_every_reason_of_the_warehouse_has_words() -> None:
    """The reasons stand in etl/sql/schema.sql, at the column `reden` of table `profiel`."""
    line = next(line for line in SCHEMA.splitlines() if "why there is no value:" in line)
    reasons = line.rpartition(":")[2].replace(" ", "").split(",")
    assert set(reasons) == set(tekst.REDENEN)


def test_no_figure_is_said_with_its_reason() -> None:
    assert tekst.geen_cijfer("leeg_bij_bron") == (
        "Geen cijfer, omdat de bron het vak leeg liet en niet zegt waarom."
    )
    with pytest.raises(KeyError):
        tekst.geen_cijfer("zomaar")


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert tekst.hoofdletter("provincie Oost-Vlaanderen") == "Provincie Oost-Vlaanderen"
