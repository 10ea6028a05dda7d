"""Writing, verifying, publishing and tidying up."""

import subprocess
import sys
from datetime import UTC, datetime

import duckdb
import pandas as pd
import pytest

from etl import EtlError, tables, warehouse
from etl.controle import Controle, Ernst
from etl.profiel import profile
from etl.raw import Herkomst
from etl.sources import BRONNEN
from etl.vergelijking import compare

NU = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def made(observed, catalog):
    """The tables of a small build."""
    rows = observed(("risico", "44021", 9.5), ("risico", "11001", 4.0), geografie="285")
    vergelijking = compare(rows, catalog)
    herkomst = Herkomst("statbel_fiscaal", None, "a.xlsx", "aaa" + "0" * 61, NU, "CC BY 4.0")
    levering = tables.deliveries([herkomst], BRONNEN).assign(levering="statbel_fiscaal-aaa")
    return {
        "stand": tables.stand("1", NU, demo=False),
        **tables.areas(),
        "indicator": tables.indicators(catalog, {}),
        "levering": levering,
        "waarneming_afwijkend": rows,
        "waarneming": rows,
        "vergelijking": vergelijking,
        "profiel": profile(rows, rows, vergelijking, catalog),
        "controle": tables.remarks([Controle(NU, Ernst.GOED, "gelezen")]),
    }


def test_what_is_written_can_be_read_back(tmp_path, made, catalog):
    built = warehouse.write(tmp_path, "1", made, catalog)
    assert warehouse.published(tmp_path) is None
    warehouse.publish(built)
    assert warehouse.published(tmp_path) == built
    with duckdb.connect(tmp_path / warehouse.LINK, read_only=True) as db:
        assert db.sql(
            "select waarde, reden from profiel where nis_code = '44021' and waarde > 0"
        ).fetchall() == [(9.5, None)]
        columns = db.sql(
            "select table_name, column_name from information_schema.columns where data_type = 'VARCHAR'"
        ).fetchall()
        for table, column in columns:
            words = f"select count(*) from {table} where {column} in ('nan', 'None', 'NaT', '')"  # noqa: S608
            assert db.sql(words).fetchall() == [(0,)], (table, column)


def test_the_series_hold_the_reviewed_figures_once_more_by_municipality(tmp_path, made, observed, catalog):
    figures = [("risico", "44021", 9.5), ("risico", "11001", None), ("inwoners", "44021", 100.0)]
    unreviewed = made["indicator"]["nagekeken"].mask(made["indicator"]["indicator"] == "inwoners", False)
    rows = observed(*figures, geografie="285")
    with_series = made | {
        "waarneming": pd.concat([rows, observed(("risico", "44021", 9.0), geografie="285", jaar=2021)]),
        "indicator": made["indicator"].assign(nagekeken=unreviewed),
    }
    built = warehouse.write(tmp_path, "1", with_series, catalog)
    with duckdb.connect(built, read_only=True) as db:
        told = db.sql("select nis_code, indicator, year(periode_einde), waarde, reden from reeks").fetchall()
    assert told == [
        ("11001", "risico", 2022, None, "ontbreekt"),
        ("44021", "risico", 2021, 9.0, None),
        ("44021", "risico", 2022, 9.5, None),
    ]


@pytest.mark.parametrize(
    "table, change, reason",
    [
        ("waarneming", lambda t: t.assign(waarde=-5.0), "buiten het geldige bereik"),
        ("waarneming_afwijkend", lambda t: pd.concat([t, t.iloc[:1]]), "dezelfde gemeente en periode"),
        ("waarneming", lambda t: t.assign(nis_code="1100"), "geen vijf cijfers"),
        ("waarneming", lambda t: t.assign(geografie="286"), "een geografie is onbekend"),
        ("waarneming", lambda t: t.assign(status="?"), "een status is onbekend"),
        ("waarneming", lambda t: t.assign(waarde=float("nan")), "spreken elkaar tegen"),
        ("waarneming", lambda t: t.assign(waarde=float("inf")), "een waarde is oneindig"),
        (
            "waarneming",
            lambda t: t.assign(periode_einde=pd.Timestamp(2021, 12, 31)),
            "eindigt voor ze begint",
        ),
        ("waarneming", lambda t: t.assign(periode_einde=pd.Timestamp(2024, 12, 31)), "niet zo lang als"),
        ("waarneming", lambda t: t.assign(noemer=-1.0), "een noemer of een aantal"),
        ("waarneming", lambda t: t.assign(levering="niemand"), "zonder levering"),
        ("waarneming_afwijkend", lambda t: t.assign(indicator="vreemd"), "zonder indicator"),
        ("levering", lambda t: t.assign(demo=True), "voorbeeldcijfers en echte cijfers"),
        ("profiel", lambda t: t.iloc[1:], "profiel heeft"),
        ("vergelijking", lambda t: t.assign(soort=None), "database weigert"),
    ],
)
def test_a_build_that_is_not_right_is_never_published(tmp_path, made, catalog, table, change, reason):
    with pytest.raises(EtlError, match=reason):
        warehouse.write(tmp_path, "1", {**made, table: change(made[table])}, catalog)
    assert not list(tmp_path.glob("warehouse*"))
    warehouse.tidy(tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_last_builds_are_kept_and_the_published_one_always(tmp_path):
    for stand in "123456789":
        (tmp_path / f"warehouse-{stand}.duckdb").touch()
    warehouse.publish(tmp_path / "warehouse-1.duckdb")
    (tmp_path / f"{warehouse.HALF}x.duckdb").touch()
    (tmp_path / f"{warehouse.HALF}x.duckdb.tmp").mkdir()
    (tmp_path / f"{warehouse.HALF}x.link").symlink_to("nergens")
    (tmp_path / "store.sqlite").touch()
    warehouse.tidy(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "store.sqlite",
        "warehouse-1.duckdb",
        *(f"warehouse-{stand}.duckdb" for stand in "3456789"),
        "warehouse.duckdb",
    ]


def test_a_link_to_nothing_is_nothing_published(tmp_path):
    warehouse.publish(tmp_path / "warehouse-1.duckdb")
    assert warehouse.published(tmp_path) is None


def test_two_runs_never_share_a_folder(tmp_path):
    with warehouse.lock(tmp_path), pytest.raises(EtlError, match="al een andere"), warehouse.lock(tmp_path):
        pytest.fail("the lock was given twice")


def test_the_lock_dies_with_its_process(tmp_path):
    code = (
        "import os, sys, pathlib, etl.warehouse as w\n"
        "with w.lock(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == -9
    with warehouse.lock(tmp_path):
        assert (tmp_path / ".lock").exists()


def test_areas_are_complete():
    made = tables.areas()
    municipal = made["gebied"][made["gebied"]["niveau"] == "gemeente"]
    assert municipal["slug"].notna().sum() == 285
    assert len(municipal[municipal["nis_code"] == "11002"]) == 2
    assert {"provincie": 5, "gewest": 1}.items() <= made["gebied"]["niveau"].value_counts().to_dict().items()
    assert len(made["fusie"]) == 43
    assert pd.api.types.is_string_dtype(made["lidmaatschap"]["nis_code"])
