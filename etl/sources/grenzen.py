"""Boundaries of the municipalities: a map for the browser per state, and the area of each municipality.

Comes from the boundary service (WFS) of Digitaal Vlaanderen, or as a GeoJSON or shapefile that a person hands
in. A layer must hold every municipality of one state, each once; what lies outside Flanders is left out.
"""

import re
from collections import Counter
from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.cellen import as_frame, nis_code
from etl.sources.geometrie import InvalidGeometry, geojson, sound, square_kilometres
from etl.sources.laag import is_geojson, read_attributes, read_layer
from etl.sources.lezing import Lezing
from indicators.gemeenten import GEOGRAFIEEN, alle_codes, gemeenten
from indicators.gemeenten.staten import PEILDAG

NAAM = "grenzen"
TITEL = "Gemeentegrenzen"
UITGEVER = "Digitaal Vlaanderen"
LICENTIE = "onbekend"
PAGINA = (
    "https://geo.api.vlaanderen.be/VRBG/wfs?service=WFS&version=2.0.0&request=GetFeature"
    "&typeNames=VRBG:Refgem&outputFormat=application/json&srsName=EPSG:4326"
)
JAARDIENST = "VRBG2019"
"""The same service as it stood in 2019: the 300 municipalities. The 308 of before only come as a file."""

OPPERVLAKTE = "oppervlakte"
CODE_IN_GEOJSON = re.compile(rb'"[A-Za-z_]*(?:nis|geoitem|gemeente)[A-Za-z_]*"\s*:\s*"?[1-9]\d{4}\b', re.I)
GETOOND = 10


def discover(page: bytes, url: str) -> list[str]:
    """Today's boundaries, which are the page itself, and those of the 300 municipalities."""
    return [url, url.replace("/VRBG/", f"/{JAARDIENST}/").replace("VRBG:", f"{JAARDIENST}:")]


def recognise(bestand: Bestand) -> bool:
    """Whether this is a layer with the codes of Flemish municipalities."""
    if is_geojson(bestand):
        return bool(CODE_IN_GEOJSON.search(bestand.inhoud))
    kenmerken = read_attributes(bestand)
    return kenmerken is not None and _code_column(kenmerken) is not None


def read(bestand: Bestand) -> Lezing:
    """Area in km² per municipality, on the last day of the year of the state; the map goes with it.

    Raises `InvalidDelivery`, with the codes, for a layer that is no complete and sound state.
    """
    bestand.check(NAAM)
    laag = read_layer(bestand, NAAM)
    kolom = _code_column(laag.drop(columns=laag.geometry.name))
    if kolom is None:
        raise InvalidDelivery(
            NAAM,
            bestand.naam,
            "kenmerken",
            "geen enkel kenmerk bevat NIS-codes van Vlaamse gemeenten.",
            "lever de laag met gemeenten, met de NIS-code bij elk vlak.",
        )
    codes = [nis_code(cel) for cel in laag[kolom]]
    staat = _state(bestand, kolom, codes)
    namen = {code: gemeente.naam for code, gemeente in gemeenten(staat).items()}
    vlakken = gpd.GeoSeries(laag.geometry.values, index=codes, crs=laag.crs).loc[list(namen)]
    try:
        metres = sound(vlakken)
        kaart = geojson(metres, namen)
    except InvalidGeometry as fout:
        raise _unsound(bestand, fout, namen) from fout
    km2 = square_kilometres(metres)
    jaar = PEILDAG[staat].year
    waarden = as_frame(
        [OPPERVLAKTE] * len(km2), [*km2], [jaar] * len(km2), [*km2.values()], ["waarde"] * len(km2)
    )
    return Lezing(waarden, {OPPERVLAKTE: "Oppervlakte (km²)"}, _outside(codes), {staat: kaart})


def _code_column(kenmerken: pd.DataFrame) -> str | None:
    """The attribute with most codes of Flemish municipalities; its name differs per layer and per year."""
    bekend = {str(kolom): len(alle_codes() & {*map(nis_code, kenmerken[kolom])}) for kolom in kenmerken}
    beste = max(bekend, key=lambda kolom: bekend[kolom], default=None)
    return beste if beste and bekend[beste] else None


def _state(bestand: Bestand, kolom: str, codes: Sequence[str]) -> str:
    """The state that these codes are, all of it; raises with the codes that are missing, extra or double."""
    vlaams = alle_codes() & set(codes)
    beste = min(GEOGRAFIEEN, key=lambda staat: len(vlaams ^ gemeenten(staat).keys()))
    fouten = {
        "ontbreekt": sorted(gemeenten(beste).keys() - vlaams),
        "hoort er niet bij": sorted(vlaams - gemeenten(beste).keys()),
        "staat er meer dan eens in": sorted(
            code for code, aantal in Counter(codes).items() if aantal > 1 and code in vlaams
        ),
    }
    if any(fouten.values()):
        raise InvalidDelivery(
            NAAM,
            bestand.naam,
            f"kenmerk '{kolom}'",
            f"dit zijn niet precies de {beste} gemeenten van {PEILDAG[beste].year}: "
            + "; ".join(f"{wat}: {_some(welke)}" for wat, welke in fouten.items() if welke)
            + ".",
            "lever één volledige laag met de gemeenten van één jaar, elke gemeente één keer.",
        )
    return beste


def _unsound(bestand: Bestand, fout: InvalidGeometry, namen: dict[str, str]) -> InvalidDelivery:
    welke = _some([f"{namen[code]} ({code})" for code in fout.codes])
    return InvalidDelivery(
        NAAM,
        bestand.naam,
        "vlakken" + (f" van {welke}" if welke else ""),
        f"{fout.probleem}.",
        "haal de grenzen opnieuw op, of lever een andere uitgave van de uitgever.",
    )


def _outside(codes: Sequence[str]) -> list[str]:
    buiten = sorted(set(codes) - alle_codes())
    return (
        [f"{len(buiten)} gebieden buiten Vlaanderen zijn niet gebruikt: {_some(buiten)}."] if buiten else []
    )


def _some(namen: Sequence[str]) -> str:
    meer = len(namen) - GETOOND
    return ", ".join(namen[:GETOOND]) + (f" en nog {meer}" if meer > 0 else "")
