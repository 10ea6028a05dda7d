"""The guard, over several builds: what readers see does not shrink or change unit unseen."""

import re
from datetime import date

import pytest

from etl import EtlError
from etl.bewaking import Periode, worse
from etl.job import Job
from indicators.gemeenten import gemeenten
from tests.etl.deliveries import adi, ask

CODES = list(gemeenten("285"))[:20]


def arop(jaar, codes=CODES, waarde=10.0):
    """Rows of an ADI workbook: (year, code, arop, persons)."""
    return [(jaar, int(code), waarde, 900) for code in codes]


def year(jaar, aantal=285, mediaan=10.0):
    return Periode(date(jaar, 12, 31), aantal, mediaan)


@pytest.fixture
def build(job, tmp_path):
    """Hand in a workbook with these rows and build; a fresh job each time, as every night."""

    def make(*rows, accepted=()):
        number = len(list(tmp_path.glob("adi*.xlsx")))
        fresh = Job(job.folder, job.raw, demo_folder=job.demo_folder, corrections=job.corrections)
        fresh.import_files([adi(tmp_path / f"adi{number}.xlsx", *rows)])
        return fresh.build(accepted)

    return make


@pytest.mark.parametrize(
    "now, reason",
    [
        ([], "in geen enkele leesbare levering meer staat"),
        ([year(2022)], "de cijfers van 2021 wegvallen"),
        (
            [year(2021), year(2022, 256)],
            "voor 2022 maar 256 gemeenten een cijfer hebben, terwijl dat er eerst 285",
        ),
        (
            [year(2021), year(2022), year(2023, 50)],
            "voor 2023 maar 50 gemeenten .* er voor 2022 eerst 285 waren",
        ),
        ([year(2021), year(2022, mediaan=0.1)], "voor 2022 0,10 is, terwijl dat eerst 10 was"),
        (
            [year(2021), year(2022), year(2023, mediaan=1000.0)],
            "voor 2023 1.000 is, terwijl dat voor 2022 eerst 10",
        ),
    ],
)
def test_what_is_worse(now, reason):
    found = worse(now, [year(2021), year(2022)])
    assert found and re.search(reason, found)


@pytest.mark.parametrize(
    "now",
    [
        [year(2021), year(2022)],
        [year(2021, 300, 11.0), year(2022, 257, 45.0)],
        [year(2005, 20, 1000.0), year(2021), year(2022)],
        [year(2021), year(2022), year(2023, 260)],
    ],
)
def test_what_is_not(now):
    assert worse(now, [year(2021), year(2022)]) is None


def test_figures_that_shrink_do_not_replace_and_say_so(build, job):
    assert not build(*arop(2021), *arop(2022)).refused
    bad = build(*arop(2022, CODES[:5]), *arop(2023, CODES[:5]))
    assert bad.refused
    (told,) = [one for one in bad.controles if one.indicator == "arop"]
    assert "maar 5 gemeenten" in told.boodschap and "--accepteer arop" in told.boodschap
    assert ask(
        job, "select periode_label, count(waarde) from waarneming where indicator = 'arop' group by 1"
    ) == [
        ("2021", 20),
        ("2022", 20),
    ]
    held = ask(job, "select sinds, reden from bewaking where indicator = 'arop'")
    assert "eerst 20 waren" in held[0][1]
    assert ask(job, "select count(*) from herziening") == [(0,)]
    assert build(*arop(2022, CODES[:5])).refused
    assert ask(job, "select sinds from bewaking where indicator = 'arop'") == [(held[0][0],)]


def test_the_guard_stops_when_the_publisher_repairs(build, job):
    build(*arop(2022))
    build(*arop(2022, waarde=0.1))
    assert ask(job, "select distinct waarde from waarneming where indicator = 'arop'") == [(10.0,)]
    assert not build(*arop(2022, waarde=11.0)).refused
    assert ask(job, "select distinct waarde from waarneming where indicator = 'arop'") == [(11.0,)]
    assert ask(job, "select * from bewaking") == []


def test_one_indicator_is_held_and_the_others_go_on(build, job, tmp_path):
    build(*arop(2022))
    rows = [(2022, int(code), 0.1, 800) for code in CODES]
    build(*rows)
    assert ask(job, "select distinct indicator from bewaking") == [("arop",)]
    assert ask(job, "select distinct noemer from waarneming where indicator = 'arop'") == [(900,)]
    assert ask(job, "select distinct levering from waarneming where indicator = 'arop'") != ask(
        job, "select distinct levering from waarneming where indicator = 'adi_mediaan'"
    )


def test_accepted_on_purpose_stays_accepted(build, job):
    build(*arop(2022))
    assert not build(*arop(2022, waarde=0.1), accepted=["arop"]).refused
    assert not build(*arop(2023, waarde=0.2)).refused
    assert ask(job, "select distinct waarde from waarneming where indicator = 'arop' order by 1") == [
        (0.1,),
        (0.2,),
    ]


def test_accepting_what_does_not_exist_publishes_nothing(build):
    build(*arop(2022))
    with pytest.raises(EtlError, match="geen indicator aropp"):
        build(*arop(2022), accepted=["aropp"])


def test_held_figures_survive_the_loss_of_their_file(build, job):
    build(*arop(2022))
    (kept,) = job.raw.provenances()
    build(*arop(2023, waarde=12.0))
    job.raw.remove(kept)
    again = Job(job.folder, job.raw).build()
    assert again.refused
    assert ask(job, "select distinct bestandsnaam from levering join waarneming using (levering)") == [
        ("adi0.xlsx",),
        ("adi1.xlsx",),
    ]
    assert "de cijfers van 2022 wegvallen" in ask(job, "select reden from bewaking limit 1")[0][0]


def test_made_up_figures_are_no_measure(job, tmp_path):
    job.build()
    fresh = Job(job.folder, job.raw, demo_folder=job.demo_folder)
    fresh.import_files([adi(tmp_path / "echt.xlsx", *arop(2022, CODES[:1]))])
    assert not fresh.build().refused
    assert ask(job, "select * from bewaking") == []
