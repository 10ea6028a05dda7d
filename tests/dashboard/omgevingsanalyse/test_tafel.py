"""Municipalities and areas beside each other, with the demo figures of all municipalities."""

from datetime import date

import pytest

from dashboard.omgevingsanalyse.achtergrond import achtergrond, perioden
from dashboard.omgevingsanalyse.analyse import analyseer
from dashboard.omgevingsanalyse.gebiedscijfers import (
    ANDERE_LEDEN,
    SCHOMMELT,
    Cijfer,
    breuk_tussen,
    dichtste_zonder_overlap,
    evoluties,
    gewone_perioden,
    reeks,
    van_gebied,
    verschillen,
)
from dashboard.omgevingsanalyse.tafel import ZELF, Tafel, groep_voor, indicatoren, naast_elkaar
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten.gebieden import Gebied, gebieden
from indicators.model import Levensdomein
from indicators.statistics import Interval, Onbekend, OverlappendePerioden, Periode

SLEUTELS = ("ronse", "gent", "herstappe", "tongeren-borgloon", "provincie:oost-vlaanderen", "vlaanderen")
INDEX = "kansarmoede_index"


@pytest.fixture(scope="module")
def stand(demo: Warehouse) -> Stand:
    return demo.snapshot()


@pytest.fixture(scope="module")
def gekozen() -> list[Gebied]:
    return [gebieden()[sleutel] for sleutel in SLEUTELS]


def tafel(stand: Stand, gekozen: list[Gebied], vergelijk: str) -> Tafel:
    namen = list(achtergrond(stand).catalogus)
    return naast_elkaar(stand, gekozen, groep_voor(stand, gekozen, vergelijk), namen)


@pytest.mark.parametrize("vergelijk", ["vlaanderen", "provincie", "buren", "vergelijkbaar"])
def test_a_municipality_has_the_figures_and_verdicts_of_its_own_page(
    stand: Stand, gekozen: list[Gebied], vergelijk: str
) -> None:
    analyse = analyseer(stand, gekozen[0].leden[0], vergelijk)
    for regel in tafel(stand, gekozen, vergelijk).regels:
        eigen, cel = analyse.regels[regel.indicator["indicator"]], regel.cellen[0]
        assert (cel.cijfer.meting if cel.cijfer else None) == eigen.meting
        assert regel.vergelijking == eigen.vergelijking or isinstance(eigen.vergelijking, Onbekend)
        assert cel.kwantiel == eigen.kwantiel
        if cel.cijfer:
            assert cel.cijfer.interval == eigen.interval
            assert cel.oordeel == eigen.oordeel or isinstance(eigen.oordeel, Onbekend)


def test_a_group_is_around_the_first_municipality(stand: Stand, gekozen: list[Gebied]) -> None:
    assert groep_voor(stand, gekozen[::-1], "provincie").naam == "provincie Limburg"
    assert groep_voor(stand, gekozen, "provincie").naam == "provincie Oost-Vlaanderen"


def test_an_area_is_never_held_against_itself(stand: Stand, gekozen: list[Gebied]) -> None:
    for vergelijk, plaats in (("vlaanderen", 5), ("provincie", 4)):
        oordelen = [regel.cellen[plaats].oordeel for regel in tafel(stand, gekozen, vergelijk).regels]
        assert all(isinstance(oordeel, Onbekend) for oordeel in oordelen)
        assert ZELF in oordelen


def test_what_is_missing_has_a_reason_and_no_figure(stand: Stand, gekozen: list[Gebied]) -> None:
    cellen = [cel for regel in tafel(stand, gekozen, "vlaanderen").regels for cel in regel.cellen]
    assert all((cel.cijfer is None) == (cel.reden is not None) for cel in cellen)
    assert any(cel.cijfer is None for cel in cellen)


def test_an_area_is_its_people_counted_together(stand: Stand) -> None:
    gebied, indicator = gebieden()["centrumsteden"], achtergrond(stand).catalogus["arop"]
    periode, waarden = list(perioden(stand, "arop").items())[-1]
    gevonden = van_gebied(achtergrond(stand), gebied, indicator, periode, waarden)
    mensen = armen = 0.0
    for rij in stand.waarden("arop"):
        if rij["nis_code"] in gebied.leden and rij["periode_einde"] == periode.einde:
            mensen += rij["noemer"]
            armen += rij["waarde"] * rij["noemer"] / 100
    assert isinstance(gevonden, Cijfer)
    assert gevonden.vorm == "gewogen"
    assert gevonden.meting.noemer == mensen
    assert gevonden.meting.waarde == pytest.approx(100 * armen / mensen)
    assert isinstance(gevonden.interval, Interval)


def test_the_municipality_in_the_middle_gets_no_interval(stand: Stand, gekozen: list[Gebied]) -> None:
    regels = {regel.indicator["indicator"]: regel for regel in tafel(stand, gekozen, "vlaanderen").regels}
    provincie = regels["woonquote"].cellen[4].cijfer
    assert provincie
    assert provincie.vorm == "mediaan"
    assert isinstance(provincie.interval, Onbekend)


