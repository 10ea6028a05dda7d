"""Known errors of a publisher: applied while they last, and never longer."""

from datetime import date

import pytest

from etl import EtlError, correctie
from etl.job import Job
from indicators.catalog import catalog
from tests.etl.deliveries import adi, ask

GENT = """
[[correctie]]
bron = "statbel_adi"
indicator = "arop"
nis_code = "44021"
periode_einde = 2022-12-31
verwacht = 71.0
waarde = 7.1
reden = "De komma staat een plaats te ver."
gemeld_op = 2026-11-01
"""


@pytest.fixture
def build(job, tmp_path):
    """Hand in a workbook with these rows and build, with these corrections."""

    def make(corrections, *rows):
        job.corrections.write_text(corrections)
        number = len(list(tmp_path.glob("adi*.xlsx")))
        fresh = Job(job.folder, job.raw, demo_folder=job.demo_folder, corrections=job.corrections)
        fresh.import_files([adi(tmp_path / f"adi{number}.xlsx", *rows)])
        return fresh.build()

    return make


def outcome(job):
    return ask(job, "select toestand, verwacht, waarde from correctie")


def test_the_file_of_the_project_is_right():
    assert correctie.load(correctie.FILE, catalog()) == ()


def test_the_example_in_the_file_can_be_used(tmp_path):
    lines = correctie.FILE.read_text("utf-8").splitlines()
    example = [line.removeprefix("#   ") for line in lines if line.startswith("#   ")]
    (tmp_path / "c.toml").write_text("\n".join(example))
    (one,) = correctie.load(tmp_path / "c.toml", catalog())
    assert (one.indicator, one.verwacht, one.waarde) == ("arop", 71.0, 7.1)


def test_a_wrong_figure_is_corrected_before_it_can_break_the_contract(build, job):
    done = build(GENT, (2022, 44021, 71.0, 900), (2022, 11001, 4.0, 100))
    assert not done.refused
    assert ask(job, "select nis_code, waarde from waarneming where indicator = 'arop' order by 1") == [
        ("11001", 4.0),
        ("44021", 7.1),
    ]
    assert outcome(job) == [("toegepast", 71.0, 7.1)]
    told = [one for one in done.controles if one.indicator == "arop"]
    assert [one.ernst for one in told] == ["goed"] and "71 is verbeterd, want De komma" in told[0].boodschap


def test_it_stops_by_itself_when_the_publisher_repairs(build, job):
    build(GENT, (2022, 44021, 71.0, 900))
    done = build(GENT, (2022, 44021, 7.2, 900))
    assert ask(job, "select waarde from waarneming where indicator = 'arop'") == [(7.2,)]
    assert outcome(job) == [("hersteld", 71.0, 7.1)]
    assert any("niet langer 71" in one.boodschap and one.ernst == "let_op" for one in done.controles)


def test_a_repair_that_gives_our_own_value_is_a_repair(build, job):
    build(GENT, (2022, 44021, 7.1, 900))
    assert outcome(job) == [("hersteld", 71.0, 7.1)]


def test_a_figure_that_nobody_delivers_is_said(build, job):
    done = build(GENT, (2021, 44021, 7.0, 900))
    assert outcome(job) == [("niet_gevonden", 71.0, 7.1)]
    assert any("staat in geen levering" in one.boodschap for one in done.controles)


def test_when_nobody_knows_the_right_one_there_is_none(build, job):
    build(GENT.replace("7.1", '"ontbreekt"'), (2022, 44021, 71.0, 900), (2022, 11001, 4.0, 100))
    rows = ask(
        job, "select waarde, status, reden from profiel where indicator = 'arop' and nis_code = '44021'"
    )
    assert rows == [(None, "ontbreekt", "leeg_bij_bron")]
    assert outcome(job) == [("toegepast", 71.0, None)]


def test_a_merger_counts_with_the_right_value(build, job):
    wrong = GENT.replace("44021", "46014").replace("71.0", "50.0").replace("7.1", "10.0")
    build(wrong, (2022, 46014, 50.0, 300), (2022, 44045, 20.0, 100))
    (row,) = ask(job, "select waarde from profiel where indicator = 'arop' and nis_code = '46029'")
    assert row == (12.5,)


def test_the_numerator_changes_along(observed, catalog):
    one = correctie.Correctie(
        bron="b",
        indicator="inkomen",
        nis_code="44021",
        periode_einde=date(2022, 12, 31),
        verwacht=9.0,
        waarde=5.0,
        reden="r",
        gemeld_op=date(2026, 11, 1),
    )
    rows = observed(("inkomen", "44021", 9.0, {"teller": 0.9, "noemer": 100}))
    corrected, applied = correctie.correct(rows, "b", [one], catalog)
    assert applied == (one,)
    assert corrected[["waarde", "teller", "noemer"]].to_numpy().tolist() == [[5.0, 0.5, 100.0]]
    assert correctie.correct(rows, "een andere bron", [one], catalog)[1] == ()


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    path = tmp_path / "corrections.toml"
    path.write_text(
        "versie = 1\n"
        + GENT
        + GENT.replace("arop", "aropp").replace("44021", "99999").replace("waarde = 7.1", "waarde = 71.0")
        + GENT
        + GENT.replace("11-01", "11-02").replace("2022-12", "2021-12").replace("7.1", "99.0")
        + GENT.replace("reden", "redenen")
    )
    with pytest.raises(EtlError) as raised:
        correctie.load(path, catalog())
    for part in (
        "onbekend veld 'versie'",
        "correctie 2: indicator 'aropp' staat niet in de catalogus",
        "correctie 2: nis_code 99999 is geen gemeente",
        "correctie 2: waarde is gelijk aan verwacht",
        "correctie 3: dit cijfer staat er al in",
        "correctie 4: waarde 99 ligt buiten 0 tot 60",
        "correctie 5: reden: Field required",
        "correctie 5: redenen: Extra inputs",
    ):
        assert part in str(raised.value)


def test_a_file_that_is_no_toml_publishes_nothing(build, job):
    job.corrections.write_text("[[correctie")
    with pytest.raises(EtlError, match="geen geldig TOML"):
        job.build()
