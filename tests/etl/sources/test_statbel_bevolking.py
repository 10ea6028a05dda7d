"""Population on 1 January in each layout, the codes of the year, and what must be refused."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from etl.sources import Bestand, InvalidDelivery
from etl.sources import statbel_bevolking as bron
from indicators.gemeenten import gemeenten

KOP = (
    "CD_REFNIS|TX_DESCR_NL|TX_DESCR_FR|CD_DSTR_REFNIS|TX_ADM_DSTR_DESCR_NL|TX_ADM_DSTR_DESCR_FR|CD_PROV_REFNIS|"
    "TX_PROV_DESCR_NL|TX_PROV_DESCR_FR|CD_RGN_REFNIS|TX_RGN_DESCR_NL|TX_RGN_DESCR_FR|CD_SEX|CD_NATLTY|"
    "TX_NATLTY_NL|TX_NATLTY_FR|CD_CIV_STS|TX_CIV_STS_NL|TX_CIV_STS_FR|CD_AGE|MS_POPULATION"
)
OUD = ("11002", "11007", "46014", "44045")  # Antwerpen, Borsbeek, Lokeren and Moerbeke before 2025
NIEUW = ("11002", "46029")


def line(code, leeftijd, aantal, gewest="02000", geslacht="M", staat="1"):
    velden = dict.fromkeys(KOP.split("|"), "é")
    velden |= {"CD_REFNIS": code, "CD_AGE": leeftijd, "MS_POPULATION": aantal, "CD_RGN_REFNIS": gewest}
    velden |= {"CD_SEX": geslacht, "CD_NATLTY": "BEL", "CD_CIV_STS": staat}
    return "|".join(str(veld) for veld in velden.values())


def by_age(regels, naam="TF_SOC_POP_STRUCT_2025.txt", zipnaam="x.zip"):
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, ("\ufeff" + "\r\n".join(regels) + "\r\n").encode())
    return Bestand(zipnaam, stroom.getvalue())


def sheet(codes, jaar=2025):
    rijen = [[f"Bevolking op 1 januari {jaar} per gemeente"]]
    rijen.append(["NIS code", "Woonplaats", "Mannen", "Vrouwen", "Totaal"])
    rijen.append(["02000", "Vlaams Gewest", 10 * len(codes), 20 * len(codes), 30 * len(codes)])
    rijen += [
        ["10000", "Provincie Antwerpen", 1, 1, 2],
        ["21004", "Brussel", 5, 5, 10],
        ["25005", "x", 1, 1, 2],
    ]
    return [*rijen, *([code, "naam", 10, 20, 30] for code in codes), [], ["Bron: Statbel"]]


def per_key(waarden, code):
    return waarden[waarden["nis_code"] == code].set_index("sleutel")["waarde"].to_dict()


def test_ages_are_counted_over_sex_and_civil_status():
    cells = [(0, 5), (2, 1), (3, 9), (17, 1), (18, 40), (64, 2), (65, 7), (101, 1)]
    regels = [KOP, *(line("46029", age, n) for age, n in cells)]
    regels += [line("46029", 18, 60, geslacht="F"), line("46029", 18, 3, staat="2")]
    regels += [line("11002", 0, 2), line("21004", 0, 999, gewest="04000")]
    bestand = by_age(regels)
    assert bron.recognise(bestand)
    lezing = bron.read(bestand)
    assert per_key(lezing.waarden, "46029") == {
        "totaal": 129.0,
        "0-17": 16.0,
        "18-64": 105.0,
        "65+": 8.0,
        "0 tot 2 jaar": 6.0,
    }
    assert set(lezing.waarden["nis_code"]) == {"46029", "11002"}
    assert lezing.opmerkingen == [
        "1 januari 2025: 2 van de 285 gemeenten staan erin; Aalst, Aalter, Aarschot en andere niet."
    ]


def test_the_population_holds_on_1_january_and_the_youngest_are_the_births_before_it():
    waarden = bron.read(by_age([KOP, line("46029", 0, 5)])).waarden.set_index("sleutel")
    assert waarden.loc["totaal", "periode_einde"] == date(2025, 1, 1)
    assert waarden.loc["0 tot 2 jaar", "periode_einde"] == date(2024, 12, 31)
    assert set(waarden["periode_label"]) == {"1 januari 2025"}


def test_the_year_may_stand_in_the_name_of_the_zip_file_only():
    waarden = bron.read(by_age([KOP, line("46014", 0, 5)], "pop.txt", "TF_SOC_POP_STRUCT_2019.zip")).waarden
    assert set(waarden["periode_label"]) == {"1 januari 2019"}


@pytest.mark.parametrize(
    "jaar, codes, geografie",
    [
        (2015, OUD, "308"),
        (2018, ("11002", "44021"), "308"),
        (2019, ("11002", "44083"), "300"),
        (2024, ("11002", "44021"), "300"),
        (2025, ("11002", "44021"), "285"),
        (2015, NIEUW, "285"),
        (2018, ("44083", "46014"), "300"),
    ],
)
def test_codes_of_the_year_are_told_apart_from_what_was_counted_back(workbook, jaar, codes, geografie):
    """11002 alone says nothing: before 2025 it is Antwerpen without Borsbeek."""
    lezing = bron.read(workbook({f"Bevolking in {jaar}": sheet(codes, jaar)}))
    assert set(lezing.waarden["geografie"]) == {geografie}
    counted_back = [text for text in lezing.opmerkingen if "omgerekend" in text]
    assert bool(counted_back) == (
        geografie != {2015: "308", 2018: "308", 2019: "300", 2024: "300"}.get(jaar, "285")
    )


def test_a_workbook_has_a_year_per_sheet_and_other_areas_are_left_out(workbook):
    bestand = workbook(
        {
            "Inhoud": [["Bevolking per gemeente"]],
            "Bevolking in 2024": sheet(tuple(gemeenten("300")), 2024),
            "Bevolking in 2025": sheet(tuple(gemeenten("285"))),
        }
    )
    assert bron.recognise(bestand)
    lezing = bron.read(bestand)
    assert lezing.waarden.groupby("periode_label").size().to_dict() == {
        "1 januari 2024": 300,
        "1 januari 2025": 285,
    }
    assert (set(lezing.waarden["waarde"]), set(lezing.waarden["sleutel"])) == ({30.0}, {"totaal"})
    assert lezing.opmerkingen == []


@pytest.mark.parametrize("scheiding", [",", ";"])
def test_a_csv_may_have_ages(scheiding):
    kop = "nis,year,pop_total,pop_0_17,pop_18_64,pop_65p\n11001,2009,14265,2575,9042,2648\n"
    bestand = Bestand("x.csv", kop.replace(",", scheiding).encode())
    assert bron.recognise(bestand)
    waarden = bron.read(bestand).waarden
    assert per_key(waarden, "11001") == {"totaal": 14265, "0-17": 2575, "18-64": 9042, "65+": 2648}
    assert set(waarden["geografie"]) == {"308"}


def test_a_csv_without_ages_holds_all_residents():
    waarden = bron.read(Bestand("x.csv", b"nis,jaar,bevolking\n41002,2015,83709\n41002,2025,\n")).waarden
    assert waarden["status"].tolist() == ["waarde", "ontbreekt"]
    assert waarden["periode_einde"].tolist() == [date(2015, 1, 1), date(2025, 1, 1)]


GOED = line("46029", 0, 5)
BY_AGE = {
    "a lost column": ([KOP.replace("CD_AGE", "AGE"), GOED], "rij 1", "'CD_AGE'"),
    "a column twice": ([KOP.replace("TX_DESCR_NL", "CD_AGE"), GOED], "rij 1", "'CD_AGE'"),
    "a broken row": ([KOP, GOED, "46029|Lokeren"], "rij 3", "2 velden in plaats van 21"),
    "the same row again": ([KOP, GOED, GOED], "rij 3", "staat ook op rij 2"),
    "a negative number": ([KOP, line("46029", 0, -5)], "rij 2, kolom 'MS_POPULATION'", "'-5'"),
    "a decimal": ([KOP, line("46029", 0, "5,0")], "rij 2, kolom 'MS_POPULATION'", "'5,0'"),
    "an impossible age": ([KOP, line("46029", 131, 5)], "rij 2, kolom 'CD_AGE'", "'131'"),
    "an unknown code": ([KOP, GOED, line("46099", 1, 5)], "rij 3, kolom 'CD_REFNIS'", "46099"),
    "no region": ([KOP, GOED, line("46029", 1, 5, gewest="")], "rij 3, kolom 'CD_RGN_REFNIS'", "''"),
    "another region": ([KOP, line("46029", 1, 5, gewest="04000")], "rij 2, kolom 'CD_RGN_REFNIS'", "'04000'"),
    "no Flemish row": ([KOP, line("21004", 0, 5, gewest="04000")], "kolom 'CD_RGN_REFNIS'", "02000"),
    "codes of before a merger": ([KOP, line("46014", 0, 5)], "jaar 2025", "46014 bestonden"),
    "codes of before and after": ([KOP, GOED, line("11007", 0, 5)], "jaar 2025", "door elkaar: 11007"),
}  # fmt: skip


@pytest.mark.parametrize("geval", BY_AGE)
def test_a_spoiled_table_by_age_is_refused_with_its_place(geval):
    regels, plaats, probleem = BY_AGE[geval]
    with pytest.raises(InvalidDelivery) as gevangen:
        bron.read(by_age(regels))
    fout = gevangen.value
    assert (fout.bron, fout.bestand, bool(fout.oplossing)) == ("statbel_bevolking", "x.zip", True)
    assert fout.plaats == f"tabel 'TF_SOC_POP_STRUCT_2025.txt', {plaats}"
    assert probleem in fout.probleem


@pytest.mark.parametrize("naam", ["pop.txt", "2024_of_2025.txt"])
def test_a_table_whose_name_does_not_say_one_year_is_refused(naam):
    with pytest.raises(InvalidDelivery, match=r"naam van de tabel.*geef het de naam die Statbel gebruikt"):
        bron.read(by_age([KOP, GOED], naam))


def test_a_year_to_come_is_refused():
    with pytest.raises(InvalidDelivery, match="jaar 2099: 1 januari van dit jaar moet nog komen"):
        bron.read(by_age([KOP, GOED], "TF_SOC_POP_STRUCT_2099.txt"))


def spoiled(rij, kolom, waarde):
    rijen = sheet(NIEUW)
    rijen[rij][kolom] = waarde
    return rijen


SHEETS = {
    "a lost column": (spoiled(1, 4, "Samen"), "rij 2", "'Totaal'"),
    "another year in the title": (sheet(NIEUW, 2024), "titel", "1 januari 2024"),
    "men and women that do not add up": (spoiled(6, 2, 11), "rij 7, kolom 'Totaal'", "samen 31"),
    "a municipality left out": (sheet(NIEUW)[:-3], "rij 3, kolom 'Totaal'", "samen 30, en voor"),
    "a municipality twice": ([*sheet(NIEUW), ["46029", "x", 10, 20, 30]], "rij 11", "dubbele rij"),
    "an unknown code": (spoiled(6, 0, "11999"), "rij 7, kolom 'NIS code'", "11999"),
    "text for a number": (spoiled(6, 4, "veel"), "rij 7, kolom 'Totaal'", "'veel' is geen getal"),
    "no Flemish municipality": (sheet(()), "kolom 'NIS code'", "geen enkele Vlaamse gemeente"),
}  # fmt: skip


@pytest.mark.parametrize("geval", SHEETS)
def test_a_spoiled_sheet_is_refused_with_its_place(geval, workbook):
    rijen, plaats, probleem = SHEETS[geval]
    with pytest.raises(InvalidDelivery) as gevangen:
        bron.read(workbook({"Bevolking in 2025": rijen}))
    assert gevangen.value.plaats == f"blad 'Bevolking in 2025', {plaats}"
    assert probleem in gevangen.value.probleem


def test_a_sheet_with_a_table_but_no_year_in_its_name_is_remarked_on(workbook):
    bladen = {
        "Bevolking in 2025": sheet(NIEUW),
        "Bevolking in 2024 (2)": sheet(NIEUW, 2024),
        "Inhoud": [["x"]],
    }
    (opmerking,) = [text for text in bron.read(workbook(bladen)).opmerkingen if "niet ingelezen" in text]
    assert opmerking.startswith("blad 'Bevolking in 2024 (2)': niet ingelezen")


def test_a_lost_cell_in_a_csv_does_not_move_the_ages():
    kop = b"nis,year,pop_total,pop_0_17,pop_18_64,pop_65p\n11001,2009,14265,2575,2648\n"
    with pytest.raises(InvalidDelivery, match="rij 2: deze rij heeft 5 velden in plaats van 6"):
        bron.read(Bestand("x.csv", kop))


def test_ages_in_a_csv_must_add_up():
    kop = b"nis,year,pop_total,pop_0_17,pop_18_64,pop_65p\n11001,2009,14265,2575,9042,2649\n"
    with pytest.raises(InvalidDelivery, match=r"rij 2, kolom 'pop_total'.*samen 14266, en hier staat 14265"):
        bron.read(Bestand("x.csv", kop))


def test_the_population_tables_of_the_page_are_followed_and_the_ages_of_last_year():
    page = b'<a href="/a/Bevolking_per_gemeente.xlsx">x</a><a href="/b/TF_SOC_POP_STRUCT_2025.zip">y</a>'
    page += b'<a href="/c/huishoudens.xlsx">z</a>'
    assert bron.discover(page, bron.PAGINA) == [
        "https://statbel.fgov.be/a/Bevolking_per_gemeente.xlsx",
        "https://statbel.fgov.be/b/TF_SOC_POP_STRUCT_2025.zip",
        bron.LEEFTIJDEN.format(jaar=date.today().year - 1),
    ]
