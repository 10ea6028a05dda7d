"""The downloads of `/indicator/<id>`: every figure of every municipality, and the drawings of the page."""

from flask import Response, abort, request

from dashboard.components.provincieverloop import gebiedsdeel
from dashboard.components.verspreiding import Deel, trechterdeel, verdelingsdeel
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.inhoud import Inhoud, alle_gemeenten, met_vlaanderen
from dashboard.downloads.tekening import Tekening
from dashboard.errors import Onbegrepen
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, doorsnede, reeksen_van_gebieden
from dashboard.settings import Settings
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeente_voor
from indicators.model import Soort


def alles(stand: Stand, settings: Settings, naam: str) -> Response:
    """Answer with all municipalities in all periods; 404 where there is no such indicator."""
    titel = _known(stand, naam)
    pagina = settings.buiten(settings.href(f"/indicator/{naam}"), request.host_url)

    def inhoud() -> Inhoud:
        return Inhoud(f"{titel} in alle gemeenten", pagina, alle_gemeenten(stand, naam), met_vlaanderen())

    return antwoord(stand, naam.replace("_", "-"), "zip", inhoud, None)


def figuur(stand: Stand, naam: str, deel: str, soort: str) -> Response:
    """Answer with one drawing of the page, for the period and the municipality in the address."""
    _known(stand, naam)
    snede, eigen = _asked(stand, naam)

    def tekening() -> Tekening | None:
        return _draw(stand, _part(stand, snede, deel, eigen), snede)

    return antwoord(stand, f"{naam}-{deel}".replace("_", "-"), soort, None, tekening)


def _known(stand: Stand, naam: str) -> str:
    """Return the title of an indicator of this build, or answer 404."""
    rij = achtergrond(stand).catalogus.get(naam)
    if rij is None:
        abort(404)
    return str(rij["titel"])


def _asked(stand: Stand, naam: str) -> tuple[Doorsnede, str | None]:
    """Read period and municipality from the address; 400 where one of them does not exist."""
    perioden = {str(een.einde): een for een, _ in achtergrond(stand).vlaanderen.get(naam, ())}
    einde, slug = request.args.get("periode", ""), request.args.get("gemeente", "")
    if einde and einde not in perioden:
        raise Onbegrepen(f"Voor de periode “{einde[:40]}” zijn er geen cijfers.")
    waar = gemeente_voor(slug) if slug else None
    if slug and waar is None:
        raise Onbegrepen(f"De gemeente “{slug[:40]}” kennen we niet.")
    return doorsnede(stand, naam, perioden.get(einde)), waar.nis_code if waar else None


def _part(stand: Stand, snede: Doorsnede, deel: str, eigen: str | None) -> Deel | None:
    """Return what the page shows there, or None where it shows nothing."""
    if snede.periode is None:
        return None
    if deel == "verdeling":
        return verdelingsdeel(snede, eigen)
    if deel == "trechter":
        return None if snede.soort is Soort.AANTAL else trechterdeel(snede, eigen)
    return gebiedsdeel(snede, reeksen_van_gebieden(stand, snede.indicator["indicator"]))


def _draw(stand: Stand, deel: Deel | None, snede: Doorsnede) -> Tekening | None:
    """Return the drawing with the words that stand around it on the page."""
    if deel is None or not deel["breed"]:
        return None
    bekend = achtergrond(stand).leveringen
    sleutels = dict.fromkeys(plek.levering for plek in snede.bekend if plek.levering)
    return Tekening(
        svg=deel["breed"],
        titel=deel["titel"],
        ondertitel=deel["ondertitel"],
        leveringen=[bekend[een] for een in sleutels],
        noten=[*deel["zinnen"], *deel["noten"]],
    )
