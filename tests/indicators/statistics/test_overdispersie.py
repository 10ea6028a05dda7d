"""The extra movement is found, whatever all municipalities share and whatever a few of them do."""

import math

import numpy as np
import pytest

from indicators.statistics import Meting, Onbekend, OverlappendePerioden, overdispersie
from tests.bench.kans_verandering import GEMEENTEN, Paar, unchanged_pairs, window

TIMES = 20


def found(ruis: float, change: float = 0.0, really_changed: int = 0) -> float:
    """The mean over simulations; in `really_changed` municipalities the share drops by 5 points."""
    chance = np.random.default_rng(7)
    return float(
        np.mean([_once(unchanged_pairs(chance, ruis, change), really_changed) for _ in range(TIMES)])
    )


def _once(pairs: list[Paar], really_changed: int) -> float:
    dropped = [
        (Meting(nieuw.periode, max(0.0, (nieuw.waarde or 0) - 5), nieuw.noemer), oud)
        for nieuw, oud in pairs[:really_changed]
    ]
    estimate = overdispersie([*dropped, *pairs[really_changed:]])
    assert isinstance(estimate, float)
    return estimate


@pytest.mark.parametrize("ruis", [1.0, 2.0, 3.0])
def test_finds_the_noise_that_was_put_in(ruis: float) -> None:
    # Two windows of three years, each with the mean of three years' noise.
    assert found(ruis) == pytest.approx(ruis * math.sqrt(2 / 3), abs=0.12)


def test_finds_hardly_anything_where_chance_explains_all() -> None:
    assert found(0.0) < 0.3


def test_what_all_municipalities_share_is_not_noise() -> None:
    assert found(1.0, change=-3.0) == pytest.approx(found(1.0), abs=0.15)


def test_a_tenth_that_really_changed_counts_less_than_half_of_what_it_does_in_a_plain_variance() -> None:
    usual, part = found(1.0), 0.1
    plain = math.hypot(usual, 5 * math.sqrt(part * (1 - part)))
    assert found(1.0, really_changed=round(part * GEMEENTEN)) - usual < (plain - usual) / 2


def test_pairs_without_a_figure_or_a_denominator_are_left_out() -> None:
    pairs = unchanged_pairs(np.random.default_rng(7), 1.0)
    leeg = Meting(window(2024), None, 300.0), pairs[0][1]
    zonder = Meting(window(2024), 12.0), pairs[0][1]
    assert overdispersie([leeg, zonder, *pairs]) == overdispersie(pairs)


def test_too_few_municipalities_say_nothing() -> None:
    estimate = overdispersie(unchanged_pairs(np.random.default_rng(7), 1.0)[:29])
    assert isinstance(estimate, Onbekend)
    assert "maar 29 gemeenten" in estimate.reden


def test_windows_that_overlap_are_refused() -> None:
    nieuw, oud = unchanged_pairs(np.random.default_rng(7), 1.0)[0]
    with pytest.raises(OverlappendePerioden):
        overdispersie([(nieuw, Meting(window(2023), oud.waarde, oud.noemer))])
