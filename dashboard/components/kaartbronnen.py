"""Where the figures on maps come from: each file once, on a page, in a frame and in what is taken along."""

from collections.abc import Sequence

from dashboard.components.herkomst import bron
from dashboard.components.opmaak import macro
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.warehouse import Rij, Stand


def leveringen(stand: Stand, beelden: Sequence[Kaartbeeld]) -> list[Rij]:
    """Return the files behind the areas that these maps show, each once."""
    sleutels = dict.fromkeys(vlak.levering for een in beelden for vlak in een.getoond if vlak.levering)
    return [achtergrond(stand).leveringen[een] for een in sleutels]


def bronnen(stand: Stand, beelden: Sequence[Kaartbeeld]) -> list[dict[str, object]]:
    """Return what the source lines of these maps say."""
    return [bron(een, stand.demo) for een in leveringen(stand, beelden)]


def bronregels(stand: Stand, beeld: Kaartbeeld) -> str:
    """Return the same lines of one map as HTML."""
    regel = macro("cijfers", "bronregel")
    return "".join(regel(een) for een in bronnen(stand, [beeld]))
