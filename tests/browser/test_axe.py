"""axe-core finds nothing on any page, of any impact: wide and narrow, folded and not, light and dark."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.look import Visit
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
DISTINCT = (Path(__file__).parent / "distinct.js").read_text("utf-8").split("\n", 3)[3]
# What is well needs no description: for a long page that takes longer than looking at it.
BRIEF = {"resultTypes": ["violations"]}
FIND = """async (options) => {
  axe.configure({ rules: [{ id: "color-contrast", selector: "*:not([data-same])" }] });
  return (await axe.run(options)).violations;
}"""


def violations(page: Page, only: dict[str, list[str]] | None = None) -> list[str]:
    """Return every finding, one line per element; of colours, once for texts that look the same."""
    page.evaluate(DISTINCT)
    page.evaluate(Axe().axe_script)
    found = page.evaluate(FIND, BRIEF | (only or {}))
    return [f"{v['impact']} {v['id']}: {node['html'][:160]}" for v in found for node in v["nodes"][:3]]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_everyone_can_use_the_page(path: str, width: int, look_at: Callable[..., Visit], demo: str) -> None:
    seen = look_at(demo, path, width, status=404 if path == MISSING[1][0] else 200)
    folded = violations(seen.page)
    seen.unfold()
    unfolded = violations(seen.page)
    seen.page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour on its way to another
    dark = violations(seen.page, COLOURS)
    assert (folded, unfolded, dark) == ([], [], [])


@pytest.mark.parametrize(
    "wrong",
    [
        '<td style="color:#ccc">12,3 %</td>',
        '<td style="background:#555">12,3 %</td>',
        '<td style="background:#555"><b style="font-weight:400">12,3 %</b></td>',
        '<td style="opacity:.3">12,3 %</td>',
        '<td style="color:#777;background:#eee;font-size:20px">12,3 %</td>',
    ],
)
def test_one_cell_of_another_colour_is_found_among_many(wrong: str, page: Page) -> None:
    many = "".join(f"<tr><td>{number},3 %</td></tr>" for number in range(10, 99))
    html = "<html lang=nl><title>x</title><main><h1>x</h1><table><tbody>{}<tr>{}</tr>{}</table></main></html>"
    page.set_content(html.format(many, "<td>12,3 %</td>", many))
    assert violations(page) == []
    assert page.locator("[data-same]").count() > 150
    unseen = wrong.replace("<td", "<td hidden") + wrong.replace("12,3 %", "–")  # axe says nothing of these
    page.set_content(html.format(many, 9 * unseen + wrong, many))
    assert any("color-contrast" in line and "12,3 %" in line for line in violations(page))


def test_what_is_wrong_is_found(page: Page) -> None:
    page.set_content("<html lang=nl><title>x</title><main><h1>x</h1><h4 style='color:#aaa'>Vaag</h4></main>")
    assert [line.split()[1] for line in violations(page)] == ["color-contrast:", "heading-order:"]
    assert len(violations(page, COLOURS)) == 1
