import re
from itertools import pairwise

import pytest

from dashboard.figures.lijnen import Lijn, Meting
from dashboard.figures.tekens import Beleid, Doel
from dashboard.figures.trend import trend


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


def banded(*intervallen):
    metingen = tuple(
        Meting(2015 + i, 10, laag=None if x is None else x[0], hoog=None if x is None else x[1])
        for i, x in enumerate(intervallen)
    )
    return draw(Lijn("Ronse", metingen, True))


def test_intervals_are_a_band_that_fits_in_the_field_and_in_the_words():
    svg = banded((8, 12), (9, 31))
    assert path(svg, "band-eigen").count("L") == 3
    assert "<title>Ronse, 2016: 10 %, onzeker: tussen 9 % en 31 %</title>" in svg
    assert "40 %" in svg, "the axis holds the band"


def test_the_band_breaks_where_an_interval_is_unknown():
    svg = banded((8, 12), (8, 12), None, (8, 12))
    assert path(svg, "band-eigen").count("M") == 1
    assert path(svg, "marge-eigen").count("M") == 1


def test_without_intervals_there_is_no_band():
    assert "band-" not in draw(lijn([5, 6]))


def test_six_lines_are_told_apart_and_named():
    names = [f"gemeente {i}" for i in range(6)]
    svg = draw(*(lijn([5, 6], eigen=not i, naam=naam) for i, naam in enumerate(names)))
    assert re.findall(r'class="lijn-([^"]+)"', svg)[-1] == "eigen", "the own line lies on top"
    assert len(set(re.findall(r'class="lijn-([^"]+)"', svg))) == 6
    heights = sorted(float(y) for y in re.findall(r'y="([\d.]+)" class="fig-naam', svg))
    assert len(heights) == 6
    assert all(b - a >= 17 for a, b in pairwise(heights))
    assert heights[-1] <= float(re.search(r'height="([\d.]+)"', svg)[1])


def test_a_target_stands_at_its_value_and_inside_the_field():
    svg = draw(lijn([5, 6]), doelen=(Doel(20, "doel 2030: 20 %"),))
    assert "doel 2030: 20 %" in svg
    top = max(float(y) for y in re.findall(r'y="([\d.]+)" class="fig-klein" text-anchor="end"', svg))
    y = float(re.search(r'd="M[\d.]+ ([\d.]+)H[\d.]+" class="fig-doel"', svg)[1])
    assert y < top - 100, "20 stands far above the zero of the axis"


def test_policy_is_numbered_and_told_and_numbers_that_would_touch_share_a_badge():
    svg = draw(
        lijn([5, 6, 7, 8]),
        beleid=(Beleid(2016, 1, "Huurpremie"), Beleid(2016.1, 2, "Taalles"), Beleid(2017.9, 3, "Buurtwerk")),
    )
    assert "<title>1: Huurpremie, 2: Taalles</title>" in svg
    assert ">1, 2<" in svg and ">3<" in svg
    assert path(svg, "fig-beleid").count("M") == 2


def test_policy_outside_the_years_shown_is_left_out():
    assert "fig-beleid" not in draw(lijn([5, 6]), beleid=(Beleid(2014.9, 1, "Huurpremie"),))
