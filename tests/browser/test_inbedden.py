"""The map in the page of somebody else, in a real browser: there it shows, and nothing else of us does."""

import pytest
from playwright.sync_api import Page, expect
from pytest_httpserver import HTTPServer

from tests.browser.test_axe import COLOURS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def framed(page: Page, site: HTTPServer, src: str) -> None:
    """Open a page of another site that holds `src` in a frame."""
    html = f'<!doctype html><html lang="nl"><title>x</title><iframe title="kaart" src="{src}"></iframe>'
    site.expect_request("/").respond_with_data(html, content_type="text/html")
    page.goto(site.url_for("/"))


def test_another_site_shows_the_map_and_a_link_to_us(page: Page, demo: str, httpserver: HTTPServer) -> None:
    framed(page, httpserver, f"{demo}/inbedden/kaart?indicator=arop&amp;gebied=provincie:limburg")
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", name="Inwoners met een armoederisico").wait_for()
    expect(frame.locator(".kaart-vlakken path")).to_have_count(285)
    link = frame.get_by_role("link", name="Bekijk deze kaart in het Regiekompas")
    expect(link).to_have_attribute("target", "_blank")


@pytest.mark.parametrize("path", ["/kaart", "/inbedden", "/"])
def test_no_other_page_shows_in_another_site(
    page: Page, demo: str, httpserver: HTTPServer, path: str
) -> None:
    with page.expect_console_message(lambda message: "frame-ancestors 'none'" in message.text) as blocked:
        framed(page, httpserver, demo + path)
    assert demo in blocked.value.text


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "vraag",
    [
        "",
        "?indicator=arop&gebied=provincie:limburg&stippen=ja&indeling=afstand",
        "?vorm=naast&indeling=afstand&naast=adi_mediaan",
        "?vorm=spreiding",
        "?vorm=veelvoud",
    ],
)
def test_everyone_can_read_it(page: Page, demo: str, vraag: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(demo) else problems.append(asked.url))
    page.goto(f"{demo}/inbedden/kaart{vraag}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert problems == []


def test_shapes_have_the_colour_of_their_class_and_stripes_where_they_are_uncertain(
    page: Page, demo: str
) -> None:
    page.goto(f"{demo}/inbedden/kaart")
    fill = "el => getComputedStyle(el).fill"
    kleuren = {
        klas: page.locator(f".kaart-vlakken path[class='{klas}']").first.evaluate(fill)
        for klas in ("k0", "k3", "k6")
    }
    assert len(set(kleuren.values())) == 3
    assert page.locator(".kaart-vlakken .onzeker").first.evaluate(fill).startswith('url("#kaart-arcering-')
    assert 'url("#kaart-zonder-' in page.locator(".kaart-vlakken .zonder-ontbreekt").first.evaluate(fill)
