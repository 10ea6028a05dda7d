"""The core of a build a second time, in plain pandas and in SQLite, to compare with.

From observations as delivered: the municipalities of today (counts added up, shares weighted), per indicator
and period the middle and both ends, everything written to a file with what its readers need to find it.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from etl.recode import TODAY
from indicators.gemeenten import recode
from indicators.model import Fusieregel, Indicator
from indicators.observations import TEXT
from tests.bench.figures import STATE

CELL = ["indicator", "nis_code", "periode_einde"]
RECODE = """
create table waarneming as
select b.indicator, g.nieuw as nis_code, b.periode_begin, b.periode_einde, b.periode_label,
    case when count(*) = 1 then max(b.waarde) when count(b.waarde) < count(*) then null
        when i.regel = 'som' then sum(b.waarde) when i.regel = 'geen' then null
        when i.regel = 'teller_noemer' then 100 * sum(b.teller) / sum(b.noemer)
        else sum(b.waarde * b.noemer) / sum(b.noemer) end as waarde,
    sum(b.teller) as teller, sum(b.noemer) as noemer, sum(b.n) as n, max(b.voorlopig) as voorlopig,
    max(b.levering) as levering
from waarneming_bron b join gebied g on g.oud = b.nis_code join indicator i using (indicator)
group by b.indicator, b.periode_einde, g.nieuw;
create index per_periode on waarneming (indicator, periode_einde, nis_code);
create index per_gemeente on waarneming (nis_code, indicator, periode_einde);
create table vergelijking as
select indicator, periode_einde, count(*) as aantal_gemeenten, min(waarde) as minimum, max(waarde) as maximum,
    avg(waarde) filter (where plaats in ((aantal + 1) / 2, (aantal + 2) / 2)) as mediaan
from (
    select *, row_number() over w as plaats, count(*) over (partition by indicator, periode_einde) as aantal
    from waarneming where waarde is not null
    window w as (partition by indicator, periode_einde order by waarde)
)
group by indicator, periode_einde;
"""


def plain(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as pandas holds them by itself: every text written out."""
    return rows.astype(dict.fromkeys(TEXT, object))


def with_pandas(rows: pd.DataFrame, catalog: Mapping[str, Indicator], path: Path) -> pd.DataFrame:
    """The spread per indicator and period; the tables stand in `path` afterwards."""
    rules = {name: indicator.fusieregel.value for name, indicator in catalog.items()}
    rows = rows.assign(
        nis_code=rows["nis_code"].map(recode(STATE, TODAY)),
        gewogen=rows["waarde"] * rows["noemer"],
        regel=rows["indicator"].map(rules),
    )
    groups = rows.groupby([*CELL, "periode_begin", "periode_label", "levering", "regel"])
    today = groups.agg(aantal=("nis_code", "size"), gevuld=("waarde", "count"), enige=("waarde", "first"))
    sums = groups[["waarde", "teller", "noemer", "n", "gewogen"]].sum()
    today = today.join(sums).join(groups["voorlopig"].any()).reset_index()
    by_rule = {
        Fusieregel.SOM: today["waarde"],
        Fusieregel.TELLER_NOEMER: 100 * today["teller"] / today["noemer"],
        Fusieregel.GEWOGEN_SCHATTING: today["gewogen"] / today["noemer"],
    }
    merged = pd.Series(float("nan"), index=today.index)
    for rule, values in by_rule.items():
        merged = merged.mask(today["regel"] == rule.value, values)
    today["waarde"] = merged.where(today["gevuld"] == today["aantal"])
    today["waarde"] = today["waarde"].mask(today["aantal"] == 1, today["enige"])
    spread = today.groupby(["indicator", "periode_einde"])["waarde"].agg(["count", "min", "max", "median"])
    pd.to_pickle({"waarneming_bron": rows, "waarneming": today, "vergelijking": spread}, path)
    return spread


def with_sqlite(rows: pd.DataFrame, catalog: Mapping[str, Indicator], path: Path) -> pd.DataFrame:
    """The same in SQLite, with two indexes on the figures of today."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    days = {column: rows[column].dt.strftime("%Y-%m-%d") for column in ("periode_begin", "periode_einde")}
    rows.assign(**days).to_sql("waarneming_bron", db, index=False)
    areas = pd.DataFrame(recode(STATE, TODAY).items(), columns=["oud", "nieuw"])
    rules = [(name, indicator.fusieregel.value) for name, indicator in catalog.items()]
    areas.to_sql("gebied", db, index=False)
    pd.DataFrame(rules, columns=["indicator", "regel"]).to_sql("indicator", db, index=False)
    db.executescript(RECODE)
    spread = pd.read_sql("select * from vergelijking order by indicator, periode_einde", db)
    db.close()
    return spread
