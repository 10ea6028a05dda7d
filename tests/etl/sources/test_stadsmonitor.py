from datetime import date

import pytest

from etl.sources import BRONNEN, Bestand, InvalidDelivery, recognise, stadsmonitor
from etl.sources.lezing import KOLOMMEN
from indicators.gemeenten import gemeenten

KOP = ["Gemeente", "NIS-code", "Indicator", "Jaar"]
CSV = """Gemeente;NIS-code;Indicator;Jaar;Type;Mediaanprijs (in euro)
Vlaams Gewest;2000;Mediaanprijs huizen;2024;Alle huizen;349000,0
Deinze;44083;Mediaanprijs huizen;2024;Alle huizen;412500,5
Deinze;44083;Mediaanprijs huizen;2024;Open bebouwing;
"""


def cells(lezing, **waar):
    rijen = lezing.waarden
    for kolom, waarde in waar.items():
        rijen = rijen[rijen[kolom] == waarde]
    return rijen.set_index("nis_code")


def test_the_index_is_read_with_codes_as_text_and_empty_as_missing(workbook, kansarmoede):
    lezing = stadsmonitor.read(workbook({"AR_03": kansarmoede}))
    assert list(lezing.waarden.columns) == KOLOMMEN
    assert set(lezing.waarden["sleutel"]) == {"AR_03||procent"}
    assert lezing.titels == {"AR_03||procent": "Kansarmoede-index"}
    rijen = lezing.waarden.set_index("nis_code")
    assert set(rijen.index) == {"02000", *gemeenten("285")}
    assert (rijen.loc["02000", "status"], str(rijen.loc["02000", "waarde"])) == ("ontbreekt", "nan")
    assert rijen.loc["11001", ["waarde", "status"]].tolist() == [10 + _place("11001"), "waarde"]
    assert rijen.loc["11001", ["periode_einde", "periode_label"]].tolist() == [date(2024, 12, 31), "2024"]


def _place(code):
    return list(gemeenten("285")).index(code) % 40 / 2


def test_columns_are_found_by_name_wherever_they_stand(workbook, kansarmoede):
    verhuisd = [[rij[4], rij[3], rij[1], rij[0], rij[2]] for rij in kansarmoede]
    met_titel = [["Kansarmoede-index per gemeente"], [], *verhuisd]
    gewoon = stadsmonitor.read(workbook({"AR_03": kansarmoede})).waarden
    assert stadsmonitor.read(workbook({"AR_03": met_titel})).waarden.equals(gewoon)


def test_an_item_is_part_of_the_key_and_of_the_title(workbook):
    rijen = [[*KOP, "Item", "Eens (%)"], ["Gent", 44021, "Woonquote", 2023, "Woonquote Huurder", 41]]
    rijen.append(["Gent", 44021, "Woonquote", 2023, "Woonquote algemeen", 22])
    rijen.append(["Gent", 44021, "Woonquote", 2023, "Woonquote eigenaar", 11])
    lezing = stadsmonitor.read(workbook({"WO_S_02": rijen}))
    assert lezing.titels["WO_S_02|woonquote huurder|eens"] == "Woonquote: Woonquote Huurder"
    assert cells(lezing, sleutel="WO_S_02|woonquote algemeen|eens").loc["44021", "waarde"] == 22


def test_a_dimension_with_an_unknown_name_is_known_by_its_text(workbook):
    rijen = [[*KOP, "Soort woning", "Aantal"], ["Gent", 44021, "Woningen", 2023, "Rijwoning", 5]]
    rijen.append(["Gent", 44021, "Woningen", 2023, "Open bebouwing", 7])
    lezing = stadsmonitor.read(workbook({"WO_99": rijen}))
    assert set(lezing.titels) == {"WO_99|rijwoning|aantal", "WO_99|open bebouwing|aantal"}


def test_each_value_column_is_a_key_and_two_units_stay_apart(workbook):
    kop = [*KOP, "Inkomen (in euro)", "Inkomen (in miljoen euro)", "Oneens (%)"]
    lezing = stadsmonitor.read(workbook({"IN_01": [kop, ["Gent", 44021, "I", 2023, 20000, 5200, 7]]}))
    delen = ["inkomen (in euro)", "inkomen (in miljoen euro)", "oneens"]
    assert set(lezing.titels) == {f"IN_01||{deel}" for deel in delen}
    assert lezing.titels["IN_01||oneens"] == "I (Oneens (%))"


