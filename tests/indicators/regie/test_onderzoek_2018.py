"""The digitised tables against the study's own sums, counts and tests, computed by other means."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from indicators.gemeenten import gemeenten
from indicators.regie import REGIETYPES, InvalidRegie, instrument, rollen
from indicators.regie.onderzoek_2018 import (
    BRON,
    RESPONS,
    kop,
    kwadrant_2018,
    rij,
    rollen_2018,
    tabel,
)

TABELLEN = (4, 6, 9, 10, 11, 12, 13)
KANSARMOEDE = ("k_lager_5", "k_5_10", "k_10_15", "k_15_hoger")
INWONERS = ("i_minder_10000", "i_10000_20000", "i_20000_50000", "i_50000_meer")
ASSEN = {"veel_beleidsvrijheid", "veel_aansturing"}


def printed(count: int, n: int) -> Decimal:
    """The percentage as a statistics package prints it, one decimal, half up."""
    return (Decimal(100 * count) / n).quantize(Decimal("0.1"), ROUND_HALF_UP)


def chi_square(observed: list[list[int]]) -> float:
    counts = np.array(observed, dtype=float)
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    return float(((counts - expected) ** 2 / expected).sum())


@pytest.mark.parametrize(("nummer", "cellen"), list(zip(TABELLEN, (33, 26, 12, 4, 48, 72, 72), strict=True)))
def test_every_cell_is_there_once(nummer, cellen):
    found = tabel(nummer)
    assert len(found) == cellen == len({(cel.rij, cel.kolom) for cel in found})


@pytest.mark.parametrize("nummer", [6, 9, 10, 11, 12, 13])
def test_every_percentage_is_a_whole_number_of_municipalities(nummer):
    for cel in tabel(nummer):
        if cel.eenheid == "%":
            assert printed(cel.aantal, cel.n) == Decimal(str(cel.juist)), cel


def test_the_misprints_are_kept_and_corrected():
    found = {
        (nummer, cel.rij, cel.kolom): (cel.waarde, cel.juist)
        for nummer in TABELLEN
        for cel in tabel(nummer)
        if cel.verbeterd is not None
    }
    assert found == {
        (6, "i_minder_10000", "respons"): (25.9, 26.0),
        (11, "k_10_15", "veel_aansturing"): (54.7, 64.7),
        (12, "rol_05", "4"): (33.3, 33.0),
    }


@pytest.mark.parametrize("nummer", [9, 12, 13])
def test_the_counts_of_a_row_add_up_to_its_n(nummer):
    for naam in dict.fromkeys(cel.rij for cel in tabel(nummer)):
        cellen = rij(nummer, naam).values()
        assert {sum(cel.aantal for cel in cellen)} == {cel.n for cel in cellen}, naam


def test_response_follows_from_its_counts():
    for klasse in (*KANSARMOEDE, "i_minder_10000", "i_10000_20000", "i_20000_40000", "i_40000_meer"):
        row = rij(6, klasse)
        assert row["respons"].aantal == row["deelnemers"].waarde
        assert row["respons"].n == row["gemeenten"].waarde
    deelnemers = sum(cel.waarde for cel in tabel(6) if cel.kolom == "deelnemers" and cel.rij.startswith("i_"))
    assert deelnemers == 113


def test_the_sentence_on_response_says_what_table_6_says():
    for klasse in ("i_minder_10000", "i_40000_meer"):
        assert f" {rij(6, klasse)['respons'].juist:.0f}\N{NARROW NO-BREAK SPACE}%" in RESPONS


def test_table_10_gives_53_6_30_and_15_of_104():
    assert kwadrant_2018().n == 104
    assert kwadrant_2018().aantallen == {
        "beheersingsgericht": 53,
        "uitvoeringsgericht": 6,
        "visionair": 30,
        "faciliterend": 15,
    }


@pytest.mark.parametrize(
    ("klassen", "sizes", "expected"),
    [(KANSARMOEDE, [40, 31, 17, 14], 8.87), (INWONERS, [18, 42, 34, 8], 7.87)],
)
def test_table_11_gives_the_chi_square_of_the_quadrants(klassen, sizes, expected):
    rows = [[rij(11, klasse)[type_id].aantal for type_id in REGIETYPES] for klasse in klassen]
    assert [sum(row) for row in rows] == sizes
    assert chi_square(rows) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(
    ("klassen", "as_", "expected"),
    [
        (KANSARMOEDE, "veel_beleidsvrijheid", 1.62),
        (KANSARMOEDE, "veel_aansturing", 4.92),
        (INWONERS, "veel_beleidsvrijheid", 1.41),
        (INWONERS, "veel_aansturing", 1.77),
    ],
)
def test_table_11_gives_the_chi_square_of_the_axes(klassen, as_, expected):
    cellen = [rij(11, klasse)[as_] for klasse in klassen]
    assert chi_square([[cel.aantal, cel.n - cel.aantal] for cel in cellen]) == pytest.approx(
        expected, abs=0.005
    )


def test_both_halves_of_table_11_count_the_same_answers():
    for as_ in ASSEN:
        totals = {
            (sum(rij(11, k)[as_].aantal for k in klassen), sum(rij(11, k)[as_].n for k in klassen))
            for klassen in (KANSARMOEDE, INWONERS)
        }
        assert len(totals) == 1, as_


def test_a_class_of_the_quadrant():
    groot = kwadrant_2018(grootte="i_50000_meer")
    assert (groot.klasse, groot.n) == ("i_50000_meer", 8)
    assert groot.aandelen == {
        "beheersingsgericht": 75.0,
        "uitvoeringsgericht": 0.0,
        "visionair": 12.5,
        "faciliterend": 12.5,
    }
    assert kwadrant_2018(kansarmoede="k_lager_5").n == 40


def test_a_class_that_the_study_does_not_have_is_refused():
    with pytest.raises(InvalidRegie, match="i_20000_40000"):
        kwadrant_2018(grootte="i_20000_40000")
    with pytest.raises(InvalidRegie, match="kruist"):
        kwadrant_2018(grootte="i_50000_meer", kansarmoede="k_lager_5")
    with pytest.raises(InvalidRegie, match="tabel 14"):
        tabel(14)


def test_roles_now_and_wanted():
    found = rollen_2018()
    assert list(found) == [rol.id for rol in rollen()]
    assert found["rol_01"].nu == (2.9, 7.6, 12.4, 25.7, 33.3, 18.1)
    assert (found["rol_01"].n_nu, found["rol_01"].n_gewenst) == (105, 101)
    # Table 13, both halves: (1 + 2), (6 + 61) and (15 + 16) of 101.
    assert found["rol_01"].gewenst == {"beperken": 3.0, "behouden": 66.3, "uitbreiden": 30.7}
    assert [found[rol].n_nu for rol in found] == [105, 106, 105, 106, 106, 105, 106, 104, 105, 105, 105, 105]
    assert [found[rol].n_gewenst for rol in found] == [
        101,
        102,
        101,
        100,
        101,
        101,
        101,
        100,
        100,
        101,
        101,
        100,
    ]


def test_rows_and_columns_are_ours_or_have_a_label():
    own = {vraag.id for vraag in instrument().vragen} | {rol.id for rol in rollen()} | set(REGIETYPES)
    own |= {str(waarde) for waarde in range(1, 7)}
    for nummer in TABELLEN:
        heading = kop(nummer)
        assert {cel.rij for cel in tabel(nummer)} - own - set(heading.rijen) == set()
        assert {cel.kolom for cel in tabel(nummer)} - own - set(heading.kolommen) == set()
        assert set(heading.rijen) <= {cel.rij for cel in tabel(nummer)}
        assert set(heading.kolommen) <= {cel.kolom for cel in tabel(nummer)}


def test_table_4_names_municipalities_of_before_2019():
    known, heading = gemeenten("308"), kop(4)
    for code, naam in heading.rijen.items():
        printed_name = {"Herstelt": "Herselt"}.get(naam, naam)
        assert known[code].naam.casefold() == printed_name.casefold()
    assert rij(4, "73109")["limburg"].waarde == 7


def test_the_source_line_names_authors_year_tables_and_pages():
    assert BRON.citaat(11).startswith("Opstaele, V., Van der Sypt, M. & Vanassche, S. (2018). ")
    assert BRON.citaat(12, 13).endswith(", tabel 12, blz. 37; tabel 13, blz. 38.")
