"""/gemeente/<slug>: the omgevingsanalyse on the left, the regieprofiel on the right."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from dash import html
from dash.development.base_component import Component
from flask import request

from dashboard.bladen import Bladen, Ingepakt
from dashboard.components import vergelijkkeuze
from dashboard.components.cijfer import Weergave
from dashboard.components.doel import OnbekendDoel, lees
from dashboard.components.duiding import tijd
from dashboard.components.evolutie import BREED, evolutie
from dashboard.components.gebiedsadres import Gebiedsadres
from dashboard.components.omgeving import KOP, domeinen, opening
from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.components.regieprofiel import REGIE, regieprofiel
from dashboard.components.vergelijkkeuze import Keus, keus, unknown
from dashboard.components.verloop import Verloop
from dashboard.context import Context
from dashboard.eerste import als_html
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.analyse import STANDAARD, Analyse, Regel, reeks_tegenover
from dashboard.omgevingsanalyse.zinnen import anker
from dashboard.routing import gemeente_van
from dashboard.security import may_write
from dashboard.store import Beoordeling, Store, StoreError
from dashboard.tekst import getal
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import Gemeente, grootteklasse
from indicators.gemeenten.groepen import lid_van

PATH = "/gemeente/<slug>"
QUERY = ("indicator", "doel", *vergelijkkeuze.QUERY)
PLAATS = ("bevolking", KOP)
"""The figures by which the study of 2018 sorts the municipalities."""
KOP_BREED = 480
"""Pixels: the headline shares the page with what stands out."""
BEWAARD = 512
"""Pages kept, packed: some 55 kB each. Of every municipality one is drawn ahead (dashboard/vooraf.py)."""


def title(stand: Stand, slug: str) -> str:
    """Return the title of the browser tab."""
    return f"{gemeente_van(slug).naam}: armoede en regie"


def layout(
    context: Context,
    slug: str,
    indicator: str | None = None,
    vergelijk: str = STANDAARD,
    zonder: str = "",
    met: str = "",
    doel: str = "",
) -> Component:
    """Return the page of one municipality; `indicator` is the one whose evolution is opened.

    `doel` is a target for that figure, or for the headline where none is opened.
    `vergelijk`, `zonder` and `met` say with whom it is compared: see `components/vergelijkkeuze.py`.
    """
    waar = gemeente_van(slug)
    blad = _sheet(context, waar, (indicator, vergelijk, zonder, met, doel))
    regie = _own_regie(context, waar, blad.figuren) or Opmaak(str(blad.regie))
    omgeving = html.Div(Opmaak(str(blad.omgeving)), className="omgeving")
    return html.Div(
        [
            Opmaak(str(blad.kop)),
            Opmaak(str(blad.opening)),
            html.Div([omgeving, regie], className="tweeluik"),
        ]
    )


def teken_vooraf(context: Context, slug: str) -> None:
    """Draw the page of a municipality as links lead to it, and keep it for who comes."""
    _sheet(context, gemeente_van(slug), GEWOON)


Gevraagd = tuple[str | None, str, str, str, str]
GEWOON: Gevraagd = (None, STANDAARD, "", "", "")
"""What the address asks when it says nothing: indicator, vergelijk, zonder, met, doel."""


@dataclass(frozen=True, slots=True)
class Blad:
    """What a page says about the figures, and about the regierol as long as nobody answered.

    `figuren` are those that place the municipality in the study.
    """

    kop: Ingepakt
    opening: Ingepakt
    omgeving: Ingepakt
    regie: Ingepakt
    figuren: Mapping[str, Rij]


def _sheet(context: Context, waar: Gemeente, gevraagd: Gevraagd) -> Blad:
    bladen = context.stand.onthoud("gemeentebladen", lambda: Bladen[Blad](BEWAARD))
    sleutel = (context.href("/"), waar.slug, *gevraagd)
    return bladen.geef(sleutel, lambda: _draw(context, waar, *gevraagd))


def _draw(
    context: Context, waar: Gemeente, indicator: str | None, vergelijk: str, zonder: str, met: str, doel: str
) -> Blad:
    stand = context.stand
    gekozen = keus(stand, waar.nis_code, vergelijk, zonder, met)
    analyse = gekozen.analyse
    if indicator and indicator not in analyse.regels:
        gekozen = replace(gekozen, meldingen=(*gekozen.meldingen, unknown("cijfer", indicator)))
    open_ = indicator if indicator in analyse.regels and indicator != KOP else None
    try:
        streef = lees(doel, analyse.regels[open_ or KOP])
    except OnbekendDoel as fout:
        gekozen, streef = replace(gekozen, meldingen=(*gekozen.meldingen, fout.zin)), None
    adres = gekozen.adres(context.href(f"/gemeente/{waar.slug}"), open_, doel if streef is not None else "")
    weergave = Weergave(analyse, adres, context.href, _by_indicator(stand.herzien(waar.nis_code)))
    evoluties = {open_: _evolution(stand, weergave, open_, streef)} if open_ else {}
    figuren = {naam: een.indicator | een.rij for naam, een in analyse.regels.items() if naam in PLAATS}
    verloop = _evolution(stand, weergave, KOP, None if open_ else streef, KOP_BREED)
    return Blad(
        kop=Ingepakt(_head(stand, gekozen, weergave, met).markup),
        opening=Ingepakt(opening(weergave, verloop).markup),
        omgeving=Ingepakt(domeinen(weergave, evoluties).markup),
        regie=Ingepakt(als_html(_regie(context, waar, None, None, figuren))),
        figuren=figuren,
    )


def _own_regie(context: Context, waar: Gemeente, figuren: Mapping[str, Rij]) -> Component | None:
    """Return the regieprofiel with own answers, or why they cannot be read; None where there are none."""
    try:
        eigen, vorige = _assessments(context.store, waar)
    except StoreError as fout:  # the figures are there all the same
        return _regie(context, waar, None, None, figuren, str(fout))
    return _regie(context, waar, eigen, vorige, figuren) if eigen else None


def _regie(
    context: Context,
    waar: Gemeente,
    eigen: Beoordeling | None,
    vorige: Beoordeling | None,
    figuren: Mapping[str, Rij],
    storing: str | None = None,
) -> Component:
    scan = context.href(f"/regiescan/{waar.slug}")
    return regieprofiel(waar.naam, eigen, vorige, figuren, scan, storing)


def _head(stand: Stand, gekozen: Keus, blad: Weergave, met: str) -> Opmaak:
    """Return name, province and size of the municipality, and with whom it is compared."""
    return sjabloon(
        "vergelijkkeuze",
        waar=gekozen.analyse.gemeente,
        onderregel=_under(gekozen.analyse),
        regie=REGIE,
        naast=_beside(gekozen, blad),
        kaart=_map(gekozen, blad),
        k=vergelijkkeuze.formulier(stand, gekozen, blad.adres, met),
    )


def _beside(gekozen: Keus, blad: Weergave) -> str:
    """Return the address where this municipality stands beside others, with the same comparator."""
    analyse = gekozen.analyse
    pad, vergelijk = blad.href("/vergelijk"), analyse.groep.keuze
    return str(Gebiedsadres(pad, (analyse.gemeente.slug,), vergelijk=vergelijk, zonder=gekozen.zonder))


def _map(gekozen: Keus, blad: Weergave) -> str:
    """Return the address of the map with this municipality's card open, with the same comparator."""
    vraag = blad.adres.vergelijking()
    pad = f"/kaart?gemeente={gekozen.analyse.gemeente.slug}"
    return blad.href(f"{pad}&{vraag}" if vraag else pad)


