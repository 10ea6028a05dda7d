"""How things stand: the keys that a machine may count on, and when something needs a look."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.job import Job
from etl.raw import Poging, Raw
from etl.sources import BRONNEN
from etl.status import status
from indicators.catalog import catalog
from tests.etl.hostile import KOP, kansarmoede, register, workbook

NU = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
KEYS = {"stand", "gebouwd_op", "leeftijd_uren", "demo", "cijfers", "bronnen", "te_herzien", "code"}
KEYS |= {"aandacht", "bewaakt"}
KEYS_OF_A_SOURCE = {"leveringen", "laatste_levering", "laatst_gelukt", "laatst_mislukt", "boodschap"}


@pytest.fixture
def job(tmp_path):
    return Job(tmp_path / "data", Raw(tmp_path / "data/raw"))


def look(job, nu=NU):
    return status(job.folder, job.raw, job.bronnen, job.catalog, nu)


def test_nothing_published_is_code_2(job):
    found = look(job)
    assert set(found) >= KEYS
    assert (found["stand"], found["leeftijd_uren"], found["cijfers"], found["code"]) == (None, None, 0, 2)
    assert set(found["bronnen"]) == set(BRONNEN)
    assert all(set(one) == KEYS_OF_A_SOURCE for one in found["bronnen"].values())


def test_a_sound_delivery_is_code_0(job, tmp_path):
    (tmp_path / "goed.xlsx").write_bytes(register())
    job.folder.mkdir()
    job.import_files([tmp_path / "goed.xlsx"])
    built = job.build()
    found = look(job, datetime.now(UTC) + timedelta(hours=5))
    assert (found["stand"], found["demo"], found["cijfers"]) == (built.pad.stem.split("-")[1], False, 285)
    assert found["leeftijd_uren"] == pytest.approx(5, abs=0.1)
    assert found["bronnen"]["stadsmonitor"]["leveringen"] == 1
    assert (found["aandacht"], found["code"]) == ([], 0)


def test_a_held_indicator_is_named_with_the_reason(job, tmp_path):
    job.folder.mkdir()
    for rows in (kansarmoede()[2:], kansarmoede()[2:102]):  # the publisher lost two thirds of them
        (tmp_path / "a.xlsx").write_bytes(workbook({"AR_03": [KOP, *rows]}))
        job.import_files([tmp_path / "a.xlsx"])
        job.build()
    found = look(job, datetime.now(UTC))
    (held,) = found["bewaakt"]
    assert (held["indicator"], set(held)) == ("kansarmoede_index", {"indicator", "sinds", "reden"})
    assert found["code"] == 1 and "kansarmoede_index" in found["aandacht"][0]


def test_a_source_may_fail_twice_before_it_needs_a_person(job):
    for night in range(3):
        job.raw.note(Poging("stadsmonitor", NU + timedelta(days=night), False, "geen antwoord"))
        asked = look(job)
        assert asked["aandacht"] == (["Gemeente-Stadsmonitor: geen antwoord"] if night == 2 else [])
    assert asked["bronnen"]["stadsmonitor"]["laatst_mislukt"] == "2026-11-24T04:00:00+00:00"
    job.raw.note(Poging("stadsmonitor", NU + timedelta(days=3), True, "1 bestand opgehaald"))
    healed = look(job)
    assert healed["aandacht"] == []
    assert healed["bronnen"]["stadsmonitor"]["laatst_gelukt"] == "2026-11-25T04:00:00+00:00"


def test_a_delivery_from_the_future_is_named_with_the_remedy(job, tmp_path):
    """The clock once stood wrong: until then that delivery speaks before every newer one."""
    (tmp_path / "goed.xlsx").write_bytes(register())
    job.folder.mkdir()
    job.import_files([tmp_path / "goed.xlsx"])
    (kept,) = job.raw.provenances()
    assert look(job, kept.opgehaald_op)["aandacht"] == []
    (told,) = look(job, kept.opgehaald_op - timedelta(days=2))["aandacht"]
    assert (
        told.startswith("goed.xlsx is volgens de klok pas op") and f"stadsmonitor/{kept.sha256[:12]}" in told
    )


def test_overdue_reviews_are_listed(job):
    assert set(look(job, NU + timedelta(days=3000))["te_herzien"]) == set(catalog())


def test_the_command_speaks_json_and_gives_the_code(tmp_path):
    told = CliRunner().invoke(app, ["status", "--json", "--warehouse-dir", str(tmp_path)])
    assert told.exit_code == 2
    assert set(json.loads(told.output)) >= KEYS


def test_schema_names_what_every_source_should_deliver():
    told = CliRunner().invoke(app, ["schema", "--json"])
    assert told.exit_code == 0
    found = json.loads(told.output)
    assert set(found) == set(BRONNEN)
    assert found["statbel_adi"]["kolommen"]["MS_ADMIN_AROP"] == [0.0, 100.0]
    keys = {(one["sleutel"], one["indicator"]) for one in found["stadsmonitor"]["sleutels"]}
    assert ("AR_03||procent", "kansarmoede_index") in keys
    assert found["stadsmonitor"]["licentie"] == "onbekend"
    assert [one["indicator"] for one in found["pinc"]["sleutels"]] == ["bevolking"], "as a second source"
    plain = CliRunner().invoke(app, ["schema"])
    assert "kolom MS_ADMIN_AROP van 0 tot 100" in plain.output
