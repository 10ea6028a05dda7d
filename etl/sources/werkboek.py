"""Is it safe to hand this workbook to the reader? Asked of the zip envelope and the raw XML, before parsing.

The reader (calamine) trusts what it gets: it allocates the whole rectangle up to the farthest cell, and it
turns formula errors such as #REF! into empty cells. Both would go unnoticed, so they are looked for here.
"""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError
from struct import error as StructError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

MAX_OMVANG = 200 * 1024 * 1024
"""Bytes, unpacked. The largest delivery that we know unpacks to 16 MB."""
MAX_RIJEN = 200_000
MAX_CELLEN = 5_000_000
MAX_LEDEN = 5_000
"""Files inside the archive. A workbook has one or two per sheet."""

BLAD = re.compile(r"xl/worksheets/[^/]+\.xml")
CEL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})\d{1,7}"')
RIJ = re.compile(rb'<row [^>]*?\br="(\d{1,7})"')
FOUT = re.compile(
    rb'<c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>([^<]*)'
)
ZONDER_UITKOMST = re.compile(
    rb'<c (?![^>]*\bt="str")[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>'
    rb"(?:<f[^>]*/>|<f[ >][^<]*</f>)(?:<v></v>|<v */>)?</c>"
)
"""A formula that was never calculated. The reader shows an empty cell; an empty text (`str`) is a result."""
FORMULE = re.compile(rb"<f[ >/]")
ENTITEIT = re.compile(rb"<!(DOCTYPE|ENTITY)")
BESCHADIGD = (
    BadZipFile,
    ZlibError,
    LZMAError,
    StructError,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
)
"""All that zipfile raises over bytes that are lost or changed."""
OPNIEUW = "download het bestand opnieuw; wellicht brak de download af."
ZELF = "haal het bestand opnieuw bij de uitgever, of bewaar de tabel zelf in een nieuw werkboek."


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
    opmerkingen: tuple[str, ...] = ()
    """What can be read and still deserves a look: formulas, hidden sheets, other workbooks (Dutch)."""


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
            _check_names(archief)
            gezien = _inspect_members(archief, max_omvang)
            bladen = _sheets(archief)
    except Unsafe as unsafe:
        return Onderzoek(unsafe.gebrek)
    except (*BESCHADIGD, KeyError) as error:
        return Onderzoek(
            Gebrek("hele bestand", f"het werkboek is beschadigd of onvolledig ({error}).", OPNIEUW)
        )
    except RuntimeError:  # zipfile's way to say that a member is encrypted
        return Onderzoek(
            Gebrek("hele bestand", "het zipbestand is versleuteld.", "bewaar het zonder wachtwoord.")
        )
    namen = {lid: blad["name"] for lid, blad in bladen.items()}
    return Onderzoek(
        formulefouten={namen.get(lid, lid): fout for lid, fout in gezien.fouten.items()},
        opmerkingen=tuple(_remarks(bladen, gezien)),
    )


def _remarks(bladen: dict[str, dict[str, str]], gezien: "_Gezien") -> Iterator[str]:
    """What deserves a look although the workbook can be read (Dutch)."""
    for lid, blad in bladen.items():
        if blad.get("state", "visible") != "visible":
            yield f"blad '{blad['name']}' is verborgen."
        if aantal := gezien.formules.get(lid):
            yield f"blad '{blad['name']}' heeft {aantal} formules; gelezen is de laatst bewaarde uitkomst."
    if gezien.extern:
        yield "het werkboek verwijst naar een ander werkboek; dat is niet geopend."


def _check_names(archief: ZipFile) -> None:
    """Refuse an archive that no spreadsheet program writes; nothing is ever unpacked to disk."""
    namen = archief.namelist()
    if len(namen) > MAX_LEDEN:
        raise Unsafe(Gebrek("inhoud van het zipbestand", f"er zitten {len(namen)} bestanden in.", ZELF))
    for naam in namen:
        if naam.startswith(("/", "\\")) or ".." in naam.replace("\\", "/").split("/"):
            raise Unsafe(Gebrek(naam[:80], "dit pad in het zipbestand wijst naar buiten.", ZELF))
        if naam.casefold().endswith("vbaproject.bin"):
            raise Unsafe(Gebrek(naam, "het werkboek bevat macro's.", "bewaar het in Excel als gewoon .xlsx."))


@dataclass
class _Gezien:
    """What stands in the raw sheets, per file inside the archive."""

    fouten: dict[str, tuple[str, str]] = field(default_factory=dict)
    formules: dict[str, int] = field(default_factory=dict)
    extern: bool = False


def _inspect_members(archief: ZipFile, max_omvang: int) -> _Gezien:
    """Check sizes and checksums of all members, and look for what a reader would pass over in silence."""
    gezien = _Gezien()
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
        if ENTITEIT.search(xml[:4096]) and lid.filename.endswith((".xml", ".rels")):
            raise Unsafe(
                Gebrek(lid.filename, "de XML verklaart eigen entiteiten; zo kan ze oneindig groeien.", ZELF)
            )
        gezien.extern = gezien.extern or lid.filename.startswith("xl/externalLinks/")
        if BLAD.fullmatch(lid.filename):
            _check_extent(lid.filename, xml)
            _note_formulas(lid.filename, xml, gezien)
    return gezien


def _note_formulas(lid: str, xml: bytes, gezien: _Gezien) -> None:
    if aantal := len(FORMULE.findall(xml)):
        gezien.formules[lid] = aantal
        if leeg := ZONDER_UITKOMST.search(xml):
            gezien.fouten[lid] = (leeg[1].decode(), "niet uitgerekend")
    if fout := FOUT.search(xml):
        gezien.fouten[lid] = (fout[1].decode(), fout[2].decode("utf-8", "replace"))


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


def _sheets(archief: ZipFile) -> dict[str, dict[str, str]]:
    """File of each sheet inside the archive -> its attributes: `name`, and `state` when it is hidden."""
    relaties = _tags(archief.read("xl/_rels/workbook.xml.rels"), "Relationship")
    bestanden = {relatie["Id"]: posixpath.join("/xl", relatie["Target"])[1:] for relatie in relaties}
    bladen = _tags(archief.read("xl/workbook.xml"), "sheet")
    return {bestanden.get(blad["r:id"], ""): blad for blad in bladen if "r:id" in blad and "name" in blad}


def _tags(xml: bytes, naam: str) -> list[dict[str, str]]:
    """Attributes of every tag `naam`; enough for the two index files of a workbook."""
    tags = re.findall(rf"<{naam}\s([^>]*)>", xml.decode("utf-8", "replace"))
    return [
        {key: html.unescape(value) for key, value in re.findall(r'([\w:]+)="([^"]*)"', tag)} for tag in tags
    ]
