"""What readers see now: the new build is compared with it, and takes over what may not get lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.warehouse import HALF, opened, published


@dataclass(frozen=True)
class Previous:
    """The published build with real figures. Files of an older version may lack a table or a column."""

    path: Path

    def ask(self, sql: str, **frames: pd.DataFrame) -> pd.DataFrame:
        """The answer to `sql`, in which the tables of the build and these frames can be named."""
        # What does not fit in memory goes where the remains of a killed run are tidied away.
        with opened(self.path, temp_directory=str(self.path.with_name(f"{HALF}previous"))) as db:
            for name, frame in frames.items():
                db.register(name, frame)
            return db.execute(sql).df()

    def rows(self, table: str, columns: Sequence[str]) -> pd.DataFrame:
        """A whole table with exactly these columns; empty when this build did not have it yet."""
        there = self.ask("select table_name from duckdb_tables()")["table_name"]
        if table not in set(there):
            return pd.DataFrame(columns=list(columns))
        return self.ask(f"select * from {table}").reindex(columns=list(columns))  # noqa: S608 (own names)


def previous(folder: Path) -> Previous | None:
    """The build to compare with, or None: there is none yet, or all its figures are made up."""
    path = published(folder)
    if path is None:
        return None
    found = Previous(path)
    return None if found.ask("select demo from stand")["demo"].any() else found
