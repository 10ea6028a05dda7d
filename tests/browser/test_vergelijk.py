"""Comparing areas with the keyboard alone, and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.look import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_areas_are_added_with_the_keyboard_alone(page: Page, demo: str) -> None:
    page.goto(f"{demo}/vergelijk")
    settle(page)
    veld = page.locator("#gebied-bij")
    veld.focus()
    for hoeveel, naam in enumerate(("Ronse", "provincie Limburg", "Gent"), 1):
        page.keyboard.type(naam)
        page.keyboard.press("Enter")
        expect(page.locator(".gekozen li")).to_have_count(hoeveel)
        expect(veld).to_be_focused()
        expect(veld).to_have_value("")
    expect(page.locator(".warmte thead th")).to_have_text(["Cijfer", "Ronse", "Provincie Limburg", "Gent"])


def test_a_refused_comparison_leads_to_one_that_is_allowed_and_back(page: Page, demo: str) -> None:
    page.goto(f"{demo}/vergelijk?gebieden=ronse,gent")
    settle(page)
    page.get_by_label("Van", exact=True).select_option("2023-12-31")
    weigering = page.locator("#perioden .alert")
    expect(weigering).to_contain_text("overlappen")
    page.locator("#voorstel").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#perioden svg").first).to_be_attached()
    expect(page.get_by_label("Van", exact=True)).to_have_value("2021-12-31")
    page.go_back()
    expect(weigering).to_contain_text("overlappen")


def test_it_works_without_scripts(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    page.goto(f"{demo}/vergelijk?gebieden=ronse")
    page.get_by_label("Zet er een gemeente of gebied bij").fill("Provincie Oost-Vlaanderen")
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.locator(".gekozen li")).to_have_count(2)
    page.get_by_label("Welke cijfers?").select_option("wonen")
    page.get_by_role("button", name="Toon").first.click()
    expect(page.locator(".warmte-domein")).to_have_text(["Wonen"])
    page.get_by_role("link", name="Haal Ronse weg").click()
    expect(page.locator(".gekozen li")).to_have_count(1)
    context.close()
