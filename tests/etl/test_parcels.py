"""Handing in: a shapefile is one thing, whichever of its parts is pointed at."""

import pytest

from etl import EtlError
from etl.parcels import open_parcel, parcels
from etl.sources import grenzen
from tests.etl.sources.kaartblad import as_shapefile, squares


@pytest.fixture
def parts(tmp_path):
    return as_shapefile(squares(), tmp_path)


def test_the_parts_of_a_shapefile_are_one_parcel(parts, tmp_path):
    other = tmp_path / "ander.csv"
    other.write_text("nis")
    assert parcels([other, *parts]) == [other, tmp_path / "gemeente.shp"]


def test_any_part_leads_to_the_whole(parts, tmp_path):
    assert parcels([tmp_path / "gemeente.dbf"]) == [tmp_path / "gemeente.shp"]
    bestand = open_parcel(tmp_path / "gemeente.shp")
    assert bestand.naam == "gemeente.zip"
    assert grenzen.recognise(bestand)


def test_the_same_parts_are_the_same_bytes(parts, tmp_path):
    first = open_parcel(tmp_path / "gemeente.shp")
    for part in parts:
        part.touch()
    assert open_parcel(tmp_path / "gemeente.shp").inhoud == first.inhoud


def test_a_part_without_its_shapes_says_what_is_missing(parts, tmp_path):
    (tmp_path / "gemeente.shp").unlink()
    [path, *_] = parcels([tmp_path / "gemeente.dbf"])
    with pytest.raises(EtlError, match=r"gemeente\.dbf is een deel van een shapefile, maar het \.shp"):
        open_parcel(path)


def test_parts_that_are_too_large_together_are_refused(parts, tmp_path, monkeypatch):
    monkeypatch.setattr("etl.parcels.MAX_BYTES", 1000)
    with pytest.raises(EtlError, match="groter dan"):
        open_parcel(tmp_path / "gemeente.shp")


def test_what_is_not_there_is_refused(tmp_path):
    with pytest.raises(EtlError, match="bestaat niet"):
        open_parcel(tmp_path / "weg.shp")
