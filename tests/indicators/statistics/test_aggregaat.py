"""The figure of a group, computed a second time with numpy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Soort
from indicators.statistics import Aggregaat, Onbekend, aggregaat, in_mensen

DELEN = st.lists(st.tuples(st.floats(0, 100), st.integers(1, 500_000)), min_size=1, max_size=40)
WEEGBAAR = st.sampled_from([Soort.AANDEEL, Soort.GEMIDDELDE, Soort.INDEX])


@given(DELEN, WEEGBAAR)
def test_weighted_where_every_municipality_has_a_denominator(delen, soort):
    found = aggregaat(delen, soort, "geboorten")
    values, weights = np.array(delen, dtype=float).T
    assert found.waarde == pytest.approx(np.average(values, weights=weights), abs=1e-9)
    assert (found.soort, found.noemer, found.aantal) == ("gewogen", "geboorten", len(delen))


def test_a_weighted_share_is_that_of_all_people_together():
    """10 of 100 and 200 of 1000 are 210 of 1100."""
    assert aggregaat([(10.0, 100), (20.0, 1000)], Soort.AANDEEL, "geboorten").waarde == pytest.approx(
        100 * 210 / 1100
    )


@given(DELEN, st.sampled_from([Soort.MEDIAAN, Soort.KWARTIEL]))
def test_medians_are_not_weighted(delen, soort):
    found = aggregaat(delen, soort, "inwoners")
    assert found == Aggregaat(pytest.approx(np.median([w for w, _ in delen])), "mediaan", None, len(delen))


@pytest.mark.parametrize(
    ("delen", "noemer"),
    [
        ([(10.0, 100), (20.0, None)], "geboorten"),
        ([(10.0, 100), (20.0, 0)], "geboorten"),
        ([(10.0, 9), (20.0, 9)], None),
    ],
)
def test_the_middle_municipality_where_a_denominator_or_its_name_lacks(delen, noemer):
    assert aggregaat(delen, Soort.AANDEEL, noemer) == Aggregaat(15.0, "mediaan", None, 2)


@pytest.mark.parametrize(
    ("delen", "soort", "reden"),
    [
        ([], Soort.AANDEEL, "geen enkele gemeente"),
        ([], Soort.AANTAL, "een aantal"),
        ([(120.0, None)], Soort.AANTAL, "een aantal"),
    ],
)
def test_no_figure_comes_with_its_reason(delen, soort, reden):
    found = aggregaat(delen, soort, "inwoners")
    assert isinstance(found, Onbekend) and reden in found.reden


@pytest.mark.parametrize(
    ("punten", "noemer", "mensen"),
    [
        (2.0, 3500, 70),
        (-2.0, 3500, 70),
        (2.0, 500, 10),
        (2.0, 499, None),
        (-2.0, 350, None),
        (0.0, 9000, None),
    ],
)
def test_points_as_people_from_ten_upwards(punten, noemer, mensen):
    assert in_mensen(punten, noemer) == mensen
