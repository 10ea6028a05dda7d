"""The analysis of a municipality by keyboard, and the sheet of one's own that stays in the browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.look import settle, watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BLOCKED = """
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""


@pytest.fixture
def without_storage(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="nl-BE")
    context.add_init_script(BLOCKED)
    yield context
    context.close()


def go(page: Page, base: str, search: str = "") -> None:
    page.goto(f"{base}/gemeente/ronse{search}")
    settle(page)


def test_the_comparator_is_chosen_with_the_keyboard_and_keeps_focus_and_place(page: Page, demo: str) -> None:
    go(page, demo)
    page.evaluate("window.scrollTo(0, 40)")
    page.get_by_label("Vergeleken met").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-meld]")).to_have_text("Vergeleken met de provincie Oost-Vlaanderen.")
    expect(page.get_by_label("Vergeleken met")).to_be_focused()
    expect(page).to_have_url(re.compile("vergelijk=provincie"))
    expect(page.locator("#c-arop .cijfer-tegenover")).to_contain_text("de provincie Oost-Vlaanderen")
    settle(page)
    assert page.evaluate("window.scrollY") == 40
    page.go_back()
    expect(page.locator("[data-meld]")).to_have_text("Vergeleken met Vlaanderen.")


def test_an_own_set_is_typed_by_name(page: Page, demo: str) -> None:
    go(page, demo)
    page.get_by_label("Vergeleken met").select_option("Gemeenten die ik zelf kies")
    page.get_by_label("Welke gemeenten?").fill("Gent, De Panne")
    page.keyboard.press("Enter")
    expect(page.locator("[data-meld]")).to_have_text("Vergeleken met Gent en De Panne.")
    page.get_by_label("Welke gemeenten?").fill("Gent, Atlantis")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Deze gemeenten kennen we niet: Atlantis.")).to_be_visible()


def test_a_feature_can_be_left_out_of_what_makes_municipalities_alike(page: Page, demo: str) -> None:
    go(page, demo, "?vergelijk=vergelijkbaar")
    page.get_by_text("Welke gemeenten, en waarom").click()
    expect(page.locator("#gelijkenden tbody tr")).to_have_count(10)
    income = page.get_by_role("checkbox", name=re.compile("^inkomen per inwoner"))
    income.check()
    expect(page.get_by_text("Niet gebruikt, omdat je dat vroeg: inkomen per inwoner.").first).to_be_visible()
    expect(income).to_be_focused()
    expect(page).to_have_url(re.compile("zonder=fiscaal_inkomen_per_inwoner"))


def test_a_figure_opens_its_evolution_in_its_place_and_closes_again(page: Page, demo: str) -> None:
    go(page, demo)
    row = page.locator("#c-arop")
    row.get_by_role("link", name="Inwoners met een armoederisico", exact=True).focus()
    page.keyboard.press("Enter")
    expect(row.locator("figure")).to_be_visible()
    expect(page.locator("#k-arop")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row.locator("figure")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("indicator="))


def test_a_sentence_leads_to_its_figure_also_in_a_fold(page: Page, demo: str) -> None:
    go(page, demo)
    page.evaluate("document.querySelectorAll('.opvallend a')[0].href = '#c-dakisolatie'")
    expect(page.locator("#c-dakisolatie")).to_be_hidden()
    page.locator(".opvallend a").first.click()
    expect(page.locator("#c-dakisolatie")).to_be_in_viewport()


def test_the_sheet_of_ones_own_stays_in_this_browser(page: Page, demo: str) -> None:
    go(page, demo)
    page.get_by_text("Maak je eigen blad").click()
    page.locator("#c-arop").get_by_label("op mijn blad").uncheck()
    page.get_by_label("Mijn notities bij inkomen").fill("Vraag aan het OCMW")
    page.get_by_label("Toon en druk alleen wat op mijn blad staat").check()
    expect(page.locator("#c-arop")).to_be_hidden()
    page.get_by_label("Vergeleken met").select_option("Centrumsteden")
    expect(page.locator("[data-meld]")).to_have_text("Vergeleken met de centrumsteden.")
    expect(page.locator("#c-arop")).to_be_hidden()
    go(page, demo)
    expect(page.get_by_label("Mijn notities bij inkomen")).to_have_value("Vraag aan het OCMW")
    expect(page.locator("#c-arop")).to_be_hidden()
    with page.expect_download() as taken:
        page.get_by_text("Maak je eigen blad").click()
        page.get_by_role("button", name="Bewaar mijn notities als tekst").click()
    assert taken.value.path().read_text("utf-8") == "Ronse\n\nInkomen\nVraag aan het OCMW\n"
    page.get_by_role("button", name="Wis mijn keuze en notities").click()
    expect(page.locator("#c-arop")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_without_room_to_keep_it_the_page_says_so(without_storage: BrowserContext, demo: str) -> None:
    page = watch(without_storage.new_page())
    go(page, demo)
    page.get_by_text("Maak je eigen blad").click()
    expect(page.get_by_text("Deze browser bewaart niets.")).to_be_visible()
    page.locator("#c-arop").get_by_label("op mijn blad").uncheck()
    page.get_by_label("Toon en druk alleen wat op mijn blad staat").check()
    expect(page.locator("#c-arop")).to_be_hidden()
    expect(page.get_by_text("Deze browser bewaart niets.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_when_the_drawn_page_takes_the_place_of_the_first(
    page: Page, demo: str, width: int
) -> None:
    parts = "[...document.querySelectorAll('main :is(.domein, .kwadrant-rand)')]"
    places = f"{parts}.map(e => e.getBoundingClientRect().top)"
    page.set_viewport_size({"width": width, "height": 900})
    page.route("**/_dash-component-suites/**", lambda route: route.abort())
    page.goto(f"{demo}/gemeente/ronse")
    expect(page.locator("main[data-eerste]")).to_have_count(1)
    page.evaluate("document.fonts.ready")
    first = page.evaluate(places)
    page.unroute_all()
    go(page, demo)
    assert len(first) > 10
    assert page.evaluate(places) == pytest.approx(first, abs=0.5)
