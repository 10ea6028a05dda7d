"""The same chart for several areas."""

import re

import pytest

from dashboard.figures.klein_veelvoud import Paneel, klein_veelvoud
from dashboard.figures.lijnen import Lijn, Meting


def percent(waarde):
    return f"{waarde:g} %"


def paneel(naam, *waarden):
    return Paneel(naam, (Lijn(naam, tuple(Meting(2015 + i, w) for i, w in enumerate(waarden)), True),))


def draw(*panelen, breedte=900):
    return klein_veelvoud(panelen, percent, percent, breedte, "titel", "woorden")


def test_the_same_value_stands_at_the_same_height_in_every_panel():
    svg = draw(paneel("Ronse", 5, 10), paneel("Gent", 10, 20))
    lines = re.findall(r'd="([^"]*)" class="lijn-eigen"', svg)
    ronse, gent = (re.findall(r"[\d.]+ ([\d.]+)", line) for line in lines)
    assert ronse[1] == gent[0]


@pytest.mark.parametrize(("breedte", "columns"), [(320, 1), (900, 3), (1200, 4)])
def test_panels_stand_beside_each_other_as_room_allows(breedte, columns):
    svg = draw(*(paneel(f"g{i}", i, i + 1) for i in range(8)), breedte=breedte)
    names = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="fig-kop"', svg)
    assert len(names) == 8
    assert len({x for x, _ in names}) == columns
    assert all(float(x) < breedte for x, _ in names)


def test_a_panel_without_values_says_so():
    svg = draw(paneel("Ronse", 5, 10), paneel("Herstappe", None, None))
    assert svg.count("geen cijfers") == 1
    assert svg.count("lijn-eigen") == 1


def test_a_panel_of_one_value_is_drawn():
    assert draw(paneel("Ronse", 5, 10), paneel("Gent", None, 7)).count("<circle") == 3
