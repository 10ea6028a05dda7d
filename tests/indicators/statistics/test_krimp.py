"""Shrinkage: the published example, and that it brings figures nearer to the truth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics import StatistiekFout, krimp

STERFTE = """
    1 0 5 1 9 7 0 0 4 1 2 16 4 4 4 18 3 4 1 1 1 0 1 2 10 23 13 6 4 16 8 0 10 6 0 2 16 2 4 1 0 8 5 5 0 5
    7 2 11 3 14 5 9 6 2 0 7 3 4 5 12 18 6 10 8 2 5 44 3 3 5 5 0 10 3 11 1 0 4 1 2 38 1 4 15 7 0 4 4 0 13
    8 29 31 5 8 4 15 12 5
"""
GEBOORTEN = """
    1091 487 3188 508 1421 1452 286 420 968 1612 1035 4449 1671 1556 2180 3608 1638 3146 1323 484 751
    781 1269 1399 11858 16184 4672 1324 3164 7970 4021 671 3657 3609 770 1549 14484 765 4139 1207 1333
    5509 3573 990 248 1946 4456 1646 3702 4606 5094 5754 7515 3999 2110 521 2692 675 870 2252 2992 6638
    3776 4866 2216 1143 2648 21588 4099 1258 2356 2574 415 3589 1173 9014 533 797 3025 542 1027 20366
    578 3915 1570 1494 338 2483 2756 284 5868 2255 11158 7889 2414 1782 1228 3350 5526 2181
"""
"""Sudden infant deaths and births in the 100 counties of North Carolina, 1974-78, in the order of PySAL:
Cressie (1993), Statistics for Spatial Data, p. 386-389."""
GEPUBLICEERD = [0.0016973, 0.0017054, 0.0017731, 0.0020129, 0.0035349]
"""The first five after shrinkage by Marshall's formula, from the tests of PySAL's `esda.smoothing`."""


def test_gives_the_published_estimates() -> None:
    sterfte, geboorten = (np.array(text.split(), dtype=float) for text in (STERFTE, GEBOORTEN))
    # Marshall's variance is Poisson's. Events a million times rarer have it in the binomial formula too.
    rarer = 1e6 * geboorten
    found = 1e6 * np.array(krimp(list(zip(sterfte / rarer, rarer, strict=True))))
    assert found[:5] == pytest.approx(GEPUBLICEERD, abs=5e-8)
    ours = krimp(list(zip(sterfte / geboorten, geboorten, strict=True)))
    assert ours[:5] == pytest.approx(GEPUBLICEERD, rel=2e-3)


def test_is_the_formula_in_numpy() -> None:
    shares, noemers = np.array([0.02, 0.10, 0.15, 0.30, 0.12]), np.array([40.0, 300, 900, 100, 5000])
    mean = np.average(shares, weights=noemers)
    between = np.average((shares - mean) ** 2, weights=noemers) - mean * (1 - mean) / noemers.mean()
    weights = between / (between + mean * (1 - mean) / noemers)
    assert between > 0
    assert krimp(list(zip(shares, noemers, strict=True))) == pytest.approx(mean + weights * (shares - mean))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(1, 1e5)), min_size=1, max_size=50))
def test_every_share_moves_towards_the_joint_share_and_never_past_it(
    delen: list[tuple[float, float]],
) -> None:
    mean = float(np.average([aandeel for aandeel, _ in delen], weights=[noemer for _, noemer in delen]))
    for (aandeel, _), gekrompen in zip(delen, krimp(delen), strict=True):
        assert min(aandeel, mean) - 1e-9 <= gekrompen <= max(aandeel, mean) + 1e-9


def test_a_small_area_moves_more_than_a_large_one() -> None:
    klein, groot, *_ = krimp([(0.3, 30.0), (0.3, 3000.0), (0.1, 3000.0), (0.2, 3000.0)])
    assert 0.2 < klein < groot < 0.3


def test_where_chance_explains_all_everybody_gets_the_joint_share() -> None:
    assert krimp([(0.10, 50.0), (0.12, 50.0), (0.14, 50.0)]) == pytest.approx([0.12] * 3)


def test_is_nearer_to_the_truth_than_the_raw_shares() -> None:
    chance = np.random.default_rng(5)
    true = chance.normal(0.12, 0.04, 285).clip(0.01, 0.5)
    noemers = chance.integers(60, 1500, 285)
    raw = chance.binomial(noemers, true) / noemers
    found = np.array(krimp(list(zip(raw, noemers.astype(float), strict=True))))
    assert np.mean((found - true) ** 2) < 0.9 * np.mean((raw - true) ** 2)


@pytest.mark.parametrize("delen", [[], [(0.1, 0.0)], [(12.0, 100.0)]])
def test_what_is_no_share_is_refused(delen: list[tuple[float, float]]) -> None:
    with pytest.raises(StatistiekFout):
        krimp(delen)
