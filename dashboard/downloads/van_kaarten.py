"""The downloads of `/kaart` with more than one map: all their figures, and all drawings on one sheet."""

from flask import Response, request

from dashboard.components.kaartadres import Kaartadres
from dashboard.components.kaartbronnen import leveringen
from dashboard.components.kaartsamen import samenbeeld
from dashboard.components.samenbeeld import Samenbeeld
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.inhoud import Inhoud, Vergelijking
from dashboard.downloads.tekening import Tekening
from dashboard.downloads.van_kaart import PAD, bestandsnaam, cijfer_van
from dashboard.errors import Onbegrepen
from dashboard.figures.kaartblad import kaartenblad
from dashboard.kaart.vraag import Kaartkeuze, kies
from dashboard.settings import Settings
from dashboard.warehouse import Stand

KOLOMMEN = 3
"""Maps beside each other where there are more than two."""


def kaarten(stand: Stand, settings: Settings, soort: str) -> Response:
    """Answer with the maps of the address; 400 with the reason where they cannot be made."""
    adres = Kaartadres.van_vraag(settings.href(PAD), request.args.to_dict())
    keuze = kies(stand, adres)
    if keuze.opmerkingen:
        raise Onbegrepen(keuze.opmerkingen[0])
    beeld = samenbeeld(stand, settings.warehouse_dir, keuze)
    naam = bestandsnaam(f"kaarten {adres.vorm}", beeld.beelden[0], beeld.beelden[-1])
    return antwoord(stand, naam, soort, lambda: _content(settings, beeld, keuze), lambda: _draw(stand, beeld))


def _content(settings: Settings, beeld: Samenbeeld, keuze: Kaartkeuze) -> Inhoud:
    tegen = keuze.tegenover
    return Inhoud(
        titel=beeld.kop,
        pagina=settings.buiten(keuze.adres.href(), request.host_url),
        cijfers=[cijfer_van(een, vlak) for een in beeld.beelden for vlak in een.getoond],
        vergelijking=Vergelijking(tegen.sleutel, tegen.naam, f"{len(tegen.leden)} gemeenten.", tegen.leden),
    )


def _draw(stand: Stand, beeld: Samenbeeld) -> Tekening:
    zinnen = " ".join(beeld.zinnen)
    return Tekening(
        svg=kaartenblad(
            [(deel.kop, deel.tekening, deel.legende) for deel in beeld.kaarten],
            beeld.legenden,
            beeld.gedeeld,
            min(len(beeld.kaarten), KOLOMMEN),
            beeld.kop,
            zinnen,
        ),
        titel=beeld.kop,
        ondertitel=zinnen,
        leveringen=leveringen(stand, beeld.beelden),
        noten=beeld.noten,
    )
