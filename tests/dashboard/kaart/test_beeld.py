"""What a map shows, held against the figures and the analysis that it is made of."""

from collections import Counter

import pytest

from dashboard.components.kaartfiguur import paletklasse
from dashboard.kaart.beeld import GEKROMPEN, kaartbeeld
from dashboard.kaart.verschil import verschilbeeld
from dashboard.omgevingsanalyse.achtergrond import achtergrond, perioden
from dashboard.omgevingsanalyse.analyse import analyseer
from dashboard.omgevingsanalyse.doorsnede import doorsnede
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten import OnbekendeGroep, gemeenten
from indicators.gemeenten.gebieden import gebieden
from indicators.statistics import (
    Aggregaat,
    Interval,
    Onbekend,
    Oordeel,
    OverlappendePerioden,
    StatistiekFout,
    Verandering,
)
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen

INDEX, SURVEY, COUNT, MEAN = "kansarmoede_index", "woonquote", "bevolking", "fiscaal_inkomen_per_inwoner"
EIGEN = "eigen:gent+aalst+ronse"


@pytest.fixture(scope="module")
def stand(demo: Warehouse) -> Stand:
    return demo.snapshot()


def classes(beeld) -> Klassen:
    assert isinstance(beeld.klassen, Klassen)
    return beeld.klassen


@pytest.mark.parametrize("indeling", [een for een in Indeling if een is not Indeling.VERSCHIL])
def test_every_municipality_with_a_figure_is_in_the_class_that_holds_it(stand, indeling):
    beeld = kaartbeeld(stand, INDEX, indeling=indeling)
    assert [vlak.nis_code for vlak in beeld.vlakken] == list(gemeenten())
    for vlak in beeld.vlakken:
        assert (vlak.klas is None) == (vlak.meting is None) == bool(vlak.reden) == bool(vlak.zonder)
        if vlak.klas is not None:
            klas = classes(beeld).leden[vlak.klas]
            assert klas.laag <= vlak.meting.waarde <= klas.hoog
    assert sum(regel.aantal for regel in beeld.legende) == sum(
        vlak.klas is not None for vlak in beeld.vlakken
    )


def test_a_colour_means_the_same_in_every_period_and_area(stand):
    alle = perioden(stand, INDEX)
    beelden = [kaartbeeld(stand, INDEX, periode) for periode in (min(alle), max(alle))]
    beelden.append(kaartbeeld(stand, INDEX, gebied="provincie:limburg"))
    assert len({classes(beeld).grenzen for beeld in beelden}) == 1
    assert sorted(beelden[0].waarden) == sorted(een[0] for w in alle.values() for een in w.values())
    assert sum(regel.aantal for regel in beelden[2].legende) <= len(gebieden()["provincie:limburg"].leden)


def test_classes_of_one_period_hold_as_many_each(stand):
    beeld = kaartbeeld(stand, INDEX, vast=False)
    aantallen = [regel.aantal for regel in beeld.legende]
    assert max(aantallen) - min(aantallen) <= 3
    assert not beeld.vast


def test_only_the_area_counts_in_the_legend_and_all_are_on_the_map(stand):
    leden = set(gebieden()["provincie:limburg"].leden)
    beeld = kaartbeeld(stand, INDEX, gebied="provincie:limburg")
    assert {vlak.nis_code for vlak in beeld.getoond} == leden
    assert len(beeld.vlakken) == len(gemeenten())
    geteld = Counter(vlak.klas for vlak in beeld.vlakken if vlak.nis_code in leden)
    assert all(regel.aantal == geteld[regel.klas] for regel in beeld.legende)


@pytest.mark.parametrize("aantal", [3, 7])
def test_a_figure_is_striped_where_it_may_lie_in_another_class(stand, aantal):
    beeld = kaartbeeld(stand, INDEX, aantal=aantal)
    for vlak in beeld.vlakken:
        if vlak.klas is None:
            assert not vlak.onzeker
            continue
        klas = classes(beeld).leden[vlak.klas]
        assert isinstance(vlak.interval, Interval)
        breder = vlak.interval.hoog - vlak.interval.laag > klas.hoog - klas.laag
        assert vlak.onzeker == (breder or vlak.schatting)
    assert {vlak.onzeker for vlak in beeld.vlakken} == {True, False}


