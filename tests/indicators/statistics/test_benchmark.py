"""Comparing with others: three words, a direction only where one is declared, never with itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Richting
from indicators.statistics import Interval, Oordeel, Positie, StatistiekFout, oordeel, vergelijkbaar_met

TUSSEN = Interval(10.0, 15.0)
HOGER, LAGER = Richting.HOGER_IS_GUNSTIGER, Richting.LAGER_IS_GUNSTIGER


@pytest.mark.parametrize(
    ("vergelijking", "richting", "positie", "gunst"),
    [
        (9.9, LAGER, "hoger", "ongunstiger"),
        (9.9, HOGER, "hoger", "gunstiger"),
        (9.9, Richting.GEEN, "hoger", None),
        (15.1, LAGER, "lager", "gunstiger"),
        (15.1, HOGER, "lager", "ongunstiger"),
        (15.1, Richting.GEEN, "lager", None),
        (10.0, LAGER, "niet te onderscheiden", None),
        (15.0, HOGER, "niet te onderscheiden", None),
        (12.0, LAGER, "niet te onderscheiden", None),
    ],
)
def test_the_words(vergelijking, richting, positie, gunst):
    assert oordeel(TUSSEN, vergelijking, richting) == Oordeel(Positie(positie), gunst)


@given(
    st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted), st.floats(0, 100), st.sampled_from(Richting)
)
def test_a_difference_is_said_only_outside_the_interval(grenzen, vergelijking, richting):
    found = oordeel(Interval(*grenzen), vergelijking, richting)
    assert (found.positie is Positie.NIET_TE_ONDERSCHEIDEN) == (grenzen[0] <= vergelijking <= grenzen[1])
    assert (found.gunst is None) == (
        richting is Richting.GEEN or found.positie is Positie.NIET_TE_ONDERSCHEIDEN
    )


def test_a_group_with_somebody_else_in_it_may_be_compared_with():
    assert vergelijkbaar_met("45041", ["45041", "45059"]) is None
    assert vergelijkbaar_met("45041", ["45059"]) is None


@pytest.mark.parametrize(
    ("leden", "zin"),
    [([], "geen enkele gemeente"), (["45041"], "met zichzelf"), (["45041", "45041"], "met zichzelf")],
)
def test_never_against_itself_or_nobody(leden, zin):
    with pytest.raises(StatistiekFout, match=zin):
        vergelijkbaar_met("45041", leden)
