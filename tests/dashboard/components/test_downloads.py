"""The fold with downloads: what it offers, and that every download is of the state on the page."""

import re

from dashboard.components.downloads import downloads
from dashboard.components.opmaak import TEMPLATES

RONSE = "/download/gemeente/ronse/wonen"


def drawn(figuur: bool = True, vergelijk: str = "provincie") -> str:
    fold = downloads(RONSE, f"vergelijk={vergelijk}", "/gemeente/ronse?x=1&y=2", "Wonen in Ronse", figuur)
    return str(TEMPLATES.get_template("downloads.html").make_module().downloads(fold))  # type: ignore[attr-defined]


def test_figures_drawing_and_link_are_offered_in_the_state_of_the_page() -> None:
    assert re.findall('href="([^"]*)"', drawn()) == [
        *(f"{RONSE}.{soort}?vergelijk=provincie" for soort in ("zip", "svg", "png")),
        "/gemeente/ronse?x=1&amp;y=2",
    ]


def test_without_a_drawing_only_the_figures_are_offered() -> None:
    assert re.findall(r"ronse/wonen\.(\w+)", drawn(figuur=False)) == ["zip"]


def test_a_fold_keeps_its_id_and_tells_what_it_is_of() -> None:
    assert 'id="dl-gemeente-ronse-wonen"' in drawn()
    assert 'aria-label="Downloaden: Wonen in Ronse"' in drawn()


def test_an_own_set_stays_readable_and_cannot_break_out() -> None:
    assert "vergelijk=eigen:gent+aalst" in drawn(vergelijk="eigen:gent+aalst")
    assert "<script" not in drawn(vergelijk='"><script>')


def test_more_can_be_offered_in_the_same_state() -> None:
    fold = downloads(
        "/download/kaart", "aantal=7", "/kaart", "de kaart", meer=[("GeoJSON", "/download/kaart.geojson")]
    )
    assert fold["bestanden"][-1] == ("GeoJSON", "/download/kaart.geojson?aantal=7")  # type: ignore[index]
