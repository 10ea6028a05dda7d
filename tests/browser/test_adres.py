"""The address is the state of a page: readable at once, changed without loading again, and back."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.look import settle, visit
from tests.browser.test_look import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ANSWERS = re.compile("/_dash-update-component")


@pytest.fixture
def without_scripts(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(java_script_enabled=False, locale="nl-BE")
    yield context
    context.close()


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A tab without scripts, for who only reads."""
    context = chromium.new_context(java_script_enabled=False, locale="nl-BE")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("path", "heading"), PAGES)
def test_every_page_is_there_without_scripts(path: str, heading: str, plain: Page, demo: str) -> None:
    page = plain
    page.goto(demo + path)
    assert page.locator("main h1").inner_text() == heading
    assert len(page.locator("main").inner_text().split()) > 15
    assert page.locator("main").count() == 1


def test_a_form_works_without_scripts(without_scripts: BrowserContext, demo: str) -> None:
    page = without_scripts.new_page()
    page.goto(f"{demo}/indicatoren")
    page.get_by_label("Levensdomein").select_option("wonen")
    page.get_by_role("button", name="Toon de indicatoren").click()
    expect(page.locator(".catalogus h2")).to_have_text(["Wonen12"])


def test_the_page_is_readable_before_it_is_drawn_and_stays_in_place(
    context: BrowserContext, demo: str
) -> None:
    """Hold the scripts' answers: the page is complete; let them through: nothing moves."""
    page = context.new_page()
    held: list[Route] = []
    page.route(ANSWERS, lambda route: held.append(route))
    page.goto(f"{demo}/indicatoren", wait_until="domcontentloaded")
    expect(page.locator("main[data-eerste] h1")).to_have_text("Alle indicatoren")
    page.get_by_label("Zoek een woord").fill("huur")
    page.evaluate("window.scrollTo(0, 300)")
    expect(page.locator("main")).to_have_count(2)  # drawn, but still empty
    before = page.locator("main[data-eerste]").bounding_box()
    assert before is not None
    page.unroute(ANSWERS)  # which lets them through
    expect(page.locator("main[data-eerste]")).to_have_count(0)
    after = page.locator("main").bounding_box()
    assert after is not None
    assert (after["x"], after["y"], after["width"]) == (before["x"], before["y"], before["width"])
    expect(page.locator("main")).to_have_count(1)
    expect(page.get_by_label("Zoek een woord")).to_be_focused()
    expect(page.get_by_label("Zoek een woord")).to_have_value("huur")


def open_catalogue(context: BrowserContext, demo: str) -> Page:
    page = visit(context, demo, "/indicatoren").page
    page.evaluate("window.geladen = 'een keer'")
    return page


def loaded_once(page: Page) -> bool:
    return bool(page.evaluate("window.geladen === 'een keer'"))


def test_a_choice_changes_the_page_and_nothing_else(context: BrowserContext, demo: str) -> None:
    page = open_catalogue(context, demo)
    page.evaluate("window.scrollTo(0, 150)")
    chosen = page.get_by_label("Levensdomein")
    chosen.focus()
    chosen.select_option("wonen")
    expect(page.locator(".catalogus h2")).to_have_text(["Wonen12"])
    expect(page).to_have_url(f"{demo}/indicatoren?domein=wonen")
    expect(page).to_have_title("Indicatoren: wonen · Regiekompas")
    expect(page.locator("#adres-gemeld")).to_have_text(re.compile(r"^12 indicatoren van de \d+$"))
    settle(page)
    expect(chosen).to_be_focused()
    expect(chosen).to_have_value("wonen")
    assert page.evaluate("window.scrollY") == 150
    assert loaded_once(page)


def test_back_and_forward_go_along_the_choices(context: BrowserContext, demo: str) -> None:
    page = open_catalogue(context, demo)
    page.get_by_label("Levensdomein").select_option("wonen")
    expect(page.locator(".catalogus h2")).to_have_text(["Wonen12"])
    # A word is one step, however many letters it has.
    page.get_by_label("Zoek een woord").press_sequentially("huurders", delay=40)
    expect(page).to_have_url(f"{demo}/indicatoren?zoek=huurders&domein=wonen")
    expect(page.get_by_label("Zoek een woord")).to_have_value("huurders")
    page.go_back()
    expect(page.get_by_label("Zoek een woord")).to_have_value("")
    expect(page.get_by_label("Levensdomein")).to_have_value("wonen")
    expect(page).to_have_title("Indicatoren: wonen · Regiekompas")
    page.go_back()
    expect(page.get_by_label("Levensdomein")).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("Levensdomein")).to_have_value("wonen")
    assert loaded_once(page)
    page.reload()
    settle(page)
    expect(page.get_by_label("Levensdomein")).to_have_value("wonen")
    expect(page.locator(".catalogus h2")).to_have_text(["Wonen12"])


