"""Tiles and boundaries: the same municipalities, with borders that are shared exactly."""

import gzip
import json
import math
import re
from collections import Counter

import pytest

from dashboard.figures.vormen import BREEDTE, geografische_vormen, tegelvormen
from dashboard.kaart.grenzen import grenzenbestand
from dashboard.kaart.vormen import als_json
from indicators.gemeenten import GEOGRAFIEEN, buren, gemeenten
from tests.dashboard.figures.paths import loops, owners, rings

HERSTAPPE, MESEN, BAARLE_HERTOG, VOEREN = "73028", "33016", "13002", "73109"
LIGHT = 120_000
VIERKANT = [[4.0, 51.0], [4.1, 51.0], [4.1, 51.1], [4.0, 51.1], [4.0, 51.0]]
GAT = [[4.02, 51.02], [4.04, 51.02], [4.04, 51.04], [4.02, 51.02]]
ERNAAST = [[4.1, 51.0], [4.3, 51.0], [4.3, 51.1], [4.1, 51.1], [4.1, 51.0]]


def feature(nis, *delen):
    soort = "Polygon" if len(delen) == 1 else "MultiPolygon"
    vorm = delen[0] if len(delen) == 1 else delen
    return {"properties": {"nis": nis}, "geometry": {"type": soort, "coordinates": vorm}}


KAART = {"features": [feature("44021", [VIERKANT, GAT]), feature("11002", [ERNAAST])]}


def test_every_municipality_has_one_tile_of_the_same_size():
    vormen = tegelvormen()
    assert set(vormen.paden) == set(gemeenten())
    maten = {
        (round(rechts - links, 0), round(onder - boven, 0))
        for links, boven, rechts, onder in vormen.kaders.values()
    }
    assert len(maten) == 1
    breed, hoog = maten.pop()
    assert hoog / breed == pytest.approx(2 / math.sqrt(3), rel=0.03)


def test_tiles_that_touch_share_a_side_exactly():
    along = Counter(len(namen) for namen in owners(tegelvormen().paden).values())
    assert set(along) == {1, 2}
    assert along[2] > 600


def test_a_tile_map_has_lines_between_the_provinces():
    vormen = tegelvormen()
    assert vormen.lijnen["provincie"] and vormen.lijnen["arrondissement"]
    assert not vormen.klein


def test_degrees_become_pixels_in_a_box_of_a_thousand_wide():
    vormen = geografische_vormen(KAART, "285")
    assert vormen.kaders["44021"][:2] == (0, 0)
    assert vormen.kaders["11002"][2] == BREEDTE
    # As high in pixels as it is on the ground: a degree up is longer than one across.
    assert vormen.hoogte == pytest.approx(BREEDTE * 0.1 / 0.3 / math.cos(math.radians(51)), abs=0.1)


def test_a_hole_stays_a_hole_and_a_border_is_the_same_on_both_sides():
    vormen = geografische_vormen(KAART, "285")
    assert len(rings(vormen.paden["44021"])) == 2
    shared = [namen for namen in owners(vormen.paden).values() if len(namen) == 2]
    assert shared == [["44021", "11002"]]
    assert vormen.lijnen["provincie"].startswith("m333.3")


def test_a_municipality_in_parts_is_pointed_at_in_its_largest():
    ver = [[4.5, 51.0], [4.501, 51.0], [4.501, 51.001], [4.5, 51.0]]
    vormen = geografische_vormen({"features": [feature("13002", [ver], [VIERKANT])]}, "285")
    assert len(rings(vormen.paden["13002"])) == 2
    assert vormen.midden["13002"][0] < 250


@pytest.fixture(scope="module")
def kaarten(real):
    """The shapes of each state, from the real boundaries."""
    stand, folder = real.snapshot(), real.link.parent
    return {
        staat: geografische_vormen(json.loads(grenzenbestand(folder, stand, staat).read_bytes()), staat)
        for staat in GEOGRAFIEEN
    }


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.parametrize("staat", GEOGRAFIEEN)
def test_borders_are_shared_and_nothing_is_open_but_brussels(kaarten, staat):
    vormen = kaarten[staat]
    assert set(vormen.paden) == set(gemeenten(staat))
    along = owners(vormen.paden)
    assert {len(namen) for namen in along.values()} == {1, 2}
    assert all(len(set(namen)) == len(namen) for namen in along.values())
    outside = [
        {along[stuk][0] for stuk in lijn} for lijn in loops(s for s, n in along.items() if len(n) == 1)
    ]
    # Flanders, Brussels in it, and Voeren; all others are the parts of Baarle-Hertog in the Netherlands.
    rest = sorted((wie for wie in outside if wie != {BAARLE_HERTOG}), key=len)
    assert rest[0] == {VOEREN}
    assert 10 <= len(rest[1]) <= 25 < len(rest[2])
    assert len(rest) == 3


@pytest.mark.real
@pytest.mark.slow
def test_neighbours_on_the_map_are_the_neighbours_that_we_know(kaarten):
    drawn = {frozenset(namen) for namen in owners(kaarten["285"].paden).values() if len(namen) == 2}
    known = {frozenset((nis, buur)) for nis in gemeenten() for buur in buren(nis)}
    assert drawn <= known
    # Hasselt and Zutendaal share some tens of metres: on the map they meet in a point.
    assert len(known - drawn) <= 2


@pytest.mark.real
@pytest.mark.slow
def test_the_smallest_can_be_hit_and_the_shapes_are_light(kaarten):
    assert {HERSTAPPE, MESEN, BAARLE_HERTOG} <= set(kaarten["285"].klein)
    for staat, vormen in kaarten.items():
        assert len(gzip.compress(als_json(f"{staat}-0", vormen))) < LIGHT
        assert not re.search(r"\d\.\d\d", "".join(vormen.paden.values()))
