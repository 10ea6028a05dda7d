"""Writing a workbook of which the content never depends on the day that it is made."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

GEMAAKT_OP = datetime(2025, 1, 1)
Rij = Sequence[str | float | int | None]


def write_workbook(path: Path, bladen: Mapping[str, Iterable[Rij]]) -> Path:
    """Write sheets of rows, the first of which is the header; None and '' become empty cells."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom) as werkboek:
        werkboek.set_properties(
            {"title": "Voorbeeldcijfers, niet gebruiken", "created": GEMAAKT_OP, "author": "Regiekompas"}
        )
        for naam, rijen in bladen.items():
            blad = werkboek.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                blad.write_row(nummer, 0, rij)
    path.write_bytes(stroom.getvalue())
    return path
