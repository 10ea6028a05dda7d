"""Every real delivery at hand, through the command line, against figures computed again from the files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from dashboard.warehouse import CONFIG
from indicators.catalog import catalog
from indicators.gemeenten import fusies
from indicators.model import Fusieregel
from tests import running

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(
        not running.REAL_DATA.is_dir(), reason="the real deliveries (../shared/data) are not here"
    ),
]
FISCAAL = running.REAL_DATA / "statbel_fiscal_income" / "TF_PSNL_INC_TAX_MUNTY_2005-2020.xlsx"
ADI = running.REAL_DATA / "statbel_adi" / "TF_SOC_ADI_MUNTY.xlsx"
FUSIES_2025 = {
    nieuw: {f.oud_nis for f in fusies() if f.nieuw_nis == nieuw and f.datum.year == 2025}
    for nieuw in {f.nieuw_nis for f in fusies() if f.datum.year == 2025}
}
SURVEY = [i.id for i in catalog().values() if "_S_" in (i.bron_sleutel or "")]
NOT_DELIVERED = {
    "betalingsmoeilijkheden_energie_water",  # KL_S_06 stands in the workbook on climate
    "geboorten_benaderd",  # needs residents by year of age
    *(one.id for one in catalog().values() if one.bron == "opgroeien"),
}
Ask = Callable[..., list[tuple]]


@pytest.fixture(scope="module")
def ask(real_folder: Path) -> Iterator[Ask]:
    """Ask SQL of the warehouse that holds every delivery in ../shared/data."""
    path = (real_folder / "warehouse.duckdb").resolve()
    with duckdb.connect(path, read_only=True, config=CONFIG) as connection:
        yield lambda sql, *given: connection.execute(sql, given).fetchall()


def rows_of(workbook: Path) -> list[dict[str, object]]:
    """The first sheet, a dictionary per row: read here without any of our own readers."""
    [head, *rows] = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def table_of(workbook: Path, column: str) -> dict[tuple[str, int], float]:
    """Value of `column` by five-digit code and year, where it is a number."""
    return {
        (f"{int(row['CD_MUNTY_REFNIS']):05}", int(row["CD_YEAR"])): float(row[column])
        for row in rows_of(workbook)
        if isinstance(row[column], int | float)
    }


def test_nothing_is_an_example_any_more(ask: Ask) -> None:
    assert ask("select demo from stand") == [(False,)]
    assert ask("select count(*), count(*) filter (demo) from levering")[0][1] == 0
    assert ask("select count(*) from levering")[0][0] >= 13


def test_every_delivered_file_is_used_or_recognised(ask: Ask) -> None:
    failures = ask("select bron, boodschap from controle where ernst = 'fout' and levering is not null")
    assert failures == []


def test_kansarmoede_of_282_municipalities(ask: Ask) -> None:
    sql = """select waarde from profiel join gebied using (nis_code)
             where indicator = 'kansarmoede_index' and naam = ?"""
    [counted] = ask("select count(waarde) from profiel where indicator = 'kansarmoede_index'")
    assert counted == (282,)
    assert ask(sql, "Oostende")[0] == (31.91,)
    assert ask(sql, "Aalst")[0] == (9.1,)


def test_kansarmoede_says_why_three_have_none(ask: Ask) -> None:
    missing = ask(
        """select distinct g.naam, p.status, p.reden from profiel p join gebied g using (nis_code)
           where p.indicator = 'kansarmoede_index' and p.waarde is null order by 1"""
    )
    assert [name for name, *_ in missing] == ["Bever", "Herstappe", "Horebeke"]
    assert {status for _, status, _ in missing} == {"ontbreekt"}
    assert {reason for *_, reason in missing} <= {"leeg_bij_bron", "niet_in_levering"}


def test_the_kansarmoede_window_is_three_birth_years(ask: Ask) -> None:
    [(begin, einde)] = ask(
        "select distinct periode_begin, periode_einde from waarneming where indicator = 'kansarmoede_index'"
    )
    assert (begin.isoformat(), einde.isoformat()) == ("2022-01-01", "2024-12-31")


def test_incomes_of_all_285_in_all_16_years(ask: Ask) -> None:
    years = ask(
        """select year(periode_einde), count(waarde), count(distinct nis_code) from waarneming
           where indicator = 'fiscaal_inkomen_totaal' and nis_code <> '02000' group by 1 order by 1"""
    )
    assert years == [(year, 285, 285) for year in range(2005, 2021)]


def test_incomes_of_the_13_mergers_are_the_sum_of_their_predecessors(ask: Ask) -> None:
    delivered = table_of(FISCAAL, "MS_TOT_NET_TAXABLE_INC")
    loaded = {
        (nis, year): (value, estimate)
        for nis, year, value, estimate in ask(
            """select nis_code, year(periode_einde), waarde, schatting from waarneming
               where indicator = 'fiscaal_inkomen_totaal'"""
        )
    }
    assert len(FUSIES_2025) == 13
    for nieuw, ouden in FUSIES_2025.items():
        for year in range(2005, 2021):
            value, estimate = loaded[nieuw, year]
            assert value == pytest.approx(sum(delivered[oud, year] for oud in ouden), rel=1e-12)
            assert not estimate


def test_averages_of_the_mergers_are_divided_again(ask: Ask) -> None:
    income, people = (table_of(FISCAAL, c) for c in ("MS_TOT_NET_TAXABLE_INC", "MS_TOT_RESIDENTS"))
    loaded = dict(
        ask(
            """select nis_code, waarde from waarneming
               where indicator = 'fiscaal_inkomen_per_inwoner' and year(periode_einde) = 2020"""
        )
    )
    for nieuw, ouden in FUSIES_2025.items():
        expected = sum(income[oud, 2020] for oud in ouden) / sum(people[oud, 2020] for oud in ouden)
        assert loaded[nieuw] == pytest.approx(expected)


def test_arop_of_284_of_which_13_weighted_by_eligible_persons(ask: Ask) -> None:
    share, weight = table_of(ADI, "MS_ADMIN_AROP"), table_of(ADI, "MS_NBR_ELIGIBLE")
    loaded = ask(
        """select nis_code, year(periode_einde), waarde, schatting from waarneming
           where indicator = 'arop' and waarde is not null and nis_code <> '02000'"""
    )
    assert sorted({year for _, year, *_ in loaded}) == list(range(2015, 2023))
    for year in range(2015, 2023):
        of_year = {nis: (value, estimate) for nis, y, value, estimate in loaded if y == year}
        assert len(of_year) == 284
        assert {nis for nis, (_, estimate) in of_year.items() if estimate} == set(FUSIES_2025)
        for nieuw, ouden in FUSIES_2025.items():
            people = sum(weight[oud, year] for oud in ouden)
            expected = sum(share[oud, year] * weight[oud, year] for oud in ouden) / people
            assert of_year[nieuw][0] == pytest.approx(expected)
    assert FUSIES_2025["11002"] == {"11002", "11007"}, (
        "Antwerpen keeps its code and is an estimate all the same"
    )


@pytest.mark.parametrize("indicator", sorted({*SURVEY} - NOT_DELIVERED))
def test_survey_shares_of_271_and_of_the_predecessors(indicator: str, ask: Ask) -> None:
    with_value = {
        nis
        for (nis,) in ask(
            "select nis_code from profiel where indicator = ? and waarde is not null", indicator
        )
    }
    assert len(with_value) == 271
    assert not with_value & set(FUSIES_2025)
    reasons = dict(
        ask("select nis_code, reden from profiel where indicator = ? and waarde is null", indicator)
    )
    assert {reasons[nis] for nis in FUSIES_2025} == {"fusie"}
    assert reasons.keys() - FUSIES_2025.keys() == {"73028"}, "Herstappe was not in the survey"
    delivered = dict(ask("select nis_code, waarde from waarneming_bron where indicator = ?", indicator))
    for ouden in FUSIES_2025.values():
        assert all(delivered[oud] is not None for oud in ouden)


def test_what_has_no_delivery_says_so(ask: Ask) -> None:
    reasons = ask("select indicator, reden, count(*) from profiel where reden = 'geen_levering' group by all")
    assert sorted(reasons) == [(indicator, "geen_levering", 285) for indicator in sorted(NOT_DELIVERED)]


def test_the_catalog_holds_survey_items() -> None:
    assert len(SURVEY) >= 10
    assert {catalog()[i].fusieregel for i in SURVEY} == {Fusieregel.GEEN}


def test_nothing_is_left_unused(ask: Ask) -> None:
    """Each file is a delivery, or something to check with; only the shapes of Brussels remain."""
    remarks = ask("select boodschap from controle where boodschap like '%niet gebruikt%'")
    assert {told for (told,) in remarks if not told.startswith("19 gebieden buiten Vlaanderen")} == set()
    checked = ask("select ernst, count(*) from controle where boodschap like '%gecontroleerd:%' group by all")
    assert checked == [("goed", 38)]


def test_density_is_people_over_land(ask: Ask) -> None:
    sql = """select p.waarde, b.waarde / o.waarde from profiel p
             join profiel b on b.nis_code = p.nis_code and b.indicator = 'bevolking'
             join profiel o on o.nis_code = p.nis_code and o.indicator = 'oppervlakte'
             where p.indicator = 'bevolkingsdichtheid'"""
    rows = ask(sql)
    assert len(rows) == 285
    assert all(density == pytest.approx(expected) for density, expected in rows)
    [(flanders,)] = ask(
        """select waarde from vergelijking where indicator = 'bevolkingsdichtheid'
           order by periode_einde desc limit 1"""
    )
    assert flanders == pytest.approx(504, abs=1)
