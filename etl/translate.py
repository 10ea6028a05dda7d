"""From a source's own keys to indicators: what a reader read becomes observations as delivered."""

import re
import unicodedata
from collections.abc import Mapping

import pandas as pd

from indicators.gemeenten import VLAANDEREN, geografie_of
from indicators.model import Indicator, Status
from indicators.observations import COLUMNS

SHEETS_ALONE = "stadsmonitor"
"""The source whose sheets can stand alone; elsewhere a key is a column among others that explain it."""
AREA_AND_TIME = ["nis_code", "geografie", "periode_einde"]


def observations(
    waarden: pd.DataFrame, bron: str, levering: str, catalog: Mapping[str, Indicator]
) -> pd.DataFrame:
    """The observations (`COLUMNS`) of one delivery: the catalog's indicators and what nobody reviewed yet.

    `waarden` is `Lezing.waarden`. A key that the catalog does not use becomes an indicator of its own,
    named by `unreviewed`. Raises UnknownCode when the codes of a sheet fit no state of the municipalities.
    """
    rows = _with_geografie(waarden.assign(periode_einde=pd.to_datetime(waarden["periode_einde"])))
    # One number per place and time: parts find each other by it, much quicker than by three columns.
    rows["plaats"] = rows.groupby(AREA_AND_TIME, sort=False, dropna=False).ngroup()
    by_key = {str(key): part.set_index("plaats") for key, part in rows.groupby("sleutel", sort=False)}
    own = [here for indicator in catalog.values() if (here := indicator.bij(bron))]
    frames = [frame for indicator in own if (frame := _reviewed(indicator, by_key)) is not None]
    frames += [
        _begun(by_key[key], years=1).assign(indicator=name)
        for key, name in unreviewed(by_key, bron, catalog).items()
    ]
    if not frames:
        return pd.DataFrame(columns=COLUMNS)
    whole = pd.concat(frames, ignore_index=True)
    return whole.assign(levering=levering, schatting=False).reindex(columns=COLUMNS)


def unreviewed(keys: Mapping[str, object], bron: str, catalog: Mapping[str, Indicator]) -> dict[str, str]:
    """Key -> indicator id for each key that no indicator uses, e.g. `stadsmonitor_wo_s_07_eens`."""
    if bron != SHEETS_ALONE:
        return {}
    used = {
        key
        for indicator in catalog.values()
        if (here := indicator.bij(bron))
        for key in (here.bron_sleutel, here.teller_sleutel, here.noemer_sleutel)
    }
    names: dict[str, str] = {}
    for key in sorted(set(keys) - used):
        name = plain = f"{bron}_{_slug(key)}"
        again = 2
        while name in names.values():
            name, again = f"{plain}_{again}", again + 1
        names[key] = name
    return names


def _with_geografie(rows: pd.DataFrame) -> pd.DataFrame:
    """Each sheet and period is in the state that its codes belong to; the region alone counts as today.

    Unless the reader says it: where a source uses the codes of the year, codes alone cannot tell in which
    year Antwerpen grew.
    """
    if "geografie" in rows:
        return rows
    sheets = {key: key.partition("|")[0] for key in rows["sleutel"].unique()}
    group = rows.groupby([rows["sleutel"].map(sheets), "periode_einde"], sort=False).ngroup()
    municipal = rows["nis_code"] != VLAANDEREN
    codes = rows.loc[municipal, "nis_code"].groupby(group[municipal])
    return rows.assign(geografie=group.map(codes.unique().map(geografie_of)).fillna("285"))


def _reviewed(indicator: Indicator, by_key: Mapping[str, pd.DataFrame]) -> pd.DataFrame | None:
    """The rows of one indicator of the catalog, or None when this delivery does not hold it."""
    published = by_key.get(indicator.bron_sleutel or "")
    teller = by_key.get(indicator.teller_sleutel or "")
    noemer = by_key.get(indicator.noemer_sleutel or "")
    if published is not None:
        rows = published
    elif indicator.bron_sleutel or teller is None or noemer is None:
        return None
    else:
        rows = _ratio(indicator, teller, noemer)
    beside = {
        column: float("nan") if part is None else part["waarde"].reindex(rows.index)
        for column, part in (("teller", teller), ("noemer", noemer))
    }
    return _begun(rows.assign(**beside), indicator.venster_jaren).assign(indicator=indicator.id)


def _ratio(indicator: Indicator, teller: pd.DataFrame, noemer: pd.DataFrame) -> pd.DataFrame:
    """`factor * teller / noemer`; without one of both, the status of the one that is not there."""
    below = noemer.reindex(teller.index)
    waarde = indicator.factor * teller["waarde"] / below["waarde"].where(below["waarde"] > 0)
    absent = below["status"].fillna(Status.ONTBREEKT)
    status = teller["status"].where(teller["status"] != Status.WAARDE, absent)
    no_one = (status == Status.WAARDE) & waarde.isna()
    return teller.assign(
        waarde=waarde,
        status=status.mask(no_one, Status.NIET_VAN_TOEPASSING),
        voorlopig=teller["voorlopig"] | below["voorlopig"].eq(True),
    )


def _begun(rows: pd.DataFrame, years: int) -> pd.DataFrame:
    """With the first day of the window of `years` years that ends on `periode_einde`; 0 is that day alone."""
    einde = pd.DatetimeIndex(rows["periode_einde"])
    begin = einde + pd.Timedelta(days=1) - pd.DateOffset(years=years) if years else einde
    return rows.assign(periode_begin=begin)


def _slug(key: str) -> str:
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
