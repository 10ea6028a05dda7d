"""A figure that stands alone."""

import re
import subprocess
import sys
import zlib

import pytest

from dashboard.figures.lijnen import Lijn, Meting
from dashboard.figures.spine import Spine, spine
from dashboard.figures.trend import trend
from dashboard.figures.uitvoer import naar_png, zelfstandig
from dashboard.tekst import DEMO

LIJN = Lijn("Ronse", (Meting(2015, 5, laag=4, hoog=6), Meting(2016, 6, laag=5, hoog=7)), True)
FIGUUR = trend([LIJN], "{:g} %".format, "{:g} %".format, 640, "Kansarmoede-index", "van 5 tot 6")
BRON = "Bron: Opgroeien, 21 november 2026. Licentie: gratis hergebruik"


def standalone(titel="Eén op zeven kinderen", demo=False, figuur=FIGUUR):
    return zelfstandig(figuur, titel, "Kansarmoede-index in Ronse", BRON, demo)


def pixels(png):
    """Return width, height and the bytes of the rows, which are compressed without loss in IDAT chunks."""
    assert png.startswith(b"\x89PNG")
    at, data, size = 8, b"", (0, 0)
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            size = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
        data += body if kind == b"IDAT" else b""
        at += 12 + length
    return *size, zlib.decompress(data)


def test_title_subtitle_source_and_licence_stand_in_it():
    said = re.sub(r"<[^>]*>", " ", standalone())
    for part in ("Eén op zeven kinderen", "Kansarmoede-index in Ronse", "Opgroeien", "Licentie"):
        assert part in said


def test_it_needs_no_style_sheet_from_elsewhere():
    svg = standalone()
    assert "var(" not in svg
    assert "@media" not in svg
    assert "url(" not in svg
    sheet = re.search(r"<style>(.*)</style>", svg)[1]
    for klass in ("lijn-eigen", "punt-eigen", "band-eigen", "fig-raster", "uit-titel"):
        assert f".{klass}{{" in sheet
    assert "vak-1" not in sheet, "rules of other figures stay out"


def test_every_class_that_draws_has_its_rule():
    svg = standalone(figuur=spine(Spine(0, 1, 2, 3, 4, 2, (1, 5), 3, (1, 2)), "t", "o"))
    drawn = set(re.findall(r'class="(sp-[\w-]+)"', svg))
    assert drawn == set(re.findall(r"\.(sp-[\w-]+)\{", svg))


def test_made_up_figures_say_so_across_the_drawing_and_in_the_source():
    assert standalone(demo=True).count(DEMO) == 2
    assert DEMO not in standalone()


@pytest.mark.parametrize("schaal", [1, 2])
def test_a_png_is_as_large_as_asked(schaal):
    svg = standalone()
    width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups()
    assert pixels(naar_png(svg, schaal))[:2] == (round(float(width) * schaal), round(float(height) * schaal))


@pytest.mark.parametrize("letter", ["a", "ë", "é", "ï", "€", "→", "−", "–", "%"])
def test_every_letter_we_write_really_appears_in_a_png(letter):
    one = pixels(naar_png(standalone(titel=f"x{letter}x")))
    none, tofu = (pixels(naar_png(standalone(titel=f"x{other}x"))) for other in ("", "\ue000"))
    assert one[:2] == none[:2]
    assert one[2] != none[2]
    assert one[2] != tofu[2]


def test_bold_is_another_weight_than_regular():
    svg = standalone()
    assert pixels(naar_png(svg)) != pixels(naar_png(svg.replace("font-weight: 600", "font-weight: 400")))


def test_the_renderer_is_loaded_only_when_a_png_is_asked():
    heavy = "{'resvg_py', 'font_source_sans_pro'}"
    asked = f"import sys, dashboard.figures.uitvoer; print({heavy} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
