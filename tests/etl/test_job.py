"""From deliveries to a published warehouse, through the real readers."""

from datetime import UTC, datetime

import pytest

from etl import EtlError
from etl.job import Job
from etl.raw import Poging
from etl.warehouse import KEEP, published
from tests.etl.deliveries import adi, ask, kansarmoede


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def test_without_deliveries_the_demo_is_published_and_says_so(job):
    build = job.build()
    assert build.demo and not build.refused
    assert ask(job, "select demo from stand") == [(True,)]
    assert ask(job, "select distinct demo, url from levering") == [(True, None)]
    assert ask(job, "select count(*) from profiel where reden = 'geen_levering'")[0][0] > 285 * 30


def test_the_first_real_delivery_removes_every_demo_figure(job, folder):
    job.build()
    (read,) = job.import_files([kansarmoede(folder / "echt.xlsx", n44021=21.5)])
    assert (read.uitkomst, read.boodschap) == ("gelezen", "Gemeente-Stadsmonitor: 1 cijfers")
    assert not job.build().demo
    assert ask(job, "select nis_code, waarde from waarneming") == [("44021", 21.5)]
    assert ask(job, "select bestandsnaam, demo from levering") == [("echt.xlsx", False)]
    assert ask(job, "select demo from stand") == [(False,)]
    reasons = ask(job, "select distinct reden from profiel where indicator = 'arop'")
    assert reasons == [("geen_levering",)]


def test_a_real_delivery_that_cannot_be_read_does_not_chase_the_demo_away(job, folder):
    path = kansarmoede(folder / "fout.xlsx", n44021=250.0)
    (refused,) = job.import_files([path])
    assert refused.uitkomst == "geweigerd"
    for part in ("stadsmonitor", "fout.xlsx", "AR_03", "Wat je kunt doen"):
        assert part in refused.boodschap
    assert job.raw.provenances() == []
    assert job.build().demo


def test_the_demo_never_replaces_published_real_figures(job, folder):
    job.import_files([kansarmoede(folder / "echt.xlsx", n44021=21.5)])
    build = job.build()
    (herkomst,) = job.raw.provenances()
    kept = job.raw.folder / herkomst.bron / herkomst.sha256[:12] / herkomst.bestandsnaam
    kept.write_bytes(b"stuk")
    with pytest.raises(EtlError, match=r"blijven staan.*is veranderd sinds"):
        Job(job.folder, job.raw, demo_folder=job.demo_folder).build()
    assert published(job.folder) == build.pad


def test_the_same_file_again_is_known(job, folder):
    path = kansarmoede(folder / "echt.xlsx", n44021=21.5)
    assert [one.uitkomst for one in job.import_files([path, path])] == ["gelezen", "bekend"]
    assert len(job.raw.provenances()) == 1


def test_a_kept_delivery_that_went_bad_stops_no_other(job, folder):
    job.import_files(
        [kansarmoede(folder / "a.xlsx", n44021=21.5), adi(folder / "b.xlsx", (2022, 44021, 11.0, 900))]
    )
    (kept,) = [one for one in job.raw.provenances() if one.bron == "statbel_adi"]
    (job.raw.folder / "statbel_adi" / kept.sha256[:12] / "b.xlsx").write_bytes(b"stuk")
    build = Job(job.folder, job.raw).build()
    assert build.refused
    assert ask(job, "select distinct indicator from waarneming") == [("kansarmoede_index",)]
    ((ernst, bron, told),) = ask(
        job, "select ernst, bron, boodschap from controle where levering like 'statbel_adi%'"
    )
    assert (ernst, bron) == ("fout", "statbel_adi") and "b.xlsx is veranderd" in told


def test_a_reader_with_a_defect_stops_no_other(job, folder, monkeypatch):
    job.import_files(
        [kansarmoede(folder / "a.xlsx", n44021=21.5), adi(folder / "b.xlsx", (2022, 44021, 11.0, 900))]
    )

    def broken(bestand):
        raise ZeroDivisionError

    monkeypatch.setattr("etl.sources.statbel_adi.read", broken)
    build = Job(job.folder, job.raw).build()
    (fault,) = [one for one in build.controles if one.ernst == "fout"]
    assert "statbel_adi, b.xlsx: onverwachte fout" in fault.boodschap
    assert ask(job, "select distinct indicator from waarneming") == [("kansarmoede_index",)]


