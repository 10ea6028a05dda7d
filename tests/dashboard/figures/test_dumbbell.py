"""Two periods beside each other."""

import re
from itertools import pairwise

import pytest

from dashboard.figures.dumbbell import Halter, dumbbell

RIJEN = (
    Halter("Ronse", 12, 9, "groter dan toeval"),
    Halter("Herstappe", None, None, "geen cijfer"),
    Halter("Gent", None, 16, "geen cijfer van vroeger"),
)


def percent(waarde):
    return f"{waarde:g} %"


def draw(rijen=RIJEN, breedte=640):
    perioden = ("2018-2020", "2021-2023")
    return dumbbell(rijen, perioden, percent, percent, breedte, "Kansarmoede-index", "drie gemeenten")


def rows(svg):
    return re.findall(r"<g><title>.*?</g>", svg)


@pytest.mark.parametrize("breedte", [640, 320])
def test_every_row_says_its_name_both_values_and_its_word(breedte):
    drawn = rows(draw(breedte=breedte))
    assert len(drawn) == 3
    assert "<title>Ronse: 2018-2020: 12 %, 2021-2023: 9 %</title>" in drawn[0]
    assert "groter dan toeval" in re.sub(r"</text><text[^>]*>", " ", drawn[0])


def test_the_new_point_is_filled_and_the_old_one_hollow_on_one_scale():
    first, _, third = rows(draw())
    old = float(re.search(r'cx="([\d.]+)"[^>]*class="punt-vroeger"', first)[1])
    new = float(re.search(r'cx="([\d.]+)"[^>]*class="punt-eigen"', first)[1])
    other = float(re.search(r'cx="([\d.]+)"[^>]*class="punt-eigen"', third)[1])
    assert new < old < other
    assert (other - old) / (old - new) == pytest.approx(4 / 3, abs=0.02)


def test_what_is_missing_is_no_point_and_is_told():
    _, neither, only_new = rows(draw())
    assert "<circle" not in neither and "geen cijfer" in neither
    assert only_new.count("<circle") == 1 and "halter-lijn" not in only_new
    assert "2018-2020: geen cijfer" in only_new


def test_rows_do_not_touch_with_long_names_on_a_narrow_screen():
    lang = Halter("Beveren-Kruibeke-Zwijndrecht en nog een lange naam", 5, 6, "te klein om te zien " * 3)
    heights = [float(y) for y in re.findall(r'<text x="0" y="([\d.]+)"', draw((lang, lang), 320))]
    assert all(b - a >= 16 for a, b in pairwise(heights))
