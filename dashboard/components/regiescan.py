"""The regiescan of one municipality: what it is, the questions, and the ones that are finished."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.regievraag import regievraag
from dashboard.klok import hier
from dashboard.store import Beoordeling
from dashboard.tekst import aantal, datum, opsomming
from indicators.gemeenten import Gemeente
from indicators.regie import Instrument, Onderdeel, instrument

BEGIN, AFRONDEN, BEVESTIGING, ONTBREEKT, JA, NEE = (
    "regiescan-begin",
    "regiescan-afronden",
    "regiescan-bevestiging",
    "regiescan-ontbreekt",
    "regiescan-ja",
    "regiescan-nee",
)
BEOORDELING, VOORTGANG, BALK = "regiescan-beoordeling", "regiescan-voortgang", "regiescan-balk"
GENOEMD = 6
"""Up to so many open questions are named by number before finishing; more are counted."""
INLEIDING = (
    "Met de regiescan kijk je naar de rol van je bestuur in de strijd tegen armoede: "
    "hoeveel ruimte heb je, en welke rollen neem je op? "
    "De scan telt {vragen} korte vragen en duurt ongeveer een kwartier."
)
SPELREGELS = (
    "Elk antwoord wordt meteen bewaard. Je kan stoppen en later verdergaan.",
    "Je mag elke vraag overslaan. Een vraag zonder antwoord telt niet mee.",
    "Je antwoorden blijven op de computer waar het Regiekompas draait. Ze gaan naar niemand anders.",
    "Er is geen goed of fout antwoord. Vul de scan gerust samen met collega’s in.",
)


def lichaam(
    waar: Gemeente, lopend: Beoordeling | None, afgerond: Sequence[Beoordeling], profiel: str
) -> list[Component]:
    """Return what stands on the page now: an invitation or the questions, and the finished assessments.

    `profiel` is the address of the municipality's page; `afgerond` stands newest first.
    """
    delen = _vragenlijst(lopend, profiel) if lopend else _uitnodiging(afgerond)
    return [*delen, *_afgeronde(waar, afgerond, profiel)]


def inleiding() -> list[Component]:
    """Return what somebody must know before answering."""
    return [
        html.P(INLEIDING.format(vragen=len(instrument().vragen)), className="inleiding"),
        html.Ul([html.Li(regel) for regel in SPELREGELS]),
    ]


def _uitnodiging(afgerond: Sequence[Beoordeling]) -> list[Component]:
    knop = "Begin een nieuwe regiescan" if afgerond else "Begin de regiescan"
    zin = "De nieuwe scan begint met een kopie van de vorige. Pas aan wat veranderd is." if afgerond else None
    delen = [html.P(zin)] if zin else []
    return [*delen, _knop(knop, BEGIN, "btn btn-primary")]


def _vragenlijst(lopend: Beoordeling, profiel: str) -> list[Component]:
    lijst = instrument(lopend.instrument)
    return [
        dcc.Store(id=BEOORDELING, data=lopend.id),
        html.Div(voortgang(len(lopend.antwoorden), len(lijst.vragen)), id=VOORTGANG, className="voortgang"),
        *(_onderdeel(onderdeel, lijst, lopend) for onderdeel in lijst.onderdelen),
        _slot(profiel),
    ]


def _slot(profiel: str) -> html.Section:
    """Return the end of the questionnaire: look at the profile, or finish after a confirmation."""
    return html.Section(
        [
            html.H2("Klaar?"),
            html.P("Als je afrondt, krijgt de scan de datum van vandaag. Daarna verandert hij niet meer."),
            html.P(
                [
                    _knop("Rond af en bewaar met datum", AFRONDEN, "btn btn-primary"),
                    html.A("Bekijk eerst het regieprofiel", href=profiel, className="btn"),
                ],
                className="knoppen",
            ),
            _bevestiging(),
        ]
    )


def _knop(tekst: str, id: str, klass: str) -> html.Button:
    return html.Button(tekst, id=id, type="button", className=klass)


def voortgang(beantwoord: int, vragen: int) -> list[Component]:
    """Return how far the questionnaire is, in words and as a bar."""
    zin = f"{beantwoord} van {vragen} beantwoord"
    aria: dict[str, Any] = {"aria-label": zin}
    return [html.Span(zin), html.Progress(value=str(beantwoord), max=str(vragen), **aria)]


def _onderdeel(onderdeel: Onderdeel, lijst: Instrument, lopend: Beoordeling) -> html.Section:
    vragen = [
        regievraag(nummer, vraag, lopend.antwoorden.get(vraag.id))
        for nummer, vraag in enumerate(lijst.vragen, 1)
        if vraag.onderdeel == onderdeel.id
    ]
    return html.Section([html.H2(onderdeel.titel), html.P(onderdeel.uitleg), *vragen], className="onderdeel")


def _bevestiging() -> html.Div:
    return html.Div(
        [
            html.P(id=ONTBREEKT),
            html.P(
                [
                    _knop("Ja, rond af", JA, "btn btn-primary"),
                    _knop("Nog niet", NEE, "btn"),
                ],
                className="knoppen",
            ),
        ],
        id=BEVESTIGING,
        hidden=True,
        role="alert",
        className="alert",
    )


def wat_ontbreekt(onbeantwoord: Sequence[int]) -> str:
    """Say what is lost by finishing now; `onbeantwoord` are the numbers of the open questions."""
    if not onbeantwoord:
        return "Alle vragen hebben een antwoord. Wil je de scan nu afronden?"
    vragen = aantal(len(onbeantwoord), "vraag heeft", "vragen hebben")
    nummers = f" (nummer {opsomming([str(n) for n in onbeantwoord])})" if len(onbeantwoord) <= GENOEMD else ""
    return f"{vragen.capitalize()} nog geen antwoord{nummers}. Je mag toch afronden. Wil je dat?"


def _afgeronde(waar: Gemeente, afgerond: Sequence[Beoordeling], profiel: str) -> list[Component]:
    if not afgerond:
        return []
    regels = [f"{datum(hier(b.afgerond_op))}: {_hoeveel(b)}" for b in afgerond if b.afgerond_op]
    return [
        html.H2("Afgeronde regiescans"),
        html.Ul([html.Li(regel) for regel in regels]),
        html.P(html.A(f"Bekijk het regieprofiel van {waar.naam}", href=profiel)),
    ]


def _hoeveel(beoordeling: Beoordeling) -> str:
    vragen = instrument(beoordeling.instrument).vragen
    return f"{len(beoordeling.antwoorden)} van {len(vragen)} vragen beantwoord"
