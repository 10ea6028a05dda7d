"""The real boundaries and lists of areas: maps that fit, areas that add up, facts that agree."""

import gzip
import json
from io import BytesIO

import duckdb
import geopandas as gpd
import pytest
import shapely

from dashboard.warehouse import CONFIG
from etl.parcels import open_parcel
from etl.sources import grenzen
from indicators.gemeenten import buren, gemeenten, voorgangers
from tests import running

AREAS = running.REAL_DATA / "gebieden"
SHAPEFILES = {"285": "gemeente", "300": "gemeente2024", "308": "gemeente2018"}
pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(not AREAS.is_dir(), reason="the real deliveries (../shared/data) are not here"),
]


@pytest.fixture(scope="module")
def lezingen():
    """State -> what was read from its shapefile."""
    paths = {state: AREAS / f"shapefiles/{naam}.shp" for state, naam in SHAPEFILES.items()}
    return {state: grenzen.read(open_parcel(path)) for state, path in paths.items()}


@pytest.fixture(scope="module")
def maps(lezingen):
    """State -> the map as a browser gets it, in metres, by NIS code."""
    read = {state: gpd.read_file(BytesIO(one.kaarten[state])) for state, one in lezingen.items()}
    return {state: one.set_index("nis").geometry.to_crs("EPSG:31370") for state, one in read.items()}


@pytest.mark.parametrize("state", SHAPEFILES)
def test_each_state_has_one_light_map_of_all_its_municipalities(lezingen, state):
    [(own, inhoud)] = lezingen[state].kaarten.items()
    properties = [one["properties"] for one in json.loads(inhoud)["features"]]
    assert own == state
    assert len(gzip.compress(inhoud, mtime=0)) < 120_000
    assert {one["nis"]: one["naam"] for one in properties} == {
        code: gemeente.naam for code, gemeente in gemeenten(state).items()
    }
    assert len(properties) == int(state)
    assert "Herstappe" in {one["naam"] for one in properties}


@pytest.mark.parametrize("state", SHAPEFILES)
def test_a_map_has_no_slivers_and_stays_close_to_the_truth(lezingen, maps, state):
    shapes = maps[state]
    assert shapes.is_valid.all()
    degrees = gpd.read_file(BytesIO(lezingen[state].kaarten[state])).geometry
    assert shapely.coverage_is_valid(degrees.values)
    real = lezingen[state].waarden.set_index("nis_code")["waarde"]
    assert ((shapes.area / 1e6 / real - 1).abs() < 0.05).all()
    holes = [shapely.Polygon(ring) for ring in shapely.get_rings(degrees.union_all()) if not ring.is_ccw]
    small = [hole for hole in holes if gpd.GeoSeries([hole], crs=4326).to_crs(31370).area[0] < 10_000]
    assert not small, "a gap between municipalities, and no enclave"


def test_neighbours_on_the_map_are_the_neighbours_that_we_know(lezingen):
    drawn = gpd.read_file(BytesIO(lezingen["285"].kaarten["285"])).set_index("nis").geometry
    for nis, shape in drawn.items():
        touching = drawn[drawn.intersects(shape) & (drawn.index != nis)]
        shared = touching[shapely.length(shapely.intersection(touching.values, shape)) > 0]
        assert set(shared.index) == buren(nis), nis


def test_flanders_measures_what_it_measures(lezingen):
    for lezing in lezingen.values():
        assert lezing.waarden["waarde"].sum() == pytest.approx(13_626, abs=5)


def test_a_merged_municipality_is_as_large_as_its_predecessors(lezingen):
    today, before = (lezingen[state].waarden.set_index("nis_code")["waarde"] for state in ("285", "300"))
    for nis in gemeenten("285"):
        assert today[nis] == pytest.approx(before[list(voorgangers(nis))].sum(), rel=0.02), nis


@pytest.mark.parametrize("state", SHAPEFILES)
def test_a_simplified_geojson_is_read_too(state):
    [path] = AREAS.glob(f"*_{state}_simplified.geojson")
    assert [*grenzen.read(open_parcel(path)).kaarten] == [state]


@pytest.fixture(scope="module")
def checks(real_folder):
    """Remark per file that only serves to check with, after everything was imported."""
    with duckdb.connect((real_folder / "warehouse.duckdb").resolve(), read_only=True, config=CONFIG) as db:
        sql = "select boodschap, ernst from controle where boodschap like '%gecontroleerd:%'"
        rows = db.execute(sql).fetchall()
    return {told.partition(":")[0]: (ernst, told) for told, ernst in rows}


def test_every_list_agrees_with_what_we_know_and_loaded(checks):
    assert len(checks) > 30
    assert {name: told for name, (ernst, told) in checks.items() if ernst != "goed"} == {}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gemeente.xlsx", "285 gemeenten met hun naam"),
        ("flemish_mergers.csv", "43 gefuseerde gemeenten"),
        ("REFNIS_2019.csv", "300 gemeenten met hun naam"),
        ("provincie.zip", "5 gebieden van het niveau provincie met hun oppervlakte"),
        ("gsm_burgerbevraging_2023_299x200.csv", "53820 cijfers over 180 van 197 vragen"),
    ],
)
def test_what_was_compared(checks, name, told):
    assert checks[name][1] == f"{name}: gecontroleerd: {told}, 0 verschillen."
