"""All municipalities of one indicator: the same words as on their own pages, and nothing that is missing."""

from datetime import date
from itertools import product
from statistics import median

import pytest

from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.analyse import analyseer
from dashboard.omgevingsanalyse.doorsnede import (
    VLAANDEREN,
    Doorsnede,
    doorsnede,
    opvallend,
    provincies,
    rang_van,
    reeksen_van_gebieden,
)
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten
from indicators.model import Soort
from indicators.statistics import Aggregaat, Onbekend, Oordeel, Periode, Positie, wilson
from tests.dashboard.warehouse_example import BEVER, GENT, HERSTAPPE, RONSE

INDEX = "kansarmoede_index"


def test_the_newest_period_is_shown_unless_another_is_asked_for(stand: Stand) -> None:
    nu, toen = Periode(date(2022, 1, 1), date(2024, 12, 31)), Periode(date(2019, 1, 1), date(2021, 12, 31))
    assert doorsnede(stand, INDEX).periode == nu
    assert doorsnede(stand, INDEX).perioden == (toen, nu)
    vroeger = doorsnede(stand, INDEX, toen)
    assert vroeger.plekken[RONSE].waarde == 20.0
    assert vroeger.vlaanderen == Aggregaat(13.0, "gepubliceerd", None, 3)


def test_a_municipality_without_a_figure_has_a_reason_and_no_place(stand: Stand) -> None:
    snede = doorsnede(stand, INDEX)
    for nis in (BEVER, HERSTAPPE):
        plek = snede.plekken[nis]
        assert (plek.waarde, plek.meting, plek.kwantiel) == (None, None, None)
        assert plek.reden in ("leeg_bij_bron", "niet_in_levering")
        assert isinstance(plek.interval, Onbekend) and isinstance(plek.oordeel, Onbekend)
    assert [plek.gemeente.nis_code for plek in snede.bekend] == [*_named("Bilzen-Hoeselt"), GENT, RONSE]


def _named(naam: str) -> list[str]:
    return [nis for nis, gemeente in gemeenten().items() if gemeente.naam == naam]


def test_an_unknown_indicator_is_an_error(stand: Stand) -> None:
    with pytest.raises(KeyError):
        doorsnede(stand, "bestaat_niet")


@pytest.mark.parametrize("welke", ["demo", pytest.param("real", marks=pytest.mark.real)])
def test_a_figure_is_the_same_here_and_on_the_page_of_its_municipality(
    welke: str, request: pytest.FixtureRequest
) -> None:
    stand = request.getfixturevalue(welke).snapshot()
    analyses = {nis: analyseer(stand, nis) for nis in (RONSE, GENT, HERSTAPPE, *_named("Tongeren-Borgloon"))}
    for indicator in achtergrond(stand).catalogus:
        snede = doorsnede(stand, indicator)
        for nis, analyse in analyses.items():
            plek, regel = snede.plekken[nis], analyse.regels[indicator]
            assert (plek.meting, plek.reden) == (regel.meting, regel.reden), (indicator, nis)
            assert plek.interval == regel.interval
            assert plek.oordeel == regel.oordeel
            if regel.kwantiel is not None:
                assert plek.kwantiel == pytest.approx(regel.kwantiel)


def test_who_has_the_figure_of_the_middle_municipality_lies_neither_above_nor_below(alle: Stand) -> None:
    gedeeld = 0
    for indicator in achtergrond(alle).catalogus:
        snede = doorsnede(alle, indicator)
        bekend = [(plek.waarde, plek.kwantiel) for plek in snede.bekend if plek.waarde is not None]
        midden = median([waarde for waarde, _ in bekend]) if bekend else None
        op = {kwantiel for waarde, kwantiel in bekend if waarde == midden}
        assert op <= {0.5}, indicator
        gedeeld += len(bekend) - len({waarde for waarde, _ in bekend}) > len(bekend) / 2
    assert gedeeld, "no indicator has a figure that many share"


