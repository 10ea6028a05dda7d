"""Two sources of one indicator: who leads, who fills, and whose years cannot be right."""

from datetime import UTC, datetime
from random import Random

import pandas as pd
import pytest

from etl.controle import Ernst
from etl.raw import Levering
from etl.reconcile import choose_sources
from indicators.gemeenten import gemeenten
from indicators.model import TweedeBron
from indicators.observations import together

NU = datetime(2026, 11, 22, tzinfo=UTC)
CODES = list(gemeenten("285"))[:100]


def true_value(code, jaar):
    """The same for everyone who asks; another for each municipality and year."""
    return round(Random(f"{code}/{jaar}").uniform(2, 30), 2)


@pytest.fixture
def delivery(observed):
    """A delivery of `mediaan` (window of three years): its provenance and its rows."""

    def make(bron, years, value=true_value, indicator="mediaan", codes=CODES, geografie="285"):
        herkomst = Levering.received(
            bron, f"{bron}.xlsx", f"{bron}{years}{value}".encode(), licentie="x", nu=NU
        ).herkomst
        frames = [
            observed(
                *[(indicator, code, value(code, jaar)) for code in codes],
                geografie=geografie,
                jaar=jaar,
                levering=herkomst.levering,
                years=3,
            )
            for jaar in years
        ]
        return herkomst, together(frames)

    return make


@pytest.fixture
def choose(catalog):
    """Choose among deliveries, where `mediaan` is led by statbel_fiscaal and is also at opgroeien."""
    second = catalog["mediaan"].model_copy(update={"ook_bij": (TweedeBron(bron="opgroeien", sleutel="K"),)})

    def run(*deliveries):
        rows = together([rows for _, rows in deliveries])
        herkomsten = [herkomst for herkomst, _ in deliveries]
        chosen, remarks = choose_sources(rows, herkomsten, catalog | {"mediaan": second}, NU)
        assert not chosen.duplicated(["indicator", "nis_code", "periode_einde"]).any()
        per_year = chosen.groupby("periode_label", observed=True)["levering"].agg(lambda x: x.iloc[0])
        sources = {int(jaar): levering.split("-")[0] for jaar, levering in per_year.items()}
        return sources, remarks, chosen

    return run


def told(remarks, ernst):
    return [one.boodschap for one in remarks if one.ernst is ernst]


LEADS, SECOND = "statbel_fiscaal", "opgroeien"


def test_the_first_source_leads_and_the_second_fills_whatever_came_last(delivery, choose):
    first = delivery(LEADS, [2020, 2021])
    second = delivery(SECOND, range(2017, 2022), lambda code, jaar: round(true_value(code, jaar), 1))
    expected = {2017: SECOND, 2018: SECOND, 2019: SECOND, 2020: LEADS, 2021: LEADS}
    for deliveries in ((first, second), (second, first)):
        sources, remarks, chosen = choose(*deliveries)
        assert sources == expected
        assert len(chosen) == 5 * len(CODES)
        assert told(remarks, Ernst.GOED) == [
            "t: 200 van de 200 cijfers van Fiscale inkomens per gemeente en Opgroeien zijn "
            "gelijk. Alleen Opgroeien heeft cijfers voor 2017, 2018, 2019: die vullen de reeks "
            "aan."
        ]
        assert told(remarks, Ernst.LET_OP) == told(remarks, Ernst.FOUT) == []


def test_disagreement_is_listed_with_both_values_and_the_first_counts(delivery, choose):
    def revised(code, jaar):
        return 12.9 if (code, jaar) == ("41081", 2020) else true_value(code, jaar)

    codes = [*CODES, "41081"]
    first, second = delivery(LEADS, [2020], codes=codes), delivery(SECOND, [2020], revised, codes=codes)
    _, remarks, chosen = choose(first, second)
    theirs = f"{true_value('41081', 2020):g}".replace(".", ",")
    assert "100 van de 101" in told(remarks, Ernst.GOED)[0]
    (text,) = told(remarks, Ernst.LET_OP)
    assert (
        text.startswith("t 2020: ") and f"Zottegem {theirs} en 12,9." in text and "Het eerste telt." in text
    )
    assert chosen.set_index("nis_code").loc["41081", "waarde"] == true_value("41081", 2020)


@pytest.mark.parametrize("lag, moved", [(1, "vroeger"), (-1, "later")])
@pytest.mark.parametrize("leading_years", [range(2012, 2022), [2019]], ids=["long series", "one year"])
def test_labels_that_lie_a_year_off_refuse_the_whole_delivery(delivery, choose, lag, moved, leading_years):
    """The same births under the label of the next year (or the one before), as another site prints them."""
    first = delivery(LEADS, leading_years)
    second = delivery(SECOND, range(2010, 2022), lambda code, jaar: true_value(code, jaar - lag))
    criteria = (second[0], pd.concat([second[1], second[1].assign(indicator="risico")]))
    sources, remarks, chosen = choose(first, criteria)
    assert set(chosen["levering"]) == {first[0].levering}
    assert sources == dict.fromkeys(leading_years, LEADS)
    (text,) = told(remarks, Ernst.FOUT)
    assert (
        "opgroeien, opgroeien.xlsx" in text
        and f"100 % van de cijfers staat bij de eerste bron één jaar {moved}" in text
    )
    assert "Wat je kunt doen: vraag de uitgever" in text


