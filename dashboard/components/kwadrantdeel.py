"""The quadrant on a page: the own place, the shares of 2018, and what the types mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from dash import html

from dashboard.components.figuur import figuur, tabel
from dashboard.figures.kwadrant import Hoek, Punt
from dashboard.figures.kwadrant import kwadrant as draw
from dashboard.store import Beoordeling
from dashboard.tekst import opsomming, procent
from indicators.regie import REGIETYPES, Plaats, kwadrant
from indicators.regie.onderzoek_2018 import BRON, Kwadrant2018, kwadrant_2018

BREED, SMAL = 480, 320
GRIJS = "In de grijze stroken sta je op de grens: een stap verder is het een ander type."
GEEN_MACHT = (
    "Aansturing is hier de rol ‘Partners aansturen’ die een bestuur zichzelf geeft, geen gemeten macht. "
    "Geen enkel type is beter dan een ander."
)
TOEVAL = (
    "De groepen zijn klein. De verschillen tussen de groepen zijn niet groter dan wat toeval kan verklaren."
)


@dataclass(frozen=True, slots=True)
class Klasse2018:
    """A column of the table of 2018: its short name, which class it is and why, and the shares."""

    kop: str
    uitleg: str
    kwadrant: Kwadrant2018


def kwadrantdeel(
    eigen: Beoordeling | None, vorige: Beoordeling | None, klassen: Sequence[Klasse2018]
) -> html.Section:
    """Return the place in words and picture, and the shares of 2018, also of the classes given."""
    alle = kwadrant_2018()
    teken = partial(_draw, eigen, vorige) if eigen or vorige else _draw_2018
    bijschrift = f"Bij elk type: het aandeel van {alle.n} gemeenten in 2017. {GRIJS} {GEEN_MACHT}"
    return html.Section(
        [
            html.H3("Hoeveel ruimte, hoeveel sturing?"),
            *([html.P(duid(kwadrant.plaats(eigen.waarden)))] if eigen else []),
            figuur(teken, BREED, SMAL, html.Figcaption(bijschrift)),
            _spreiding([("Alle", alle), *((klasse.kop, klasse.kwadrant) for klasse in klassen)]),
            *([_uitleg_klassen(klassen)] if klassen else []),
            _uitleg_types(),
            html.P(f"Bron: {BRON.citaat(10, 11)}", className="bron"),
        ],
        className="regiedeel",
    )


def duid(plaats: Plaats | None) -> str:
    """Say where the own answers lie, and on which axis one step leads to another type."""
    if plaats is None:
        return (
            "Beantwoord de vraag over beleidsvrijheid en die over aansturen. Dan zie je hier jullie plaats."
        )
    regietype = REGIETYPES[plaats.regietype]
    zin = f"Jullie antwoorden passen bij het type {regietype.titel.lower()}. {regietype.uitleg}"
    assen = [
        naam
        for naam, op_de_grens in (
            ("beleidsvrijheid", plaats.vrijheid_op_de_grens),
            ("aansturing", plaats.aansturing_op_de_grens),
        )
        if op_de_grens
    ]
    if assen:
        zin += f" Voor {opsomming(assen)} staan jullie op de grens."
    return zin


def _draw(eigen: Beoordeling | None, vorige: Beoordeling | None, breedte: int) -> str:
    alle = kwadrant_2018()
    hoeken = {
        (r.veel_beleidsvrijheid, r.veel_aansturing): Hoek(r.titel, procent(alle.aandelen[r.id]))
        for r in REGIETYPES.values()
    }
    punten = [
        Punt(plaats.beleidsvrijheid, plaats.aansturing, naam, vroeger)
        for beoordeling, naam, vroeger in ((vorige, "vorige", True), (eigen, "jullie", False))
        if beoordeling and (plaats := kwadrant.plaats(beoordeling.waarden))
    ]
    verdeling = opsomming([f"{hoek.titel} {hoek.aandeel}" for hoek in hoeken.values()])
    eigen_plaats = duid(kwadrant.plaats(eigen.waarden)) if eigen else "Geen eigen antwoorden."
    return draw(
        hoeken, punten, breedte, "Kwadrant van beleidsvrijheid en aansturing", f"{verdeling}. {eigen_plaats}"
    )


@cache
def _draw_2018(breedte: int) -> str:
    """Draw the quadrant without own answers: the same for every municipality."""
    return _draw(None, None, breedte)


def _spreiding(groepen: Sequence[tuple[str, Kwadrant2018]]) -> html.Div:
    """Return the shares per type as a table, with the number of municipalities in the last row."""
    rijen = [
        [regietype.titel, *(procent(groep.aandelen[regietype.id]) for _, groep in groepen)]
        for regietype in REGIETYPES.values()
    ]
    rijen.append(["Aantal gemeenten", *(str(groep.n) for _, groep in groepen)])
    return tabel("De vier types in 2017", ["Type", *(naam for naam, _ in groepen)], rijen, demo=False)


def _uitleg_klassen(klassen: Sequence[Klasse2018]) -> html.P:
    zinnen = [f"{klasse.kop}: {klasse.uitleg}." for klasse in klassen]
    return html.P(" ".join([*zinnen, TOEVAL]), className="gedempt")


def _uitleg_types() -> html.Details:
    uitleg = [deel for r in REGIETYPES.values() for deel in (html.Dt(r.titel), html.Dd(r.uitleg))]
    return html.Details([html.Summary("Wat betekenen de vier types?"), html.Dl(uitleg)], className="uitklap")
