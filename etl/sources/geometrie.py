"""The shapes of municipalities: sound, without gaps or overlaps, and light enough for a browser.

Work is done in Belgian Lambert 72 (metres). Neighbours are simplified together: simplified one by one,
a shared border would be drawn twice, with slivers between.
"""

import gzip
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

LAMBERT = "EPSG:31370"
WGS84 = "EPSG:4326"
KADER = (20_000, 150_000, 260_000, 246_000)
"""Metres: west, south, east and north of a box around the Flemish and the Brussels Region."""
TOLERANTIES = (100, 125, 150, 175, 200)
"""Metres. The first one with a file below `MAX_GZIP` is used."""
MAX_GZIP = 120_000
DECIMALEN = 4
"""Of a degree: about ten metres."""
KIER = 1.0
"""Metres. Gaps and overlaps up to this size are the rounding of coordinates, and are closed."""
MAX_VERSCHIL = 1e-3
"""Share by which closing such gaps may change a municipality's area."""


class InvalidGeometry(ValueError):
    """Shapes that cannot be used; `codes` names the municipalities, `args` says what is wrong in Dutch."""

    def __init__(self, probleem: str, codes: list[str]) -> None:
        super().__init__(probleem, codes)
        self.probleem, self.codes = probleem, codes


def sound(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """`shapes` (by NIS code, any projection) in Lambert 72 as a coverage; raises InvalidGeometry."""
    metres = shapes.to_crs(LAMBERT)
    wrong = metres.isna() | metres.is_empty | ~metres.geom_type.isin(["Polygon", "MultiPolygon"])
    _refuse("geen vlak", wrong)
    _refuse("een rand die zichzelf kruist", ~metres.is_valid)
    west, south, east, north = KADER
    bounds = metres.bounds
    outside = (bounds["minx"] < west) | (bounds["miny"] < south)
    _refuse("ligging buiten Vlaanderen", outside | (bounds["maxx"] > east) | (bounds["maxy"] > north))
    if not shapely.coverage_is_valid(metres.values, gap_width=KIER):
        metres = _closed(metres)
    # A gap that is still there is real: a strip of another country, or a municipality that nears itself.
    _refuse("overlappingen met de buren", _overlapping(metres))
    return metres


def _closed(metres: gpd.GeoSeries) -> gpd.GeoSeries:
    """The same shapes with gaps and overlaps up to `KIER` closed; raises where more than that is wrong."""
    clean = shapely.coverage_clean(metres.values, gap_width=KIER, snapping_distance=0.01)
    made = gpd.GeoSeries(clean, index=metres.index, crs=LAMBERT)
    _refuse("overlappingen met de buren", (made.area / metres.area - 1).abs() > MAX_VERSCHIL)
    return made


def _overlapping(metres: gpd.GeoSeries) -> pd.Series:
    """Per shape whether its border is not exactly that of its neighbours."""
    edges = shapely.coverage_invalid_edges(metres.values)
    return pd.Series(~shapely.is_empty(edges), index=metres.index)


def _refuse(probleem: str, wrong: pd.Series) -> None:
    if wrong.any():
        raise InvalidGeometry(probleem, [str(code) for code in wrong.index[wrong]])


def square_kilometres(metres: gpd.GeoSeries) -> dict[str, float]:
    """Area by NIS code, to a hundredth of a hectare. Lambert 72 is off by less than 0,03 % in Flanders."""
    return {str(code): round(area / 1e6, 4) for code, area in metres.area.items()}


def geojson(metres: gpd.GeoSeries, namen: dict[str, str]) -> bytes:
    """A map of the coverage `metres` for the browser: WGS84, four decimals, properties `nis` and `naam`.

    Simplified as little as fits in `MAX_GZIP` bytes compressed. Same shapes, same bytes. Exteriors run
    counter-clockwise (RFC 7946). Raises InvalidGeometry when no tolerance gives a sound, light map.
    """
    ordered = metres.sort_index()
    for tolerance in TOLERANTIES:
        simple = gpd.GeoSeries(shapely.coverage_simplify(ordered.values, tolerance), crs=LAMBERT)
        degrees = shapely.set_precision(simple.to_crs(WGS84).values, 10.0**-DECIMALEN, mode="pointwise")
        if not (shapely.is_valid(degrees).all() and shapely.coverage_is_valid(degrees)):
            continue
        made = _collection(ordered.index, shapely.orient_polygons(degrees), namen)
        if len(gzip.compress(made, mtime=0)) < MAX_GZIP:
            return made
    raise InvalidGeometry(f"geen kaart onder {MAX_GZIP // 1000} kB te maken", [])


def _collection(codes: pd.Index, degrees: np.ndarray, namen: dict[str, str]) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"nis": code, "naam": namen[code]},
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for code, shape in zip(codes, degrees, strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()
