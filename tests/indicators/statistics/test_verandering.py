"""A change is called one when the intervals say so, and never between periods that share years."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators.model import Soort
from indicators.statistics import (
    Meting,
    Onbekend,
    OverlappendePerioden,
    Periode,
    StatistiekFout,
    Verandering,
    kleinste_verandering,
    verandering,
    vergelijk,
)
from tests.bench import kans_verandering

TABEL = {50: 10.5, 100: 7.4, 200: 5.3, 300: 4.3, 500: 3.3, 1000: 2.4, 2500: 1.5}


def venster(einde: int, jaren: int = 3) -> Periode:
    return Periode(date(einde - jaren + 1, 1, 1), date(einde, 12, 31))


def meting(einde: int, teller: float, noemer: float, jaren: int = 3) -> Meting:
    return Meting(venster(einde, jaren), 100 * teller / noemer, noemer)


def veranderd(nieuw: Meting, oud: Meting, overdispersie: float = 0.0) -> Verandering:
    found = vergelijk(nieuw, oud, Soort.AANDEEL, overdispersie)
    assert isinstance(found, Verandering)
    return found


@pytest.mark.parametrize(
    ("nieuw", "oud", "laag", "hoog"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_interval_is_that_of_newcombe_1998_table_2_method_10(
    nieuw: tuple[int, int], oud: tuple[int, int], laag: float, hoog: float
) -> None:
    interval = veranderd(meting(2024, *nieuw), meting(2021, *oud)).interval
    assert (interval.laag, interval.hoog) == pytest.approx((100 * laag, 100 * hoog), abs=0.006)


@given(st.data())
def test_interval_is_that_of_statsmodels(data: st.DataObject) -> None:
    noemers = data.draw(st.tuples(st.integers(5, 5000), st.integers(5, 5000)))
    tellers = [data.draw(st.integers(0, noemer)) for noemer in noemers]
    interval = veranderd(meting(2024, tellers[0], noemers[0]), meting(2021, tellers[1], noemers[1])).interval
    theirs = confint_proportions_2indep(tellers[0], noemers[0], tellers[1], noemers[1], method="newcomb")
    assert (interval.laag, interval.hoog) == pytest.approx([100 * end for end in theirs], abs=1e-6)


@given(st.integers(0, 200), st.integers(0, 200), st.floats(0, 20))
def test_verdict_and_interval_agree_and_more_noise_never_makes_a_change(
    nieuw: int, oud: int, overdispersie: float
) -> None:
    found = veranderd(meting(2024, nieuw, 200), meting(2021, oud, 200), overdispersie)
    assert found.interval.laag <= found.verschil <= found.interval.hoog
    assert found.groter_dan_toeval == (not found.interval.laag <= 0 <= found.interval.hoog)
    assert not found.groter_dan_toeval or veranderd(found.nieuw, found.oud).groter_dan_toeval


def test_newest_is_compared_with_three_years_earlier_for_windows_of_three_years() -> None:
    reeks = [meting(jaar, 30 + jaar % 7, 300) for jaar in (2024, 2018, 2020, 2021, 2022, 2023)]
    found = verandering(reeks, Soort.AANDEEL, 0.0)
    assert isinstance(found, Verandering)
    assert (found.nieuw.periode, found.oud.periode) == (venster(2024), venster(2021))


def test_single_years_are_compared_with_the_year_before_and_empty_years_are_passed_over() -> None:
    leeg = Meting(venster(2023, 1), None, 300)
    reeks = [meting(2022, 30, 300, 1), leeg, meting(2024, 40, 300, 1), meting(2021, 50, 300, 1)]
    found = verandering(reeks, Soort.AANDEEL, 0.0)
    assert isinstance(found, Verandering)
    assert (found.oud.periode, found.verschil) == (venster(2022, 1), pytest.approx(10 / 3))


@pytest.mark.parametrize("jaar", [2022, 2023, 2024, 2025, 2026])
def test_windows_that_share_a_year_are_refused(jaar: int) -> None:
    with pytest.raises(OverlappendePerioden):
        vergelijk(meting(2024, 30, 300), meting(jaar, 30, 300), Soort.AANDEEL, 0.0)


@pytest.mark.parametrize(
    ("reeks", "soort", "reden"),
    [
        ([], Soort.AANDEEL, "er geen cijfer is"),
        ([Meting(venster(2024), None, 300)], Soort.AANDEEL, "er geen cijfer is"),
        ([meting(2024, 30, 300), meting(2023, 30, 300)], Soort.AANDEEL, "helemaal andere jaren"),
        ([meting(2024, 30, 300), meting(2021, 30, 300)], Soort.AANTAL, "dit een aantal is"),
        ([meting(2024, 30, 300), meting(2021, 30, 300)], Soort.MEDIAAN, "geen marge"),
        ([Meting(venster(2024), 12.0), meting(2021, 30, 300)], Soort.AANDEEL, "hoeveel mensen"),
        ([meting(2024, 30, 300), Meting(venster(2021), 12.0)], Soort.AANDEEL, "hoeveel mensen"),
    ],
)
def test_why_nothing_can_be_said(reeks: list[Meting], soort: Soort, reden: str) -> None:
    found = verandering(reeks, soort, 0.0)
    assert isinstance(found, Onbekend)
    assert reden in found.reden


def test_an_empty_period_is_no_zero() -> None:
    found = vergelijk(meting(2024, 30, 300), Meting(venster(2021), None, 300), Soort.AANDEEL, 0.0)
    assert found == Onbekend("een van beide perioden geen cijfer heeft")


def test_without_knowing_what_is_usual_there_is_no_verdict() -> None:
    onbekend = Onbekend("er maar drie gemeenten zijn")
    found = vergelijk(meting(2024, 30, 300), meting(2021, 90, 300), Soort.AANDEEL, onbekend)
    assert found is onbekend


def test_a_denominator_from_elsewhere_makes_the_interval_an_estimate() -> None:
    reeks = [meting(2024, 30, 300), meting(2021, 90, 300)]
    found = [verandering(reeks, Soort.AANDEEL, 0.0, elders) for elders in (True, False)]
    assert [isinstance(one, Verandering) and one.interval.geschat for one in found] == [True, False]


def test_a_survey_counts_who_answered_not_who_could_have() -> None:
    groot = Meting(venster(2023, 1), 30.0, noemer=50_000, n=200), Meting(venster(2020, 1), 25.0, 50_000, 200)
    klein = Meting(venster(2023, 1), 30.0, noemer=200), Meting(venster(2020, 1), 25.0, noemer=200)
    assert veranderd(*groot).interval == veranderd(*klein).interval


@pytest.mark.parametrize(("geboorten", "punten"), TABEL.items())
def test_smallest_change_for_12_percent_of_three_birth_years(geboorten: int, punten: float) -> None:
    assert kleinste_verandering(0.12, 3 * geboorten, 3 * geboorten) == pytest.approx(punten, abs=0.1)


def test_smallest_change_of_a_comparison_is_the_one_for_planning() -> None:
    found = veranderd(meting(2024, 36, 300), meting(2021, 72, 600), 1.5)
    assert found.kleinste == pytest.approx(kleinste_verandering(0.12, 600, 300, 1.5))


def test_smallest_change_exists_at_0_percent_too() -> None:
    assert 0 < kleinste_verandering(0.0, 300, 300) < kleinste_verandering(0.12, 300, 300)


def test_smallest_change_wants_people() -> None:
    with pytest.raises(StatistiekFout):
        kleinste_verandering(0.12, 0, 300)


@pytest.mark.parametrize("overdispersie", [0.0, 2.0])
def test_smallest_change_is_seen_four_times_out_of_five(overdispersie: float) -> None:
    noemer, times = 900, 4000
    chance = np.random.default_rng(12)
    punten = kleinste_verandering(0.12, noemer, noemer, overdispersie)
    # Both ends stand equally far from 12 %, so that the variance is that of 12 %.
    ruis = chance.normal(0, overdispersie / 100 / math.sqrt(2), (times, 2))
    shares = (0.12 + np.array([1, -1]) * punten / 200 + ruis).clip(0, 1)
    drawn = chance.binomial(noemer, shares).tolist()
    seen = [
        veranderd(meting(2024, nieuw, noemer), meting(2021, oud, noemer), overdispersie).groter_dan_toeval
        for oud, nieuw in drawn
    ]
    assert np.mean(seen) == pytest.approx(0.80, abs=0.03)


@pytest.mark.parametrize("ruis", kans_verandering.JAARRUIS)
def test_where_nothing_happens_few_changes_are_called(ruis: float) -> None:
    adjusted, plain = kans_verandering.false_alarms(ruis, times=20)
    assert all(3 <= rate <= 7 for rate in adjusted.values()), adjusted
    assert ruis < 2 or plain[1000] > 30  # what the adjustment is for


def test_no_function_compares_windows_that_overlap() -> None:
    assert kans_verandering.overlaps_let_through() == 0
