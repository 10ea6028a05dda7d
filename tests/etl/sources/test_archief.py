"""Zip files around a table in text: read as a stream, or refused with the place and the remedy."""

import struct
import zipfile
from io import BytesIO

import pytest

from etl.sources import Bestand, InvalidDelivery, recognise
from etl.sources.archief import MAX_UITGEPAKT, inspect_archive

TABEL = b"CD_YEAR|CD_MUNTY_REFNIS\r\n2013|11001\r\n"


def zipped(leden, methode=zipfile.ZIP_DEFLATED):
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w", methode) as archief:
        for naam, inhoud in leden:
            archief.writestr(naam, inhoud)
    return stroom.getvalue()


@pytest.mark.parametrize("teken", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_lines_of_the_only_table_are_read_without_their_ends(teken):
    bestand = Bestand("x.zip", zipped([("map/", b""), ("map/tabel.txt", "a|b\r\né|2\n".encode(teken))]))
    assert (bestand.gebrek, bestand.bladen, bestand.lid) == (None, (), "map/tabel.txt")
    assert list(bestand.regels()) == ["a|b", "é|2"]


def test_a_sign_of_another_code_page_does_not_stop_the_table():
    assert list(Bestand("x.zip", zipped([("t.txt", "é|2".encode("cp1252"))])).regels()) == ["\ufffd|2"]


def test_text_without_a_zip_file_has_lines_too_and_a_workbook_has_none(workbook):
    assert list(Bestand("x.txt", TABEL).regels()) == ["CD_YEAR|CD_MUNTY_REFNIS", "2013|11001"]
    assert list(workbook({"a": [["x"]]}).regels()) == []


BUITEN = "buiten het zipbestand"
HOSTILE = {
    "a name that climbs out": (zipped([("../../etc/t.txt", TABEL)]), "../../etc/t.txt", BUITEN),
    "an absolute name": (zipped([("/etc/t.txt", TABEL)]), "/etc/t.txt", BUITEN),
    "a drive": (zipped([("C:/t.txt", TABEL)]), "C:/t.txt", BUITEN),
    "two tables": (zipped([("a.txt", TABEL), ("b.txt", TABEL)]), "inhoud van het", "a.txt, b.txt"),
    "a program beside the table": (zipped([("a.txt", TABEL), ("b.exe", b"MZ")]), "b.exe", "geen tabel"),
    "a zip file in the zip file": (zipped([("a.txt", TABEL), ("b.zip", b"PK")]), "b.zip", "geen tabel"),
    "a bomb": (zipped([("t.txt", bytes(60 * 2**20))]), "t.txt", "60 MB groot"),
}  # fmt: skip


@pytest.mark.parametrize("geval", HOSTILE)
def test_a_hostile_zip_file_is_refused_with_place_and_remedy(geval):
    inhoud, plaats, probleem = HOSTILE[geval]
    with pytest.raises(InvalidDelivery) as gevangen:
        recognise(Bestand("levering.zip", inhoud))
    fout = gevangen.value
    assert (plaats in fout.plaats, probleem in fout.probleem, bool(fout.oplossing)) == (True, True, True)
    assert "levering.zip" in str(fout)


def test_a_size_beyond_the_limit_is_refused_before_anything_is_read():
    eerlijk = zipped([("t.txt", TABEL)], zipfile.ZIP_STORED)
    groot = eerlijk.replace(struct.pack("<I", len(TABEL)), struct.pack("<I", MAX_UITGEPAKT + 1))
    archief = inspect_archive(groot)
    assert archief is not None and archief.gebrek is not None
    assert "400 MB groot" in archief.gebrek.probleem


@pytest.mark.parametrize("spoil", ["flipped byte", "lies about its size"])
def test_what_shows_only_while_reading_is_refused_then(spoil):
    heel = zipped([("t.txt", TABEL * 9)], zipfile.ZIP_STORED)
    if spoil == "flipped byte":
        waar = heel.index(b"11001")
        stuk = heel[:waar] + b"x" + heel[waar + 1 :]
    else:
        stuk = heel.replace(struct.pack("<I", len(TABEL * 9)), struct.pack("<I", 10))
    assert stuk != heel
    with pytest.raises(InvalidDelivery, match=r"bronnaam, x\.zip, hele bestand: .*beschadigd of onvolledig"):
        list(Bestand("x.zip", stuk).regels("bronnaam"))


def test_an_encrypted_table_is_refused():
    heel = bytearray(zipped([("t.txt", TABEL)]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        heel[heel.index(signature) + offset] |= 1
    gebrek = Bestand("x.zip", bytes(heel)).gebrek
    assert gebrek is not None and "versleuteld" in gebrek.probleem
