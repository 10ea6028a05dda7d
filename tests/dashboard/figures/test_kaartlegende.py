"""The legend: a row per class, the limits under the bars, discs in true size."""

import re
from itertools import pairwise

import pytest

from dashboard.figures.kaart import LIJNEN
from dashboard.figures.kaartblad import TUSSEN, kaartblad
from dashboard.figures.kaartlegende import BARS, Regel, Schijf, Spreiding, kaartlegende
from dashboard.figures.markup import LINE
from dashboard.figures.uitvoer import maten

REGELS = (Regel("k0", "0–5 %", 12), Regel("k6", "5–20 %", 3), Regel("zonder-ontbreekt", "geen cijfer", None))
SPREIDING = Spreiding(
    [1.0, 2.0, 2.5, 4.0, 12.0, 20.0], [("k0", 1.0, 5.0), ("k6", 5.0, 20.0)], "{:g} %".format
)


def draw(regels=REGELS, spreiding=SPREIDING, schijven=(), breedte=300):
    return kaartlegende(regels, spreiding, schijven, "palet-kaart", breedte, "Legende")


def test_every_row_has_its_swatch_its_words_and_its_count():
    svg = draw()
    assert re.findall(r'class="kaart-staal ([\w-]+)"', svg) == ["k0", "k6", "zonder-ontbreekt"]
    assert re.findall(r'text-anchor="end">(\d+)<', svg) == ["12", "3"]


def test_the_strip_of_the_classes_covers_the_bars_without_gaps():
    strip = [
        (float(x), float(w))
        for x, w in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="8" class="k', draw())
    ]
    assert strip[0][0] + strip[0][1] == pytest.approx(strip[1][0], abs=0.15)
    grens = float(re.search(r'd="M([\d.]+) [^"]*" class="kaart-grens"', draw())[1])
    assert grens == pytest.approx(strip[1][0], abs=0.1)


def test_the_highest_bar_fills_the_room_and_none_is_outside():
    bars = [
        tuple(map(float, een))
        for een in re.findall(
            r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" class="kaart-histogram"',
            draw(),
        )
    ]
    assert max(hoog for *_, hoog in bars) == BARS
    assert all(x >= 0 and x + w <= 300 for x, _, w, _ in bars)
    assert sum(hoog for *_, hoog in bars) == pytest.approx(BARS * 6 / 2, abs=0.5)


def test_without_classes_of_numbers_there_are_no_bars():
    assert "kaart-histogram" not in draw(spreiding=None)
    assert maten(draw(spreiding=None))[1] < maten(draw())[1]


def test_discs_lie_within_the_drawing_and_do_not_touch():
    svg = draw(
        schijven=(Schijf(20, "500.000 inwoners"), Schijf(9, "100.000 inwoners"), Schijf(4, "20.000 inwoners"))
    )
    schijven = [
        tuple(map(float, een)) for een in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    ]
    assert len(schijven) == 3
    assert all(x - r >= 0 and y + r <= maten(svg)[1] for x, y, r in schijven)
    for (_, boven, r1), (_, onder, r2) in pairwise(schijven):
        assert onder - r2 > boven + r1


def test_borders_have_the_line_of_the_map_and_words_that_fit():
    woorden = "Gemeenten van 2018 die er vandaag al lang niet meer zijn"
    svg = kaartlegende(
        REGELS, None, (), "p", 200, "Legende", [("arrondissement", "a"), ("voor-2019", woorden)]
    )
    breedten = re.findall(r'stroke-width="([\d.]+)" class="kaart-(?:arrondissement|voor-2019)"', svg)
    assert [float(een) for een in breedten] == [LIJNEN["arrondissement"], LIJNEN["voor-2019"]]
    assert woorden not in svg  # broken over lines
    assert maten(svg)[1] > maten(draw(spreiding=None, breedte=200))[1] + 3 * LINE


def test_the_sheet_holds_both_beside_each_other():
    kaart = draw(breedte=500)
    blad = kaartblad(kaart, draw(), "titel", "woorden")
    assert maten(blad) == (500 + TUSSEN + 300, maten(kaart)[1])
    assert f'<svg x="{500 + TUSSEN}" ' in blad
