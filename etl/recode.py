"""Bring observations to the 285 municipalities of today, each by the rule of its indicator."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from indicators.gemeenten import VLAANDEREN, recode
from indicators.model import Fusieregel, Indicator, Status
from indicators.observations import COLUMNS, together

TODAY = "285"
DECIMALS = 4
MERGED = ["indicator", "nis_code", "periode_begin", "periode_einde"]
ORDER = ["indicator", "periode_einde", "nis_code"]


def to_today(rows: pd.DataFrame, catalog: Mapping[str, Indicator]) -> pd.DataFrame:
    """`rows` (columns as `COLUMNS`, any state) on the 285 state, sorted by indicator, period and area.

    A municipality whose territory did not change keeps its row. One that was merged gets a single row: by
    `som`, `teller_noemer` or `gewogen_schatting` when every predecessor has what the rule needs, and
    otherwise without a value. Indicators outside the catalog have no rule: no value.
    """
    united = add_merger(rows)
    merged = united["gefuseerd"]
    parts = [united.loc[~merged, COLUMNS].assign(geografie=TODAY)]
    if merged.any():
        parts.append(_merge(united[merged], catalog))
    whole = together(parts)
    del united, merged, parts  # sorting copies: of millions of rows there is no room for all of these
    return whole.sort_values(ORDER, ignore_index=True)


def add_merger(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with today's `nis_code`, and per row the number of predecessors of that municipality.

    `gefuseerd` tells that today's territory is that of several municipalities of the row's state: also
    for Antwerpen, which kept its code when Borsbeek joined.
    """
    nis_code = rows["nis_code"].astype(object)
    voorgangers = pd.Series(1.0, index=rows.index)
    for geografie in rows["geografie"].unique():
        new = {**recode(str(geografie), TODAY), VLAANDEREN: VLAANDEREN}
        united = Counter(new.values())
        here = rows["geografie"] == geografie
        nis_code = nis_code.mask(here, rows["nis_code"].map(new))
        voorgangers = voorgangers.mask(
            here, rows["nis_code"].map({old: united[code] for old, code in new.items()})
        )
    return rows.assign(
        nis_code=nis_code.astype("category"), voorgangers=voorgangers, gefuseerd=voorgangers > 1
    )


def _merge(rows: pd.DataFrame, catalog: Mapping[str, Indicator]) -> pd.DataFrame:
    """One row per merged municipality, indicator and period."""
    rows = rows.assign(
        gewogen=rows["waarde"] * rows["noemer"],
        heeft_waarde=rows["status"] == Status.WAARDE,
        onderdrukt=rows["status"] == Status.ONDERDRUKT,
        niet_van_toepassing=rows["status"] == Status.NIET_VAN_TOEPASSING,
    )
    groups = rows.groupby(MERGED, sort=False)
    merged = groups.agg(
        periode_label=("periode_label", "first"),
        levering=("levering", "first"),
        voorlopig=("voorlopig", "any"),
        schatting=("schatting", "any"),
        heeft_waarde=("heeft_waarde", "any"),
        onderdrukt=("onderdrukt", "any"),
        niet_van_toepassing=("niet_van_toepassing", "all"),
        voorgangers=("voorgangers", "first"),
    )
    numbers = ["waarde", "teller", "noemer", "gewogen", "n"]
    complete = groups[numbers].count().eq(merged["voorgangers"], axis=0)
    # Cents and per cents: without the dust of adding up floats, a sum is what the publisher would print.
    sums = groups[numbers].sum().round(DECIMALS).where(complete)
    rules = {indicator.id: indicator.fusieregel for indicator in catalog.values()}
    names = merged.index.get_level_values("indicator")
    rule = pd.Series([rules.get(name, Fusieregel.GEEN) for name in names], index=merged.index)
    merged["waarde"] = _by_rule(sums, rule, catalog)
    merged["schatting"] |= rule.eq(Fusieregel.GEWOGEN_SCHATTING) & merged["waarde"].notna()
    for column in ("teller", "noemer", "n"):
        merged[column] = sums[column].where(merged["waarde"].notna())
    merged["status"] = _status(merged, rule)
    return merged.reset_index().assign(geografie=TODAY)[COLUMNS]


def _by_rule(sums: pd.DataFrame, rule: pd.Series, catalog: Mapping[str, Indicator]) -> pd.Series:
    """The value of each merged municipality; empty where the rule is `geen` or a part is missing."""
    factor = pd.Series(
        sums.index.get_level_values("indicator").map({i.id: i.factor for i in catalog.values()}),
        index=sums.index,
        dtype=float,
    )
    noemer = sums["noemer"].where(sums["noemer"] > 0)
    waarde = pd.Series(float("nan"), index=sums.index)
    waarde = waarde.mask(rule == Fusieregel.SOM, sums["waarde"])
    waarde = waarde.mask(rule == Fusieregel.TELLER_NOEMER, factor * sums["teller"] / noemer)
    return waarde.mask(rule == Fusieregel.GEWOGEN_SCHATTING, sums["gewogen"] / noemer)


def _status(merged: pd.DataFrame, rule: pd.Series) -> pd.Series:
    """Why there is no value: the predecessors' reason, unless it is the rule that does not carry it over."""
    status = pd.Series(Status.ONTBREEKT.value, index=merged.index)
    status = status.mask(merged["niet_van_toepassing"], Status.NIET_VAN_TOEPASSING.value)
    by_rule = rule.eq(Fusieregel.GEEN) & merged["heeft_waarde"]
    status = status.mask(merged["onderdrukt"] & ~by_rule, Status.ONDERDRUKT.value)
    return status.mask(merged["waarde"].notna(), Status.WAARDE.value)
