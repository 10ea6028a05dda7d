import re
from itertools import pairwise

import pytest

from dashboard.figures.trend import Lijn, Meting, scale, trend


def percent(waarde):
    return f"{waarde:g} %"


def lijn(waarden, eigen=True, naam="Ronse", eerste=2015, **kwargs):
    return Lijn(naam, tuple(Meting(eerste + i, w, **kwargs) for i, w in enumerate(waarden)), eigen)


def draw(*lijnen, breedte=640, **options):
    return trend(lijnen, percent, percent, breedte, "Kansarmoede-index", "Van 2015 tot 2019", **options)


def path(svg, klass="lijn-eigen"):
    return re.search(rf'<path d="([^"]*)" class="{klass}"', svg)[1]


def test_every_value_is_a_point_that_says_what_it_is():
    svg = draw(lijn([9.1, 8.5, 8.0]))
    assert re.findall(r"<title>(Ronse[^<]*)</title>", svg) == [
        "Ronse, 2015: 9.1 %",
        "Ronse, 2016: 8.5 %",
        "Ronse, 2017: 8 %",
    ]


def test_a_missing_value_breaks_the_line_and_is_never_a_zero():
    svg = draw(lijn([9, 8, None, 8, 9]))
    assert path(svg).count("M") == 2
    assert svg.count("<circle") == 4


def test_a_survey_every_three_years_is_one_line():
    wave = Lijn("Ronse", (Meting(2017, 5), Meting(2020, 6), Meting(2023, 7)), True)
    assert path(draw(wave)).count("M") == 1


def test_overlapping_windows_are_hollow():
    svg = draw(Lijn("Ronse", (Meting(2021, 9), Meting(2022, 8, vol=False), Meting(2024, 7)), True))
    assert svg.count("punt-hol") == 1


def test_higher_is_up_and_later_is_right():
    points = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="5"', draw(lijn([5, 10])))
    (x1, y1), (x2, y2) = [(float(x), float(y)) for x, y in points]
    assert x2 > x1
    assert y2 < y1


@pytest.mark.parametrize("breedte", [640, 320])
def test_both_lines_are_named_on_the_drawing(breedte):
    svg = draw(lijn([5, 10]), lijn([7, 7], eigen=False, naam="mediaan van de gemeenten"), breedte=breedte)
    words = re.sub(r"<[^>]*>", " ", svg)
    assert "Ronse" in words
    assert "mediaan van de" in words
    assert "gemeenten" in words


def test_names_at_the_ends_do_not_touch():
    svg = draw(
        lijn([5, 7.0], naam="Beveren-Kruibeke-Zwijndrecht"), lijn([5, 7.1], eigen=False, naam="Vlaanderen")
    )
    heights = sorted(float(y) for y in re.findall(r'y="([\d.]+)" class="fig-naam', svg))
    assert all(b - a >= 17 for a, b in pairwise(heights))
    assert len(heights) > 2


def test_a_break_inside_the_series_is_marked_between_two_years():
    assert "breuk 1" in draw(lijn([5, 6, 7]), breuken=(2016,))
    assert "breuk 1" not in draw(lijn([5, 6, 7]), breuken=(2010,))


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
