"""What a municipality is compared with, per indicator and period: Flanders, or the municipalities."""

from collections.abc import Mapping

import pandas as pd

from indicators.gemeenten import VLAANDEREN
from indicators.model import Indicator, Soort

PERIOD = ["indicator", "periode_begin", "periode_einde"]
COLUMNS = [
    *PERIOD,
    "periode_label",
    "waarde",
    "soort",
    "noemer",
    "aantal_gemeenten",
    "minimum",
    "kwartiel1",
    "mediaan",
    "kwartiel3",
    "maximum",
]
QUARTILES = {"kwartiel1": 0.25, "mediaan": 0.5, "kwartiel3": 0.75}
GEPUBLICEERD, GEWOGEN, MEDIAAN = "gepubliceerd", "gewogen", "mediaan"
NEVER_WEIGHTED = (Soort.AANTAL, Soort.MEDIAAN, Soort.KWARTIEL)
"""A mean count depends on how the land is divided, and a median of medians is no median of people."""


def compare(waarneming: pd.DataFrame, catalog: Mapping[str, Indicator]) -> pd.DataFrame:
    """The rows of table `vergelijking`: comparator and spread of each indicator and period.

    The comparator is the value that the source publishes for Flanders; else the municipalities' values
    weighted by the named denominator, when each municipality with a value has one; else their median.
    Periods in which no municipality has a value have no row.
    """
    valued = waarneming.loc[
        waarneming["waarde"].notna(), ["nis_code", *PERIOD, "periode_label", "waarde", "noemer"]
    ]
    region = valued["nis_code"] == VLAANDEREN
    municipal = valued[~region].assign(
        gewogen=lambda rows: rows["waarde"] * rows["noemer"],
        gewicht=lambda rows: rows["noemer"].where(rows["noemer"] > 0),
    )
    if municipal.empty:
        return pd.DataFrame(columns=COLUMNS)
    groups = municipal.groupby(PERIOD)
    found = groups.agg(
        periode_label=("periode_label", "first"),
        aantal_gemeenten=("waarde", "count"),
        minimum=("waarde", "min"),
        maximum=("waarde", "max"),
    )
    for column, share in QUARTILES.items():
        found[column] = groups["waarde"].quantile(share)
    published = valued[region].set_index(PERIOD)["waarde"].reindex(found.index)
    weighted = groups["gewogen"].sum() / groups["gewicht"].sum()
    named = {i.id: i.noemer for i in catalog.values() if i.noemer and i.soort not in NEVER_WEIGHTED}
    noemer = pd.Series(found.index.get_level_values("indicator").map(named), index=found.index, dtype=object)
    complete = groups["gewicht"].count().eq(found["aantal_gemeenten"]) & noemer.notna()
    weighted = weighted.where(complete)
    found["soort"] = MEDIAAN
    found["soort"] = found["soort"].mask(weighted.notna(), GEWOGEN).mask(published.notna(), GEPUBLICEERD)
    found["waarde"] = published.fillna(weighted).fillna(found["mediaan"])
    found["noemer"] = noemer.where(found["soort"] == GEWOGEN)
    return found.reset_index()[COLUMNS]
