"""The figures: every question answered, a new build seen at once, no answer mixed from two builds."""

import gc
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event

import duckdb
import pytest

from dashboard.warehouse import QUESTIONS, NoWarehouse, Rij, Stand, Warehouse
from tests.dashboard.warehouse_example import BEVER, BILZEN_HOESELT, GENT, RONSE, build

ASKED: dict[str, Callable[[Stand], list[Rij]]] = {
    "catalogus": lambda stand: list(stand.catalogus().values()),
    "profiel": lambda stand: stand.profiel(RONSE),
    "reeksen": lambda stand: stand.reeksen(RONSE),
    "waarden": lambda stand: stand.waarden("kansarmoede_index"),
    "laatste": Stand.laatste,
    "verdelingen": Stand.verdelingen,
    "bestanden": lambda stand: stand.bestanden("kansarmoede_index"),
    "doorsnede": lambda stand: stand.doorsnede("kansarmoede_index", date(2024, 12, 31)),
    "voor_fusie": lambda stand: stand.voor_fusie(BILZEN_HOESELT),
    "indicatoren": Stand.indicatoren,
    "dekking": Stand.dekking,
    "leveringen": Stand.leveringen,
    "controles": Stand.controles,
    "grenzen": Stand.grenzen,
}
OF_CHANGES = {"bewaking", "correcties", "herzien", "herzieningen", "wijzigingen"}
"""Empty until something changes: asked in test_wijzigingen.py."""


def test_every_question_file_is_asked_below() -> None:
    assert {path.stem for path in QUESTIONS.glob("*.sql")} == {*ASKED, *OF_CHANGES, "stand"}


@pytest.mark.parametrize("question", ASKED)
def test_every_question_has_an_answer(stand: Stand, question: str) -> None:
    assert ASKED[question](stand)


def test_profile_brings_figure_comparator_and_the_key_of_its_delivery(stand: Stand) -> None:
    rij = {rij["indicator"]: rij for rij in stand.profiel(RONSE)}["kansarmoede_index"]
    assert (rij["waarde"], rij["periode_einde"].year, rij["levering"]) == (21.5, 2024, "register")
    assert (rij["vergelijking_waarde"], rij["vergelijking_soort"]) == (12.1, "gepubliceerd")


def test_the_catalog_brings_the_reviewed_indicators_in_the_order_of_the_pages(stand: Stand) -> None:
    catalogus = stand.catalogus()
    assert list(catalogus) == ["kansarmoede_index", "woonquote"]
    assert (catalogus["kansarmoede_index"]["venster_jaren"], catalogus["woonquote"]["vastgehouden"]) == (
        3,
        None,
    )


def test_series_bring_all_periods_of_every_reviewed_indicator(stand: Stand) -> None:
    reeksen = stand.reeksen(RONSE)
    assert [(rij["indicator"], rij["periode_einde"].year, rij["waarde"]) for rij in reeksen] == [
        ("kansarmoede_index", 2021, 20.0),
        ("kansarmoede_index", 2024, 21.5),
        ("woonquote", 2023, 31.0),
    ]


def test_values_of_one_indicator_are_of_all_municipalities_and_periods(stand: Stand) -> None:
    assert {
        (rij["nis_code"], rij["periode_einde"].year): rij["waarde"] for rij in stand.waarden("woonquote")
    } == {
        (RONSE, 2023): 31.0,
        (GENT, 2023): 29.0,
    }


def test_latest_values_leave_out_what_is_missing(stand: Stand) -> None:
    laatste = {(rij["indicator"], rij["nis_code"]): rij["waarde"] for rij in stand.laatste()}
    assert (laatste["kansarmoede_index", GENT], laatste["woonquote", RONSE]) == (18.2, 31.0)
    assert ("woonquote", BILZEN_HOESELT) not in laatste and None not in laatste.values()


def test_spreads_are_per_indicator_and_period(stand: Stand) -> None:
    assert [(rij["indicator"], rij["periode_einde"].year, rij["waarde"]) for rij in stand.verdelingen()] == [
        ("kansarmoede_index", 2021, 13.0),
        ("kansarmoede_index", 2024, 12.1),
    ]


def test_what_is_missing_has_a_reason_and_no_delivery(stand: Stand) -> None:
    rij = {rij["indicator"]: rij for rij in stand.profiel(BEVER)}["kansarmoede_index"]
    assert (rij["waarde"], rij["reden"], rij["levering"]) == (None, "leeg_bij_bron", None)


def test_a_series_is_oldest_first(stand: Stand) -> None:
    reeks = [rij for rij in stand.reeksen(RONSE) if rij["indicator"] == "kansarmoede_index"]
    assert [(rij["periode_einde"].year, rij["waarde"]) for rij in reeks] == [(2021, 20.0), (2024, 21.5)]


def test_a_merged_municipality_shows_its_predecessors_by_name(stand: Stand) -> None:
    assert [(rij["naam"], rij["waarde"]) for rij in stand.voor_fusie(BILZEN_HOESELT)] == [
        ("Bilzen", 22.0),
        ("Hoeselt", 24.0),
    ]
    assert stand.voor_fusie(RONSE) == []


