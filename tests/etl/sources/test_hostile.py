"""Deliveries that must be refused: each message names the source, the file, the place and the remedy."""

import struct
import zipfile
from io import BytesIO

import pytest

from etl.sources import Bestand, InvalidDelivery, recognise, stadsmonitor, statbel_adi
from etl.sources.werkboek import MAX_CELLEN, inspect_workbook

ONBEKEND = "onbekende bron"
HTML = b"\xef\xbb\xbf\n<!DOCTYPE html><html><body>Request rejected. Support ID 123</body></html>"


def refusal(read, bestand):
    with pytest.raises(InvalidDelivery) as gevangen:
        read(bestand)
    fout = gevangen.value
    tekst = str(fout)
    assert all(deel and deel in tekst for deel in (fout.bron, fout.bestand, fout.plaats, fout.oplossing))
    assert (fout.bestand, "Wat je kunt doen: " in tekst) == (bestand.naam, True)
    return fout


def change(rij, kolom, waarde):
    def spoil(tabel):
        tabel[rij][kolom] = waarde

    return spoil


SPOILED_INDEX = {
    "renamed code column": (change(0, 1, "Code"), "rij 1", "'NIS-code'"),
    "renamed value column": (change(0, 4, "Aandeel"), "kolommen 'Aandeel'", "AR_03||procent"),
    "year column gone": (lambda t: [rij.pop(3) for rij in t], "rij 1", "'Jaar'"),
    "two columns of one name": (change(0, 0, "Jaar"), "rij 1", "meer dan één kolom heet 'jaar'"),
    "header below the first rows": (lambda t: t.__setitem__(slice(0, 0), [["x"]] * 10), "rij 1", "geen kop"),
    "duplicate row": (lambda t: t.append(t[7]), "rij 288", "dubbele rij: 73001 2024 staat ook op rij 8"),
    "unknown code": (change(9, 1, 99999), "rij 10, kolom 'NIS-code'", "onbekende gemeentecode: 99999"),
    "name instead of code": (change(9, 1, "Gent"), "rij 10, kolom 'NIS-code'", "Gent"),
    "negative share": (change(5, 4, -0.5), "rij 6, kolom 'Procent (%)'", "-0,5 ligt buiten"),
    "share above a hundred": (change(5, 4, 1234.5), "rij 6, kolom 'Procent (%)'", "1.234,5 ligt buiten"),
    "text for a number": (change(5, 4, "zowat 5"), "rij 6, kolom 'Procent (%)'", "'zowat 5' is geen getal"),
    "decimal point in text": (change(5, 4, "12.5"), "rij 6, kolom 'Procent (%)'", "'12.5' is geen getal"),
    "truth for a number": (change(5, 4, True), "rij 6, kolom 'Procent (%)'", "'True' is geen getal"),
    "year with swapped digits": (change(5, 3, 4202), "rij 6, kolom 'Jaar'", "geen jaar tussen 1990"),
    "year that is not over": (change(5, 3, 2199), "rij 6, kolom 'Jaar'", "geen jaar tussen"),
    "code and year swapped": (
        lambda t: [rij.__setitem__(slice(1, 4), [rij[3], rij[2], rij[1]]) for rij in t[1:]],
        "rij 2, kolom 'NIS-code'",
        "onbekende gemeentecode: 02024.",
    ),
    "only a header": (lambda t: t.__delitem__(slice(1, None)), "onder de kop", "geen rijen"),
    "no figure at all": (
        lambda t: [rij.__setitem__(4, "") for rij in t[1:]],
        "kolommen 'Procent (%)'",
        "geen enkel cijfer",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", SPOILED_INDEX)
def test_a_spoiled_sheet_is_refused_with_its_place(geval, workbook, kansarmoede):
    spoil, plaats, probleem = SPOILED_INDEX[geval]
    spoil(kansarmoede)
    bestand = workbook({"Overzicht": [["Thema", "Tabblad"], ["A", "AR_03"]], "AR_03": kansarmoede})
    fout = refusal(lambda b: recognise(b).read(b), bestand)
    assert fout.bron == "stadsmonitor"
    assert fout.plaats.startswith("blad 'AR_03', ")
    assert plaats in fout.plaats
    assert probleem in fout.probleem


def test_a_formula_error_is_refused_although_the_reader_shows_an_empty_cell(workbook, kansarmoede):
    def add_error(sheet):
        sheet.write_formula("E7", "=1/0", None, "#DIV/0!")

    bestand = workbook({"Overzicht": [["Thema", "Tabblad"]], "AR_03": kansarmoede}, vul=add_error)
    assert bestand.rijen("AR_03")[6][4] == ""
    fout = refusal(stadsmonitor.read, bestand)
    assert (fout.plaats, "#DIV/0!" in fout.probleem) == ("blad 'AR_03', cel E7", True)


def test_a_lost_column_of_the_catalog_is_refused(workbook, adi):
    adi[0][-1] = "AROP"
    fout = refusal(lambda b: recognise(b).read(b), workbook({"TF_SOC_ADI_MUNTY": adi}))
    assert fout.bron == "statbel_adi"
    assert "'MS_ADMIN_AROP'" in fout.probleem


@pytest.mark.parametrize("read, bron", [(stadsmonitor.read, "stadsmonitor"), (recognise, ONBEKEND)])
@pytest.mark.parametrize(
    "inhoud, probleem",
    [
        (HTML, "webpagina"),
        (b"", "leeg"),
        (b" \r\n ", "leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord"),
        (b"PK\x03\x04" + bytes(600), "beschadigd of onvolledig"),
    ],
    ids=["html with status 200", "empty", "blank", "locked with a password", "no zip after all"],
)
def test_what_is_no_workbook_is_refused_by_name(read, bron, inhoud, probleem):
    fout = refusal(read, Bestand("armoede.xlsx", inhoud))
    assert (fout.bron, probleem in fout.probleem) == (bron, True)


@pytest.mark.parametrize("deel", [0.3, 0.6, 0.99])
def test_a_truncated_workbook_is_refused(deel, workbook, kansarmoede):
    heel = workbook({"AR_03": kansarmoede})
    half = Bestand("afgebroken.xlsx", heel.inhoud[: int(len(heel.inhoud) * deel)])
    assert "beschadigd of onvolledig" in refusal(stadsmonitor.read, half).probleem


def test_a_byte_that_flipped_on_the_way_is_noticed(workbook, kansarmoede):
    heel = workbook({"AR_03": kansarmoede})
    waar = heel.inhoud.index(b"xl/worksheets/sheet1.xml") + 200
    stuk = heel.inhoud[:waar] + bytes([heel.inhoud[waar] ^ 255]) + heel.inhoud[waar + 1 :]
    assert "beschadigd" in refusal(stadsmonitor.read, Bestand("x.xlsx", stuk)).probleem


def test_a_zip_without_a_workbook_is_refused():
    assert "geen Excel-werkboek" in refusal(recognise, Bestand("x.zip", _zip({"a.pdf": b"%PDF"}))).probleem


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bom = _zip({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(201 * 1024**2)})
    assert len(bom) < 1024**2
    fout = refusal(stadsmonitor.read, Bestand("bom.xlsx", bom))
    assert (fout.plaats, "groter dan 200 MB" in fout.probleem) == ("xl/worksheets/sheet1.xml", True)


def test_a_bomb_of_many_small_members_is_refused():
    leden = {f"xl/media/{nummer}": bytes(1000) for nummer in range(100)}
    gebrek = inspect_workbook(_zip({"xl/workbook.xml": b"<workbook/>", **leden}), max_omvang=50_000).gebrek
    assert gebrek is not None
    assert "uitgepakt groter" in gebrek.probleem


def test_a_member_that_lies_about_its_size_is_refused():
    eerlijk = _zip({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(100_000)})
    gelogen = eerlijk.replace(struct.pack("<I", 100_000), struct.pack("<I", 10))
    assert gelogen != eerlijk
    assert "beschadigd" in refusal(stadsmonitor.read, Bestand("x.xlsx", gelogen)).probleem


def test_one_cell_in_the_far_corner_is_refused_before_the_rectangle_is_allocated(workbook, kansarmoede):
    bestand = workbook({"AR_03": kansarmoede}, vul=lambda sheet: sheet.write(1_048_575, 16_383, 1))
    fout = refusal(stadsmonitor.read, bestand)
    assert "1048576 rijen en 16384 kolommen" in fout.probleem


def test_too_many_cells_on_allowed_rows_are_refused(workbook):
    rijen = MAX_CELLEN // 16_384 + 1
    bestand = workbook({"AR_03": [["x"]]}, vul=lambda sheet: sheet.write(rijen, 16_383, 1))
    assert "te groot" in refusal(stadsmonitor.read, bestand).probleem


def test_a_csv_with_too_many_rows_is_refused():
    kop = "Gemeente;NIS-code;Indicator;Jaar;Aantal\n"
    fout = refusal(stadsmonitor.read, Bestand("x.csv", (kop + "Gent;44021;I;2023;5\n" * 200_001).encode()))
    assert "200001 rijen" in fout.probleem


def test_a_workbook_of_another_kind_is_refused_by_name(workbook):
    fout = refusal(recognise, workbook({"Blad1": [["naam", "bedrag"], ["x", 5]]}, naam="begroting.xlsx"))
    assert (fout.bron, "geen enkele bron" in fout.probleem) == (ONBEKEND, True)


def test_a_workbook_with_only_an_index_is_refused(workbook):
    bestand = workbook({"Overzicht": [["Thema", "Tabblad", "Naam indicator"], ["A", "AR_03", "K"]]})
    assert "geen enkel blad" in refusal(lambda b: recognise(b).read(b), bestand).probleem


def test_a_delivery_of_another_source_is_refused(workbook, kansarmoede):
    fout = refusal(statbel_adi.read, workbook({"AR_03": kansarmoede}))
    assert "'CD_MUNTY_REFNIS'" in fout.probleem


def _zip(leden):
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return stroom.getvalue()
