"""Comparing with others: three words, a direction only where one is declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Richting
from indicators.statistics import Interval, Oordeel, Positie, oordeel

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
