"""More than one map in a real browser: pointing at one municipality, enlarging together, without a mouse."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.look import visit
from tests.browser.test_axe import COLOURS, violations
from tests.browser.test_look import WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AALST = "41002"
FORMS = {"naast": 3, "bivariaat": 2, "spreiding": 3}
"""In how many places a municipality lights up, its row in the table with them."""
LIT = "[data-samen] .samen-aan"


def opened(context: BrowserContext, base: str, vraag: str, width: int = 1280) -> Page:
    page = visit(context, base, f"/kaart?{vraag}", width).page
    page.wait_for_selector("#react-entry-point [data-samen]")
    return page


def boxes(page: Page) -> list[str]:
    return [map.get_attribute("viewBox") or "" for map in page.locator("[data-samen-doek] > svg.kaart").all()]


@pytest.mark.parametrize(("vorm", "places"), FORMS.items())
def test_who_is_pointed_at_lights_up_everywhere(
    vorm: str, places: int, context: BrowserContext, demo: str
) -> None:
    page = opened(context, demo, f"vorm={vorm}")
    page.locator(f'tr[data-nis="{AALST}"] td').first.hover()
    expect(page.locator(LIT)).to_have_count(places)
    expect(page.locator("[data-samen-wijzer]")).to_have_text(re.compile(r"^Aalst\. Kansarmoede-index"))
    page.locator("h1").hover()
    expect(page.locator(LIT)).to_have_count(0)


def test_the_table_is_sorted_by_any_column(context: BrowserContext, demo: str) -> None:
    page = opened(context, demo, "vorm=bivariaat")
    for kolom, knop in ((1, "Kansarmoede-index, 2022"), (2, "Inwoners met een armoederisico, 2022")):
        page.locator("[data-samen] table").get_by_role("button", name=knop).click()
        expect(page.locator("[data-samen] th[aria-sort=descending]")).to_contain_text(knop)
        cellen = page.locator(f"[data-samen] tbody tr > :nth-child({kolom + 1})").all_text_contents()
        getallen = [float(een.split("\u202f")[0].replace(",", ".")) for een in cellen if een[:1].isdigit()]
        assert len(getallen) > 250 and getallen == sorted(getallen, reverse=True)
        assert not any(een[:1].isdigit() for een in cellen[len(getallen) :])
    page.locator("[data-samen] table").get_by_role("button", name="Gemeente").click()
    expect(page.locator("[data-samen] tbody th").first).to_have_text("Aalst")


def test_each_figure_that_is_ticked_gets_a_map(context: BrowserContext, demo: str) -> None:
    page = opened(context, demo, "vorm=veelvoud&gebied=provincie:limburg")
    page.locator("#react-entry-point #samen-zelf summary").click()
    for aantal, naam in enumerate(("arop", "woonquote"), start=1):
        page.locator(f"#react-entry-point #zelf-{naam}").check()
        expect(page.locator("#react-entry-point .samen-kaart")).to_have_count(aantal)
    expect(page).to_have_url(
        re.compile("limburg.*indicatoren=arop,woonquote|indicatoren=arop,woonquote.*limburg")
    )
    expect(page.locator("#react-entry-point #zelf-arop")).to_be_checked()


def test_the_keyboard_points_too_and_a_click_holds(context: BrowserContext, demo: str) -> None:
    page = opened(context, demo, "vorm=spreiding")
    page.locator(f'tr[data-nis="{AALST}"] a').focus()
    expect(page.locator(LIT)).to_have_count(FORMS["spreiding"])
    page.locator(f'tr[data-nis="{AALST}"] td').first.click()
    page.locator("h1").hover()
    expect(page.locator(LIT)).to_have_count(FORMS["spreiding"])
    page.keyboard.press("Escape")
    expect(page.locator(LIT)).to_have_count(0)


def test_both_maps_grow_together_and_come_back(context: BrowserContext, demo: str) -> None:
    page = opened(context, demo, "vorm=naast")
    whole = boxes(page)
    page.get_by_role("button", name="Vergroot").click()
    page.get_by_role("button", name="Vergroot").click()
    larger = boxes(page)
    assert len(set(larger)) == 1 and larger != whole
    page.locator("[data-samen-doek] > svg.kaart").first.hover()
    page.mouse.down()
    page.mouse.move(300, 600)
    page.mouse.up()
    moved = boxes(page)
    assert len(set(moved)) == 1 and moved != larger
    page.get_by_role("button", name="Alles").click()
    assert [tuple(map(float, box.split())) for box in boxes(page)] == [
        tuple(map(float, box.split())) for box in whole
    ]
    expect(page.get_by_role("button", name="Verklein")).to_be_disabled()


def test_a_choice_draws_other_maps_and_stands_in_the_address(context: BrowserContext, demo: str) -> None:
    page = opened(context, demo, "vorm=naast")
    page.get_by_label("Wat je ziet").select_option("bivariaat")
    page.wait_for_selector("#react-entry-point .samen-bivariaat")
    expect(page).to_have_url(re.compile("vorm=bivariaat"))
    page.get_by_label("Wat je ziet").select_option("een")
    page.wait_for_selector("#react-entry-point .kaartpagina")
    expect(page.locator("[data-samen]")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("vorm", [*FORMS, "veelvoud"])
def test_everyone_can_use_it(vorm: str, width: int, context: BrowserContext, demo: str) -> None:
    seen = visit(context, demo, f"/kaart?vorm={vorm}", width)
    found = violations(seen.page)
    seen.page.emulate_media(color_scheme="dark")
    assert (found, violations(seen.page, COLOURS), seen.problems) == ([], [], [])
    wide = seen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
