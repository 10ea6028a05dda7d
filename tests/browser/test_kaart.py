"""The map: by keyboard, with a set of one's own, by address, and coloured again without a new page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.look import settle, visit, watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VLAK = ".kaart-vlakken [data-nis='{}']"
RONSE, KLUISBERGEN = "45041", "45060"
HERSTAPPE, MESEN, BAARLE_HERTOG = "73028", "33016", "13002"


@pytest.fixture
def kaart(page: Page, demo: str) -> Iterator[Page]:
    """The map as Dash has drawn it, with its figures in the script."""
    page.goto(f"{demo}/kaart")
    ready(page)
    yield page


def ready(page: Page) -> None:
    settle(page)
    expect(page.locator(".kaart-vlakken")).to_have_attribute("role", "listbox")


def area(page: Page, nis: str) -> Locator:
    return page.locator(VLAK.format(nis))


def colours(page: Page) -> list[str]:
    """Return the class names of all shapes."""
    seen: list[str] = page.eval_on_selector_all(
        ".kaart-vlakken path", "paths => paths.map(path => path.getAttribute('class'))"
    )
    return seen


def test_from_the_search_box_to_the_card_of_ronse_and_its_neighbour_by_keyboard(kaart: Page) -> None:
    kaart.locator("#zoek-kop").focus()
    for _ in range(40):
        kaart.keyboard.press("Tab")
        if kaart.evaluate("document.activeElement.getAttribute('role')") == "option":
            break
    kaart.evaluate("performance.now = () => 0")  # a machine may type slowly: these are letters of one name
    kaart.keyboard.type("ronse")
    expect(area(kaart, RONSE)).to_be_focused()
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#kaartje h2")).to_have_text("Ronse")
    expect(kaart.locator("#kaartje")).to_be_focused()
    expect(kaart).to_have_url(re.compile("gemeente=ronse"))
    kaart.keyboard.press("Escape")
    expect(kaart.locator("#kaartje")).to_be_hidden()
    expect(area(kaart, RONSE)).to_be_focused()
    kaart.keyboard.press("ArrowUp")
    expect(area(kaart, RONSE)).not_to_be_focused()
    buur = kaart.evaluate("document.activeElement.getAttribute('aria-label')")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#kaartje h2")).to_have_text(buur.partition(":")[0])


def test_the_neighbours_on_the_card_move_the_selection(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart?gemeente=ronse")
    ready(page)
    page.locator("#kaartje").get_by_role("link", name="Kluisbergen").click()
    expect(page.locator("#kaartje h2")).to_have_text("Kluisbergen")
    expect(page.locator("tr.rij-nu th")).to_have_text("Kluisbergen")
    page.go_back()
    expect(page.locator("#kaartje h2")).to_have_text("Ronse")


def test_a_set_drawn_around_ronse_is_the_comparator_on_its_page(kaart: Page) -> None:
    kaart.get_by_role("button", name="Selecteer een gebied").click()
    box = area(kaart, RONSE).bounding_box()
    assert box is not None
    x, y, wide = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, 2 * box["width"]
    kaart.mouse.move(x - wide, y - wide)
    kaart.mouse.down()
    for across, down in ((1, -1), (1, 1), (-1, 1), (-1, -1)):
        kaart.mouse.move(x + across * wide, y + down * wide, steps=4)
    kaart.mouse.up()
    expect(kaart).to_have_url(re.compile(r"/kaart\?vergelijk=eigen:.*ronse"))
    area(kaart, RONSE).click()
    kaart.get_by_role("link", name="Naar de pagina van Ronse").click()
    expect(kaart).to_have_url(re.compile(r"/gemeente/ronse\?vergelijk=eigen:"))
    expect(kaart.locator("main:not([data-eerste])")).to_contain_text("gemeenten die je koos")


def test_the_space_bar_and_a_pasted_list_make_a_set(kaart: Page) -> None:
    area(kaart, RONSE).focus()
    kaart.keyboard.press("Space")
    expect(area(kaart, RONSE)).to_have_attribute("aria-selected", "true")
    kaart.locator("#groep-plak summary").click()
    kaart.get_by_label("Namen, met een komma").fill("Gent, sint niklaas\n73028; Atlantis")
    kaart.get_by_role("button", name="Maak er een groep van").click()
    expect(kaart.locator("[data-kaart-groep]")).to_contain_text("Gent, Herstappe en Sint-Niklaas")
    expect(kaart.locator("[data-kaart-plak]")).to_contain_text("“Atlantis”")
    kaart.get_by_role("button", name="Wis de groep").click()
    expect(kaart.locator("[aria-selected=true]")).to_have_count(0)
    expect(kaart).not_to_have_url(re.compile("vergelijk"))


def test_another_indicator_colours_the_same_shapes_and_back_brings_the_first(kaart: Page) -> None:
    before, shape = colours(kaart), area(kaart, RONSE).element_handle()
    with kaart.expect_response("**/kaart.json?*"):
        kaart.get_by_label("Cijfer", exact=True).select_option("arop")
    expect(kaart.locator("h1")).not_to_contain_text("Kansarmoede-index")
    assert colours(kaart) != before
    assert shape is not None and shape.evaluate("path => path.isConnected")
    kaart.go_back()
    expect(kaart.locator("h1")).to_contain_text("Kansarmoede-index")
    assert colours(kaart) == before


def test_an_area_is_drawn_anew_and_keeps_what_was_chosen(kaart: Page) -> None:
    kaart.locator("#kaart-meer summary").click()
    kaart.get_by_label("Hoeveel klassen").select_option("3")
    expect(kaart).to_have_url(re.compile(r"/kaart\?aantal=3$"))
    kaart.get_by_label("Gebied", exact=True).select_option("provincie:limburg")
    expect(kaart.locator("h1")).to_contain_text("Limburg")
    expect(kaart.get_by_label("Hoeveel klassen")).to_have_value("3")
    expect(kaart.locator("[role=option]")).to_have_count(38)
    kaart.go_back()
    expect(kaart.locator("h1")).to_contain_text("Vlaanderen")


def test_counts_are_discs_and_back_brings_them_again(kaart: Page) -> None:
    discs = kaart.locator("main:not([data-eerste]) .kaart-stippen circle")
    for indicator, drawn in (("bevolking", True), ("arop", False)):
        kaart.get_by_label("Cijfer", exact=True).select_option(indicator)
        expect(kaart).to_have_url(re.compile(rf"/kaart\?indicator={indicator}$"))
        expect(discs).to_have_count(285 if drawn else 0)
    kaart.go_back()
    expect(kaart.locator("main:not([data-eerste]) h1")).to_contain_text("Inwoners, 1 januari")
    expect(discs).to_have_count(285)


def test_the_slider_draws_the_discs_of_another_period(page: Page, demo: str) -> None:
    page.goto(f"{demo}/kaart?indicator=bevolking")
    ready(page)
    page.locator("main:not([data-eerste]) #kaart-schuif").fill("0")
    expect(page).to_have_url(re.compile("periode="))
    eerste = page.locator("main:not([data-eerste]) [data-kaart-wanneer]")
    expect(page.locator("main:not([data-eerste]) h1")).not_to_contain_text("2025")
    expect(eerste).to_have_text(page.locator("#kaart-periode option").last.text_content() or "")
    expect(page.locator("main:not([data-eerste]) .kaart-stippen circle")).to_have_count(285)


def test_playing_changes_colours_only_and_ends_at_the_newest(kaart: Page) -> None:
    kaart.locator("#kaart-schuif").fill("0")
    expect(kaart).to_have_url(re.compile(r"/kaart\?periode="))
    settle(kaart)
    before = colours(kaart)
    kaart.get_by_role("button", name="Speel").click()
    expect(kaart.locator("[data-kaart-wanneer]")).to_have_text("2022–2024")
    expect(kaart.get_by_role("button", name="Speel")).to_be_visible()
    expect(kaart.locator("h1")).to_contain_text("2022–2024")
    assert colours(kaart) != before


def test_the_same_address_gives_the_same_picture(chromium: Browser, demo: str) -> None:
    def picture(path: str) -> tuple[bytes, list[str]]:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
        page = watch(context.new_page())
        page.goto(demo + path)
        ready(page)
        seen = page.locator("[data-kaart-doek]").screenshot(), colours(page)
        context.close()
        return seen

    path = "/kaart?indicator=arop&gebied=provincie:limburg&gemeente=genk&vergelijk=eigen:genk+hasselt"
    assert picture(path) == picture(path)


HIT = """nis => {
  const svg = document.querySelector("[data-kaart-doek] svg"), shown = svg.getBoundingClientRect();
  const target = svg.querySelector(`.kaart-doelen [data-nis="${nis}"]`).getBoundingClientRect();
  const x = target.x + target.width / 2, y = target.y + target.height / 2, far = 11;
  if (x < shown.x || x > shown.right || y < shown.y || y > shown.bottom) return "outside";
  const at = [[0, 0], [far, 0], [-far, 0], [0, far], [0, -far]].map(([dx, dy]) => [x + dx, y + dy])
    .filter(([px, py]) => px > shown.x && px < shown.right && py > shown.y && py < shown.bottom)
    .map(([px, py]) => document.elementFromPoint(px, py));
  return at.every(hit => hit && hit.dataset.nis === nis) ? Math.min(target.width, target.height) : "missed";
}"""
"""The size in pixels of what a finger hits of a municipality, in its middle and 11 pixels to all sides."""


@pytest.mark.real
@pytest.mark.parametrize("width", [1280, 390])
def test_the_smallest_can_be_hit_with_a_finger_at_every_size(page: Page, real: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for nis in (HERSTAPPE, MESEN, BAARLE_HERTOG):
        page.goto(f"{real}/kaart")
        ready(page)
        middle = page.locator(f".kaart-doelen [data-nis='{nis}']")
        seen = []
        while True:
            middle.scroll_into_view_if_needed()
            seen.append(page.evaluate(HIT, nis))
            if page.get_by_role("button", name="Vergroot").is_disabled():
                break
            box = middle.bounding_box()
            assert box is not None
            page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            page.keyboard.down("Control")
            page.mouse.wheel(0, -100)  # towards where the mouse is
            page.keyboard.up("Control")
        assert len(seen) >= 5
        assert all(isinstance(size, int | float) and size >= 23.9 for size in seen), (nis, seen)


def test_ctrl_and_a_click_make_a_set_that_can_be_shown_alone(kaart: Page) -> None:
    for nis in (RONSE, KLUISBERGEN):
        area(kaart, nis).click(modifiers=["Control"])
        expect(area(kaart, nis)).to_have_attribute("aria-selected", "true")
    kaart.get_by_role("button", name="Toon alleen deze groep").click()
    expect(kaart).to_have_url(re.compile(r"gebied=eigen:kluisbergen\+ronse"))
    expect(kaart.locator("[role=option]")).to_have_count(2)
    expect(kaart.locator("main:not([data-eerste]) h1")).to_contain_text("Kluisbergen en Ronse")


def test_the_table_follows_the_map_and_is_sorted(kaart: Page) -> None:
    area(kaart, HERSTAPPE).hover()
    expect(kaart.locator("tr.rij-wijs th")).to_have_text("Herstappe")
    kaart.get_by_role("button", name="Cijfer").click()
    expect(kaart.locator("th[aria-sort=descending]")).to_contain_text("Cijfer")
    cellen = kaart.locator("[data-kaart-tabel] tbody td.getal").all_text_contents()[:20]
    getallen = [float(cel.split("\u202f")[0].replace(",", ".")) for cel in cellen]
    assert getallen == sorted(getallen, reverse=True)
    kaart.get_by_role("button", name="Tegenover Vlaanderen").click()
    expect(kaart.locator("th[aria-sort]")).to_contain_text("Tegenover Vlaanderen")
    oordelen = [
        een for een in kaart.locator("[data-kaart-tabel] tbody td:last-child").all_text_contents() if een
    ]
    rang = [("hoger", "niet te onderscheiden", "lager").index(een) for een in oordelen]
    assert rang == sorted(rang) and len(set(rang)) == 3


SAYS = """async () => {
  const text = await (await fetch(location.href)).text();
  const server = new DOMParser().parseFromString(text, "text/html");
  const shape = (path) => path.getAttribute("class") + ": " +
    (path.getAttribute("aria-label") || path.querySelector("title").textContent);
  const row = (cells) => [...cells.cells].map((cell) => cell.textContent).join(" | ");
  return [server, document.querySelector("main:not([data-eerste])")].map((tree) => [
    ...[...tree.querySelectorAll(".kaart-vlakken path")].map(shape),
    ...[...tree.querySelectorAll("tr[data-nis]")].map(row),
  ]);
}"""
"""What the server and the script say and colour, municipality by municipality."""


@pytest.mark.parametrize(
    "path",
    [
        "/kaart?indicator=arop&gebied=provincie:limburg",
        "/kaart?waarde=gekrompen&vergelijk=centrumsteden",
        "/kaart?vergelijk=eigen:gent+ronse",
        "/kaart?vorm=verschil",
        "/kaart?vorm=verschil&indicator=fiscaal_inkomen_per_inwoner",
        "/kaart?vorm=verschil&indicator=bevolking",
        "/kaart?indicator=fiscaal_inkomen_per_inwoner",
        "/kaart?indicator=bevolking",
    ],
)
def test_the_script_says_and_colours_the_same_as_the_server(page: Page, demo: str, path: str) -> None:
    page.goto(demo + path)
    ready(page)
    server, script = page.evaluate(SAYS)
    assert len(server) == len(script) == 2 * 285
    assert [pair for pair in zip(server, script, strict=True) if pair[0] != pair[1]] == []


def test_it_works_without_scripts(chromium: Browser, demo: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    page.goto(f"{demo}/kaart")
    page.get_by_label("Gebied", exact=True).select_option("provincie:limburg")
    page.get_by_role("button", name="Toon de kaart").click()
    expect(page.locator("h1")).to_contain_text("Limburg")
    page.locator("[data-kaart-tabel]").get_by_role("link", name="Genk").click()
    expect(page.locator("#kaartje h2")).to_have_text("Genk")
    context.close()


def test_on_paper_stands_what_can_be_read_there(kaart: Page) -> None:
    """Printers leave backgrounds out: example figures must say so in words that are no background."""
    kaart.emulate_media(media="print")
    expect(
        kaart.locator(".kaart-zoek, .kaart-groep, .kaart-knoppen, .kaartkeuze").locator("visible=true")
    ).to_have_count(0)
    heads = kaart.locator("[data-kaart-tabel] thead th").all_inner_texts()
    assert heads == ["Gemeente", "Cijfer", "Onzeker: van\u2013tot", "Tegenover Vlaanderen"]
    stamp = "el => [getComputedStyle(el, '::after').content, getComputedStyle(el).backgroundColor]"
    words, paint = kaart.locator(".kaart-demo").evaluate(stamp)
    assert (words, paint) == ('"Voorbeeldcijfers, niet gebruiken"', "rgba(0, 0, 0, 0)")


def test_no_error_and_no_other_host(kaart: Page, demo: str) -> None:
    seen = visit(kaart.context, demo, "/kaart?gemeente=ronse")
    seen.page.get_by_label("Cijfer", exact=True).select_option("arop")
    seen.page.get_by_role("button", name="Vergroot").click()
    expect(seen.page.locator("h1")).to_contain_text("armoederisico")
    settle(seen.page)
    assert seen.look() == []
