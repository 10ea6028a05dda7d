"""Outlines: read back exactly, with a point inside, and shared borders found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.ringen import binnenpunt, grenslijn, lijnstukken, oppervlakte, pad, ring_van
from tests.dashboard.figures.paths import rings

LEFT = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
RIGHT = [(100, 0), (200, 0), (200, 100), (100, 100), (100, 0)]
BELOW = [(0, 100), (100, 100), (200, 100), (200, 200), (0, 200), (0, 100)]
# A horseshoe: the centre of its surface lies outside it.
HORSESHOE = [(0, 0), (300, 0), (300, 200), (200, 200), (200, 30), (100, 30), (100, 200), (0, 200), (0, 0)]
POINTS = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 4_000)), min_size=3, max_size=30, unique=True
)


@given(st.lists(POINTS, min_size=1, max_size=4))
def test_a_path_says_exactly_the_points_that_it_was_made_of(parts):
    whole = [[*punten, punten[0]] for punten in parts]
    assert rings(pad(whole)) == whole


def test_a_path_is_written_without_what_can_be_missed():
    assert pad([[(5, 10), (15, 13), (15, 3), (5, 10)]]) == "m.5 1l1 .3 0-1z"


def test_a_ring_that_lost_its_surface_is_gone():
    assert ring_van([(0, 0), (0, 0), (10, 0), (10, 0), (0, 0)]) == []
    assert ring_van([(0, 0), (10, 0), (20, 0), (0, 0)]) == []
    assert ring_van([(0, 0), (10, 0), (10, 0), (10, 10), (0, 0)]) == [(0, 0), (10, 0), (10, 10), (0, 0)]


def test_surface_is_in_square_pixels_whichever_way_round():
    assert oppervlakte(LEFT) == oppervlakte(LEFT[::-1]) == 100


@pytest.mark.parametrize("ring", [LEFT, LEFT[::-1], BELOW, HORSESHOE])
def test_the_point_of_an_area_lies_within_it(ring):
    x, y = (10 * waarde for waarde in binnenpunt(ring))
    crossed = sum(
        (y1 < y) != (y2 < y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        for (x1, y1), (x2, y2) in pairwise(ring)
    )
    assert crossed % 2 == 1


def test_a_border_knows_both_sides():
    along = lijnstukken({"links": [LEFT], "rechts": [RIGHT]})
    assert along[(100, 0), (100, 100)] == ["links", "rechts"]
    assert along[(0, 0), (100, 0)] == ["links"]


def test_the_line_between_groups_runs_along_their_common_border_only():
    gebieden = {"links": [LEFT], "rechts": [RIGHT], "onder": [BELOW]}
    assert grenslijn(gebieden, {"links": "a", "rechts": "a", "onder": "b"}) in (
        "m0 10l10 0 10 0",
        "m20 10l-10 0-10 0",
    )
    assert grenslijn(gebieden, dict.fromkeys(gebieden, "a")) == ""


def test_a_group_around_another_has_a_closed_line():
    rond = [(0, 0), (300, 0), (300, 300), (0, 300), (0, 0)]
    gat = [(100, 100), (200, 100), (200, 200), (100, 200), (100, 100)]
    lijn = grenslijn({"buiten": [rond, gat], "binnen": [gat]}, {"buiten": "a", "binnen": "b"})
    assert lijn.count("m") == 1
    assert len(lijn.split("l")[1].replace("-", " ").split()) == 8