def test_a_map_of_verdicts_says_what_the_page_of_each_municipality_says(stand):
    beeld = kaartbeeld(stand, INDEX, indeling=Indeling.VERSCHIL)
    plekken = doorsnede(stand, INDEX).plekken
    for vlak in beeld.vlakken:
        oordeel = plekken[vlak.nis_code].oordeel
        assert vlak.oordeel == oordeel
        gezegd = classes(beeld).leden[vlak.klas].woord if vlak.klas is not None else None
        assert gezegd == (oordeel.positie.value if isinstance(oordeel, Oordeel) else None)
    assert not beeld.vast


@pytest.mark.parametrize("sleutel", ["provincie:oost-vlaanderen", EIGEN])
def test_the_comparator_is_the_same_as_on_the_page_of_a_municipality(stand, sleutel):
    beeld = kaartbeeld(stand, INDEX, tegen=sleutel)
    for slug in ("ronse", "gent"):
        nis = gebieden()[slug].leden[0]
        regel = analyseer(stand, nis, "provincie" if ":oost" in sleutel else sleutel).regels[INDEX]
        vlak = next(een for een in beeld.vlakken if een.nis_code == nis)
        assert isinstance(vlak.tegen, Aggregaat)
        assert vlak.tegen.waarde == pytest.approx(regel.vergelijking.waarde)
        assert vlak.oordeel == regel.oordeel


def test_shrunk_values_are_coloured_and_the_figures_stay(stand):
    ruw, bijgesteld = kaartbeeld(stand, INDEX), kaartbeeld(stand, INDEX, waarde=GEKROMPEN)
    assert bijgesteld.gekrompen
    assert [v.meting for v in ruw.vlakken] == [v.meting for v in bijgesteld.vlakken]
    verschoven = [
        (abs(een.waarde - ander.waarde), een.meting.noemer)
        for een, ander in zip(ruw.vlakken, bijgesteld.vlakken, strict=True)
        if een.meting
    ]
    klein = [hoever for hoever, noemer in verschoven if noemer < 150]
    groot = [hoever for hoever, noemer in verschoven if noemer > 1500]
    assert sum(klein) / len(klein) > 3 * sum(groot) / len(groot)
    assert max(bijgesteld.waarden) < max(ruw.waarden)


@pytest.mark.parametrize("indicator", [SURVEY, MEAN])
def test_what_cannot_be_shrunk_is_shown_as_it_is_and_said(stand, indicator):
    beeld = kaartbeeld(stand, indicator, waarde=GEKROMPEN)
    assert not beeld.gekrompen
    assert any("bijstellen" in noot for noot in beeld.noten)


@pytest.mark.parametrize("indeling", [Indeling.KANSARMOEDE, Indeling.VERSCHIL])
def test_classes_that_cannot_be_made_give_way_and_it_is_said(stand, indeling):
    beeld = kaartbeeld(stand, SURVEY, indeling=indeling)
    assert beeld.indeling is Indeling.KWANTIELEN
    assert len(beeld.noten) == 1
    assert isinstance(kaartbeeld(stand, INDEX, indeling=indeling).klassen, Klassen)


@pytest.mark.parametrize("indeling", Indeling)
def test_a_count_gets_no_colour(stand, indeling):
    beeld = kaartbeeld(stand, COUNT, indeling=indeling)
    assert isinstance(beeld.klassen, Onbekend)
    assert beeld.legende == ()
    assert all(vlak.klas is None for vlak in beeld.vlakken)
    assert sum(vlak.waarde is not None for vlak in beeld.vlakken) == len(gemeenten())


