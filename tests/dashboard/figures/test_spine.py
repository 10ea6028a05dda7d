"""The row of one indicator: what stands where, and how little it weighs."""

import re
from dataclasses import replace

import pytest

from dashboard.figures.spine import Spine, spine

RIJ = Spine(0, 20, 40, 60, 100, 50, (45, 55), 30, (10, 90))


def place(s: Spine) -> float:
    return float(re.search(r'cx="([^"]*)"[^>]*class="sp-eigen"', spine(s, "t", "o"))[1])


def test_values_stand_in_proportion_between_the_lowest_and_the_highest() -> None:
    assert place(replace(RIJ, waarde=0)) == 12
    assert place(replace(RIJ, waarde=50)) == 150
    assert place(replace(RIJ, waarde=100)) == 288


def test_the_favourable_side_is_right_where_lower_is_favourable() -> None:
    assert place(replace(RIJ, waarde=0, omgekeerd=True)) == 288


def test_a_value_outside_the_range_stands_on_its_end() -> None:
    assert place(replace(RIJ, waarde=130)) == 288


def test_all_the_same_stands_in_the_middle() -> None:
    assert place(Spine(7, 7, 7, 7, 7, 7, None, 7)) == 150


@pytest.mark.parametrize("omgekeerd", [False, True])
def test_an_interval_that_goes_on_beyond_the_range_ends_in_an_arrow_head(omgekeerd: bool) -> None:
    def whisker(low: float, high: float) -> str:
        s = replace(RIJ, interval=(low, high), omgekeerd=omgekeerd)
        return re.search(r'd="([^"]*)" class="sp-marge"', spine(s, "t", "o"))[1]

    assert "l" not in whisker(45, 55)
    assert ("l-4 4" in whisker(45, 130)) is omgekeerd
    assert ("l4 4" in whisker(45, 130)) is not omgekeerd
    assert "l-4 4" in whisker(-5, 130) and "l4 4" in whisker(-5, 130)


def test_layers_follow_each_other_with_the_own_value_on_top() -> None:
    order = re.findall(r'class="(sp-\w+)"', spine(RIJ, "t", "o"))
    assert order == ["sp-reeks", "sp-helft", "sp-mediaan", "sp-ander", "sp-tegen", "sp-marge", "sp-eigen"]


def test_without_a_value_there_is_no_point_and_no_whisker() -> None:
    svg = spine(replace(RIJ, waarde=None), "t", "o")
    assert "sp-eigen" not in svg and "sp-marge" not in svg
    assert "sp-tegen" in svg


def test_words_are_escaped() -> None:
    assert "<title>a &lt; b</title><desc>c &amp; d</desc>" in spine(RIJ, "a < b", "c & d")


def test_a_row_with_forty_others_weighs_less_than_1200_bytes() -> None:
    full = replace(RIJ, anderen=tuple(k * 2.49 for k in range(40)), interval=(33.33, 77.77))
    assert len(spine(full, "Woonquote in Beveren-Kruibeke-Zwijndrecht", "x" * 100).encode()) < 1200 + 200
