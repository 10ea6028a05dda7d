"""Deliveries as they should not be: what each is called, its bytes, and what its refusal must say."""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter

from indicators.gemeenten import gemeenten

KOP = ["Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"]
ADI = ["CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS", "MS_NBR_ELIGIBLE"]
ADI += ["MS_Q1", "MS_MEDIAN", "MS_Q3", "MS_ADMIN_AROP"]
MB = 2**20
Rijen = list[list[object]]


@dataclass(frozen=True)
class Geval:
    """One hostile file: how to make it, and the words that its refusal holds."""

    naam: str
    make: Callable[[], bytes]
    woorden: tuple[str, ...]


def kansarmoede() -> Rijen:
    """A sound sheet AR_03 of 2024: row 2 is the region, row 3 the first municipality."""
    rijen: Rijen = [[*KOP], ["Vlaams Gewest", 2000, "Kansarmoede-index", 2024, ""]]
    for nummer, (code, gemeente) in enumerate(gemeenten("285").items()):
        rijen.append([gemeente.naam, int(code), "Kansarmoede-index", 2024, 10 + nummer % 40 / 2])
    return rijen


def adi() -> Rijen:
    """A sound table of disposable incomes: two years of two Flemish municipalities."""
    rijen: Rijen = [[*ADI]]
    for jaar in (2021, 2022):
        rijen.append([jaar, 11001, "02000", 14000, 19000, 25500, 33200, 5.9])
        rijen.append([jaar, 44021, "02000", 250000, 18000, 24000, 31000, 8.1])
    return rijen


def workbook(bladen: dict[str, Rijen], vul: Callable | None = None) -> bytes:
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom) as werkboek:
        for blad, rijen in bladen.items():
            sheet = werkboek.add_worksheet(blad)
            for nummer, rij in enumerate(rijen):
                sheet.write_row(nummer, 0, rij)
        if vul:
            vul(werkboek, sheet)
    return stroom.getvalue()


def register(vul: Callable | None = None) -> bytes:
    return workbook({"AR_03": kansarmoede()}, vul)


def zipped(leden: dict[str, bytes]) -> bytes:
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return stroom.getvalue()


def repacked(inhoud: bytes, **leden: Callable[[bytes], bytes]) -> bytes:
    """The workbook with some members changed; a name ends in `_xml` for `.xml`."""
    with zipfile.ZipFile(BytesIO(inhoud)) as archief:
        gelezen = {naam: archief.read(naam) for naam in archief.namelist()}
    for naam, change in leden.items():
        (pad,) = [pad for pad in gelezen if pad.split("/")[-1] == naam.replace("_xml", ".xml")]
        gelezen[pad] = change(gelezen[pad])
    return zipped(gelezen)


def added(inhoud: bytes, leden: dict[str, bytes]) -> bytes:
    """The workbook with members added."""
    with zipfile.ZipFile(BytesIO(inhoud)) as archief:
        return zipped({naam: archief.read(naam) for naam in archief.namelist()} | leden)


def _doctype(verklaring: str) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"?>", f"?>\n<!DOCTYPE x [{verklaring}]>".encode(), 1)


def _cell(rij: int, kolom: int, waarde: object) -> Callable[[], bytes]:
    """A register with one cell changed; row and column count from 0."""

    def make() -> bytes:
        tabel = kansarmoede()
        tabel[rij][kolom] = waarde
        return workbook({"AR_03": tabel})

    return make


def _not_a_number(xml: bytes) -> bytes:
    """The share of the first municipality as a program writes it that divided zero by zero."""
    assert b"<v>10</v>" in xml
    return xml.replace(b"<v>10</v>", b"<v>NaN</v>", 1)


def _rows(change: Callable[[Rijen], object]) -> Callable[[], bytes]:
    def make() -> bytes:
        tabel = kansarmoede()
        change(tabel)
        return workbook({"AR_03": tabel})

    return make


def _adi(change: Callable[[Rijen], object]) -> Callable[[], bytes]:
    def make() -> bytes:
        tabel = adi()
        change(tabel)
        return workbook({"TF_SOC_ADI_MUNTY": tabel})

    return make


def _flipped() -> bytes:
    heel = register()
    waar = heel.index(b"xl/worksheets/sheet1.xml") + 200
    return heel[:waar] + bytes([heel[waar] ^ 255]) + heel[waar + 1 :]


