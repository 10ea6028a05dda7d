"""The omgevingsanalyse of one municipality: the headline, and a block per levensdomein."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dashboard.components.cijfer import cijfer
from dashboard.components.duiding import kinderen, voorbehoud
from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.tekst import geboortejaren, opsomming
from dashboard.warehouse import Rij
from indicators.model import Levensdomein

KOP = "kansarmoede_index"
LEESWIJZER = (
    "De woorden bij een cijfer zeggen waar de gemeente ligt tussen alle gemeenten met een cijfer. "
    "Ze zeggen niet of een verschil groter is dan toeval. "
    "In een kleine gemeente kan een cijfer van jaar tot jaar flink schommelen. "
    "De mediaan is het midden: de helft van de gemeenten ligt lager, de helft ligt hoger. "
    "In een cijfer voor Vlaanderen wegen grote gemeenten zwaarder dan kleine. "
    "Een gemeente kan dus lager liggen dan Vlaanderen, en toch hoger dan de meeste gemeenten."
)
ONTBREKEND = ("leeg_bij_bron", "niet_in_levering", "onderdrukt")
"""Reasons that may come from the number of births; others have nothing to do with it."""


def kopcijfer(rij: Rij, voorgangers: Sequence[Rij], demo: bool) -> Opmaak:
    """Return the kansarmoede-index as headline, with its birth years in full."""
    gekend = rij["waarde"] is not None
    slot = "".join(f" ({woord})" for woord in voorbehoud(rij))
    return sjabloon(
        "kopcijfer",
        "kopcijfer",
        c=cijfer(rij, voorgangers, demo),
        geboren=geboortejaren(rij["periode_begin"], rij["periode_einde"]) + slot if gekend else None,
        kinderen=kinderen(rij) if gekend else None,
        weinig_geboorten=rij["reden"] in ONTBREKEND,
    )


def domeinen(profiel: Sequence[Rij], voorgangers: Mapping[str, Sequence[Rij]], demo: bool) -> Opmaak:
    """Return one block per levensdomein that has indicators, and one sentence on those that have none.

    `profiel` are the rows of the municipality without the headline; `voorgangers` by indicator. What is not
    `kern` is folded, except in a levensdomein that would then show nothing.
    """
    volgorde = {domein: plaats for plaats, domein in enumerate(Levensdomein)}
    rijen = sorted(profiel, key=lambda rij: (volgorde[Levensdomein(rij["levensdomein"])], rij["titel"]))
    blokken = []
    for domein, groep in groupby(rijen, key=lambda rij: Levensdomein(rij["levensdomein"])):
        getoond = [(cijfer(rij, voorgangers.get(rij["indicator"], ()), demo), rij["kern"]) for rij in groep]
        kern = [een for een, is_kern in getoond if is_kern]
        meer = [een for een, is_kern in getoond if not is_kern]
        kop = f"Nog {len(meer)} {'cijfer' if len(meer) == 1 else 'cijfers'}"
        blokken.append(
            {"titel": domein.titel, "open": kern or meer, "gevouwen": meer if kern else [], "kop": kop}
        )
    gevuld = {rij["levensdomein"] for rij in profiel}
    leeg = opsomming([domein.titel.lower() for domein in Levensdomein if domein not in gevuld])
    return sjabloon("domeinen", blokken=blokken, leeg=leeg)
