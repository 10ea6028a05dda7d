"""/kaart: one indicator in all municipalities at once. The address says all that is chosen.

A script colours the map again with `/kaart.json` (assets/56-kaart.js); without it the form asks for the page.
"""

import json
from collections.abc import Mapping
from dataclasses import replace

from dash import Dash
from dash.development.base_component import Component
from flask import Response, request

from dashboard.bladen import Bladen
from dashboard.components.downloads import Vouw, downloads
from dashboard.components.indicatoradres import Indicatoradres
from dashboard.components.kaartadres import EEN, QUERY, SAMEN, TEGELS, VERSCHIL, Kaartadres
from dashboard.components.kaartbronnen import bronregels
from dashboard.components.kaartfiguur import erover, tekening
from dashboard.components.kaartformulier import VORMEN, kaartformulier
from dashboard.components.kaartje import kaartje
from dashboard.components.kaartlegende import legende
from dashboard.components.kaartsamen import OP_JE_SITE, kaartsamen
from dashboard.components.kaarttabel import kop_oordeel, rijen
from dashboard.components.kaartwoorden import ZONDER, bevinding, kop, leeswijzer
from dashboard.components.opmaak import Opmaak, macro, sjabloon
from dashboard.context import Context
from dashboard.errors import Onbegrepen
from dashboard.kaart.beeld import EIGEN_REDENEN, ONTBREEKT, Kaartbeeld
from dashboard.kaart.data import OORDEEL
from dashboard.kaart.data import ZONDER as LETTERS
from dashboard.kaart.klassen import KANSARMOEDE
from dashboard.kaart.vormen import gekozen_vormen, grenzen_zijn_er
from dashboard.kaart.vraag import BIJ_EEN_GEMEENTE, Kaartkeuze, beeld_van, kies
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.tekst import DEMO, REDENEN
from dashboard.warehouse import Stand, Warehouse
from indicators.gemeenten.groepen import EIGEN, HOOGSTENS_EIGEN, STANDAARD
from indicators.statistics import Positie

PATH = "/kaart"
BEWAARD = 24
"""Pages kept: some 300 kB each."""
VOORZETSELS = {Positie.LAGER: "dan", Positie.NIET_TE_ONDERSCHEIDEN: "van", Positie.HOGER: "dan"}
TEKEN_OPNIEUW = ("gebied", "beeld", "vorm", "stippen", "lijnen")
"""What the server draws again; all else changes colours and words only."""

__all__ = ["PATH", "QUERY", "layout", "register", "title"]


def title(stand: Stand, indicator: str = KANSARMOEDE, vorm: str = EEN) -> str:
    """Return the title of the browser tab."""
    soort = VORMEN[vorm] if vorm in SAMEN or vorm == VERSCHIL else "Kaart"
    rij = achtergrond(stand).catalogus.get(indicator)
    return f"{soort}: {rij['titel']}" if rij else soort


def layout(context: Context, **vraag: str) -> Component:
    """Return the map; `vraag` is what the address says (`QUERY`)."""
    bladen = context.stand.onthoud("kaartbladen", lambda: Bladen[Opmaak](BEWAARD))
    sleutel = (context.href("/"), *sorted(vraag.items()))
    return bladen.geef(sleutel, lambda: _draw(context, vraag))


def register(app: Dash, warehouse: Warehouse, store: Store, settings: Settings) -> None:
    """Answer `/kaart/kaartje` with what the page says about `gemeente`, for the script."""

    @app.server.get("/kaart/kaartje")
    def card() -> Response:
        stand = warehouse.snapshot()
        adres = Kaartadres.van_vraag(settings.href(PATH), request.args.to_dict())
        keuze, beeld, _ = _understood(stand, adres)
        if keuze.gemeente is None:
            return Response("", mimetype="text/html")
        inhoud = kaartje(stand, beeld, keuze.gemeente, keuze.adres, settings.href)
        return Response(macro("kaartje", "kaartje")(inhoud), mimetype="text/html")


