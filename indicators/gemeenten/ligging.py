"""Where a municipality lies: the areas that it belongs to, and its neighbours."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from indicators.gemeenten.staten import UnknownCode, day_or_none, gemeenten, rows


@dataclass(frozen=True, slots=True)
class Lidmaatschap:
    """That a municipality belongs to an area, from and until (None: still) when.

    `niveau` is arrondissement, provincie, referentieregio, eerstelijnszone or centrumstad. Dates matter:
    Zwijndrecht lay in the province of Antwerpen until the end of 2024, its territory now lies in
    Oost-Vlaanderen.
    """

    nis_code: str
    niveau: str
    groep: str
    groep_naam: str
    geldig_van: date
    geldig_tot: date | None


@cache
def lidmaatschappen() -> tuple[Lidmaatschap, ...]:
    """All memberships, of all states; of referentieregio's and eerstelijnszones only those of today."""
    return tuple(
        Lidmaatschap(
            nis_code=row["nis_code"],
            niveau=row["niveau"],
            groep=row["groep"],
            groep_naam=row["groep_naam"],
            geldig_van=date.fromisoformat(row["geldig_van"]),
            geldig_tot=day_or_none(row["geldig_tot"]),
        )
        for row in rows("lidmaatschap.csv")
    )


@cache
def _buren() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("buren.csv"):
        found[row["nis_code"]].add(row["buur"])
        found[row["buur"]].add(row["nis_code"])
    return {nis: frozenset(found[nis]) for nis in gemeenten()}


def buren(nis: str) -> frozenset[str]:
    """Codes of today's Flemish municipalities that share a stretch of border with `nis`; Voeren has none.

    Raises UnknownCode if `nis` is not a code of today.
    """
    if nis not in gemeenten():
        raise UnknownCode(f"{nis} is not the NIS code of a Flemish municipality of today")
    return _buren()[nis]
