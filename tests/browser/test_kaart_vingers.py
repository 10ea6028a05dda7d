"""Two fingers on the map, and one of them lifted before the other: as a hand does it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FINGERS = """(svg, steps) => {
  const { x, y, width, height } = svg.getBoundingClientRect();
  for (const [kind, id, across, down] of steps) {
    const at = { clientX: x + width * across, clientY: y + height * down };
    svg.dispatchEvent(new PointerEvent(kind, { pointerId: id, pointerType: "touch", bubbles: true, ...at }));
  }
  return Number(svg.getAttribute("viewBox").split(" ")[2]);
}"""


def test_the_map_stays_as_large_when_one_of_two_fingers_leaves(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart")
    settle(page)
    expect(page.locator("main[data-eerste]")).to_have_count(0)
    page.get_by_role("button", name="Vergroot").click()
    svg = page.locator("[data-kaart-doek] svg")
    spread = [["pointerdown", 1, 0.4, 0.5], ["pointerdown", 2, 0.6, 0.5], ["pointermove", 2, 0.8, 0.5]]
    wide = svg.evaluate(FINGERS, spread)
    assert svg.evaluate(FINGERS, [["pointerup", 2, 0.8, 0.5], ["pointermove", 1, 0.45, 0.5]]) == wide
    assert svg.evaluate(FINGERS, [["pointermove", 1, 0.5, 0.5], ["pointerup", 1, 0.5, 0.5]]) == wide
