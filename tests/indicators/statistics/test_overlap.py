"""Windows that share a year: no public function compares them, and a new one cannot be forgotten here."""

import inspect
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import statistics
from indicators.model import Soort
from indicators.statistics import (
    Meting,
    Onbekend,
    OverlappendePerioden,
    Periode,
    Verandering,
    laatste_zonder_overlap,
    overdispersie,
    recente_trend,
    verandering,
    vergelijk,
    zonder_overlap,
)

ONE_AT_A_TIME = {"onzekerheid", "standaardfout"}
REFUSES: dict[str, Callable[[Meting, Meting], object]] = {
    "zonder_overlap": lambda nieuw, oud: zonder_overlap(nieuw.periode, oud.periode),
    "vergelijk": lambda nieuw, oud: vergelijk(nieuw, oud, Soort.AANDEEL, 0.0),
    "overdispersie": lambda nieuw, oud: overdispersie([(nieuw, oud)]),
}
CHOOSES: dict[str, Callable[[list[Meting]], object]] = {
    "laatste_zonder_overlap": lambda reeks: laatste_zonder_overlap([m.periode for m in reeks]),
    "verandering": lambda reeks: verandering(reeks, Soort.AANDEEL, 0.0),
    "recente_trend": lambda reeks: recente_trend(reeks, Soort.AANDEEL),
}
JAREN = st.lists(st.integers(2000, 2024), min_size=1, max_size=12, unique=True)


def meting(jaar: int, venster: int = 3) -> Meting:
    """A share over the years up to and with `jaar`."""
    return Meting(Periode(date(jaar - venster + 1, 1, 1), date(jaar, 12, 31)), 12.0, noemer=900.0)


def test_every_public_function_of_periods_stands_here():
    asks = {
        name
        for name in statistics.__all__
        if inspect.isfunction(function := getattr(statistics, name))
        and any(
            word in str(parameter.annotation)
            for parameter in inspect.signature(function).parameters.values()
            for word in ("Meting", "Periode")
        )
    }
    assert asks - ONE_AT_A_TIME == {*REFUSES, *CHOOSES}


@pytest.mark.parametrize("name", REFUSES)
@given(jaar=st.integers(2000, 2024), verschil=st.integers(-2, 2))
def test_two_windows_that_share_a_year_are_refused(name, jaar, verschil):
    with pytest.raises(OverlappendePerioden, match="tellen voor een deel dezelfde mensen"):
        REFUSES[name](meting(jaar), meting(jaar + verschil))


@pytest.mark.parametrize("name", REFUSES)
@pytest.mark.parametrize("verschil", [3, -3, 7])
def test_windows_without_a_year_in_common_are_not(name, verschil):
    """So the refusal above is about the overlap, and not about the function."""
    REFUSES[name](meting(2020), meting(2020 + verschil))  # raises where it refuses


@given(JAREN)
def test_from_a_series_only_windows_apart_are_compared(jaren):
    found = CHOOSES["verandering"]([meting(jaar) for jaar in jaren])
    apart = CHOOSES["laatste_zonder_overlap"]([meting(jaar) for jaar in jaren])
    if isinstance(found, Verandering):
        assert not found.nieuw.periode.overlapt(found.oud.periode)
        assert apart == found.oud.periode
    else:
        assert isinstance(found, Onbekend) and apart is None
        assert max(jaren) - min(jaren) < 3


@given(JAREN, st.integers(2, 5))
def test_no_trend_of_windows(jaren, venster):
    assert isinstance(CHOOSES["recente_trend"]([meting(jaar, venster) for jaar in jaren]), Onbekend)
