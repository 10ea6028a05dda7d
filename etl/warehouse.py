"""Write a fresh DuckDB file, verify it, then point `warehouse.duckdb` at it.

Readers keep the file that they opened; their next question resolves the link and finds the new one. Until
the link swings nothing that they see has changed, so a run may be killed at any moment.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from etl import EtlError
from indicators.gemeenten import gemeenten
from indicators.model import Indicator

SQL = Path(__file__).parent / "sql"
SCHEMA, CONTRACT, REEKS = (
    (SQL / name).read_text("utf-8") for name in ("schema.sql", "contract.sql", "reeks.sql")
)
CONFIG: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "256MB"}
"""What does not fit is written beside the file, in a folder that disappears with the connection."""
LINK = "warehouse.duckdb"
HALF = ".half-"
KEEP = 7
"""A week of nights to go back to, with `python -m etl rollback`."""


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold `folder` for one run; the system lets go when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EtlError(
                f"Er loopt al een andere verwerking in {folder}. Wacht tot die klaar is en probeer opnieuw."
            ) from error
        yield


def published(folder: Path) -> Path | None:
    """The file that readers see now, or None."""
    link = folder / LINK
    return link.resolve() if link.exists() else None


def builds(folder: Path) -> list[Path]:
    """The builds that are still there, oldest first."""
    return sorted(folder.glob("warehouse-*.duckdb"))


def stand_of(build: Path) -> str:
    """The id of a build, which is in its file name."""
    return build.stem.removeprefix("warehouse-")


@contextmanager
def opened(build: Path, **config: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A build to ask; raises EtlError with the remedy when the file is damaged."""
    try:
        with duckdb.connect(build, read_only=True, config=CONFIG | config) as db:
            yield db
    except duckdb.Error as error:
        raise EtlError(
            f"{build.name} is niet te lezen ({error}). Ga terug naar een andere stand met 'python -m etl "
            f"rollback'. Is er geen, haal dan de link {LINK} weg: 'python -m etl run' maakt een nieuwe "
            "stand van de bewaarde leveringen."
        ) from error


def lacking(db: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables and columns that the app asks for and this file, of an older version, does not have."""
    columns = "select table_name || '.' || column_name from duckdb_columns() where not internal"
    there = {name for (name,) in db.execute(columns).fetchall()}
    with duckdb.connect() as fresh:
        fresh.execute(SCHEMA)
        absent = sorted({name for (name,) in fresh.execute(columns).fetchall()} - there)
    return [f"{', '.join(absent)} ontbreekt, want de stand is van een oudere versie"] if absent else []


def usable(folder: Path) -> Path | None:
    """The file that readers see now, if it is of this version; else None. EtlError when it is damaged."""
    path = published(folder)
    if path is None:
        return None
    with opened(path) as db:
        return None if lacking(db) else path


def write(
    folder: Path, stand: str, tables: Mapping[str, pd.DataFrame], catalog: Mapping[str, Indicator]
) -> Path:
    """A verified `warehouse-<stand>.duckdb` with these tables; nobody sees it yet."""
    half = folder / f"{HALF}{stand}.duckdb"
    try:
        # One thread keeps the rows in the order given: the file is smaller, and hardly takes longer.
        with duckdb.connect(half, config=CONFIG | {"threads": 1}) as db:
            db.execute(SCHEMA)
            for name, frame in tables.items():
                if not frame.empty:
                    db.register("incoming", frame)
                    db.execute(f"insert into {name} by name select * from incoming")  # noqa: S608 (own names)
                    db.unregister("incoming")
            db.execute(REEKS)
        _verify(half, tables, catalog)
        return half.rename(folder / f"warehouse-{stand}.duckdb")
    except duckdb.Error as error:
        raise EtlError(f"De database weigert de nieuwe gegevens: {error}") from error
    finally:  # a full disk stays full as long as half a build lies on it
        _remove(folder.glob(f"{half.name}*"))


def publish(built: Path) -> None:
    """Let readers see `built` from their next question on; its name is on the disk before the link is."""
    folder = os.open(built.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    fresh = built.with_name(f"{HALF}{built.stem}.link")
    fresh.symlink_to(built.name)
    fresh.replace(built.with_name(LINK))


def tidy(folder: Path) -> None:
    """Remove what killed runs left, and all builds but the last `KEEP` and the published one."""
    _remove(folder.glob(f"{HALF}*"))
    for old in set(builds(folder)[:-KEEP]) - {published(folder)}:
        old.unlink()


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _verify(path: Path, tables: Mapping[str, pd.DataFrame], catalog: Mapping[str, Indicator]) -> None:
    """Read the file back and compare it with what it should hold; raises EtlError."""
    with opened(path) as db:
        counted = {name: _one(db, f"select count(*) from {name}") for name in tables}  # noqa: S608
        wrong = [
            f"tabel {name} heeft {counted[name]} rijen in plaats van {len(frame)}"
            for name, frame in tables.items()
            if counted[name] != len(frame)
        ]
        expected = len(catalog) * len(gemeenten("285"))
        if counted["profiel"] != expected:
            wrong.append(f"profiel heeft {counted['profiel']} rijen in plaats van {expected}")
        wrong += broken_rules(db)
    if wrong:
        raise EtlError("De nieuwe gegevens kloppen niet: " + "; ".join(wrong) + ".")


def broken_rules(db: duckdb.DuckDBPyConnection) -> list[str]:
    """What is wrong with the figures in an open build, in Dutch: the rules that some row breaks."""
    found = []
    for table in ("waarneming", "waarneming_bron"):
        asked = db.execute(CONTRACT.replace("{table}", table))
        rules = [column[0] for column in asked.description or ()]
        found += [f"{rule} ({table})" for rule, rows in zip(rules, asked.fetchall()[0], strict=True) if rows]
    return found


def _one(db: duckdb.DuckDBPyConnection, sql: str) -> int:
    """The single number that `sql` answers; all rows are fetched, so that the connection is free again."""
    return int(db.execute(sql).fetchall()[0][0])
