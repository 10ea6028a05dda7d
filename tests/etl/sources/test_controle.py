"""Files to check with: a true one gives no difference, and each false fact in it is named."""

import pandas as pd
import pytest

from etl.sources import Bestand, Controlebron, InvalidDelivery, recognise
from etl.sources.controle import CONTROLES, Geladen
from indicators.gemeenten import fusies, gemeenten, lidmaatschappen, recode
from indicators.gemeenten.staten import PEILDAG
from tests.etl.sources.kaartblad import as_shapefile, squares, zipped


def found(bestand, geladen=None):
    """The kind that the file is recognised as, and what it says."""
    soort = recognise(bestand)
    assert isinstance(soort, Controlebron)
    bevinding = soort.compare(bestand, geladen or Geladen())
    return soort.naam, bevinding.nagekeken, bevinding.verschillen


def table(*rijen, scheiding=","):
    return Bestand("lijst.csv", "\n".join(scheiding.join(map(str, rij)) for rij in rijen).encode("utf-8-sig"))


def members(niveau, staat):
    dag = PEILDAG[staat]
    return {
        one.nis_code: one.groep
        for one in lidmaatschappen()
        if one.niveau == niveau and one.geldig_van <= dag <= (one.geldig_tot or dag)
    }


@pytest.fixture
def definition(workbook):
    """A list of areas of Provincies in Cijfers, with numbers for codes as a spreadsheet gives them."""

    def make(namen):
        kop = ["sequence nr", "geoitem code", "short name", "name"]
        rijen = [
            [nummer, int(code) if code.isdigit() else code, naam, naam]
            for nummer, (code, naam) in enumerate(namen.items(), 1)
        ]
        return workbook({"Sheet1": [kop, *rijen]})

    return make


def names(staat):
    return {code: one.naam for code, one in gemeenten(staat).items()}


@pytest.mark.parametrize("staat", ["308", "300", "285"])
def test_a_list_of_municipalities_with_brussels_and_unknown_places(definition, staat):
    bestand = definition({**names(staat), "21004": "Brussel", "99991": "Niet te lokaliseren"})
    assert found(bestand) == ("pinc_gebieden", f"{staat} gemeenten met hun naam", [])


def test_another_name_and_a_missing_municipality_are_named(definition):
    namen = {**names("285"), "41002": "Alost"}
    del namen["73028"]
    assert found(definition(namen))[2] == [
        "Herstappe (73028) ontbreekt",
        "41002 heet 'Alost' en bij ons 'Aalst'",
    ]


def test_a_list_of_arrondissements(definition):
    namen = {
        one.groep: f"{one.groep_naam} (Arr.)" for one in lidmaatschappen() if one.niveau == "arrondissement"
    }
    assert found(definition({**namen, "21000": "Brussel"}))[1:] == (
        "22 gebieden van het niveau arrondissement",
        [],
    )
    del namen["11000"]
    assert found(definition({**namen, "53000": "Bergen"}))[2] == [
        "53000 (Bergen) kennen we niet",
        "Antwerpen (11000) ontbreekt",
    ]


def test_areas_that_we_do_not_use_are_said_to_be_so(definition):
    assert found(definition({"ipz1": "Politiezone Aalter", "ipz2": "Politiezone Gent"}))[1:] == (
        "2 gebieden van een indeling die we niet gebruiken",
        [],
    )


@pytest.mark.parametrize(
    ("kop", "staat", "niveau"),
    [
        (["gemeente", "arrondiss"], "285", "arrondissement"),
        (["gemeente2024", "provincie2024"], "300", "provincie"),
        (["gemeente", "REFREG"], "285", "referentieregio"),
        (["gemeente", "elz"], "285", "eerstelijnszone"),
    ],
)
def test_who_belongs_where(workbook, kop, staat, niveau):
    leden = members(niveau, staat)
    rijen = [[code, groep] for code, groep in leden.items()] + [["99999", "99999"]]
    naam, nagekeken, verschillen = found(workbook({"Sheet1": [kop, *rijen]}))
    assert (naam, verschillen) == ("pinc_aggregatie", [])
    assert nagekeken == f"{staat} gemeenten, indeling '{kop[1].casefold()}'"
    rijen[0][1] = "12345"
    code, groep = next(iter(leden.items()))
    assert found(workbook({"Sheet1": [kop, *rijen]}))[2] == [f"{code} hoort bij 12345 en bij ons bij {groep}"]


def test_centrumsteden_and_a_grouping_of_which_only_the_codes_count(workbook):
    centrum = members("centrumstad", "285")
    rijen = [[code, "fo1"] for code in centrum] + [["23002", "fo2"]]
    assert found(workbook({"Sheet1": [["gemeente", "fo_gem"], *rijen]}))[2] == []
    assert found(workbook({"Sheet1": [["gemeente", "fo_gem"], *rijen[1:]]}))[2] == [
        f"{rijen[0][0]} ontbreekt als centrumstad"
    ]
    zones = [[code, "ipz1"] for code in gemeenten("285")]
    assert (
        "die indeling gebruiken we niet"
        in found(workbook({"Sheet1": [["gemeente", "politiezone"], *zones]}))[1]
    )


