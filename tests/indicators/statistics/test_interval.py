"""Intervals against the examples that are printed with each formula, and against statsmodels."""

from datetime import date
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint

from indicators.model import Soort
from indicators.statistics import (
    Interval,
    Meting,
    Onbekend,
    Periode,
    StatistiekFout,
    bevraging,
    byar,
    onzekerheid,
    standaardfout,
    wilson,
)

JAAR = Periode(date(2023, 1, 1), date(2023, 12, 31))
AANTALLEN = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("teller", "noemer", "laag", "hoog"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_printed_by_newcombe(teller, noemer, laag, hoog):
    """Newcombe (1998), Statistics in Medicine 17, p. 857-872, table I, method 3."""
    found = wilson(teller / noemer, noemer)
    assert (round(found.laag, 4), round(found.hoog, 4)) == (laag, hoog)


@pytest.mark.parametrize(("teller", "laag", "hoog"), [(0, 0.0, 6.0), (1, 0.3, 8.9)])
def test_wilson_where_the_plain_formula_goes_wrong(teller, laag, hoog):
    found = wilson(teller / 60, 60)
    assert (round(100 * found.laag, 1), round(100 * found.hoog, 1)) == (laag, hoog)


@given(AANTALLEN)
def test_wilson_is_that_of_statsmodels(aantallen):
    teller, noemer = aantallen
    found = wilson(teller / noemer, noemer)
    low, high = proportion_confint(teller, noemer, method="wilson")
    assert (found.laag, found.hoog) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))


@given(AANTALLEN)
def test_the_share_lies_within_and_the_mirror_image_mirrors(aantallen):
    teller, noemer = aantallen
    found, mirrored = wilson(teller / noemer, noemer), wilson(1 - teller / noemer, noemer)
    assert 0 <= found.laag <= teller / noemer <= found.hoog <= 1
    assert (found.laag, found.hoog) == (
        pytest.approx(1 - mirrored.hoog, abs=1e-12),
        pytest.approx(1 - mirrored.laag, abs=1e-12),
    )


@given(st.floats(0, 1), st.floats(1, 1e6))
def test_more_people_make_it_narrower(aandeel, noemer):
    few, many = wilson(aandeel, noemer), wilson(aandeel, 2 * noemer)
    assert many.hoog - many.laag < few.hoog - few.laag


@pytest.mark.parametrize(
    ("aantal", "laag", "hoog"), [(10, 4.795, 18.390), (50, 37.11, 65.92), (100, 81.36, 121.63)]
)
def test_byar_comes_close_to_the_printed_exact_limits(aantal, laag, hoog):
    """Daly (1992), Computers in Biology and Medicine 22, p. 351-361, table 2: exact limits of Poisson."""
    found = byar(aantal)
    assert (found.laag, found.hoog) == (pytest.approx(laag, rel=0.002), pytest.approx(hoog, rel=0.002))


@given(st.integers(10, 100_000))
def test_byar_is_within_a_fifth_of_a_percent_from_ten_events_on(aantal):
    """The accuracy that the Technical Guide Confidence Intervals (Public Health England, 2018) promises."""
    exact = chi2.ppf(0.025, 2 * aantal) / 2, chi2.ppf(0.975, 2 * aantal + 2) / 2
    found = byar(aantal)
    assert (found.laag, found.hoog) == (
        pytest.approx(exact[0], rel=0.002),
        pytest.approx(exact[1], rel=0.002),
    )


@given(st.floats(0, 10))
def test_byar_never_goes_below_nothing(aantal):
    found = byar(aantal)
    assert 0 <= found.laag <= aantal < found.hoog


def test_nothing_counted_follows_the_rule_of_three():
    """Daly (1992), as above: 2,996 for no events at one-sided 95 %."""
    assert byar(0) == Interval(0, 3)
    assert byar(0).hoog == pytest.approx(2.996, abs=0.005)


@pytest.mark.parametrize(("bevolking", "respondenten"), [(500, 217), (1000, 278), (2000, 322), (3000, 341)])
def test_a_large_part_of_the_population_asked(bevolking, respondenten):
    """Krejcie and Morgan (1970), Educational and Psychological Measurement 30, table 1: within 5 points."""
    found = bevraging(0.5, respondenten, bevolking)
    assert (found.hoog - found.laag) / 2 == pytest.approx(0.05, abs=0.0006)


def test_no_correction_up_to_a_tenth_of_the_population():
    assert bevraging(0.3, 100, 1000) == bevraging(0.3, 100) == wilson(0.3, 100)
    narrower = bevraging(0.3, 101, 1000)
    assert narrower.hoog - narrower.laag < wilson(0.3, 101).hoog - wilson(0.3, 101).laag


