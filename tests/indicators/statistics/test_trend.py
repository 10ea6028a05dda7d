"""A trend is called one when chance does not make such a slope and no single year carries it."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Soort
from indicators.statistics import Meting, Onbekend, Periode, Trend, recente_trend, standaardfout
from tests.bench import kans_verandering


def jaar(einde: int, waarde: float | None, noemer: float | None = 2000.0, jaren: int = 1) -> Meting:
    return Meting(Periode(date(einde - jaren + 1, 1, 1), date(einde, 12, 31)), waarde, noemer)


def reeks(*waarden: float | None, noemer: float = 2000.0) -> list[Meting]:
    return [jaar(2020 + plaats, waarde, noemer) for plaats, waarde in enumerate(waarden)]


def trend(metingen: list[Meting]) -> Trend:
    found = recente_trend(metingen, Soort.AANDEEL)
    assert isinstance(found, Trend)
    return found


@pytest.mark.parametrize(
    ("waarden", "richting"),
    [
        ((10, 11, 12, 13, 14), "stijgt"),
        ((14, 13, 12, 11, 10), "daalt"),
        ((12, 12, 12, 12, 12), "geen duidelijke trend"),
        ((12, 13, 12, 13, 12), "geen duidelijke trend"),
        ((0, 0, 0, 0, 0), "geen duidelijke trend"),
        ((30, 10, 11, 12, 13, 14), "stijgt"),
    ],
)
def test_direction_of_the_last_five(waarden: tuple[float, ...], richting: str) -> None:
    assert trend(reeks(*waarden)).richting == richting


def test_one_year_alone_makes_no_trend() -> None:
    metingen = reeks(12, 12, 12, 12, 18)
    x, y, fouten = _as_arrays(metingen)
    (slope, _), variances = np.polyfit(x, y, 1, w=1 / fouten, cov="unscaled")
    assert slope**2 / variances[0, 0] > 9.5495
    assert trend(metingen).richting == "geen duidelijke trend"


@given(st.lists(st.floats(1, 60), min_size=5, max_size=5), st.integers(50, 5000))
def test_slope_and_verdict_are_those_of_a_weighted_fit_by_numpy(waarden: list[float], noemer: int) -> None:
    found = trend(reeks(*waarden, noemer=noemer))
    x, y, fouten = _as_arrays(reeks(*waarden, noemer=noemer))
    (slope, _), variances = np.polyfit(x, y, 1, w=1 / fouten, cov="unscaled")
    assert found.per_jaar == pytest.approx(slope, abs=0.01)
    score = slope**2 / variances[0, 0]
    without = [
        np.polyfit(np.delete(x, one), np.delete(y, one), 1, w=1 / np.delete(fouten, one))[0]
        for one in range(5)
    ]
    if abs(score - 9.5495) > 0.05 and min(abs(other) for other in without) > 1e-6:
        steady = all(other * slope > 0 for other in without)
        assert (found.richting != "geen duidelijke trend") == (score > 9.5495 and steady)


def _as_arrays(metingen: list[Meting]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    fouten = [standaardfout(meting, Soort.AANDEEL) for meting in metingen]
    years = [meting.periode.einde.year - 2022 for meting in metingen]
    return np.array(years), np.array([meting.waarde for meting in metingen]), np.array(fouten)


def test_years_without_a_figure_are_passed_over_and_the_distance_in_time_counts() -> None:
    found = trend(reeks(10, 11, None, 13, 14, 15))
    assert found.per_jaar == pytest.approx(1, abs=0.01)
    assert [periode.einde.year for periode in found.perioden] == [2020, 2021, 2023, 2024, 2025]


def test_values_of_one_day_have_a_trend() -> None:
    dagen = [Meting(Periode(dag, dag), 20.0 + n, 5000) for n, dag in enumerate(_new_year(2020, 2025))]
    assert trend(dagen).richting == "stijgt"


def _new_year(first: int, after: int) -> list[date]:
    return [date(year, 1, 1) for year in range(first, after)]


@pytest.mark.parametrize(
    ("metingen", "soort", "reden"),
    [
        (reeks(10, 11, 12, 13), Soort.AANDEEL, "er maar 4 zijn"),
        (reeks(10, 11, None, 12, 13), Soort.AANDEEL, "er maar 4 zijn"),
        (reeks(10), Soort.AANDEEL, "er maar één is"),
        ([], Soort.AANDEEL, "er geen zijn"),
        ([jaar(2020 + n, 10 + n, jaren=3) for n in range(9)], Soort.AANDEEL, "meer dan één jaar"),
        ([jaar(2010 + 3 * n, 10 + n, jaren=3) for n in range(5)], Soort.AANDEEL, "meer dan één jaar"),
        ([*reeks(10, 11, 12, 13), jaar(2023, 14)], Soort.AANDEEL, "overlappen"),
        ([jaar(2020 + n, 10 + n, None) for n in range(5)], Soort.AANDEEL, "hoe onzeker"),
        (reeks(10, 11, 12, 13, 14), Soort.MEDIAAN, "hoe onzeker"),
        (reeks(10, 11, 12, 13, 14), Soort.AANTAL, "dit een aantal is"),
    ],
)
def test_refused_with_the_reason(metingen: list[Meting], soort: Soort, reden: str) -> None:
    found = recente_trend(metingen, soort)
    assert isinstance(found, Onbekend)
    assert reden in found.reden


@pytest.mark.parametrize("noemer", kans_verandering.NOEMERS)
def test_flat_series_hardly_ever_have_a_trend(noemer: int) -> None:
    assert kans_verandering.trends(kans_verandering.flat_series(noemer, 4000)) <= 1
