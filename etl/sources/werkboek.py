"""Is it safe to hand this workbook to the reader? Asked of the zip envelope and the raw XML, before parsing.

The reader (calamine) trusts what it gets: it allocates the whole rectangle up to the farthest cell, and it
turns formula errors such as #REF! into empty cells. Both would go unnoticed, so they are looked for here.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

MAX_OMVANG = 300 * 1024 * 1024
"""Bytes, unpacked. The largest delivery that we know unpacks to about 40 MB."""
MAX_RIJEN = 200_000
MAX_CELLEN = 5_000_000

BLAD = re.compile(r"xl/worksheets/[^/]+\.xml")
CEL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
RIJ = re.compile(rb'<row [^>]*?\br="(\d{1,7})"')
FOUT = re.compile(
    rb'<c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>([^<]*)'
)


@dataclass(frozen=True)
class Gebrek:
    """What keeps a file from being opened: where, what, and what the reader can do about it (Dutch)."""

    plaats: str
    probleem: str
    oplossing: str


def inspect_workbook(inhoud: bytes, max_omvang: int = MAX_OMVANG) -> Gebrek | None:
    """The first defect of an .xlsx file, or None. Unpacks member by member and stops at `max_omvang` bytes."""
    try:
        with ZipFile(BytesIO(inhoud)) as archief:
            return _inspect(archief, max_omvang)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError) as error:
        return Gebrek(
            "hele bestand",
            f"het werkboek is beschadigd of onvolledig ({error}).",
            "download het bestand opnieuw; wellicht brak de download af.",
        )
    except RuntimeError:  # zipfile's way to say that a member is encrypted
        return Gebrek("hele bestand", "het zipbestand is versleuteld.", "bewaar het zonder wachtwoord.")


def _inspect(archief: ZipFile, max_omvang: int) -> Gebrek | None:
    if "xl/workbook.xml" not in archief.namelist():
        return Gebrek(
            "inhoud van het zipbestand",
            "dit is een zipbestand, maar geen Excel-werkboek.",
            "pak het uit en lever het .xlsx- of .csv-bestand zelf.",
        )
    over = max_omvang
    for lid in archief.infolist():
        # The declared size first, which costs nothing; then what really comes out, because a header can lie.
        if lid.file_size > over:
            return _te_groot(lid.filename, max_omvang)
        with archief.open(lid) as stroom:
            xml = stroom.read(over + 1)
        over -= len(xml)
        if over < 0:
            return _te_groot(lid.filename, max_omvang)
        if BLAD.fullmatch(lid.filename) and (gebrek := _inspect_sheet(lid.filename, xml)):
            return gebrek
    return None


def _te_groot(lid: str, max_omvang: int) -> Gebrek:
    return Gebrek(
        lid,
        f"het werkboek is uitgepakt groter dan {max_omvang // 1024**2} MB.",
        "controleer of dit het juiste bestand is; een gewone levering is veel kleiner.",
    )


def _inspect_sheet(lid: str, xml: bytes) -> Gebrek | None:
    plaats = lid.removeprefix("xl/worksheets/").removesuffix(".xml").replace("sheet", "blad ")
    if fout := FOUT.search(xml):
        cel, waarde = (deel.decode("ascii", "replace") for deel in fout.groups())
        return Gebrek(
            f"{plaats}, cel {cel}",
            f"de cel bevat een formulefout ({waarde}).",
            "herstel de formule, of vraag de uitgever om een bestand zonder fouten.",
        )
    rijen = max((int(rij) for rij in RIJ.findall(xml)), default=0)
    kolommen = max((_column_number(kolom) for kolom, _ in CEL.findall(xml)), default=0)
    if rijen > MAX_RIJEN or rijen * kolommen > MAX_CELLEN:
        return Gebrek(
            plaats,
            f"het blad is te groot: {rijen} rijen en {kolommen} kolommen, hoogstens {MAX_RIJEN} rijen.",
            "verwijder de lege rijen en kolommen onder en naast de tabel, en alles wat er niet bij hoort.",
        )
    return None


def _column_number(letters: bytes) -> int:
    """'A' is 1, 'Z' is 26, 'AA' is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
