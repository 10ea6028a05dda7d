"""One indicator over time: the drawing, the sentences beside it, and the table with the same figures."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.components.evolutie import evolutie
from dashboard.components.verloop import Verloop, changed, lasting
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, Trend, Verandering
from tests.dashboard.analyse_example import BUREN, LEVERING, VLAANDEREN, analyse, periode, regel

SMAL = "\u202f"
INDEX = "kansarmoede_index"


def index(jaar, waarde, **anders):
    return Meting(periode(jaar, 3), waarde, **anders)


def verloop(een, tegenover=(), groep=VLAANDEREN, leveringen=None, demo=False):
    return Verloop(analyse(een, groep=groep, demo=demo), een, tegenover, leveringen or {"register": LEVERING})


def vlaanderen(*jaren, waarde=12.0, soort="gepubliceerd", venster=3):
    return [(periode(jaar, venster), Aggregaat(waarde, soort, None, 285)) for jaar in jaren]


def test_a_single_value_is_a_sentence():
    gevonden = evolutie(verloop(regel(INDEX, index(2024, 14.0))))
    assert gevonden["figuur"] is None
    assert gevonden["zinnen"][0].startswith(f"Er is één meting: 14,0{SMAL}% (2022–2024).")


def test_without_any_value_the_reason_stands_there():
    assert evolutie(verloop(regel(INDEX)))["zinnen"][0].startswith("Geen cijfer, omdat")


def test_chart_and_table_show_the_same_values():
    reeks = [index(2021, 13.2, noemer=900.0), index(2022, None), index(2024, 14.0, noemer=900.0)]
    gevonden = evolutie(verloop(regel(INDEX, *reeks), vlaanderen(2021, 2024)))
    tabel = gevonden["tabel"]["rijen"]
    for waarde in (f"13,2{SMAL}%", f"14,0{SMAL}%"):
        assert waarde in gevonden["figuur"]["breed"]
        assert any(waarde in rij for rij in tabel)
    assert [rij[:2] for rij in tabel][1] == ["2020–2022", "geen cijfer"]
    assert tabel[0][2].startswith("tussen 11,9 en 16,4")
    assert tabel[0][3] == f"Vlaanderen: 12,0{SMAL}%"


def test_the_drawing_is_as_wide_as_its_place():
    een = verloop(regel(INDEX, index(2021, 13.2), index(2024, 14.0)))
    assert 'viewBox="0 0 480 ' in evolutie(een, 480)["figuur"]["breed"]
    assert 'viewBox="0 0 640 ' in evolutie(een)["figuur"]["breed"]


def test_only_windows_that_do_not_overlap_with_the_newest_are_filled():
    reeks = [index(jaar, 10.0 + jaar % 7) for jaar in range(2018, 2025)]
    gevonden = evolutie(verloop(regel(INDEX, *reeks)))
    assert gevonden["figuur"]["breed"].count('class="punt-eigen"') == 3
    assert gevonden["figuur"]["breed"].count('class="punt-eigen punt-hol"') == 4
    assert any("Vergelijk alleen de volle punten" in noot for noot in gevonden["noten"])


def test_a_band_is_drawn_and_told_of_only_where_the_uncertainty_is_known():
    met, zonder = (
        evolutie(verloop(regel(INDEX, *(index(jaar, 12.0, noemer=noemer) for jaar in (2021, 2024)))))
        for noemer in (900.0, None)
    )
    assert "band-eigen" in met["figuur"]["breed"] and "band-eigen" not in zonder["figuur"]["breed"]
    assert any("band" in noot for noot in met["noten"])
    assert not any("band" in noot for noot in zonder["noten"])


def test_a_count_has_no_comparator():
    telling = [Meting(periode(jaar), 26000.0 + jaar) for jaar in (2019, 2020)]
    gevonden = evolutie(verloop(regel("fiscaal_aangiften", *telling), vlaanderen(2019, 2020, venster=1)))
    assert "lijn-ander" not in gevonden["figuur"]["breed"]
    assert "Vergeleken met" not in gevonden["tabel"]["kop"]
    assert any("de as begint niet bij nul" in noot.lower() for noot in gevonden["noten"])


def test_a_comparator_of_another_kind_is_not_drawn_on_the_same_line():
    reeks = [index(2021, 13.0), index(2023, 13.5), index(2024, 14.0)]
    tegenover = [*vlaanderen(2021, waarde=7.5, soort="mediaan"), *vlaanderen(2023, 2024)]
    gevonden = evolutie(verloop(regel(INDEX, *reeks), tegenover))
    assert gevonden["figuur"]["breed"].count('class="punt-ander') == 2
    assert gevonden["tabel"]["rijen"][-1][2] == f"Vlaanderen: middelste gemeente: 7,5{SMAL}%"


def test_the_line_of_a_group_has_its_name():
    reeks = [index(2021, 13.0), index(2024, 14.0)]
    gevonden = evolutie(verloop(regel(INDEX, *reeks), vlaanderen(2021, 2024), groep=BUREN))
    assert "buurgemeenten" in gevonden["figuur"]["breed"]
    assert gevonden["tabel"]["rijen"][0][2].startswith("de buurgemeenten van Ronse: 12,0")


@pytest.mark.parametrize(("vanaf", "shown"), [(date(2023, 1, 1), True), (date(2026, 1, 1), False)])
def test_only_breaks_inside_the_series_are_told(vanaf, shown):
    breuk = {"breuken": [{"vanaf": vanaf, "uitleg": "Andere telling."}]}
    gevonden = evolutie(verloop(regel(INDEX, index(2021, 13.0), index(2024, 14.0), indicator=breuk)))
    assert any("Andere telling." in noot for noot in gevonden["noten"]) == shown
    assert ("breuk 1" in gevonden["figuur"]["breed"]) == shown


def test_estimates_and_provisional_figures_are_marked_in_the_table():
    reeks = [index(2021, 13.0, schatting=True), index(2024, 14.0, voorlopig=True)]
    gevonden = evolutie(verloop(regel(INDEX, *reeks)))
    assert [rij[-1] for rij in gevonden["tabel"]["rijen"]] == ["voorlopig", "schatting"]


def two_sources(eerste):
    """A series of ten windows, of which the first `eerste` come from another source."""
    een = regel(INDEX, *(index(2005 + n, 9.0) for n in range(10)))
    rijen = [{**rij, "levering": "reeks"} if n < eerste else rij for n, rij in enumerate(een.rijen)]
    opgroeien = LEVERING | {"levering": "reeks", "bron_titel": "Opgroeien", "bestandsnaam": "reeks.xlsx"}
    return verloop(replace(een, rijen=tuple(rijen)), leveringen={"register": LEVERING, "reeks": opgroeien})


@pytest.mark.parametrize(
    ("eerste", "zin"),
    [
        (1, "Het cijfer van 2003–2005 komt van Opgroeien; de andere komen van Gemeente-Stadsmonitor."),
        (2, "De cijfers van 2003–2005 en 2004–2006 komen van Opgroeien;"),
        (4, "Vier cijfers, van 2003–2005 tot 2006–2008, komen van Opgroeien;"),
    ],
)
def test_a_series_of_two_sources_says_which_gives_what(eerste, zin):
    gevonden = evolutie(two_sources(eerste))
    assert any(noot.startswith(zin) for noot in gevonden["noten"])
    assert [bron["bestandsnaam"] for bron in gevonden["bronnen"]] == ["reeks.xlsx"]


def test_a_series_of_one_source_needs_no_more_words():
    gevonden = evolutie(two_sources(0))
    assert not any("komen van" in noot for noot in gevonden["noten"])
    assert gevonden["bronnen"] == []


def change(verschil, groter, noemer=1000.0):
    oud, nieuw = index(2021, 14.0, noemer=noemer), index(2024, 14.0 + verschil, noemer=noemer)
    gevonden = Verandering(nieuw, oud, verschil, Interval(verschil - 2, verschil + 2), groter, 4.04)
    return regel(INDEX, oud, nieuw, verandering=gevonden)


def test_a_change_is_told_with_the_smallest_that_could_be_seen():
    zinnen = changed(change(-1.0, groter=False), VLAANDEREN)
    assert "te klein om van een daling te spreken" in zinnen[0]
    assert (
        zinnen[1] == "Met zoveel mensen als hier zien we een verandering meestal pas vanaf 4,0 procentpunt."
    )
    assert len(zinnen) == 2


@pytest.mark.parametrize(("noemer", "mensen"), [(1000.0, "ongeveer 50 op 1.000 ("), (150.0, None)])
def test_a_change_is_put_into_people_from_ten_upwards(noemer, mensen):
    zinnen = changed(change(-5.0, groter=True, noemer=noemer), VLAANDEREN)
    assert "De verandering is groter dan toeval." in zinnen[0]
    assert any(mensen in zin for zin in zinnen) if mensen else not any("Omgerekend" in zin for zin in zinnen)


def test_a_trend_is_told_or_it_is_said_why_there_is_none():
    perioden = tuple(periode(jaar) for jaar in range(2018, 2023))
    geen, vlak = Onbekend("er te weinig jaren zijn"), Trend("geen duidelijke trend", 0.1, perioden)
    assert lasting(regel("arop", trend=geen), VLAANDEREN) == [
        "Een trend over vijf jaar is niet te berekenen, omdat er te weinig jaren zijn."
    ]
    assert lasting(regel("arop", trend=vlak), VLAANDEREN) == [
        "Van 2018 tot 2022 is er geen duidelijke trend."
    ]
    assert "stijgt" in lasting(regel("arop", trend=replace(vlak, richting="stijgt")), VLAANDEREN)[0]


def test_of_a_count_nobody_says_that_it_changed():
    telling = regel("bevolking", Meting(periode(2024), 9000.0), Meting(periode(2025), 9100.0))
    assert changed(telling, VLAANDEREN) == lasting(telling, VLAANDEREN) == []
