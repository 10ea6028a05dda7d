"""Every page, looked at: at two widths, with example and with real figures, folded and unfolded."""

from collections.abc import Callable

import pytest

from tests.browser.look import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
GEMEENTEN = {
    "boom": "Boom",
    "ronse": "Ronse",
    "tongeren-borgloon": "Tongeren-Borgloon",
    "herstappe": "Herstappe",
    "beveren-kruibeke-zwijndrecht": "Beveren-Kruibeke-Zwijndrecht",
}
# Path and heading: without the heading, the page that says that something went wrong would look fine.
PAGES = [
    *((f"/gemeente/{slug}", naam) for slug, naam in GEMEENTEN.items()),
    ("/", "Hoe staat het met armoede in je gemeente, en wie voert de regie?"),
    ("/zoek?q=sint", "Welke gemeente bedoel je?"),
    ("/zoek?q=xyzzy", "Niets gevonden voor “xyzzy”"),
    ("/gemeenten", "Alle Vlaamse gemeenten"),
    ("/gegevens", "Waar de cijfers vandaan komen"),
    ("/wijzigingen", "Wijzigingen in de cijfers"),
    ("/meld", "Meld een fout in een cijfer"),
    ("/privacy", "Privacy"),
    ("/vergelijk", "Vergelijk gemeenten en gebieden"),
    (
        "/vergelijk?gebieden=ronse,herstappe,beveren-kruibeke-zwijndrecht,vlaanderen",
        "Vergelijk gemeenten en gebieden",
    ),
    ("/indicatoren", "Alle indicatoren"),
    ("/indicatoren?zoek=xyzzy", "Alle indicatoren"),
    ("/indicator/arop?gemeente=ronse&rang=ja", "Inwoners met een armoederisico"),
    ("/indicator/bevolking", "Inwoners"),
    ("/kaart", "Kansarmoede-index, 2022–2024, Vlaanderen"),
    ("/kaart?indicator=bevolking&gemeente=ronse", "Inwoners, 1 januari 2025, Vlaanderen"),
    ("/inbedden?indicator=arop&gebied=provincie:limburg", "Een kaart op je eigen site"),
    ("/begrippen", "Wat de woorden betekenen"),
    ("/methode", "Hoe we met cijfers omgaan"),
    ("/over", "Over het Regiekompas"),
    ("/toegankelijkheid", "Toegankelijkheid"),
    ("/regiescan/ronse", "Regiescan van Ronse"),
]
MISSING = [("/gemeente/atlantis", "Deze pagina bestaat niet"), ("/nergens", "Deze pagina bestaat niet")]
WIDTHS = [1280, 390]
FIGURES = ["demo", pytest.param("real", marks=pytest.mark.real)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("path", "heading"), PAGES)
@pytest.mark.parametrize("figures", FIGURES)
def test_page_looks_right(
    figures: str,
    path: str,
    heading: str,
    width: int,
    look_at: Callable[..., Visit],
    request: pytest.FixtureRequest,
) -> None:
    seen = look_at(request.getfixturevalue(figures), path, width)
    assert seen.page.inner_text("main h1") == heading
    problems = seen.look()
    seen.unfold()
    problems += [f"unfolded: {problem}" for problem in seen.look() if problem not in problems]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("path", "heading"), MISSING)
@pytest.mark.parametrize("width", WIDTHS)
def test_missing_page_looks_right(
    path: str, heading: str, width: int, look_at: Callable[..., Visit], demo: str
) -> None:
    seen = look_at(demo, path, width, status=404)
    assert seen.page.inner_text("main h1") == heading
    assert seen.look() == []


@pytest.mark.parametrize("path", ["/gemeente/ronse", "/gegevens"])
def test_example_figures_say_so_and_real_ones_do_not(
    path: str, look_at: Callable[..., Visit], demo: str, request: pytest.FixtureRequest
) -> None:
    assert "Voorbeeldcijfers, niet gebruiken" in look_at(demo, path).page.inner_text("body")
    real = look_at(request.getfixturevalue("real"), path)
    assert "voorbeeldcijfers" not in real.page.inner_text("body").casefold()
