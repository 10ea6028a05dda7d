"""The omgevingsanalyse of one municipality: the headline, and a block per levensdomein."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.components.cijfer import cijfer, woordlabels, zonder_waarde
from dashboard.components.duiding import kinderen, vergelijking, voorbehoud, waarde
from dashboard.components.herkomst import uitleg_en_bron
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
GEEN_ARMOEDE = (
    "Ook waar dit cijfer laag is, groeien kinderen op in armoede. Het telt alleen jonge kinderen, "
    "en zegt niets over volwassenen en ouderen."
)


def kopcijfer(rij: Rij, voorgangers: Sequence[Rij], demo: bool) -> html.Section:
    """Return the kansarmoede-index as headline, with its birth years in full."""
    inhoud = _kop_met_waarde(rij) if rij["waarde"] is not None else [zonder_waarde(rij, voorgangers)]
    return html.Section(
        [
            html.H3("Kinderen in kansarmoede", className="kopcijfer-titel"),
            *inhoud,
            html.P(GEEN_ARMOEDE, className="gedempt"),
            uitleg_en_bron(rij, demo),
        ],
        className="kopcijfer",
    )


def _kop_met_waarde(rij: Rij) -> list[Component]:
    geboren = geboortejaren(rij["periode_begin"], rij["periode_einde"])
    slot = "".join(f" ({woord})" for woord in voorbehoud(rij))
    zin = kinderen(rij)
    tegenover = vergelijking(rij)
    return [
        html.P(
            [
                html.Span(waarde(rij), className="kopcijfer-getal"),
                html.Span(f"van de kinderen, {geboren}{slot}", className="kopcijfer-wie"),
            ],
            className="kopcijfer-regel",
        ),
        html.P(
            [*woordlabels(rij), html.Span(tegenover or "", className="cijfer-tegenover")],
            className="cijfer-duiding",
        ),
        *([html.P(zin)] if zin else []),
    ]


def domeinen(profiel: Sequence[Rij], voorgangers: Mapping[str, Sequence[Rij]], demo: bool) -> list[Component]:
    """Return one block per levensdomein that has indicators, and one sentence on those that have none.

    `profiel` are the rows of the municipality without the headline; `voorgangers` by indicator.
    """
    volgorde = {domein: plaats for plaats, domein in enumerate(Levensdomein)}
    rijen = sorted(profiel, key=lambda rij: (volgorde[Levensdomein(rij["levensdomein"])], rij["titel"]))
    blokken: list[Component] = []
    for domein, groep in groupby(rijen, key=lambda rij: Levensdomein(rij["levensdomein"])):
        cijfers = [cijfer(rij, voorgangers.get(rij["indicator"], ()), demo) for rij in groep]
        blokken.append(html.Section([html.H3(domein.titel), *cijfers], className="domein"))
    leeg = [
        d.titel.lower() for d in Levensdomein if d not in {Levensdomein(r["levensdomein"]) for r in profiel}
    ]
    if leeg:
        blokken.append(
            html.P(f"Over {opsomming(leeg)} staan nog geen cijfers in het Regiekompas.", className="gedempt")
        )
    return blokken
