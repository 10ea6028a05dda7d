"""Round steps for an axis, and labels that do not touch."""

import re
from itertools import pairwise

import pytest

from dashboard.figures.assen import Vlak, across_grid, apart, scale, year_labels


@pytest.mark.parametrize(
    ("low", "high", "from_zero", "ticks"),
    [
        (5, 9.1, True, [0, 2, 4, 6, 8, 10]),
        (0.2, 0.9, True, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (15300, 20300, False, [15000, 16000, 17000, 18000, 19000, 20000, 21000]),
        (0, 0, True, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_scale_has_round_steps_that_hold_all_values(low, high, from_zero, ticks):
    assert scale(low, high, from_zero) == pytest.approx(ticks)


def test_labels_that_would_touch_give_way_on_both_sides_within_the_drawing():
    assert apart([5, 30, 32, 80], [17, 17, 17, 17], 100) == [5, 22.5, 39.5, 80]
    assert apart([40, 41, 42], [10, 10, 10], 100) == [31, 41, 51]
    assert apart([2, 4], [17, 17], 100) == [0, 17]
    assert apart([80, 90], [17, 17], 100) == [66, 83]
    assert apart([], [], 100) == []


@pytest.mark.parametrize("breedte", [80, 200, 600])
def test_labels_below_the_field_have_room(breedte):
    vlak = Vlak(0, breedte, 0, 100, (0, 50000), (0, 1))
    drawn = "".join(across_grid(vlak, [0, 10000, 20000, 30000, 40000, 50000], "{:.0f}".format))
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)"', drawn)]
    assert places
    assert drawn.count("<line") == 6
    assert all(b - a >= 40 for a, b in pairwise(places))


def test_the_last_year_is_always_named():
    labels = "".join(year_labels(Vlak(0, 100, 0, 100, (1991, 2024), (0, 1))))
    assert ">2024<" in labels and labels.count("<text") == 2
