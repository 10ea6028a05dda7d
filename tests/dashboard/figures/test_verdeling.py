"""All municipalities of one indicator as bars."""

import re
from itertools import pairwise

import pytest

from dashboard.figures.verdeling import Merk, staven, verdeling

WAARDEN = [5, 6, 6, 7, 8, 9, 12, 30]


def percent(waarde):
    return f"{waarde:g} %"


RONSE, VLAANDEREN = Merk("Ronse", 12), Merk("Vlaanderen", 8)


def draw(eigen=RONSE, vergelijking=VLAANDEREN, breedte=640, waarden=WAARDEN):
    kwartielen = (6, 7.5, 9.75)
    return verdeling(waarden, kwartielen, eigen, vergelijking, percent, percent, breedte, "titel", "woorden")


@pytest.mark.parametrize("waarden", [WAARDEN, [4.2], [0, 0, 0], [1e4, 5e4, 2.5e4], [0.1, 0.3]])
def test_every_value_is_counted_once_in_a_bar_that_holds_it(waarden):
    counted = staven(waarden, vanaf_nul=False)
    assert sum(counted.aantallen) == len(waarden)
    assert counted.begin <= min(waarden)
    assert counted.begin + counted.stap * len(counted.aantallen) >= max(waarden) - 1e-9
    for number, hoeveel in enumerate(counted.aantallen[:-1]):
        low = counted.begin + number * counted.stap
        assert hoeveel == sum(low <= w + 1e-9 < low + counted.stap for w in waarden)


def test_bars_are_as_wide_as_a_reader_counts_and_no_narrower_than_what_is_written():
    prijzen = staven([24_855, 29_366, 36_531], vanaf_nul=False, kleinste=1)
    assert prijzen.stap == 500
    assert prijzen.naam(0, percent) == "van 22500 % tot 23000 %"
    gehelen = staven([0, 1, 1, 2, 3, 9], vanaf_nul=True, kleinste=1)
    assert (gehelen.stap, gehelen.aantallen[:4], gehelen.naam(2, percent)) == (1, (1, 2, 1, 1), "2 %")
    gebroken = staven([0, 1.4, 9], vanaf_nul=True, kleinste=1)
    assert gebroken.naam(1, percent) == "van 1 % tot 2 %"
    tien = staven([0, 1, 10], vanaf_nul=True, kleinste=1)
    assert (tien.stap, tien.naam(9, percent)) == (1, "van 9 % tot 10 %")


@pytest.mark.parametrize("waarden", [[0, 1, 2, 2, 4, 11], [62.9, 70, 71, 82], [93, 98, 98, 99], [0, 3, 240]])
@pytest.mark.parametrize("vanaf_nul", [True, False])
def test_bars_begin_and_end_at_figures_that_are_written(waarden, vanaf_nul):
    counted = staven(waarden, vanaf_nul, kleinste=1)
    assert (counted.begin % 1, counted.stap % 1) == (0, 0)
    assert sum(counted.aantallen) == len(waarden)
    assert counted.begin <= min(waarden)
    assert counted.begin + counted.stap * len(counted.aantallen) >= max(waarden)


def test_bars_say_how_many_municipalities_and_where():
    titles = re.findall(r"<title>([^<]*: van[^<]*)</title>", draw())
    assert sum(int(title.split()[0]) for title in titles) == len(WAARDEN)
    assert any(title.startswith("1 gemeente: van") for title in titles)


def test_the_row_below_stands_on_the_same_scale_as_the_bars():
    svg = draw()
    pointer = float(re.search(r'd="M([\d.]+)[^"]*" class="wijzer-eigen"', svg)[1])
    shift = float(re.search(r"translate\(([\d.]+)", svg)[1])
    circle = float(re.search(r'cx="([\d.]+)"[^>]*class="sp-eigen"', svg)[1])
    assert shift + circle == pytest.approx(pointer, abs=0.2)


@pytest.mark.parametrize("breedte", [640, 320])
@pytest.mark.parametrize(("een", "ander"), [(12, 8), (8, 12), (30, 29), (5, 5.5), (29, 6)])
def test_no_line_runs_through_a_name_and_names_stay_inside(breedte, een, ander):
    svg = draw(Merk("Ronse", een), Merk("Vlaanderen", ander), breedte)
    lines = re.findall(r'd="M([\d.]+) ([\d.]+)V[^"]*" class="wijzer', svg)
    names = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="fig-naam[^>]*anchor="(\w+)">([^<]*)', svg)
    assert len(lines) == len(names) == 2
    for x, y, anchor, words in names:
        width = len(words) * 7
        left = float(x) - (width if anchor == "end" else 0)
        assert left >= 0 and left + width <= breedte
        for line_x, line_top in lines:
            assert not (left < float(line_x) < left + width and float(line_top) < float(y) - 5)


def test_labels_at_the_axis_are_whole_counts_with_room():
    svg = draw(waarden=[1, 2, 3])
    counts = re.findall(r'class="fig-klein" text-anchor="end">(\d+)<', svg)
    assert counts == ["0", "1"]
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)"[^>]*anchor="middle"', svg)]
    assert all(b - a > 30 for a, b in pairwise(places))


def test_without_an_own_value_nothing_is_pointed_out():
    assert "wijzer" not in draw(None, None)