def test_what_does_not_exist_is_refused(stand):
    with pytest.raises(KeyError):
        kaartbeeld(stand, "bestaat_niet")
    with pytest.raises(OnbekendeGroep):
        kaartbeeld(stand, INDEX, gebied="provincie:atlantis")
    with pytest.raises(OnbekendeGroep):
        kaartbeeld(stand, INDEX, tegen="eigen:")
    with pytest.raises(StatistiekFout):
        kaartbeeld(stand, INDEX, aantal=8)
    with pytest.raises(ValueError, match="quantiles"):
        kaartbeeld(stand, INDEX, indeling="quantiles")


def test_a_map_of_two_periods_says_what_the_page_of_each_municipality_says(stand):
    beeld = verschilbeeld(stand, INDEX)
    woorden = {-1: "gedaald, meer dan toeval", 0: "te klein om te zien", 1: "gestegen, meer dan toeval"}
    gezien = Counter()
    for vlak in beeld.vlakken[::9]:
        gevonden = analyseer(stand, vlak.nis_code).regels[INDEX].verandering
        if not isinstance(gevonden, Verandering):
            assert vlak.klas is None
            continue
        kant = (gevonden.verschil > 0) - (gevonden.verschil < 0) if gevonden.groter_dan_toeval else 0
        assert classes(beeld).leden[vlak.klas].woord == woorden[kant]
        assert (beeld.periode, beeld.vorige) == (gevonden.nieuw.periode, gevonden.oud.periode)
        gezien[kant] += 1
    assert gezien[0] > 20


def test_two_periods_that_overlap_are_refused_and_their_order_does_not_matter(stand):
    alle = sorted(perioden(stand, INDEX))
    with pytest.raises(OverlappendePerioden):
        verschilbeeld(stand, INDEX, alle[-1], alle[-2])
    een, ander = (
        verschilbeeld(stand, INDEX, alle[0], alle[-1]),
        verschilbeeld(stand, INDEX, alle[-1], alle[0]),
    )
    assert [v.klas for v in een.vlakken] == [v.klas for v in ander.vlakken]
    assert een.vorige == alle[0]


def test_one_period_is_not_compared(stand):
    with pytest.raises(StatistiekFout):
        verschilbeeld(stand, INDEX, min(perioden(stand, INDEX)))


def test_where_nobody_knows_what_chance_does_the_size_of_a_change_is_coloured_and_that_is_said(stand):
    beeld = verschilbeeld(stand, MEAN)
    alle = perioden(stand, MEAN)
    for vlak in beeld.vlakken:
        nieuw, oud = (alle[een].get(vlak.nis_code) for een in (beeld.periode, beeld.vorige))
        assert vlak.verschil == (nieuw[0] - oud[0] if nieuw and oud else None)
        assert vlak.waarde == vlak.verschil
        assert isinstance(vlak.verandering, Onbekend) == bool(nieuw and oud)
    assert beeld.naar_grootte
    assert all(regel.woord is None for regel in beeld.legende)
    [reden] = {vlak.verandering.reden for vlak in beeld.vlakken if vlak.verandering}
    assert f"meer is dan toeval, weten we niet, omdat {reden}." in beeld.noten[0]
    assert paletklasse(beeld) == "palet-zonder-richting"
    assert not verschilbeeld(stand, INDEX).naar_grootte


def test_what_was_counted_in_another_way_is_not_subtracted(stand, monkeypatch):
    breuk = {"vanaf": verschilbeeld(stand, MEAN).periode.begin, "uitleg": "Een andere telling."}
    monkeypatch.setitem(achtergrond(stand).catalogus[MEAN], "breuken", [breuk])
    beeld = verschilbeeld(stand, MEAN)
    assert "anders geteld" in beeld.klassen.reden
    assert {vlak.verschil for vlak in beeld.vlakken} == {None}


def test_a_change_of_a_count_has_no_colour_and_stands_in_the_table(stand):
    beeld = verschilbeeld(stand, COUNT)
    assert isinstance(beeld.klassen, Onbekend)
    assert {vlak.klas for vlak in beeld.vlakken} == {None}
    assert sum(vlak.verschil is not None for vlak in beeld.vlakken) == len(gemeenten())
