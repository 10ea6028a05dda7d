"""Words beside a figure."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.components.duiding import een_op, ligging, marge, met_teken, tussen, wanneer, woord
from dashboard.components.herkomst import OOK_ONZEKER, uitleg
from indicators.catalog import catalog
from indicators.model import Richting, Soort
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, oordeel
from tests.dashboard.analyse_example import BUREN, VLAANDEREN, analyse, periode, regel

SMAL = "\u202f"


def test_a_value_of_one_day_holds_on_that_day_and_another_in_its_period():
    nieuwjaar = date(2025, 1, 1)
    assert wanneer({"periode_begin": nieuwjaar, "periode_einde": nieuwjaar}) == "op 1 januari 2025"
    assert wanneer({"periode_begin": nieuwjaar, "periode_einde": date(2025, 12, 31)}) == "in 2025"


@pytest.mark.parametrize(
    ("kwantiel", "woorden"),
    [
        (0.0, f"bij de laagste 20{SMAL}%"),
        (0.199, f"bij de laagste 20{SMAL}%"),
        (0.2, "onder het midden"),
        (0.4, "rond het midden"),
        (0.6, "boven het midden"),
        (0.8, f"bij de hoogste 20{SMAL}%"),
        (1.0, f"bij de hoogste 20{SMAL}%"),
    ],
)
def test_every_fifth_has_its_words(kwantiel, woorden):
    assert ligging(kwantiel) == woorden


def test_the_difference_between_two_shares_is_counted_in_percentage_points():
    aandelen = [een.model_dump() for een in catalog().values() if een.soort is Soort.AANDEEL]
    assert {een["eenheid"] for een in aandelen} == {"%", "% van hen"}
    assert all(met_teken(een, 1.52) == "+1,5 procentpunt" for een in aandelen)


@pytest.mark.parametrize(
    ("waarde", "label", "tegenover", "klasse"),
    [
        (14.0, "hoger, ongunstiger", f"dan Vlaanderen (12,1{SMAL}%)", "ongunstiger"),
        (9.0, "lager, gunstiger", f"dan Vlaanderen (12,1{SMAL}%)", "gunstiger"),
        (12.5, "niet te onderscheiden", f"van Vlaanderen (12,1{SMAL}%)", "neutraal"),
    ],
)
def test_a_verdict_has_one_of_three_words_and_names_the_comparator(waarde, label, tegenover, klasse):
    grenzen = Interval(waarde - 1, waarde + 1)
    met = regel(
        "arop",
        Meting(periode(2022), waarde),
        interval=grenzen,
        oordeel=oordeel(grenzen, 12.1, Richting.LAGER_IS_GUNSTIGER),
    )
    gevonden = woord(met, VLAANDEREN)
    assert (gevonden.label, gevonden.tegenover, gevonden.klasse) == (label, tegenover, klasse)


def test_without_a_favourable_side_nothing_is_called_favourable():
    grenzen = Interval(13.0, 15.0)
    geen = regel("arop", Meting(periode(2022), 14.0), oordeel=oordeel(grenzen, 12.1, Richting.GEEN))
    assert (woord(geen, VLAANDEREN).label, woord(geen, VLAANDEREN).klasse) == ("hoger", "neutraal")


def test_without_an_interval_there_is_a_place_and_never_a_verdict():
    zonder = regel("woonquote", Meting(periode(2023), 31.0), kwantiel=0.9)
    gevonden = woord(zonder, VLAANDEREN)
    assert gevonden.label == f"bij de hoogste 20{SMAL}%"
    assert gevonden.tegenover == f"van alle gemeenten · Vlaanderen (12{SMAL}%)"
    assert gevonden.klasse == "plaats"


def test_a_place_is_one_among_all_municipalities_also_beside_a_group_without_a_figure():
    alleen = regel("woonquote", Meting(periode(2023), 31.0), kwantiel=0.9, vergelijking=Onbekend("..."))
    assert woord(alleen, BUREN).tegenover == "van alle gemeenten"


def test_a_median_is_called_the_middle_municipality_and_never_the_group():
    midden = Aggregaat(8.5, "mediaan", None, 6)
    een = regel("arop", Meting(periode(2022), 14.0), vergelijking=midden)
    assert woord(een, BUREN).tegenover == (
        f"van alle gemeenten · de buurgemeenten van Ronse (middelste gemeente: 8,5{SMAL}%)"
    )
    alleen = replace(een, vergelijking=replace(midden, aantal=1))
    assert "middelste" not in (woord(alleen, BUREN).tegenover or "")


def test_counts_are_never_compared():
    geen = Onbekend("dit een aantal is")
    inwoners = regel("bevolking", Meting(periode(2025), 26000.0), vergelijking=geen, kwantiel=None)
    gevonden = woord(inwoners, VLAANDEREN)
    assert (gevonden.label, gevonden.tegenover) == (None, None)
    assert marge(inwoners) is None


def test_how_certain_a_figure_is_stands_beside_it_in_words():
    een = regel("woonquote", Meting(periode(2023), 31.0), interval=Interval(28.04, 33.96))
    assert marge(een) == "tussen 28,0 en 34,0"
    assert tussen(een, Interval(0.0, 1234.56)) == "tussen 0,0 en 1.234,6"
    assert tussen(een, Interval(7.804, 7.846)) == "tussen 7,80 en 7,85"
    assert marge(regel("woonquote", Meting(periode(2023), 31.0))) == "onzekerheid niet gekend"
    assert marge(regel("woonquote")) is None


@pytest.mark.parametrize(
    ("aandeel", "n"),
    [(14.0, 7), (9.1, 11), (33.3, 3), (50, 2), (2.0, 50), (40, None), (0, None), (0.8, None)],
)
def test_one_in_n_is_said_only_when_it_is_close(aandeel, n):
    assert een_op(aandeel) == n


@pytest.mark.parametrize(
    ("aantal", "leden", "gezegd"),
    [
        (6, 6, "Dat is het cijfer van de middelste van zes gemeenten."),
        (2, 2, "Dat ligt midden tussen de cijfers van twee gemeenten."),
        (1, 6, f"Dat is het cijfer van één gemeente: de andere uit de groep hebben er geen. {OOK_ONZEKER}"),
        (1, 1, OOK_ONZEKER),
    ],
)
def test_how_the_figure_of_a_group_was_made_is_told_as_it_is(aantal, leden, gezegd):
    groep = replace(BUREN, leden=tuple(str(nis) for nis in range(leden)))
    een = regel(
        "adi_mediaan", Meting(periode(2022), 1.0), vergelijking=Aggregaat(8.5, "mediaan", None, aantal)
    )
    verteld = dict(uitleg(een, analyse(een, groep=groep), ()))["Waarmee vergeleken?"]
    assert verteld.partition(". ")[2] == gezegd
    assert ("midden van beide" in woord(een, groep).tegenover) == (aantal == 2)
