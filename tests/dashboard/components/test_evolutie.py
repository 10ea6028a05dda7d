from datetime import date, datetime

import pytest

from dashboard.components.evolutie import evolutie, keuzes
from tests.dashboard.reading import words

LEVERING = {
    "levering": "register",
    "bron_titel": "Gemeente-Stadsmonitor",
    "uitgever": "ABB",
    "bestandsnaam": "register.xlsx",
    "opgehaald_op": datetime(2026, 3, 2),
    "licentie": "onbekend",
    "url": None,
}


def rij(**velden):
    return {
        "indicator": "kansarmoede_index",
        "titel": "Kansarmoede-index",
        "levensdomein": "gezin_kinderarmoede",
        "eenheid": "%",
        "decimalen": 1,
        "soort": "aandeel",
        "venster_jaren": 3,
        "breuken": [],
        "reden": None,
        **velden,
    }


def meting(jaar, waarde, venster=3, **velden):
    return {
        "periode_begin": date(jaar - venster + 1, 1, 1),
        "periode_einde": date(jaar, 12, 31),
        "waarde": waarde,
        "status": "ontbreekt" if waarde is None else "waarde",
        "schatting": False,
        "voorlopig": False,
        "levering": "register",
        "vergelijking_waarde": 12.0,
        "vergelijking_soort": "gepubliceerd",
        "vergelijking_noemer": None,
        **velden,
    }


def draw(rij, reeks, demo=False):
    return evolutie(rij, reeks, {"register": LEVERING}, "Ronse", demo)


def drawing(delen):
    return delen[0].children[0].markup


def test_a_single_value_is_a_sentence_with_its_source():
    delen = draw(rij(), [meting(2024, 14.0)])
    assert "Er is één meting: 14,0\u202f% (2022–2024)" in words(delen)
    assert "register.xlsx" in words(delen)
    assert "<svg" not in str(delen)


def test_a_series_of_two_sources_says_which_gives_what():
    opgroeien = LEVERING | {"levering": "reeks", "bron_titel": "Opgroeien", "bestandsnaam": "reeks.xlsx"}
    reeks = [meting(2012, 9.0, levering="reeks"), meting(2013, 9.1), meting(2014, None), meting(2015, 9.3)]
    delen = evolutie(rij(), reeks, {"register": LEVERING, "reeks": opgroeien}, "Ronse", False)
    assert "Het cijfer van 2010–2012 komt van Opgroeien; de andere komen van Gemeente-Stadsmonitor." in words(
        delen
    )
    assert "reeks.xlsx" in words(delen) and "register.xlsx" in words(delen)
    assert "komt van" not in words(draw(rij(), reeks[1:]))


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        (2, "De cijfers van 2003–2005 en 2004–2006 komen van Opgroeien;"),
        (4, "Vier cijfers, van 2003–2005 tot 2006–2008, komen van Opgroeien;"),
    ],
)
def test_many_periods_of_a_source_are_not_all_written_out(aantal, zin):
    opgroeien = LEVERING | {"levering": "reeks", "bron_titel": "Opgroeien", "bestandsnaam": "reeks.xlsx"}
    reeks = [meting(2005 + n, 9.0, levering="reeks") for n in range(aantal)]
    reeks += [meting(2005 + n, 9.0) for n in range(aantal, 10)]
    assert zin in words(evolutie(rij(), reeks, {"register": LEVERING, "reeks": opgroeien}, "Ronse", False))


def test_without_any_value_the_reason_stands_there():
    assert words(draw(rij(reden="onderdrukt"), [])).startswith("Geen cijfer, omdat")


def test_chart_and_table_show_the_same_values():
    delen = draw(rij(), [meting(2021, 13.2), meting(2022, None), meting(2024, 14.0)])
    for value in ("13,2\u202f%", "14,0\u202f%"):
        assert value in drawing(delen)
        assert value in words(delen)
    assert "geen cijfer" in words(delen)


def test_only_windows_that_do_not_overlap_with_the_newest_are_filled():
    delen = draw(rij(), [meting(jaar, 10.0 + jaar % 7) for jaar in range(2018, 2025)])
    assert drawing(delen).count('class="punt-eigen"') == 3
    assert drawing(delen).count('class="punt-eigen punt-hol"') == 4
    assert "Vergelijk alleen de volle punten" in words(delen)


def test_a_count_has_no_comparator():
    telling = rij(soort="aantal", eenheid="inwoners", decimalen=0, venster_jaren=1)
    delen = draw(telling, [meting(2019, 26000, 1), meting(2020, 26500, 1)])
    assert "lijn-ander" not in drawing(delen)
    assert "Vlaanderen" not in words(delen)
    assert "de as begint niet bij nul" in words(delen)


def test_a_comparator_of_another_kind_is_not_drawn_on_the_same_line():
    old = meting(2021, 13.0, vergelijking_soort="mediaan", vergelijking_waarde=7.5)
    delen = draw(rij(), [old, meting(2023, 13.5), meting(2024, 14.0)])
    assert drawing(delen).count('class="punt-ander') == 2
    assert "mediaan van de gemeenten: 7,5\u202f%" in words(delen)


@pytest.mark.parametrize(("vanaf", "shown"), [(date(2023, 1, 1), True), (date(2026, 1, 1), False)])
def test_only_breaks_inside_the_series_are_told(vanaf, shown):
    breuk = {"vanaf": vanaf, "uitleg": "Andere telling."}
    delen = draw(rij(breuken=[breuk]), [meting(2021, 13.0), meting(2024, 14.0)])
    assert ("Andere telling." in words(delen)) == shown
    assert ("breuk 1" in drawing(delen)) == shown


def test_made_up_figures_say_so_at_the_chart_and_in_the_table():
    assert (
        words(draw(rij(), [meting(2021, 13.0), meting(2024, 14.0)], demo=True)).count("Voorbeeldcijfers") >= 2
    )


def test_the_chooser_groups_indicators_under_their_domain():
    opties = keuzes([rij(), rij(indicator="woonquote", titel="Hoge woonkosten", levensdomein="wonen")])
    assert [(o["label"].strip(), o.get("disabled", False)) for o in opties] == [
        ("Wonen", True),
        ("Hoge woonkosten", False),
        ("Gezin en kinderarmoede", True),
        ("Kansarmoede-index", False),
    ]
