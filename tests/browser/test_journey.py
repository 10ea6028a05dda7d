"""What an official does in an afternoon, from an old name to an own point in the quadrant."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests import running
from tests.browser.look import Visit, settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def answer(page: Page, question: str, choice: str) -> None:
    """Choose an answer of the regiescan and wait until it is said to be kept."""
    asked = page.get_by_role("group", name=question).first
    asked.get_by_role("radio", name=choice, exact=True).check()
    expect(asked.get_by_role("status")).to_contain_text("Bewaard om")


POINT = """svg => {
  const middle = (part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const at = middle(svg.querySelector(".punt-eigen")), from = middle(svg.querySelector(".kwadrant-rand"));
  return [at.x - from.x, at.y - from.y];
}"""


def own_point(page: Page) -> tuple[float, float]:
    """Where the own point stands, in px to the right of and below the middle of the quadrant."""
    settle(page)
    right, below = page.locator("svg.fig-kwadrant:visible").evaluate(POINT)
    return right, below


@pytest.mark.parametrize("width", [1280, 390])
def test_from_nevele_to_an_own_point_in_the_quadrant(
    width: int, context: BrowserContext, demo_folder: Path
) -> None:
    with running.served(demo_folder, DATABASE_URL=f"sqlite:///{demo_folder}/journey-{width}.sqlite") as base:
        seen = visit(context, base, "/", width)
        page = seen.page
        search = page.get_by_role("combobox", name="Zoek je gemeente")
        search.fill("Nevele")
        search.press("Enter")
        expect(page).to_have_url(f"{base}/gemeente/deinze")
        expect(page.locator("h1")).to_have_text("Deinze")

        read_a_figure_and_its_source(page)
        expect(page.locator(".fig-kwadrant .punt-eigen")).to_have_count(0)
        fill_in_a_regiescan(page)
        page.get_by_role("link", name="Terug naar Deinze").click()
        the_quadrant_moves_and_stays(page, base)
        assert seen.look() == []


def read_a_figure_and_its_source(page: Page) -> None:
    headline = page.locator(".kopcijfer")
    expect(headline.locator(".kopcijfer-getal")).to_have_text(re.compile(r"^\d+,\d\s%$"))
    headline.get_by_text("Uitleg en bron").click()
    expect(headline).to_contain_text("Gemeente-Stadsmonitor")
    expect(headline).to_contain_text("demo_stadsmonitor_register.xlsx")


def fill_in_a_regiescan(page: Page) -> None:
    page.get_by_role("link", name="Vul de regiescan in").click()
    expect(page.locator("main h1")).to_contain_text("Regiescan")
    settle(page)
    page.get_by_role("button", name="Begin de regiescan").click()
    answer(page, "Beleidsvrijheid", "Akkoord")
    answer(page, "Partners aansturen", "Beperkte rol")


def the_quadrant_moves_and_stays(page: Page, base: str) -> None:
    expect(page.get_by_role("paragraph").filter(has_text="passen bij het type visionair")).to_be_visible()
    expect(page.get_by_text("nog niet afgerond").first).to_be_visible()
    right, below = own_point(page)
    assert right > 0, "much beleidsvrijheid stands on the right"
    assert below > 0, "little aansturing stands below"

    page.get_by_role("link", name="Ga verder met de regiescan").click()
    answer(page, "Partners aansturen", "Heel belangrijke rol")
    page.get_by_role("link", name="Terug naar Deinze").click()
    expect(
        page.get_by_role("paragraph").filter(has_text="passen bij het type beheersingsgericht")
    ).to_be_visible()
    moved = own_point(page)
    assert moved[1] < 0, "much aansturing stands above"
    expect(page.locator(".kopcijfer-getal")).to_be_visible()  # beside the figures, on the same page

    page.reload()
    expect(
        page.get_by_role("paragraph").filter(has_text="passen bij het type beheersingsgericht")
    ).to_be_visible()
    assert own_point(page) == pytest.approx(moved, abs=2)
    page.goto(f"{base}/regiescan/deinze")
    asked = page.get_by_role("group", name="Partners aansturen").first
    expect(asked.get_by_role("radio", name="Heel belangrijke rol", exact=True)).to_be_checked()


def test_the_chosen_indicator_stands_in_the_address(context: BrowserContext, demo: str) -> None:
    page = visit(context, demo, "/gemeente/ronse").page
    page.get_by_role("link", name="Inwoners met een armoederisico", exact=True).click()
    expect(page).to_have_url(f"{demo}/gemeente/ronse?indicator=arop#c-arop")
    page.reload()
    expect(page.locator("#k-arop")).to_have_attribute("aria-expanded", "true")


def test_the_keyboard_reaches_search_content_and_folds(context: BrowserContext, demo: str) -> None:
    page = visit(context, demo, "/gemeente/ronse").page
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    fold = page.locator(".kopcijfer summary")
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".kopcijfer details")).to_have_attribute("open", "")


def test_everything_works_under_a_prefix(context: BrowserContext, demo_folder: Path) -> None:
    with running.served(demo_folder, URL_PREFIX="/regiekompas") as base:
        seen: Visit = visit(context, base, "/gemeente/ronse")
        links = seen.page.eval_on_selector_all(
            "a[href], form[action], link[href], script[src]",
            "all => all.map(e => new URL(e.href || e.action || e.src, location).pathname)",
        )
        own = [path for path in links if path != "/"]
        assert own and not [path for path in own if not path.startswith("/regiekompas/")]
        seen.page.get_by_role("link", name="Gegevens").first.click()
        expect(seen.page.locator("h1")).to_have_text("Waar de cijfers vandaan komen")
        settle(seen.page)
        assert seen.look() == []
