"""Boundaries from a map server to the files beside the warehouse."""

import gzip
import json

import duckdb
import pytest

from etl import http
from etl.fetch import fetch
from etl.job import Job
from etl.raw import Raw
from etl.sources import grenzen
from etl.warehouse import builds, published
from indicators.catalog import catalog
from indicators.gemeenten import fusies
from tests.etl.deliveries import kansarmoede
from tests.etl.sources.kaartblad import as_wfs, squares


@pytest.fixture
def job(tmp_path):
    demo = tmp_path / "demo"
    demo.mkdir()
    kansarmoede(demo / "demo_register.xlsx", n41002=20.0, n11002=30.0)
    return Job(tmp_path / "data", Raw(tmp_path / "data/raw"), demo_folder=demo)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture
def service(httpserver, monkeypatch):
    """A map server with both states; its answers say when they were asked for."""
    monkeypatch.setattr(grenzen, "PAGINA", httpserver.url_for("/VRBG/wfs?typeNames=VRBG:Refgem"))

    def offer(moment, **states):
        httpserver.clear()
        for path, shapes in states.items():
            httpserver.expect_request(f"/{path}/wfs").respond_with_data(as_wfs(shapes, moment))

    return offer


def import_map(job, folder, name, shapes):
    path = folder / name
    path.write_bytes(as_wfs(shapes))
    [done] = job.import_files([path])
    assert done.uitkomst == "gelezen", done.boodschap
    path.unlink()


def ask(job, sql):
    with duckdb.connect(published(job.folder), read_only=True) as db:
        return db.execute(sql).fetchall()


def maps(folder):
    return sorted(path.name for path in folder.glob("grenzen-*"))


def test_the_map_server_is_asked_and_known_again(job, service):
    service("2026-11-22T03:00:00Z", VRBG=squares("285"), VRBG2019=squares("300"))
    [first] = fetch(job.raw, {"grenzen": grenzen})
    service("2026-11-23T03:00:00.123Z", VRBG=squares("285"), VRBG2019=squares("300"))
    [second] = fetch(job.raw, {"grenzen": grenzen})
    assert (first.fouten, first.nieuw) == ([], 2)
    assert (second.fouten, second.nieuw) == ([], 0)


def test_an_answer_that_is_no_map_is_refused_and_the_other_state_is_kept(job, service, httpserver):
    service("2026-11-22T03:00:00Z", VRBG=squares("285"))
    httpserver.expect_request("/VRBG2019/wfs").respond_with_data("<ows:ExceptionReport/>")
    [found] = fetch(job.raw, {"grenzen": grenzen})
    assert found.nieuw == 1
    assert "VRBG2019" in found.fouten[0]


def test_both_files_of_each_state_stand_beside_the_warehouse(job, folder):
    for state in ("285", "300"):
        import_map(job, folder, f"{state}.json", squares(state))
    kansarmoede(folder / "register.xlsx", n41002=9.1)
    job.import_files([folder / "register.xlsx"])
    job.build()
    rows = dict(ask(job, "select geografie, bestand from grenzen"))
    assert sorted(rows) == ["285", "300"]
    assert maps(folder) == sorted(name for one in rows.values() for name in (one, f"{one}.gz"))
    plain = (folder / rows["285"]).read_bytes()
    assert gzip.decompress((folder / f"{rows['285']}.gz").read_bytes()) == plain
    assert len(json.loads(plain)["features"]) == 285
    assert ask(job, "select count(*) from grenzen anti join levering using (levering)") == [(0,)]


def test_area_is_in_square_kilometres_and_adds_up_over_a_merger(job, folder):
    for state in ("285", "300"):
        import_map(job, folder, f"{state}.json", squares(state))
    kansarmoede(folder / "register.xlsx", n41002=9.1)
    job.import_files([folder / "register.xlsx"])
    job.build()
    sql = "select nis_code, periode_label, round(waarde, 1) from waarneming where indicator = 'oppervlakte'"
    areas = {(nis, label): waarde for nis, label, waarde in ask(job, sql)}
    parts = {f.nieuw_nis: 0.0 for f in fusies() if f.datum.year == 2025}
    for fusie in fusies():
        if fusie.nieuw_nis in parts:
            parts[fusie.nieuw_nis] += 25.0
    assert len(areas) == 2 * 285
    assert {nis: areas[nis, "2024"] for nis in parts} == parts
    assert {areas[nis, "2025"] for nis in parts} == {25.0}
    assert catalog()["oppervlakte"].eenheid == "km²"


def test_boundaries_alone_leave_the_demo_in_place_but_give_it_the_map(job, folder):
    import_map(job, folder, "285.json", squares())
    built = job.build()
    assert built.demo
    assert ask(job, "select count(*) from waarneming where indicator = 'oppervlakte'") == [(0,)]
    assert ask(job, "select geografie from grenzen") == [("285",)]


def test_the_newest_boundaries_are_used_and_older_maps_go_with_the_last_build_that_used_them(job, folder):
    import_map(job, folder, "285.json", squares())
    job.build()
    [(old,)] = ask(job, "select bestand from grenzen")
    moved = squares()
    moved.geometry = moved.geometry.translate(2_000, 0)
    import_map(job, folder, "285b.json", moved)
    job.build()
    [(new,)] = ask(job, "select bestand from grenzen")
    assert new != old
    assert maps(folder) == sorted([old, f"{old}.gz", new, f"{new}.gz"])
    for build in builds(folder)[:-1]:
        build.unlink()
    job.build()
    assert maps(folder) == sorted([new, f"{new}.gz"])


def test_a_map_that_was_cut_short_is_written_again(job, folder):
    import_map(job, folder, "285.json", squares())
    job.build()
    [(name,)] = ask(job, "select bestand from grenzen")
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[:1000])
    job.build()
    assert (folder / name).read_bytes() == whole


def test_the_limits_of_a_download_leave_room_for_the_boundaries():
    assert http.MAX_BYTES >= 60 * 2**20
