"""Dutch as it is written in Flanders: numbers, dates, periods, and the words for what is missing."""

import math
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from dashboard.klok import hier

SMAL = "\u202f"
"""Narrow no-break space: between a number and its unit."""
MIN = "\u2212"
KOMMA = str.maketrans(",.", ".,")
"""Python's way to write a number, the other way round."""
MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
TELWOORDEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
DEMO = "Voorbeeldcijfers, niet gebruiken"
"""Stands on every page, table, figure and export while the figures are made up."""
LEEG = "leeg_bij_bron"
"""The reason where nothing else is known."""
REDENEN = {
    "geen_levering": "het nog niet bij de bron is opgehaald",
    LEEG: "de bron het vak leeg liet en niet zegt waarom",
    "niet_in_levering": "de bron het hier niet publiceert",
    "onderdrukt": "het over te weinig mensen gaat om te tonen",
    "niet_van_toepassing": "het hier niet van toepassing is",
    "fusie": "je de cijfers van vóór de fusie niet zomaar kan samentellen",
}
"""After `omdat`: true of one municipality and of many."""


@lru_cache(maxsize=4096)
def getal(waarde: float, decimalen: int = 0) -> str:
    """Write a number: 1234.5 with one decimal becomes `1.234,5`, and -3 becomes `−3`."""
    if not math.isfinite(waarde):
        raise ValueError(f"{waarde} is no number to print: missing values have their own words")
    text = f"{abs(waarde):,.{decimalen}f}".translate(KOMMA)
    return MIN + text if waarde < 0 and text.strip("0,") else text


def met_eenheid(waarde: float, eenheid: str, decimalen: int = 0) -> str:
    """Write a number with its unit: `9,1 %`, `€ 24.350`, `12.345 inwoners`; `index` is not written."""
    if eenheid == "euro":
        sign = MIN if waarde < 0 else ""
        return f"{sign}€{SMAL}{getal(abs(waarde), decimalen)}"
    if eenheid == "index":
        return getal(waarde, decimalen)
    return f"{getal(waarde, decimalen)}{SMAL if eenheid.startswith('%') else ' '}{eenheid}"


def procent(waarde: float, decimalen: int = 1) -> str:
    """Write a percentage (0 to 100): `9,1 %`."""
    return met_eenheid(waarde, "%", decimalen)


def aantal(hoeveel: int, enkelvoud: str, meervoud: str) -> str:
    """Write a count with its noun, up to ten in words: `één gemeente`, `drie gemeenten`, `12 gemeenten`."""
    written = TELWOORDEN[hoeveel] if 0 <= hoeveel < len(TELWOORDEN) else getal(hoeveel)
    return f"{written} {enkelvoud if hoeveel == 1 else meervoud}"


def datum(dag: date) -> str:
    """Write a day in full: `31 december 2024`; of a moment, the day that it was in Belgium."""
    if isinstance(dag, datetime):
        dag = hier(dag)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def jaren(begin: date, einde: date) -> list[str]:
    """Return the calendar years that a period touches, as text."""
    return [str(jaar) for jaar in range(begin.year, einde.year + 1)]


def periode(begin: date, einde: date) -> str:
    """Write a period: `2022`, `2022–2024` for whole years, else both days; one day stays one day."""
    if (begin.month, begin.day, einde.month, einde.day) == (1, 1, 12, 31):
        return str(begin.year) if begin.year == einde.year else f"{begin.year}–{einde.year}"
    return datum(begin) if begin == einde else f"{datum(begin)} tot {datum(einde)}"


def geboortejaren(begin: date, einde: date) -> str:
    """Spell out the birth years of a window: `geboren in 2022, 2023 en 2024`."""
    return f"geboren in {opsomming(jaren(begin, einde))}"


def opsomming(delen: Sequence[str], voegwoord: str = "en") -> str:
    """Join words as a sentence does: `a`, `a en b`, `a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def hoofdletter(tekst: str) -> str:
    """Write a text as a sentence or a heading begins: only the first letter changes."""
    return tekst[0].upper() + tekst[1:]


def geen_cijfer(reden: str) -> str:
    """Say why there is no figure: `Geen cijfer, omdat …`; an unknown reason is an error, not a blank."""
    return f"Geen cijfer, omdat {REDENEN[reden]}."