def test_an_upload_template(workbook):
    kop = ["period", "geolevel", "geoitem", "naam"]
    bladen = {
        "vanaf 25": [kop, *([2009, "gemeente", int(code), "x"] for code in gemeenten("285"))],
        "voor 2019": [kop, *([2009, "gemeente2018", int(code), "x"] for code in gemeenten("308"))],
        "sectoren": [kop, [2019, "statsec", "35006B042", "x"], [2019, "statsec", "99991ZZZZ", "x"]],
        "toelichting": [["lees mij"]],
    }
    assert found(workbook(bladen))[1:] == ("de gemeenten op 3 bladen", [])
    bladen["sectoren"].append([2019, "statsec", "35999A00-", "x"])
    bladen["vanaf 25"].pop()
    code, naam = [*names("285").items()][-1]
    assert found(workbook(bladen))[2] == [
        f"blad 'vanaf 25': {naam} ({code}) ontbreekt",
        "blad 'sectoren': sectoren van 35999, dat geen gemeente is",
    ]


def test_codes_through_three_states():
    kop = ["nis_2018", "naam_2018", "nis_2024", "naam_2024", "nis_2025", "naam_2025", "arr_2025"]
    arr = members("arrondissement", "285")
    rijen = []
    for oud, een in gemeenten("308").items():
        midden = recode("308", "300")[oud]
        nieuw = recode("300", "285")[midden]
        rijen.append([oud, een.naam, midden, names("300")[midden], nieuw, names("285")[nieuw], arr[nieuw]])
    assert found(table(kop, *rijen))[1:] == ("308 gemeenten door drie toestanden", [])
    nevele = next(rij for rij in rijen if rij[1] == "Nevele")
    nevele[2], nevele[3], nevele[4], nevele[5] = "44084", "Aalter", "44084", "Aalter"
    assert found(table(kop, *rijen))[2] == ["44049 werd 44084 en bij ons 44083"]


def test_a_list_of_mergers():
    kop = ["effective", "old_nis", "old_name", "new_nis", "new_name"]
    rijen = [[one.datum, one.oud_nis, one.oud_naam, one.nieuw_nis, one.nieuw_naam] for one in fusies()]
    assert found(table(kop, *rijen)) == ("gemeentefusies", "43 gefuseerde gemeenten", [])
    rijen[0][0] = "2020-01-01"
    assert [verschil[:28] for verschil in found(table(kop, *rijen))[2]] == [
        "alleen in het bestand: 2020-",
        "alleen bij ons: 2019-01-01 1",
    ]


def test_the_nomenclature_and_the_recoding_of_statbel():
    kop = ["Code INS", "Entités administratives", "Langue", "Code NIS", "Administratieve eenheden", "Taal"]
    rijen = [[code, "x", "N", code, naam, "N"] for code, naam in names("300").items()]
    assert found(table(kop, ["01000", "ROYAUME", "", "01000", "HET RIJK", ""], *rijen, scheiding=";")) == (
        "refnis",
        "300 gemeenten met hun naam",
        [],
    )
    assert found(table(kop, *rijen[1:], scheiding=";"))[2] == ["Aalst (41002) ontbreekt"]
    kop = ["source_nis", "source_name", "target_nis"]
    rijen = [[oud, names("300")[oud], nieuw] for oud, nieuw in recode("300", "285").items()]
    assert found(table(kop, *rijen, ["82003", "Bastogne", "82039"]))[1:] == (
        "300 gemeenten van 2024 naar 2025",
        [],
    )
    rijen[0][2] = "44021"
    assert found(table(kop, *rijen))[2] == ["41002 werd 44021 en bij ons 41002"]


def test_the_description_of_the_fiscal_columns(workbook):
    kop = ["Language", "Name", "Label", "Description"]
    namen = ["CD_YEAR", "MS_TOT_NET_TAXABLE_INC", "MS_NBR_NON_ZERO_INC", "MS_TOT_RESIDENTS"]
    rijen = [["NL", naam, "x", ""] for naam in namen]
    assert found(workbook({"Sheet1": [kop, *rijen]}))[2] == []
    rijen[3][0] = "FR"
    assert found(workbook({"Sheet1": [kop, *rijen]}))[2] == ["kolom MS_TOT_RESIDENTS staat er niet in"]


