"""Two series of one indicator beside each other: whether they agree, and mean the same by their years."""

from collections.abc import Iterator
from datetime import datetime

import pandas as pd

from etl.controle import Controle, Ernst
from etl.raw import Herkomst
from etl.recode import add_merger
from etl.sources import BRONNEN
from indicators.gemeenten import VLAANDEREN, gemeenten
from indicators.model import Indicator

TOLERANCE = 0.0501
"""Two publishers may round one figure to one and to two decimals."""
ENOUGH_PAIRS = 30
"""Fewer figures that both publish say nothing about the labels."""
SAME = 0.5
"""Consecutive years agree for one municipality in twenty; the same years for nearly all."""
CLEARLY = 0.25
LAGS = (-1, 0, 1)


def wrong_labels(other: pd.DataFrame, first: pd.DataFrame, herkomst: Herkomst) -> str | None:
    """Why the years of a delivery cannot be right, in Dutch, judged by the figures that both sources publish.

    `other` are the rows of that delivery, `first` those of the leading source, of any indicators. None when
    the years agree best as they are, and also when too few figures can be compared.
    """
    for name, part in other.groupby("indicator", sort=False, observed=True):
        ours, theirs = _values(part), _values(first[first["indicator"] == name])
        shares = {lag: share for lag in LAGS if (share := _agreement(ours, theirs, lag)) is not None}
        if not shares:
            continue
        best = max(shares, key=lambda lag: shares[lag])
        begin = f"{herkomst.bron}, {herkomst.bestandsnaam}, jaren van {name}: "
        if best and shares[best] >= SAME and shares[best] > shares.get(0, 0.0) + CLEARLY:
            return (
                f"{begin}{100 * shares[best]:.0f} % van de cijfers staat bij de eerste bron één jaar "
                f"{'later' if best > 0 else 'vroeger'}. De levering is niet gebruikt. Wat je kunt doen: "
                "vraag de uitgever welke geboortejaren bij een jaar horen, zet de jaren juist en lees het "
                "bestand opnieuw in."
            )
        if shares.get(0, 1.0) < SAME:
            return (
                f"{begin}maar {100 * shares[0]:.0f} % van de cijfers is gelijk aan die van de eerste bron. "
                "De levering is niet gebruikt. Wat je kunt doen: kijk na of dit hetzelfde cijfer is, en "
                "over welke jaren."
            )
    return None


def remarks(
    indicator: Indicator, bron: str, other: pd.DataFrame, first: pd.DataFrame, nu: datetime
) -> Iterator[Controle]:
    """How many figures of the second source `bron` agree, which do not, and which years only it has."""
    ours, theirs = _values(other), _values(first)
    pairs = _beside(ours, theirs)
    equal = _equal(pairs)
    names = f"{_title(indicator.bron)} en {_title(bron)}"
    text = f"{indicator.titel}: {equal.sum()} van de {len(pairs)} cijfers van {names} zijn gelijk."
    if added := sorted({*_years(ours)} - {*_years(theirs)}):
        years = ", ".join(str(jaar) for jaar in added)
        text += f" Alleen {_title(bron)} heeft cijfers voor {years}: die vullen de reeks aan."
    yield Controle(nu, Ernst.GOED, text, bron, indicator=indicator.id)
    if len(pairs) < ENOUGH_PAIRS:
        text = (
            f"{indicator.titel}: {names} hebben te weinig cijfers samen om na te gaan of hun jaren hetzelfde "
            "betekenen. Kijk dat na bij de uitgever."
        )
        yield Controle(nu, Ernst.LET_OP, text, bron, indicator=indicator.id)
    for jaar, part in pairs[~equal].sort_index().groupby(level="jaar"):
        cases = "; ".join(
            f"{_name(code)} {_nl(theirs)} en {_nl(ours)}" for (code, _), ours, theirs in part.itertuples()
        )
        text = (
            f"{indicator.titel} {jaar}: {names} geven een ander cijfer voor {cases}. Het eerste telt. Vraag "
            "de uitgevers welk cijfer juist is."
        )
        yield Controle(nu, Ernst.LET_OP, text, bron, indicator=indicator.id)


def _values(rows: pd.DataFrame) -> pd.Series:
    """Figures by municipality of today and year; without those whose territory changed since."""
    today = add_merger(rows)
    today = today[~today["gefuseerd"] & today["waarde"].notna()]
    index = pd.MultiIndex.from_arrays(
        [today["nis_code"].astype(object), today["periode_einde"].dt.year], names=["nis_code", "jaar"]
    )
    values = pd.Series(today["waarde"].to_numpy(), index=index)
    return values[~index.duplicated()]  # one file may give a figure in two states of the municipalities


def _years(values: pd.Series) -> pd.Index:
    return values.index.get_level_values("jaar").unique()


def _beside(ours: pd.Series, theirs: pd.Series, lag: int = 0) -> pd.DataFrame:
    """Figures that both have: `ours` of a year beside `theirs` of `lag` years later."""
    shifted = theirs.rename(index=lambda jaar: jaar - lag, level="jaar")
    return pd.concat({"ours": ours, "theirs": shifted}, axis=1, join="inner")


def _agreement(ours: pd.Series, theirs: pd.Series, lag: int) -> float | None:
    """Share of the figures that agree at this lag; None when too few can be compared."""
    pairs = _beside(ours, theirs, lag)
    return float(_equal(pairs).mean()) if len(pairs) >= ENOUGH_PAIRS else None


def _equal(pairs: pd.DataFrame) -> pd.Series:
    return (pairs["ours"] - pairs["theirs"]).abs() <= TOLERANCE


def _title(bron: str) -> str:
    return BRONNEN[bron].TITEL if bron in BRONNEN else bron


def _name(code: str) -> str:
    return "Vlaanderen" if code == VLAANDEREN else gemeenten()[code].naam


def _nl(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
