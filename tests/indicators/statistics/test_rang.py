"""A rank holds the true place in 95 of 100 cases, and is wide where figures are uncertain."""

import numpy as np
import pytest

from indicators.statistics import Onbekend, Rang, StatistiekFout, rang_met_interval
from indicators.statistics.krimp import verwachting

Delen = list[tuple[float, float]]
AANTAL = 285


def municipalities(seed: int, tussen: float = 0.045) -> tuple[np.ndarray, Delen]:
    """True shares, and the figures that chance makes of them."""
    chance = np.random.default_rng(seed)
    true = chance.normal(0.11, tussen, AANTAL).clip(0.01, 0.5)
    noemers = np.exp(chance.normal(6.5, 0.9, AANTAL)).astype(int) + 40
    shares = chance.binomial(noemers, true) / noemers
    return true, list(zip(shares.tolist(), noemers.astype(float).tolist(), strict=True))


def rang(delen: Delen, welke: int) -> Rang:
    found = rang_met_interval(delen, welke)
    assert isinstance(found, Rang)
    return found


def test_holds_the_true_place() -> None:
    held, widths = [], []
    for seed in range(20):
        true, delen = municipalities(seed)
        for welke in range(0, AANTAL, 7):
            found = rang(delen, welke)
            held.append(found.laag <= 1 + np.sum(true > true[welke]) <= found.hoog)
            widths.append(found.hoog - found.laag)
    assert 0.94 <= np.mean(held) <= 0.98
    assert np.mean(widths) < AANTAL / 2  # an interval of all places would hold the truth as well


def test_is_the_interval_that_drawing_gives() -> None:
    _, delen = municipalities(1)
    midden, fouten = np.array(verwachting(delen)).T
    draws = np.random.default_rng(1).normal(midden, fouten, (20_000, AANTAL))
    places = AANTAL - draws.argsort(axis=1).argsort(axis=1)
    for welke in range(0, AANTAL, 20):
        found = rang(delen, welke)
        laag, hoog = np.quantile(places[:, welke], [0.025, 0.975])
        assert abs(min(laag, found.plaats) - found.laag) <= 4
        assert abs(max(hoog, found.plaats) - found.hoog) <= 4


def test_place_1_is_the_highest_and_equals_share_a_place() -> None:
    delen = [(0.30, 5000.0), (0.20, 5000.0), (0.20, 5000.0), *[(0.05 + n / 1000, 5000.0) for n in range(20)]]
    assert [rang(delen, welke).plaats for welke in range(4)] == [1, 2, 2, 23]
    assert rang(delen, 0) == Rang(1, 1, 1, 23)


def test_few_people_make_the_interval_wide() -> None:
    _, delen = municipalities(3)
    found = [rang([*delen, (0.11, noemer)], AANTAL) for noemer in (60.0, 20_000.0)]
    widths = [one.hoog - one.laag for one in found]
    assert widths[0] > 4 * widths[1]


def test_where_chance_explains_all_every_place_is_possible() -> None:
    delen = [(0.12 + 0.001 * (n % 3), 50.0) for n in range(30)]
    found = rang(delen, 2)
    assert (found.laag, found.hoog) == (1, 30)


def test_too_few_areas_have_no_rank() -> None:
    assert rang_met_interval([(0.1, 100.0)] * 9, 0) == Onbekend("er maar 9 gemeenten een cijfer hebben")


def test_who_has_no_figure_has_no_place() -> None:
    with pytest.raises(StatistiekFout):
        rang_met_interval([(0.1, 100.0)] * 20, 20)
