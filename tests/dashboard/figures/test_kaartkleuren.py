"""Classes get colours that stay apart, in the same order, also in grey and for who sees fewer colours."""

from itertools import combinations, pairwise

import pytest

from dashboard.figures.kaartkleuren import STAPPEN, kleurstappen, palet, stappen_van
from indicators.model import Richting
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import klassen
from tests.dashboard.figures.seeing import VISION, contrast, distance, luminance, scheme, seen

EEN_TINT = ["kaart"]
ROND_MIDDEN = ["hoger-gunstig", "lager-gunstig", "zonder-richting"]
VAKKEN = [(x, y) for x in range(3) for y in range(3)]
SEEN_APART = 0.05
"""Two and a half times what is just noticeable: neighbours on the ramp of seven, side by side."""
SCHEMES = pytest.mark.parametrize("name", ["light", "dark"])
SEEING = pytest.mark.parametrize("vision", VISION)


def ramp(name, reeks):
    return [scheme(name)[f"{reeks}-{stap}"] for stap in range(STAPPEN)]


def falls(name, values, margin):
    """Higher is darker on paper, and lighter in the dark scheme: further from what lies behind."""
    ordered = values if name == "light" else values[::-1]
    return all(een - ander > margin for een, ander in pairwise(ordered))


@pytest.mark.parametrize("reeks", EEN_TINT + ROND_MIDDEN)
@SEEING
@SCHEMES
def test_every_ramp_goes_one_way_in_lightness(name, vision, reeks):
    assert falls(name, [seen(kleur, vision)[0] for kleur in ramp(name, reeks)], 0.04)


@pytest.mark.parametrize("reeks", EEN_TINT + ROND_MIDDEN)
@SCHEMES
def test_every_ramp_goes_one_way_in_a_grey_copy(name, reeks):
    assert falls(name, [luminance(kleur) for kleur in ramp(name, reeks)], 0.01)


@pytest.mark.parametrize("reeks", EEN_TINT + ROND_MIDDEN)
@SEEING
@SCHEMES
def test_classes_that_touch_are_told_apart(name, vision, reeks):
    steps = [seen(kleur, vision) for kleur in ramp(name, reeks)]
    assert min(distance(een, ander) for een, ander in pairwise(steps)) > SEEN_APART


@pytest.mark.parametrize("reeks", ROND_MIDDEN)
@SEEING
@SCHEMES
def test_the_side_of_the_middle_is_seen_by_hue_too(name, vision, reeks):
    """Without their lightness, the last step on either side still differs from the other."""
    een, ander = (seen(ramp(name, reeks)[stap], vision)[1:] for stap in (1, 5))
    assert distance(een, ander) > SEEN_APART


@SEEING
@SCHEMES
def test_two_indicators_make_nine_colours(name, vision):
    nine = [seen(scheme(name)[f"tweeluik-{x}-{y}"], vision) for x, y in VAKKEN]
    assert min(distance(een, ander) for een, ander in combinations(nine, 2)) > SEEN_APART


@SCHEMES
def test_each_of_two_indicators_reads_in_a_grey_copy(name):
    lightness = {vak: luminance(scheme(name)["tweeluik-{}-{}".format(*vak)]) for vak in VAKKEN}
    for vast in range(3):
        assert falls(name, [lightness[vast, y] for y in range(3)], 0.01)
        assert falls(name, [lightness[x, vast] for x in range(3)], 0.01)


@SCHEMES
def test_the_lightest_class_is_not_paper(name):
    for reeks in EEN_TINT + ROND_MIDDEN:
        nearest = ramp(name, reeks)[0]
        assert distance(seen(nearest, "all colours"), seen(scheme(name)["papier"], "all colours")) > 0.05


@pytest.mark.parametrize("reeks", EEN_TINT + ROND_MIDDEN)
@SCHEMES
def test_a_mark_in_ink_or_paper_reads_on_every_step(name, reeks):
    palet = scheme(name)
    for kleur in ramp(name, reeks):
        assert max(contrast(palet["inkt"], kleur), contrast(palet["papier"], kleur)) >= 3


@pytest.mark.parametrize("aantal", range(1, STAPPEN + 1))
def test_steps_go_up_and_lie_the_same_from_both_ends(aantal):
    steps = kleurstappen(aantal)
    assert len(set(steps)) == aantal
    assert list(steps) == sorted(steps)
    assert [STAPPEN - 1 - step for step in reversed(steps)] == list(steps)


def test_steps_of_the_classes_that_are_most_used():
    assert kleurstappen(5) == (0, 2, 3, 4, 6)
    assert kleurstappen(3) == (0, 3, 6)


def test_a_class_keeps_its_colour_when_another_is_left_out():
    gevonden = klassen([1.0, 1.0], Indeling.VERSCHIL)
    assert stappen_van(gevonden) == (6,)
    assert stappen_van(klassen([0.0, 1.0, 9.0, 10.0], Indeling.GELIJK, 5)) == (0, 6)
    assert stappen_van(klassen([1.0, 2.0, 3.0], Indeling.KWANTIELEN, 5)) == (0, 3, 6)


@pytest.mark.parametrize("richting", Richting)
def test_two_hues_only_around_a_middle(richting):
    for indeling in Indeling:
        assert (palet(indeling, richting) == "kaart") == (
            indeling not in (Indeling.AFSTAND, Indeling.VERSCHIL)
        )


@SCHEMES
def test_orange_is_unfavourable_and_blue_favourable(name):
    """In OKLab the last part is below 0 for blue and above it for orange."""
    for richting, gunstig in ((Richting.HOGER_IS_GUNSTIGER, 6), (Richting.LAGER_IS_GUNSTIGER, 0)):
        reeks = ramp(name, palet(Indeling.VERSCHIL, richting))
        assert seen(reeks[gunstig], "all colours")[2] < 0 < seen(reeks[6 - gunstig], "all colours")[2]
