"""The map and its address say the same: as Dash draws it, after a step back, and where an answer fails."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.look import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHAPES = ".kaart-vlakken path"


@pytest.fixture
def kaart(page: Page, demo: str) -> Iterator[Page]:
    """The map as Dash has drawn it, with its figures in the script and its further choices open."""
    page.goto(f"{demo}/kaart")
    ready(page)
    page.locator("#kaart-meer summary").click()
    yield page


def ready(page: Page) -> None:
    settle(page)
    expect(page.locator(".kaart-vlakken")).to_have_attribute("role", "listbox")


def test_the_map_that_dash_drew_shows_the_period_of_its_title(kaart: Page, demo: str) -> None:
    """The slider of the first answer stands elsewhere than that of the page that takes its place."""
    plain = re.findall(r'<path class="([^"]+)" data-nis', kaart.request.get(f"{demo}/kaart").text())
    newest = kaart.locator("#kaart-periode option:checked").text_content() or ""
    expect(kaart.locator("[data-kaart-wanneer]")).to_have_text(newest)
    assert plain == kaart.eval_on_selector_all(SHAPES, "all => all.map(one => one.getAttribute('class'))")


def test_another_figure_brings_its_source_along(kaart: Page, demo: str) -> None:
    sources = kaart.locator("[data-kaart-bronnen]")
    before = sources.inner_text()
    kaart.get_by_label("Cijfer", exact=True).select_option("arop")
    expect(sources).to_contain_text("Administratief beschikbaar inkomen")
    after = sources.inner_text()
    assert after != before
    kaart.reload()
    ready(kaart)
    assert sources.inner_text() == after


def test_a_remark_about_the_address_goes_when_it_is_no_longer_so(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart?vergelijk=buren")
    ready(page)
    remark = page.locator(".alert", has_text="Kies eerst een gemeente")
    expect(remark).to_be_visible()
    page.get_by_label("Klik op de kaart, of typ een naam").fill("Ronse")
    page.keyboard.press("Enter")
    expect(page.locator("#kaartje h2")).to_have_text("Ronse")
    expect(remark).to_have_count(0)


def test_one_step_back_is_done_at_once(kaart: Page) -> None:
    for aantal in ("3", "4"):
        kaart.get_by_label("Hoeveel klassen").select_option(aantal)
        expect(kaart).to_have_url(re.compile(f"aantal={aantal}"))
    kaart.go_back()
    expect(kaart.get_by_label("Hoeveel klassen")).to_have_value("3")
    kaart.wait_for_timeout(600)  # a page that keeps you waiting says so after 400 ms
    expect(kaart.locator("#adres-bezig")).to_be_hidden()
    expect(kaart.locator("[aria-busy]")).to_have_count(0)


def test_a_change_that_fails_leaves_what_is_seen(kaart: Page) -> None:
    """Also when another was asked for just before: form, map and address say the same."""
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)
        for held in asked if len(asked) == 2 else []:
            held.abort()

    kaart.route("**/kaart.json?*", hold)
    kaart.get_by_label("Hoeveel klassen").select_option("3")
    expect(kaart.locator("#adres-bezig")).to_be_visible()
    kaart.get_by_label("Cijfer", exact=True).select_option("arop")
    expect(kaart.locator("[data-kaart-fout]")).to_contain_text("De server antwoordt niet")
    expect(kaart.get_by_label("Hoeveel klassen")).to_have_value("5")
    expect(kaart.get_by_label("Cijfer", exact=True)).to_have_value("kansarmoede_index")
    expect(kaart.locator("#adres-bezig")).to_be_hidden()
    expect(kaart).to_have_url(re.compile("/kaart$"))


def test_what_is_chosen_while_a_page_is_on_its_way_is_asked_with_it(kaart: Page) -> None:
    asked: list[Route] = []
    kaart.route("**/_dash-update-component*", lambda route: asked.append(route))
    kaart.get_by_label("Gebied", exact=True).select_option("provincie:limburg")
    kaart.get_by_label("Hoeveel klassen").select_option("3")
    expect(kaart).to_have_url(re.compile("gebied=provincie:limburg&aantal=3"))
    assert asked
    for route in asked:
        route.continue_()
    kaart.unroute("**/_dash-update-component*")
    expect(kaart.locator("h1")).to_contain_text("provincie Limburg")
    expect(kaart.get_by_label("Hoeveel klassen")).to_have_value("3")
    expect(kaart.locator("[aria-busy]")).to_have_count(0)


def test_without_an_answer_no_card_of_another_municipality_stays(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart?gemeente=ronse")
    ready(page)
    page.route("**/kaart/kaartje?*", lambda route: route.abort())
    page.locator("#kaartje").get_by_role("link", name="Kluisbergen").click()
    expect(page.locator("[data-kaart-fout]")).to_contain_text("De server antwoordt niet")
    expect(page.locator("#kaartje")).to_be_hidden()
    expect(page).to_have_url(re.compile("/kaart$"))


def test_the_discs_of_a_count_grow_while_the_years_play(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart?indicator=bevolking&periode=2016-01-01")
    ready(page)
    disc = page.locator(".kaart-stippen circle").first
    before = disc.get_attribute("r") or ""
    page.get_by_role("button", name="Speel").click()
    expect(disc).not_to_have_attribute("r", before)
    expect(page).to_have_url(re.compile("periode=2025-01-01"))
    expect(page.locator("h1")).to_contain_text("2025")
