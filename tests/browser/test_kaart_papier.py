"""Maps on paper and on a wide screen: nothing of what they say is left out, and lines keep their width."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("vraag", ["indicator=arop&vorm=veelvoud", "vorm=spreiding", "indicator=arop"])
def test_every_column_of_the_table_is_on_paper(page: Page, demo: str, vraag: str) -> None:
    page.goto(f"{demo}/kaart?{vraag}")
    settle(page)
    page.emulate_media(media="print")
    cells = page.locator(".kaart-tabel tbody tr").first.locator("th, td")
    assert cells.count() > 3
    for cell in cells.all():
        expect(cell).to_be_visible()


@pytest.mark.parametrize("gebied", ["", "?gebied=provincie:limburg"])
def test_the_border_of_a_province_is_as_wide_on_every_map(page: Page, demo: str, gebied: str) -> None:
    page.goto(f"{demo}/kaart{gebied}")
    settle(page)
    expect(page.locator(".kaart-doek .kaart-provincie").first).to_have_css("stroke-width", "1.6px")
