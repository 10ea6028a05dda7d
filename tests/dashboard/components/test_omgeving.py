"""The blocks per levensdomein: what stands open and what is folded."""

from typing import Any

import pytest
from dash import html

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
    }


def blocks(*rijen: dict[str, Any]) -> dict[str, tuple[list[str], str | None, list[str]]]:
    """Per levensdomein: the titles that stand open, the words on the fold, the titles in the fold."""
    found = {}
    for section in domeinen(rijen, {}, demo=False)[: len({rij["levensdomein"] for rij in rijen})]:
        kop, *inhoud = section.children
        fold = next((deel for deel in inhoud if isinstance(deel, html.Details)), None)
        open_ = [deel.children[0].children for deel in inhoud if deel is not fold]
        folded = [deel.children[0].children for deel in fold.children[1:]] if fold else []
        found[kop.children] = (open_, fold.children[0].children if fold else None, folded)
    return found


def test_the_first_figures_stand_open_and_the_others_are_folded() -> None:
    rijen = rij("Huur", WONEN, True), rij("Dak", WONEN, False), rij("Buurt", WONEN, False)
    assert blocks(*rijen) == {"Wonen": (["Huur"], "Nog 2 cijfers", ["Buurt", "Dak"])}


@pytest.mark.parametrize("kern", [True, False])
def test_where_all_figures_are_alike_nothing_is_folded(kern: bool) -> None:
    assert blocks(rij("Huur", WONEN, kern), rij("Dak", WONEN, kern)) == {"Wonen": (["Dak", "Huur"], None, [])}


def test_a_fold_tells_its_levensdomein_to_who_listens() -> None:
    [wonen, werk, _] = domeinen(
        [rij(t, d, k) for t, d, k in [("A", WONEN, True), ("B", WONEN, False), ("C", WERK, True)]], {}, False
    )
    summary = wonen.children[-1].children[0]
    assert (summary.children, getattr(summary, "aria-label")) == ("Nog 1 cijfer", "Nog 1 cijfer: Wonen")
    assert not any(isinstance(deel, html.Details) for deel in werk.children)