def test_a_file_that_is_not_there_or_breaks_a_reader_stops_no_other(job, folder, monkeypatch):
    def broken(bestand):
        raise ZeroDivisionError

    monkeypatch.setattr("etl.sources.statbel_adi.read", broken)
    absent, odd, good = job.import_files(
        [
            folder / "weg.xlsx",
            adi(folder / "b.xlsx", (2022, 44021, 11.0, 900)),
            kansarmoede(folder / "a.xlsx", n44021=21.5),
        ]
    )
    assert absent.uitkomst == "geweigerd" and "weg.xlsx bestaat niet" in absent.boodschap
    assert odd.uitkomst == "geweigerd" and "onverwachte fout" in odd.boodschap
    assert good.uitkomst == "gelezen"


def test_codes_of_two_states_are_refused_by_name(job, folder):
    (refused,) = job.import_files(
        [adi(folder / "b.xlsx", (2022, 46014, 11.0, 900), (2022, 46029, 12.0, 900))]
    )
    assert refused.uitkomst == "geweigerd"
    assert "46014, 46029" in refused.boodschap and "b.xlsx" in refused.boodschap


def test_an_indicator_outside_its_range_is_left_out_alone(job, folder):
    (read,) = job.import_files([adi(folder / "b.xlsx", (2022, 44021, 75.0, 900))])
    assert read.uitkomst == "gelezen"
    build = job.build()
    (fault,) = [one for one in build.controles if one.ernst == "fout"]
    assert fault.indicator == "arop" and "buiten 0 tot 60, zoals 75 voor gemeente 44021" in fault.boodschap
    loaded = {name for (name,) in ask(job, "select distinct indicator from waarneming")}
    assert "adi_mediaan" in loaded and "arop" not in loaded


def test_a_merged_municipality_is_weighted_and_its_predecessors_stay(job, folder):
    job.import_files([adi(folder / "b.xlsx", (2022, 46014, 10.0, 300), (2022, 44045, 20.0, 100))])
    job.build()
    (row,) = ask(
        job, "select waarde, schatting, noemer from profiel where indicator = 'arop' and nis_code = '46029'"
    )
    assert row == (12.5, True, 400)
    assert ask(job, "select nis_code, waarde from waarneming_bron where indicator = 'arop' order by 1") == [
        ("44045", 20.0),
        ("46014", 10.0),
    ]
    assert ask(job, "select reden from profiel where indicator = 'adi_mediaan' and nis_code = '46029'") == [
        ("fusie",)
    ]


def test_a_newer_delivery_revises_only_its_own_periods(job, folder):
    job.import_files([adi(folder / "oud.xlsx", (2021, 44021, 10.0, 900), (2022, 44021, 11.0, 900))])
    job.import_files([adi(folder / "nieuw.xlsx", (2022, 44021, 12.0, 900), (2023, 44021, 13.0, 900))])
    job.build()
    rows = ask(job, "select periode_label, waarde from waarneming where indicator = 'arop' order by 1")
    assert rows == [("2021", 10.0), ("2022", 12.0), ("2023", 13.0)]


def test_observations_are_sorted_as_the_readers_expect(job, folder):
    job.import_files(
        [adi(folder / "b.xlsx", (2022, 44021, 1.0, 9), (2021, 44021, 2.0, 9), (2021, 11001, 3.0, 9))]
    )
    job.build()
    rows = ask(job, "select indicator, periode_einde, nis_code from waarneming")
    assert rows == sorted(rows)
    assert len([row for row in rows if row[0] in ("arop", "adi_mediaan")]) == 6


def test_the_last_attempt_of_a_source_stands_in_the_warehouse(job):

    for day, told in ((1, "eerst"), (2, "geen antwoord")):
        job.raw.note(Poging("statbel_adi", datetime(2026, 1, day, tzinfo=UTC), False, told))
    job.build()
    assert ask(job, "select ernst, boodschap, bron from controle where bron = 'statbel_adi'") == [
        ("fout", "geen antwoord", "statbel_adi")
    ]


def test_nothing_to_publish_leaves_what_there_was(job, tmp_path):
    there = job.build().pad
    with pytest.raises(EtlError, match="geen cijfers om te publiceren"):
        Job(job.folder, job.raw, demo_folder=tmp_path / "leeg").build()
    assert published(job.folder) == there


def test_builds_do_not_pile_up(job):
    paths = [job.build().pad for _ in range(KEEP + 1)]
    assert sorted(job.folder.glob("warehouse-*")) == paths[-KEEP:]
    assert published(job.folder) == paths[-1]
