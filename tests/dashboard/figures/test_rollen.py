import re

import pytest

from dashboard.figures.rollen import Rolrij, rollen, shade

AANDELEN = (2.9, 7.6, 12.4, 25.7, 33.3, 18.1)
UITERSTEN = ("geen rol", "heel belangrijke rol")


def draw(*rijen, breedte=480):
    return rollen(rijen, UITERSTEN, breedte, "Twaalf rollen", "nu en gewenst")


def dot(svg):
    return float(re.search(r'<circle cx="([\d.]+)" cy="[\d.]+" r="6"', svg)[1])


def test_cells_carry_their_share_and_its_shade():
    svg = draw(Rolrij("Samenbrengen", AANDELEN))
    assert re.findall(r"<title>([\d,]+) %</title>", svg) == ["2,9", "7,6", "12,4", "25,7", "33,3", "18,1"]
    assert re.findall(r"vak vak-(\d)", svg) == ["1", "1", "2", "3", "4", "2"]


@pytest.mark.parametrize(("aandeel", "klasse"), [(0, 1), (9.9, 1), (10, 2), (20, 3), (29.9, 3), (30, 4)])
def test_shades_are_half_open(aandeel, klasse):
    assert shade(aandeel) == klasse


def test_the_dot_stands_in_the_cell_of_the_answer():
    svg = draw(Rolrij("Samenbrengen", AANDELEN, nu=3))
    cells = [
        (float(x), float(x) + float(width))
        for x, width in re.findall(r'x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="26"', svg)
    ]
    assert len(cells) == 6
    assert cells[2][0] < dot(svg) < cells[2][1]


@pytest.mark.parametrize(
    ("gewenst", "mark"),
    [("beperken", "h-16"), ("uitbreiden", "h16"), ("behouden", "rol-ring")],
)
def test_what_is_wanted_has_its_own_mark(gewenst, mark):
    svg = draw(Rolrij("Samenbrengen", AANDELEN, nu=3, gewenst=gewenst))
    assert mark in svg
    assert f"nu: 3 van 6, gewenst: {gewenst}" in svg


def test_without_an_answer_there_is_no_dot():
    assert "punt-eigen" not in draw(Rolrij("Samenbrengen", AANDELEN))


def test_a_narrow_drawing_writes_every_title_in_full_above_its_cells():
    titel = "Lokale actoren aansturen wanneer zij samen doelen bepalen"
    svg = draw(Rolrij(titel, AANDELEN), breedte=320)
    lines = re.findall(r'class="fig-label">([^<]*)<', svg)
    assert " ".join(lines) == titel
    assert len(lines) > 1
