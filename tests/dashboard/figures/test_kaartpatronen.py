"""Stripes and signs on a map read on every colour, also in a grey copy."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.figures.kaartkleuren import STAPPEN
from dashboard.figures.kaartpatronen import TEKENS, patronen
from tests.dashboard.figures.seeing import VISION, contrast, distance, scheme, seen

SHEET = (Path(__file__).parents[3] / "assets" / "28-kaart.css").read_text("utf-8")
REEKSEN = ["kaart", "hoger-gunstig", "lager-gunstig", "zonder-richting"]
SCHEMES = pytest.mark.parametrize("name", ["light", "dark"])


def token(klass, kind):
    """The token that the style sheet gives a class, for `fill` or `stroke`."""
    return re.search(rf"\.{klass} \{{[^}}]*{kind}: var\(--kleur-([\w-]+)\)", SHEET)[1]


def patterns():
    """The classes inside each pattern, by its id."""
    return {
        re.search(r' id="([\w-]+)"', whole)[1]: re.findall(r'class="([\w-]+)"', whole)
        for whole in re.findall(r"<pattern.*?</pattern>", patronen())
    }


@pytest.mark.parametrize("reeks", REEKSEN)
@SCHEMES
def test_stripes_read_on_every_step_of_every_ramp(name, reeks):
    palet = scheme(name)
    for stap in range(STAPPEN):
        ground, stripe = patterns()[f"kaart-arcering-{stap}"]
        assert ground == f"k{stap}"
        assert token(rf"palet-{reeks} \.k{stap}", "fill") == f"{reeks}-{stap}"
        assert contrast(palet[token(stripe, "stroke")], palet[f"{reeks}-{stap}"]) >= 3


@pytest.mark.parametrize("vision", VISION)
@SCHEMES
def test_no_figure_has_no_colour_of_a_class(name, vision):
    palet = scheme(name)
    ground = seen(palet[token("kaart-leeg", "fill")], vision)
    for reeks in REEKSEN:
        assert distance(ground, seen(palet[f"{reeks}-0"], vision)) > 0.03


@pytest.mark.parametrize("reden", TEKENS)
@SCHEMES
def test_the_sign_of_a_reason_reads_on_its_ground(name, reden):
    ground, sign = patterns()[f"kaart-zonder-{reden}"]
    kind = "stroke" if sign.endswith("lijn") else "fill"
    palet = scheme(name)
    assert contrast(palet[token(sign, kind)], palet[token(ground, "fill")]) >= 4.5


def test_each_reason_has_a_sign_of_its_own():
    assert all(een != ander for een, ander in combinations(TEKENS.values(), 2))
