"""A target in the address: how it is read, and what is said about it."""

import pytest

from dashboard.components.doel import OnbekendDoel, in_woorden, lees
from indicators.statistics import Interval, Meting, Verandering
from tests.dashboard.analyse_example import periode, regel

SMAL = "\u202f"
INDEX = regel("kansarmoede_index", Meting(periode(2024, 3), 14.0))
INKOMEN = regel("adi_mediaan", Meting(periode(2022), 28_816.0))


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("8,5", 8.5), ("8.5", 8.5), (" 8 % ", 8.0), ("0", 0.0), ("", None), ("   ", None), ("%", None)],
)
def test_a_share_is_read_as_it_is_written(tekst, waarde):
    assert lees(tekst, INDEX) == waarde


def test_an_amount_is_read_with_its_point():
    assert lees("€ 28.500", INKOMEN) == lees("28500", INKOMEN) == 28_500
    assert lees("1.028.500,5", INKOMEN) == 1_028_500.5


@pytest.mark.parametrize("tekst", ["acht", "nan", "inf", "1e9999", "8;5", "9" * 13, "-5", "100,1"])
def test_what_is_no_target_is_refused_in_words(tekst):
    with pytest.raises(OnbekendDoel) as fout:
        lees(tekst, INDEX)
    assert fout.value.zin.endswith(".")


def test_the_distance_is_said_in_points_or_in_the_unit():
    assert in_woorden(INDEX, 12.5) == [
        f"Je doel is 12,5{SMAL}%. Het nieuwste cijfer ligt 1,5 procentpunt hoger."
    ]
    assert in_woorden(INKOMEN, 30_000.0) == [
        f"Je doel is €{SMAL}30.000. Het nieuwste cijfer ligt €{SMAL}1.184 lager."
    ]
    assert in_woorden(INDEX, 14.0) == [f"Je doel is 14,0{SMAL}%. Het nieuwste cijfer is daaraan gelijk."]
    assert in_woorden(regel("kansarmoede_index"), 14.0) == []


@pytest.mark.parametrize(("doel", "zinnen"), [(12.0, 2), (9.0, 1)])
def test_a_target_nearer_than_can_be_seen_says_so(doel, zinnen):
    oud, nieuw = Meting(periode(2021, 3), 13.2), Meting(periode(2024, 3), 14.0)
    een = Verandering(nieuw, oud, 0.8, Interval(-2.0, 3.6), groter_dan_toeval=False, kleinste=4.0)
    assert len(in_woorden(regel("kansarmoede_index", oud, nieuw, verandering=een), doel)) == zinnen
