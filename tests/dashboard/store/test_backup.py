"""A backup is one consistent file, also while answers come in; restoring checks before it writes."""

import shutil
import sqlite3
import threading
from contextlib import closing

import pytest

from dashboard.store import Store, StoreError
from dashboard.store.backup import backup, restore

GENT, RONSE = "44021", "45041"


@pytest.fixture
def answered(store):
    store.bewaar(store.begin(GENT).id, "beleidsvrijheid", 5, None)
    return store


@pytest.fixture
def copy(answered, url, tmp_path):
    return backup(url, tmp_path / "kopie.sqlite")


def content(path) -> Store:
    return Store(f"sqlite:///{path}")


def test_a_backup_is_one_file_that_can_be_carried_away(copy, tmp_path):
    away = tmp_path / "elsewhere"
    away.mkdir()
    shutil.copy(copy, away / "store.sqlite")
    carried = content(away / "store.sqlite")
    assert carried.lopende(GENT).waarden == {"beleidsvrijheid": 5}
    carried.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("kopie")) == [
        "kopie.sqlite"
    ]


def test_restoring_puts_back_and_keeps_what_was_replaced(answered, copy, url):
    answered.begin(RONSE)
    kept = restore(url, copy)
    # The connections of the running app see it at once.
    assert answered.lopende(RONSE) is None
    assert answered.lopende(GENT).waarden == {"beleidsvrijheid": 5}
    answered.bewaar(answered.begin(GENT).id, "rol_02_nu", 3, None)

    replaced = content(kept)
    assert replaced.lopende(RONSE) is not None
    replaced.close()


def test_restoring_where_there_is_no_store_yet(copy, tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'store.sqlite'}"
    assert restore(url, copy) is None
    restored = Store(url)
    assert restored.lopende(GENT).waarden == {"beleidsvrijheid": 5}
    restored.close()


def test_an_older_backup_is_replaced(answered, copy, url):
    answered.begin(RONSE)
    assert backup(url, copy) == copy
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM beoordeling").fetchone() == (2,)


def test_a_backup_under_concurrent_writes_restores(store, url, tmp_path):
    """What is in the backup is what was kept when it was made, to the last answer of one transaction."""
    begun, stop, written = store.begin(GENT), threading.Event(), []

    def write():
        writer, versie = Store(url), None
        while not stop.is_set():
            versie = writer.bewaar(begun.id, "beleidsvrijheid", 1 + len(written) % 6, versie).versie
            written.append(versie)
        writer.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        copies = []
        for number in range(10):
            before = len(written)
            path = backup(url, tmp_path / f"kopie-{number}.sqlite")
            copies.append((before, path, len(written) + 1))
    finally:
        stop.set()
        thread.join()
    assert len(written) > 10

    for before, path, after in copies:
        restore(url, path)
        answer = store.lopende(GENT).antwoorden.get("beleidsvrijheid")
        versie = answer.versie if answer else 0
        assert before <= versie <= after
        assert answer is None or answer.waarde == 1 + (versie - 1) % 6


def newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def no_version(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")


def another_program(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE boodschappen (wat TEXT)")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.unlink(), "bestaat niet"),
        (lambda path: path.write_text("geen databank"), "geen SQLite-bestand"),
        (lambda path: path.write_bytes(b""), "geen SQLite-bestand"),
        (lambda path: path.write_bytes(path.read_bytes()[:6000]), "beschadigd"),
        (another_program, "geen reservekopie van Regiekompas"),
        (no_version, "geen versie"),
        (newer, "nieuwere versie"),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_touched(answered, copy, url, tmp_path, spoil, message):
    spoil(copy)
    with pytest.raises(StoreError, match=message):
        restore(url, copy)
    assert answered.lopende(GENT).waarden == {"beleidsvrijheid": 5}
    assert not list(tmp_path.glob("*.vervangen-*"))


def test_a_backup_that_cannot_be_made_is_refused(answered, url, tmp_path):
    with pytest.raises(StoreError, match="nog geen databank"):
        backup(f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path / "kopie.sqlite")
    with pytest.raises(StoreError, match="is de databank zelf"):
        backup(url, tmp_path / "store.sqlite")
    with pytest.raises(StoreError, match="is de databank zelf"):
        restore(url, tmp_path / "store.sqlite")
    with pytest.raises(StoreError, match=r"De map .* bestaat niet"):
        backup(url, tmp_path / "none" / "kopie.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("command", [backup, restore])
def test_postgresql_has_its_own_tools(command, tmp_path):
    with pytest.raises(StoreError, match="pg_dump"):
        command("postgresql://localhost/regiekompas", tmp_path / "kopie.sqlite")
