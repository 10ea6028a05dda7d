import re

import pytest

from dashboard.figures.kwadrant import Hoek, Punt, kwadrant

HOEKEN = {
    (True, True): Hoek("Beheersingsgericht", "51,0 %"),
    (False, True): Hoek("Uitvoeringsgericht", "5,8 %"),
    (True, False): Hoek("Visionair", "28,8 %"),
    (False, False): Hoek("Faciliterend", "14,4 %"),
}


def draw(*punten, breedte=480):
    return kwadrant(HOEKEN, punten, breedte, "Regieprofiel", "Vier types")


def centre(svg, klass):
    match = re.search(rf'<circle cx="([\d.]+)" cy="([\d.]+)" r="\d+" class="{klass}"', svg)
    return float(match[1]), float(match[2])


@pytest.mark.parametrize("breedte", [480, 320])
def test_every_type_and_share_is_written(breedte):
    words = re.sub(r"<[^>]*>", "", draw(breedte=breedte))
    for hoek in HOEKEN.values():
        assert hoek.titel in words
        assert hoek.aandeel in words


def test_more_freedom_is_right_and_more_steering_is_up():
    low = centre(draw(Punt(2, 2, "nu")), "punt-eigen")
    high = centre(draw(Punt(5, 6, "nu")), "punt-eigen")
    assert high[0] > low[0]
    assert high[1] < low[1]


def test_a_three_and_a_four_lie_on_both_sides_of_the_dividing_line_inside_the_border_zone():
    svg = draw()
    left, middle = (float(x) for x in re.findall(r'd="M([\d.]+) [\d.]+[hv]', svg)[:2])
    three = centre(draw(Punt(3, 1, "nu")), "punt-eigen")[0]
    four = centre(draw(Punt(4, 1, "nu")), "punt-eigen")[0]
    two = centre(draw(Punt(2, 1, "nu")), "punt-eigen")[0]
    assert two < left < three < middle < four


def test_an_earlier_assessment_is_hollow_and_joined_by_a_line():
    svg = draw(Punt(3, 3, "juni 2025", vroeger=True), Punt(5, 4, "nu"))
    assert "punt-vroeger" in svg
    assert "kwadrant-weg" in svg
    assert "kwadrant-weg" not in draw(Punt(5, 4, "nu"))


def test_an_earlier_assessment_in_the_same_place_is_left_out():
    svg = draw(Punt(5, 4, "vorige", vroeger=True), Punt(5, 4, "nu"))
    assert "vorige" not in svg
    assert "nu" in svg


@pytest.mark.parametrize(
    ("eerder", "nu", "side"), [(4, 5, "start"), (5, 4, "end"), (5, 6, "end"), (2, 1, "start")]
)
def test_the_own_name_does_not_cover_an_earlier_point_in_the_same_row(eerder, nu, side):
    svg = draw(Punt(eerder, 3, "vorige", vroeger=True), Punt(nu, 3, "nu"))
    assert re.search(r'text-anchor="(\w+)">nu<', svg)[1] == side


def test_text_is_escaped():
    assert "&lt;b&gt;" in draw(Punt(5, 4, "<b>"))
