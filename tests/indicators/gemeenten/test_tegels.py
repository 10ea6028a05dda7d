"""The tile map keeps neighbours, provinces and places; how well is counted here from the file itself."""

from itertools import combinations
from math import dist, hypot, sqrt
from pathlib import Path

import pytest

from indicators.gemeenten import buren, gemeenten, lidmaatschappen
from indicators.gemeenten.tegelbord import MIDDENS, RAND, Bord
from indicators.gemeenten.tegels import tegels
from indicators.gemeenten.tegels_zoeken import zwaartepunt

VOEREN = "73109"
GRENZEN = Path(__file__).parents[4] / "shared/data/gebieden/shapefiles/gemeente.shp"


def touching() -> set[frozenset[str]]:
    """Pairs of tiles with a common side: their centres lie one tile width apart."""
    pairs = combinations(tegels().values(), 2)
    return {
        frozenset((a.nis_code, b.nis_code)) for a, b in pairs if abs(hypot(a.x - b.x, a.y - b.y) - 1) < 1e-6
    }


def bordering() -> set[frozenset[str]]:
    return {frozenset((nis, buur)) for nis in gemeenten() for buur in buren(nis)}


def reached(start: str, within: set[str]) -> set[str]:
    """Tiles that can be walked to from `start` over common sides, without leaving `within`."""
    sides, found, fresh = touching(), {start}, {start}
    while fresh:
        fresh = {nis for nis in within - found if any(frozenset((nis, other)) in sides for other in fresh)}
        found |= fresh
    return found


def provinces() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for lid in lidmaatschappen():
        if lid.niveau == "provincie" and lid.geldig_tot is None:
            found.setdefault(lid.groep_naam, set()).add(lid.nis_code)
    return found


def test_every_municipality_has_a_place_of_its_own():
    assert tegels().keys() == gemeenten().keys()
    assert len({(tegel.q, tegel.r) for tegel in tegels().values()}) == 285


def test_four_borders_in_five_are_kept():
    assert len(bordering()) == 754
    assert len(touching() & bordering()) / len(bordering()) >= 0.80


def test_at_most_one_in_five_touching_tiles_shares_no_border():
    assert len(touching() - bordering()) / len(touching()) <= 0.20


@pytest.mark.parametrize("provincie", sorted(provinces()))
def test_a_province_is_one_piece(provincie):
    within = provinces()[provincie] - {VOEREN}
    assert reached(min(within), within) == within


def test_flanders_is_one_piece_and_voeren_lies_apart_beside_limburg():
    others = set(tegels()) - {VOEREN}
    assert reached("44021", set(tegels())) == others
    voeren = tegels()[VOEREN]
    nearest = min(others, key=lambda nis: dist(place(voeren), place(tegels()[nis])))
    assert nearest in provinces()["Limburg"]
    assert dist(place(voeren), place(tegels()[nearest])) < 5
    assert voeren.x > max(tegels()[nis].x for nis in ("73111", "71016"))


def test_the_compass_holds():
    """De Panne in the west, Essen in the north, Dilsen-Stokkem in the east, Halle in the south."""
    west, north, east, south = (tegels()[nis] for nis in ("38008", "11016", "72041", "23027"))
    assert west.x < south.x < east.x
    assert north.y < west.y < south.y


@pytest.mark.real
@pytest.mark.skipif(not GRENZEN.exists(), reason="the boundaries (../shared/data) are not there")
def test_a_tile_lies_on_average_within_a_tile_of_the_true_place():
    """After the uniform scale and the translation that fit the centres of gravity best (least squares)."""
    geopandas = pytest.importorskip("geopandas")
    areas = geopandas.read_file(GRENZEN).to_crs(31370)
    areas = areas[areas["geoitem"].astype(str).isin(gemeenten())]
    centres = areas.geometry.centroid
    true = {str(nis): (c.x, -c.y) for nis, c in zip(areas["geoitem"], centres, strict=True)}
    assert true.keys() == tegels().keys()
    codes = sorted(true)
    here = centred([true[nis] for nis in codes])
    there = centred([place(tegels()[nis]) for nis in codes])
    scale = sum(a * c + b * d for (a, b), (c, d) in zip(here, there, strict=True))
    scale /= sum(a * a + b * b for a, b in here)
    shifts = [dist((scale * a, scale * b), point) for (a, b), point in zip(here, there, strict=True)]
    assert sum(shifts) / 285 <= 1
    assert max(shifts) < 3


def place(tegel) -> tuple[float, float]:
    return tegel.x, tegel.y


def centred(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    x, y = (sum(point[i] for point in points) / len(points) for i in (0, 1))
    return [(a - x, b - y) for a, b in points]


def test_the_centre_of_gravity_leaves_out_a_hole():
    square = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
    hole = [[2, 0], [2, 4], [4, 4], [4, 0], [2, 0]]
    assert zwaartepunt({"type": "Polygon", "coordinates": [square]}) == pytest.approx((2, 2))
    assert zwaartepunt({"type": "MultiPolygon", "coordinates": [[square, hole]]}) == pytest.approx((1, 2))


def test_the_search_gains_what_the_score_says_and_splits_no_province():
    codes = sorted(set(tegels()) - {VOEREN})
    true = {nis: (tegels()[nis].x + 10, tegels()[nis].y + 4 * sqrt(3) / 2) for nis in codes}
    bord = Bord(codes, true, RAND)
    assert set(bord.stukken.values()) == {1}
    genk, hasselt = (bord.cel_van[codes.index(nis)] for nis in ("71016", "71072"))
    before = bord.score()
    gain = bord.probeer(genk, hasselt)
    assert bord.score() == pytest.approx(before + gain)
    assert bord.blijft_heel(genk, hasselt)
    far = next(cel for cel in range(len(MIDDENS)) if cel not in RAND)
    bord.probeer(genk, far)
    assert not bord.blijft_heel(genk, far)
