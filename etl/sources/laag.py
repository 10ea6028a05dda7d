"""A layer of shapes with attributes, from a GeoJSON or a zipped shapefile, read from memory."""

import geopandas as gpd
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FieldError
from shapely.errors import ShapelyError

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.shapefile import bundle, members
from etl.sources.werkboek import BESCHADIGD

UNREADABLE = (DataLayerError, DataSourceError, FieldError, ShapelyError, *BESCHADIGD)
MAX_VLAKKEN = 5_000
KOP = 4096
"""Bytes. A GeoJSON says at its beginning that it is one."""


def is_geojson(bestand: Bestand) -> bool:
    """Whether this looks like a GeoJSON with several shapes; only its beginning is looked at."""
    begin = bestand.inhoud[:KOP].removeprefix(b"\xef\xbb\xbf").lstrip()
    return begin.startswith(b"{") and b'"FeatureCollection"' in begin


def read_attributes(bestand: Bestand) -> pd.DataFrame | None:
    """The attributes of a zipped shapefile without its shapes; None for anything else."""
    if bestand.gebrek or not bestand.is_shapefile:
        return None
    try:
        return pyogrio.read_dataframe(_source(bestand), read_geometry=False, max_features=MAX_VLAKKEN)
    except UNREADABLE:
        return None


def read_layer(bestand: Bestand, bron: str) -> gpd.GeoDataFrame:
    """Shapes and attributes, with their projection; raises `InvalidDelivery` in the name of `bron`."""
    try:
        laag = pyogrio.read_dataframe(_source(bestand), max_features=MAX_VLAKKEN + 1)
    except UNREADABLE as error:
        raise InvalidDelivery(
            bron,
            bestand.naam,
            "hele bestand",
            f"de vlakken zijn niet te lezen ({str(error)[:200]}).",
            "haal het bestand opnieuw op; wellicht brak de download af.",
        ) from error
    if not isinstance(laag, gpd.GeoDataFrame) or laag.crs is None:
        raise InvalidDelivery(
            bron,
            bestand.naam,
            "projectie",
            "er staan geen vlakken met een bekende projectie in.",
            "lever bij een shapefile ook het .prj-bestand.",
        )
    if len(laag) > MAX_VLAKKEN:
        raise InvalidDelivery(
            bron,
            bestand.naam,
            "hele bestand",
            f"er zitten meer dan {MAX_VLAKKEN} vlakken in.",
            "lever de laag met gemeenten, geen sectoren of percelen.",
        )
    return laag


def _source(bestand: Bestand) -> bytes:
    """What the driver gets: the layer's own files only, under names of ours."""
    if not bestand.is_shapefile:
        return bestand.inhoud
    return bundle(members(bestand.inhoud).items())
