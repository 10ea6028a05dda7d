"""A made-up map: the municipalities of a state as squares side by side, in the publishers' formats."""

import json
from pathlib import Path

import geopandas as gpd
from shapely.geometry import Polygon, box

from etl.sources import Bestand
from etl.sources.shapefile import bundle
from indicators.gemeenten import gemeenten

WEST, SOUTH, SIDE, PER_ROW = 30_000, 160_000, 5_000, 22


def squares(state: str = "285") -> gpd.GeoDataFrame:
    """Squares of 25 km² in Lambert 72, with NISCODE and NAAM."""
    corners = [
        (WEST + SIDE * (place % PER_ROW), SOUTH + SIDE * (place // PER_ROW))
        for place in range(len(gemeenten(state)))
    ]
    return gpd.GeoDataFrame(
        {"NISCODE": [*gemeenten(state)], "NAAM": [one.naam for one in gemeenten(state).values()]},
        geometry=[box(x, y, x + SIDE, y + SIDE) for x, y in corners],
        crs="EPSG:31370",
    )


def as_wfs(shapes: gpd.GeoDataFrame, moment: str = "2026-11-22T03:00:00.000Z") -> bytes:
    """As the boundary service answers: GeoJSON in WGS84, with the moment of asking at the end."""
    answer = json.loads(shapes.to_crs("EPSG:4326").to_json(to_wgs84=True))
    return json.dumps({**answer, "numberReturned": len(shapes), "timeStamp": moment}).encode()


def as_shapefile(shapes: gpd.GeoDataFrame, folder: Path, naam: str = "gemeente") -> list[Path]:
    """Write a shapefile; gives its files."""
    shapes.to_file(folder / f"{naam}.shp")
    return sorted(folder.glob(f"{naam}.*"))


def zipped(paths: list[Path]) -> Bestand:
    """The files of a shapefile as an import hands them over."""
    return Bestand(f"{paths[0].stem}.zip", bundle((path.name, path.read_bytes()) for path in paths))


def moved(shape: Polygon, metres: float) -> Polygon:
    """The same square with its north-east corner pulled outwards."""
    west, south, east, north = shape.bounds
    return Polygon([(west, south), (east, south), (east + metres, north + metres), (west, north)])
