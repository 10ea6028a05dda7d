"""Bring the store to the schema of this version, also when two processes start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.pool import NullPool

from dashboard.store.engine import answering, connect, parsed, sqlite_file
from dashboard.store.errors import StoreError

SCRIPTS = Path(__file__).parent / "migrations"
MIGRATION_LOCK = 2018_08_31
"""Any number, as long as every process takes the same one."""


def config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration; the scripts run on `connection`, inside its transaction."""
    found = Config()
    found.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def known_versions() -> set[str]:
    """Return the schema versions that this program can read and bring up to date."""
    return {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}


def migrate(url: str) -> None:
    """Create or upgrade the tables of the store; a second process waits and then finds nothing to do."""
    file = sqlite_file(parsed(url))
    if file is not None:
        _make_folder(file.parent)
    # No pool: nothing stays open that a later fork could inherit.
    engine = connect(url, poolclass=NullPool)
    with answering(), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            # SQLite took its only write lock at BEGIN; PostgreSQL has to be asked for one.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
        present = MigrationContext.configure(connection).get_current_heads()
        if not set(present) <= known_versions():
            raise StoreError(
                f"De databank met regiescans komt uit een nieuwere versie van Regiekompas ({present[0]}). "
                "Installeer die versie, of zet een oudere reservekopie terug."
            )
        command.upgrade(config(connection), "head")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"De map {folder} voor de regiescans kan niet gemaakt worden: {error.strerror}. "
            "Kies een andere met DATABASE_URL of WAREHOUSE_DIR."
        ) from error
