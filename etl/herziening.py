"""What changed in the figures that readers see, from one build to the next."""

from collections.abc import Collection
from datetime import datetime

import pandas as pd

from etl.previous import Previous

HERZIENING = [
    "indicator",
    "nis_code",
    "periode_begin",
    "periode_einde",
    "periode_label",
    "oud",
    "nieuw",
    "oude_levering",
    "nieuwe_levering",
    "vastgesteld_op",
]
WIJZIGING = ["stand", "vastgesteld_op", "indicator", "nieuw", "herzien", "vervallen"]
KEEP_HERZIENING, KEEP_WIJZIGING = 100_000, 10_000
"""The newest rows are carried from build to build; what is older falls off, so that it never grows on."""
CELL = ["indicator", "nis_code", "periode_begin", "periode_einde"]
SHOWN = [*CELL, "periode_label", "waarde", "levering"]

# A sum in another order differs in its last digit: that is no revision.
CHANGED = """
    select v.indicator, v.nis_code, v.periode_begin, v.periode_einde, v.periode_label,
        v.waarde as oud, n.waarde as nieuw, v.levering as oude_levering, n.levering as nieuwe_levering
    from waarneming v
    left join nieuw n using (indicator, nis_code, periode_begin, periode_einde)
    where v.waarde is not null
        and v.indicator in (select indicator from gekend)
        and (n.waarde is null or abs(n.waarde - v.waarde) > 1e-9 * greatest(abs(n.waarde), abs(v.waarde)))
    order by all
"""
NEW = """
    select n.indicator, count(*) as nieuw
    from nieuw n
    anti join (select * from waarneming where waarde is not null) v
        using (indicator, nis_code, periode_begin, periode_einde)
    where n.waarde is not null group by n.indicator
"""


def revisions(
    stand: str, today: pd.DataFrame, before: Previous | None, known: Collection[str], nu: datetime
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables `herziening` and `wijziging`: what changed now, and the history of the build before.

    `today` has the columns of `waarneming`; only the `known` (reviewed) indicators count, since no reader
    sees the others. An indicator that left the catalog counts as vanished.
    """
    nieuw = today.loc[today["indicator"].isin(list(known)), SHOWN]
    moment = pd.Timestamp(nu.replace(tzinfo=None))
    if before is None:
        changed = pd.DataFrame(columns=HERZIENING)
        added = nieuw[nieuw["waarde"].notna()].groupby("indicator").size().rename("nieuw").reset_index()
        earlier = {table: pd.DataFrame() for table in ("herziening", "wijziging")}
    else:
        gekend = before.ask("select indicator from indicator where nagekeken")
        changed = before.ask(CHANGED, nieuw=nieuw, gekend=gekend).assign(vastgesteld_op=moment)
        added = before.ask(NEW, nieuw=nieuw)
        earlier = {
            "herziening": before.rows("herziening", HERZIENING),
            "wijziging": before.rows("wijziging", WIJZIGING),
        }
    return (
        _newest_first(changed[HERZIENING], earlier["herziening"]).head(KEEP_HERZIENING),
        _newest_first(
            _counted(changed, added).assign(stand=stand, vastgesteld_op=moment)[WIJZIGING],
            earlier["wijziging"],
        ).head(KEEP_WIJZIGING),
    )


def _counted(changed: pd.DataFrame, added: pd.DataFrame) -> pd.DataFrame:
    """Rows of `wijziging` for this build: an indicator in which nothing changed has none."""
    gone = changed["nieuw"].isna()
    counts = {
        "nieuw": added.set_index("indicator")["nieuw"],
        "herzien": changed[~gone].groupby("indicator").size(),
        "vervallen": changed[gone].groupby("indicator").size(),
    }
    return pd.DataFrame(counts).fillna(0).astype(int).rename_axis("indicator").reset_index()


def _newest_first(fresh: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    there = [frame for frame in (fresh, earlier) if not frame.empty]
    return pd.concat(there, ignore_index=True) if there else fresh