def test_every_municipality_and_every_period_has_a_figure_or_a_reason(alle: Stand) -> None:
    for indicator in achtergrond(alle).catalogus:
        perioden = doorsnede(alle, indicator).perioden
        for periode in (perioden[0], perioden[-1]) if perioden else (None,):
            plekken = doorsnede(alle, indicator, periode).plekken
            assert set(plekken) == set(gemeenten())
            assert all((plek.meting is None) == (plek.reden is not None) for plek in plekken.values())


def test_verdicts_follow_from_interval_and_flanders(alle: Stand) -> None:
    snede = doorsnede(alle, "arop")
    assert isinstance(snede.vlaanderen, Aggregaat)
    for plek in snede.bekend:
        assert plek.meting and plek.meting.noemer and plek.waarde is not None
        grenzen = wilson(plek.waarde / 100, plek.meting.noemer)
        assert isinstance(plek.oordeel, Oordeel)
        if 100 * grenzen.laag > snede.vlaanderen.waarde:
            assert plek.oordeel == Oordeel(Positie.HOGER, "ongunstiger")
        elif 100 * grenzen.hoog < snede.vlaanderen.waarde:
            assert plek.oordeel == Oordeel(Positie.LAGER, "gunstiger")
        else:
            assert plek.oordeel == Oordeel(Positie.NIET_TE_ONDERSCHEIDEN, None)


@pytest.mark.parametrize("indicator", ["bevolking", "woonquote", "adi_mediaan", "bevolkingsdichtheid"])
def test_without_denominators_nobody_stands_out_and_nobody_has_a_rank(alle: Stand, indicator: str) -> None:
    snede = doorsnede(alle, indicator)
    assert isinstance(opvallend(snede), Onbekend)
    assert isinstance(rang_van(snede, RONSE), Onbekend)


def test_counts_are_compared_with_nothing(alle: Stand) -> None:
    snede = doorsnede(alle, "bevolking")
    assert snede.soort is Soort.AANTAL
    assert isinstance(snede.vlaanderen, Onbekend)
    assert not [plek for plek in snede.bekend if not isinstance(plek.oordeel, Onbekend)]
    assert reeksen_van_gebieden(alle, "bevolking") == {}


def test_a_rank_has_places_around_it(alle: Stand) -> None:
    snede = doorsnede(alle, "arop")
    rang = rang_van(snede, RONSE)
    assert not isinstance(rang, Onbekend)
    hoger = [een for een in snede.bekend if een.waarde is not None and een.waarde > _value(snede, RONSE)]
    assert rang.plaats == 1 + len(hoger)
    assert rang.laag <= rang.plaats <= rang.hoog <= rang.aantal == len(snede.bekend)


def _value(snede: Doorsnede, nis: str) -> float:
    waarde = snede.plekken[nis].waarde
    assert waarde is not None
    return waarde


def test_the_funnel_holds_who_has_a_denominator(alle: Stand) -> None:
    snede = doorsnede(alle, INDEX)
    beeld = opvallend(snede)
    assert not isinstance(beeld, Onbekend)
    assert set(beeld.delen) == {plek.gemeente.nis_code for plek in snede.bekend}
    assert 0 < len(beeld.buiten) < len(beeld.delen) / 10


def test_the_provinces_divide_the_municipalities(alle: Stand) -> None:
    leden = [nis for codes in provincies().values() for nis in codes]
    assert sorted(leden) == sorted(gemeenten())
    assert len(provincies()) == 5


@pytest.mark.parametrize("indicator", ["arop", "fiscaal_inkomen_per_inwoner"])
def test_a_province_is_the_weighted_mean_of_its_municipalities(alle: Stand, indicator: str) -> None:
    reeksen = reeksen_van_gebieden(alle, indicator)
    assert list(reeksen) == [VLAANDEREN, *provincies()]
    rijen = alle.waarden(indicator)
    for (naam, codes), plaats in product(provincies().items(), (0, -1)):
        periode, gevonden = reeksen[naam][plaats]
        delen = [rij for rij in rijen if rij["nis_code"] in codes and rij["periode_einde"] == periode.einde]
        totaal = sum(rij["noemer"] for rij in delen if rij["waarde"] is not None)
        som = sum(rij["waarde"] * rij["noemer"] for rij in delen if rij["waarde"] is not None)
        assert gevonden.soort == "gewogen"
        assert gevonden.waarde == pytest.approx(som / totaal)
