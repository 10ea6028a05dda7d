"""The letters of a drawing that leaves the page: it looks the same where nobody has the font."""

from base64 import b64encode
from importlib.resources import files
from io import BytesIO
from pathlib import Path

FONT = "Source Sans Pro"
GEWICHTEN = {400: "Regular", 600: "Semibold"}
TEKENS = (*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "–—‘’“”•…→−≤≥€\u202f"))
"""What Dutch texts, names and figures are written with; another sign comes from the font of the reader."""


def lettertypen() -> list[Path]:
    """Return the files with the font, one per weight."""
    return [
        Path(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{een}.ttf"))
        for een in GEWICHTEN.values()
    ]


def letterregels() -> str:
    """Return rules for a style sheet with the letters in it: 16 kB per weight.

    Takes a second, so it is asked once, in another process (`downloads/renderer.py`).
    """
    return "".join(map(_rule, GEWICHTEN, lettertypen()))


def _rule(gewicht: int, bestand: Path) -> str:
    letters = b64encode(_subset(bestand)).decode()
    return (
        f'@font-face{{font-family:"{FONT}";font-weight:{gewicht};'
        f"src:url(data:font/woff2;base64,{letters}) format('woff2')}}"
    )


def _subset(bestand: Path) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(bestand)
    kiezer = Subsetter(Options(layout_features=["kern", "tnum"]))
    kiezer.populate(unicodes=TEKENS)
    kiezer.subset(font)
    font.flavor = "woff2"
    klein = BytesIO()
    font.save(klein)
    return klein.getvalue()
