"""Several maps with one set of shapes: everything that is referred to is there, once."""

import re

import pytest

from dashboard.figures.kaart import Kaartvlak
from dashboard.figures.kaartdeling import TWEEDE, gedeelde_vormen, kaart_met_gedeelde_vormen
from dashboard.figures.vormen import tegelvormen

VORMEN = tegelvormen()
VLAKKEN = [Kaartvlak(nis, f"k{nummer % 3}", f"Gemeente & {nis}") for nummer, nis in enumerate(VORMEN.paden)]


def drawn(vlakken=VLAKKEN):
    return kaart_met_gedeelde_vormen(vlakken, VORMEN, 270, "Een kaart", "Met een tabel.", palet="palet-kaart")


def test_what_a_map_refers_to_is_there_once():
    ids = re.findall(r' id="([^"]+)"', gedeelde_vormen(VORMEN, "palet-kaart", "palet-lager-gunstig"))
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', drawn())) <= set(ids)
    assert {f"{TWEEDE}-arcering-6", "kaart-arcering-6"} <= set(ids)


def test_every_municipality_stands_in_the_group_of_its_class():
    groepen = re.findall(r'<g class="(k\d)">(.*?)</g>', drawn())
    gevonden = {nis: klas for klas, inhoud in groepen for nis in re.findall(r"#v(\d{5})", inhoud)}
    assert gevonden == {vlak.nis_code: vlak.klas for vlak in VLAKKEN}


def test_a_name_is_written_where_there_is_one():
    assert f"<title>Gemeente &amp; {VLAKKEN[0].nis_code}</title>" in drawn()
    zonder = drawn([Kaartvlak(vlak.nis_code, vlak.klas, "") for vlak in VLAKKEN])
    assert zonder.count("<title>") == 1  # of the map itself


@pytest.mark.parametrize("kaarten", [12])
def test_a_dozen_small_maps_are_light(kaarten):
    zonder = drawn([Kaartvlak(vlak.nis_code, vlak.klas, "") for vlak in VLAKKEN])
    assert len(gedeelde_vormen(VORMEN, "palet-kaart")) + kaarten * len(zonder) < 150_000
