"""What is said about a map."""

from datetime import date

import pytest

from dashboard.components.duiding import NIET_GEKEND, met_teken
from dashboard.components.kaartfiguur import namen, vlakklassen
from dashboard.components.kaartlegende import legende
from dashboard.components.kaartwoorden import ZONDER, bevinding, klastekst, kop, leeswijzer, vlaktekst
from dashboard.figures.kaartpatronen import TEKENS
from dashboard.kaart.beeld import GEKROMPEN, kaartbeeld
from dashboard.kaart.data import ZONDER as LETTERS
from dashboard.kaart.verschil import verschilbeeld
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten.groepen import leden_per_gebied
from indicators.statistics import Periode

INDEX, SURVEY = "kansarmoede_index", "woonquote"
DRIE_JAAR = Periode(date(2022, 1, 1), date(2024, 12, 31))


@pytest.fixture(scope="module")
def stand(demo: Warehouse) -> Stand:
    return demo.snapshot()


def van(beeld, naam):
    return next(vlak for vlak in beeld.vlakken if vlak.naam == naam)


def test_the_title_names_measure_period_and_area(stand):
    beeld = kaartbeeld(stand, INDEX, DRIE_JAAR, gebied="provincie:limburg")
    assert kop(beeld) == "Kansarmoede-index, 2022–2024, provincie Limburg"
    assert kop(verschilbeeld(stand, INDEX)) == (
        "Kansarmoede-index: wat is er veranderd? 2022–2024 tegenover 2019–2021, Vlaanderen"
    )


def test_classes_are_written_with_their_unit_once(stand):
    beeld = kaartbeeld(stand, INDEX, indeling="rond")
    assert [klastekst(beeld, regel) for regel in beeld.legende][:2] == ["0,0–10,0\u202f%", "10,0–20,0\u202f%"]
    euro = kaartbeeld(stand, "fiscaal_inkomen_per_inwoner", indeling="rond")
    assert klastekst(euro, euro.legende[0]).count("€") == 2
    klassen = kaartbeeld(stand, INDEX, indeling="kansarmoede")
    assert klastekst(klassen, klassen.legende[0]) == "lager dan 5\u202f%"


def test_a_distance_has_its_word_and_never_lies_outside_the_figures(stand):
    beeld = kaartbeeld(stand, INDEX, indeling="afstand")
    teksten = [klastekst(beeld, regel) for regel in beeld.legende]
    assert all("het gemiddelde (" in tekst for tekst in teksten)
    assert beeld.legende[0].van == min(beeld.waarden) >= 0


def test_verdicts_name_the_comparator(stand):
    beeld = kaartbeeld(stand, INDEX, indeling="verschil", tegen="provincie:limburg")
    assert [klastekst(beeld, regel) for regel in beeld.legende] == [
        "lager dan de provincie Limburg",
        "niet te onderscheiden van de provincie Limburg",
        "hoger dan de provincie Limburg",
    ]


def test_a_municipality_is_told_in_one_line(stand):
    gezegd = vlaktekst(kaartbeeld(stand, INDEX), van(kaartbeeld(stand, INDEX), "Gent"))
    assert gezegd.startswith("Gent: ")
    assert "onzeker: tussen" in gezegd
    assert gezegd.endswith("Vlaanderen")
    bijgesteld = kaartbeeld(stand, INDEX, waarde=GEKROMPEN)
    assert "bijgesteld" in vlaktekst(bijgesteld, van(bijgesteld, "Gent"))
    veranderd = verschilbeeld(stand, INDEX)
    assert "procentpunt: " in vlaktekst(veranderd, van(veranderd, "Gent"))


def test_without_a_figure_the_reason_is_told(stand):
    beeld = kaartbeeld(stand, INDEX)
    leeg = [vlak for vlak in beeld.vlakken if vlak.reden]
    assert leeg
    assert all(": geen cijfer, omdat " in vlaktekst(beeld, vlak) for vlak in leeg)
    assert all(vlakklassen(vlak, (), telt=False) == f"zonder-{vlak.zonder}" for vlak in leeg)


