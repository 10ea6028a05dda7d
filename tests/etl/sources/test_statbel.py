from datetime import date

import pytest

from etl.sources import BRONNEN, Bestand, InvalidDelivery, recognise, statbel_adi, statbel_fiscaal

FISCAAL = ["CD_YEAR", "CD_MUNTY_REFNIS", "CD_RGN_REFNIS"]
FISCAAL += ["MS_TOT_NET_TAXABLE_INC", "MS_NBR_NON_ZERO_INC", "MS_TOT_RESIDENTS"]


def test_only_flemish_municipalities_are_read_with_each_column_as_a_key(workbook, adi):
    waarden = statbel_adi.read(workbook({"TF_SOC_ADI_MUNTY": adi})).waarden
    assert set(waarden["sleutel"]) == set(statbel_adi.KOLOMMEN)
    assert set(waarden["nis_code"]) == {"11001", "44021"}
    assert set(waarden["periode_einde"]) == {date(2021, 12, 31), date(2022, 12, 31)}
    aartselaar = waarden[(waarden["nis_code"] == "11001") & (waarden["periode_label"] == "2022")]
    assert aartselaar.set_index("sleutel")["waarde"].to_dict() == {
        "MS_ADMIN_AROP": 5.9,
        "MS_Q1": 19000,
        "MS_MEDIAN": 25500,
        "MS_Q3": 33200,
        "MS_NBR_ELIGIBLE": 14000,
    }


def test_a_star_is_suppressed_and_has_no_value(workbook, adi):
    waarden = statbel_adi.read(workbook({"TF_SOC_ADI_MUNTY": adi})).waarden
    gent = waarden[(waarden["nis_code"] == "44021") & (waarden["sleutel"] == "MS_ADMIN_AROP")]
    assert set(gent["status"]) == {"onderdrukt"}
    assert gent["waarde"].isna().all()


def test_a_row_keeps_its_number_after_other_regions_are_left_out(workbook, adi):
    adi[5][-1] = 120
    with pytest.raises(InvalidDelivery, match=r"rij 6, kolom 'MS_ADMIN_AROP'"):
        statbel_adi.read(workbook({"TF_SOC_ADI_MUNTY": adi}))


def test_the_fiscal_file_is_another_source_and_may_have_a_sheet_with_notes(workbook):
    rijen = [FISCAAL, [2020.0, 11001, 2000, 260615502.8, 8065, 14375], [2020, 21004, 4000, 1, 1, 1]]
    bestand = workbook({"Toelichting": [["uitleg"]], "TF_PSNL_INC_TAX_MUNTY": rijen})
    assert recognise(bestand) is BRONNEN["statbel_fiscaal"]
    waarden = statbel_fiscaal.read(bestand).waarden.set_index("sleutel")
    assert waarden["waarde"].to_dict() == {
        "MS_TOT_NET_TAXABLE_INC": 260615502.8,
        "MS_NBR_NON_ZERO_INC": 8065.0,
        "MS_TOT_RESIDENTS": 14375.0,
        "inwoners op 1 januari": 14375.0,
    }
    assert waarden.loc["MS_TOT_RESIDENTS", "periode_einde"] == date(2020, 12, 31)
    assert waarden.loc["inwoners op 1 januari", "periode_einde"] == date(2021, 1, 1)
    assert waarden.loc["inwoners op 1 januari", "periode_label"] == "1 januari 2021"
    assert set(waarden["nis_code"]) == {"11001"}


@pytest.mark.parametrize("gewest", ["", "…", "04000", "2", 12.5])
def test_a_municipality_outside_its_region_is_no_row_to_leave_out(workbook, adi, gewest):
    adi[2][2] = gewest
    with pytest.raises(InvalidDelivery, match=r"rij 3, kolom 'CD_RGN_REFNIS': '.*' is niet het gewest van"):
        statbel_adi.read(workbook({"TF_SOC_ADI_MUNTY": adi}))


def test_a_note_under_the_table_is_left_out(workbook, adi):
    met_noot = workbook({"TF_SOC_ADI_MUNTY": [*adi, ["Bron: Statbel"]]})
    assert len(statbel_adi.read(met_noot).waarden) == 4 * len(statbel_adi.KOLOMMEN)


def test_a_file_without_flemish_rows_is_refused(workbook, adi):
    with pytest.raises(InvalidDelivery, match="geen enkele rij heeft het gewest 02000"):
        statbel_adi.read(workbook({"TF_SOC_ADI_MUNTY": [rij for rij in adi if rij[2] != "02000"]}))


def test_text_without_the_columns_is_refused():
    with pytest.raises(InvalidDelivery, match=r"statbel_fiscaal, x\.csv, .*geen kop met 'CD_RGN_REFNIS'"):
        statbel_fiscaal.read(Bestand("x.csv", b"CD_YEAR|CD_MUNTY_REFNIS\n2013|11001\n"))


def test_fiscal_incomes_have_one_address():
    assert statbel_fiscaal.discover(b"PK", statbel_fiscaal.PAGINA) == [statbel_fiscaal.PAGINA]


def test_the_page_of_the_disposable_incomes_links_to_other_tables_too():
    page = b'<a href="/files/ADI_T2_NL.xlsx">T2</a><a href="/files/TF_SOC_ADI_MUNTY_2.xlsx">open data</a>'
    assert statbel_adi.discover(page, statbel_adi.PAGINA) == [
        "https://statbel.fgov.be/files/TF_SOC_ADI_MUNTY_2.xlsx"
    ]
