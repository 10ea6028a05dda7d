"""What changed in the figures, what is held back and what is corrected: for everyone to read."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard import tekst
from dashboard.components.figuur import Inhoud, tabel
from dashboard.context import Context
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import GEOGRAFIEEN, VLAANDEREN, gemeenten

PATH = "/wijzigingen"
NAMED = 6
"""Up to so many figures are named; more are counted."""


def title(stand: Stand) -> str:
    return "Wijzigingen in de cijfers"


def layout(context: Context) -> Component:
    """Return the account of all changes that this build knows of."""
    stand = context.stand
    return html.Div(
        [
            html.H1("Wijzigingen in de cijfers"),
            html.P(
                "Een bron verbetert soms ook cijfers van vroeger. Of ze levert iets dat niet kan kloppen. "
                "Hier lees je wat er veranderde, en wat wij daarmee doen."
            ),
            *([html.P(f"{tekst.DEMO}.", className="alert alert-let-op")] if stand.demo else []),
            html.H2("Cijfers die we vasthouden"),
            *_vastgehouden(stand.bewaking()),
            html.H2("Fouten van een bron die we verbeteren"),
            *_verbeterd(stand.correcties(), stand.demo),
            html.H2("Cijfers die veranderden"),
            *_herzien(stand.herzieningen(), stand.demo),
            html.H2("Elke keer dat er iets veranderde"),
            *_per_stand(stand.wijzigingen(), stand.demo),
            html.P(html.A("Meld een fout in de cijfers", href=context.href("/meld"))),
        ],
        className="gegevens",
    )


def _vastgehouden(rijen: Sequence[Rij]) -> list[Component]:
    if not rijen:
        return [html.P("We houden nu geen enkel cijfer vast.")]
    uitleg = "Van deze cijfers kregen we nieuwe, maar daar lijkt iets mis mee. We tonen voorlopig de vorige."
    punten = [
        html.Li(
            [html.Strong(f"{rij['titel']}: "), f"omdat {rij['reden']}. Sinds {tekst.datum(rij['sinds'])}."]
        )
        for rij in rijen
    ]
    return [html.P(uitleg), html.Ul(punten)]


def _verbeterd(rijen: Sequence[Rij], demo: bool) -> list[Component]:
    if not rijen:
        return [html.P("We verbeteren nu geen enkel cijfer van een bron.")]
    kop = ("Cijfer", "Gebied", "Tot en met", "De bron geeft", "Wij tonen", "Waarom", "Gemeld op")
    cellen: list[list[Inhoud]] = [
        [
            rij["titel"],
            _gebied(rij["nis_code"]),
            tekst.datum(rij["periode_einde"]),
            _waarde(rij, "verwacht") if rij["toestand"] == "toegepast" else "een nieuw cijfer",
            _waarde(rij, "waarde") if rij["toestand"] == "toegepast" else "het cijfer van de bron",
            rij["reden"] if rij["toestand"] == "toegepast" else "De bron heeft de fout verbeterd.",
            tekst.datum(rij["gemeld_op"]),
        ]
        for rij in rijen
    ]
    return [tabel("Fouten die we kennen", kop, cellen, demo)]


def _herzien(rijen: Sequence[Rij], demo: bool) -> list[Component]:
    if not rijen:
        return [html.P("Er is nog geen enkel cijfer veranderd sinds we het voor het eerst inlazen.")]
    totaal = rijen[0]["totaal"]
    kop = ("Cijfer", "Gebied", "Periode", "Was", "Is nu", "Gemerkt op", "Hoe komt dat?")
    cellen: list[list[Inhoud]] = [
        [
            rij["titel"],
            _gebied(rij["nis_code"]),
            tekst.periode(rij["periode_begin"], rij["periode_einde"]),
            _waarde(rij, "oud"),
            _waarde(rij, "nieuw"),
            tekst.datum(rij["vastgesteld_op"]),
            _oorzaak(rij),
        ]
        for rij in rijen
    ]
    telling = tekst.aantal(totaal, "cijfer", "cijfers")
    bijschrift = f"De laatste {len(rijen)} van {telling}" if totaal > len(rijen) else f"In totaal {telling}"
    return [tabel(bijschrift, kop, cellen, demo)]


def _oorzaak(rij: Rij) -> str:
    if rij["zelfde_levering"]:
        return "Het bestand is hetzelfde. Wij lezen of berekenen het nu anders."
    return "De bron gaf het niet meer." if rij["nieuw"] is None else "De bron gaf een nieuw bestand."


def _per_stand(rijen: Sequence[Rij], demo: bool) -> list[Component]:
    if not rijen:
        return [html.P("Er is nog niets veranderd.")]
    kop = ("Ingelezen op", "Nieuw", "Veranderd", "Verdwenen", "Welke cijfers?")
    cellen: list[list[Inhoud]] = [
        [
            tekst.datum(rij["vastgesteld_op"]),
            *(tekst.getal(rij[soort]) for soort in ("nieuw", "herzien", "vervallen")),
            _welke(rij["titels"]),
        ]
        for rij in rijen
    ]
    return [tabel("Hoeveel cijfers er telkens veranderden", kop, cellen, demo)]


def _welke(titels: Sequence[str]) -> str:
    if len(titels) > NAMED:
        return tekst.aantal(len(titels), "soort cijfer", "soorten cijfers")
    return tekst.opsomming(titels)


def _waarde(rij: Rij, veld: str) -> str:
    if rij[veld] is None:
        return "geen cijfer"
    return tekst.met_eenheid(rij[veld], rij["eenheid"], rij["decimalen"])


def _gebied(nis_code: str) -> str:
    """Name an area; a municipality of before a merger has its own name."""
    if nis_code == VLAANDEREN:
        return "Vlaanderen"
    found = [gemeenten(state)[nis_code] for state in GEOGRAFIEEN if nis_code in gemeenten(state)]
    return found[-1].naam if found else nis_code
