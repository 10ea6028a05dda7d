"""The drawing of a map: a class per shape, something to hit, and names that do not touch."""

import re
from itertools import combinations

import pytest

from dashboard.figures.assen import text_width
from dashboard.figures.kaart import DOEL, LIJNEN, NAAM, STIP, WIT, Kaartvlak, kaart, uitsnede
from dashboard.figures.vormen import Vormen, tegelvormen
from dashboard.shell import ASSETS
from indicators.gemeenten import gemeenten
from indicators.gemeenten.gebieden import gebieden

LIMBURG = gebieden()["provincie:limburg"].leden
VORMEN = Vormen(
    hoogte=100,
    paden={
        "45041": "m0 0l500 0 0 100-500 0z",
        "44021": "m500 0l500 0 0 100-500 0z",
        "73028": "m5 5l2 0 0 2z",
    },
    midden={"45041": (250, 50), "44021": (750, 50), "73028": (6, 6)},
    kaders={"45041": (0, 0, 500, 100), "44021": (500, 0, 1000, 100), "73028": (5, 5, 7, 7)},
    klein=("73028",),
    lijnen={"provincie": "m500 0l0 100", "arrondissement": ""},
)
VLAKKEN = (
    Kaartvlak("45041", "k3 onzeker", "Ronse: 14,0 %"),
    Kaartvlak("44021", "zonder-ontbreekt", "Gent: geen cijfer, omdat de bron het niet <publiceert>"),
    Kaartvlak("73028", "k0", "Herstappe: 2,0 %"),
)


def draw(vlakken=VLAKKEN, vormen=VORMEN, breedte=760, **anders):
    return kaart(vlakken, vormen, breedte, "titel", "woorden", **anders)


def alle_tegels():
    return [Kaartvlak(nis, "k2", een.naam) for nis, een in gemeenten().items()]


def test_every_municipality_has_a_shape_with_its_class_and_its_words():
    svg = draw()
    assert (
        '<path class="k3 onzeker" data-nis="45041" d="m0 0l500 0 0 100-500 0z"><title>Ronse: 14,0 %</title>'
        in svg
    )
    assert "omdat de bron het niet &lt;publiceert&gt;" in svg
    assert len(re.findall(r'<path class="[^"]+" data-nis=', draw(alle_tegels(), tegelvormen()))) == 285


@pytest.mark.parametrize("breedte", [350, 760, 1500])
def test_a_small_area_can_be_hit_at_every_size(breedte):
    svg = draw(breedte=breedte)
    straal = float(re.search(r'r="([\d.]+)" data-nis="73028"', svg)[1])
    assert straal * breedte / 1000 == pytest.approx(DOEL, rel=0.02)
    assert 2 * DOEL >= 24


def test_lines_keep_their_width_when_an_area_is_shown_large():
    heel, deel = draw(alle_tegels(), tegelvormen()), draw(alle_tegels(), tegelvormen(), gebied=LIMBURG)

    def width(svg):
        schaal = float(re.search(r"matrix\(([\d.]+)", svg)[1])
        return schaal * float(re.search(r'class="kaart-provincie" stroke-width="([\d.]+)"', svg)[1])

    assert width(heel) == pytest.approx(width(deel), rel=0.15)


def test_on_the_page_where_lines_do_not_scale_they_are_as_wide():
    css = (ASSETS / "29-kaartpagina.css").read_text("utf-8")
    for naam, breed in {"vlakken": WIT, **LIJNEN}.items():
        rule = rf"\.kaart-doek [^{{]*\.kaart-{naam}\b[^{{]*{{ stroke-width: {breed:g}px; }}"
        assert re.search(rule, css), naam


def test_an_area_fills_the_drawing():
    vormen = tegelvormen()
    deel = uitsnede(vormen, LIMBURG, 760)
    for nis in LIMBURG:
        x, y = deel.punt(*vormen.midden[nis])
        assert 0 < x < 760
        assert 0 < y < deel.hoogte
    assert deel.schaal > 2 * uitsnede(vormen, (), 760).schaal


def test_names_do_not_touch_and_the_first_is_always_there():
    vormen = tegelvormen()
    namen = {nis: een.naam for nis, een in gemeenten().items()}
    svg = draw(alle_tegels(), vormen, namen=namen)
    gezet = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" class="kaart-naam"[^>]*>([^<]+)<', svg)
    assert 20 < len(gezet) < 200
    assert gezet[0][2] == next(iter(namen.values()))
    vakken = [(float(x), float(y), 1.1 * text_width(naam, NAAM) / 2) for x, y, naam in gezet]
    for (x1, y1, half1), (x2, y2, half2) in combinations(vakken, 2):
        assert abs(x1 - x2) >= half1 + half2 - 0.2 or abs(y1 - y2) >= NAAM


def test_a_disc_says_how_much_by_its_surface_and_a_large_one_hides_none():
    svg = draw(stippen={"45041": 100.0, "44021": 400.0, "73028": 0.0})
    stralen = [
        float(r) for r in re.findall(r'<circle cx="[\d.]+" cy="[\d.]+" r="([\d.]+)" data-nis', svg)[1:]
    ]
    assert stralen == [STIP, STIP / 2]


def test_the_words_of_the_drawing_are_escaped():
    assert "<title>a &lt; b</title>" in kaart(VLAKKEN, VORMEN, 400, "a < b", "")
