"""The blocks per levensdomein: what stands open and what is folded."""

import re
from typing import Any

import pytest

from dashboard.components.omgeving import domeinen

WONEN, WERK = "wonen", "werk"


def rij(titel: str, domein: str, kern: bool) -> dict[str, Any]:
    return {
        "indicator": titel.lower(),
        "titel": titel,
        "levensdomein": domein,
        "kern": kern,
        "waarde": None,
        "reden": "geen_levering",
        "levering": None,
        **dict.fromkeys(("definitie", "waarom", "richting", "richting_reden", "kanttekening", "breuken")),
        **dict.fromkeys(("aantal_gemeenten", "voorlopig", "schatting")),
        **dict.fromkeys(("vastgehouden", "gecorrigeerd", "meld")),
    }


def blocks(*rijen: dict[str, Any]) -> dict[str, tuple[list[str], str | None, list[str]]]:
    """Per levensdomein: the titles that stand open, the words on the fold, the titles in the fold."""
    found = {}
    for section in re.findall(r"<section.*?</section>", domeinen(rijen, {}, demo=False).markup, re.S):
        (kop,) = re.findall("<h3>(.*?)</h3>", section)
        open_, _, fold = section.partition('<details class="meer">')
        words_on_fold = re.search("<summary[^>]*>(.*?)</summary>", fold)
        found[kop] = (titles(open_), words_on_fold[1] if fold else None, titles(fold))
    return found


def titles(markup: str) -> list[str]:
    return re.findall('<h4 class="cijfer-titel">(.*?)</h4>', markup)


def test_the_first_figures_stand_open_and_the_others_are_folded() -> None:
    rijen = rij("Huur", WONEN, True), rij("Dak", WONEN, False), rij("Buurt", WONEN, False)
    assert blocks(*rijen) == {"Wonen": (["Huur"], "Nog 2 cijfers", ["Buurt", "Dak"])}


@pytest.mark.parametrize("kern", [True, False])
def test_where_all_figures_are_alike_nothing_is_folded(kern: bool) -> None:
    assert blocks(rij("Huur", WONEN, kern), rij("Dak", WONEN, kern)) == {"Wonen": (["Dak", "Huur"], None, [])}


def test_a_fold_tells_its_levensdomein_to_who_listens() -> None:
    rijen = [rij("A", WONEN, True), rij("B", WONEN, False), rij("C", WERK, True)]
    markup = domeinen(rijen, {}, demo=False).markup
    assert re.findall('aria-label="(Nog [^"]*)">([^<]*)<', markup) == [
        ("Nog 1 cijfer: Wonen", "Nog 1 cijfer")
    ]


def test_text_from_outside_is_never_markup() -> None:
    naughty = rij("<script>alert(1)</script>", WONEN, True) | {"definitie": '"><img src=x onerror=alert(1)>'}
    markup = domeinen([naughty], {}, demo=False).markup
    assert "<script" not in markup
    assert "<img" not in markup
    assert "&lt;script&gt;" in markup
