"""The assembly behind every page about a municipality: figures, comparators, verdicts, and the reasons."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.components.vergelijkkeuze import keus, own_set
from dashboard.omgevingsanalyse.achtergrond import achtergrond, doorlopend, perioden, spreiding
from dashboard.omgevingsanalyse.analyse import Analyse, analyseer, kenmerken, reeks_tegenover
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import keuzes
from indicators.gemeenten.staten import OnbekendeGroep
from indicators.model import Richting, Soort
from indicators.statistics import Aggregaat, Interval, Onbekend, Periode, Verandering, wilson
from tests.dashboard.warehouse_example import BEVER, BILZEN_HOESELT, GENT, HERSTAPPE, RONSE, build

INDEX = "kansarmoede_index"


def test_a_line_joins_the_figure_with_its_texts_its_file_and_its_series(stand: Stand) -> None:
    regel = analyseer(stand, RONSE).regels[INDEX]
    assert regel.indicator["titel"] == "Kansarmoede-index"
    assert regel.levering is not None and regel.levering["bestandsnaam"] == "register.xlsx"
    assert [een.waarde for een in regel.reeks] == [20.0, 21.5]
    assert len(regel.rijen) == len(regel.reeks)
    assert regel.meting == regel.reeks[-1]


def test_flanders_is_the_figure_of_the_build(stand: Stand) -> None:
    assert analyseer(stand, RONSE).regels[INDEX].vergelijking == Aggregaat(12.1, "gepubliceerd", None, 3)


def test_a_group_is_put_together_from_its_members(stand: Stand) -> None:
    regel = analyseer(stand, RONSE, "eigen:gent+bilzen-hoeselt").regels[INDEX]
    assert regel.vergelijking == Aggregaat((18.2 + 8.4) / 2, "mediaan", None, 2)
    assert regel.anderen == ((GENT, 18.2), (BILZEN_HOESELT, 8.4))


def test_a_group_without_another_figure_is_no_comparator(stand: Stand) -> None:
    vergelijking = analyseer(stand, RONSE, "eigen:bever").regels[INDEX].vergelijking
    assert isinstance(vergelijking, Onbekend)
    assert "Bever" in vergelijking.reden


def test_without_a_figure_the_reason_stands_in_every_place(stand: Stand) -> None:
    regel = analyseer(stand, HERSTAPPE).regels[INDEX]
    assert (regel.meting, regel.kwantiel, regel.reden) == (None, None, "leeg_bij_bron")
    assert isinstance(regel.interval, Onbekend) and regel.oordeel == regel.interval


def test_a_merger_without_a_figure_has_the_file_of_its_predecessors(stand: Stand) -> None:
    regel = analyseer(stand, BILZEN_HOESELT).regels["woonquote"]
    assert [een["waarde"] for een in regel.voorgangers] == [22.0, 24.0]
    assert regel.levering is not None and regel.levering["bestandsnaam"] == "enquete.xlsx"
    assert analyseer(stand, BEVER).regels["woonquote"].levering is None


def test_an_unknown_group_is_refused_with_a_sentence(stand: Stand) -> None:
    with pytest.raises(OnbekendeGroep, match="bestaat niet"):
        analyseer(stand, RONSE, "de beste gemeenten")


def test_what_is_made_of_a_build_goes_with_that_build(warehouse: Warehouse, link: Path) -> None:
    eerst = achtergrond(warehouse.snapshot())
    assert achtergrond(warehouse.snapshot()) is eerst
    build(link, "later", verschil=1.0)
    later = achtergrond(warehouse.snapshot())
    assert later.laatste[INDEX][RONSE][0] == eerst.laatste[INDEX][RONSE][0] + 1.0


def test_a_verdict_needs_an_interval_and_a_comparator(alle: Stand) -> None:
    for keuze in ("vlaanderen", "provincie", "vergelijkbaar"):
        for regel in analyseer(alle, RONSE, keuze).regels.values():
            known = isinstance(regel.interval, Interval) and isinstance(regel.vergelijking, Aggregaat)
            assert isinstance(regel.oordeel, Onbekend) != known
            if known and regel.richting is Richting.GEEN:
                assert regel.oordeel.gunst is None  # type: ignore[union-attr]


def test_the_interval_of_the_index_is_that_of_births_and_marked_as_an_estimate(alle: Stand) -> None:
    regel = analyseer(alle, RONSE).regels[INDEX]
    assert regel.meting and regel.meting.waarde and regel.meting.noemer
    grenzen = wilson(regel.meting.waarde / 100, regel.meting.noemer)
    assert regel.interval == Interval(100 * grenzen.laag, 100 * grenzen.hoog, geschat=True)


def test_a_count_is_compared_with_nothing(alle: Stand) -> None:
    tellingen = [r for r in analyseer(alle, RONSE, "provincie").regels.values() if r.soort is Soort.AANTAL]
    assert tellingen
    for regel in tellingen:
        assert isinstance(regel.vergelijking, Onbekend) and isinstance(regel.oordeel, Onbekend)
        assert regel.kwantiel is None


def test_the_index_is_compared_with_three_years_earlier(alle: Stand) -> None:
    gevonden = analyseer(alle, RONSE).regels[INDEX].verandering
    assert isinstance(gevonden, Verandering)
    assert gevonden.nieuw.periode.einde.year - gevonden.oud.periode.einde.year == 3
    assert not gevonden.nieuw.periode.overlapt(gevonden.oud.periode)


def test_how_much_all_places_move_widens_the_change(alle: Stand) -> None:
    gevonden = analyseer(alle, RONSE).regels[INDEX].verandering
    assert isinstance(gevonden, Verandering)
    extra = spreiding(alle, INDEX, gevonden.nieuw.periode, gevonden.oud.periode)
    assert isinstance(extra, float) and extra > 0
    assert gevonden.kleinste > 2.8 * extra


def test_figures_from_before_a_break_are_not_compared(alle: Stand) -> None:
    regel = analyseer(alle, RONSE).regels["arop"]
    (breuk,) = regel.indicator["breuken"]
    assert any(een.periode.begin < breuk["vanaf"] for een in regel.reeks)
    assert isinstance(regel.verandering, Verandering)
    assert regel.verandering.oud.periode.begin >= breuk["vanaf"]
    assert isinstance(regel.trend, Onbekend)
    assert regel.trend.reden.endswith("en er sinds de breuk in de reeks maar 3 zijn")


def test_estimates_among_the_members_are_counted(alle: Stand) -> None:
    geschat = {nis for nis, een in achtergrond(alle).laatste["arop"].items() if een[2]}
    assert geschat
    analyse = analyseer(alle, RONSE, "provincie")
    assert analyse.regels["arop"].schattingen == len(geschat & set(analyse.groep.leden)) > 0
    assert analyseer(alle, RONSE).regels["arop"].schattingen == len(geschat)


def test_a_weighed_figure_of_others_is_left_off_the_line(alle: Stand) -> None:
    antwerpen, herstappe = "11002", "73028"
    toen, nu = (Periode(date(jaar, 1, 1), date(jaar, 12, 31)) for jaar in (2024, 2025))
    iedereen = dict.fromkeys(gemeenten(), (500.0, 10.0, False, None))

    def line(soort: str, zonder: str) -> list[Periode]:
        naam = f"verzonnen-{zonder}"
        voor = {nis: een for nis, een in iedereen.items() if nis != zonder}
        alle.onthoud(("perioden", naam), lambda: {toen: voor, nu: iedereen})
        reeks = [(een, Aggregaat(500.0, soort, "km²", 285)) for een in (toen, nu)]
        return [een for een, _ in doorlopend(alle, naam, tuple(gemeenten()), reeks)]

    assert line("gewogen", antwerpen) == [nu]
    assert line("gepubliceerd", antwerpen) == [toen, nu]
    assert line("gewogen", herstappe) == [toen, nu]


def test_the_comparator_over_the_years_ends_with_the_one_of_today(alle: Stand) -> None:
    for keuze in ("vlaanderen", "arrondissement", "buren"):
        analyse = analyseer(alle, RONSE, keuze)
        reeks = reeks_tegenover(alle, analyse, INDEX)
        periode, laatste = reeks[-1]
        today = analyse.regels[INDEX].vergelijking
        assert isinstance(today, Aggregaat)
        assert periode.einde == date(2024, 12, 31)
        assert (laatste.soort, laatste.aantal) == (today.soort, today.aantal)
        assert laatste.waarde == pytest.approx(today.waarde)
        assert len(reeks) == len(perioden(alle, INDEX))


def same(een: Analyse, ander: Analyse) -> bool:
    return een.groep == ander.groep and een.regels == ander.regels


@pytest.mark.parametrize("nis", [RONSE, HERSTAPPE, "73107"])
def test_every_comparison_on_offer_can_be_made(alle: Stand, nis: str) -> None:
    for een in keuzes(nis, kenmerken(alle)):
        analyse = analyseer(alle, nis, een.keuze)
        assert analyse.gemeente == gemeenten()[nis]
        assert set(analyse.regels) == set(achtergrond(alle).catalogus)
        if not analyse.groep.gebied:
            assert nis not in analyse.groep.leden


@pytest.mark.parametrize(
    ("vergelijk", "met", "leden", "melding"),
    [
        ("eigen", "Gent, De Panne", ("44021", "38008"), None),
        ("eigen", "De Panne", ("38008",), None),
        ("eigen:gent boom", "", ("44021", "11005"), None),  # a browser writes + as a space
        ("eigen", "", None, None),
        ("eigen", "Ronse", None, "Je koos nog geen andere gemeente dan Ronse."),
        ("eigen", "Gent, Nergens", None, "Deze gemeenten kennen we niet: Nergens."),
        ("<script>", "", None, "bestaat niet"),
    ],
)
def test_what_the_reader_asks_is_understood_or_said_to_be_not(
    alle: Stand, vergelijk: str, met: str, leden: tuple[str, ...] | None, melding: str | None
) -> None:
    gekozen = keus(alle, RONSE, vergelijk, met=met)
    if leden:
        assert gekozen.analyse.groep.leden == leden
    else:
        assert same(gekozen.analyse, analyseer(alle, RONSE))
    said = " ".join(gekozen.meldingen)
    assert melding in said if melding else not said


def test_unknown_features_are_not_left_out(alle: Stand) -> None:
    gekozen = keus(alle, RONSE, "vergelijkbaar", "aandeel_65_plus,xyz")
    assert gekozen.zonder == ("aandeel_65_plus",)
    assert gekozen.meldingen == ("Het kenmerk 'xyz' kennen we niet.",)


def test_an_own_set_keeps_names_of_two_words_in_one_piece() -> None:
    assert own_set("De Panne") == "eigen:De Panne+"
    assert own_set(" Gent,, Sint-Niklaas ") == "eigen:Gent+Sint-Niklaas+"
