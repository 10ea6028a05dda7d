"""A zip file around one table in text, as Statbel delivers its open data, and whether it is safe to read.

Nothing is ever unpacked to disk: the table is read as a stream. A name that leads out of the folder, several
tables or a file that unpacks without end are refused all the same, because no publisher delivers such a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from etl.sources.werkboek import BESCHADIGD, OPNIEUW, Gebrek

MAX_UITGEPAKT = 400 * 2**20
"""Bytes. The largest table that we know, the population by age, unpacks to 104 MB."""
MAX_VERHOUDING = 200
"""Times that a table may be larger than its zip; the tables that we know pack 10 to 40 times."""
TEKST = (".txt", ".csv")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
LEVER = "lever het zipbestand zoals de uitgever het gaf, of de tabel zelf."


@dataclass(frozen=True)
class Archief:
    """Which member of the zip file is the table, or the defect that forbids opening it."""

    lid: str = ""
    gebrek: Gebrek | None = None


def inspect_archive(inhoud: bytes) -> Archief | None:
    """What a zip file around tables in text holds; None for another kind of zip file."""
    try:
        with ZipFile(BytesIO(inhoud)) as archief:
            leden = [lid for lid in archief.infolist() if not lid.is_dir()]
    except BESCHADIGD:
        return None
    namen = [lid.filename for lid in leden]
    soorten = {PurePosixPath(naam).suffix.lower() for naam in namen}
    if "xl/workbook.xml" in namen or ".shp" in soorten or not soorten & set(TEKST):
        return None
    if gebrek := next(filter(None, map(_defect, leden)), None):
        return Archief(gebrek=gebrek)
    if len(leden) > 1:
        gebrek = Gebrek(
            "inhoud van het zipbestand",
            f"er zitten {len(leden)} tabellen in ({', '.join(namen[:5])}); hier hoort er één.",
            "pak het uit en lever elke tabel apart.",
        )
        return Archief(gebrek=gebrek)
    return Archief(lid=namen[0])


def _defect(lid: ZipInfo) -> Gebrek | None:
    """What forbids reading this member, or None. Sizes as declared: reading stops where they end."""
    naam = lid.filename.replace("\\", "/")
    if naam.startswith("/") or ":" in naam or ".." in naam.split("/"):
        return Gebrek(lid.filename, "de naam van dit bestand wijst buiten het zipbestand.", LEVER)
    if not naam.lower().endswith(TEKST):
        return Gebrek(lid.filename, "dit is geen tabel in tekst (.txt of .csv).", LEVER)
    if lid.flag_bits & 1:
        return Gebrek(lid.filename, "het zipbestand is versleuteld.", "bewaar het zonder wachtwoord.")
    if lid.file_size > min(MAX_UITGEPAKT, MAX_VERHOUDING * max(lid.compress_size, 1024)):
        return Gebrek(
            lid.filename,
            f"de tabel is uitgepakt {lid.file_size // 2**20} MB groot; dat past niet bij een levering.",
            "controleer of dit het juiste bestand is; een gewone levering is veel kleiner.",
        )
    return None


def read_lines(inhoud: bytes, lid: str) -> Iterator[str]:
    """The lines of one member, one by one. Raises one of `BESCHADIGD` when the zip file is broken.

    UTF-16 is known by its mark; else UTF-8, where a sign of another code page becomes a question mark: only
    names hold such signs, and names are never used.
    """
    with ZipFile(BytesIO(inhoud)) as archief:
        with archief.open(lid) as stroom:
            tekenset = "utf-16" if stroom.read(2) in UTF_16 else "utf-8-sig"
        with archief.open(lid) as stroom:
            yield from TextIOWrapper(stroom, encoding=tekenset, errors="replace")


def damaged(error: Exception) -> Gebrek:
    """The defect that a broken zip file shows only while it is read."""
    return Gebrek("hele bestand", f"het zipbestand is beschadigd of onvolledig ({error}).", OPNIEUW)
