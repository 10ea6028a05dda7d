"""The reader of Opgroeien: one series in many layouts, and what it refuses."""

from datetime import date

import pytest

from etl.sources import Bestand, InvalidDelivery, opgroeien, recognise
from indicators.gemeenten import gemeenten
from indicators.regie.onderzoek_2018 import tabel

JAREN = [2015, 2016, 2017]
AALST = "41002"
RIJEN = [["41002", "Aalst", 14.1, 14.9, 15.2], ["44021", "Gent", 21.0, 21.6, 22.2]]
BREED = [["NIS-code", "Gemeente", *JAREN], *RIJEN]
CRITERIA = ["Inkomen", "Opleiding", "Arbeid", "Stimulatie", "Huisvesting", "Gezondheid"]


@pytest.fixture
def read(workbook):
    """Read a workbook of these sheets: rows of (key, code, year, label, value)."""

    def make(bladen, **opties):
        bestand = workbook(bladen if isinstance(bladen, dict) else {"Kansarmoede-index": bladen}, **opties)
        assert recognise(bestand) is opgroeien
        return opgroeien.read(bestand)

    return make


def figures(lezing):
    """(key, code, year) -> value or status."""
    return {
        (rij.sleutel, rij.nis_code, rij.periode_einde.year): rij.waarde
        if rij.status == "waarde"
        else rij.status
        for rij in lezing.waarden.itertuples()
    }


EXPECTED = {
    ("kansarmoede_index", rij[0], jaar): waarde
    for rij in RIJEN
    for jaar, waarde in zip(JAREN, rij[2:], strict=True)
}

