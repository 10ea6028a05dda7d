"""axe-core finds nothing on any page, of any impact: wide and narrow, folded and not, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.browser.look import visit
from tests.browser.test_look import GEMEENTEN, MISSING, PAGES, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# Of the municipalities: one with all there is to open, and one without figures.
PATHS = [
    "/gemeente/ronse?vergelijk=vergelijkbaar&indicator=arop",
    "/gemeente/herstappe",
    "/vergelijk?gebieden=ronse,boom,herstappe,provincie:oost-vlaanderen&indicator=kansarmoede_index",
    *(path for path, _ in PAGES[len(GEMEENTEN) :]),
    MISSING[1][0],
]
COLOURS = {"runOnly": ["color-contrast"]}
"""The only rule that looks at colours: all others see the same in the dark."""


def violations(page: Page, options: dict[str, list[str]] | None = None) -> list[str]:
    """Return every finding, one line per element."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['impact']} {v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"][:3]]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_everyone_can_use_the_page(path: str, width: int, context: BrowserContext, demo: str) -> None:
    seen = visit(context, demo, path, width, status=404 if path == MISSING[1][0] else 200)
    folded = violations(seen.page)
    seen.unfold()
    unfolded = violations(seen.page)
    seen.page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour on its way to another
    dark = violations(seen.page, COLOURS)
    assert (folded, unfolded, dark) == ([], [], [])


def test_what_is_wrong_is_found(page: Page) -> None:
    page.set_content("<html lang=nl><title>x</title><main><h1>x</h1><h4 style='color:#aaa'>Vaag</h4></main>")
    assert [line.split()[1] for line in violations(page)] == ["color-contrast:", "heading-order:"]
    assert len(violations(page, COLOURS)) == 1
