"""Suppression: a reader with all that is shown, and with the rule, cannot work out what is hidden."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from indicators.statistics import StatistiekFout, Telling, verborgen


def telling(code: str, *delen: int | Telling) -> Telling:
    """A total of parts: a number is a part without parts, named after its place."""
    parts = [Telling(f"{code}{n}", deel) if isinstance(deel, int) else deel for n, deel in enumerate(delen)]
    return Telling(code, sum(deel.aantal for deel in parts), tuple(parts))


def alle(boom: Telling) -> list[Telling]:
    return [boom, *(t for deel in boom.delen for t in alle(deel))]


def rest(boom: Telling, hidden: frozenset[str]) -> int:
    """What a total minus all that is shown below it comes to."""
    below = [deel for deel in boom.delen if deel.code in hidden]
    return sum(rest(deel, hidden) if deel.delen else deel.aantal for deel in below)


KLEIN = st.one_of(st.integers(0, 6), st.integers(0, 60))
PROVINCIES = st.lists(st.lists(KLEIN, min_size=1, max_size=6), min_size=1, max_size=4)


@st.composite
def boom(draw: st.DrawFn) -> Telling:
    """A region of provinces of municipalities."""
    return telling("r", *(telling(f"p{n}-", *delen) for n, delen in enumerate(draw(PROVINCIES))))


def test_one_to_four_is_hidden_and_zero_is_shown():
    assert verborgen(telling("r", 0, 1, 4, 5, 90)) == {"r1", "r2"}
    assert verborgen(telling("r", 0, 5, 90)) == frozenset()
    assert verborgen(Telling("r", 3)) == {"r"}
    assert verborgen(Telling("r", 0)) == frozenset()


def test_a_single_hidden_part_takes_the_smallest_other_one_along():
    assert verborgen(telling("r", 3, 0, 40, 12)) == {"r0", "r3"}


def test_equal_parts_are_hidden_in_the_order_of_their_codes():
    assert verborgen(telling("r", 3, 20, 20)) == {"r0", "r1"}


def test_two_hidden_parts_that_add_up_to_four_are_a_small_count_themselves():
    assert verborgen(telling("r", 1, 3, 8, 20)) == {"r0", "r1", "r2"}


def test_six_hidden_parts_that_add_up_to_six_can_only_be_ones():
    assert verborgen(telling("r", 1, 1, 1, 1, 1, 1, 9)) == {f"r{n}" for n in range(7)}
    assert "r" in verborgen(telling("r", 1, 1, 1, 1, 1, 1))


def test_a_small_municipality_does_not_follow_from_region_and_provinces():
    """Province p0 is hidden, so without more its count would be the region minus the others."""
    tree = telling("r", telling("p0-", 2, 1), telling("p1-", 30, 40), telling("p2-", 25, 90))
    assert verborgen(tree) == {"p0-", "p0-0", "p0-1", "p1-", "p1-0"}


def attack(tree: Telling, hidden: frozenset[str]) -> list[tuple[str, float, float]]:
    """The range of every hidden count, for one who sees the rest and knows that hidden is at least 1."""
    names = sorted(hidden)
    rows, values = [], []
    for totaal in (t for t in alle(tree) if t.delen):
        signed = [(totaal, 1), *((deel, -1) for deel in totaal.delen)]
        rows.append([sum(sign for t, sign in signed if t.code == name) for name in names])
        values.append(-sum(sign * t.aantal for t, sign in signed if t.code not in hidden))
    found = []
    for name in names:
        goal = np.array([float(name == other) for other in names])
        low, high = (linprog(s * goal, A_eq=rows, b_eq=values, bounds=(1, 10_000)).fun for s in (1, -1))
        found.append((name, low, -high))
    return found


@settings(max_examples=80)
@given(boom())
def test_no_hidden_count_can_be_worked_out(tree: Telling):
    hidden = verborgen(tree)
    assert {t.code for t in alle(tree) if 1 <= t.aantal <= 4} <= hidden
    assert not {t.code for t in alle(tree) if t.aantal == 0} & hidden
    given_away = [name for name, low, high in attack(tree, hidden) if high - low < 0.5]
    assert not given_away


@given(boom())
def test_no_total_minus_what_is_shown_is_a_small_count(tree: Telling):
    hidden = verborgen(tree)
    shown = [t for t in alle(tree) if t.delen and t.code not in hidden]
    assert not [t.code for t in shown if 1 <= rest(t, hidden) <= 4]


@given(boom())
def test_nothing_is_hidden_where_nothing_is_small(tree: Telling):
    small = any(1 <= t.aantal <= 4 for t in alle(tree))
    assert bool(verborgen(tree)) == small


def test_the_attack_finds_what_only_the_small_counts_would_hide():
    tree = telling("r", 3, 12, 40)
    assert attack(tree, frozenset({"r0"})) == [("r0", 3, 3)]


@pytest.mark.parametrize(
    ("wrong", "zin"),
    [
        (lambda: Telling("r", -1), "-1 is geen aantal"),
        (lambda: Telling("r", 9, (Telling("a", 4), Telling("b", 4))), "tellen niet op"),
        (lambda: verborgen(telling("r", Telling("a", 8), Telling("a", 9))), "staat twee keer"),
    ],
)
def test_a_count_that_does_not_add_up_is_refused(wrong, zin):
    with pytest.raises(StatistiekFout, match=zin):
        wrong()