def test_fractions_become_per_cent_and_are_remarked_on(workbook):
    codes = list(gemeenten("285"))[:60]
    rijen = [[*KOP, "Eens (%)"], *([c, int(c), "Voeding", 2023, n / 100] for n, c in enumerate(codes))]
    lezing = stadsmonitor.read(workbook({"AR_S_03": rijen}))
    assert cells(lezing).loc[codes[7], "waarde"] == 7.0
    assert lezing.opmerkingen == [
        "blad 'AR_S_03', kolom 'Eens (%)': gelezen als fracties (0 tot 1) en omgezet naar procent."
    ]


def test_zeros_and_ones_are_per_cents(workbook):
    codes = list(gemeenten("285"))[:60]
    rijen = [[*KOP, "Eens (%)"], *([c, int(c), "Hinder", 2023, n % 2] for n, c in enumerate(codes))]
    lezing = stadsmonitor.read(workbook({"WO_S_37": rijen}))
    assert (lezing.waarden["waarde"].max(), lezing.opmerkingen) == (1.0, [])


def test_a_few_small_values_are_not_taken_for_fractions(workbook, kansarmoede):
    lezing = stadsmonitor.read(workbook({"AR_03": [kansarmoede[0], ["Voeren", 73109, "K", 2024, 0.77]]}))
    assert lezing.waarden["waarde"].tolist() == [0.77]
    assert "te weinig cijfers" in lezing.opmerkingen[0]


@pytest.mark.parametrize("getal", [30, 1.5])
def test_one_number_far_above_the_fractions_does_not_make_them_per_cents(workbook, kansarmoede, getal):
    for nummer, rij in enumerate(kansarmoede[2:]):
        rij[-1] = 0.1 + nummer % 100 / 1000
    kansarmoede[40][-1] = getal
    with pytest.raises(
        InvalidDelivery, match=r"rij 41, .* past niet bij de andere cijfers, die hoogstens 0,199"
    ):
        stadsmonitor.read(workbook({"AR_03": kansarmoede}))


def test_rare_shares_with_one_high_municipality_are_per_cents(workbook, kansarmoede):
    for nummer, rij in enumerate(kansarmoede[2:]):
        rij[-1] = 0.1 + nummer % 100 / 125
    kansarmoede[40][-1] = 3.5
    lezing = stadsmonitor.read(workbook({"AR_03": kansarmoede}))
    assert lezing.waarden["waarde"].max() == 3.5 and lezing.opmerkingen == []


def test_an_item_of_one_municipality_is_remarked_on(workbook, kansarmoede):
    rijen = [[*rij[:4], "Gewoon basisonderwijs", rij[4] and 1.5] for rij in kansarmoede]
    rijen[0][4:] = ["Onderwijsniveau", "OKI"]
    assert stadsmonitor.read(workbook({"AR_05": rijen})).opmerkingen == []
    rijen[9][4] = "Gewoon bassisonderwijs"
    (opmerking,) = stadsmonitor.read(workbook({"AR_05": rijen})).opmerkingen
    assert "'Gewoon bassisonderwijs' staat maar bij 1 van de 286 gemeenten" in opmerking


def test_a_table_under_another_name_is_remarked_on(workbook, kansarmoede):
    lezing = stadsmonitor.read(
        workbook({"AR_03": kansarmoede, "AR_05 (2)": kansarmoede, "Noten": [["uitleg"]]})
    )
    assert lezing.opmerkingen == [
        "blad 'AR_05 (2)': niet ingelezen, want zijn naam is geen code zoals AR_03."
    ]


def test_cells_that_stand_under_no_name_have_moved(workbook, kansarmoede):
    kansarmoede[7].insert(4, "")
    with pytest.raises(InvalidDelivery, match=r"rij 8, kolom 6: boven '12\.5' staat geen naam in de kop"):
        stadsmonitor.read(workbook({"AR_03": kansarmoede}))
    csv = "Gemeente;NIS-code;Indicator;Jaar;Type;Prijs (in euro)\nAalst;41002;Prijs;2024;200000,0\n"
    with pytest.raises(InvalidDelivery, match="CSV, rij 2: deze rij heeft 5 velden in plaats van 6"):
        stadsmonitor.read(Bestand("prijs.csv", csv.encode()))


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_has_decimal_commas_and_may_have_a_byte_order_mark(codering):
    tekst = CSV.replace("Open bebouwing", "Ééngezinswoning")
    lezing = stadsmonitor.read(Bestand("woning.csv", tekst.encode(codering)))
    assert cells(lezing, sleutel="mediaanprijs huizen|alle huizen|mediaanprijs")["waarde"].to_dict() == {
        "02000": 349000.0,
        "44083": 412500.5,
    }
    leeg = cells(lezing, sleutel="mediaanprijs huizen|ééngezinswoning|mediaanprijs")
    assert leeg["status"].to_dict() == {"44083": "ontbreekt"}


