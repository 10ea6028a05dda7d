"""What a map says about the one municipality that somebody points out."""

from collections.abc import Callable

from dashboard.components.duiding import schrijf, tussen
from dashboard.components.kaartadres import Kaartadres
from dashboard.components.kaartwoorden import tegen_wie, tijd, wanneer, woord
from dashboard.figures.sparkline import sparkline
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from dashboard.omgevingsanalyse.achtergrond import perioden
from dashboard.tekst import LEEG, geen_cijfer, hoofdletter
from dashboard.warehouse import Stand
from indicators.gemeenten import Gemeente, gemeenten
from indicators.gemeenten.ligging import buren
from indicators.statistics import Aggregaat, Interval, Oordeel

VONK_BREED, VONK_HOOG = 220, 44


def kaartje(
    stand: Stand, beeld: Kaartbeeld, waar: Gemeente, adres: Kaartadres, href: Callable[[str], str]
) -> dict[str, object]:
    """Return what `templates/kaartje.html` is filled in with."""
    vlak = next(een for een in beeld.vlakken if een.nis_code == waar.nis_code)
    naar = adres.naar_gemeente(href(f"/gemeente/{waar.slug}"))
    lijst = sorted((gemeenten()[nis] for nis in buren(waar.nis_code)), key=lambda een: een.naam)
    return {
        "naam": waar.naam,
        "titel": beeld.indicator["titel"],
        "wanneer": wanneer(beeld),
        "geen": geen_cijfer(vlak.reden or LEEG) if vlak.meting is None else None,
        "waarde": schrijf(beeld, vlak.meting.waarde)
        if vlak.meting and vlak.meting.waarde is not None
        else None,
        "zinnen": _sentences(beeld, vlak),
        "oordeel": woord(beeld, vlak),
        "klasse": _colour(vlak),
        "verloop": _course(stand, beeld, vlak),
        "link": naar.met(beeld.indicator["indicator"]),
        "sluit": adres.met(gemeente=""),
        "buren": [(een.slug, een.naam, adres.met(gemeente=een.slug)) for een in lijst],
    }


def _sentences(beeld: Kaartbeeld, vlak: Vlak) -> list[str]:
    """Return how sure the figure is, what else was coloured, and what it is held against."""
    zinnen = []
    if isinstance(vlak.interval, Interval):
        zinnen.append(f"Onzeker: {tussen(beeld, vlak.interval)} (in 95 van de 100 gevallen).")
    elif vlak.meting:
        zinnen.append(f"Hoe onzeker dit cijfer is, weten we niet, omdat {vlak.interval.reden}.")
    if vlak.schatting:
        zinnen.append("Een schatting: herrekend na een fusie.")
    if beeld.gekrompen and vlak.waarde is not None:
        zinnen.append(f"Bijgesteld voor toeval: {schrijf(beeld, vlak.waarde)}.")
    if not beeld.vorige and isinstance(vlak.tegen, Aggregaat):
        zinnen.append(f"{hoofdletter(tegen_wie(beeld, vlak))}: {schrijf(beeld, vlak.tegen.waarde)}.")
    return zinnen


def _colour(vlak: Vlak) -> str:
    """Return the colour of the word: of a change nothing is said but that it is larger than chance."""
    if vlak.verschil is not None or not isinstance(vlak.oordeel, Oordeel):
        return "neutraal"
    return vlak.oordeel.gunst or "neutraal"


def _course(stand: Stand, beeld: Kaartbeeld, vlak: Vlak) -> dict[str, str] | None:
    """Return the course of the figure as a small line with its ends in words; one figure has no course."""
    reeks = perioden(stand, beeld.indicator["indicator"])
    punten = [(een, waarden[vlak.nis_code][0]) for een, waarden in reeks.items() if vlak.nis_code in waarden]
    if len(punten) < 2:
        return None
    (eerst, begin), (laatst, einde) = punten[0], punten[-1]
    tekst = f"Van {schrijf(beeld, begin)} ({tijd(eerst)}) naar {schrijf(beeld, einde)} ({tijd(laatst)})"
    jaren = [(een.einde.year, waarde) for een, waarde in punten]
    return {"tekst": f"{tekst}.", "lijn": sparkline(jaren, tekst, VONK_BREED, VONK_HOOG)}
