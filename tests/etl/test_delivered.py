"""What was delivered is kept once, and nothing of it is lost."""

from itertools import pairwise

import duckdb
import numpy as np
import pandas as pd
import pytest

from etl.delivered import split
from etl.recode import to_today
from etl.warehouse import SCHEMA
from indicators.observations import COLUMNS, compact

BILZEN, HOESELT, BILZEN_HOESELT, GENT, ANTWERPEN, BORSBEEK = (
    "73006",
    "73032",
    "73110",
    "44021",
    "11002",
    "11007",
)


@pytest.fixture
def bron(observed):
    """One share in the state of 300: two that merged, one that grew, one that stayed, one without a value."""
    rows = observed(
        ("risico", BILZEN, 10.0),
        ("risico", HOESELT, 20.0),
        ("risico", ANTWERPEN, 8.0),
        ("risico", BORSBEEK, 4.0),
        ("risico", GENT, 9.5),
        ("risico", "11001", None),
        geografie="300",
    )
    return compact(rows)


def together_again(waarneming, afwijkend):
    """View `waarneming_bron` of the schema over these two tables, in the order of all its columns."""
    with duckdb.connect() as db:
        db.execute(SCHEMA)
        for name, frame in (("waarneming", waarneming), ("waarneming_afwijkend", afwijkend)):
            db.register("incoming", frame)
            db.execute(f"insert into {name} by name select * from incoming")  # noqa: S608
            db.unregister("incoming")
        return db.execute("select * from waarneming_bron order by all").fetchall()


def as_delivered(bron):
    """The same rows, straight through a table with the columns of the view."""
    with duckdb.connect() as db:
        db.execute(SCHEMA)
        db.register("incoming", bron)
        db.execute("insert into waarneming_afwijkend by name select * from incoming")
        return db.execute("select * from waarneming_afwijkend order by all").fetchall()


def test_only_what_was_merged_is_kept_beside_it(bron, catalog):
    waarneming, afwijkend = split(bron, to_today(bron, catalog))
    assert set(afwijkend["nis_code"]) == {BILZEN, HOESELT, ANTWERPEN, BORSBEEK}
    assert waarneming.set_index("nis_code")["geleverd_in"].dropna().to_dict() == {GENT: "300", "11001": "300"}
    assert together_again(waarneming, afwijkend) == as_delivered(bron)


CHANGES = {
    "waarde": 1.25,
    "status": "onderdrukt",
    "schatting": True,
    "voorlopig": True,
    "teller": 7.0,
    "noemer": 123.0,
    "n": 11.0,
    "periode_label": "anders",
    "levering": "een andere",
}


def test_every_column_is_among_the_changes():
    cell = {"indicator", "nis_code", "geografie", "periode_begin", "periode_einde"}
    assert {*CHANGES} == {*COLUMNS} - cell


@pytest.mark.parametrize("column", CHANGES)
def test_a_row_that_differs_in_one_column_is_kept_as_it_came(bron, catalog, column):
    today = to_today(bron, catalog)
    changed = today.astype({column: object}).copy()
    changed.loc[changed["nis_code"] == GENT, column] = CHANGES[column]
    changed = changed.astype({column: float}) if column in ("teller", "noemer", "n") else changed
    waarneming, afwijkend = split(bron, changed)
    assert GENT in set(afwijkend["nis_code"])
    assert waarneming.set_index("nis_code")["geleverd_in"].isna()[GENT]
    assert together_again(waarneming, afwijkend) == as_delivered(bron)


def test_a_row_that_readers_do_not_see_is_kept(bron, catalog):
    today = to_today(bron, catalog)
    waarneming, afwijkend = split(bron, today[today["nis_code"] != GENT])
    assert GENT in set(afwijkend["nis_code"])
    assert together_again(waarneming, afwijkend) == as_delivered(bron)


def test_the_same_row_delivered_in_two_states_is_kept_twice(bron, catalog):
    both = pd.concat([bron, bron[bron["nis_code"] == GENT].assign(geografie="285")], ignore_index=True)
    waarneming, afwijkend = split(both, to_today(bron, catalog))
    assert list(afwijkend["nis_code"]).count(GENT) == 1
    assert together_again(waarneming, afwijkend) == as_delivered(both)


def test_nothing_is_lost_of_figures_of_any_shape(bron, catalog):
    """Some of today's rows are changed at random: what was delivered stays the same."""
    chance = np.random.default_rng(285)
    today = to_today(bron, catalog)
    seen = set()
    for _ in range(50):
        changed = today[chance.random(len(today)) < 0.8].copy()
        changed["noemer"] = changed["noemer"].mask(chance.random(len(changed)) < 0.3, 99.0)
        waarneming, afwijkend = split(bron, changed)
        assert together_again(waarneming, afwijkend) == as_delivered(bron)
        seen.add(len(afwijkend))
    assert all(one < other for one, other in pairwise(sorted(seen))) and len(seen) > 1


def test_without_figures_there_is_nothing_to_divide(bron, catalog):
    waarneming, afwijkend = split(bron.iloc[:0], to_today(bron, catalog))
    assert afwijkend.empty and waarneming["geleverd_in"].isna().all()
