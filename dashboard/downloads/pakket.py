"""The zip: the same bytes for the same figures, whenever it is asked for."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNIX = 3
READABLE = 0o644 << 16


def zip_van(bestanden: Mapping[str, bytes], dag: date) -> bytes:
    """Return a zip of these files by name, all of them dated `dag`, 1980 or later."""
    geschreven = BytesIO()
    with ZipFile(geschreven, "w") as pakket:
        for naam, inhoud in bestanden.items():
            kop = ZipInfo(naam, (dag.year, dag.month, dag.day, 0, 0, 0))
            kop.create_system, kop.external_attr, kop.compress_type = UNIX, READABLE, ZIP_DEFLATED
            pakket.writestr(kop, inhoud)
    return geschreven.getvalue()
