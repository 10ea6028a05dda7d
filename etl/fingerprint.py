"""Whether a new build could differ from the published one: same deliveries, same catalog, same program."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb
import pandas as pd

from etl.raw import Raw
from etl.warehouse import opened, usable
from indicators.model import Indicator

ROOT = Path(__file__).parents[1]
PROGRAM = ("etl", "indicators")
FAULTS = """
    select count(*) from controle where ernst = 'fout' and (levering is not null or indicator is not null)
"""
SUFFIXES = {".py", ".sql", ".toml", ".csv"}


def fingerprint(raw: Raw, bronnen: Iterable[str], catalog: Mapping[str, Indicator], demo_folder: Path) -> str:
    """A hash of all that decides what a build holds; it does not open the deliveries.

    A delivery that was damaged on disk counts as another one when its length differs. What a source answered
    the last time counts too, since readers see it; the time at which it did so does not.
    """
    parts: list[object] = [_program(), duckdb.__version__, pd.__version__]
    parts += [indicator.model_dump_json() for indicator in catalog.values()]
    parts += [(path.name, path.read_bytes()) for path in sorted(demo_folder.glob("demo_*"))]
    for herkomst in raw.provenances():  # the order matters: the last one speaks
        parts.append((herkomst.levering, herkomst.bestandsnaam, raw.size(herkomst)))
    for bron in bronnen:
        parts += [(bron, last.gelukt, last.boodschap) for last in raw.attempts(bron)[-1:]]
    return sha256(repr(parts).encode()).hexdigest()


def unchanged(folder: Path, now: str) -> Path | None:
    """The published build if it was made of all this, so that there is nothing to build; else None.

    A build in which a delivery could not be used is made again: what went wrong may have passed.
    """
    path = usable(folder)
    if path is None:
        return None
    with opened(path) as db:
        stand = db.execute("select * from stand").df().iloc[0]
        ((faults,),) = db.execute(FAULTS).fetchall()
    # A build of an earlier version does not have the column.
    return path if stand.get("vingerafdruk") == now and not faults else None


@cache
def _program() -> str:
    """A hash of our own code, and of the facts that lie beside it."""
    digest = sha256()
    for room in PROGRAM:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
