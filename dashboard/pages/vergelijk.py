"""/vergelijk: two to eight municipalities or areas beside each other. The address says all that is chosen."""

from collections.abc import Mapping

from dash.development.base_component import Component

from dashboard.bladen import Bladen
from dashboard.components.downloads import downloads
from dashboard.components.evoluties import evolutiedeel
from dashboard.components.gebiedsformulier import formulier, voorbeelden
from dashboard.components.gebiedskeuze import QUERY, Keus, keus
from dashboard.components.herkomst import bron
from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.components.tweeperioden import periodedeel
from dashboard.components.warmtetabel import warmtetabel
from dashboard.context import Context
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.gebiedscijfers import evoluties
from dashboard.omgevingsanalyse.tafel import indicatoren, naast_elkaar
from dashboard.tekst import DEMO, opsomming, periode
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import gebied_voor
from indicators.gemeenten.groepen import STANDAARD
from indicators.model import Levensdomein

PATH = "/vergelijk"
MINSTENS = 2
BEWAARD = 32
"""Pages kept: some 150 kB each."""
DELEN = {
    "tabel": "de cijfers naast elkaar",
    "evolutie": "de evolutie per gebied",
    "verschil": "de twee perioden",
}
"""What can be taken along, by the last part of its address."""

__all__ = ["PATH", "QUERY", "layout", "title"]


def title(stand: Stand, gebieden: str = "") -> str:
    """Return the title of the browser tab, with the areas that are compared."""
    gevonden = dict.fromkeys(een.naam for naam in gebieden.split(",") if (een := gebied_voor(naam.strip())))
    return f"Vergelijk {opsomming(list(gevonden))}" if gevonden else "Vergelijk gemeenten"


def layout(context: Context, **vraag: str) -> Component:
    """Return the comparison; `vraag` is what the address says (`QUERY`).

    With fewer than two areas there is nothing to compare yet: then there are examples to begin with.
    """
    bladen = context.stand.onthoud("vergelijkbladen", lambda: Bladen[Opmaak](BEWAARD))
    sleutel = (context.href("/"), *sorted(vraag.items()))
    return bladen.geef(sleutel, lambda: _draw(context, vraag))


def _draw(context: Context, vraag: Mapping[str, str]) -> Opmaak:
    stand, pad = context.stand, context.href(PATH)
    gekozen = keus(stand, pad, vraag)
    genoeg = len(gekozen.gebieden) >= MINSTENS
    return sjabloon(
        "vergelijk",
        "vergelijk",
        f=formulier(stand, gekozen),
        voorbeelden=[] if genoeg else voorbeelden(gekozen.adres, gekozen.gebieden),
        v=_comparison(context, gekozen) if genoeg else None,
        methode=context.href("/methode"),
        demo=DEMO if stand.demo else None,
    )


def _comparison(context: Context, gekozen: Keus) -> dict[str, object]:
    """Return the three parts of the page: the newest figures, the years, and two periods."""
    stand, adres = context.stand, gekozen.adres
    leveringen = achtergrond(stand).leveringen
    tafel = naast_elkaar(stand, gekozen.gebieden, gekozen.groep, indicatoren(stand, gekozen.domein))
    alle = evoluties(stand, gekozen.gebieden, gekozen.groep, gekozen.indicator)
    evolutie = evolutiedeel(alle)
    naam = gekozen.indicator["indicator"]
    twee = (gekozen.nieuw, gekozen.oud)
    bestanden = [leveringen[een["levering"]] for een in stand.bestanden(naam)]
    getekend = ["verschil", *(["evolutie"] if evolutie["figuur"] else [])]
    return {
        "tabel": warmtetabel(tafel, adres, leveringen),
        "evolutie": evolutie,
        "perioden": periodedeel(stand, gekozen.gebieden, gekozen.indicator, twee, gekozen.perioden, adres),
        "uitleg": None if gekozen.groep.keuze == STANDAARD else gekozen.groep.uitleg,
        "indicator": gekozen.indicator,
        "indicatorblad": context.href(f"/indicator/{naam}"),
        "kiezer": _chooser(stand, gekozen),
        "wanneer": _periods(gekozen),
        "bronnen": [bron(een, stand.demo) for een in bestanden],
        "downloads": {deel: _download(context, gekozen, deel, figuur=deel in getekend) for deel in DELEN},
    }


def _download(context: Context, gekozen: Keus, deel: str, figuur: bool) -> dict[str, object]:
    pad, adres = context.href(f"/download{PATH}/{deel}"), gekozen.adres
    return downloads(pad, adres.zoekdeel(), str(adres), DELEN[deel], figuur=figuur)


def _chooser(stand: Stand, gekozen: Keus) -> dict[str, object]:
    """Return the list of indicators, by levensdomein, with the chosen one."""
    per_domein: dict[str, list[tuple[str, str, bool]]] = {}
    catalogus = achtergrond(stand).catalogus
    for domein in Levensdomein:
        rijen: list[Rij] = [rij for rij in catalogus.values() if rij["levensdomein"] == domein]
        opties = [(rij["indicator"], rij["titel"], rij == gekozen.indicator) for rij in rijen]
        if opties:
            per_domein[domein.titel] = opties
    return {"groepen": per_domein, "velden": gekozen.adres.velden("indicator", "van", "tot")}


def _periods(gekozen: Keus) -> dict[str, object]:
    """Return the two lists of periods, newest first, with the chosen ones."""
    perioden = [(een.einde.isoformat(), periode(een.begin, een.einde), een) for een in gekozen.perioden[::-1]]
    return {
        "van": [(dag, naam, een == gekozen.oud) for dag, naam, een in perioden],
        "tot": [(dag, naam, een == gekozen.nieuw) for dag, naam, een in perioden],
        "velden": gekozen.adres.velden("van", "tot"),
    }
