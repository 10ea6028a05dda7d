"""The content of a build as sorted Parquet: the same deliveries give the same bytes."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import duckdb

from etl import EtlError

OF_THE_RUN = ("stand", "controle", "bewaking", "herziening", "wijziging")
"""These tell how and when a build was made, not what the publishers say."""
TWICE = ("waarneming_afwijkend", "reeks")
"""These hold again what stands in `waarneming_bron` and `waarneming`."""
NAMES = """
    select table_name from duckdb_tables() union all select view_name from duckdb_views() where not internal
    order by 1
"""
HALF = ".half-"


@dataclass(frozen=True)
class Tabel:
    """One written file: number of rows and fingerprint."""

    pad: Path
    rijen: int
    sha256: str


def export(build: Path, folder: Path) -> list[Tabel]:
    """Write each table with content of `build` to `<folder>/<table>.parquet`, sorted by all its columns.

    Moments (`opgehaald_op`) are left out: they tell when a file was fetched, and differ from place to place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    try:
        with duckdb.connect(build, read_only=True, config={"threads": 1}) as db:
            for (name,) in db.execute(NAMES).fetchall():
                if name not in (*OF_THE_RUN, *TWICE):
                    written.append(_write(db, name, folder))
    except duckdb.Error as error:
        raise EtlError(f"{build.name} is niet te exporteren: {error}") from error
    return written


def _write(db: duckdb.DuckDBPyConnection, table: str, folder: Path) -> Tabel:
    """One table, under its name only when it is whole."""
    columns = db.execute(
        "select column_name from duckdb_columns() where table_name = ? and data_type not like 'TIMESTAMP%' "
        "order by column_index",
        [table],
    ).fetchall()
    named = ", ".join(f'"{column}"' for (column,) in columns)
    path = folder / f"{table}.parquet"
    half = folder / f"{HALF}{path.name}"
    db.execute(
        f"copy (select {named} from {table} order by all) to '{_quoted(half)}' "  # noqa: S608 (own names)
        "(format parquet, compression zstd)"
    )
    [(rijen,)] = db.execute(f"select count(*) from {table}").fetchall()  # noqa: S608
    half.replace(path)
    return Tabel(path, rijen, sha256(path.read_bytes()).hexdigest())


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
