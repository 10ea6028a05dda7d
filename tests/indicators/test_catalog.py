"""The curated indicators: what the rest of the house counts on, and what every text must keep to."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from indicators.catalog import catalog, overdue
from indicators.model import Fusieregel, Indicator, Levensdomein, Richting, Soort

CONTRACT = {
    "kansarmoede_index",
    "oki",
    "arop",
    "adi_mediaan",
    "fiscaal_inkomen_totaal",
    "fiscaal_aangiften",
    "fiscaal_inkomen_per_aangifte",
    "fiscaal_inkomen_per_inwoner",
    "bevolking",
}
SURVEY = {id: i for id, i in catalog().items() if re.match(r"[A-Z]{2}_S_", i.bron_sleutel or "")}
TEKST = ["titel", "in_zin", "definitie", "waarom", "kanttekening", "richting_reden", "teller", "noemer"]
LONGEST_SENTENCE = 30
LONGEST_TITLE = 45
LONGEST_NAME = 14


def test_the_ids_that_others_build_on_are_there():
    assert set(catalog()) >= CONTRACT


def test_every_levensdomein_has_figures_and_shows_some_of_them_first():
    in_domein = Counter(i.levensdomein for i in catalog().values())
    first = Counter(i.levensdomein for i in catalog().values() if i.kern)
    assert len(catalog()) >= 60
    assert all(in_domein[domein] >= 3 and 1 <= first[domein] <= 4 for domein in Levensdomein)


def test_titles_are_distinct_and_fit_on_a_line():
    titels = [i.titel for i in catalog().values()]
    assert len({titel.casefold() for titel in titels}) == len(titels)
    assert [titel for titel in titels if len(titel) > LONGEST_TITLE] == []


def test_what_is_shown_first_has_a_name_that_fits_in_a_sentence():
    kern = [i for i in catalog().values() if i.kern and i.soort is not Soort.AANTAL]
    assert [i.id for i in kern if i.in_zin is None] == []
    namen = [i.in_zin for i in catalog().values() if i.in_zin]
    assert len(set(namen)) == len(namen)
    assert [naam for naam in namen if len(naam.split()) > LONGEST_NAME] == []


@pytest.mark.parametrize(
    "name", ["aandeel inwoners", "Het aandeel", "het aandeel, in procent", "het aandeel."]
)
def test_a_name_that_does_not_fit_in_a_sentence_is_refused(name):
    with pytest.raises(ValidationError, match="in_zin"):
        Indicator(**{**catalog()["arop"].model_dump(), "in_zin": name})


def test_no_two_indicators_show_the_same_figure():
    keys = [(i.bron, i.bron_sleutel or (i.teller_sleutel, i.noemer_sleutel)) for i in catalog().values()]
    assert len(keys) == len(set(keys))


def test_the_index_covers_three_birth_years_and_is_weighted_by_births():
    index = catalog()["kansarmoede_index"]
    assert (index.bron_sleutel, index.venster_jaren) == ("AR_03||procent", 3)
    assert (index.fusieregel, index.noemer) == (
        Fusieregel.GEWOGEN_SCHATTING,
        "geboorten in de drie jaren, benaderd",
    )


def test_the_poverty_risk_is_weighted_by_the_persons_it_is_about():
    assert catalog()["arop"].noemer_sleutel == "MS_NBR_ELIGIBLE"


@pytest.mark.parametrize("id", SURVEY)
def test_a_survey_share_does_not_cross_a_merger_and_says_that_it_is_an_estimate(id):
    indicator = SURVEY[id]
    assert (indicator.soort, indicator.fusieregel) == (Soort.AANDEEL, Fusieregel.GEEN)
    assert "steekproef" in indicator.definitie
    assert "weten niet hoeveel inwoners" in (indicator.kanttekening or "")


@pytest.mark.parametrize("id", ["autobezit", "bevolking", "werken_in_eigen_gemeente", "oki"])
def test_what_is_not_plainly_good_or_bad_has_no_direction(id):
    assert catalog()[id].richting is Richting.GEEN


@pytest.mark.parametrize("indicator", catalog().values(), ids=catalog())
def test_texts_are_dignified_and_short(indicator):
    tekst = ". ".join(getattr(indicator, veld) or "" for veld in TEKST)
    assert not re.search(r"kansarme|arme (gemeente|gezin|mens|kind)|armen\b|zwak|\bu\b|\buw\b", tekst.lower())
    zinnen = [zin for zin in re.split(r"(?<=[.:;])\s", tekst) if zin]
    assert max(len(zin.split()) for zin in zinnen) <= LONGEST_SENTENCE


def test_known_breaks_are_marked():
    assert [b.vanaf.year for b in catalog()["arop"].breuken] == [2020]
    assert [b.vanaf.year for b in catalog()["fiscaal_inkomen_per_inwoner"].breuken] == [2022]


def test_a_review_is_overdue_after_two_years_and_the_oldest_comes_first():
    day = date(2026, 11, 22)
    reviewed = {"oki": day, "arop": day - timedelta(days=1), "bevolking": day + timedelta(days=1)}
    indicators = {
        id: catalog()[id].model_copy(update={"herzien": herzien}) for id, herzien in reviewed.items()
    }
    assert list(overdue(indicators, date(2028, 11, 21))) == ["arop", "oki"]
    assert overdue(indicators, date(2028, 11, 19)) == {}


def test_no_review_lies_in_the_future():
    assert [i.id for i in catalog().values() if i.herzien > date.today()] == []


@pytest.mark.parametrize("id", [id for id, i in catalog().items() if "criterium" in (i.bron_sleutel or "")])
def test_a_criterion_is_a_share_of_the_children_in_kansarmoede_and_says_so_on_screen(id):
    criterium = catalog()[id]
    assert criterium.titel.startswith("Kinderen in kansarmoede: ")
    assert criterium.eenheid == "% van hen"
    assert "kinderen in kansarmoede, dus niet van alle geboorten" in criterium.definitie
    assert "samen geen 100 %" in (criterium.kanttekening or "")
    assert (criterium.richting, criterium.fusieregel, criterium.venster_jaren) == ("geen", "geen", 3)


def test_all_six_criteria_are_there():
    assert len([id for id, i in catalog().items() if i.bron == "opgroeien"]) == 6