def test_coverage_counts_values_and_names_reasons(stand: Stand) -> None:
    dekking = {rij["indicator"]: rij for rij in stand.dekking()}
    assert set(dekking) == {"kansarmoede_index", "woonquote"}
    assert (dekking["kansarmoede_index"]["met_waarde"], dekking["kansarmoede_index"]["aantal"]) == (3, 5)
    redenen = {groep["reden"]: groep["aantal"] for groep in dekking["woonquote"]["zonder"]}
    assert redenen == {"niet_in_levering": 2, "fusie": 1}


def test_serious_checks_come_first(stand: Stand) -> None:
    assert [rij["ernst"] for rij in stand.controles()] == ["let_op", "goed"]


def test_what_a_page_does_to_its_rows_does_not_reach_the_next(stand: Stand) -> None:
    stand.profiel(RONSE)[0]["waarde"] = -1
    assert -1 not in [rij["waarde"] for rij in stand.profiel(RONSE)]


def test_long_answers_are_not_remembered(warehouse: Warehouse) -> None:
    """A few hundred of them would fill the memory; the others are asked once per build."""
    stand = warehouse.snapshot()
    assert stand._ask("profiel", RONSE) is stand._ask("profiel", RONSE)
    for question, parameters in (("reeksen", [RONSE]), ("waarden", ["woonquote"]), ("laatste", [])):
        assert stand._ask(question, *parameters) is not stand._ask(question, *parameters)


def test_no_warehouse_says_which_command_makes_one(tmp_path: Path) -> None:
    with pytest.raises(NoWarehouse, match="python -m etl run"):
        Warehouse(tmp_path / "warehouse.duckdb").snapshot()


@pytest.mark.parametrize("leads_to", ["warehouse.duckdb", "map", "kapot.duckdb"])
def test_a_link_that_leads_to_no_figures_says_why(tmp_path: Path, leads_to: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "kapot.duckdb").write_bytes(b"half of it")
    (tmp_path / "warehouse.duckdb").symlink_to(tmp_path / leads_to)
    with pytest.raises(NoWarehouse, match=leads_to):
        Warehouse(tmp_path / "warehouse.duckdb").snapshot()


def test_a_first_build_is_seen_without_a_restart(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse.duckdb")
    with pytest.raises(NoWarehouse):
        warehouse.snapshot()
    build(warehouse.link)
    assert warehouse.snapshot().id


def test_a_new_build_is_seen_and_the_old_answer_stays_whole(warehouse: Warehouse) -> None:
    before = warehouse.snapshot()
    build(warehouse.link, "nieuw", verschil=1.0)
    after = warehouse.snapshot()
    assert (before.id, after.id) == ("20260302T093000", "nieuw")
    assert _level(before) == 21.5
    assert _level(after) == 22.5


def test_a_build_that_nobody_reads_any_more_is_closed(warehouse: Warehouse) -> None:
    old = warehouse.snapshot()
    path = warehouse.link.resolve()
    build(warehouse.link, "nieuw")
    warehouse.snapshot()
    assert path in _open_files()
    del old
    gc.collect()
    assert path not in _open_files()


def test_publishing_while_others_read_mixes_nothing(warehouse: Warehouse) -> None:
    """Each build has one value everywhere; a reader asks three questions and must see one build's values."""
    done, seen = Event(), Counter[str]()

    def read() -> int:
        answers = 0
        while not done.is_set() or answers < 20:
            stand = warehouse.snapshot()
            verschil = {
                round(_level(stand) - 21.5, 6),
                round(_latest(stand) - 21.5, 6),
                round(_fused(stand) - 22.0, 6),
            }
            assert len(verschil) == 1, f"{stand.id} mixed: {verschil}"
            seen[stand.id] += 1
            answers += 1
        return answers

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for number in range(1, 9):
            old = warehouse.link.resolve()
            build(warehouse.link, f"bouw-{number}", verschil=float(number))
            old.unlink()
        done.set()
        assert all(reader.result() for reader in readers)
    assert len(seen) > 2, "the readers must have seen several builds"


def _level(stand: Stand) -> float:
    rijen = stand.profiel(RONSE)
    return float(next(rij["waarde"] for rij in rijen if rij["indicator"] == "kansarmoede_index"))


def _latest(stand: Stand) -> float:
    rijen = [rij for rij in stand.reeksen(RONSE) if rij["indicator"] == "kansarmoede_index"]
    return float(rijen[-1]["waarde"])


def _fused(stand: Stand) -> float:
    return float(stand.voor_fusie(BILZEN_HOESELT)[0]["waarde"])


def _open_files() -> set[Path]:
    found = set()
    for number in Path("/proc/self/fd").iterdir():
        try:
            found.add(number.readlink())
        except FileNotFoundError:
            continue  # closed while we looked
    return found


def test_a_build_of_an_older_version_is_told_apart(tmp_path: Path) -> None:
    link = tmp_path / "warehouse.duckdb"
    with duckdb.connect(build(link)) as db:
        db.execute("alter table indicator drop column kern")
    with pytest.raises(NoWarehouse, match="python -m etl run"):
        Warehouse(link).snapshot()
