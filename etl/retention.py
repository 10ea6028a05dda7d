"""How long deliveries stay: the rule of docs/bewaking.md, so that the folder does not grow on and on."""

import logging
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from etl import warehouse
from etl.raw import Herkomst, Raw

LOG = logging.getLogger(__name__)

DAYS = 365
"""What was offered in the last year stays, whatever became of it."""
NEWEST = 3
"""So many of each source always stay, however old."""


def tidy_deliveries(raw: Raw, folder: Path, nu: datetime) -> list[Herkomst]:
    """Remove the deliveries that nobody needs any more; returns which.

    A delivery stays when a build that is still there takes a figure or a map from it, when it was offered
    in the last year, or when it is one of the newest of its source.
    """
    in_use = _in_use(folder)
    per_source: dict[str, list[Herkomst]] = {}
    for herkomst in raw.provenances():
        per_source.setdefault(herkomst.bron, []).append(herkomst)
    removable = [
        herkomst
        for offered in per_source.values()
        for herkomst in offered[:-NEWEST]
        if herkomst.levering not in in_use and raw.last_seen(herkomst) < nu - timedelta(days=DAYS)
    ]
    for herkomst in removable:
        raw.remove(herkomst)
    return removable


def _in_use(folder: Path) -> set[str]:
    """The deliveries that the builds in `folder` refer to."""
    in_use: set[str] = set()
    for path in warehouse.builds(folder):
        try:
            with duckdb.connect(path, read_only=True) as db:
                in_use |= {levering for (levering,) in db.execute("select levering from levering").fetchall()}
        except duckdb.Error as error:  # nobody can go back to this build, so it needs nothing
            LOG.warning("%s cannot be read: %s", path.name, error)
    return in_use
