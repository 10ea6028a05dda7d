"""The funnel: the formulas beside statsmodels and scipy, and what stays inside by chance."""

import importlib

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import norm
from scipy.stats.mstats import winsorize
from statsmodels.stats.meta_analysis import combine_effects

from indicators.statistics import BINNENSTE, BUITENSTE, Onbekend, StatistiekFout, Trechter, trechter

MODULE = importlib.import_module("indicators.statistics.trechter")
Delen = list[tuple[float, float]]


def drawn(tussen: float, seed: int, aantal: int = 285, doel: float = 0.12) -> Delen:
    """Shares of areas whose true shares have the standard deviation `tussen`."""
    chance = np.random.default_rng(seed)
    noemers = np.exp(chance.normal(6.7, 0.9, aantal)).astype(int) + 40
    shares = chance.normal(doel, tussen, aantal).clip(0.001, 0.999)
    counts = chance.binomial(noemers, shares)
    return list(zip((counts / noemers).tolist(), noemers.astype(float).tolist(), strict=True))


def made(delen: Delen) -> Trechter:
    found = trechter(delen)
    assert isinstance(found, Trechter)
    return found


def untopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the ends as they are, as the plain method of moments does."""
    monkeypatch.setattr(MODULE, "AFGETOPT", 0.0)
    monkeypatch.setattr(MODULE, "BEHOUDEN", 1.0)


def _arrays(delen: Delen) -> tuple[np.ndarray, np.ndarray, float]:
    shares, noemers = np.array(delen).T
    return shares, noemers, float(np.average(shares, weights=noemers))


@pytest.mark.parametrize("seed", range(5))
def test_variance_between_areas_is_that_of_paule_and_mandel_in_statsmodels(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    untopped(monkeypatch)
    # With equal denominators their joint share is ours, which does not depend on the variance.
    delen = [(aandeel, 800.0) for aandeel, _ in drawn(0.03, seed)]
    shares, noemers, doel = _arrays(delen)
    theirs = combine_effects(shares, doel * (1 - doel) / noemers, method_re="pm")
    assert made(delen).tau2 == pytest.approx(theirs.tau2, rel=1e-3)
    assert made(delen).doel == pytest.approx(theirs.mean_effect_re)


def topped_variance() -> float:
    """Of a standard normal with a tenth at either end replaced by the deciles, by integration."""
    return float(norm.expect(lambda z: np.clip(z, norm.ppf(0.1), norm.ppf(0.9)) ** 2))


@pytest.mark.parametrize("tussen", [0.01, 0.05])
def test_topped_scores_spread_as_a_topped_normal_distribution(tussen: float) -> None:
    delen = drawn(tussen, seed=3)
    shares, noemers, doel = _arrays(delen)

    def too_wide(tau2: float) -> float:
        scores = (shares - doel) / np.sqrt(doel * (1 - doel) / noemers + tau2)
        topped = np.asarray(winsorize(scores, limits=(0.1, 0.1)))
        return float(np.sum(topped**2) / (len(delen) - 1) - topped_variance())

    assert made(delen).tau2 == pytest.approx(brentq(too_wide, 0, 0.1), rel=5e-3)


def test_no_variance_is_found_where_chance_explains_more_than_all() -> None:
    assert made([(0.12 + 0.001 * (n % 3), 50.0) for n in range(30)]).tau2 == 0


def test_limits_are_the_formula() -> None:
    funnel = Trechter(doel=0.12, tau2=0.0004, aantal=285)
    breedte = np.sqrt(0.12 * 0.88 / 900 + 0.0004)
    for kans, z in ((BINNENSTE, norm.ppf(0.975)), (BUITENSTE, norm.ppf(0.999))):
        assert funnel.grenzen(900, kans) == pytest.approx((0.12 - z * breedte, 0.12 + z * breedte))
    assert funnel.grenzen(900) == funnel.grenzen(900, BINNENSTE)


def test_limits_are_shares_and_widen_for_few_people() -> None:
    funnel = Trechter(doel=0.03, tau2=0.0, aantal=285)
    widths = [hoog - laag for laag, hoog in map(funnel.grenzen, (20, 200, 2000))]
    assert widths == sorted(widths, reverse=True)
    assert funnel.grenzen(20)[0] == 0


@pytest.mark.parametrize("tussen", [0.0, 0.02, 0.045])
def test_few_stand_out_where_all_differ_as_usual(tussen: float) -> None:
    outside: dict[float, list[bool]] = {BINNENSTE: [], BUITENSTE: []}
    for seed in range(20):
        delen = drawn(tussen, seed)
        funnel = made(delen)
        for kans, found in outside.items():
            found += [funnel.buiten(aandeel, noemer, kans) for aandeel, noemer in delen]
    assert 0.04 < np.mean(outside[BINNENSTE]) < 0.06
    assert np.mean(outside[BUITENSTE]) < 0.004


def test_who_stands_out_is_found_and_hardly_widens_the_funnel(monkeypatch: pytest.MonkeyPatch) -> None:
    ordinary = drawn(0.02, seed=1)
    apart = [(0.45, 1000.0)] * 5
    found, before = made([*ordinary, *apart]), made(ordinary)
    assert all(found.buiten(*deel) for deel in apart)
    assert found.tau2 < 1.2 * before.tau2
    untopped(monkeypatch)
    assert made([*ordinary, *apart]).tau2 > 3 * before.tau2


def test_without_extra_variance_a_large_area_stands_out_for_its_size_alone() -> None:
    funnel = made(drawn(0.03, seed=2))
    assert Trechter(funnel.doel, 0.0, funnel.aantal).buiten(funnel.doel + 0.03, 20_000)
    assert not funnel.buiten(funnel.doel + 0.03, 20_000)


@pytest.mark.parametrize(
    ("delen", "reden"),
    [([(0.1, 100.0)] * 9, "maar 9 gemeenten"), ([(0.0, 100.0)] * 20, "hetzelfde cijfer")],
)
def test_no_funnel_with_the_reason(delen: Delen, reden: str) -> None:
    found = trechter(delen)
    assert isinstance(found, Onbekend)
    assert reden in found.reden


@pytest.mark.parametrize("deel", [(0.1, 0.0), (12.0, 100.0), (-0.1, 100.0), (float("nan"), 100.0)])
def test_what_is_no_share_is_refused(deel: tuple[float, float]) -> None:
    with pytest.raises(StatistiekFout):
        trechter([(0.1, 100.0)] * 20 + [deel])


def test_no_limits_without_people() -> None:
    with pytest.raises(StatistiekFout):
        Trechter(0.1, 0.0, 20).grenzen(0)
