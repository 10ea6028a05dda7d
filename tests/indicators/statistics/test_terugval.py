import numpy as np
import pytest

from indicators.statistics import StatistiekFout
from indicators.statistics.terugval import TOP, terugval


@pytest.mark.parametrize(("aandeel", "noemer"), [(0.12, 900), (0.12, 3000), (0.3, 300)])
def test_it_is_what_drawing_births_gives(aandeel, noemer):
    gevallen = np.random.default_rng(1).binomial(noemer, aandeel, size=(200_000, 3)) / noemer * 100
    eerst, daarna = gevallen[:, 1] - gevallen[:, 0], gevallen[:, 2] - gevallen[:, 1]
    # Shares of few births have ties: take the largest rises, not those above a value.
    hoogste = np.argsort(eerst, kind="stable")[-int(TOP * len(eerst)) :]
    gevonden = terugval(aandeel, noemer)
    assert gevonden.stijging == pytest.approx(eerst[hoogste].mean(), rel=0.02)
    assert gevonden.daling == pytest.approx(-daarna[hoogste].mean(), rel=0.04)
    assert gevonden.kans == pytest.approx((daarna[hoogste] < 0).mean(), abs=0.02)


@pytest.mark.parametrize(("aandeel", "noemer"), [(0.0, 100), (1.0, 100), (0.1, 0)])
def test_without_chance_there_is_nothing_to_fall_back_from(aandeel, noemer):
    with pytest.raises(StatistiekFout):
        terugval(aandeel, noemer)
