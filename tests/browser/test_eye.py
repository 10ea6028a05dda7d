"""The eye that looks at the pages must see what it is meant to see, and nothing where all is well."""

import pytest
from playwright.sync_api import Page

from tests.browser.look import Visit

pytestmark = pytest.mark.browser
FRAME = '<html lang="nl-BE"><title>Proef</title><main><h1>Proef</h1>{}</main></html>'
WRONG = {
    "text over text": '<p>Boven<b style="position:absolute;left:0">Onder</b></p>',
    "scrolls sideways": '<p style="width:3000px">Breed</p>',
    "cut off": '<p style="width:60px;overflow:hidden;white-space:nowrap">Een zin die niet past</p>',
    "too small": '<p style="font-size:11px">Klein</p>',
    "too small: ": '<svg width="100" height="20" viewBox="0 0 200 40"><text y="20">Half</text></svg>',
    "empty panel": "<section><h2>Wonen</h2></section>",
    "English: loading": "<p>Loading…</p>",
    "English: search": '<input aria-label="Search">',
    "console: ": "<script>console.error('mis')</script>",
    "script: ": "<script>weg()</script>",
    "request to another host": '<img alt="" src="http://127.0.0.1:9/kaart.png">',
}
RIGHT = """
<p>Een lange zin met <a href="#">een verwijzing die over de rand van de regel loopt</a> en verder.</p>
<section><h2>Werk</h2><p>Geen cijfer, omdat de bron er geen geeft.</p></section>
<div style="height:40px;overflow-y:auto"><p>Een</p><p>Twee</p><p>Drie</p></div><p>Onder wat schuift</p>
<details><summary>Meer</summary><p style="font-size:11px">Nog dicht</p></details>
<svg width="200" height="40" viewBox="0 0 200 40"><title>Figuur</title><text y="20">Heel</text></svg>
"""


@pytest.mark.parametrize("problem", WRONG)
def test_the_eye_sees_what_is_wrong(problem: str, page: Page) -> None:
    seen = Visit(page, "http://127.0.0.1")
    page.set_content(FRAME.format(WRONG[problem]))
    assert any(line.startswith(problem) for line in seen.look()), seen.look()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_eye_sees_nothing_where_all_is_well(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    seen = Visit(page, "http://127.0.0.1")
    page.set_content(
        FRAME.format(RIGHT).replace("<main>", '<meta name="viewport" content="width=device-width"><main>')
    )
    assert seen.look() == []


def test_the_eye_sees_a_foreign_page(page: Page) -> None:
    seen = Visit(page, "http://127.0.0.1")
    page.set_content("<html lang='en'><main><h1>Proef</h1><p>Tekst</p></main></html>")
    assert seen.look() == ["lang: 'en'"]
