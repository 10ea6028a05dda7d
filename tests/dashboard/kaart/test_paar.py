"""Which two maps stand beside each other, and which may not."""

from collections import Counter
from datetime import date

import pytest

from dashboard.components.kaartadres import BIVARIAAT, NAAST, Kaartadres
from dashboard.errors import Onbegrepen
from dashboard.kaart.paar import derden, gewoon, kaartpaar, voorstel
from dashboard.kaart.vraag import kies
from dashboard.warehouse import Stand, Warehouse
from indicators.statistics import Onbekend


@pytest.fixture
def stand(demo: Warehouse) -> Stand:
    return demo.snapshot()


def paar(stand: Stand, **vraag: str):
    return kaartpaar(stand, kies(stand, Kaartadres(**vraag)))


def test_side_by_side_stands_the_newest_period_without_overlap(stand: Stand) -> None:
    gevonden = paar(stand, vorm=NAAST)
    assert gevonden.zelfde
    assert gevonden.tweede.periode.einde < gevonden.eerste.periode.begin


def test_one_drawing_holds_two_indicators(stand: Stand) -> None:
    assert paar(stand, vorm=BIVARIAAT).tweede.indicator["indicator"] == "arop"
    assert paar(stand, vorm=BIVARIAAT, indicator="arop").tweede.indicator["indicator"] == "kansarmoede_index"


def test_periods_that_share_years_are_refused_with_another(stand: Stand) -> None:
    adres = Kaartadres("/kaart", vorm=NAAST, naast="kansarmoede_index", periode2="2023-12-31")
    keuze = kies(stand, adres)
    with pytest.raises(Onbegrepen, match="tellen voor een deel dezelfde mensen"):
        kaartpaar(stand, keuze)
    gevonden = voorstel(stand, keuze)
    assert gevonden is not None
    assert "periode2=2021-12-31" in gevonden[0] and gevonden[1].einde == date(2021, 12, 31)
    kaartpaar(stand, kies(stand, Kaartadres(vorm=NAAST, periode2="2021-12-31")))


def test_an_unknown_second_indicator_is_said(stand: Stand) -> None:
    with pytest.raises(Onbegrepen, match="kennen we niet"):
        paar(stand, vorm=NAAST, naast="bestaat_niet")


def test_the_thirds_count_every_municipality_with_both_figures(stand: Stand) -> None:
    gevonden = paar(stand, vorm=BIVARIAAT)
    eerste, tweede = (
        {vlak.nis_code: vlak.meting.waarde for vlak in beeld.vlakken if vlak.meting}
        for beeld in (gevonden.eerste, gevonden.tweede)
    )
    uitkomst = derden(gevonden)
    assert not isinstance(uitkomst, Onbekend)
    assert set(uitkomst.vakken) == eerste.keys() & tweede.keys()
    per_derde = Counter(vak[0] for vak in uitkomst.vakken.values())
    assert all(abs(aantal - len(uitkomst.vakken) / 3) <= 3 for aantal in per_derde.values())


def test_a_count_has_no_thirds(stand: Stand) -> None:
    assert isinstance(derden(paar(stand, vorm=BIVARIAAT, naast="bevolking")), Onbekend)


def test_in_one_drawing_verdicts_are_no_values(stand: Stand) -> None:
    keuze = gewoon(kies(stand, Kaartadres(vorm=BIVARIAAT, indeling="verschil", waarde="gekrompen")))
    gevonden = kaartpaar(stand, keuze)
    assert all(vlak.waarde == vlak.meting.waarde for vlak in gevonden.eerste.vlakken if vlak.meting)
