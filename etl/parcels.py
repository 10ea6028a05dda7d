"""What a person hands in: single files, and shapefiles, whose parts stay together."""

from collections.abc import Iterable
from pathlib import Path

from etl import EtlError
from etl.sources import Bestand
from etl.sources.shapefile import SAMEN, bundle, is_member, siblings

MAX_BYTES = 256 * 2**20
"""Of a file, or of the parts of a shapefile together."""


def parcels(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, in their order; a shapefile comes once, as its .shp."""
    found: list[Path] = []
    for path in paths:
        whole = _whole(path)
        if not is_member(path.name) or whole not in found:
            found.append(whole)
    return found


def _whole(path: Path) -> Path:
    if not is_member(path.name) or not path.is_file():
        return path
    return next((one for one in siblings(path) if one.suffix.lower() == ".shp"), path)


def open_parcel(path: Path) -> Bestand:
    """The bytes of a file, or of a shapefile as one zip file; raises EtlError or OSError."""
    if not path.is_file():
        raise EtlError(f"{path} bestaat niet. Kijk het pad na.")
    parts = siblings(path) if is_member(path.name) else [path]
    if sum(part.stat().st_size for part in parts) > MAX_BYTES:
        raise EtlError(f"{path.name} is groter dan {MAX_BYTES // 2**20} MB. Lever alleen de tabel zelf.")
    if not is_member(path.name):
        return Bestand(path.name, path.read_bytes())
    if path.suffix.lower() != ".shp":
        raise EtlError(
            f"{path.name} is een deel van een shapefile, maar het .shp-bestand ontbreekt. "
            f"Wat je kunt doen: {SAMEN}"
        )
    return Bestand(f"{path.stem}.zip", bundle((part.name, part.read_bytes()) for part in parts))
