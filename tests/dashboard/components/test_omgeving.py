"""The blocks per levensdomein: what stands open and what is folded."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from dashboard.components.adres import Adres
from dashboard.components.cijfer import Weergave
from dashboard.components.herkomst import bronnen
from dashboard.components.omgeving import domeinen
from dashboard.omgevingsanalyse.analyse import Regel
from dashboard.tekst import DEMO
from indicators.statistics import Meting
from tests.dashboard.analyse_example import LEVERING, analyse, periode, regel

WONEN, WERK = "wonen", "werk"
RONSE = Adres("/gemeente/ronse")


def rij(titel: str, domein: str, kern: bool, **anders: Any) -> Regel:
    """A line under a name of its own; what it measures does not matter here."""
    een = regel("woonquote", indicator={"titel": titel, "levensdomein": domein, "kern": kern} | anders)
    return replace(een, rij=een.rij | {"indicator": titel.lower()})


def draw(*regels: Regel, adres: Adres = RONSE, demo: bool = False) -> str:
    blad = Weergave(analyse(*regels, demo=demo), adres, lambda pad: pad, {})
    evolutie = {"zinnen": ["Zo ging het."], "figuur": None, "downloads": None, "streefcijfer": None}
    return str(domeinen(blad, {adres.indicator: evolutie} if adres.indicator else {}).markup)


def blocks(*regels: Regel) -> dict[str, tuple[list[str], str | None, list[str]]]:
    """Per levensdomein: the titles that stand open, the words on the fold, the titles in the fold."""
    found = {}
    for section in re.findall(r"<section.*?</section>", draw(*regels), re.S):
        (kop,) = re.findall("<h3>(.*?)</h3>", section)
        open_, _, fold = section.partition('<details class="meer"')
        words_on_fold = re.search("<summary[^>]*>(.*?)</summary>", fold)
        found[kop] = (titles(open_), words_on_fold[1] if words_on_fold else None, titles(fold))
    return found


def titles(markup: str) -> list[str]:
    return re.findall('<h4 class="cijfer-titel"><a [^>]*>(.*?)</a></h4>', markup)


def test_the_first_figures_stand_open_and_the_others_are_folded() -> None:
    rijen = rij("Huur", WONEN, True), rij("Dak", WONEN, False), rij("Buurt", WONEN, False)
    assert blocks(*rijen) == {"Wonen": (["Huur"], "Nog 2 cijfers", ["Buurt", "Dak"])}


@pytest.mark.parametrize("kern", [True, False])
def test_where_all_figures_are_alike_nothing_is_folded(kern: bool) -> None:
    assert blocks(rij("Huur", WONEN, kern), rij("Dak", WONEN, kern)) == {"Wonen": (["Dak", "Huur"], None, [])}


def test_a_fold_tells_its_levensdomein_to_who_listens() -> None:
    markup = draw(rij("A", WONEN, True), rij("B", WONEN, False), rij("C", WERK, True))
    assert re.findall('aria-label="(Nog [^"]*)">([^<]*)<', markup) == [
        ("Nog 1 cijfer: Wonen", "Nog 1 cijfer")
    ]


def test_a_figure_that_is_opened_shows_its_evolution_also_inside_a_fold() -> None:
    rijen = rij("A", WONEN, True), rij("B", WONEN, False)
    markup = draw(*rijen, adres=Adres("/gemeente/ronse", "buren", indicator="b"))
    assert '<details class="meer" id="m-wonen" open>' in markup
    assert markup.count("Zo ging het.") == 1
    assert re.search(
        r'id="k-b" href="/gemeente/ronse\?vergelijk=buren" data-hier aria-expanded="true"', markup
    )
    assert (
        'href="/gemeente/ronse?vergelijk=buren&amp;indicator=a#c-a" data-hier aria-expanded="false"' in markup
    )


def test_every_figure_stands_in_the_table_too() -> None:
    een = regel("woonquote", Meting(periode(2023), 31.0), indicator={"levensdomein": WONEN})
    tabel = draw(een, rij("Dak", WONEN, False)).partition("<table")[2].partition("</table>")[0]
    assert '<th scope="row">Dak</th><td colspan="6">Geen cijfer, omdat' in tabel
    assert "31\u202f%" in tabel and "onzekerheid niet gekend" in tabel


def test_made_up_figures_say_so_in_the_table_and_with_each_source() -> None:
    een = regel("woonquote", Meting(periode(2023), 31.0), levering=LEVERING)
    assert draw(een, demo=True).count("Voorbeeldcijfers, niet gebruiken") == 3
    assert "Voorbeeldcijfers" not in draw(een)


def test_text_from_outside_is_never_markup() -> None:
    naughty = rij("<script>alert(1)</script>", WONEN, True, definitie='"><img src=x onerror=alert(1)>')
    markup = draw(naughty)
    assert "<script" not in markup
    assert "<img" not in markup
    assert "&lt;script&gt;" in markup


def test_where_figures_come_from_is_read_without_a_click() -> None:
    statbel = LEVERING | {"bron_titel": "Inkomens", "uitgever": "Statbel", "levering": "adi"}
    later = statbel | {"opgehaald_op": datetime(2026, 4, 1)}
    assert (
        bronnen([LEVERING, None, LEVERING], demo=False)
        == "Bron: Gemeente-Stadsmonitor (ABB), opgehaald op 2 maart 2026."
    )
    assert bronnen([LEVERING, statbel], demo=False) == (
        "Bronnen: Gemeente-Stadsmonitor (ABB) en Inkomens (Statbel), opgehaald op 2 maart 2026."
    )
    assert bronnen([LEVERING, later], demo=False) == (
        "Bronnen: Gemeente-Stadsmonitor (ABB), opgehaald op 2 maart 2026; "
        "Inkomens (Statbel), opgehaald op 1 april 2026."
    )
    assert bronnen([None], demo=True) is None
    assert (bronnen([LEVERING], demo=True) or "").endswith(f"2 maart 2026. {DEMO}.")
    een = replace(rij("Huur", WONEN, True), levering=LEVERING)
    assert '<p class="bron">Bron: Gemeente-Stadsmonitor (ABB), opgehaald op 2 maart 2026.</p>' in draw(een)


def test_the_favourable_side_is_named_only_above_a_drawing() -> None:
    with_one = regel("woonquote", Meting(periode(2023), 12.0))
    assert "rechts is gunstiger" in draw(with_one)
    assert "rechts is gunstiger" not in draw(rij("Huur", WONEN, True), rij("Dak", WONEN, False))


def test_the_fold_leads_to_the_publisher_unless_figures_are_made_up() -> None:
    een = replace(rij("Huur", WONEN, True), levering=LEVERING)
    link = 'href="https://gemeente-stadsmonitor.vlaanderen.be'
    assert link in draw(een)
    assert link not in draw(een, demo=True)


def test_the_headline_stands_in_the_table_of_its_levensdomein_too() -> None:
    index = regel("kansarmoede_index", Meting(periode(2024, 3), 14.0))
    opvang = regel("betalingsmoeilijkheden_kinderopvang", Meting(periode(2023), 3.0))
    markup = draw(index, opvang)
    table = markup.partition("<tbody>")[2]
    assert table.count("<tr>") == 2
    assert "Kansarmoede-index" in table
    assert "Kansarmoede-index" not in markup.partition("<tbody>")[0]
