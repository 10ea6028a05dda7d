"""What can be set from outside, and nothing more."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, where the data is, under which path it is shown, and whom readers write to."""

    host: str = "127.0.0.1"
    port: int = 8050
    warehouse_dir: Path = Path("data")
    database_url: str = "sqlite:///data/store.sqlite"
    url_prefix: str = ""
    contact: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read HOST, PORT, WAREHOUSE_DIR, DATABASE_URL, URL_PREFIX and CONTACT; empty means the default.

        Without DATABASE_URL the self-assessments are kept beside the warehouse.
        """
        folder = Path(environment.get("WAREHOUSE_DIR") or "data")
        prefix = environment.get("URL_PREFIX", "").strip("/")
        return cls(
            host=environment.get("HOST") or "127.0.0.1",
            port=int(environment.get("PORT") or 8050),
            warehouse_dir=folder,
            database_url=environment.get("DATABASE_URL") or f"sqlite:///{folder / 'store.sqlite'}",
            url_prefix=f"/{prefix}" if prefix else "",
            contact=environment.get("CONTACT", "").strip(),
        )

    @property
    def warehouse(self) -> Path:
        """The link that always points at the newest build."""
        return self.warehouse_dir / "warehouse.duckdb"

    def href(self, path: str) -> str:
        """Return `path` as a browser must ask for it: `/gegevens` becomes `/prefix/gegevens`."""
        return self.url_prefix + path
