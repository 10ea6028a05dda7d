"""Shapefiles: one layer in several files (.shp, .shx, .dbf, .prj, .cpg), handled as one zip file."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from etl.sources.werkboek import BESCHADIGD, MAX_OMVANG, Gebrek, Onderzoek

LEDEN = (".shp", ".shx", ".dbf", ".prj", ".cpg")
VEREIST = (".shp", ".shx", ".dbf", ".prj")
SAMEN = "lever de bestanden van de shapefile samen: .shp, .shx, .dbf en .prj, in één map of één zipbestand."


def is_member(naam: str) -> bool:
    """Whether a file name is that of a part of a shapefile."""
    return PurePosixPath(naam).suffix.lower() in LEDEN


def siblings(path: Path) -> list[Path]:
    """The files in the same folder that make up the shapefile that `path` belongs to."""
    stem = path.stem.casefold()
    return sorted(one for one in path.parent.iterdir() if one.stem.casefold() == stem and is_member(one.name))


def bundle(leden: Iterable[tuple[str, bytes]]) -> bytes:
    """These files as a zip file: always the same bytes for the same files, so that a set is known again."""
    stroom = BytesIO()
    with ZipFile(stroom, "w", ZIP_STORED) as archief:
        for naam, inhoud in sorted(leden):
            archief.writestr(ZipInfo(naam), inhoud)
    return stroom.getvalue()


def wraps_shapefile(inhoud: bytes) -> bool:
    """Whether this is a zip file with a shapefile in it."""
    try:
        with ZipFile(BytesIO(inhoud)) as archief:
            return any(naam.lower().endswith(".shp") for naam in archief.namelist())
    except BESCHADIGD:
        return False


def inspect_shapefile(inhoud: bytes, max_omvang: int = MAX_OMVANG) -> Onderzoek:
    """What forbids opening a zip file that wraps a shapefile, if anything."""
    with ZipFile(BytesIO(inhoud)) as archief:
        grootte = {lid.filename: lid.file_size for lid in archief.infolist() if not lid.is_dir()}
        versleuteld = any(lid.flag_bits & 1 for lid in archief.infolist())
    lagen = [naam for naam in grootte if naam.lower().endswith(".shp")]
    if versleuteld:
        return _gebrek("het zipbestand is versleuteld.", "bewaar het zonder wachtwoord.")
    if sum(grootte.values()) > max_omvang:
        return _gebrek(
            f"uitgepakt is dit groter dan {max_omvang // 1024**2} MB.", "lever alleen de gemeentegrenzen."
        )
    if len(lagen) > 1:
        return _gebrek(
            f"er zitten {len(lagen)} shapefiles in: {', '.join(sorted(lagen))}.",
            "lever ze één voor één, of pak het zipbestand uit en lever de map.",
        )
    if ontbreekt := _missing([*grootte]):
        return _gebrek(f"bij {lagen[0]} ontbreekt {', '.join(ontbreekt)}.", SAMEN)
    return Onderzoek()


def members(inhoud: bytes) -> Mapping[str, bytes]:
    """The files of the one shapefile in a zip file, under names of ours; what else is in it stays there."""
    with ZipFile(BytesIO(inhoud)) as archief:
        stam = _layer(archief.namelist())
        eigen = [naam for naam in archief.namelist() if naam[:-4] == stam and is_member(naam)]
        return {f"laag{naam[-4:].lower()}": archief.read(naam) for naam in eigen}


def _layer(namen: Iterable[str]) -> str:
    """Path of the shapefile without its extension."""
    return next(naam[:-4] for naam in namen if naam.lower().endswith(".shp"))


def _missing(namen: Sequence[str]) -> list[str]:
    stam = _layer(namen)
    aanwezig = {naam[-4:].lower() for naam in namen if naam[:-4] == stam}
    return [extensie for extensie in VEREIST if extensie not in aanwezig]


def _gebrek(probleem: str, oplossing: str) -> Onderzoek:
    return Onderzoek(Gebrek("inhoud van het zipbestand", probleem, oplossing))