def test_a_count_is_added_up_only_when_nobody_is_missing(stand: Stand) -> None:
    provincie, indicator = gebieden()["provincie:limburg"], achtergrond(stand).catalogus["bevolking"]
    periode, waarden = list(perioden(stand, "bevolking").items())[-1]
    achter = achtergrond(stand)
    heel = van_gebied(achter, provincie, indicator, periode, waarden)
    assert isinstance(heel, Cijfer)
    assert heel.meting.waarde == sum(waarden[nis][0] for nis in provincie.leden)
    zonder = {nis: een for nis, een in waarden.items() if nis != provincie.leden[0]}
    deel = van_gebied(achter, provincie, indicator, periode, zonder)
    assert isinstance(deel, Onbekend)
    assert "niet elke gemeente" in deel.reden


def test_rows_are_few_for_all_domains_and_all_for_one(stand: Stand) -> None:
    catalogus = achtergrond(stand).catalogus
    assert {naam for naam, rij in catalogus.items() if rij["kern"]} == set(indicatoren(stand, None))
    wonen = indicatoren(stand, Levensdomein.WONEN)
    assert {naam for naam, rij in catalogus.items() if rij["levensdomein"] == "wonen"} == set(wonen)
    kern = [catalogus[naam]["kern"] for naam in wonen]
    assert kern == sorted(kern, reverse=True)


def test_a_series_ends_with_the_newest_figure(stand: Stand, gekozen: list[Gebied]) -> None:
    indicator = achtergrond(stand).catalogus[INDEX]
    nieuwste = {een.indicator["indicator"]: een for een in tafel(stand, gekozen, "vlaanderen").regels}[INDEX]
    for gebied, cel in zip(gekozen, nieuwste.cellen, strict=True):
        gevonden = reeks(stand, gebied, indicator)
        if cel.cijfer:
            assert gevonden[-1][1].meting.waarde == cel.cijfer.meting.waarde
        else:
            assert nieuwste.periode not in dict(gevonden)


def test_a_count_stands_beside_nothing(stand: Stand, gekozen: list[Gebied]) -> None:
    samen = groep_voor(stand, gekozen, "vlaanderen")
    assert not evoluties(stand, gekozen, samen, achtergrond(stand).catalogus["bevolking"]).tegenover
    assert evoluties(stand, gekozen, samen, achtergrond(stand).catalogus[INDEX]).tegenover


def test_a_change_is_that_of_the_page_of_the_municipality(stand: Stand, gekozen: list[Gebied]) -> None:
    indicator = achtergrond(stand).catalogus[INDEX]
    gewoon = gewone_perioden(list(perioden(stand, INDEX)))
    assert gewoon
    ronse, gent, *_ = verschillen(stand, gekozen, indicator, *gewoon)
    assert ronse.uitkomst == analyseer(stand, gekozen[0].leden[0]).regels[INDEX].verandering
    assert gent.uitkomst == analyseer(stand, gekozen[1].leden[0]).regels[INDEX].verandering


def test_of_a_whole_area_nobody_knows_how_it_moves(stand: Stand, gekozen: list[Gebied]) -> None:
    gewoon = gewone_perioden(list(perioden(stand, INDEX)))
    assert gewoon
    alle = verschillen(stand, gekozen, achtergrond(stand).catalogus[INDEX], *gewoon)
    assert [een.uitkomst for een in alle[4:]] == [SCHOMMELT, SCHOMMELT]


@pytest.mark.real
def test_an_area_is_not_held_against_a_part_of_itself(real: Warehouse) -> None:
    stand = real.snapshot()
    toen, nu = (Periode(date(jaar, 1, 1), date(jaar, 1, 1)) for jaar in (2024, 2025))
    indicator = achtergrond(stand).catalogus["bevolkingsdichtheid"]
    provincie = gebieden()["provincie:antwerpen"]  # the city has no figure of 2024: it merged in 2025
    (gevonden,) = verschillen(stand, [provincie], indicator, nu, toen)
    assert (gevonden.oud, gevonden.uitkomst) == (None, ANDERE_LEDEN)
    assert nu in dict(reeks(stand, provincie, indicator))
    assert toen not in dict(reeks(stand, provincie, indicator))


def test_windows_that_overlap_are_refused_for_every_area(stand: Stand, gekozen: list[Gebied]) -> None:
    *_, vorig, nieuw = perioden(stand, INDEX)
    with pytest.raises(OverlappendePerioden):
        verschillen(stand, gekozen, achtergrond(stand).catalogus[INDEX], nieuw, vorig)


def test_the_nearest_period_that_shares_no_day_is_proposed(stand: Stand) -> None:
    alle = list(perioden(stand, INDEX))
    nieuw, vorig, eerste = alle[-1], alle[-2], alle[0]
    gevonden = dichtste_zonder_overlap(alle, nieuw, vorig)
    assert gevonden
    assert gevonden.einde.year == nieuw.einde.year - 3
    assert dichtste_zonder_overlap(alle, nieuw, eerste) == eerste
    assert dichtste_zonder_overlap(alle, eerste, eerste) is None


def test_a_break_between_two_periods_is_seen() -> None:
    oud, nieuw = (Periode(date(jaar, 1, 1), date(jaar, 12, 31)) for jaar in (2019, 2022))
    breuk = {"vanaf": date(2021, 1, 1), "uitleg": "Anders gevraagd."}
    assert breuk_tussen({"breuken": [breuk]}, nieuw, oud) == breuk
    assert breuk_tussen({"breuken": [{**breuk, "vanaf": date(2019, 1, 1)}]}, nieuw, oud) is None
    assert breuk_tussen({"breuken": None}, nieuw, oud) is None
