"""Copy all self-assessments to a file, and put them back, also while the app is in use."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dashboard.store.engine import BUSY_SECONDS, parsed, sqlite_file
from dashboard.store.errors import StoreError
from dashboard.store.migrate import known_versions, migrate

HEADER = b"SQLite format 3\x00"


def backup(store_url: str, target: Path) -> Path:
    """Write a consistent copy of the store to `target`; an older copy there is replaced at the end."""
    source = _file(store_url)
    if not source.is_file():
        raise StoreError(f"Er is nog geen databank met regiescans: {source} bestaat niet.")
    if target.resolve() == source.resolve():
        raise StoreError(f"{target} is de databank zelf. Kies een ander bestand voor de reservekopie.")
    if not target.parent.is_dir():
        raise StoreError(f"De map {target.parent} bestaat niet. Maak ze eerst, of kies een andere.")
    unfinished = target.with_name(target.name + ".bezig")
    unfinished.unlink(missing_ok=True)
    _copy(source, unfinished)
    with _opened(unfinished, "rw") as connection:
        # The store keeps a write-ahead log beside it; a backup has to be one file that can be carried away.
        connection.execute("PRAGMA journal_mode = DELETE")
    unfinished.replace(target)
    return target


def restore(store_url: str, source: Path) -> Path | None:
    """Replace the content of the store by that of `source`, and bring it to this version.

    Returns where the replaced store was kept, None when there was none. Raises before anything is touched
    when `source` is damaged, is no backup of this program, or comes from a newer version.
    """
    store = _file(store_url)
    _check(source)
    kept = None
    if store.is_file():
        if source.resolve() == store.resolve():
            raise StoreError(f"{source} is de databank zelf. Kies een reservekopie.")
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        kept = backup(store_url, store.with_name(f"{store.name}.vervangen-{stamp}"))
    store.parent.mkdir(parents=True, exist_ok=True)
    # Written into the present file instead of moved over it: whoever has it open sees the new content.
    _copy(source, store)
    migrate(store_url)
    return kept


def _file(store_url: str) -> Path:
    file = sqlite_file(parsed(store_url))
    if file is None:
        raise StoreError(
            "De regiescans staan in PostgreSQL. Gebruik pg_dump voor een reservekopie en pg_restore om ze "
            "terug te zetten."
        )
    return file


@contextmanager
def _opened(file: Path, mode: str) -> Iterator[sqlite3.Connection]:
    uri = f"{file.resolve().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
        yield connection


def _copy(source: Path, target: Path) -> None:
    try:
        with _opened(source, "rw") as reading, _opened(target, "rwc") as writing:
            reading.backup(writing)
            state = writing.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        raise StoreError(f"Kopiëren van {source} naar {target} mislukt: {error}.") from error
    if state != "ok":
        raise StoreError(f"De kopie in {target} is niet gaaf ({state}). Is de schijf vol of beschadigd?")


def _check(source: Path) -> None:
    if not source.is_file():
        raise StoreError(f"{source} bestaat niet.")
    with source.open("rb") as file:
        if file.read(len(HEADER)) != HEADER:
            raise StoreError(f"{source} is geen reservekopie van Regiekompas: het is geen SQLite-bestand.")
    try:
        with _opened(source, "ro") as connection:
            state = connection.execute("PRAGMA integrity_check").fetchone()[0]
            connection.execute("SELECT count(*) FROM antwoord JOIN beoordeling ON beoordeling_id = id")
            versions = {row[0] for row in connection.execute("SELECT version_num FROM alembic_version")}
    except sqlite3.OperationalError as error:
        raise StoreError(f"{source} is geen reservekopie van Regiekompas: {error}.") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{source} is beschadigd: {error}. Neem een andere reservekopie.") from error
    if state != "ok":
        raise StoreError(f"{source} is beschadigd: {state}. Neem een andere reservekopie.")
    if not versions:
        raise StoreError(f"{source} is geen reservekopie van Regiekompas: er staat geen versie in.")
    if not versions <= known_versions():
        raise StoreError(
            f"{source} komt uit een nieuwere versie van Regiekompas of uit een ander programma "
            f"({', '.join(sorted(versions))}). Installeer eerst die versie."
        )
