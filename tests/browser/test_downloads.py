"""Take figures along and copy the link of a page, with a script and without one."""

import re
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.look import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STATE = "/gemeente/ronse?vergelijk=provincie&indicator=arop"
REFUSED = (
    "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error())}})"
)


def opened(page: Page, base: str) -> None:
    """Open the page, and the fold of the levensdomein Inkomen."""
    page.goto(base + STATE)
    settle(page)
    page.locator("#dl-gemeente-ronse-inkomen > summary").click()


def test_a_zip_of_the_page_as_it_stands_is_downloaded(page: Page, demo: str) -> None:
    opened(page, demo)
    with page.expect_download() as waiting:
        page.locator("#dl-gemeente-ronse-inkomen").get_by_role("link", name="Cijfers").click()
    assert re.fullmatch(
        r"regiekompas-ronse-inkomen-provincie-\d{4}-\d\d-\d\d\.zip", waiting.value.suggested_filename
    )
    with ZipFile(waiting.value.path()) as pakket:
        assert "provincie Oost-Vlaanderen" in pakket.read("cijfers.csv").decode("utf-8-sig")


def test_the_link_is_copied_and_leads_to_the_same_state(
    context: BrowserContext, page: Page, demo: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, demo)
    fold = page.locator("#dl-gemeente-ronse-inkomen")
    fold.get_by_role("link", name="Kopieer de link").click()
    expect(fold.get_by_role("status")).to_have_text("Link gekopieerd.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{demo}{STATE}#d-inkomen"
    assert page.url == demo + STATE


def test_where_the_clipboard_is_refused_the_link_is_shown(page: Page, demo: str) -> None:
    page.on("dialog", lambda dialog: dialog.dismiss())
    opened(page, demo)
    page.evaluate(REFUSED)
    with page.expect_event("dialog") as asked:
        page.locator("#dl-gemeente-ronse-inkomen").get_by_role("link", name="Kopieer de link").click()
    assert asked.value.default_value == f"{demo}{STATE}#d-inkomen"


def test_without_a_script_the_fold_opens_and_the_link_stays_a_link(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo + STATE)
    fold = page.locator("#dl-gemeente-ronse-inkomen")
    fold.locator("summary").click()
    link = fold.get_by_role("link", name="Link naar deze pagina")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"{STATE}#d-inkomen"
    context.close()
