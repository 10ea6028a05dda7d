"""What readers set for themselves: larger letters, no motion, paper."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from indicators.gemeenten import gemeenten
from tests import running
from tests.browser.look import PATIENCE, looking, visit
from tests.browser.test_look import GEMEENTEN, PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ANALYSE = "/gemeente/ronse?vergelijk=vergelijkbaar&indicator=arop"
INDICATOR = "/indicator/kansarmoede_index?gemeente=ronse&rang=ja"
VERGELIJK = "/vergelijk?gebieden=ronse,boom,gent,aalst,temse,genk,halle,provincie:oost-vlaanderen"
PATHS = [ANALYSE, INDICATOR, VERGELIJK, "/gemeente/herstappe", *(path for path, _ in PAGES[len(GEMEENTEN) :])]
TWICE = 32  # px: browsers begin with letters of 16
PAPER, LYING = 680, 1009  # px: an A4 between margins of 15 mm, upright and on its side
SHORTEST = 40  # characters: a sheet with less holds hardly more than the foot of the page


@pytest.fixture(scope="module")
def large_letters(chromium: Browser) -> Iterator[Page]:
    """A reader who set letters twice as large in the browser."""
    flags = [*running.CHROMIUM_FLAGS, f"--blink-settings=defaultFontSize={TWICE}"]
    browser = chromium.browser_type.launch(executable_path=running.chromium(), args=flags)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    browser.close()


@pytest.mark.parametrize("path", PATHS)
def test_letters_twice_as_large_lose_nothing(path: str, large_letters: Page, demo: str) -> None:
    with looking(large_letters) as look_at:
        seen = look_at(demo, path)
        assert seen.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == TWICE
        problems = seen.look()
        seen.unfold()
        problems += [problem for problem in seen.look() if problem not in problems]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("path", [ANALYSE, INDICATOR, VERGELIJK, "/", "/regiescan/ronse"])
def test_nothing_moves_for_who_asks_for_rest(path: str, chromium: Browser, demo: str) -> None:
    moving = """() => {
      const long = (time) => time.split(",").some((part) => parseFloat(part) > 0.001);
      const moves = (element, pseudo) => {
        const style = getComputedStyle(element, pseudo);
        return (style.transitionProperty !== "none" && long(style.transitionDuration))
          || (style.animationName !== "none" && long(style.animationDuration))
          || style.scrollBehavior === "smooth";
      };
      const all = [...document.querySelectorAll("*")];
      return all.filter((e) => [null, "::before", "::after"].some((pseudo) => moves(e, pseudo))).length;
    }"""
    for motion in ("no-preference", "reduce"):
        context = chromium.new_context(locale="nl-BE", reduced_motion=motion)
        page = visit(context, demo, path).page
        assert (page.evaluate(moving) == 0) == (motion == "reduce"), motion
        context.close()


def printed(page: Page, to: Path) -> list[str]:
    """Return the text of each sheet of the page as it comes out of a printer."""
    page.pdf(path=to, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(to)
    sizes = {tuple(sorted(map(round, sheet.get_size()))) for sheet in document}  # wide tables lie down
    assert sizes == {(595, 842)}, "not A4"
    texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    document.close()
    return texts


@pytest.mark.parametrize("path", [ANALYSE, INDICATOR, VERGELIJK, "/gemeente/herstappe", "/methode", "/"])
def test_paper_is_filled_and_cut_nowhere(
    path: str, context: BrowserContext, demo: str, tmp_path: Path
) -> None:
    page = visit(context, demo, path).page
    sheets = printed(page, tmp_path / "blad.pdf")
    short = [(number, text) for number, text in enumerate(sheets, 1) if len(text.strip()) < SHORTEST]
    assert not short, f"of {len(sheets)} sheets: {short}"
    wide = LYING if page.locator(".warmte-breed").count() else PAPER
    page.set_viewport_size({"width": wide, "height": 990})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    to_click = page.locator("nav, button, select, input, form, .downloads").locator("visible=true")
    assert to_click.evaluate_all("all => all.map(e => e.outerHTML.slice(0, 80))") == []


def test_what_is_folded_stands_on_paper(context: BrowserContext, demo: str, tmp_path: Path) -> None:
    page = visit(context, demo, ANALYSE).page
    titles = page.locator(".meer .cijfer-titel").all_text_contents()
    assert len(titles) > 20
    words = re.sub(r"\s+", " ", " ".join(printed(page, tmp_path / "blad.pdf")))
    assert [title for title in titles if title not in words] == []
    expect(page.locator(".meer[open]")).to_have_count(0)  # folded again afterwards


def test_paper_says_where_figures_come_from_and_names_what_it_leaves_out(
    context: BrowserContext, demo: str, tmp_path: Path
) -> None:
    for path, words in {
        ANALYSE: "opgehaald op",
        VERGELIJK: "Waar deze cijfers vandaan komen Bron: ",
        INDICATOR: "geen plaats voor de kolom “Tussen alle gemeenten”",
    }.items():
        page = visit(context, demo, path).page
        sheets = re.sub(r"\s+", " ", " ".join(printed(page, tmp_path / "blad.pdf")))
        assert words in sheets, path
    letters = re.sub(r"\W", "", sheets)  # names break at their hyphens
    assert [g.naam for g in gemeenten().values() if re.sub(r"\W", "", g.naam) not in letters] == []
