"""How things stand, for a person and for a machine that watches: the keys of `status` do not change."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from etl import EtlError
from etl.raw import DIGITS, Poging, Raw
from etl.sources import Bron
from etl.warehouse import opened, published
from indicators.catalog import overdue
from indicators.model import Indicator

WELL, NEEDS_A_LOOK, NOTHING_PUBLISHED = 0, 1, 2
A_DAY = timedelta(days=1)
IN_A_ROW = 3
"""Nights that a source may fail before it needs a person."""


def status(
    folder: Path, raw: Raw, bronnen: Mapping[str, Bron], catalog: Mapping[str, Indicator], nu: datetime
) -> dict[str, Any]:
    """What is published, per source what was kept and asked, what needs a look, and the exit code for it.

    Times are UTC in ISO 8601, ages are hours; None where there is nothing.
    """
    try:
        stand = _published(folder, nu)
    except EtlError as error:  # nobody can read it, so it is as if nothing were published
        stand = _nothing(str(error))
    kept = raw.provenances()
    per_bron = {
        naam: _source(raw.attempts(naam), [one for one in kept if one.bron == naam]) for naam in bronnen
    }
    look = [
        *stand.pop("geweigerd"),
        *(
            f"{one['indicator']}: de vorige cijfers blijven staan, omdat {one['reden']}."
            for one in stand["bewaakt"]
        ),
        *(
            f"{bronnen[naam].TITEL}: {one['boodschap']}"
            for naam, one in per_bron.items()
            if failing(raw, naam)
        ),
        *(
            f"{one.bestandsnaam} is volgens de klok pas op {raw.last_seen(one):%d/%m/%Y} opgehaald en gaat "
            "daardoor voor op elke levering van nu. Zet de klok juist, haal de map "
            f"{one.bron}/{one.sha256[:DIGITS]} uit {raw.folder} en lees het bestand opnieuw in."
            for one in kept
            if raw.last_seen(one) > nu + A_DAY
        ),
    ]
    return {
        **stand,
        "bronnen": per_bron,
        "te_herzien": sorted(overdue(catalog, nu.date())),
        "aandacht": look,
        "code": NOTHING_PUBLISHED if stand["stand"] is None else NEEDS_A_LOOK if look else WELL,
    }


def failing(raw: Raw, bron: str) -> bool:
    """Whether a source failed so often in a row that it will not pass by itself."""
    last = raw.attempts(bron)[-IN_A_ROW:]
    return len(last) == IN_A_ROW and not any(poging.gelukt for poging in last)


def _published(folder: Path, nu: datetime) -> dict[str, Any]:
    path = published(folder)
    if path is None:
        return _nothing()
    with opened(path) as db:
        stand, built, demo = db.execute("select stand, gebouwd_op, demo from stand").fetchall()[0]
        figures = db.execute("select count(waarde) from waarneming").fetchall()[0][0]
        refused = db.execute(
            "select boodschap from controle where ernst = 'fout' and levering is not null order by all"
        ).fetchall()
        # A build of before the guard has no such table, and it may be published again by a rollback.
        guard = db.execute("select 1 from information_schema.tables where table_name = 'bewaking'").fetchall()
        held = (
            db.execute("select indicator, sinds, reden from bewaking order by all").fetchall()
            if guard
            else []
        )
    built = _utc(built)
    return {
        "stand": stand,
        "gebouwd_op": _iso(built),
        "leeftijd_uren": round((nu - built).total_seconds() / 3600, 1),
        "demo": demo,
        "cijfers": figures,
        "bewaakt": [
            {"indicator": indicator, "sinds": _iso(_utc(since)), "reden": reason}
            for indicator, since, reason in held
        ],
        "geweigerd": [text for (text,) in refused],
    }


def _nothing(*geweigerd: str) -> dict[str, Any]:
    empty = dict.fromkeys(("stand", "gebouwd_op", "leeftijd_uren", "demo"))
    return {**empty, "cijfers": 0, "bewaakt": [], "geweigerd": [*geweigerd]}


def _source(pogingen: list[Poging], kept: list) -> dict[str, Any]:
    well = [poging.tijdstip for poging in pogingen if poging.gelukt]
    badly = [poging.tijdstip for poging in pogingen if not poging.gelukt]
    return {
        "leveringen": len(kept),
        "laatste_levering": _iso(max((one.opgehaald_op for one in kept), default=None)),
        "laatst_gelukt": _iso(well[-1] if well else None),
        "laatst_mislukt": _iso(badly[-1] if badly else None),
        "boodschap": pogingen[-1].boodschap if pogingen else None,
    }


def _utc(moment: datetime) -> datetime:
    """A moment of the warehouse, which holds UTC without saying so."""
    return moment.replace(tzinfo=UTC)


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None