def test_another_municipality_comes_without_loading_with_the_same_comparator(
    context: BrowserContext, demo: str
) -> None:
    page = visit(context, demo, "/gemeente/ronse?vergelijk=provincie").page
    page.evaluate("window.geladen = 'een keer'")
    search = page.get_by_role("combobox", name="Zoek een gemeente")
    search.press_sequentially("Nevele")
    expect(page.locator("#zoek-kop-lijst option[value=Nevele]")).to_have_count(1)
    search.press("Enter")
    expect(page.locator("h1")).to_have_text("Deinze")
    expect(page).to_have_url(f"{demo}/gemeente/deinze?vergelijk=provincie")
    expect(page).to_have_title(re.compile("^Deinze"))
    expect(page.locator("#adres-gemeld")).to_have_text(re.compile("^Deinze.*Vergeleken met "))
    expect(search).to_be_focused()
    expect(page.get_by_label("Vergeleken met")).to_have_value("provincie")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Ronse")
    assert loaded_once(page)


def test_what_has_the_focus_stays_under_the_eye(context: BrowserContext, demo: str) -> None:
    page = visit(context, demo, "/gemeente/ronse").page
    link = page.locator("a[id^=k-]").nth(2)
    link.focus()
    before = link.bounding_box()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"indicator="))
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_focused()
    settle(page)
    after = link.bounding_box()
    assert before and after
    assert after["y"] == pytest.approx(before["y"], abs=1)


def test_a_choice_before_anything_is_drawn_keeps_the_focus(page: Page, demo: str) -> None:
    held: list[Route] = []
    page.route("**/_dash-layout", lambda route: held.append(route))
    page.goto(f"{demo}/gemeente/ronse", wait_until="domcontentloaded")
    link = page.locator("a[id^=k-]").nth(2)
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"indicator="))
    page.unroute("**/_dash-layout")
    settle(page)
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_focused()


def test_the_keyboard_alone_chooses_and_wipes(context: BrowserContext, demo: str) -> None:
    page = open_catalogue(context, demo)
    page.get_by_label("Zoek een woord").focus()
    page.keyboard.type("huur")
    expect(page).to_have_url(f"{demo}/indicatoren?zoek=huur")
    settle(page)  # the address changes before the answer is there, which brings what is tabbed to
    expect(page.get_by_label("Zoek een woord")).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Wis de keuze")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo}/indicatoren")
    expect(page.get_by_role("link", name="Wis de keuze")).to_have_count(0)
    expect(page.locator("main")).to_be_focused()  # the link is gone: go on from the beginning of the page
    assert loaded_once(page)


def test_a_newer_choice_counts_and_waiting_shows(context: BrowserContext, demo: str) -> None:
    page = open_catalogue(context, demo)
    held: list[Route] = []
    page.route(ANSWERS, lambda route: route.continue_() if held else held.append(route))
    page.get_by_label("Levensdomein").select_option("wonen")
    expect(page.locator("main")).to_have_attribute("aria-busy", "true")
    expect(page.get_by_text("Even geduld, de pagina wordt aangepast.")).to_be_visible()
    page.get_by_label("Levensdomein").select_option("werk")
    expect(page.locator(".catalogus h2")).to_have_text(["Werk4"])
    expect(page.get_by_text("Even geduld, de pagina wordt aangepast.")).to_be_hidden()
    with page.expect_response(ANSWERS):
        held[0].continue_()
    settle(page)
    expect(page.locator(".catalogus h2")).to_have_text(["Werk4"])
    expect(page.get_by_label("Levensdomein")).to_have_value("werk")


@pytest.mark.parametrize(
    "fail", [lambda route: route.abort(), lambda route: route.fulfill(status=400)], ids=["none", "refused"]
)
def test_a_failed_answer_is_told_and_the_next_one_works(
    context: BrowserContext, demo: str, fail: Callable[[Route], None]
) -> None:
    page = open_catalogue(context, demo)
    page.route(ANSWERS, fail)
    page.get_by_label("Levensdomein").select_option("wonen")
    expect(page.locator("#melding-verbinding")).to_be_visible()
    expect(page.locator("main")).not_to_have_attribute("aria-busy", "true")
    page.unroute(ANSWERS)
    page.get_by_label("Levensdomein").select_option("werk")
    expect(page.locator(".catalogus h2")).to_have_text(["Werk4"])
    expect(page.locator("#melding-verbinding")).to_be_hidden()