def _lying() -> bytes:
    eerlijk = zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(100_000)})
    return eerlijk.replace(struct.pack("<I", 100_000), struct.pack("<I", 10))


def _locked() -> bytes:
    """Both flags of the first member say that it is encrypted."""
    heel = bytearray(register())
    heel[6] |= 1
    heel[heel.index(b"PK\x01\x02") + 8] |= 1
    return bytes(heel)


def _swap(tabel: Rijen) -> None:
    for rij in tabel[1:]:
        rij[1], rij[3] = rij[3], rij[1]


def _merged_header(werkboek, sheet) -> None:
    sheet.merge_range(0, 1, 0, 3, "NIS-code en jaar")


def _mixed_states(tabel: Rijen) -> None:
    """Nevele and Deinze of before 2019, beside the municipalities of today."""
    tabel.append(["Nevele", 44049, "Kansarmoede-index", 2024, 5.0])


def csv(*regels: str) -> bytes:
    return "\r\n".join(["Gemeente;NIS-code;Indicator;Jaar;Procent (%)", *regels]).encode()


REGEL = "Gent;44021;Kansarmoede-index;2023;{}"
BOOK = "stadsmonitor"
CEL = (BOOK, "blad 'AR_03'", "kolom 'Procent (%)'")

FILES: dict[str, Geval] = {
    # no table at all
    "html with status 200": Geval("a.xlsx", lambda: b"<!DOCTYPE html><p>Request rejected", ("webpagina",)),
    "captcha after a BOM": Geval("a.xlsx", lambda: b"\xef\xbb\xbf\n<script>tspd()", ("webpagina",)),
    "empty": Geval("a.xlsx", lambda: b"", ("leeg",)),
    "blank": Geval("a.csv", lambda: b" \r\n \r\n", ("leeg",)),
    "pdf": Geval("a.pdf", lambda: b"%PDF-1.7\n" + bytes(500), ("geen enkele bron",)),
    "gzip": Geval("a.csv.gz", lambda: b"\x1f\x8b\x08" + bytes(500), ("geen enkele bron",)),
    "json that ends halfway": Geval("a.json", lambda: b'{"value": [{"a": ', ("geen enkele bron",)),
    "noise": Geval("a.csv", lambda: bytes(range(256)) * 40, ("geen enkele bron",)),
    "utf-32": Geval(
        "a.csv", lambda: csv(REGEL.format(5)).decode().encode("utf-32-be"), ("geen enkele bron",)
    ),
    "another table": Geval("a.csv", lambda: b"naam;bedrag\nx;5\n", ("geen enkele bron",)),
    "comma for semicolon": Geval("a.csv", lambda: csv("x").replace(b";", b","), ("geen enkele bron",)),
    # envelopes
    "password or old xls": Geval(
        "a.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("wachtwoord",)
    ),
    "encrypted member": Geval("a.xlsx", _locked, ("versleuteld",)),
    "no zip after all": Geval("a.xlsx", lambda: b"PK\x03\x04" + bytes(600), ("beschadigd",)),
    "cut at a third": Geval("a.xlsx", lambda: register()[:4000], ("beschadigd",)),
    "cut at the end": Geval("a.xlsx", lambda: register()[:-30], ("beschadigd",)),
    "flipped byte": Geval("a.xlsx", _flipped, ("beschadigd",)),
    "a piece lost on the way": Geval(
        "a.xlsx", lambda: register()[:2000] + register()[2200:], ("beschadigd",)
    ),
    "a piece of a zip lost on the way": Geval(
        "a.zip", lambda: (heel := zipped({"a.txt": bytes(range(256)) * 99}))[:50] + heel[90:], ("beschadigd",)
    ),
    "an index that is no XML": Geval(
        "a.xlsx", lambda: repacked(register(), workbook_xml=lambda xml: xml[:-9]), ("beschadigd",)
    ),
    "one line of a million signs": Geval("a.txt", lambda: b"a;b\n" * 3 + b"x" * MB, ("geen enkele bron",)),
    "more digits than a number has": Geval(
        "a.xlsx", _cell(5, 4, "9" * 400), (*CEL, "rij 6", "is geen getal")
    ),
    "zip of pictures": Geval("a.zip", lambda: zipped({"kaart.png": b"x"}), ("geen Excel-werkboek",)),
    "path out of a zip": Geval(
        "a.zip", lambda: zipped({"../../etc/a.txt": csv()}), ("../../etc/a.txt", "buiten")
    ),
    "path out of a workbook": Geval(
        "a.xlsx", lambda: added(register(), {"../a.xml": b""}), ("../a.xml", "naar buiten")
    ),
    "zip bomb": Geval(
        "a.xlsx",
        lambda: zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(201 * MB)}),
        ("xl/worksheets/sheet1.xml", "groter dan 200 MB"),
    ),
    "bomb of many members": Geval(
        "a.xlsx",
        lambda: zipped(
            {"xl/workbook.xml": b"<workbook/>"} | {f"xl/media/{n}": bytes(30 * MB) for n in range(7)}
        ),
        ("xl/media/6", "groter dan 200 MB"),
    ),
    "bomb that lies about its size": Geval("a.xlsx", _lying, ("beschadigd",)),
    "bomb around one text": Geval("a.zip", lambda: zipped({"a.txt": bytes(450 * MB)}), ("a.txt", "450 MB")),
    "six thousand members": Geval(
        "a.xlsx", lambda: added(register(), {f"xl/x{n}": b"" for n in range(6000)}), ("6010 bestanden",)
    ),
    # what a workbook can carry
    "macros": Geval("a.xlsm", lambda: added(register(), {"xl/vbaProject.bin": b"x"}), ("macro",)),
    "entities that multiply": Geval(
        "a.xlsx",
        lambda: repacked(register(), sharedStrings_xml=_doctype('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">')),
        ("xl/sharedStrings.xml", "entiteiten"),
    ),
    "entity that reads a file": Geval(
        "a.xlsx",
        lambda: repacked(register(), workbook_xml=_doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')),
        ("xl/workbook.xml", "entiteiten"),
    ),
    "formula error": Geval(
        "a.xlsx",
        lambda: register(lambda _, sheet: sheet.write_formula("E7", "=1/0", None, "#DIV/0!")),
        (BOOK, "blad 'AR_03', cel E7", "#DIV/0!"),
    ),
    "formula never calculated": Geval(
        "a.xlsx",
        lambda: repacked(
            register(lambda _, sheet: sheet.write_formula("E7", "=E6")),
            sheet1_xml=lambda xml: xml.replace(b"<f>E6</f><v>0</v>", b"<f>E6</f><v></v>"),
        ),
        (BOOK, "blad 'AR_03', cel E7", "niet uitgerekend"),
    ),
    "sheet that is no XML": Geval(
        "a.xlsx",
        lambda: repacked(register(), sheet1_xml=lambda xml: xml[:-400]),
        ("blad 'AR_03'", "niet te lezen"),
    ),
    # dimensions
    "cell in the far corner": Geval(
        "a.xlsx",
        lambda: register(lambda _, sheet: sheet.write(1_048_575, 16_383, 1)),
        ("1048576 rijen en 16384 kolommen",),
    ),
    "too many cells": Geval("a.xlsx", lambda: register(lambda _, s: s.write(400, 16_383, 1)), ("te groot",)),
    "ten million rows": Geval(
        "a.csv", lambda: csv("x;1\n" * 10_000_000), ("regel 2000001", "10000001 regels")
    ),
    "200.001 rows": Geval("a.csv", lambda: csv(*[REGEL.format(5)] * 200_001), (BOOK, "200001 rijen")),
    # header and columns
    "renamed code column": Geval("a.xlsx", _cell(0, 1, "Code"), (BOOK, "blad 'AR_03', rij 1", "'NIS-code'")),
    "renamed value column": Geval(
        "a.xlsx", _cell(0, 4, "Aandeel"), (BOOK, "kolommen 'Aandeel'", "AR_03||procent")
    ),
    "lost year column": Geval(
        "a.xlsx", _rows(lambda t: [rij.pop(3) for rij in t]), (BOOK, "rij 1", "'Jaar'")
    ),
    "two columns of one name": Geval("a.xlsx", _cell(0, 0, "Jaar"), (BOOK, "rij 1", "meer dan één kolom")),
    "header on row 11": Geval(
        "a.xlsx", _rows(lambda t: t.__setitem__(slice(0, 0), [["x"]] * 10)), ("geen enkele bron",)
    ),
    "merged header cells": Geval("a.xlsx", lambda: register(_merged_header), (BOOK, "rij 1", "'NIS-code'")),
    "lost column of Statbel": Geval(
        "a.xlsx", _adi(lambda t: t[0].__setitem__(7, "AROP")), ("statbel_adi", "'MS_ADMIN_AROP'")
    ),
    "only a header": Geval(
        "a.xlsx", _rows(lambda t: t.__delitem__(slice(1, None))), (BOOK, "onder de kop", "geen rijen")
    ),
    "only an index": Geval(
        "a.xlsx",
        lambda: workbook({"Overzicht": [["Thema", "Tabblad"], ["A", "AR_03"]]}),
        (BOOK, "geen enkel blad"),
    ),
    "no figure at all": Geval(
        "a.xlsx", _rows(lambda t: [r.__setitem__(4, "") for r in t[1:]]), (BOOK, "geen enkel cijfer")
    ),
    # rows
    "duplicate row": Geval("a.xlsx", _rows(lambda t: t.append(t[7])), (BOOK, "rij 288", "dubbele rij")),
    "duplicate row of Statbel": Geval(
        "a.xlsx", _adi(lambda t: t.append(t[1])), ("statbel_adi", "rij 6", "dubbele rij")
    ),
    "unknown code": Geval("a.xlsx", _cell(9, 1, 99999), (BOOK, "rij 10, kolom 'NIS-code'", "99999")),
    "name for a code": Geval("a.xlsx", _cell(9, 1, "Gent"), (BOOK, "rij 10, kolom 'NIS-code'", "Gent")),
    "Walloon code as Flemish": Geval(
        "a.xlsx", _adi(lambda t: t[1].__setitem__(1, 92094)), ("statbel_adi", "rij 2", "92094")
    ),
    "no Flemish row": Geval(
        "a.xlsx", _adi(lambda t: [r.__setitem__(2, "03000") for r in t[1:]]), ("statbel_adi", "CD_RGN_REFNIS")
    ),
    "two states of the municipalities": Geval(
        "a.xlsx", _rows(_mixed_states), (BOOK, "308, 300 of 285", "44049")
    ),
    "code and year swapped": Geval("a.xlsx", _rows(_swap), (BOOK, "rij 2, kolom 'NIS-code'", "02024")),
    "digits of a year swapped": Geval("a.xlsx", _cell(5, 3, 4202), (BOOK, "rij 6, kolom 'Jaar'", "4202")),
    "year that is not over": Geval(
        "a.xlsx", _adi(lambda t: t[1].__setitem__(0, 2199)), ("statbel_adi", "rij 2", "2199")
    ),
    # cells
    "negative share": Geval("a.xlsx", _cell(5, 4, -0.5), (*CEL, "rij 6", "-0,5")),
    "share above a hundred": Geval("a.xlsx", _cell(5, 4, 1234.5), (*CEL, "rij 6", "1.234,5")),
    "thousands separator": Geval(
        "a.csv", lambda: csv(REGEL.format("1.234,5")), (BOOK, "rij 2", "'1.234,5' is geen getal")
    ),
    "space for thousands": Geval(
        "a.csv", lambda: csv(REGEL.format("1 234")), (BOOK, "rij 2", "'1 234' is geen getal")
    ),
    "decimal point in text": Geval("a.xlsx", _cell(5, 4, "12.5"), (*CEL, "rij 6", "'12.5' is geen getal")),
    "words for a number": Geval("a.xlsx", _cell(5, 4, "zowat 5"), (*CEL, "rij 6", "'zowat 5'")),
    "number that is none": Geval(
        "a.xlsx", lambda: repacked(register(), sheet1_xml=_not_a_number), (*CEL, "'nan' is geen getal")
    ),
    "truth for a number": Geval("a.xlsx", _cell(5, 4, True), (*CEL, "rij 6", "'True'")),
    "share of Statbel below zero": Geval(
        "a.xlsx", _adi(lambda t: t[1].__setitem__(7, -1)), ("statbel_adi", "rij 2", "'MS_ADMIN_AROP'")
    ),
    "income in cents": Geval(
        "a.xlsx",
        _adi(lambda t: t[1].__setitem__(5, 2.55e6)),
        ("statbel_adi", "rij 2", "'MS_MEDIAN'", "2.550.000"),
    ),
}
