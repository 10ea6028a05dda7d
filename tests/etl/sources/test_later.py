import json

import pytest

from etl.sources import Bestand, Later, recognise

DBF = b"\x03" + bytes(31) + b"gemeente\0\0\0N" + bytes(20)
GEOJSON = {"type": "FeatureCollection", "features": [{"properties": {"nis": "11001"}, "geometry": None}]}
KNOWN = {
    "geometrie of index van een shapefile (.shp, .shx)": b"\0\0\x27\x0a" + bytes(96),
    "kenmerken van een shapefile met gebieden (.dbf)": DBF,
    "projectie van een shapefile (.prj)": b'PROJCS["Belge_Lambert_1972"]',
    "tekenset van een shapefile (.cpg)": b"UTF-8",
    "grenzen van gemeenten (GeoJSON)": json.dumps(GEOJSON).encode(),
    "lijst van gemeentefusies": b"effective,old_nis,old_name,new_nis,new_name\n",
    "REFNIS-nomenclatuur van Statbel": "\ufeffCode INS;Entités;Langue;Code NIS;Taal\n".encode(),
    "bevolking per gemeente": b"nis,jaar,bevolking\n41002,2015,83709\n",
}


@pytest.mark.parametrize("titel", KNOWN)
def test_a_kind_that_is_not_used_yet_is_known_by_content(titel):
    soort = recognise(Bestand("naamloos", KNOWN[titel]))
    assert isinstance(soort, Later)
    assert soort.titel == titel


@pytest.mark.parametrize(
    "kop, titel",
    [
        (["gemeente2024", "arrondiss2024"], "aggregatietabel van Provincies in Cijfers"),
        (["sequence nr", "geoitem code", "short name"], "gebiedsdefinities van Provincies in Cijfers"),
        (["period", "geolevel", "geoitem", "naam"], "uploadsjabloon van Provincies in Cijfers"),
    ],
)
def test_a_workbook_that_is_not_used_yet_is_known_by_its_columns(workbook, kop, titel):
    soort = recognise(workbook({"Sheet1": [kop, ["x"] * len(kop)]}))
    assert isinstance(soort, Later)
    assert soort.titel == titel
