"""/indicator/<indicator>: one kind of figure in all municipalities."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from dash.development.base_component import Component
from flask import abort

from dashboard.bladen import Bladen
from dashboard.components.downloads import Vouw, downloads
from dashboard.components.gemeentetabel import gebiedskeuzes, gekozen_gebied, kolommen, tabel
from dashboard.components.herkomst import betekenis, bron
from dashboard.components.indicatoradres import AF, GEMEENTE, JA, OP, QUERY, Indicatoradres
from dashboard.components.indicatorzinnen import (
    bij_de_tabel,
    over_gemeente,
    plaats_in_de_rij,
    samenvatting,
    wanneer,
)
from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.components.provincieverloop import gebiedsdeel
from dashboard.components.verspreiding import Deel, trechterdeel, verdelingsdeel
from dashboard.context import Context
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, Plek, aandelen, doorsnede, reeksen_van_gebieden
from dashboard.tekst import DEMO
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import Gemeente, gemeente_voor, gemeenten
from indicators.model import Levensdomein, Soort
from indicators.statistics import Onbekend, Periode

PATH = "/indicator/<indicator>"
BEWAARD = 32
"""Pages kept: some 150 kB each."""
__all__ = ["PATH", "QUERY", "layout", "title"]


def title(stand: Stand, indicator: str) -> str:
    """Return the title of the browser tab."""
    return f"{_known(stand, indicator)['titel']}: alle gemeenten"


def layout(context: Context, indicator: str, **gevraagd: str) -> Component:
    """Return the page of an indicator of this build; `gevraagd` is what the address says (`QUERY`)."""
    _known(context.stand, indicator)
    adres = Indicatoradres(context.href(f"/indicator/{indicator}"), **gevraagd)
    bladen = context.stand.onthoud("indicatorbladen", lambda: Bladen[Opmaak](BEWAARD))
    return bladen.geef(adres, lambda: _draw(context, indicator, adres))


def _draw(context: Context, indicator: str, adres: Indicatoradres) -> Opmaak:
    stand = context.stand
    perioden = {str(een.einde): een for een, _ in achtergrond(stand).vlaanderen.get(indicator, ())}
    snede = doorsnede(stand, indicator, perioden.get(adres.periode))
    waar = _place(snede, adres)
    meldingen = _not_understood(adres, waar, snede, perioden)
    adres = _understood(adres, waar, snede, perioden)
    eigen = waar.nis_code if waar else None
    return sjabloon(
        "indicator",
        href=context.href,
        adres=adres,
        indicator=snede.indicator,
        domein=Levensdomein(snede.indicator["levensdomein"]).titel,
        meldingen=meldingen,
        zinnen=samenvatting(snede),
        gemeenten=[(een.slug, een.naam) for een in gemeenten().values()],
        perioden=[(sleutel, wanneer(een)) for sleutel, een in reversed(perioden.items())],
        periode=str(snede.periode.einde) if snede.periode else "",
        eigen=_own(context, snede, snede.plekken[eigen], adres) if eigen and snede.periode else None,
        figuren=_figures(context, snede, eigen, adres) if snede.periode else [],
        downloads=_download(context, snede, adres, None),
        tabel=tabel(snede, adres, eigen, context.href) if snede.periode else None,
        gebieden=gebiedskeuzes(),
        bij_de_tabel=bij_de_tabel(snede),
        betekenis=[paar for paar in betekenis(snede.indicator) if paar[1] != snede.indicator["definitie"]],
        bronnen=_sources(stand, snede),
        meld=context.href("/meld?" + urlencode({"indicator": indicator, "stand": stand.id})),
        demo=DEMO if stand.demo else None,
    )


def _known(stand: Stand, indicator: str) -> Rij:
    """Return the indicator's row of the catalog; one that this build does not know is nowhere."""
    rij = achtergrond(stand).catalogus.get(indicator)
    if rij is None:
        abort(404)
    return rij


def _place(snede: Doorsnede, adres: Indicatoradres) -> Gemeente | None:
    """Return the municipality that the address names, by any of its names."""
    waar = gemeente_voor(adres.gemeente) if adres.gemeente else None
    return waar if waar and waar.nis_code in snede.plekken else None


