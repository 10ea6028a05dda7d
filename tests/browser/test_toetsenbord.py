"""The whole analysis without a mouse: search, compare, evolution, table, download, other municipalities."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.look import settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FAR = 200  # presses of a key: more is too far for a person
MARKED = """element => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  return element.matches(":focus-visible") && (style.outlineStyle !== "none" || style.boxShadow !== "none")
    && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


def go_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what `selector` finds; each stop on the way can be seen."""
    settle(page)
    for _ in range(FAR):
        page.keyboard.press(key)
        focused = page.locator(":focus")
        assert focused.count() == 1, "the focus left the page"
        assert focused.evaluate(MARKED), focused.evaluate("element => element.outerHTML.slice(0, 120)")
        if focused.evaluate("(element, selector) => element.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not within {FAR} presses of {key}")


def test_the_whole_analysis_with_the_keyboard(context: BrowserContext, demo: str) -> None:
    page = visit(context, demo, "/").page
    search(page, demo)
    compare_with_the_province(page)
    open_an_evolution_with_its_table(page)
    take_the_figures_along(page)
    put_another_municipality_beside_it(page)


def search(page: Page, demo: str) -> None:
    go_to(page, "main input[type=search]")
    page.keyboard.type("Ronse")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{demo}/gemeente/ronse")


def compare_with_the_province(page: Page) -> None:
    go_to(page, "#vergelijk")
    page.keyboard.type("P")  # one letter: after a second's pause the next one would start another word
    expect(page).to_have_url(re.compile(r"vergelijk=provincie"))
    expect(page.locator("[data-meld]").first).to_have_text("Vergeleken met de provincie Oost-Vlaanderen.")
    expect(page.locator("#vergelijk")).to_be_focused()


def open_an_evolution_with_its_table(page: Page) -> None:
    go_to(page, "#k-arop")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"vergelijk=provincie&indicator=arop"))
    expect(page.locator("#k-arop")).to_be_focused()
    expect(page.locator("#c-arop .fig-trend").first).to_be_visible()
    go_to(page, "#c-arop .cijfer-evolutie summary")
    page.keyboard.press("Enter")
    table = page.locator("#c-arop .cijfer-evolutie table")
    expect(table).to_be_visible()
    assert table.locator("tbody tr").count() >= 5
    go_to(page, "#c-arop .cijfer-evolutie .tabel-rol")  # which scrolls with the arrows


def take_the_figures_along(page: Page) -> None:
    go_to(page, "#c-arop .downloads > summary")
    page.keyboard.press("Enter")
    go_to(page, "#c-arop .downloads a[href*='.zip']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert re.fullmatch(r"regiekompas-ronse-.*arop.*\.zip", download.value.suggested_filename)


def put_another_municipality_beside_it(page: Page) -> None:
    go_to(page, "main a[href*='/vergelijk?gebieden=ronse']", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Vergelijk gemeenten en gebieden")
    go_to(page, "#gebied-bij")
    page.keyboard.type("Boom")
    page.keyboard.press("Enter")
    expect(page.locator(".warmte thead th")).to_have_text(["Cijfer", "Ronse", "Boom"])
    expect(page).to_have_url(re.compile(r"gebieden=ronse,boom.*vergelijk=provincie", re.I))
    expect(page.locator("#gebied-bij")).to_be_focused()
