"""Cells with a footnote mark, as in '9,1 (1)', and the notes themselves, above or below a table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan

from etl.sources.bestand import Cel
from etl.sources.cellen import GETAL, MERKEN
from indicators.model import Status

MERK = r"\(\d{1,2}\)|\*+"
CEL = re.compile(rf"(?P<getal>{GETAL.pattern})?\s*(?P<procent>%)?\s*(?P<merk>{MERK})?")
KLEIN_AANTAL = re.compile(r"<\s*\d+")
"""'<5': a number of children too small to publish."""
NOOT = re.compile(rf"(?P<merk>{MERK}|\d{{1,2}}[.:)])\s*(?P<tekst>\D.*)", re.S)
VOORLOPIG = re.compile(r"voorlopig", re.I)
VERZWEGEN = re.compile(r"onderdrukt|niet (gepubliceerd|getoond|vrijgegeven)|klein|herken|privacy", re.I)


@dataclass(frozen=True)
class Cijfer:
    """What one cell says. `procent`: a percent sign stands beside the number itself."""

    waarde: float
    status: Status
    voorlopig: bool = False
    procent: bool = False


def read_notes(rijen: Iterable[Sequence[Cel]]) -> dict[str, str]:
    """Mark -> text of each note: '(1) voorlopig cijfer' gives {'1': 'voorlopig cijfer'}."""
    cellen = (str(cel).strip() for rij in rijen for cel in rij)
    gevonden = (match for cel in cellen if (match := NOOT.fullmatch(cel)))
    return {_bare(match["merk"]): match["tekst"].strip() for match in gevonden}


def read_cell(cel: Cel, noten: Mapping[str, str]) -> Cijfer | None:
    """The number or the reason why there is none; None for what is neither.

    A mark without a number needs a note that says that the figure is withheld. A lone `*` always means that.
    """
    if isinstance(cel, bool):
        return None
    if isinstance(cel, int | float):
        return Cijfer(float(cel), Status.WAARDE) if isfinite(cel) else None
    tekst = str(cel).strip()
    if status := MERKEN.get(tekst.casefold()):
        return Cijfer(nan, status)
    if KLEIN_AANTAL.fullmatch(tekst):
        return Cijfer(nan, Status.ONDERDRUKT)
    match = CEL.fullmatch(tekst)
    if not match:
        return None
    noot = noten.get(_bare(match["merk"] or ""), "")
    if match["getal"]:
        waarde = float(match["getal"].replace(",", "."))
        if not isfinite(waarde):
            return None
        return Cijfer(waarde, Status.WAARDE, bool(VOORLOPIG.search(noot)), bool(match["procent"]))
    return Cijfer(nan, Status.ONDERDRUKT) if VERZWEGEN.search(noot) else None


def without_mark(tekst: str) -> str:
    """Text without the footnote mark at its end: '2017 (1)' becomes '2017'."""
    return re.sub(rf"\s*({MERK})$", "", tekst.strip())


def _bare(merk: str) -> str:
    return merk.strip("().: ")