def test_everybody_asked_leaves_nothing_to_chance():
    assert bevraging(0.3, 80, 80) == Interval(0.3, 0.3)


def test_weights_count_as_fewer_respondents():
    """Kish (1965): with a design effect of 1,5 the answers of 600 weigh as 400."""
    assert bevraging(0.3, 600, ontwerpeffect=1.5) == wilson(0.3, 400)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: wilson(1.2, 100),
        lambda: wilson(float("nan"), 100),
        lambda: wilson(0.5, 0),
        lambda: wilson(0.5, float("inf")),
        lambda: byar(-1),
        lambda: bevraging(0.5, 0),
        lambda: bevraging(0.5, 100, bevolking=80),
        lambda: bevraging(0.5, 100, ontwerpeffect=0),
    ],
)
def test_what_cannot_be_is_refused_in_dutch(wrong):
    with pytest.raises(StatistiekFout) as refused:
        wrong()
    assert refused.value.zin == str(refused.value) and refused.value.zin.endswith(".")


def test_the_interval_of_a_stored_share_is_in_percent():
    found = onzekerheid(Meting(JAAR, 100 * 81 / 263, noemer=263), Soort.AANDEEL, noemer_van_elders=False)
    assert found == Interval(pytest.approx(25.53, abs=0.01), pytest.approx(36.62, abs=0.01))


def test_a_denominator_from_elsewhere_or_a_merger_makes_an_estimate():
    meting = Meting(JAAR, 12.0, noemer=300)
    assert onzekerheid(meting, Soort.AANDEEL, noemer_van_elders=True).geschat
    assert onzekerheid(Meting(JAAR, 12.0, noemer=300, schatting=True), Soort.AANDEEL, False).geschat
    assert not onzekerheid(meting, Soort.AANDEEL, noemer_van_elders=False).geschat
    assert not onzekerheid(Meting(JAAR, 12.0, 300, n=90), Soort.AANDEEL, noemer_van_elders=True).geschat


def test_a_survey_is_as_certain_as_its_respondents():
    """Not as its population: 90 answers about 30.000 people are 90 answers."""
    found = onzekerheid(Meting(JAAR, 20.0, noemer=30_000, n=90), Soort.AANDEEL, False)
    assert found == Interval(100 * wilson(0.2, 90).laag, 100 * wilson(0.2, 90).hoog)
    narrower = onzekerheid(Meting(JAAR, 20.0, n=90), Soort.AANDEEL, False, bevolking=200)
    assert narrower.hoog - narrower.laag < found.hoog - found.laag


@pytest.mark.parametrize(
    ("meting", "soort", "elders", "reden"),
    [
        (Meting(JAAR, None, noemer=300), Soort.AANDEEL, False, "er geen cijfer is"),
        (Meting(JAAR, 12.0), Soort.AANDEEL, False, "hoeveel mensen antwoordden of geteld zijn"),
        (Meting(JAAR, 12.0, noemer=0), Soort.AANDEEL, False, "hoeveel mensen antwoordden of geteld zijn"),
        (Meting(JAAR, 12.0), Soort.AANDEEL, True, "hoeveel mensen er in die periode geteld zijn"),
        (Meting(JAAR, 24_350.0, noemer=900), Soort.MEDIAAN, False, "geen marge"),
        (Meting(JAAR, 24_350.0), Soort.AANTAL, False, "een grotere gemeente heeft er vanzelf meer"),
    ],
)
def test_no_interval_comes_with_its_reason(meting, soort, elders, reden):
    found = onzekerheid(meting, soort, elders)
    assert isinstance(found, Onbekend) and reden in found.reden
    assert found.reden[0].islower() and not found.reden.endswith("."), "it must fit after 'omdat'"
    assert standaardfout(meting, soort) is None


def test_the_standard_error_is_near_the_plain_one_for_many_people_and_never_nothing():
    """sqrt(p (1 - p) / n) = 0,3250 percentage point for 12 % of 10.000; 0 % of 300 is not certain."""
    assert standaardfout(Meting(JAAR, 12.0, noemer=10_000), Soort.AANDEEL) == pytest.approx(0.325, abs=0.001)
    zero = wilson(0, 300)
    z = NormalDist().inv_cdf(0.975)
    assert standaardfout(Meting(JAAR, 0.0, noemer=300), Soort.AANDEEL) == pytest.approx(
        100 * zero.hoog / 2 / z
    )
