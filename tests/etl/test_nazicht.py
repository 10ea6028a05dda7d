"""Files to check with, from the hand that brings them to the remarks of a build."""

import pytest

from etl.job import Job
from etl.raw import Raw
from etl.sources.controle import CONTROLES, Controlebron
from indicators.gemeenten import fusies
from tests.etl.deliveries import kansarmoede, sheet
from tests.etl.sources.kaartblad import as_shapefile, squares


@pytest.fixture
def job(tmp_path):
    demo = tmp_path / "demo"
    demo.mkdir()
    (tmp_path / "data").mkdir()
    kansarmoede(demo / "demo_register.xlsx", n41002=20.0)
    return Job(tmp_path / "data", Raw(tmp_path / "data/raw"), demo_folder=demo)


@pytest.fixture
def mergers(tmp_path):
    """A list of mergers, true to the last letter."""
    rijen = [[f"{f.datum}", f.oud_nis, f.oud_naam, f.nieuw_nis, f.nieuw_naam] for f in fusies()]
    path = tmp_path / "fusies.csv"
    kop = ["effective", "old_nis", "old_name", "new_nis", "new_name"]
    path.write_text("\n".join(",".join(rij) for rij in [kop, *rijen]))
    return path


def remarks(build):
    return [(one.ernst, one.boodschap) for one in build.controles if one.bron in CONTROLES]


def test_a_true_list_is_read_kept_and_checked_at_each_build(job, mergers):
    [done] = job.import_files([mergers])
    told = "gecontroleerd: 43 gefuseerde gemeenten, 0 verschillen."
    assert (done.uitkomst, done.boodschap) == ("gelezen", f"Lijst van gemeentefusies; {told}")
    assert job.import_files([mergers])[0].uitkomst == "bekend"
    for _ in range(2):
        assert remarks(job.build()) == [("goed", f"fusies.csv: {told}")]


def test_a_difference_is_told_and_changes_no_figure(job, mergers):
    mergers.write_text(mergers.read_text().replace("Nevele", "Nevelle"))
    job.import_files([mergers])
    build = job.build()
    [(ernst, told)] = remarks(build)
    assert ernst == "let_op" and "2 verschillen: alleen in het bestand: 2019-01-01 44049 nevelle" in told
    assert not build.refused


def test_a_file_that_was_damaged_stops_nothing(job, mergers):
    job.import_files([mergers])
    [herkomst] = job.raw.provenances()
    (job.raw.folder / herkomst.bron / herkomst.sha256[:12] / "fusies.csv").write_text("stuk")
    [(ernst, told)] = remarks(job.build())
    assert ernst == "fout" and "is veranderd sinds het bewaard werd" in told


def test_a_comparison_that_fails_stops_nothing(job, mergers, monkeypatch):
    job.import_files([mergers])

    def fail(bestand, geladen):
        raise RuntimeError("kapot")

    kind = CONTROLES["gemeentefusies"]
    broken = Controlebron(kind.naam, kind.titel, kind.licentie, kind.recognise, fail)
    monkeypatch.setitem(CONTROLES, "gemeentefusies", broken)
    [(ernst, told)] = remarks(job.build())
    assert ernst == "fout" and "onverwachte fout bij het nakijken" in told


def test_the_survey_is_compared_with_what_was_loaded(job, tmp_path):
    bevraging = tmp_path / "bevraging.xlsx"
    import_survey(bevraging)
    wide = tmp_path / "breed.csv"
    wide.write_text("province,gemeente,nis_code,Subjectieve armoede\nx,Aalst,41002,9.1\nx,Gent,44021,20.5\n")
    first, second = job.import_files([wide, bevraging])
    assert "nog niets" in first.boodschap and second.uitkomst == "gelezen"
    assert remarks(job.build()) == [
        (
            "let_op",
            "breed.csv: gecontroleerd: 2 cijfers over 1 van 1 vragen, 1 verschil: "
            "'Subjectieve armoede' is voor 44021 20.5 en bij ons 21.5.",
        )
    ]


def import_survey(path):
    head = ["Gemeente", "NIS-code", "Indicator", "Jaar", "Eens (%)"]
    rows = [("x", 41002, "Subjectieve armoede", 2023, 9.1), ("x", 44021, "Subjectieve armoede", 2023, 21.5)]
    sheet(path, "AR_S_02", head, *rows)


def test_made_up_figures_are_not_checked(job, tmp_path):
    wide = tmp_path / "breed.csv"
    wide.write_text("province,gemeente,nis_code,Kansarmoede-index\nx,Aalst,41002,9.1\n")
    job.import_files([wide])
    build = job.build()
    assert build.demo
    assert [told for _, told in remarks(build) if "nog niets" in told]


def test_a_folder_with_a_shapefile_gives_one_delivery(job, tmp_path):
    folder = tmp_path / "kaart"
    folder.mkdir()
    paths = as_shapefile(squares(), folder)
    [done] = job.import_files(paths)
    assert (done.pad.name, done.uitkomst) == ("gemeente.shp", "gelezen")
    assert [one.bestandsnaam for one in job.raw.provenances()] == ["gemeente.zip"]