LAYOUTS = {
    "years as columns": BREED,
    "years as text, codes as numbers": [
        ["NIS", "Gemeente", "2015", "2016", "2017 (1)"],
        *[[int(rij[0]), *rij[1:]] for rij in RIJEN],
        ["(1) met nieuwe definitie"],
    ],
    "a banner, empty rows and a note above the header": [
        ["Kansarmoede-index per gemeente, 2015-2017"],
        ["Bron: Opgroeien, 12 juni 2018"],
        [],
        *BREED,
    ],
    "headings that name the figure": [
        ["NIS code", "Gemeente", *[f"Kansarmoede-index {jaar} (%)" for jaar in JAREN]],
        *RIJEN,
    ],
    "windows of three birth years": [
        ["NIS-code", "Gemeente", *[f"{jaar - 2}-{jaar}" for jaar in JAREN]],
        *RIJEN,
    ],
    "decimal commas and percent signs in text": [
        BREED[0],
        *[[rij[0], rij[1], *[f"{cel:.1f} %".replace(".", ",") for cel in rij[2:]]] for rij in RIJEN],
    ],
    "other columns, and the columns in another order": [
        [*JAREN, "Provincie", "Aantal geboorten 2017", "Naam gemeente", "Refnis"],
        *[[*rij[2:], "Oost-Vlaanderen", 900, rij[1], rij[0]] for rij in RIJEN],
    ],
    "the name of the figure in a merged row above the years": [
        ["", "", "Kansarmoede-index (%)", "", "", "Opmerking"],
        [*BREED[0], ""],
        *RIJEN,
    ],
    "a year per row": [
        ["Jaar", "NIS-code", "Gemeente", "Kansarmoede-index"],
        *[[jaar, rij[0], rij[1], rij[2 + n]] for rij in RIJEN for n, jaar in enumerate(JAREN)],
    ],
    "a year per row, with the figure's name in a column": [
        ["NIS-code", "Naam", "Jaar", "Indicator", "Waarde (%)"],
        *[
            [rij[0], rij[1], str(jaar), "Kansarmoede-index", rij[2 + n]]
            for rij in RIJEN
            for n, jaar in enumerate(JAREN)
        ],
    ],
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_series_is_read_from_every_layout(layout, read):
    assert figures(read(LAYOUTS[layout])) == EXPECTED


def test_a_sheet_per_year_is_one_series(read):
    bladen = {
        str(jaar): [["NIS-code", "Gemeente", "Kansarmoede-index"], *[[r[0], r[1], r[2 + n]] for r in RIJEN]]
        for n, jaar in enumerate(JAREN)
    }
    assert figures(read(bladen)) == EXPECTED


def test_the_label_is_what_the_publisher_prints(read):
    windows = read(LAYOUTS["windows of three birth years"]).waarden
    assert set(windows["periode_label"]) == {"2013-2015", "2014-2016", "2015-2017"}
    assert set(read(LAYOUTS["years as text, codes as numbers"]).waarden["periode_label"]) == {
        "2015",
        "2016",
        "2017",
    }


def test_six_criteria_are_six_figures_and_need_not_sum_to_a_hundred(read):
    aandelen = [70.0, 52.5, 60.1, 12.0, 33.3, 8.9]
    assert sum(aandelen) > 200
    verwacht = {
        (f"criterium_{naam.casefold()}", AALST, 2017): aandeel
        for naam, aandeel in zip(CRITERIA, aandelen, strict=True)
    }
    kop = ["NIS-code", "Gemeente", "Jaar", *CRITERIA]
    titel = ["Criteria, in % van de kinderen in kansarmoede"]
    assert figures(read({"Criteria": [titel, kop, [AALST, "Aalst", 2017, *aandelen]]})) == verwacht
    onder = [["NIS", "Gemeente", 2017, *[""] * 5], ["", "", *CRITERIA], [AALST, "Aalst", *aandelen]]
    assert figures(read({"Kansarmoede criteria": onder})) == verwacht
    per_blad = {
        f"Criterium {naam.casefold()}": [
            ["Aandeel van de kinderen in kansarmoede"],
            ["NIS-code", "Gemeente", 2017],
            [AALST, "Aalst", aandeel],
        ]
        for naam, aandeel in zip(CRITERIA, aandelen, strict=True)
    }
    lezing = read(per_blad)
    assert figures(lezing) == verwacht
    assert lezing.titels["criterium_inkomen"] == "Criterium inkomen"


def test_marks_become_statuses_and_never_zero(read):
    merken = ["x", "-", "?", "*", "nvt", "", "<5", "(2)", "0", "9,1 (1)", 0]
    codes = list(gemeenten("285"))[: len(merken)]
    rijen = [["NIS-code", "Gemeente", 2017], *[[c, "", m] for c, m in zip(codes, merken, strict=True)]]
    rijen += [["(1) Voorlopig cijfer"], ["(2): niet gepubliceerd wegens kleine aantallen"]]
    lezing = read(rijen)
    assert list(figures(lezing).values()) == [
        "onderdrukt", "ontbreekt", "ontbreekt", "onderdrukt", "niet_van_toepassing", "ontbreekt",
        "onderdrukt", "onderdrukt", 0.0, 9.1, 0.0,
    ]  # fmt: skip
    assert lezing.waarden["voorlopig"].tolist() == [False] * 9 + [True, False]


def test_totals_are_known_and_the_region_is_kept(read):
    totalen = [
        ["2000", "Vlaams Gewest", 1, 2, 3], ["", "Limburg", 1, 2, 3],
        ["10000", "Provincie Antwerpen", 1, 2, 3], ["", "Arr. Aalst", 1, 2, 3], ["44000", "Gent", 1, 2, 3],
    ]  # fmt: skip
    lezing = read([*BREED, *totalen])
    assert figures(lezing) == EXPECTED | {("kansarmoede_index", "02000", 2014 + n): n for n in (1, 2, 3)}
    assert lezing.opmerkingen == [
        "blad 'Kansarmoede-index': 4 rijen met totalen niet gebruikt: Limburg, Provincie Antwerpen, Arr. "
        "Aalst, Gent."
    ]


def test_the_region_may_stand_without_a_code(read):
    assert figures(read([*BREED, ["", "Vlaanderen", 1, 2, 3]]))["kansarmoede_index", "02000", 2017] == 3


def test_fractions_become_per_cent_column_by_column(read):
    codes = list(gemeenten("300"))
    rijen = [
        [code, "", 0.001 * (n % 300), n % 30, "7,5%" if n == 0 else 0.05] for n, code in enumerate(codes)
    ]
    lezing = read([["NIS-code", "Gemeente", *JAREN], *rijen])
    gelezen = figures(lezing)
    assert [gelezen["kansarmoede_index", codes[25], jaar] for jaar in JAREN] == [2.5, 25.0, 5.0]
    assert gelezen["kansarmoede_index", codes[0], 2017] == 7.5
    assert [("fracties" in zin, zin.split("kolom ")[1][:6]) for zin in lezing.opmerkingen] == [
        (True, "'2015'"),
        (True, "'2017'"),
    ]


def test_parts_of_municipalities_and_origin_are_left_out(read):
    deel = [["NIS-code", "Gemeente", "Deelgemeente", 2018], ["41002", "Aalst", "Erembodegem", 9.0]]
    herkomst = [["NIS-code", "Gemeente", "Herkomst moeder", 2018], ["41002", "Aalst", "x", 9.0]]
    lezing = read({"Leeswijzer": [["Kansarmoede"]], "Index": BREED, "Deel": deel, "Moeder": herkomst})
    assert figures(lezing) == EXPECTED
    assert [zin.split(":")[0] for zin in lezing.opmerkingen] == ["blad 'Deel'", "blad 'Moeder'"]


def test_a_cover_that_speaks_of_codes_and_years_is_no_table(read):
    uitleg = [["NIS-code", "de code van de gemeente in 2019"], ["Gemeente", "naam in 2019", "x"]]
    assert figures(read({"Uitleg 2024": uitleg, "Kansarmoede-index": BREED})) == EXPECTED


def test_columns_that_are_no_share_are_named_and_left_out(read):
    lezing = read(LAYOUTS["other columns, and the columns in another order"])
    assert lezing.opmerkingen == [
        "blad 'Kansarmoede-index': niet gebruikte kolommen: 'Provincie', 'Aantal geboorten 2017'."
    ]


def spoiled(rij, kolom, waarde):
    rijen = [list(regel) for regel in BREED]
    rijen[rij][kolom] = waarde
    return rijen


LANG = [["NIS-code", "Jaar", "Indicator", "Waarde"], [AALST, 2017, "Kansarmoede-index", 9.0]]
HOSTILE = {
    "names without codes": ([["Gemeente", *JAREN], ["Aalst", 1, 2, 3]], "rij 1", "geen kolom met NIS"),
    "a name in the column of codes": (spoiled(1, 0, "Aalst"), "rij 2", "onbekende gemeentecode: Aalst"),
    "a row that lost its code": (spoiled(2, 0, ""), "rij 3", "geen NIS-code bij 'Gent'"),
    "an unknown code": (spoiled(2, 0, 44999), "rij 3", "onbekende gemeentecode: 44999 (Gent)"),
    "names that moved one row": (spoiled(1, 1, "Gent"), "rij 2", "41002 is van Aalst"),
    "a share above a hundred": (spoiled(1, 3, 141), "rij 2, kolom '2016'", "141 ligt buiten"),
    "a negative share": (spoiled(1, 3, -1), "rij 2, kolom '2016'", "-1 ligt buiten"),
    "words for a number": (spoiled(2, 4, "veel"), "rij 3, kolom '2017'", "'veel' is geen getal"),
    "a thousands separator": (spoiled(2, 4, "1.234,5"), "rij 3, kolom '2017'", "'1.234,5' is geen getal"),
    "a footnote that nobody explains": (spoiled(2, 4, "(3)"), "rij 3, kolom '2017'", "'(3)' is geen getal"),
    "a year that is not over": (spoiled(0, 4, 2199), "rij 1, kop '2199'", "geen voorbij jaar van 1990"),
    "the year that still runs": (spoiled(0, 4, date.today().year), "rij 1, kop", "geen voorbij jaar"),
    "a heading that is lost": (spoiled(0, 4, ""), "rij 2, kolom 5", "boven '15.2' staat geen kop"),
    "cells that moved": ([BREED[0], [*RIJEN[0][:3], "", *RIJEN[0][3:]]], "rij 2, kolom 6", "staat geen kop"),
    "two years that are no window": (spoiled(0, 4, "2016-2017"), "rij 1, kop '2016-2017'", "geen drie"),
    "a window that runs backwards": (spoiled(0, 4, "2017-2015"), "rij 1, kop '2017-2015'", "geen drie"),
    "a first of January in words": (spoiled(0, 4, "1 januari 2017"), "kop '1 januari 2017'", "zegt niet"),
    "a first of January in digits": (spoiled(0, 4, "01/01/2017"), "kop '01/01/2017'", "zegt niet welke"),
    "the same year twice": (spoiled(0, 4, 2016), "rij 2, kolom '2016'", "dubbel cijfer: Kansarmoede"),
    "the same municipality twice": ([*BREED, RIJEN[0]], "rij 4, kolom '2015'", "staat ook op blad"),
    "no column of shares": ([["NIS-code", "Jaar", "Rang kansarmoede"], [AALST, 2017, 3]], "rij 1", "Rang"),
    "a figure that is not ours": ([*LANG, [AALST, 2016, "OKI", 1.0]], "rij 3, kolom 'Waarde'", "niet of dit"),
    "only a header": ([BREED[0]], "onder de kop", "geen rijen"),
    "only notes": ([BREED[0], ["Bron: Opgroeien"]], "onder de kop", "geen enkele gemeente"),
}  # fmt: skip


@pytest.mark.parametrize("geval", HOSTILE)
def test_a_spoiled_delivery_is_refused_with_its_place(geval, workbook):
    rijen, plaats, probleem = HOSTILE[geval]
    bestand = workbook({"Kansarmoede-index": rijen}, naam="reeks.xlsx")
    assert recognise(bestand) is opgroeien
    fout = refusal(bestand)
    assert fout.plaats.startswith("blad 'Kansarmoede-index', ")
    assert plaats in fout.plaats
    assert probleem in fout.probleem


def test_the_same_figures_on_two_sheets_are_refused(workbook):
    fout = refusal(workbook({"Kansarmoede": BREED, "Kansarmoede (2)": BREED}))
    assert fout.plaats == "blad 'Kansarmoede (2)', rij 2, kolom '2015'"
    assert "staat ook op blad 'Kansarmoede', rij 2, kolom '2015'" in fout.probleem


def test_a_date_of_the_first_of_january_is_refused_too(workbook):
    rijen = [["NIS-code", "Gemeente"], [AALST, "Aalst", 9.0]]
    formaat = {"default_date_format": "dd/mm/yyyy"}
    bestand = workbook(
        {"Kansarmoede": rijen}, vul=lambda s: s.write_datetime(0, 2, date(2017, 1, 1)), **formaat
    )
    assert "zegt niet welke drie geboortejaren" in refusal(bestand).probleem


def test_a_formula_error_is_refused(workbook):
    fout = refusal(
        workbook({"Kansarmoede": BREED}, vul=lambda s: s.write_formula("C2", "=1/0", None, "#DIV/0!"))
    )
    assert fout.plaats == "blad 'Kansarmoede', cel C2"


@pytest.mark.parametrize("inhoud", [b"<!DOCTYPE html><html>", b"", b"PK\x03\x04" + bytes(99)])
def test_what_is_no_workbook_is_refused(inhoud):
    assert refusal(Bestand("reeks.xlsx", inhoud)).bestand == "reeks.xlsx"


def test_a_workbook_without_a_table_is_refused(workbook):
    assert "nergens een kop" in refusal(workbook({"Kansarmoede": [["Bel ons"]]})).probleem


def test_table_4_of_the_study_cannot_enter_the_series(workbook):
    """Its label, '1 januari 2017', fits the index of neither 2016 nor 2017: it stays outside."""
    rijen = [["NIS-code", "1 januari 2017"], *[[cel.rij, cel.juist] for cel in tabel(4)]]
    assert len(rijen) == 34
    bestand = workbook({"Kansarmoede-index": rijen})
    assert recognise(bestand) is opgroeien
    assert "vraag de uitgever welk indexjaar dit is" in refusal(bestand).oplossing


def test_sheets_of_the_stadsmonitor_stay_with_the_stadsmonitor(workbook, kansarmoede):
    assert recognise(workbook({"AR_03": kansarmoede})) is not opgroeien


PAGE = """
<a href="/sites/default/files/kansarmoede-per-gemeente_17.xlsx">download</a>
<a href="/sites/default/files/tool-documents/reeks_4.xlsx"><span>Historische</span> reeks per gemeente</a>
<a href="https://cijfers.opgroeien.be/Kansarmoede%20gemeenten.XLSX?v=2">Excel</a>
<a href="/sites/default/files/b-p-aantal-plaatsen_3.xlsx">Kinderopvang</a>
<a href="/kansarmoede.pdf">Kansarmoede</a>
<a href="https://opgroeien.example/kansarmoede.xlsx">Kansarmoede elders</a>
"""


@pytest.mark.parametrize("pagina", [opgroeien.PAGINA, *opgroeien.OOK_OP])
def test_the_link_is_found_by_what_it_speaks_of(pagina):
    assert opgroeien.discover(PAGE.encode(), pagina) == [
        "https://www.opgroeien.be/sites/default/files/kansarmoede-per-gemeente_17.xlsx",
        "https://www.opgroeien.be/sites/default/files/tool-documents/reeks_4.xlsx",
        "https://cijfers.opgroeien.be/Kansarmoede%20gemeenten.XLSX?v=2",
    ]


def refusal(bestand):
    with pytest.raises(InvalidDelivery) as gevangen:
        opgroeien.read(bestand)
    fout = gevangen.value
    assert fout.bron == "opgroeien"
    for deel in (fout.bron, fout.bestand, fout.plaats, fout.probleem, "Wat je kunt doen: " + fout.oplossing):
        assert deel in str(fout)
    return fout