def _figures(
    context: Context, snede: Doorsnede, eigen: str | None, adres: Indicatoradres
) -> list[tuple[Deel, Vouw | None]]:
    """Return the parts of the page with a drawing, or with the reason why not, each with its downloads."""
    gebieden = reeksen_van_gebieden(context.stand, snede.indicator["indicator"])
    delen = [
        verdelingsdeel(snede, eigen),
        None if snede.soort is Soort.AANTAL else trechterdeel(snede, eigen),
        gebiedsdeel(snede, gebieden),
    ]
    return [
        (deel, _download(context, snede, adres, deel) if deel["breed"] else None) for deel in delen if deel
    ]


def _download(context: Context, snede: Doorsnede, adres: Indicatoradres, deel: Deel | None) -> Vouw:
    """Return what can be taken along of one drawing; None asks for the figures themselves."""
    naam, titel = snede.indicator["indicator"], snede.indicator["titel"]
    pad = context.href(f"/download/indicator/{naam}")
    if deel is None:
        return downloads(pad, "", adres.href(), f"{titel} in alle gemeenten", figuur=False)
    vraag = urlencode([(key, waarde) for key, waarde in adres.gekozen() if key in ("gemeente", "periode")])
    return downloads(f"{pad}/{deel['id']}", vraag, adres.href(), deel["titel"], cijfers=False)


def _understood(
    adres: Indicatoradres, waar: Gemeente | None, snede: Doorsnede, perioden: Mapping[str, Periode]
) -> Indicatoradres:
    """Return the address without what does not exist, so that no link carries it on."""
    sorteerbaar = {een.sleutel for een in kolommen(snede) if een.volgorde}
    return replace(
        adres,
        gemeente=waar.slug if waar else "",
        periode=adres.periode if adres.periode in perioden else "",
        gebied=adres.gebied if gekozen_gebied(adres) else "",
        sorteer=adres.sorteer if adres.sorteer in sorteerbaar else GEMEENTE,
        richting=AF if adres.richting == AF else OP,
        rang=JA if adres.rang == JA else "",
    )


def _not_understood(
    adres: Indicatoradres, waar: Gemeente | None, snede: Doorsnede, perioden: Mapping[str, Periode]
) -> list[str]:
    """Say what the address asks for that does not exist, and what stands there instead."""
    meldingen = []
    if adres.gemeente and waar is None:
        meldingen.append(f"De gemeente “{adres.gemeente[:40]}” kennen we niet. Kies er een in de lijst.")
    if adres.periode and adres.periode not in perioden and snede.periode:
        nieuwste = wanneer(snede.periode)
        meldingen.append(f"Voor die periode zijn er geen cijfers. Hieronder staan die van {nieuwste}.")
    if adres.gebied and gekozen_gebied(adres) is None:
        meldingen.append(f"Het gebied “{adres.gebied[:40]}” kennen we niet. Je ziet alle gemeenten.")
    return meldingen


def _own(context: Context, snede: Doorsnede, plek: Plek, adres: Indicatoradres) -> dict[str, object]:
    """Return what is said about the municipality that was chosen."""
    kan = plek.meting is not None and not isinstance(aandelen(snede), Onbekend)
    pad = adres.naar_gemeente(context.href(f"/gemeente/{plek.gemeente.slug}"))
    return {
        "naam": plek.gemeente.naam,
        "zin": over_gemeente(snede, plek),
        "link": pad.met(snede.indicator["indicator"]),
        "weg": adres.met(gemeente="", rang=""),
        "rang": plaats_in_de_rij(snede, plek) if adres.rang else [],
        "rang_link": adres.met(rang=JA) if kan and not adres.rang else None,
        "rang_weg": adres.met(rang="") if adres.rang else None,
    }


def _sources(stand: Stand, snede: Doorsnede) -> list[dict[str, object]]:
    """Return the source lines of all files that the figures of this period come from."""
    leveringen: Mapping[str, Rij] = achtergrond(stand).leveringen
    sleutels = dict.fromkeys(plek.levering for plek in snede.bekend if plek.levering)
    return [bron(leveringen[een], stand.demo) for een in sleutels]
