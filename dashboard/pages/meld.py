"""A figure that looks wrong: the text to send, and whom to send it to. Nothing is sent from here."""

import re
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from dashboard.context import Context
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import gemeente_voor

PATH = "/meld"
QUERY = ("gemeente", "indicator", "periode", "waarde", "levering", "stand")
LONGEST = 60
"""Of a part of the address that is repeated in the text."""
ONDERWERP = "Fout in een cijfer van het Regiekompas"


def title(stand: Stand) -> str:
    return "Meld een fout in een cijfer"


def layout(context: Context, **gegeven: str) -> Component:
    """Return the page; `gegeven` is what the link of a figure says about it (`QUERY`)."""
    levering = _gezocht(context.stand.leveringen(), "levering", gegeven)
    bericht = _bericht(context.stand, levering, gegeven)
    return html.Div(
        [
            html.H1("Meld een fout in een cijfer"),
            html.P(
                "Lijkt een cijfer fout? Met deze tekst weet wie het nakijkt meteen om welk cijfer het gaat."
            ),
            *([] if gegeven.get("indicator") else [html.P(_zonder_cijfer(), className="alert")]),
            html.Pre(bericht, className="meldtekst"),
            *_naar_de_beheerder(context.settings.contact, bericht),
            *_naar_de_bron(levering),
        ],
        className="smal",
    )


def _zonder_cijfer() -> str:
    return (
        "Gaat het om één cijfer? Open dan op de pagina van de gemeente “Uitleg en bron” onder dat cijfer, "
        "en kies daar “Meld een fout”. Dan staat het hieronder al ingevuld."
    )


def _bericht(stand: Stand, levering: Rij | None, gegeven: dict[str, str]) -> str:
    """Write the text; only what we know ourselves is taken over from the address, the rest in short."""
    waar = gemeente_voor(gegeven.get("gemeente", ""))
    indicator = _gezocht(stand.indicatoren(), "indicator", gegeven)
    regels = {
        "Gemeente": f"{waar.naam} ({waar.nis_code})" if waar else None,
        "Cijfer": f"{indicator['titel']} ({indicator['indicator']})" if indicator else None,
        "Periode": _kort(gegeven.get("periode")),
        "Waarde": _kort(gegeven.get("waarde")),
        "Bestand": f"{levering['bestandsnaam']} ({levering['levering']})" if levering else None,
        "Stand": _kort(gegeven.get("stand")) or stand.id,
    }
    gekend = [f"{naam}: {waarde}" for naam, waarde in regels.items() if waarde]
    return "\n".join(
        [
            "Ik denk dat een cijfer in het Regiekompas niet klopt.",
            "",
            *gekend,
            "",
            "Wat er volgens mij fout is:",
            "",
        ]
    )


def _gezocht(rijen: list[Rij], veld: str, gegeven: dict[str, str]) -> Rij | None:
    return next((rij for rij in rijen if rij[veld] == gegeven.get(veld)), None)


def _kort(waarde: str | None) -> str:
    """Return one short line, whatever stood in the address."""
    return re.sub(r"\s+", " ", waarde or "").strip()[:LONGEST]


def _naar_de_beheerder(contact: str, bericht: str) -> list[Component]:
    if not contact:
        return [
            html.P(
                "Wie dit Regiekompas beheert, gaf geen mailadres op. Kopieer de tekst, en bezorg ze aan je "
                "contactpersoon voor het Regiekompas."
            )
        ]
    adres = f"mailto:{quote(contact, safe='@')}?subject={quote(ONDERWERP)}&body={quote(bericht)}"
    return [
        html.P(html.A("Open de tekst in je mailprogramma", href=adres, className="btn btn-primary")),
        html.P(
            f"Lukt dat niet? Kopieer de tekst en mail ze naar {contact}. Wij versturen niets: "
            "jij kiest wat je stuurt."
        ),
    ]


def _naar_de_bron(levering: Rij | None) -> list[Component]:
    if levering is None:
        return []
    bron = f"{levering['bron_titel']} ({levering['uitgever']})"
    return [
        html.H2("Is het ook bij de bron fout?"),
        html.P(
            [
                f"Het cijfer komt van {bron}. Kijk het daar na. Staat dezelfde fout er ook, "
                f"meld ze dan ook aan {levering['uitgever']}. ",
                *(
                    [html.A("Naar de bron", href=levering["url"], rel="noreferrer")]
                    if levering["url"]
                    else []
                ),
            ]
        ),
    ]
