"""The omgevingsanalyse of one municipality: the headline, and a block per levensdomein."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

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
ONTBREKEND = ("leeg_bij_bron", "niet_in_levering", "onderdrukt")
"""Reasons that may come from the number of births; others have nothing to do with it."""
WEINIG_GEBOORTEN = (
    "In een kleine gemeente worden soms te weinig kinderen geboren om een cijfer te tonen. "
    "Dat is iets anders dan geen kinderen in kansarmoede."
)
GEEN_ARMOEDE = (
    "Ook waar dit cijfer laag is, groeien kinderen op in armoede. Het telt alleen jonge kinderen, "
    "en zegt niets over volwassenen en ouderen."
)


def kopcijfer(rij: Rij, voorgangers: Sequence[Rij], demo: bool) -> html.Section:
    """Return the kansarmoede-index as headline, with its birth years in full."""
    inhoud = _kop_met_waarde(rij) if rij["waarde"] is not None else _kop_zonder_waarde(rij, voorgangers)
    return html.Section(
        [
            html.H3("Kinderen in kansarmoede", className="kopcijfer-titel"),
            *inhoud,
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
        html.P(GEEN_ARMOEDE, className="gedempt"),
    ]


def _kop_zonder_waarde(rij: Rij, voorgangers: Sequence[Rij]) -> list[Component]:
    extra = [html.P(WEINIG_GEBOORTEN, className="gedempt")] if rij["reden"] in ONTBREKEND else []
    return [zonder_waarde(rij, voorgangers), *extra]


def domeinen(profiel: Sequence[Rij], voorgangers: Mapping[str, Sequence[Rij]], demo: bool) -> list[Component]:
    """Return one block per levensdomein that has indicators, and one sentence on those that have none.

    `profiel` are the rows of the municipality without the headline; `voorgangers` by indicator. What is not
    `kern` is folded, except in a levensdomein that would then show nothing.
    """
    volgorde = {domein: plaats for plaats, domein in enumerate(Levensdomein)}
    rijen = sorted(profiel, key=lambda rij: (volgorde[Levensdomein(rij["levensdomein"])], rij["titel"]))
    blokken: list[Component] = []
    for domein, groep in groupby(rijen, key=lambda rij: Levensdomein(rij["levensdomein"])):
        getoond = [(cijfer(rij, voorgangers.get(rij["indicator"], ()), demo), rij["kern"]) for rij in groep]
        kern = [een for een, is_kern in getoond if is_kern]
        meer = [een for een, is_kern in getoond if not is_kern]
        inhoud = [*kern, *_uitklap(meer, domein)] if kern else meer
        blokken.append(html.Section([html.H3(domein.titel), *inhoud], className="domein"))
    leeg = [
        d.titel.lower() for d in Levensdomein if d not in {Levensdomein(r["levensdomein"]) for r in profiel}
    ]
    if leeg:
        blokken.append(
            html.P(f"Over {opsomming(leeg)} staan nog geen cijfers in het Regiekompas.", className="gedempt")
        )
    return blokken


def _uitklap(cijfers: Sequence[Component], domein: Levensdomein) -> list[Component]:
    """Return a fold with the figures that are not among the first; nothing when there are none."""
    if not cijfers:
        return []
    kop = f"Nog {len(cijfers)} {'cijfer' if len(cijfers) == 1 else 'cijfers'}"
    aria: dict[str, Any] = {"aria-label": f"{kop}: {domein.titel}"}
    return [html.Details([html.Summary(kop, **aria), *cijfers], className="meer")]