def _draw(context: Context, vraag: Mapping[str, str]) -> Opmaak:
    stand = context.stand
    keuze, beeld, meldingen = _understood(stand, Kaartadres.van_vraag(context.href(PATH), vraag))
    if keuze.adres.vorm in SAMEN:
        return kaartsamen(context, keuze)
    adres, folder = keuze.adres, context.settings.warehouse_dir
    kan = grenzen_zijn_er(folder, stand)
    lijnen = adres.lijnen.split(",")
    _, vormen = gekozen_vormen(folder, stand, adres.beeld == TEGELS, lijnen)
    return sjabloon(
        "kaart",
        "kaartblad",
        kop=kop(beeld),
        bevinding=bevinding(beeld),
        meldingen=[*meldingen, *keuze.opmerkingen],
        f=kaartformulier(stand, beeld, adres, kan),
        adres=adres,
        kan=kan,
        verschil=adres.vorm == VERSCHIL,
        kaart=tekening(stand, beeld, vormen, stippen=bool(adres.stippen), lijnen=lijnen),
        legende=legende(stand, beeld, bool(adres.stippen), erover(vormen, lijnen)),
        noten=leeswijzer(beeld),
        kaartje=kaartje(stand, beeld, keuze.gemeente, adres, context.href) if keuze.gemeente else None,
        rijen=rijen(beeld, adres),
        tegenover=kop_oordeel(beeld),
        indicatorblad=Indicatoradres(
            context.href(f"/indicator/{beeld.indicator['indicator']}"),
            gemeente=adres.gemeente,
            vergelijk=adres.vergelijk,
            zonder=adres.zonder,
        ).href(),
        bronnen=bronregels(stand, beeld),
        downloads=_take_along(context, adres, kan),
        script=json.dumps(_for_the_script(context, beeld, adres), ensure_ascii=False),
        demo=DEMO if stand.demo else None,
        methode=context.href("/methode"),
    )


def _take_along(context: Context, adres: Kaartadres, kan: bool) -> Vouw:
    """Return the downloads; shapes where there are boundaries (`kan`), and the map for another site."""
    pad = context.href(f"/download{PATH}")
    meer = [("Grenzen met hun cijfer (GeoJSON)", f"{pad}.geojson")] if kan else []
    meer.append((OP_JE_SITE, context.href("/inbedden")))
    return downloads(pad, adres.vraag(), adres.href(), "deze kaart", meer=meer)


def _understood(stand: Stand, adres: Kaartadres) -> tuple[Kaartkeuze, Kaartbeeld, list[str]]:
    """Return the map that is asked for; where that cannot be, the one that is nearest, and why."""
    melding: list[str] = []
    zonder_van = replace(adres, van="")  # two periods that share years: the nearest two that do not
    for poging in (
        adres,
        zonder_van,
        replace(zonder_van, vorm=EEN),
        Kaartadres(adres.pad, indicator=adres.indicator),
        Kaartadres(adres.pad),
    ):
        try:
            keuze = kies(stand, poging)
            return keuze, beeld_van(stand, keuze), melding
        except Onbegrepen as fout:
            melding = melding or [fout.zin]
    raise LookupError(f"no map of {KANSARMOEDE} in build {stand.id}")


def _for_the_script(context: Context, beeld: Kaartbeeld, adres: Kaartadres) -> dict[str, object]:
    """Return addresses and words that assets/56-kaart.js works with; `adres` is of the map that is shown."""
    return {
        "stand": beeld.stand,
        "data": context.href("/kaart.json"),
        "kaartje": context.href("/kaart/kaartje"),
        "indicatorblad": context.href("/indicator/"),
        "tekenOpnieuw": TEKEN_OPNIEUW,
        "bijEenGemeente": BIJ_EEN_GEMEENTE,
        "eigen": EIGEN,
        "hoogstens": HOOGSTENS_EIGEN,
        "standaard": STANDAARD,
        "gekozen": {naam: getattr(adres, naam) for naam in QUERY},
        "gewoon": {naam: getattr(Kaartadres(), naam) for naam in QUERY},
        "kort": [ZONDER[EIGEN_REDENEN.get(reden, ONTBREEKT)] for reden in REDENEN],
        "omdat": [*REDENEN.values()],
        "redenen": {letter: reden for reden, letter in LETTERS.items()},
        "oordeel": {letter: f"{woord} {VOORZETSELS[woord]}" for woord, letter in OORDEEL.items()},
    }
