"""The Flemish municipalities, in each of the three states that figures are published in."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from indicators.gemeenten.spelling import slug_of, woorden

GEOGRAFIEEN = ("308", "300", "285")
"""The states, named after their number of municipalities: before 2019, 2019-2024, from 2025."""
PEILDAG = {"308": date(2018, 12, 31), "300": date(2024, 12, 31), "285": date(2025, 1, 1)}
"""A day on which each state held."""
VLAANDEREN = "02000"
"""The Flemish Region, as it stands in `nis_code`: five digits, text."""


class UnknownCode(ValueError):
    """A code or a state that does not exist, or codes that do not belong together; the message names them."""


class OnbekendeGroep(UnknownCode):
    """A group to compare with that does not exist, or not for this municipality.

    `zin` is Dutch, for the reader: what is the matter, and what to do.
    """

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def geografie_op(dag: date) -> str:
    """The state that holds on a day, for figures with the codes of that day."""
    return next((state for state in ("308", "300") if dag <= PEILDAG[state]), "285")


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality over the period in which code, name and territory stayed the same.

    `geldig_tot` is the last day, None for the municipalities of today. Only these have a `slug`.
    """

    nis_code: str
    naam: str
    slug: str
    geldig_van: date
    geldig_tot: date | None


@dataclass(frozen=True, slots=True)
class Fusie:
    """One predecessor of a merged municipality. Antwerpen 11002 is its own predecessor: the code was kept."""

    datum: date
    oud_nis: str
    oud_naam: str
    nieuw_nis: str
    nieuw_naam: str


def rows(bestand: str) -> list[dict[str, str]]:
    """The rows of one of the CSV files beside this module."""
    with (Path(__file__).parent / bestand).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day_or_none(tekst: str) -> date | None:
    """A date from a CSV cell; an empty cell is an open end."""
    return date.fromisoformat(tekst) if tekst else None


@cache
def gemeenten(geografie: str = "285") -> Mapping[str, Gemeente]:
    """The municipalities of a state by NIS code, in alphabetical order: 308, 300 or 285 of them."""
    if geografie not in PEILDAG:
        raise UnknownCode(f"geografie {geografie!r} is unknown, choose from {', '.join(GEOGRAFIEEN)}")
    day = PEILDAG[geografie]
    found = [
        Gemeente(
            nis_code=row["nis_code"],
            naam=row["naam"],
            slug="" if row["geldig_tot"] else slug_of(row["naam"]),
            geldig_van=date.fromisoformat(row["geldig_van"]),
            geldig_tot=day_or_none(row["geldig_tot"]),
        )
        for row in rows("gemeenten.csv")
    ]
    valid = [g for g in found if g.geldig_van <= day and (g.geldig_tot is None or day <= g.geldig_tot)]
    return MappingProxyType({g.nis_code: g for g in sorted(valid, key=lambda g: woorden(g.naam))})


@cache
def alle_codes() -> frozenset[str]:
    """The NIS codes that a Flemish municipality has or had, in any state."""
    return frozenset(code for geografie in GEOGRAFIEEN for code in gemeenten(geografie))


@cache
def _by_slug() -> Mapping[str, Gemeente]:
    return {g.slug: g for g in gemeenten().values()}


def gemeente(slug: str) -> Gemeente | None:
    """Today's municipality with this slug, or None."""
    return _by_slug().get(slug)


@cache
def fusies() -> tuple[Fusie, ...]:
    """The mergers of 2019 and 2025, one row per predecessor, oldest first."""
    return tuple(
        Fusie(
            datum=date.fromisoformat(row["datum"]),
            oud_nis=row["oud_nis"],
            oud_naam=row["oud_naam"],
            nieuw_nis=row["nieuw_nis"],
            nieuw_naam=row["nieuw_naam"],
        )
        for row in rows("fusies.csv")
    )
