"""The downloads of `/vergelijk`: the table, the years, and two periods."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, request

from dashboard.components.evoluties import evolutiedeel
from dashboard.components.gebiedskeuze import Keus, keus
from dashboard.components.tweeperioden import Perioden, periodedeel, tussen_perioden
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.cijfers import Cijfer
from dashboard.downloads.inhoud import Inhoud, met_groep
from dashboard.downloads.naast_elkaar import van_evoluties, van_tafel, van_verschillen
from dashboard.downloads.tekening import Tekening
from dashboard.errors import Onbegrepen
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.gebiedscijfers import evoluties
from dashboard.omgevingsanalyse.tafel import indicatoren, naast_elkaar
from dashboard.settings import Settings
from dashboard.tekst import aantal, opsomming, periode
from dashboard.warehouse import Stand
from indicators.statistics import OverlappendePerioden, Verandering

PAD = "/vergelijk"
MINSTENS = 2


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the page: what it is called, its figures, and its drawing where it has one."""

    titel: str
    cijfers: Callable[[Stand, Keus], list[Cijfer]]
    teken: Callable[[Stand, Keus], Tekening | None] | None


def deel(stand: Stand, settings: Settings, naam: str, soort: str) -> Response:
    """Answer with one of `DELEN`; 400 where something in the address is not understood."""
    gekozen, gevraagd = _asked(stand, settings), DELEN[naam]
    if naam == "verschil":
        _two_periods(stand, gekozen)

    def inhoud() -> Inhoud:
        cijfers = gevraagd.cijfers(stand, gekozen)
        bestanden = dict.fromkeys(
            een["levering"]
            for indicator in dict.fromkeys(cijfer.indicator["indicator"] for cijfer in cijfers)
            for een in stand.bestanden(indicator)
        )
        return Inhoud(
            gevraagd.titel.format(wat=gekozen.indicator["titel"], wie=_names(gekozen)),
            settings.buiten(str(gekozen.adres), request.host_url),
            cijfers,
            met_groep(gekozen.groep, gekozen.adres.zonder),
            tuple(bestanden),
        )

    teken = gevraagd.teken
    return antwoord(
        stand, f"vergelijk-{naam}", soort, inhoud, (lambda: teken(stand, gekozen)) if teken else None
    )


def _asked(stand: Stand, settings: Settings) -> Keus:
    """Read the address as the page does, but refuse what the page would do without."""
    gekozen = keus(stand, settings.href(PAD), request.args)
    if gekozen.meldingen:
        # After its first sentence a message tells what the page shows instead; here there is nothing instead.
        eerste = [melding.partition(". ")[0].rstrip(".") for melding in gekozen.meldingen]
        raise Onbegrepen(f"{'. '.join(eerste)}.")
    if len(gekozen.gebieden) < MINSTENS:
        raise Onbegrepen("Er is pas iets te vergelijken met twee gemeenten of gebieden.")
    return gekozen


def _names(gekozen: Keus) -> str:
    return opsomming([een.naam for een in gekozen.gebieden])


def _table(stand: Stand, gekozen: Keus) -> list[Cijfer]:
    namen = indicatoren(stand, gekozen.domein)
    return list(van_tafel(stand, naast_elkaar(stand, gekozen.gebieden, gekozen.groep, namen)))


def _years(stand: Stand, gekozen: Keus) -> list[Cijfer]:
    return list(van_evoluties(stand, evoluties(stand, gekozen.gebieden, gekozen.groep, gekozen.indicator)))


def _changes(stand: Stand, gekozen: Keus) -> list[Cijfer]:
    alle = _two_periods(stand, gekozen)
    return list(van_verschillen(alle.indicator, (alle.oud, alle.nieuw), alle.verschillen))


def _two_periods(stand: Stand, gekozen: Keus) -> Perioden:
    """Return what changed between the two periods; 400 where they may not be compared."""
    if gekozen.nieuw is None or gekozen.oud is None:
        raise Onbegrepen("Er zijn geen twee perioden met een cijfer.")
    try:
        return tussen_perioden(stand, gekozen.gebieden, gekozen.indicator, gekozen.nieuw, gekozen.oud)
    except OverlappendePerioden as fout:
        raise Onbegrepen(fout.zin) from fout


def _draw_years(stand: Stand, gekozen: Keus) -> Tekening | None:
    getekend = evolutiedeel(evoluties(stand, gekozen.gebieden, gekozen.groep, gekozen.indicator))
    ondertitel = f"{_names(gekozen)}, naast {gekozen.groep.in_zin}. Alle grafieken hebben dezelfde schaal."
    return _around(stand, gekozen, getekend, f"{gekozen.indicator['titel']} door de jaren", ondertitel)


def _draw_changes(stand: Stand, gekozen: Keus) -> Tekening | None:
    getekend = periodedeel(
        stand,
        gekozen.gebieden,
        gekozen.indicator,
        (gekozen.nieuw, gekozen.oud),
        gekozen.perioden,
        gekozen.adres,
    )
    if getekend["weigering"]:
        return None
    alle = _two_periods(stand, gekozen)
    van, tot = (periode(een.begin, een.einde) for een in (alle.oud, alle.nieuw))
    ondertitel = f"{gekozen.indicator['titel']} in {_names(gekozen)}, {van} en {tot}."
    return _around(stand, gekozen, getekend, _finding(alle), ondertitel)


def _finding(alle: Perioden) -> str:
    """Say how many areas changed by more than chance, of those of which that can be said."""
    gekend = [een.uitkomst for een in alle.verschillen if isinstance(een.uitkomst, Verandering)]
    titel = alle.indicator["titel"]
    if not gekend:
        return f"{titel} in twee perioden"
    groter = sum(een.groter_dan_toeval for een in gekend)
    if groter == 0:
        return f"{titel}: geen verandering groter dan toeval"
    return f"{titel}: {aantal(groter, 'verandering', 'veranderingen')} groter dan toeval"


def _around(
    stand: Stand, gekozen: Keus, getekend: dict[str, object], titel: str, ondertitel: str
) -> Tekening | None:
    """Return what the page draws for wide screens, with the words around it; None where it draws nothing."""
    figuur, noten = getekend["figuur"], getekend["noten"]
    if not isinstance(figuur, dict) or not isinstance(noten, list):
        return None
    leveringen = achtergrond(stand).leveringen
    bestanden = stand.bestanden(gekozen.indicator["indicator"])
    return Tekening(
        figuur["breed"], titel, ondertitel, [leveringen[een["levering"]] for een in bestanden], noten
    )


DELEN = {
    "tabel": Deel("{wie} naast elkaar", _table, None),
    "evolutie": Deel("{wat} door de jaren: {wie}", _years, _draw_years),
    "verschil": Deel("{wat} in twee perioden: {wie}", _changes, _draw_changes),
}
