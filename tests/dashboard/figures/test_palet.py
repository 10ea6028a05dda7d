"""Colours that carry a meaning stay apart for people who see fewer colours, in light and in dark."""

from itertools import combinations, pairwise

import pytest

from tests.dashboard.figures.seeing import VISION, contrast, distance, scheme, seen

CLEARLY_APART = 0.08
"""Four times what is just noticeable: enough for dots and chips that do not touch."""


def test_the_distance_knows_what_cannot_be_told_apart():
    red, green = (0.75, 0.3, 0.2), (0.45, 0.45, 0.2)
    assert distance(seen(red, "all colours"), seen(green, "all colours")) > 0.12
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < CLEARLY_APART


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_favourable_unfavourable_and_neither_are_told_apart(name, vision):
    palet = scheme(name)
    apart = {
        (een, ander): distance(seen(palet[een], vision), seen(palet[ander], vision))
        for een, ander in combinations(("gunstig", "ongunstig", "neutraal"), 2)
    }
    assert not {pair: round(d, 3) for pair, d in apart.items() if d < CLEARLY_APART}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_own_and_comparator_are_told_apart(name):
    palet = scheme(name)
    for vision in VISION:
        assert distance(seen(palet["inkt"], vision), seen(palet["accent"], vision)) > CLEARLY_APART


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_ramp_goes_one_way_in_lightness(name, vision):
    palet = scheme(name)
    steps = [seen(palet[f"tint-{number}"], vision)[0] for number in range(1, 6)]
    if name == "dark":
        steps.reverse()
    assert all(a - b > 0.05 for a, b in pairwise(steps))


@pytest.mark.parametrize("ground", ["papier", "vlak"])
@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    "token",
    [
        "inkt",
        "gedempt",
        "accent",
        "accent-donker",
        "gunstig",
        "ongunstig",
        "neutraal",
        "let-op",
        "goed",
        "fout",
    ],
)
def test_text_can_be_read(token, name, ground):
    palet = scheme(name)
    assert contrast(palet[token], palet[ground]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_marks_stand_out_from_paper(name):
    palet = scheme(name)
    for token in ("neutraal", "rand", "gunstig", "ongunstig", "accent"):
        assert contrast(palet[token], palet["papier"]) >= 3
