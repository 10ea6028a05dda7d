"""The classes of a map: never empty or reversed, everybody in one, and why there are fewer than asked for."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.gemeenten import KANSARMOEDEKLASSEN, kansarmoedeklasse
from indicators.statistics import Onbekend, Positie, StatistiekFout
from indicators.statistics.indeling import NAAR_AANTAL, Indeling
from indicators.statistics.klassen import HOOGSTENS, MINSTENS, Klas, klassen, klassen_rond_nul
from indicators.statistics.vaste_klassen import VASTE_KLASSEN, VERSCHILWAARDE

CIJFERS = st.lists(
    st.one_of(st.integers(-3, 3).map(float), st.floats(-1e9, 1e9).map(lambda x: round(x, 6))),
    min_size=1,
    max_size=60,
)
AANTAL = st.integers(MINSTENS, HOOGSTENS)
KEUZE = [indeling for indeling in Indeling if indeling not in VASTE_KLASSEN]


@given(CIJFERS, st.sampled_from(Indeling), AANTAL)
def test_no_class_is_empty_or_reversed_and_everybody_is_in_one(waarden, indeling, aantal):
    gevonden = klassen(waarden, indeling, aantal)
    van = [gevonden.van(waarde) for waarde in waarden]
    assert gevonden.aantallen == tuple(van.count(klas) for klas in range(len(gevonden.leden)))
    assert min(gevonden.aantallen) > 0
    assert all(een < ander for een, ander in pairwise(gevonden.grenzen))
    assert all(een.hoog <= ander.laag for een, ander in pairwise(gevonden.leden))
    assert all(een.plaats < ander.plaats for een, ander in pairwise(gevonden.leden))
    assert all(klas.laag <= klas.hoog for klas in gevonden.leden)
    assert 1 <= len(gevonden.leden) <= gevonden.gepland <= HOOGSTENS
    for waarde, klas in zip(waarden, van, strict=True):
        lid = gevonden.leden[klas]
        assert lid.laag <= waarde <= lid.hoog or math.isclose(waarde, lid.hoog, rel_tol=1e-8)


@given(CIJFERS, st.sampled_from(Indeling), AANTAL)
def test_a_higher_value_is_never_in_a_lower_class(waarden, indeling, aantal):
    gevonden = klassen(waarden, indeling, aantal)
    van = [gevonden.van(waarde) for waarde in sorted(waarden)]
    assert van == sorted(van)


@given(CIJFERS, st.sampled_from(KEUZE), AANTAL)
def test_fewer_or_more_classes_than_asked_for_are_explained(waarden, indeling, aantal):
    gevonden = klassen(waarden, indeling, aantal)
    assert (gevonden.opmerking is None) == (len(gevonden.leden) == aantal == gevonden.gepland)


@given(CIJFERS, st.sampled_from(NAAR_AANTAL), AANTAL)
def test_too_few_different_values_are_each_a_class(waarden, indeling, aantal):
    verschillend = sorted(set(waarden))
    assume(1 < len(verschillend) < aantal)
    gevonden = klassen(waarden, indeling, aantal)
    assert [gevonden.van(waarde) for waarde in verschillend] == list(range(len(verschillend)))
    assert f"Het zijn er {len(verschillend)}" in gevonden.opmerking


@pytest.mark.parametrize("indeling", KEUZE)
def test_all_equal_is_one_class(indeling):
    gevonden = klassen([4.2] * 12, indeling, 5)
    assert gevonden.leden == (Klas(4.2, 4.2, 12, 0),)
    assert gevonden.grenzen == () and "hetzelfde cijfer" in gevonden.opmerking


@pytest.mark.parametrize("indeling", Indeling)
def test_a_missing_value_counts_nowhere(indeling):
    waarden = [1.0, None, 3.0, 4.0, None, 9.0, 2.0, 7.0]
    bekend = [waarde for waarde in waarden if waarde is not None]
    assert klassen(waarden, indeling, 3) == klassen(bekend, indeling, 3)
    assert sum(klassen(waarden, indeling, 3).aantallen) == 6
    nergens = klassen([None, None], indeling)
    assert isinstance(nergens, Onbekend) and "cijfer heeft" in nergens.reden


@pytest.mark.parametrize("waarde", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_refused(waarde):
    with pytest.raises(StatistiekFout, match="geen enkele klasse"):
        klassen([1.0, waarde], Indeling.KWANTIELEN)
    with pytest.raises(StatistiekFout, match="geen enkele klasse"):
        klassen([1.0, 2.0, 3.0], Indeling.KWANTIELEN, 3).van(waarde)


@pytest.mark.parametrize("aantal", [0, 2, 8])
def test_other_numbers_of_classes_are_refused(aantal):
    with pytest.raises(StatistiekFout, match="3 tot 7 klassen"):
        klassen([1.0, 2.0, 3.0], Indeling.GELIJK, aantal)


def test_an_empty_class_keeps_its_edges_and_places_to_itself():
    """The others do not grow into the gap, and keep their colours."""
    gevonden = klassen([0.0, 1.0, 9.0, 10.0], Indeling.GELIJK, 5)
    assert gevonden.leden == (Klas(0.0, 2.0, 2, 0), Klas(8.0, 10.0, 2, 4))
    assert gevonden.gepland == 5
    assert gevonden.opmerking == "Alleen klassen met gemeenten staan in de legende: 2 van de 5."


def test_an_empty_class_between_quantiles_leaves_no_place():
    """Four equal values out of eight: the second quantile falls between these and the next value."""
    gevonden = klassen([0.0, 0.0, 0.0, 0.0, 10.0, 20.0], Indeling.KWANTIELEN, 3)
    assert gevonden.leden == (Klas(0.0, 0.0, 4, 0), Klas(pytest.approx(10 / 3), 20.0, 2, 1))
    assert (gevonden.gepland, gevonden.grenzen) == (2, (0.0,))


def test_round_edges_may_give_another_number_of_classes():
    gevonden = klassen([0.5, 3.0, 5.0, 7.0, 9.5], Indeling.ROND, 4)
    assert [klas.hoog for klas in gevonden.leden] == [5.0, 10.0]
    assert gevonden.opmerking == "Met ronde grenzen zijn er 2 klassen in plaats van 4."


@given(st.lists(st.integers(0, 300).map(lambda getal: getal / 10), min_size=1))
def test_classes_of_2018_are_those_of_the_study(waarden):
    gevonden = klassen(waarden, Indeling.KANSARMOEDE)
    for waarde in waarden:
        assert gevonden.leden[gevonden.van(waarde)].woord == kansarmoedeklasse(waarde).titel
    assert gevonden.gepland == len(KANSARMOEDEKLASSEN)


def test_five_is_in_five_to_ten():
    gevonden = klassen([4.9, 5.0, 9.9, 10.0, 15.0], Indeling.KANSARMOEDE)
    assert (gevonden.grenzen, gevonden.aantallen) == ((5, 10, 15), (1, 2, 1, 1))


def test_distances_are_in_standard_deviations_of_these_municipalities():
    waarden = [float(waarde) for waarde in range(101)]  # mean 50, standard deviation 29,15
    gevonden = klassen(waarden, Indeling.AFSTAND)
    assert gevonden.grenzen == pytest.approx((6.267, 35.423, 64.577, 93.733), abs=1e-3)
    assert gevonden.aantallen == (7, 29, 29, 29, 7)
    assert gevonden.leden[2].woord == "rond het gemiddelde"


@pytest.mark.parametrize("waarde", [0.1, 7.3, -4.0])
def test_all_equal_is_all_around_the_mean(waarde):
    gevonden = klassen([waarde] * 7, Indeling.AFSTAND)
    assert [klas.woord for klas in gevonden.leden] == ["rond het gemiddelde"]


def test_a_verdict_is_its_own_class():
    verdicts = [Positie.HOGER, Positie.LAGER, Positie.HOGER]
    gevonden = klassen([VERSCHILWAARDE[positie] for positie in verdicts], Indeling.VERSCHIL)
    assert [(klas.woord, klas.aantal, klas.plaats) for klas in gevonden.leden] == [
        ("lager", 1, 0),
        ("hoger", 2, 2),
    ]


@given(CIJFERS, st.sampled_from([0.05, 0.5]))
def test_differences_are_divided_as_far_below_0_as_above_it(verschillen, nul):
    gevonden = klassen_rond_nul(verschillen, nul)
    omgekeerd = klassen_rond_nul([-een for een in verschillen], nul)
    assert sum(gevonden.aantallen) == len(verschillen) and min(gevonden.aantallen) > 0
    assert gevonden.gepland in (3, 5, 7)
    midden = gevonden.gepland // 2
    for een in verschillen:
        if abs(een) == nul:
            continue
        plaats = gevonden.leden[gevonden.van(een)].plaats
        assert omgekeerd.leden[omgekeerd.van(-een)].plaats == 2 * midden - plaats
        assert (plaats > midden, plaats < midden) == (een > nul, een < -nul)
    assert all(klas.woord is None for klas in gevonden.leden)


def test_small_middle_and_large_differences_are_a_third_each_and_none_has_the_colour_of_0():
    gevonden = klassen_rond_nul([float(een) for een in range(1, 100)], 0.5)
    assert [(klas.aantal, klas.plaats) for klas in gevonden.leden] == [(33, 4), (33, 5), (33, 6)]


def test_differences_of_one_size_go_up_or_down():
    gevonden = klassen_rond_nul([2.0, -2.0, 2.0, 0.0], 0.5)
    assert [(klas.aantal, klas.plaats) for klas in gevonden.leden] == [(1, 0), (1, 1), (2, 2)]
    assert [klas.plaats for klas in klassen_rond_nul([0.0, 0.0], 0.5).leden] == [1]
    assert isinstance(klassen_rond_nul([], 0.5), Onbekend)
