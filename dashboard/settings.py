"""What can be set from outside, and nothing more."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

HIGHEST_PORT = 65_535


class SettingsError(ValueError):
    """A setting that cannot be: which one, and how to write it. Dutch, for who starts the app."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, where the data is, at which address it is shown, and whom readers write to."""

    host: str = "127.0.0.1"
    port: int = 8050
    warehouse_dir: Path = Path("data")
    database_url: str = "sqlite:///data/store.sqlite"
    url_prefix: str = ""
    contact: str = ""
    public_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read HOST, PORT, WAREHOUSE_DIR, DATABASE_URL, URL_PREFIX, PUBLIC_URL and CONTACT.

        Empty means the default. Without DATABASE_URL the self-assessments are kept beside the warehouse.
        Raises SettingsError where PORT is no port or PUBLIC_URL no address.
        """
        folder = Path(environment.get("WAREHOUSE_DIR") or "data")
        prefix = environment.get("URL_PREFIX", "").strip("/")
        return cls(
            host=environment.get("HOST") or "127.0.0.1",
            port=_port(environment.get("PORT") or "8050"),
            warehouse_dir=folder,
            database_url=environment.get("DATABASE_URL") or f"sqlite:///{folder / 'store.sqlite'}",
            url_prefix=f"/{prefix}" if prefix else "",
            contact=environment.get("CONTACT", "").strip(),
            public_url=_origin(environment.get("PUBLIC_URL", "").strip()),
        )

    @property
    def warehouse(self) -> Path:
        """The link that always points at the newest build."""
        return self.warehouse_dir / "warehouse.duckdb"

    def href(self, path: str) -> str:
        """Return `path` as a browser must ask for it: `/gegevens` becomes `/prefix/gegevens`."""
        return self.url_prefix + path

    def buiten(self, path: str, host_url: str) -> str:
        """Return the whole address of `path`, for a file that leaves the site.

        `host_url` is where the request says that we are: a proxy hides it and anybody may write it, so it
        counts only where PUBLIC_URL is not set.
        """
        return (self.public_url or host_url.rstrip("/")) + path


def _port(given: str) -> int:
    if not given.isdecimal() or not int(given) <= HIGHEST_PORT:
        raise SettingsError(f"PORT is '{given}': schrijf een getal van 1 tot {HIGHEST_PORT}.")
    return int(given)


def _origin(url: str) -> str:
    """Return scheme and host of an address; the path is `URL_PREFIX`."""
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise SettingsError(f"PUBLIC_URL is '{url}': schrijf het als https://regiekompas.example.be.")
    return f"{parts.scheme}://{parts.netloc}"
