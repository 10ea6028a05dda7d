"""A target that the reader sets for one figure: read from the address, and what may be said about it."""

import math
import re

from dashboard.components.duiding import schrijf
from dashboard.omgevingsanalyse.analyse import Regel
from dashboard.tekst import getal
from indicators.statistics import Verandering

LANGSTE = 12
"""Characters: no figure of a municipality is longer."""
DUIZENDTALLEN = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?")


class OnbekendDoel(ValueError):
    """What stands in the address is no target for this figure; `zin` says so to the reader."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


def lees(tekst: str, regel: Regel) -> float | None:
    """Return the target as written in Dutch (`8,5`, `28.500`), None for an empty field.

    A point that parts no thousands is read as a comma. In the unit of the indicator. Raises `OnbekendDoel`
    for what is no number, or no possible share.
    """
    kaal = tekst.strip().removesuffix("%").removeprefix("€").strip()
    if not kaal:
        return None
    try:
        cijfers = kaal.replace(".", "") if DUIZENDTALLEN.fullmatch(kaal) else kaal
        waarde = float(cijfers.replace(",", ".")) if len(kaal) <= LANGSTE else math.nan
    except ValueError:
        waarde = math.nan
    if not math.isfinite(waarde):
        raise OnbekendDoel(f"Het doel '{tekst[:40]}' is geen getal. Schrijf bijvoorbeeld 8,5.")
    if regel.indicator["eenheid"].startswith("%") and not 0 <= waarde <= 100:
        raise OnbekendDoel("Een doel in procent ligt tussen 0 en 100.")
    return waarde


def in_woorden(regel: Regel, doel: float) -> list[str]:
    """Say how far the newest figure lies from the target, and whether such a change could be seen at all."""
    if regel.meting is None or regel.meting.waarde is None:
        return []
    geschreven, decimalen = schrijf(regel, doel), regel.indicator["decimalen"]
    afstand = round(regel.meting.waarde - doel, decimalen)
    if not afstand:
        return [f"Je doel is {geschreven}. Het nieuwste cijfer is daaraan gelijk."]
    procent = regel.indicator["eenheid"].startswith("%")
    hoeveel = f"{getal(abs(afstand), decimalen)} procentpunt" if procent else schrijf(regel, abs(afstand))
    kant = "hoger" if afstand > 0 else "lager"
    zinnen = [f"Je doel is {geschreven}. Het nieuwste cijfer ligt {hoeveel} {kant}."]
    gevonden = regel.verandering
    if isinstance(gevonden, Verandering) and abs(afstand) < gevonden.kleinste:
        zinnen.append(
            "Ook als je dat doel haalt, is het verschil met nu te klein om het van toeval te onderscheiden."
        )
    return zinnen
