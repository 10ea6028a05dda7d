"""`/kaart` with more than one indicator or period at once: `kaartsamen` draws what `vorm` asks for.

Everything is in the server's answer: a script (assets/56-samen.js) only lights up the same municipality in
every drawing, and enlarges the maps together.
"""

from dataclasses import replace
from pathlib import Path

from dashboard.components.downloads import downloads
from dashboard.components.kaartadres import EEN, NAAST, SPREIDING, TEGELS, VEELVOUD
from dashboard.components.kaartbronnen import bronnen
from dashboard.components.kaartparen import naast_elkaar
from dashboard.components.kaartreeksen import veelvoud
from dashboard.components.kaarttweeluik import tweeluikbeeld
from dashboard.components.kaartwoorden import tijd
from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.components.samenbeeld import Samenbeeld
from dashboard.components.samenformulier import samenformulier
from dashboard.context import Context
from dashboard.errors import Onbegrepen
from dashboard.figures.vormen import tegelvormen
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.kaart.paar import derden, gewoon, kaartpaar, voorstel
from dashboard.kaart.reeks import kaartreeks
from dashboard.kaart.vormen import grenzen_zijn_er, grove_vormen
from dashboard.kaart.vraag import Kaartkeuze, beeld_van
from dashboard.tekst import DEMO
from dashboard.warehouse import Stand
from indicators.statistics import Onbekend

OP_JE_SITE = "Op je eigen site tonen"
GEEN_TWEELUIK = "We kunnen deze twee cijfers niet samen kleuren, omdat {}."


def kaartsamen(context: Context, keuze: Kaartkeuze) -> Opmaak:
    """Return the page for one of the forms `SAMEN`; why it cannot be made stands in its place."""
    stand, adres = context.stand, keuze.adres
    beeld, weigering = _made(context, keuze)
    eerste = beeld.beelden[0] if beeld and not adres.indicatoren else _first(stand, keuze)
    kan = grenzen_zijn_er(context.settings.warehouse_dir, stand)
    return sjabloon(
        "kaartsamen",
        "kaartblad",
        kop=beeld.kop if beeld else eerste.indicator["titel"],
        vorm=adres.vorm,
        adres=adres,
        b=beeld,
        weigering=weigering,
        voorstel=_proposal(stand, keuze) if weigering and adres.vorm == NAAST else None,
        f=samenformulier(stand, adres, beeld.beelden if beeld else (), eerste, kan),
        bronnen=bronnen(stand, beeld.beelden) if beeld else [],
        downloads=downloads(
            context.href("/download/kaart"),
            adres.vraag(),
            adres.href(),
            "deze kaarten",
            meer=[(OP_JE_SITE, context.href("/inbedden"))],
        ),
        gemeente=lambda slug: adres.naar_gemeente(context.href(f"/gemeente/{slug}")).met(None),
        methode=context.href("/methode"),
        demo=DEMO if stand.demo else None,
    )


def _made(context: Context, keuze: Kaartkeuze) -> tuple[Samenbeeld | None, str | None]:
    """Return the page, or the sentence that says why there is none."""
    try:
        return samenbeeld(context.stand, context.settings.warehouse_dir, keuze), None
    except Onbegrepen as fout:
        return None, fout.zin


def samenbeeld(stand: Stand, folder: Path, keuze: Kaartkeuze) -> Samenbeeld:
    """Return what is shown; `folder` holds the boundaries. Raises Onbegrepen where that cannot be."""
    vorm = keuze.adres.vorm
    if vorm == VEELVOUD:
        return veelvoud(kaartreeks(stand, keuze), tegelvormen())
    vormen = grove_vormen(folder, stand, keuze.adres.beeld == TEGELS)
    if vorm == NAAST:
        return naast_elkaar(stand, kaartpaar(stand, keuze), vormen)
    paar = kaartpaar(stand, gewoon(keuze))
    gevonden = derden(paar)
    if isinstance(gevonden, Onbekend):
        raise Onbegrepen(GEEN_TWEELUIK.format(gevonden.reden))
    return tweeluikbeeld(stand, paar, gevonden, vormen, wolk=vorm == SPREIDING)


def _first(stand: Stand, keuze: Kaartkeuze) -> Kaartbeeld:
    """Return the map of the first indicator by itself, for what the form says."""
    gewone = gewoon(keuze)
    return beeld_van(stand, replace(gewone, adres=replace(gewone.adres, vorm=EEN)))


def _proposal(stand: Stand, keuze: Kaartkeuze) -> tuple[str, str] | None:
    gevonden = voorstel(stand, keuze)
    return (gevonden[0], f"Toon {tijd(gevonden[1])} ernaast") if gevonden else None
