import gzip
import json
import re
from io import BytesIO
from zipfile import ZipFile

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from etl.isolated import isolated
from etl.sources import Bestand, InvalidDelivery, grenzen
from indicators.gemeenten import gemeenten
from tests.etl.sources.kaartblad import as_shapefile, as_wfs, moved, squares, zipped


def delivered(shapes):
    return Bestand("wfs", as_wfs(shapes))


def refusal(bestand):
    with pytest.raises(InvalidDelivery) as refused:
        grenzen.read(bestand)
    return str(refused.value)


@pytest.mark.parametrize(("state", "year"), [("285", "2025"), ("300", "2024"), ("308", "2018")])
def test_each_state_gives_its_map_and_its_areas(state, year):
    lezing = isolated(lambda: grenzen.read(delivered(squares(state))), "grenzen", "wfs")
    assert set(lezing.waarden["nis_code"]) == set(gemeenten(state))
    assert set(lezing.waarden["periode_label"]) == {year}
    assert lezing.waarden["waarde"].between(24.99, 25.01).all()
    [(kaart, inhoud)] = lezing.kaarten.items()
    assert kaart == state
    features = json.loads(inhoud)["features"]
    namen = {code: gemeente.naam for code, gemeente in gemeenten(state).items()}
    assert {one["properties"]["nis"]: one["properties"]["naam"] for one in features} == namen


def test_the_map_is_the_same_bytes_each_time_whatever_the_order():
    shapes = squares()
    [kaart] = grenzen.read(delivered(shapes)).kaarten.values()
    [again] = grenzen.read(delivered(shapes.iloc[::-1])).kaarten.values()
    assert kaart == again


def test_neighbours_keep_one_border_and_four_decimals():
    shapes = squares()
    shapes.geometry = shapes.geometry.segmentize(60)
    [kaart] = grenzen.read(delivered(shapes)).kaarten.values()
    drawn = gpd.read_file(BytesIO(kaart))
    assert shapely.coverage_is_valid(drawn.geometry.values)
    assert shapely.get_num_coordinates(drawn.geometry.values).sum() < 10 * len(shapes)
    assert shapely.is_ccw(shapely.get_exterior_ring(drawn.geometry.values)).all()
    decimals = {len(number) for number in re.findall(rb"\d+\.(\d+)", kaart)}
    assert max(decimals) <= 4


def test_a_detailed_map_is_simplified_until_it_is_light():
    shapes = squares("308")
    shapes.geometry = shapely.transform(shapes.geometry.segmentize(20).values, winding)
    full = shapely.get_num_coordinates(shapes.geometry.values).sum()
    [kaart] = grenzen.read(delivered(shapes)).kaarten.values()
    drawn = gpd.read_file(BytesIO(kaart))
    assert len(gzip.compress(kaart, mtime=0)) < 120_000
    assert shapely.get_num_coordinates(drawn.geometry.values).sum() < full / 4
    assert shapely.coverage_is_valid(drawn.geometry.values)


def winding(xy):
    """Two shears in turn: borders wind hundreds of metres and never cross; neighbours wind along."""
    x = xy[:, 0] + 250 * np.sin(xy[:, 1] / 170)
    return np.column_stack([x, xy[:, 1] + 250 * np.sin(x / 170)])


def test_a_map_that_cannot_be_made_light_is_refused(monkeypatch):
    monkeypatch.setattr("etl.sources.geometrie.MAX_GZIP", 1000)
    assert "geen kaart onder 1 kB te maken" in refusal(delivered(squares()))


def test_brussels_is_left_out_and_named():
    brussel = gpd.GeoDataFrame(
        {"NISCODE": ["21004"], "NAAM": ["Brussel"]}, geometry=[box(150_000, 235_000, 155_000, 240_000)]
    ).set_crs("EPSG:31370")
    lezing = grenzen.read(delivered(gpd.pd.concat([squares(), brussel])))
    assert len(lezing.waarden) == 285
    assert lezing.opmerkingen == ["1 gebieden buiten Vlaanderen zijn niet gebruikt: 21004."]


def test_a_shapefile_is_read_whatever_its_columns_are_called(tmp_path):
    shapes = squares("300").rename(columns={"NISCODE": "geoitem"}).drop(columns="NAAM")
    shapes["geoitem"] = shapes["geoitem"].astype(int)
    bestand = zipped(as_shapefile(shapes, tmp_path))
    assert bestand.gebrek is None
    assert grenzen.recognise(bestand)
    assert [*grenzen.read(bestand).kaarten] == ["300"]


@pytest.mark.parametrize("extensie", [".shx", ".dbf", ".prj"])
def test_a_shapefile_without_one_of_its_parts_is_refused(tmp_path, extensie):
    paths = [path for path in as_shapefile(squares(), tmp_path) if path.suffix != extensie]
    message = refusal(zipped(paths))
    assert f"bij gemeente.shp ontbreekt {extensie}" in message
    assert "in één map of één zipbestand" in message


