"""A demo delivery in the format of Opgroeien: the index in years as columns, and the six criteria."""

from collections.abc import Iterator
from pathlib import Path

from etl.demo.wereld import Wereld, add_births, draw, wereld_285
from etl.demo.werkboek import Rij, write_workbook

VENSTERS = range(2013, 2025)
CRITERIA = {
    "Inkomen": 0.74,
    "Opleiding": 0.58,
    "Arbeid": 0.66,
    "Stimulatie": 0.22,
    "Huisvesting": 0.41,
    "Gezondheid": 0.27,
}
"""Invented share of the children in kansarmoede that each criterion is about; a child can meet several."""
TE_WEINIG, TE_WEINIG_GEBOORTEN = 5, 30
NOOT = ("x: niet gepubliceerd, minder dan 5 kinderen in kansarmoede",)


def write_series(path: Path) -> Path:
    """The index of the municipalities of today and of Flanders, and the six criteria beside it."""
    return write_workbook(path, {"Kansarmoede-index": _index(), "Criteria": _criteria()})


def _areas() -> Iterator[Wereld]:
    gemeenten = list(wereld_285().values())
    yield from gemeenten
    yield Wereld("02000", "Vlaanderen", 0, 0, 0, add_births(gemeenten))


def _index() -> Iterator[Rij]:
    yield ("Kansarmoede-index per gemeente, in procent van de geboorten",)
    yield ("NIS-code", "Gemeente", *VENSTERS)
    for gebied in _areas():
        yield gebied.nis_code, gebied.naam, *(_share(gebied, jaar) for jaar in VENSTERS)


def _share(gebied: Wereld, jaar: int) -> float | str:
    geboren = sum(gebied.geboorten[jaar - n][0] for n in range(3))
    return "x" if geboren < TE_WEINIG_GEBOORTEN else round(100 * _children(gebied, jaar) / geboren, 1)


def _children(gebied: Wereld, jaar: int) -> int:
    """Children in kansarmoede, born in the three years that end with `jaar`."""
    return sum(gebied.geboorten[jaar - n][1] for n in range(3))


def _criteria() -> Iterator[Rij]:
    yield ("Criteria, in procent van de kinderen in kansarmoede",)
    yield ("NIS-code", "Gemeente", "Jaar", *CRITERIA)
    for gebied in _areas():
        eigen = {naam: draw(f"criterium/{naam}", gebied.nis_code).gauss(0, 0.06) for naam in CRITERIA}
        for jaar in VENSTERS:
            kansen = (CRITERIA[naam] + eigen[naam] + 0.004 * (jaar - VENSTERS[0]) for naam in CRITERIA)
            aandelen = (_criterion(_children(gebied, jaar), kans) for kans in kansen)
            yield gebied.nis_code, gebied.naam, jaar, *aandelen
    yield NOOT


def _criterion(kinderen: int, kans: float) -> float | str:
    """A share that a whole number of children can have; withheld for fewer than five children."""
    return "x" if kinderen < TE_WEINIG else round(100 * round(kinderen * kans) / kinderen, 1)
