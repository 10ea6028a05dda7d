"""The maps beside the warehouse: one GeoJSON per state of the municipalities, named after its content.

A build says in table `grenzen` which maps are its own. A map never changes under its name, so whoever reads
a build, also an older one, finds the map that belongs to it; no link has to swing at the same moment.
"""

import gzip
import logging
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import duckdb
import pandas as pd

from etl.warehouse import HALF, builds

LOG = logging.getLogger(__name__)
PATTERN = "grenzen-*.geojson*"
DIGITS = 12


def write(folder: Path, kaarten: Mapping[str, tuple[bytes, str]]) -> pd.DataFrame:
    """Put maps in `folder`, plain and compressed, and give the rows of table `grenzen`.

    `kaarten` holds per state the GeoJSON and the delivery it comes from.
    """
    rows = []
    for geografie, (inhoud, levering) in sorted(kaarten.items()):
        name = f"grenzen-{geografie}-{sha256(inhoud).hexdigest()[:DIGITS]}.geojson"
        _put(folder / name, inhoud)
        _put(folder / f"{name}.gz", gzip.compress(inhoud, mtime=0))
        rows.append({"geografie": geografie, "bestand": name, "levering": levering})
    return pd.DataFrame(rows, columns=["geografie", "bestand", "levering"])


def _put(path: Path, inhoud: bytes) -> None:
    """All of it or nothing; a file that is there and whole stays as it is."""
    if path.exists() and path.read_bytes() == inhoud:
        return
    half = path.with_name(f"{HALF}{path.name}")
    with half.open("wb") as file:
        file.write(inhoud)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def tidy(folder: Path) -> None:
    """Remove the maps that no build names any more."""
    named = {name for build in builds(folder) for name in _named(build)}
    for path in folder.glob(PATTERN):
        if path.name.removesuffix(".gz") not in named:
            path.unlink()


def _named(build: Path) -> list[str]:
    """The maps of a build; none for one of before there were maps."""
    try:
        with duckdb.connect(build, read_only=True) as db:
            tables = db.execute("select 1 from duckdb_tables() where table_name = 'grenzen'").fetchall()
            rows = db.execute("select bestand from grenzen").fetchall() if tables else []
    except duckdb.Error as error:  # nobody can go back to this build, so it needs no map
        LOG.warning("%s cannot be read: %s", build.name, error)
        return []
    return [str(name) for (name,) in rows]
