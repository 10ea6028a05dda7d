"""The migrations make exactly the tables that the code uses."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from dashboard.store import Store, StoreError
from dashboard.store.engine import connect
from dashboard.store.migrate import migrate
from dashboard.store.tables import Table


def test_migrating_from_nothing_gives_the_tables_of_the_code(url):
    migrate(url)
    engine = connect(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
        assert {"beoordeling", "antwoord"} <= set(inspect(connection).get_table_names())
    engine.dispose()


def test_migrating_again_keeps_what_is_there(store):
    begun = store.begin("44021")
    store.bewaar(begun.id, "beleidsvrijheid", 5, None)
    store.migrate()
    assert store.lopende("44021").waarden == {"beleidsvrijheid": 5}


def test_the_folder_of_the_store_is_made(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'new' / '100% own' / 'store.sqlite'}")
    store.migrate()
    assert store.lopende("44021") is None
    store.close()


def test_a_store_of_a_newer_version_is_left_alone(store, url):
    store.begin("44021")
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="nieuwere versie van Regiekompas \\(9999\\)"):
        store.migrate()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"
    engine.dispose()


def test_sqlite_is_set_up_for_several_processes(url):
    migrate(url)
    engine = connect(url)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 5000}