@pytest.fixture
def survey():
    """Two questions as they were read from the sheets of the survey."""
    rijen = [
        {
            "indicator": indicator,
            "nis_code": nis,
            "periode_einde": pd.Timestamp(jaar, 12, 31),
            "waarde": waarde,
        }
        for indicator, nis, jaar, waarde in [
            ("armoede", "41002", 2020, 1.0),
            ("armoede", "41002", 2023, 12.34),
            ("armoede", "44021", 2023, 20.0),
            ("vervoer", "41002", 2023, 55.5),
        ]
    ]
    return Geladen(
        pd.DataFrame(rijen),
        {"armoede": "AR_S_02||eens", "vervoer": "MO_S_01|bus, tram|eens"},
        {
            "AR_S_02||eens": "Subjectieve armoede",
            "AR_S_02||oneens": "Subjectieve armoede (Oneens (%))",
            "MO_S_01|bus, tram|eens": "Vervoer: Bus, tram (Eens (%))",
        },
    )


BREED = ["province", "gemeente", "nis_code", "Subjectieve armoede", '"Vervoer - Bus, tram"', "Niet geladen"]


def test_the_wide_table_is_a_second_opinion_on_the_latest_answers(survey):
    rijen = [["x", "Aalst", 41002, 12.3, 55.5, 9], ["x", "Gent", 44021, 20.0, "", 9]]
    assert found(table(BREED, *rijen), survey) == (
        "bevraging_breed",
        "3 cijfers over 2 van 3 vragen",
        [],
    )


def test_an_answer_that_differs_or_is_not_there_is_named(survey):
    rijen = [["x", "Aalst", 41002, 12.9, 55.5, 9], ["x", "Gent", 44021, 20.0, 3, 9]]
    assert found(table(BREED, *rijen), survey)[2] == [
        "'Subjectieve armoede' is voor 41002 12.9 en bij ons 12.34",
        "'Vervoer - Bus, tram' is voor 44021 3 en bij ons None",
    ]


def test_without_the_survey_there_is_nothing_to_compare_with():
    assert found(table(BREED, ["x", "Aalst", 41002, 12.9, 55.5, 9]))[1].startswith("nog niets")


def test_topics_and_translations(workbook, survey):
    kop = ["source_sheet", "omnibus_indicator"]
    rijen = [["AR_S_02", "Subjectieve armoede"], ["XX_S_01", '"Vervoer - Bus, tram"'], ["KL_S_01", "Zon"]]
    assert found(table(kop, *rijen), survey)[1:] == (
        "2 van 3 vragen",
        ["'Vervoer - Bus, tram' staat op XX_S_01 en bij ons op MO_S_01"],
    )
    vragen = workbook(
        {"Sheet1": [["indicator", "indicator_en"], ["Subjectieve armoede", "Poverty"], ["Zon", ""]]}
    )
    assert found(vragen, survey)[1:] == (
        "2 vragen, waarvan 1 in de geladen tabbladen",
        ["'Zon' heeft geen vertaling"],
    )
    items = workbook({"Sheet1": [["item", "item_en"], ["Bus, tram", "Bus"], ["bus, tram", "Bus"]]})
    assert found(items, survey)[1:] == (
        "2 onderdelen, waarvan 2 in de geladen tabbladen",
        ["'bus, tram' staat er twee keer in"],
    )


def test_shapes_of_provinces_are_as_large_as_their_municipalities(tmp_path):
    shapes = squares("285")
    shapes["provincie"] = shapes["NISCODE"].map(members("provincie", "285"))
    provincies = shapes.dissolve("provincie").reset_index()[["provincie", "geometry"]]
    waarden = pd.DataFrame({"nis_code": [*gemeenten("285")], "waarde": 25.0})
    geladen = Geladen(waarden.assign(indicator="oppervlakte", geografie="285"))
    bestand = zipped(as_shapefile(provincies, tmp_path))
    assert found(bestand, geladen) == (
        "gebiedsvlakken",
        "5 gebieden van het niveau provincie met hun oppervlakte",
        [],
    )
    kleiner = geladen.waarnemingen.assign(waarde=waarden["waarde"].where(waarden["nis_code"] != "44021", 5.0))
    [verschil] = found(bestand, Geladen(kleiner))[2]
    assert verschil.startswith("40000 is ") and "zijn gemeenten samen" in verschil
    assert found(bestand)[1] == "5 gebieden van het niveau provincie"


@pytest.mark.parametrize("naam", ["refnis", "bevraging_breed", "pinc_gebieden"])
def test_a_file_without_rows_is_refused(workbook, naam):
    leeg = {
        "refnis": table(["Code INS", "Code NIS", "Administratieve eenheden"], ["1", "51004", "Ath"]),
        "bevraging_breed": table(BREED),
        "pinc_gebieden": workbook({"Sheet1": [["sequence nr", "geoitem code", "name"]]}),
    }[naam]
    with pytest.raises(InvalidDelivery, match=naam):
        CONTROLES[naam].compare(leeg, Geladen())
