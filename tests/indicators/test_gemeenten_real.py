"""The committed facts about areas, recomputed from the publishers' files."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from indicators.gemeenten import buren, gemeenten, lidmaatschappen, recode

GEBIEDEN = Path(__file__).parents[3] / "shared/data/gebieden"
LIST_OF_STATE = {"308": "gemeente2018.xlsx", "300": "gemeente2024.xlsx", "285": "gemeente.xlsx"}
PROVINCES_OF_STATE = {"300": "gemeente2024_provincie2024.xlsx", "285": "gemeente_provincie.xlsx"}
ARRONDISSEMENTS_OF_STATE = {"300": "gemeente2024_arrondiss2024.xlsx", "285": "gemeente_arrondiss.xlsx"}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not GEBIEDEN.exists(), reason="../shared/data is not there"),
]


def sheet(folder: str, name: str) -> list[list]:
    """The rows of a delivered list of areas, without its header."""
    return CalamineWorkbook.from_path(GEBIEDEN / folder / name).get_sheet_by_index(0).to_python()[1:]


def flemish(code: str) -> bool:
    """Whether a code is a Flemish municipality: no Brussels and none of the codes for what has no place."""
    return not code.startswith(("21", "9999"))


@pytest.mark.parametrize("geografie", LIST_OF_STATE)
def test_codes_names_and_order_are_those_of_the_list(geografie):
    delivered = [
        (f"{int(row[1]):05}", row[3]) for row in sheet("gebiedsdefinities", LIST_OF_STATE[geografie])
    ]
    expected = [(code, name) for code, name in delivered if flemish(code)]
    assert [(nis, g.naam) for nis, g in gemeenten(geografie).items()] == expected


def test_recoding_is_that_of_the_list():
    delivered = {
        old: new for old, new in sheet("aggregatietabellen", "gemeente2024_gemeente.xlsx") if flemish(old)
    }
    assert recode("300", "285") == delivered


@pytest.mark.parametrize("geografie", PROVINCES_OF_STATE)
@pytest.mark.parametrize(
    ("niveau", "files"), [("provincie", PROVINCES_OF_STATE), ("arrondissement", ARRONDISSEMENTS_OF_STATE)]
)
def test_memberships_are_those_of_the_list(geografie, niveau, files):
    delivered = {nis: group for nis, group in sheet("aggregatietabellen", files[geografie]) if flemish(nis)}
    ours = {lid.nis_code: lid.groep for lid in lidmaatschappen() if lid.niveau == niveau}
    assert {nis: ours[nis] for nis in gemeenten(geografie)} == delivered


def test_regions_zones_and_centre_towns_are_those_of_the_list():
    today = [lid for lid in lidmaatschappen() if lid.geldig_tot is None]
    regions = {
        nis: group for nis, group in sheet("aggregatietabellen", "gemeente_refreg.xlsx") if flemish(nis)
    }
    zones = {nis: group for nis, group in sheet("aggregatietabellen", "gemeente_elz.xlsx") if flemish(nis)}
    towns = {nis for nis, group in sheet("aggregatietabellen", "gemeente_fo_gem.xlsx") if group == "fo1"}
    assert {lid.nis_code: lid.groep for lid in today if lid.niveau == "referentieregio"} == regions
    assert {lid.nis_code: lid.groep for lid in today if lid.niveau == "eerstelijnszone"} == zones
    assert {lid.nis_code for lid in today if lid.niveau == "centrumstad"} == towns


def test_neighbours_share_a_stretch_of_border():
    geopandas = pytest.importorskip("geopandas")
    areas = geopandas.read_file(GEBIEDEN / "shapefiles/gemeente.shp")
    areas = areas[areas["geoitem"].astype(str).isin(gemeenten())].reset_index(drop=True)
    left, right = areas.sindex.query(areas.geometry, predicate="intersects")
    shared = areas.geometry.iloc[left].intersection(areas.geometry.iloc[right], align=False).length
    codes = areas["geoitem"].astype(str)
    pairs = {
        (codes[a], codes[b])
        for a, b, length in zip(left, right, shared, strict=True)
        if a != b and length > 0
    }
    assert pairs == {(nis, other) for nis in gemeenten() for other in buren(nis)}