def test_a_sound_delivery_fills_where_a_shifted_one_is_refused(delivery, choose):
    first = delivery(LEADS, [2019, 2020])
    sound = delivery(SECOND, range(2015, 2021))
    shifted = delivery(SECOND, range(2015, 2022), lambda code, jaar: true_value(code, jaar - 1))
    _, remarks, chosen = choose(first, sound, shifted)
    assert set(chosen["levering"]) == {first[0].levering, sound[0].levering}
    assert len(told(remarks, Ernst.FOUT)) == 1


def test_figures_that_agree_in_no_year_are_refused(delivery, choose):
    other = delivery(SECOND, [2018, 2019, 2020], lambda code, jaar: true_value(code, jaar) + 5)
    sources, remarks, _ = choose(delivery(LEADS, [2020]), other)
    assert sources == {2020: LEADS}
    assert "maar 0 % van de cijfers is gelijk" in told(remarks, Ernst.FOUT)[0]


def test_what_cannot_be_compared_is_used_and_said(delivery, choose):
    sources, remarks, _ = choose(delivery(LEADS, [2021]), delivery(SECOND, [2015]))
    assert sources == {2015: SECOND, 2021: LEADS}
    assert "te weinig cijfers samen" in told(remarks, Ernst.LET_OP)[0]
    sources, _, _ = choose(delivery(SECOND, [2015]))
    assert sources == {2015: SECOND}


def test_a_period_that_the_first_source_leaves_empty_is_filled_as_a_whole(delivery, choose):
    empty = delivery(LEADS, [2020], lambda code, jaar: None)
    sources, _, chosen = choose(empty, delivery(SECOND, [2020]))
    assert sources == {2020: SECOND}
    assert len(chosen) == len(CODES)


def test_one_empty_municipality_is_not_taken_from_the_second_source(delivery, choose):
    """Within one period every figure comes from one source, so that municipalities stay comparable."""
    first = delivery(LEADS, [2020], lambda code, jaar: None if code == CODES[0] else true_value(code, jaar))
    sources, _, chosen = choose(first, delivery(SECOND, [2020]))
    assert sources == {2020: LEADS}
    assert chosen.set_index("nis_code").loc[CODES[0], "status"] == "ontbreekt"


def test_a_predecessor_that_the_first_source_leaves_out_gives_the_area_to_the_second(delivery, choose):
    """The leader has Antwerpen without Borsbeek, which is no territory of today; elsewhere it still leads."""
    first = delivery(LEADS, [2018], codes=["11002", "44021"], geografie="308")
    second = delivery(SECOND, [2018], codes=["11002", "11007", "44021"], geografie="300")
    _, _, chosen = choose(first, second)
    speaks = chosen.set_index("nis_code")["levering"].astype(str).str.partition("-")[0].to_dict()
    assert speaks == {"11002": SECOND, "11007": SECOND, "44021": LEADS}


def test_a_second_source_with_the_same_gap_adds_nothing(delivery, choose):
    first = delivery(LEADS, [2018], codes=["11002", "44021"], geografie="308")
    second = delivery(SECOND, [2018], codes=["11002", "46014"], geografie="300")
    _, _, chosen = choose(first, second)
    assert set(chosen["levering"].astype(str).str.partition("-")[0]) == {LEADS}


def test_series_of_two_states_are_compared_where_the_territory_is_the_same(delivery, choose):
    """11002 is Antwerpen with and without Borsbeek: another territory under the same code."""
    old = [code for code in gemeenten("300") if code in {*CODES, "11002", "44021"}]

    def smaller(code, jaar):
        return 1.0 if code == "11002" else true_value(code, jaar)

    first = delivery(LEADS, [2020], codes=[*{*CODES, "11002", "44021"}])
    _, remarks, _ = choose(first, delivery(SECOND, [2020], smaller, codes=old, geografie="300"))
    equal, total = told(remarks, Ernst.GOED)[0].removeprefix("t: ").split(" cijfers")[0].split(" van de ")
    assert equal == total and int(total) == len(old) - 1


def test_without_a_second_source_the_newest_speaks_as_before(delivery, choose):
    old, new = delivery(LEADS, [2020]), delivery(LEADS, [2020], lambda code, jaar: true_value(code, jaar) + 1)
    _, remarks, chosen = choose(old, new)
    assert set(chosen["levering"]) == {new[0].levering}
    assert remarks == []
