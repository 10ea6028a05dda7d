"""Back to a build that was published before: swing the link, after a look inside."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from etl import EtlError, warehouse


@dataclass(frozen=True)
class Keuze:
    """A build that is still there. `gebouwd_op` is UTC; `fout` says why readers may not get it."""

    stand: str
    pad: Path
    gepubliceerd: bool
    gebouwd_op: datetime | None = None
    demo: bool = False
    cijfers: int = 0
    fout: str | None = None


def choices(folder: Path) -> list[Keuze]:
    """The builds in `folder`, newest first, each opened and looked at."""
    return [_look(path, warehouse.published(folder)) for path in reversed(warehouse.builds(folder))]


def rollback(folder: Path, stand: str) -> Keuze:
    """Let readers see build `stand` again; raises EtlError when it is not there or not fit to be seen."""
    found = {one.stand: one for one in choices(folder)}
    if stand not in found:
        raise EtlError(f"Stand {stand} is er niet (meer). Kies uit: {', '.join(found) or 'geen enkele'}.")
    chosen = found[stand]
    if chosen.fout:
        raise EtlError(f"Stand {stand} kan niet meer gepubliceerd worden: {chosen.fout}")
    if chosen.demo and any(one.gepubliceerd and not one.demo and not one.fout for one in found.values()):
        raise EtlError(
            f"Stand {stand} bevat voorbeeldcijfers. Die komen niet in de plaats van echte cijfers."
        )
    warehouse.publish(chosen.pad)
    return chosen


def _look(path: Path, now: Path | None) -> Keuze:
    stand = warehouse.stand_of(path)
    try:
        with duckdb.connect(path, read_only=True) as db:
            wrong = warehouse.lacking(db) or warehouse.broken_rules(db)
            if wrong:
                return Keuze(stand, path, path == now, fout="; ".join(wrong))
            inside, gebouwd_op, demo = db.execute("select stand, gebouwd_op, demo from stand").fetchall()[0]
            [(cijfers,)] = db.execute("select count(waarde) from waarneming").fetchall()
    except (duckdb.Error, OSError, IndexError) as error:
        return Keuze(stand, path, path == now, fout=f"het bestand is niet te lezen ({error})")
    if inside != stand:
        return Keuze(stand, path, path == now, fout=f"in het bestand zit stand {inside}")
    return Keuze(stand, path, path == now, gebouwd_op, demo, cijfers)