def _by_indicator(rijen: list[Rij]) -> dict[str, list[Rij]]:
    per_indicator = defaultdict(list)
    for rij in rijen:
        per_indicator[rij["indicator"]].append(rij)
    return per_indicator


def _evolution(
    stand: Stand, blad: Weergave, naam: str, doel: float | None, breed: int = BREED
) -> dict[str, object]:
    """Return the evolution of an indicator, drawn `breed` pixels wide, and what of it can be taken along."""
    analyse, regel = blad.analyse, blad.analyse.regels[naam]
    tegenover, leveringen = reeks_tegenover(stand, analyse, naam), achtergrond(stand).leveringen
    gevonden = evolutie(Verloop(analyse, regel, tegenover, leveringen, doel), breed)
    titel, getekend = regel.indicator["titel"], gevonden["figuur"] is not None
    mee = blad.neem_mee(f"indicator/{naam}", anker(naam), titel, figuur=getekend, doel=doel is not None)
    eigen = blad.adres.indicator == naam or (naam == KOP and blad.adres.indicator is None)
    return gevonden | {
        "downloads": mee if regel.meting else None,
        "streefcijfer": _target_form(blad, regel, doel) if getekend and eigen else None,
    }


def _target_form(blad: Weergave, regel: Regel, doel: float | None) -> dict[str, object]:
    """Return the field in which the reader sets a target; the rest of the address stays."""
    vast = parse_qsl(blad.adres.vergelijking())
    if blad.adres.indicator:
        vast.append(("indicator", blad.adres.indicator))
    return {
        "pad": blad.adres.pad,
        "vast": vast,
        "eenheid": regel.indicator["eenheid"],
        "doel": "" if doel is None else blad.adres.doel,
    }


def _under(analyse: Analyse) -> str:
    """Write province, inhabitants with their year, and size class."""
    delen = [lid_van()["provincie", analyse.gemeente.nis_code].groep_naam]
    inwoners = analyse.regels.get("bevolking")
    if inwoners and inwoners.meting:
        aantal = inwoners.rij["waarde"]
        klasse = grootteklasse(aantal, "tabel_6")
        delen += [f"{getal(aantal)} inwoners ({tijd(inwoners.rij)})", f"grootteklasse {klasse.titel}"]
    return " · ".join(delen)


def _assessments(store: Store, waar: Gemeente) -> tuple[Beoordeling | None, Beoordeling | None]:
    """Return the newest assessment with answers (running or finished) and the finished one before it.

    Until people can sign in, answers are seen only where they may be given: at the machine itself.
    """
    if may_write(request.environ, dict(request.headers)):
        return None, None
    alle = store.beoordelingen(waar.nis_code)
    gevuld = [beoordeling for beoordeling in alle if beoordeling.antwoorden]
    return (gevuld[0] if gevuld else None), (gevuld[1] if len(gevuld) > 1 else None)
