"""Where the figures on maps come from: a line per file, in the first answer and when a script asks again."""

from collections.abc import Sequence

from dashboard.components.herkomst import bron
from dashboard.components.opmaak import macro
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.warehouse import Stand


def bronnen(stand: Stand, beelden: Sequence[Kaartbeeld]) -> list[dict[str, object]]:
    """Return what the source lines of these maps say, each file once, for the areas that are shown."""
    leveringen = achtergrond(stand).leveringen
    sleutels = dict.fromkeys(vlak.levering for een in beelden for vlak in een.getoond if vlak.levering)
    return [bron(leveringen[een], stand.demo) for een in sleutels]


def bronregels(stand: Stand, beeld: Kaartbeeld) -> str:
    """Return the same lines of one map as HTML."""
    regel = macro("cijfers", "bronregel")
    return "".join(regel(een) for een in bronnen(stand, [beeld]))
