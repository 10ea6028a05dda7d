"""Small maps on one legend."""

from datetime import date
from itertools import pairwise

import pytest

from dashboard.components.kaartadres import VEELVOUD, Kaartadres
from dashboard.errors import Onbegrepen
from dashboard.kaart.reeks import HOOGSTENS, OVERGESLAGEN, kaartreeks, losse_perioden
from dashboard.kaart.vraag import kies
from dashboard.warehouse import Stand, Warehouse
from indicators.statistics import Periode

CRITERIA = "kansarmoede_arbeid,kansarmoede_inkomen,kansarmoede_gezondheid"


@pytest.fixture
def stand(demo: Warehouse) -> Stand:
    return demo.snapshot()


def reeks(stand: Stand, **vraag: str):
    return kaartreeks(stand, kies(stand, Kaartadres(vorm=VEELVOUD, **vraag)))


def venster(jaar: int, jaren: int) -> Periode:
    return Periode(date(jaar - jaren + 1, 1, 1), date(jaar, 12, 31))


def test_windows_that_share_years_are_left_out_from_the_newest_back() -> None:
    alle = [venster(jaar, 3) for jaar in range(2010, 2025)]
    assert [een.einde.year for een in losse_perioden(alle, None)] == [2012, 2015, 2018, 2021, 2024]
    assert [een.einde.year for een in losse_perioden(alle, alle[-2])] == [2011, 2014, 2017, 2020, 2023]
    assert len(losse_perioden([venster(jaar, 1) for jaar in range(2000, 2025)], None)) == HOOGSTENS
    assert losse_perioden([], None) == []


def test_the_periods_of_one_indicator_have_the_same_classes(stand: Stand) -> None:
    gevonden = reeks(stand)
    assert gevonden.per_periode and len(gevonden.beelden) > 2
    assert all(not een.periode.overlapt(ander.periode) for een, ander in pairwise(gevonden.beelden))
    assert len({beeld.klassen.grenzen for beeld in gevonden.beelden}) == 1
    assert OVERGESLAGEN in gevonden.noten


def test_indicators_get_classes_of_all_their_values(stand: Stand) -> None:
    gevonden = reeks(stand, indicatoren=CRITERIA)
    assert [beeld.indicator["indicator"] for beeld in gevonden.beelden] == CRITERIA.split(",")
    waarden = [vlak.waarde for beeld in gevonden.beelden for vlak in beeld.vlakken if vlak.waarde is not None]
    for beeld in gevonden.beelden:
        assert (beeld.klassen.minimum, beeld.klassen.maximum) == (min(waarden), max(waarden))
        for vlak in beeld.vlakken:
            assert vlak.klas == (None if vlak.waarde is None else beeld.klassen.van(vlak.waarde))


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"indicatoren": "arop,kansarmoede_arbeid"}, "niet dezelfde eenheid"),
        ({"indicatoren": "arop,bevolking"}, "een aantal"),
        ({"indicatoren": "arop,bestaat_niet"}, "kennen we niet"),
        ({"indicator": "bevolking"}, "een aantal"),
    ],
)
def test_what_cannot_be_on_one_legend_is_said(stand: Stand, vraag: dict[str, str], zin: str) -> None:
    with pytest.raises(Onbegrepen, match=zin):
        reeks(stand, **vraag)
