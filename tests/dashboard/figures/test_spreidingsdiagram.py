"""A cloud of discs: where they stand, how large they are, and what is said about each."""

import re
from functools import partial

import pytest

from dashboard.components.duiding import aslabel
from dashboard.figures.spreidingsdiagram import GROOTSTE, KLEINSTE, As, Schijf, spreidingsdiagram

CIRCLE = re.compile(r'<circle class="(\w+)" data-nis="(\d+)" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)">')
SCHIJVEN = [
    Schijf("1", 10.0, 5.0, 100, "t00", "Klein & laag"),
    Schijf("2", 20.0, 15.0, 400, "t22", "Groot"),
    Schijf("3", 30.0, 5.0, 1, "t20", "Heel klein"),
]


def drawn(schijven=SCHIJVEN):
    write = partial(aslabel, eenheid="%")
    over, omhoog = As("Eerste", write, (12.0, 22.0)), As("Tweede", write, (7.0, 9.0))
    return spreidingsdiagram(schijven, over, omhoog, "palet-tweeluik", "Twee cijfers", "Als schijven.")


def circles(svg):
    return {nis: (klas, float(x), float(y), float(r)) for klas, nis, x, y, r in CIRCLE.findall(svg)}


def test_a_disc_stands_where_its_two_values_are():
    found = circles(drawn())
    assert found["1"][1] < found["2"][1] < found["3"][1]
    assert found["2"][2] < found["1"][2] == found["3"][2]  # higher is up
    assert found["2"][1] - found["1"][1] == pytest.approx(found["3"][1] - found["2"][1], abs=0.11)


def test_the_surface_says_how_many_people():
    found = circles(drawn())
    assert found["2"][3] == GROOTSTE
    assert found["1"][3] == pytest.approx(GROOTSTE / 2)  # a quarter of the people, half of the radius
    assert found["3"][3] == KLEINSTE  # never too small to find
    assert list(found) == ["2", "1", "3"]  # the largest first, so that it hides none


def test_each_disc_has_its_colour_and_its_name():
    svg = drawn()
    assert {nis: een[0] for nis, een in circles(svg).items()} == {"1": "t00", "2": "t22", "3": "t20"}
    assert "<title>Klein &amp; laag</title>" in svg
    assert svg.startswith("<svg") and "<title>Twee cijfers</title>" in svg


def test_the_limits_between_the_thirds_are_drawn():
    assert drawn().count('class="fig-breuk"') == 4


def test_one_municipality_is_a_cloud_too():
    assert len(circles(drawn(SCHIJVEN[:1]))) == 1


def test_where_nobody_counted_the_people_all_discs_are_the_smallest():
    found = circles(
        drawn([Schijf("1", 10.0, 5.0, 0, "t00", "Klein"), Schijf("2", 20.0, 15.0, 0, "t22", "Groot")])
    )
    assert {straal for *_, straal in found.values()} == {KLEINSTE}
