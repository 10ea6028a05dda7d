"""How the store connects: SQLite made safe for several writing processes, PostgreSQL as it is."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry, Pool

from dashboard.store.errors import Onbereikbaar, StoreError

log = logging.getLogger(__name__)
BUSY_SECONDS = 5.0
EXAMPLE = "Schrijf bijvoorbeeld sqlite:///data/store.sqlite."
READING = "reading"
"""Execution option of connections that only read: they take no write lock."""


def parsed(url: str) -> URL:
    """Return the parsed URL of the store; raises when it is none, or names no file."""
    try:
        found = make_url(url)
        found.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        # Without the address itself: it can hold a password.
        raise StoreError(f"DATABASE_URL is geen geldig adres. {EXAMPLE}") from error
    if found.get_backend_name() == "sqlite" and found.database in (None, "", ":memory:"):
        raise StoreError(f"DATABASE_URL noemt geen bestand. {EXAMPLE}")
    return found


def sqlite_file(url: URL) -> Path | None:
    """Return the file behind a SQLite URL; None for another database."""
    return Path(str(url.database)) if url.get_backend_name() == "sqlite" else None


def connect(url: str, poolclass: type[Pool] | None = None) -> Engine:
    """Return an engine for `url`. It opens no connection yet, so it may be made before a fork."""
    address = parsed(url)
    if sqlite_file(address) is None:
        try:
            return create_engine(address, poolclass=poolclass)
        except ModuleNotFoundError as error:
            raise StoreError(
                f"DATABASE_URL noemt {address.drivername}. Installeer het pakket {error.name}, dat ontbreekt."
            ) from error
    engine = create_engine(address, poolclass=poolclass, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def answering() -> Iterator[None]:
    """Raise Onbereikbaar where the database does not do what it is asked, and log why; rules still hold."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        log.error("the store does not answer: %s", error.orig)
        raise Onbereikbaar from error


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Python's driver begins transactions late and by its own rules; here SQLAlchemy says when (see `_begin`).
    connection.isolation_level = None
    for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and then writes fails at once when another wrote in between; taking the
    # write lock at the start makes it wait instead.
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
