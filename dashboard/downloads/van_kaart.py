"""The downloads of `/kaart`: the figures behind the map, its drawing, and its shapes with the figures."""

from flask import Response, request

from dashboard.components.kaartadres import GEOGRAFISCH, JA, Kaartadres
from dashboard.components.kaartbronnen import leveringen
from dashboard.components.kaartfiguur import erover, tekening
from dashboard.components.kaartlegende import legende
from dashboard.components.kaartwoorden import bevinding, kop, leeswijzer, wanneer
from dashboard.downloads.antwoord import antwoord, bestand
from dashboard.downloads.cijfers import Cijfer
from dashboard.downloads.geojson import als_geojson
from dashboard.downloads.inhoud import Inhoud, Vergelijking
from dashboard.downloads.tekening import Tekening
from dashboard.errors import Afwezig, Onbegrepen
from dashboard.figures.kaartblad import kaartblad
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from dashboard.kaart.grenzen import grenzenbestand
from dashboard.kaart.vormen import gekozen_vormen
from dashboard.kaart.vraag import Kaartkeuze, beeld_van, kies
from dashboard.settings import Settings
from dashboard.warehouse import Stand
from indicators.gemeenten import GEOGRAFIEEN
from indicators.gemeenten.groepen import EIGEN
from indicators.gemeenten.spelling import slug_of

PAD = "/kaart"
BREEDTE = 760
GEEN_GRENZEN = (
    "De grenzen van de gemeenten zijn er nog niet, dus is er geen GeoJSON. Wie het Regiekompas beheert, "
    "haalt ze op met het commando “python -m etl run”. De cijfers zelf kan je wel downloaden."
)


def kaart(stand: Stand, settings: Settings, soort: str) -> Response:
    """Answer with the map of the address; 400 where something in it is not understood.

    404 with the reason where boundaries are asked for that were never fetched.
    """
    adres = Kaartadres.van_vraag(settings.href(PAD), request.args.to_dict())
    keuze = kies(stand, adres)
    if keuze.opmerkingen:
        raise Onbegrepen(keuze.opmerkingen[0])
    beeld = beeld_van(stand, keuze)
    naam = bestandsnaam("kaart", beeld)
    if soort == "geojson":
        grenzen = grenzenbestand(settings.warehouse_dir, stand, GEOGRAFIEEN[-1])
        if grenzen is None:
            raise Afwezig(GEEN_GRENZEN)
        return bestand(stand, naam, soort, lambda: als_geojson(stand, beeld, grenzen.read_bytes()))
    return antwoord(
        stand,
        naam,
        soort,
        lambda: _content(settings, beeld, keuze),
        lambda: _draw(stand, settings, beeld, adres),
    )


def bestandsnaam(soort: str, *beelden: Kaartbeeld) -> str:
    """Name a file after what the maps show: `kaart-arop-2022-provincie-limburg`."""
    wat = dict.fromkeys(f"{een.indicator['indicator']} {wanneer(een)}" for een in beelden)
    gebied = beelden[0].gebied.sleutel
    return slug_of(" ".join((soort, *wat, EIGEN if gebied.startswith(EIGEN) else gebied)))


def _content(settings: Settings, beeld: Kaartbeeld, keuze: Kaartkeuze) -> Inhoud:
    tegen = keuze.tegenover
    return Inhoud(
        titel=kop(beeld),
        pagina=settings.buiten(keuze.adres.href(), request.host_url),
        cijfers=[cijfer_van(beeld, vlak) for vlak in beeld.getoond],
        vergelijking=Vergelijking(tegen.sleutel, tegen.naam, f"{len(tegen.leden)} gemeenten.", tegen.leden),
    )


def cijfer_van(beeld: Kaartbeeld, vlak: Vlak) -> Cijfer:
    """Return the figure of one municipality on a map, with everything that a download says about it."""
    return Cijfer(
        indicator=beeld.indicator,
        nis_code=vlak.nis_code,
        naam=vlak.naam,
        periode=(beeld.periode.begin, beeld.periode.einde) if beeld.periode else None,
        meting=vlak.meting,
        reden=vlak.reden,
        levering=vlak.levering,
        interval=vlak.interval,
        tegenover=beeld.tegenover.naam,
        vergelijking=vlak.tegen,
        oordeel=vlak.oordeel,
        bijgesteld=vlak.waarde if beeld.gekrompen else None,
        verandering=vlak.verandering,
        verschil=(vlak.verschil, beeld.vorige.einde) if beeld.vorige and vlak.verschil is not None else None,
    )


def _draw(stand: Stand, settings: Settings, beeld: Kaartbeeld, adres: Kaartadres) -> Tekening:
    lijnen = adres.lijnen.split(",")
    _, vormen = gekozen_vormen(settings.warehouse_dir, stand, adres.beeld != GEOGRAFISCH, lijnen)
    stippen = adres.stippen == JA
    getekend = tekening(stand, beeld, vormen, BREEDTE, stippen, lijnen)
    return Tekening(
        svg=kaartblad(
            getekend,
            legende(stand, beeld, stippen, erover(vormen, lijnen)),
            kop(beeld),
            bevinding(beeld),
        ),
        titel=kop(beeld),
        ondertitel=bevinding(beeld),
        leveringen=leveringen(stand, [beeld]),
        noten=leeswijzer(beeld),
    )
