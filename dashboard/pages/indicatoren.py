"""/indicatoren: every kind of figure, to search and to filter. The choice stands in the address."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from dash.development.base_component import Component

from dashboard import tekst
from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.warehouse import Rij, Stand
from indicators.model import Levensdomein, Soort

PATH = "/indicatoren"
QUERY = ("zoek", "domein", "bron", "soort", "sinds")
Keuze = tuple[str, str, bool]
"""One option of a list: value, text, chosen."""

SOORTEN = {
    Soort.AANDEEL: "Aandeel: hoeveel van elke 100",
    Soort.AANTAL: "Aantal",
    Soort.GEMIDDELDE: "Gemiddelde",
    Soort.MEDIAAN: "Middelste waarde",
    Soort.KWARTIEL: "Waarde op een kwart of driekwart",
    Soort.INDEX: "Index",
}
"""What kind of number it is, for who does not know the word."""


def title(stand: Stand, zoek: str = "", domein: str = "") -> str:
    """Return the title of the browser tab, with what was asked for."""
    over = [Levensdomein(domein).titel.lower()] if domein in list(Levensdomein) else []
    over += [f"“{zoek}”"] if zoek else []
    return f"Indicatoren: {', '.join(over)}" if over else "Alle indicatoren"


def layout(context: Context, **keuze: str) -> Component:
    """Return the catalogue; `keuze` is what the address says (`QUERY`). Unknown values find nothing."""
    alle = _rijen(context.stand)
    gevonden = [rij for rij in alle if _past(rij, keuze)]
    return sjabloon(
        "indicatoren",
        href=context.href,
        zoek=keuze.get("zoek", ""),
        lijsten=_lijsten(alle, keuze),
        telling=_telling(len(gevonden), len(alle)),
        blokken=_blokken(gevonden),
        gekozen=any(keuze.values()),
    )


def _rijen(stand: Stand) -> list[Rij]:
    """Return every reviewed indicator with the name of its source and how many municipalities have it."""
    bronnen = {rij["bron"]: f"{rij['bron_titel']} ({rij['uitgever']})" for rij in stand.leveringen()}
    dekking = {rij["indicator"]: rij for rij in stand.dekking()}
    return [
        {**rij, **dekking[naam], "bron_naam": bronnen.get(rij["bron"], "nog geen bestand ingelezen")}
        for naam, rij in stand.catalogus().items()
    ]


def _past(rij: Rij, keuze: Mapping[str, str]) -> bool:
    """Tell whether an indicator has all words that were asked for and everything that was chosen."""
    einde = rij["periode_einde"]
    woorden = _eenvoudig(" ".join([rij["titel"], rij["definitie"], rij["waarom"]]))
    return (
        all(woord in woorden for woord in _eenvoudig(keuze.get("zoek", "")).split())
        and keuze.get("domein") in (None, "", rij["levensdomein"])
        and keuze.get("bron") in (None, "", rij["bron"])
        and keuze.get("soort") in (None, "", rij["soort"])
        and (not keuze.get("sinds") or (einde is not None and str(einde.year) >= keuze["sinds"]))
    )


def _eenvoudig(woorden: str) -> str:
    """Write words as people search for them: small letters, no accents."""
    letters = unicodedata.normalize("NFKD", woorden.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _lijsten(alle: Sequence[Rij], keuze: Mapping[str, str]) -> list[tuple[str, str, str, list[Keuze]]]:
    """Return the filters: key, label, text of "no choice", options. Only what exists can be chosen."""
    domeinen = {rij["levensdomein"] for rij in alle}
    jaren = sorted({rij["periode_einde"].year for rij in alle if rij["periode_einde"]}, reverse=True)
    bronnen = sorted({(rij["bron"], rij["bron_naam"]) for rij in alle}, key=lambda bron: bron[1].casefold())
    soorten = {rij["soort"] for rij in alle}

    def opties(key: str, gegeven: Iterable[tuple[str, str]]) -> list[Keuze]:
        return [(waarde, naam, waarde == keuze.get(key)) for waarde, naam in gegeven]

    return [
        (
            "domein",
            "Levensdomein",
            "Alle levensdomeinen",
            opties("domein", [(d, d.titel) for d in Levensdomein if d in domeinen]),
        ),
        ("bron", "Bron", "Alle bronnen", opties("bron", bronnen)),
        (
            "soort",
            "Soort cijfer",
            "Alle soorten",
            opties("soort", [(s, naam) for s, naam in SOORTEN.items() if s in soorten]),
        ),
        (
            "sinds",
            "Hoe recent",
            "Alle jaren",
            opties("sinds", [(str(jaar), f"{jaar} of later") for jaar in jaren]),
        ),
    ]


def _telling(gevonden: int, alle: int) -> str:
    if gevonden == alle:
        return f"{tekst.aantal(alle, 'indicator', 'indicatoren')} in totaal".capitalize()
    return f"{tekst.aantal(gevonden, 'indicator', 'indicatoren')} van de {alle}".capitalize()


def _blokken(gevonden: Sequence[Rij]) -> list[Rij]:
    """Return the indicators under the title of their levensdomein, in the order of the pages."""
    blokken = []
    for domein in Levensdomein:
        regels = [_regel(rij) for rij in gevonden if rij["levensdomein"] == domein]
        if regels:
            blokken.append({"titel": domein.titel, "id": domein.value, "regels": regels})
    return blokken


def _regel(rij: Rij) -> Rij:
    einde = rij["periode_einde"]
    delen = [
        SOORTEN[Soort(rij["soort"])].split(":")[0],
        rij["bron_naam"],
        f"laatste jaar: {einde.year}" if einde else "nog geen cijfer",
        f"{tekst.getal(rij['met_waarde'])} van de {rij['aantal']} gemeenten" if einde else None,
    ]
    return {
        "indicator": rij["indicator"],
        "titel": rij["titel"],
        "definitie": rij["definitie"],
        "onderregel": " · ".join(deel for deel in delen if deel),
    }