def test_a_csv_is_about_one_indicator():
    with pytest.raises(InvalidDelivery, match="kolom 'Indicator': er staan 2 indicatoren door elkaar"):
        stadsmonitor.read(Bestand("x.csv", CSV.replace("Mediaanprijs huizen", "Mediaanprijs", 1).encode()))


def test_the_csv_of_the_index_gets_the_key_of_its_sheet():
    csv = "Gemeente;NIS-code;Indicator;Jaar;Procent (%)\r\nRonse;45041;Kansarmoede-index;2024;14,25\r\n"
    lezing = stadsmonitor.read(Bestand("x.csv", csv.encode()))
    assert cells(lezing, sleutel="AR_03||procent")["waarde"].to_dict() == {"45041": 14.25}


def test_a_sheet_outside_the_catalog_that_cannot_be_read_is_left_out_with_a_remark(workbook, kansarmoede):
    vreemd = [[*KOP, "Aantal"], ["Gent", 44021, "Antibiotica", "2022-2023", 5]]
    lezing = stadsmonitor.read(workbook({"AR_03": kansarmoede, "ZO_77": vreemd}))
    assert set(lezing.titels) == {"AR_03||procent"}
    assert lezing.opmerkingen[0].startswith("blad 'ZO_77', rij 2, kolom 'Jaar': niet ingelezen.")


def test_a_sheet_that_the_index_announces_and_that_is_absent_is_remarked_on(workbook, kansarmoede):
    index = [["Thema", "Tabblad", "Naam indicator"], ["A", "AR_03", "K"], ["A", "AR_05", "OKI"]]
    lezing = stadsmonitor.read(workbook({"Overzicht": index, "AR_03": kansarmoede}))
    assert lezing.opmerkingen == ["blad 'AR_05' staat in het overzicht, maar ontbreekt."]


def test_a_sheet_of_the_catalog_that_cannot_be_read_refuses_the_whole_workbook(workbook, kansarmoede):
    goed = [[*KOP, "Aantal"], ["Gent", 44021, "Iets", 2023, 5]]
    kansarmoede[3][4] = "veel"
    with pytest.raises(InvalidDelivery, match=r"blad 'AR_03', rij 4, kolom 'Procent \(%\)'"):
        stadsmonitor.read(workbook({"ZO_77": goed, "AR_03": kansarmoede}))


def test_a_file_is_known_by_its_content(workbook, kansarmoede):
    for bestand in (workbook({"AR_03": kansarmoede}, naam="foto.png"), Bestand("brief.docx", CSV.encode())):
        assert recognise(bestand) is BRONNEN["stadsmonitor"]


def test_links_to_deliveries_are_found_whatever_their_text():
    page = b"""<html><head><base href="/sites/"></head><body>
      <a class="knop" href="bestanden/armoede%20register.xlsx?v=3">Klik hier</a>
      <a href='https://assets.vlaanderen.be/raw/upload/v1/wonen_ab12.XLSX'><b>Download</b></a>
      <a href="/csv/ar_03.csv#top">CSV</a> <a href="/csv/ar_03.csv">nogmaals</a>
      <a href="https://evil.example/x.xlsx">elders</a> <a href="https://nietvlaanderen.be/y.csv">elders</a>
      <a href="/uitleg.pdf">uitleg</a> <a href="javascript:x.xlsx">x</a> <a>zonder</a> <a href="http://[x">kapot</a>
    """
    assert stadsmonitor.discover(page, stadsmonitor.PAGINA) == [
        "https://gemeente-stadsmonitor.vlaanderen.be/sites/bestanden/armoede%20register.xlsx?v=3",
        "https://assets.vlaanderen.be/raw/upload/v1/wonen_ab12.XLSX",
        "https://gemeente-stadsmonitor.vlaanderen.be/csv/ar_03.csv",
    ]
