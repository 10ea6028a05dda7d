"""Two indicators on one map: each cut in a low, a middle and a high third of the municipalities.

It shows where two figures go together on the map. That one leads to the other it does not show.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from indicators.statistics.fout import Onbekend
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen, klassen

DERDEN = ("laag", "in het midden", "hoog")
TE_WEINIG = Onbekend("te weinig gemeenten voor beide indicatoren een cijfer hebben")
TE_GELIJK = Onbekend("te veel gemeenten hetzelfde cijfer hebben om er drie groepen van te maken")

Vak = tuple[int, int]
"""The third (0 low, 1 middle, 2 high) for the first and for the second indicator."""


@dataclass(frozen=True, slots=True)
class Tweeluik:
    """The thirds of both indicators, the cell of each municipality that has both figures, and their number.

    `aantallen` has all nine cells: that nobody is in one is what the drawing is for.
    """

    eerste: Klassen
    tweede: Klassen
    vakken: Mapping[str, Vak]
    aantallen: Mapping[Vak, int]


def tweeluik(eerste: Mapping[str, float], tweede: Mapping[str, float]) -> Tweeluik | Onbekend:
    """Divide the municipalities that have both figures; the mappings are from NIS code to value."""
    beide = [nis for nis in eerste if nis in tweede]
    if len(beide) < len(DERDEN):
        return TE_WEINIG
    op_x = _derden(eerste, beide)
    op_y = _derden(tweede, beide)
    if isinstance(op_x, Onbekend) or isinstance(op_y, Onbekend):
        return TE_GELIJK
    vakken = {nis: (op_x.van(eerste[nis]), op_y.van(tweede[nis])) for nis in beide}
    telling = Counter(vakken.values())
    alle = [(x, y) for x in range(len(DERDEN)) for y in range(len(DERDEN))]
    return Tweeluik(op_x, op_y, vakken, {vak: telling[vak] for vak in alle})


def in_woorden(vak: Vak, eerste: str, tweede: str) -> str:
    """What a cell of the legend means; the names of the indicators stand in it as they are given.

    Low and high are thirds of these municipalities, not good or bad.
    """
    x, y = vak
    if x == y:
        return f"allebei {DERDEN[x]}"
    return f"{eerste}: {DERDEN[x]}, {tweede}: {DERDEN[y]}"


def _derden(waarden: Mapping[str, float], gemeenten: list[str]) -> Klassen | Onbekend:
    gevonden = klassen([waarden[nis] for nis in gemeenten], Indeling.KWANTIELEN, len(DERDEN))
    if isinstance(gevonden, Onbekend) or len(gevonden.leden) < len(DERDEN):
        return TE_GELIJK
    return gevonden