def test_a_zip_with_two_shapefiles_is_refused(tmp_path):
    paths = [*as_shapefile(squares(), tmp_path), *as_shapefile(squares(), tmp_path, "arrondiss")]
    assert "er zitten 2 shapefiles in: arrondiss.shp, gemeente.shp" in refusal(zipped(paths))


def test_names_in_a_zip_lead_nowhere(tmp_path):
    """Nothing is unpacked to disk, so a path in the archive is only a name."""
    stroom = BytesIO()
    with ZipFile(stroom, "w") as archief:
        for path in as_shapefile(squares(), tmp_path):
            archief.writestr(f"../../{path.name}", path.read_bytes())
    assert [*grenzen.read(Bestand("x.zip", stroom.getvalue())).kaarten] == ["285"]


def test_a_zip_that_unpacks_without_end_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("etl.sources.bestand.inspect_shapefile", lambda inhoud: _inspected(inhoud))
    assert "uitgepakt is dit groter dan 0 MB" in refusal(zipped(as_shapefile(squares(), tmp_path)))


def _inspected(inhoud):
    from etl.sources.shapefile import inspect_shapefile

    return inspect_shapefile(inhoud, max_omvang=1000)


def test_a_missing_municipality_is_named():
    message = refusal(delivered(squares().query("NISCODE != '44021'")))
    assert "niet precies de 285 gemeenten van 2025: ontbreekt: 44021" in message


def test_a_mixture_of_two_states_is_refused():
    shapes = squares("300")
    shapes.loc[shapes["NISCODE"] == "11007", "NISCODE"] = "71072"
    message = refusal(delivered(shapes))
    assert "ontbreekt: 11007; hoort er niet bij: 71072" in message


def test_a_municipality_that_comes_twice_is_refused():
    shapes = squares()
    message = refusal(delivered(gpd.pd.concat([shapes, shapes.iloc[:1]])))
    assert "staat er meer dan eens in: 41002" in message


def test_overlapping_municipalities_are_refused_by_name():
    shapes = squares()
    shapes.loc[0, "geometry"] = moved(shapes.geometry[0], 900)
    assert re.search(
        r"vlakken van .*Aalst \(41002\).*: overlappingen met de buren", refusal(delivered(shapes))
    )


def test_rounding_between_neighbours_is_closed():
    shapes = squares()
    shapes.loc[0, "geometry"] = moved(shapes.geometry[0], 0.2)
    [kaart] = grenzen.read(delivered(shapes)).kaarten.values()
    assert shapely.coverage_is_valid(gpd.read_file(BytesIO(kaart)).geometry.values)


def test_a_border_that_crosses_itself_is_refused_by_name():
    shapes = squares()
    west, south, east, north = shapes.geometry[0].bounds
    shapes.loc[0, "geometry"] = Polygon([(west, south), (east, north), (east, south), (west, north)])
    assert "vlakken van Aalst (41002): een rand die zichzelf kruist" in refusal(delivered(shapes))


def test_swapped_coordinates_are_refused():
    shapes = squares().to_crs("EPSG:4326")
    shapes.geometry = shapely.transform(shapes.geometry.values, lambda xy: xy[:, ::-1])
    assert "ligging buiten Vlaanderen" in refusal(delivered(shapes))


def test_an_empty_shape_is_refused():
    answer = json.loads(as_wfs(squares()))
    answer["features"][0]["geometry"] = None
    assert "geen vlak" in refusal(Bestand("wfs", json.dumps(answer).encode()))


@pytest.mark.filterwarnings("ignore:Non closed ring")
def test_a_border_that_does_not_close_is_refused():
    answer = json.loads(as_wfs(squares()))
    ring = answer["features"][0]["geometry"]["coordinates"][0]
    del (ring[0] if isinstance(ring[0][0], list) else ring)[-1]
    assert "de vlakken zijn niet te lezen" in refusal(Bestand("wfs", json.dumps(answer).encode()))


def test_half_an_answer_is_refused():
    inhoud = as_wfs(squares())
    assert grenzen.recognise(Bestand("wfs", inhoud[: len(inhoud) // 2]))
    assert "de vlakken zijn niet te lezen" in refusal(Bestand("wfs", inhoud[: len(inhoud) // 2]))


def test_an_error_of_the_service_is_not_a_layer():
    melding = b'<?xml version="1.0"?><ows:ExceptionReport><ows:Exception/></ows:ExceptionReport>'
    assert not grenzen.recognise(Bestand("wfs", melding))
    assert not grenzen.recognise(Bestand("wfs", b'{"type":"FeatureCollection","features":[]}'))


def test_the_states_that_the_service_offers_are_asked():
    today, before = grenzen.discover(b"", grenzen.PAGINA)
    assert today == grenzen.PAGINA
    assert before == today.replace("VRBG", "VRBG2019")
