"""The digitised tables, cell by cell, and where in the study they stand."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from indicators.regie.vragenlijst import InvalidRegie

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cel:
    """One number: `waarde` as printed, `verbeterd` corrects a misprint, `n` is what a % is taken of."""

    rij: str
    kolom: str
    waarde: float
    verbeterd: float | None
    eenheid: str
    n: int | None

    @property
    def juist(self) -> float:
        """The number to use: the correction where there is one."""
        return self.waarde if self.verbeterd is None else self.verbeterd

    @property
    def aantal(self) -> int:
        """How many municipalities the percentage stands for; raises where no n is known."""
        if self.n is None:
            raise InvalidRegie(f"cel {self.rij}/{self.kolom}: geen n, dus geen aantal")
        return round(self.juist * self.n / 100)


@dataclass(frozen=True, slots=True)
class Kop:
    """What a table is about: page in the report, title in our words, a note, and the printed labels by id."""

    pagina: int
    titel: str
    noot: str
    rijen: Mapping[str, str] = field(default_factory=dict)
    kolommen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """The report that the tables come from."""

    auteurs: str
    titel: str
    uitgever: str
    datum: date

    def citaat(self, *nummers: int) -> str:
        """Return the source line for some tables, each with its page."""
        where = "; ".join(f"tabel {nummer}, blz. {kop(nummer).pagina}" for nummer in nummers)
        return f"{self.auteurs} ({self.datum.year}). {self.titel}. {self.uitgever}, {where}."


@cache
def _beschrijving() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "tabellen.toml").read_text("utf-8"))


def kop(nummer: int) -> Kop:
    """Return the heading of table `nummer`; raises for a table that is not digitised."""
    found = _beschrijving()["tabel"].get(str(nummer))
    if found is None:
        raise InvalidRegie(f"tabel {nummer} van het onderzoek is niet overgenomen")
    return Kop(**found)


@cache
def tabel(nummer: int) -> tuple[Cel, ...]:
    """Return every cell of table `nummer` (4, 6, 9, 10, 11, 12 or 13), row by row as printed."""
    kop(nummer)
    with (FOLDER / f"tabel_{nummer}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Cel(
                rij=row["rij"],
                kolom=row["kolom"],
                waarde=float(row["waarde"]),
                verbeterd=float(row["verbeterd"]) if row["verbeterd"] else None,
                eenheid=row["eenheid"],
                n=int(row["n"]) if row["n"] else None,
            )
            for row in csv.DictReader(file)
        )


def rij(nummer: int, naam: str) -> dict[str, Cel]:
    """Return one row of a table, by column; raises when the table has no such row."""
    found = {cel.kolom: cel for cel in tabel(nummer) if cel.rij == naam}
    if not found:
        raise InvalidRegie(f"tabel {nummer} heeft geen rij '{naam}'")
    return found


BRON = Onderzoek(**_beschrijving()["bron"])
