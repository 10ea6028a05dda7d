"""Is it safe to hand this workbook to the reader? Asked of the zip envelope and the raw XML, before parsing.

The reader (calamine) trusts what it gets: it allocates the whole rectangle up to the farthest cell, and it
turns formula errors such as #REF! into empty cells. Both would go unnoticed, so they are looked for here.
"""

import html
import posixpath
import re
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

MAX_OMVANG = 200 * 1024 * 1024
"""Bytes, unpacked. The largest delivery that we know unpacks to 16 MB."""
MAX_RIJEN = 200_000
MAX_CELLEN = 5_000_000

BLAD = re.compile(r"xl/worksheets/[^/]+\.xml")
CEL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})\d{1,7}"')
RIJ = re.compile(rb'<row [^>]*?\br="(\d{1,7})"')
FOUT = re.compile(
    rb'<c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>([^<]*)'
)
OPNIEUW = "download het bestand opnieuw; wellicht brak de download af."


@dataclass(frozen=True)
class Gebrek:
    """What keeps a file from being opened: where, what, and what the reader can do about it (Dutch)."""

    plaats: str
    probleem: str
    oplossing: str


class Unsafe(Exception):
    """Ends the inspection at the first defect; does not leave this module."""

    def __init__(self, gebrek: Gebrek) -> None:
        super().__init__(gebrek.probleem)
        self.gebrek = gebrek


@dataclass(frozen=True)
class Onderzoek:
    """The defect that forbids opening the workbook, or else the first formula error of each sheet."""

    gebrek: Gebrek | None = None
    formulefouten: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Name of a sheet -> cell and error, for instance ('B7', '#REF!')."""


def inspect_workbook(inhoud: bytes, max_omvang: int = MAX_OMVANG) -> Onderzoek:
    """Unpack an .xlsx file member by member, to at most `max_omvang` bytes, and look at the raw sheets."""
    try:
        with ZipFile(BytesIO(inhoud)) as archief:
            if "xl/workbook.xml" not in archief.namelist():
                return Onderzoek(
                    Gebrek(
                        "inhoud van het zipbestand",
                        "dit is een zipbestand, maar geen Excel-werkboek.",
                        "pak het uit en lever het .xlsx- of .csv-bestand zelf.",
                    )
                )
            fouten = _inspect_members(archief, max_omvang)
            namen = _sheet_names(archief)
    except Unsafe as unsafe:
        return Onderzoek(unsafe.gebrek)
    except (BadZipFile, ZlibError, EOFError, KeyError, NotImplementedError) as error:
        return Onderzoek(
            Gebrek("hele bestand", f"het werkboek is beschadigd of onvolledig ({error}).", OPNIEUW)
        )
    except RuntimeError:  # zipfile's way to say that a member is encrypted
        return Onderzoek(
            Gebrek("hele bestand", "het zipbestand is versleuteld.", "bewaar het zonder wachtwoord.")
        )
    return Onderzoek(formulefouten={namen.get(lid, lid): fout for lid, fout in fouten.items()})


def _inspect_members(archief: ZipFile, max_omvang: int) -> dict[str, tuple[str, str]]:
    """Check sizes and checksums of all members; the first formula error per sheet file."""
    fouten = {}
    over = max_omvang
    for lid in archief.infolist():
        # The declared size first, which costs nothing; then what really comes out, because a header can lie.
        xml = b"" if lid.file_size > over else archief.open(lid).read(over + 1)
        over -= max(len(xml), lid.file_size)
        if over < 0:
            raise Unsafe(
                Gebrek(
                    lid.filename,
                    f"het werkboek is uitgepakt groter dan {max_omvang // 1024**2} MB.",
                    "controleer of dit het juiste bestand is; een gewone levering is veel kleiner.",
                )
            )
        if BLAD.fullmatch(lid.filename):
            _check_extent(lid.filename, xml)
            if fout := FOUT.search(xml):
                fouten[lid.filename] = (fout[1].decode(), fout[2].decode("utf-8", "replace"))
    return fouten


def _check_extent(lid: str, xml: bytes) -> None:
    rijen = max((int(rij) for rij in RIJ.findall(xml)), default=0)
    kolommen = max((_column_number(letters) for letters in set(CEL.findall(xml))), default=0)
    if rijen > MAX_RIJEN or rijen * kolommen > MAX_CELLEN:
        raise Unsafe(
            Gebrek(
                lid,
                f"het blad is te groot: {rijen} rijen en {kolommen} kolommen, hoogstens {MAX_RIJEN} rijen.",
                "verwijder de lege rijen en kolommen rond de tabel, en alles wat er niet bij hoort.",
            )
        )


def _column_number(letters: bytes) -> int:
    """'A' is 1, 'Z' is 26, 'AA' is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet_names(archief: ZipFile) -> dict[str, str]:
    """File of each sheet inside the archive -> its name."""
    relaties = _tags(archief.read("xl/_rels/workbook.xml.rels"), "Relationship")
    bestanden = {relatie["Id"]: posixpath.join("/xl", relatie["Target"])[1:] for relatie in relaties}
    bladen = _tags(archief.read("xl/workbook.xml"), "sheet")
    return {bestanden.get(blad["r:id"], ""): blad["name"] for blad in bladen if "r:id" in blad}


def _tags(xml: bytes, naam: str) -> list[dict[str, str]]:
    """Attributes of every tag `naam`; enough for the two index files of a workbook."""
    tags = re.findall(rf"<{naam}\s([^>]*)>", xml.decode("utf-8", "replace"))
    return [
        {key: html.unescape(value) for key, value in re.findall(r'([\w:]+)="([^"]*)"', tag)} for tag in tags
    ]
