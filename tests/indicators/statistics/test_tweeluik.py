"""Two indicators in thirds: counted a second time, and refused where there are no thirds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics import Onbekend
from indicators.statistics.tweeluik import Tweeluik, in_woorden, tweeluik

CODES = [f"{nummer:05}" for nummer in range(60)]
CHANCE = np.random.default_rng(3)
EERSTE = dict(zip(CODES, CHANCE.normal(10, 3, 60).tolist(), strict=True))
TWEEDE = {nis: waarde * 2 + CHANCE.normal(0, 2) for nis, waarde in EERSTE.items()}


def test_cells_are_those_of_the_terciles_of_numpy():
    gevonden = tweeluik(EERSTE, TWEEDE)
    assert isinstance(gevonden, Tweeluik)
    thirds = [
        np.digitize(values, np.quantile(values, [1 / 3, 2 / 3]), right=True)
        for values in (np.array(list(EERSTE.values())), np.array([TWEEDE[nis] for nis in EERSTE]))
    ]
    assert gevonden.vakken == {nis: (thirds[0][i], thirds[1][i]) for i, nis in enumerate(EERSTE)}


@given(st.dictionaries(st.sampled_from(CODES), st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_everybody_with_both_figures_is_in_one_of_nine_cells(getallen):
    gevonden = tweeluik(
        {nis: float(x) for nis, (x, _) in getallen.items()},
        {nis: float(y) for nis, (_, y) in getallen.items()},
    )
    if isinstance(gevonden, Onbekend):
        assert gevonden.reden
        return
    assert len(gevonden.aantallen) == 9
    assert sum(gevonden.aantallen.values()) == len(gevonden.vakken) == len(getallen)
    for third in range(3):
        assert any(x == third for x, _ in gevonden.vakken.values())
        assert any(y == third for _, y in gevonden.vakken.values())


def test_who_lacks_a_figure_does_not_move_the_thirds():
    zonder = {nis: waarde for nis, waarde in TWEEDE.items() if nis not in CODES[:30]}
    rest = {nis: waarde for nis, waarde in EERSTE.items() if nis in zonder}
    assert tweeluik(EERSTE, zonder) == tweeluik(rest, zonder)


@pytest.mark.parametrize(
    ("eerste", "tweede", "reden"),
    [
        ({"a": 1.0, "b": 2.0, "c": 3.0}, {"a": 1.0, "b": 2.0}, "te weinig gemeenten"),
        ({"a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0}, dict.fromkeys("abcd", 7.0), "hetzelfde cijfer"),
        (
            dict(zip("abcd", [0.0, 0.0, 0.0, 3.0], strict=True)),
            dict(zip("abcd", range(4), strict=True)),
            "hetzelfde",
        ),
    ],
)
def test_no_thirds_come_with_the_reason(eerste, tweede, reden):
    gevonden = tweeluik(eerste, tweede)
    assert isinstance(gevonden, Onbekend) and reden in gevonden.reden


@pytest.mark.parametrize(
    ("vak", "woorden"),
    [
        ((0, 0), "allebei laag"),
        ((2, 2), "allebei hoog"),
        ((1, 1), "allebei in het midden"),
        ((2, 0), "inkomen: hoog, huur: laag"),
        ((1, 2), "inkomen: in het midden, huur: hoog"),
    ],
)
def test_a_cell_is_said_in_words(vak, woorden):
    assert in_woorden(vak, "inkomen", "huur") == woorden
