"""Where the figures come from, how fresh they are, what was noticed, and what is missing."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import tekst
from dashboard.components.figuur import tabel
from dashboard.context import Context
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import gemeenten
from indicators.model import Levensdomein

PATH = "/gegevens"

NAMED = 6
"""Up to so many municipalities without a figure are named; more are counted."""
ERNST = {"fout": "Fout", "let_op": "Let op"}
FINGERPRINT = 12
AT_ONCE = 300
"""Signs of a remark that stand on the page; the rest of a longer one is folded."""


def title(stand: Stand) -> str:
    return "Waar de cijfers vandaan komen"


def layout(context: Context) -> Component:
    """Return the account of all figures in this build."""
    stand = context.stand
    leveringen = stand.leveringen()
    return html.Div(
        [
            html.H1("Waar de cijfers vandaan komen"),
            _stand_van_zaken(stand, leveringen),
            html.P(
                [
                    html.A("Wat er veranderde in de cijfers", href=context.href("/wijzigingen")),
                    html.A("Meld een fout", href=context.href("/meld")),
                ],
                className="wegwijzers",
            ),
            html.H2("Bestanden"),
            html.P("Elk cijfer komt uit een bestand van de bron. Wij bewaren dat bestand zoals het kwam."),
            *_bestanden(leveringen, stand.demo),
            html.H2("Per cijfer: voor hoeveel gemeenten?"),
            html.P(
                "Een gemeente zonder cijfer heeft niet nul. Er is dan geen cijfer, en hier staat waarom.",
            ),
            *_dekking(stand),
            html.H2("Wat opviel bij het inlezen"),
            *_controles(stand),
            *_niet_nagekeken(stand),
        ],
        className="gegevens",
    )


def _stand_van_zaken(stand: Stand, leveringen: Sequence[Rij]) -> html.Div:
    laatste = max((rij["opgehaald_op"] for rij in leveringen), default=None)
    delen: list[Any] = [html.Strong(f"De cijfers zijn ingelezen op {tekst.datum(stand.gebouwd_op)}. ")]
    if stand.demo:
        delen.append(
            f"{tekst.DEMO}. Ze zijn verzonnen, omdat er nog geen echte bestanden ingelezen zijn. "
            "Zodra er één echt bestand is, verdwijnen alle voorbeeldcijfers."
        )
    elif laatste:
        delen.append(f"Het laatste bestand is opgehaald op {tekst.datum(laatste)}.")
    return html.Div(html.P(delen), className="alert alert-let-op" if stand.demo else "alert")


def _bestanden(leveringen: Sequence[Rij], demo: bool) -> list[Component]:
    if not leveringen:
        return [html.P("Er is nog geen bestand ingelezen.")]
    kop = ("Bestand", "Bron", "Opgehaald op", "Periode", "Soorten cijfers", "Licentie", "Vingerafdruk")
    rijen = [
        [
            _bestand(rij),
            f"{rij['bron_titel']} ({rij['uitgever']})",
            tekst.datum(rij["opgehaald_op"]),
            _periode(rij),
            str(rij["indicatoren"]),
            rij["licentie"],
            html.Code(rij["sha256"][:FINGERPRINT], title=f"sha256 {rij['sha256']}"),
        ]
        for rij in leveringen
    ]
    uitleg = html.P(
        "De vingerafdruk (sha256) verandert zodra er één teken in het bestand verandert. "
        "Zo kan je nagaan of je hetzelfde bestand hebt als wij.",
        className="gedempt",
    )
    return [tabel("De bestanden waar de cijfers uit komen", kop, rijen, demo), uitleg]


def _bestand(rij: Rij) -> Component:
    """The file's name, which may be cut after an underscore where the column is narrow."""
    eerste, *rest = rij["bestandsnaam"].split("_")
    naam = [eerste, *(deel for stuk in rest for deel in ("_", html.Wbr(), stuk))]
    if rij["url"]:
        return html.A(naam, href=rij["url"], rel="noreferrer")
    return html.Span(naam if rij["demo"] else [*naam, " (met de hand ingelezen)"])


def _periode(rij: Rij) -> str:
    if rij["periode_einde"] is None:
        return "geen enkel cijfer in gebruik"
    return tekst.periode(rij["periode_begin"], rij["periode_einde"])


def _dekking(stand: Stand) -> list[Component]:
    rijen = [
        [
            rij["titel"],
            Levensdomein(rij["levensdomein"]).titel,
            tekst.getal(rij["met_waarde"]),
            str(rij["periode_einde"].year) if rij["periode_einde"] else "geen",
            _zonder(rij["zonder"] or []),
        ]
        for rij in stand.dekking()
    ]
    kop = ("Cijfer", "Levensdomein", "Gemeenten met een cijfer", "Laatste jaar", "Geen cijfer")
    return [tabel(f"Van de {len(gemeenten())} gemeenten", kop, rijen, stand.demo)]


def _zonder(groepen: Sequence[dict[str, Any]]) -> str:
    if not groepen:
        return "Elke gemeente heeft een cijfer."
    zin = "; ".join(f"{_wie(groep['nis_codes'])}, omdat {tekst.REDENEN[groep['reden']]}" for groep in groepen)
    return f"{zin[:1].upper()}{zin[1:]}."


def _wie(nis_codes: Sequence[str]) -> str:
    alle = gemeenten()
    if len(nis_codes) == len(alle):
        return "geen enkele gemeente"
    if len(nis_codes) > NAMED:
        return f"{len(nis_codes)} gemeenten"
    return tekst.opsomming([alle[nis].naam for nis in nis_codes])


def _controles(stand: Stand) -> list[Component]:
    alle = stand.controles()
    opvallend = [rij for rij in alle if rij["ernst"] != "goed"]
    in_orde = [rij for rij in alle if rij["ernst"] == "goed"]
    delen: list[Component] = [html.P("Er viel niets bijzonders op.")]
    if opvallend:
        delen = [html.Ul([html.Li(_controle(rij)) for rij in opvallend])]
    if in_orde:
        kop = f"Toon wat in orde is ({len(in_orde)})"
        delen.append(_uitklap(kop, html.Ul([html.Li(rij["boodschap"]) for rij in in_orde])))
    return delen


def _controle(rij: Rij) -> list[Any]:
    """Return one remark; a long one, such as a list of municipalities, begins here and is folded."""
    bestand = f"{rij['bestandsnaam']}: " if rij["bestandsnaam"] else ""
    boodschap = f"{bestand}{rij['boodschap']}"
    ernst = html.Strong(f"{ERNST[rij['ernst']]}: ")
    if len(boodschap) <= AT_ONCE:
        return [ernst, boodschap]
    return [ernst, shorten(boodschap, AT_ONCE, placeholder=" …"), _uitklap("Toon alles", html.P(boodschap))]


def _niet_nagekeken(stand: Stand) -> list[Component]:
    titels = [rij["titel"] for rij in stand.indicatoren() if not rij["nagekeken"]]
    if not titels:
        return []
    return [
        html.H2("Ingelezen, maar nog niet nagekeken"),
        html.P(
            f"In de bestanden staan ook {tekst.aantal(len(titels), 'reeks', 'reeksen')} die wij nog niet "
            "nakeken. Die tonen we niet op de pagina van een gemeente."
        ),
        _uitklap("Toon de lijst", html.Ul([html.Li(titel) for titel in titels], className="kolommen")),
    ]


def _uitklap(kop: str, inhoud: Component) -> html.Details:
    return html.Details([html.Summary(kop), inhoud], className="uitklap")
