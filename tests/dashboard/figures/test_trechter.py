"""The funnel plot."""

import re

import pytest

from dashboard.figures.trechter import Punt, in_woorden, trechter
from indicators.statistics.trechter import Trechter

MODEL = Trechter(doel=0.10, tau2=0.0, aantal=4)
PUNTEN = (
    Punt("klein", 0.16, 60),
    Punt("groot", 0.16, 9000),
    Punt("gewoon", 0.10, 900),
    Punt("Ronse", 0.12, 800),
)


def draw(punten=PUNTEN, eigen="Ronse", breedte=640, model=MODEL):
    return trechter(
        model, punten, eigen, "{:g} %".format, "{:.0f}".format, "kinderen", breedte, "titel", "woorden"
    )


def path(svg, klass):
    return re.search(rf'd="([^"]*)" class="{klass}"', svg)[1]


def test_the_same_share_stands_out_where_it_is_about_many_and_not_where_it_is_about_few():
    svg = draw()
    assert path(svg, "trechter-buiten").count("M") == 1
    assert path(svg, "trechter-binnen").count("M") == 2


def test_inside_and_outside_differ_in_shape():
    svg = draw()
    assert "h0" in path(svg, "trechter-binnen")
    assert path(svg, "trechter-buiten").endswith("z")


@pytest.mark.parametrize("eigen", ["Ronse", "groot"])
def test_the_own_point_is_named_and_stands_once(eigen):
    svg = draw(eigen=eigen)
    assert svg.count(f">{eigen}<") == 1
    assert svg.count("punt-eigen") == 1


def test_the_outer_limits_lie_outside_the_inner_ones_and_narrow_to_the_right():
    svg = draw()

    def gaps(klass):
        sides = path(svg, klass).split("M")[1:]
        first, last = ([float(side.split("L")[end].split()[1]) for side in sides] for end in (0, -1))
        return abs(first[0] - first[1]), abs(last[0] - last[1])

    inner, outer = gaps("trechter-binnenste"), gaps("trechter-buitenste")
    assert inner[0] > 2 * inner[1]
    assert outer[1] > inner[1]


@pytest.mark.parametrize("breedte", [640, 320])
def test_axis_labels_stay_inside(breedte):
    svg = draw(breedte=breedte)
    labels = re.findall(r'<text x="([\d.]+)"[^>]*class="fig-klein" text-anchor="middle">([\d]+)<', svg)
    assert labels
    assert all(float(x) + len(words) * 4 <= breedte for x, words in labels)


def test_one_size_for_all_still_has_an_axis():
    assert "trechter-binnenste" in draw((Punt("a", 0.1, 100), Punt("b", 0.1, 100)), None)


def test_285_points_weigh_less_than_12_kilobytes():
    many = [Punt(f"gemeente {i}", 0.05 + i / 3000, 50 + 30 * i) for i in range(285)]
    assert len(draw(many, "gemeente 7")) < 12_000


def test_the_words_count_what_is_drawn_and_say_where_the_own_one_stands():
    assert in_woorden(MODEL, PUNTEN, "Ronse") == (
        "Vier gemeenten hebben een cijfer. Bij één is het hoger dan je met toeval en gewone verschillen "
        "verwacht, bij geen enkele lager. Dat van Ronse valt niet op: het ligt tussen de volle lijnen."
    )
    assert in_woorden(MODEL, PUNTEN, "groot").endswith("Ook dat van groot is hoger.")
    assert in_woorden(MODEL, PUNTEN, None).endswith("bij geen enkele lager.")
