"""A figure that stands alone: style sheet, title, source and licence inside one SVG, or as a PNG."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from dashboard.figures.assen import text_width
from dashboard.figures.letters import FONT, lettertypen
from dashboard.figures.markup import LINE, drawing, paragraph, tag, text, wrap
from dashboard.tekst import DEMO

ASSETS = Path(__file__).parents[2] / "assets"
SHEETS = "2*.css"
DRAWN = ("fill", "stroke", "font", "paint-order", "opacity")
"""Beginnings of the properties that a shape keeps; places and sizes are those of the drawing itself."""
PADDING = 24
HEADING, BODY = 20, 14
HEADING_LINE = 26
OWN = """
.uit-letter { font-family: "Source Sans Pro", var(--letter); }
.uit-papier { fill: var(--kleur-papier); }
.uit-titel { fill: var(--kleur-inkt); font-size: 20px; font-weight: 600; }
.uit-tekst { fill: var(--kleur-gedempt); font-size: 14px; }
.uit-demo { fill: var(--kleur-fout); fill-opacity: 0.22; font-weight: 600; }
"""
"""What stands around the figure; pages never need it."""


def zelfstandig(
    svg: str, titel: str, ondertitel: str, bron: str, demo: bool, noten: Sequence[str] = ()
) -> str:
    """Return the figure with everything around it that the page gave it, in the light scheme.

    `titel` states the finding, `ondertitel` measure, period, area and comparator, `bron` source, date and
    licence; `noten` stand above that line, each on its own. Made-up figures are marked across the drawing
    and in the source line.
    """
    width, height = maten(svg)
    heading, below = wrap(titel, width, HEADING), wrap(ondertitel, width)
    foot = [*noten, f"{DEMO}. {bron}" if demo else bron]
    source = [line for part in foot for line in wrap(part, width)]
    y = PADDING + HEADING_LINE * len(heading)
    figure_y = y + LINE * len(below) + 12
    source_y = figure_y + height + 12
    total = (width + 2 * PADDING, source_y + LINE * len(source) + PADDING)
    content = [
        tag("rect", width=total[0], height=total[1], klass="uit-papier"),
        *(
            text(PADDING, PADDING + 18 + number * HEADING_LINE, line, "uit-titel")
            for number, line in enumerate(heading)
        ),
        paragraph(PADDING, y + 13, below, "uit-tekst"),
        svg.replace("<svg ", f'<svg x="{PADDING}" y="{figure_y:.0f}" ', 1),
        paragraph(PADDING, source_y + 13, source, "uit-tekst"),
        _across(*total) if demo else "",
    ]
    body = tag("g", *content, klass="uit-letter")
    return drawing(*total, titel, ondertitel, tag("style", _sheet(body)), body, klass="uit")


def met_letters(svg: str, regels: str) -> str:
    """Return a standalone SVG with the letters in it, as `figures/letters.py` gives them."""
    return svg.replace("<style>", f"<style>{regels}", 1)


def naar_png(svg: str, schaal: float = 2) -> bytes:
    """Return a standalone SVG as PNG, `schaal` pixels for each of its own, with a font of our own.

    Loaded only here: who looks at a page needs neither the renderer nor the font.
    """
    from resvg_py import svg_to_bytes

    return svg_to_bytes(
        svg_string=svg,
        zoom=schaal,
        skip_system_fonts=True,
        font_files=[str(bestand) for bestand in lettertypen()],
        font_family=FONT,
        sans_serif_family=FONT,
    )


def maten(svg: str) -> tuple[float, float]:
    """Return width and height of a drawing, from its own `viewBox`."""
    _, _, width, height = svg.partition('viewBox="')[2].partition('"')[0].split()
    return float(width), float(height)


def _across(width: float, height: float) -> str:
    """Write across the figure, as large as it takes, that its figures are made up."""
    size = min(width / text_width(DEMO, 1.1), 64)
    place = f"translate({width / 2:.1f} {height / 2:.1f}) rotate(-15)"
    return tag("g", text(0, 0, DEMO, "uit-demo", "middle"), transform=place, font_size=size)


def _sheet(markup: str) -> str:
    """Return the rules of which a class occurs in `markup`."""
    used = {name for names in re.findall(r' class="([^"]*)"', markup) for name in names.split()}
    return "".join(
        f"{selector}{{{body}}}"
        for selector, body in _rules()
        if (named := re.findall(r"\.([\w-]+)", selector)) and used.issuperset(named)
    )


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    """Return (selector, declarations) of everything drawn, colours written out."""
    tokens = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", _light("01-tokens.css")))
    sheet = OWN + "".join(_light(path.name) for path in sorted(ASSETS.glob(SHEETS)))
    sheet = re.sub(r"var\((--[\w-]+)\)", lambda found: tokens[found[1]], sheet)
    return tuple(
        (selector.strip(), kept)
        for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
        for selector in selectors.split(",")
        if (kept := ";".join(d.strip() for d in body.split(";") if d.strip().startswith(DRAWN)))
    )


def _light(name: str) -> str:
    """Return a style sheet without comments up to its first media query: light, on a wide screen."""
    sheet = (ASSETS / name).read_text("utf-8").partition("@media")[0]
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
