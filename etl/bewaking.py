"""The guard: figures that shrink or change unit do not replace what readers see now.

It works per indicator and compares with the published build, not with a delivery: so it also notices a
delivery that went bad on disk and a reader that reads less than it did. There is no other guard. Whoever
looked at it and knows better lets the new figures through with `--accepteer`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

import duckdb
import pandas as pd

from etl.controle import Controle, Ernst
from etl.gather import within_contract
from etl.previous import Previous
from indicators.gemeenten import VLAANDEREN
from indicators.model import Indicator
from indicators.observations import COLUMNS, compact, together

MIN_COVERAGE = 0.9
"""Somewhat fewer municipalities is no reason to stop: after mergers there are 285 instead of 300."""
MAX_JUMP = 5.0
"""A revision does not move the middle of all municipalities fivefold; another unit does (12, 100, 1000)."""
NAMED = 5
BEWAKING = ["indicator", "sinds", "reden"]
STATS = f"""
    select indicator, periode_einde::date as periode_einde, count(waarde) as aantal, median(waarde) as mediaan
    from {{table}} where nis_code <> '{VLAANDEREN}' and waarde is not null group by all order by all
"""  # noqa: S608 (own names)


class Periode(NamedTuple):
    """One period of an indicator: its last day, the municipalities with a value, and their median."""

    einde: date
    aantal: int
    mediaan: float


@dataclass(frozen=True)
class Bewaakt:
    """The rows that may be published, and what is held: `bewaking` is that table of the warehouse."""

    rows: pd.DataFrame
    bewaking: pd.DataFrame

    def controles(self, nu: datetime) -> list[Controle]:
        """A remark per held indicator, with the remedy."""
        return [
            Controle(
                nu,
                Ernst.FOUT,
                f"{one['indicator']}: de vorige cijfers blijven staan, omdat {one['reden']}. "
                "Kijk de levering na. Klopt ze toch, voer dan uit: "
                f"python -m etl build --accepteer {one['indicator']}",
                indicator=one["indicator"],
            )
            for one in self.bewaking.to_dict("records")
        ]


def guard(
    rows: pd.DataFrame,
    before: Previous | None,
    catalog: Mapping[str, Indicator],
    accepted: Collection[str],
    nu: datetime,
) -> Bewaakt:
    """`rows` (`COLUMNS`, as delivered), with the previous ones for each reviewed indicator that got worse.

    Without a build to compare with, and for the `accepted` indicators, nothing is held.
    """
    nothing = pd.DataFrame(columns=BEWAKING)
    if before is None:
        return Bewaakt(rows, nothing)
    then = _by_indicator(before.ask(STATS.format(table="waarneming_bron")))
    now = _by_indicator(_stats(rows))
    reasons = {
        name: reason
        for name, periods in then.items()
        if name in catalog and name not in accepted and (reason := worse(now.get(name, []), periods))
    }
    if not reasons:
        return Bewaakt(rows, nothing)
    wanted = pd.DataFrame({"indicator": list(reasons)})
    held = before.ask("select * from waarneming_bron semi join wanted using (indicator)", wanted=wanted)
    held, _ = within_contract(compact(held[COLUMNS]), catalog)
    names = set(held["indicator"])
    kept = together([rows[~rows["indicator"].isin(list(names))], held])
    return Bewaakt(kept, _table({name: reasons[name] for name in sorted(names)}, before, nu))


def carried(levering: pd.DataFrame, rows: pd.DataFrame, before: Previous | None) -> pd.DataFrame:
    """Table `levering`, with the deliveries of held figures that can no longer be read themselves."""
    lacking = set(rows["levering"]) - set(levering.get("levering", ()))
    if before is None or not lacking:
        return levering
    earlier = before.ask("select * from levering")
    earlier = earlier[earlier["levering"].isin(list(lacking))]
    return pd.concat([levering, earlier.reindex(columns=levering.columns if len(levering) else None)])


def worse(now: Sequence[Periode], before: Sequence[Periode]) -> str | None:
    """Why these figures may not replace the ones before (after `omdat`), or None; periods oldest first."""
    if not now:
        return "het cijfer in geen enkele leesbare levering meer staat"
    old = {one.einde: one for one in before}
    gone = [einde for einde in old if einde not in {one.einde for one in now}]
    if gone:
        return f"de cijfers van {_years(gone)} wegvallen"
    last = before[-1]
    # A back series may be thinner than what there was.
    known_or_newer = [one for one in now if one.einde in old or one.einde > last.einde]
    reasons = (_worse_period(one, old.get(one.einde, last)) for one in known_or_newer)
    return next((reason for reason in reasons if reason), None)


def _worse_period(one: Periode, old: Periode) -> str | None:
    """Compare a period with the one whose place it takes: the same, or the last one before."""
    jaar = _years([one.einde])
    when = "" if old.einde == one.einde else f" voor {_years([old.einde])}"
    if one.aantal < MIN_COVERAGE * old.aantal:
        return (
            f"voor {jaar} maar {one.aantal} gemeenten een cijfer hebben, "
            f"terwijl dat er{when} eerst {old.aantal} waren"
        )
    low, high = sorted(abs(period.mediaan) for period in (one, old))
    if low > 0 and high / low >= MAX_JUMP:
        return (
            f"het middelste cijfer van alle gemeenten voor {jaar} {_number(one.mediaan)} is, "
            f"terwijl dat{when} eerst {_number(old.mediaan)} was: misschien is de eenheid veranderd"
        )
    return None


def _stats(rows: pd.DataFrame) -> pd.DataFrame:
    with duckdb.connect() as db:
        db.register("rows", rows[["indicator", "nis_code", "periode_einde", "waarde"]])
        return db.execute(STATS.format(table="rows")).df()


def _by_indicator(stats: pd.DataFrame) -> dict[str, list[Periode]]:
    """The periods of each indicator, oldest first."""
    found: dict[str, list[Periode]] = {}
    for indicator, einde, aantal, mediaan in stats.itertuples(index=False, name=None):
        found.setdefault(indicator, []).append(Periode(einde.date(), aantal, mediaan))
    return found


def _table(reasons: Mapping[str, str], before: Previous, nu: datetime) -> pd.DataFrame:
    """Table `bewaking`: an indicator that was held already keeps the day since when."""
    earlier = before.rows("bewaking", BEWAKING).set_index("indicator")["sinds"].to_dict()
    today = pd.Timestamp(nu.replace(tzinfo=None))
    return pd.DataFrame(
        [
            {"indicator": name, "sinds": earlier.get(name, today), "reden": reason}
            for name, reason in reasons.items()
        ],
        columns=BEWAKING,
    )


def _years(days: Collection[date]) -> str:
    """The periods by their last day, the last few in full: `2021, 2022 en 2023`."""
    written = [f"{day:%Y}" if (day.month, day.day) == (12, 31) else f"{day:%d/%m/%Y}" for day in days]
    if len(written) > NAMED:
        return f"{len(written)} perioden ({written[0]} tot {written[-1]})"
    return " en ".join(filter(None, [", ".join(written[:-1]), written[-1]]))


def _number(value: float) -> str:
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,")).removesuffix(",00")