def test_every_reason_has_a_word_a_sign_and_a_letter():
    assert set(ZONDER) == set(TEKENS) == set(LETTERS)


def test_the_finding_counts_whom_the_map_shows(stand):
    beeld = kaartbeeld(stand, INDEX, indeling="verschil")
    assert bevinding(beeld).endswith("hoger dan Vlaanderen.")
    waarden = [vlak.meting.waarde for vlak in beeld.vlakken if vlak.meting]
    gewoon = bevinding(kaartbeeld(stand, INDEX))
    assert f"het hoogste {max(waarden):.1f}".replace(".", ",") in gewoon


def test_the_reader_is_told_what_the_colours_rest_on(stand):
    assert any("alle periodes samen" in zin for zin in leeswijzer(kaartbeeld(stand, INDEX)))
    assert any("in deze periode" in zin for zin in leeswijzer(kaartbeeld(stand, INDEX, vast=False)))
    assert any("hoe onzeker" in zin for zin in leeswijzer(kaartbeeld(stand, SURVEY)))
    assert any("anders geteld" in zin for zin in leeswijzer(kaartbeeld(stand, "arop")))
    assert "Hoe groter de schijf, hoe groter het aantal." in leeswijzer(kaartbeeld(stand, "bevolking"))


def test_the_legend_holds_only_what_is_on_the_map(stand):
    heel, klein = kaartbeeld(stand, INDEX), kaartbeeld(stand, INDEX, gebied="eigen:gent+antwerpen")
    assert legende(stand, klein).count("kaart-staal k") == len({vlak.klas for vlak in klein.getoond})
    assert legende(stand, heel).count("kaart-staal k") > len(heel.legende) - 1
    assert "kaart-schijf" not in legende(stand, heel)
    assert legende(stand, heel, stippen=True).count("kaart-schijf") == 3
    assert "inwoners" in legende(stand, kaartbeeld(stand, "bevolking"))


def test_flanders_names_its_cities_and_an_area_everybody(stand):
    steden = leden_per_gebied()["centrumstad", "centrumsteden"]
    assert set(namen(stand, kaartbeeld(stand, INDEX))) == set(steden)
    limburg = kaartbeeld(stand, INDEX, gebied="provincie:limburg")
    assert next(iter(namen(stand, limburg).values())) == "Hasselt"
    assert len(namen(stand, limburg)) == len(limburg.getoond)


@pytest.mark.parametrize(
    ("eenheid", "decimalen", "verschil", "geschreven"),
    [
        ("%", 0, 1.25, "+1,2 procentpunt"),
        ("%", 1, -0.04, "0,0 procentpunt"),
        ("euro", 0, -0.4, "€\u202f0"),
        ("euro", 0, 350.0, "+€\u202f350"),
        ("inwoners", 0, -43.0, "−43 inwoners"),
    ],
)
def test_a_change_has_a_sign_and_the_unit_of_the_figure(eenheid, decimalen, verschil, geschreven):
    assert met_teken({"eenheid": eenheid, "decimalen": decimalen}, verschil) == geschreven


def test_the_size_of_a_change_says_that_it_may_be_chance(stand):
    beeld = verschilbeeld(stand, "fiscaal_inkomen_per_inwoner")
    assert leeswijzer(beeld)[0].startswith("De kleur zegt alleen hoe groot het verschil is.")
    assert bevinding(beeld).startswith("Het verschil loopt van ")
    for vlak in beeld.vlakken:
        if vlak.verschil is not None:
            assert vlaktekst(beeld, vlak).endswith(
                f"{met_teken(beeld.indicator, vlak.verschil)}: {NIET_GEKEND}"
            )
    teksten = [klastekst(beeld, regel) for regel in beeld.legende]
    assert all(" tot " in een or een == "geen verschil" for een in teksten)
    assert len(set(teksten)) == len(teksten)
