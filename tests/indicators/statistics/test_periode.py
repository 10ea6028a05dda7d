"""Windows: which overlap, and that no overlapping ones are ever compared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics import (
    OverlappendePerioden,
    Periode,
    StatistiekFout,
    laatste_zonder_overlap,
    zonder_overlap,
)


def venster(einde: int, jaren: int = 3) -> Periode:
    """Whole years, the last of which is `einde`."""
    return Periode(date(einde - jaren + 1, 1, 1), date(einde, 12, 31))


VENSTERS = st.builds(venster, st.integers(1990, 2030), st.integers(1, 5))


@pytest.mark.parametrize(
    ("periode", "jaren", "tekst"),
    [
        (venster(2024), 3, "2022–2024"),
        (venster(2024, 1), 1, "2024"),
        (Periode(date(2024, 1, 1), date(2024, 1, 1)), 0, "2024"),
        (Periode(date(2024, 9, 1), date(2025, 8, 31)), 1, "2024–2025"),
        (Periode(date(2024, 1, 1), date(2024, 6, 30)), 0, "2024"),
    ],
)
def test_length_and_name(periode, jaren, tekst):
    assert (periode.jaren, str(periode)) == (jaren, tekst)


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(StatistiekFout, match="eindigt voor ze begint"):
        Periode(date(2024, 1, 2), date(2024, 1, 1))


@given(VENSTERS, VENSTERS)
def test_overlap_is_a_year_in_common(een, ander):
    years = [set(range(p.begin.year, p.einde.year + 1)) for p in (een, ander)]
    assert een.overlapt(ander) == ander.overlapt(een) == bool(years[0] & years[1])


def test_one_shared_day_is_overlap():
    assert Periode(date(2020, 1, 1), date(2021, 1, 1)).overlapt(Periode(date(2021, 1, 1), date(2021, 1, 1)))


def test_the_refusal_names_the_periods_from_old_to_new():
    with pytest.raises(OverlappendePerioden) as refused:
        zonder_overlap(venster(2024), venster(2023))
    assert refused.value.zin == (
        "De cijfers van 2021–2023 en van 2022–2024 overlappen: ze tellen voor een deel dezelfde mensen. "
        "Daarom vergelijken we ze niet."
    )


def test_windows_without_a_year_in_common_pass():
    assert zonder_overlap(venster(2024), venster(2021)) is None


@given(st.integers(1, 5), st.lists(st.integers(1990, 2030), min_size=1, max_size=12))
def test_the_newest_that_may_be_compared_with_the_newest(jaren, eindes):
    allowed = [einde for einde in eindes if einde <= max(eindes) - jaren]
    found = laatste_zonder_overlap([venster(einde, jaren) for einde in eindes])
    assert found == (venster(max(allowed), jaren) if allowed else None)


def test_three_years_earlier_for_the_kansarmoede_index_and_the_year_before_for_a_register():
    assert laatste_zonder_overlap([venster(j) for j in range(2013, 2025)]) == venster(2021)
    assert laatste_zonder_overlap([venster(j, 1) for j in (2020, 2023)]) == venster(2020, 1)
    assert laatste_zonder_overlap([venster(2023), venster(2024)]) is None
    assert laatste_zonder_overlap([]) is None
