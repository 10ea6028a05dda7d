"""Lines of an analysis made by hand: one indicator of Ronse, as `analyseer` would give it."""

from datetime import date, datetime
from typing import Any

from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import Groep
from indicators.statistics import Aggregaat, Meting, Onbekend, Periode

RONSE = gemeenten()["45041"]
VLAANDEREN = Groep("vlaanderen", "Vlaanderen", "Vlaanderen", tuple(gemeenten()), True, "Alle gemeenten.")
BUREN = Groep("buren", "de buurgemeenten van Ronse", "de buurgemeenten van Ronse", (), False, "")
ONBEKEND = Onbekend("de bron niet zegt hoeveel mensen antwoordden")
LEVERING = {
    "levering": "register",
    "bron": "stadsmonitor",
    "bron_titel": "Gemeente-Stadsmonitor",
    "uitgever": "ABB",
    "bestandsnaam": "register.xlsx",
    "opgehaald_op": datetime(2026, 3, 2),
    "licentie": "onbekend",
    "url": None,
}


def periode(jaar: int, venster: int = 1) -> Periode:
    """The window of `venster` whole years that ends in `jaar`."""
    return Periode(date(jaar - venster + 1, 1, 1), date(jaar, 12, 31))


def regel(naam: str, *metingen: Meting, indicator: dict[str, Any] | None = None, **anders: Any) -> Regel:
    """The line of an indicator with this series, the newest last; `indicator` changes its texts."""
    laatste = metingen[-1] if metingen and metingen[-1].waarde is not None else None
    vorm = {"indicator": naam, "noemer_naam": catalog()[naam].noemer, "vastgehouden": None}
    wanneer = laatste.periode if laatste else periode(2024)
    rij = {
        "indicator": naam,
        "waarde": laatste.waarde if laatste else None,
        "reden": None if laatste else "niet_in_levering",
        "periode_begin": wanneer.begin,
        "periode_einde": wanneer.einde,
        "schatting": bool(laatste and laatste.schatting),
        "voorlopig": bool(laatste and laatste.voorlopig),
        "levering": "register" if laatste else None,
        "aantal_gemeenten": 285,
        "gecorrigeerd": None,
    }
    velden: dict[str, Any] = {
        "indicator": catalog()[naam].model_dump() | vorm | (indicator or {}),
        "rij": rij,
        "meting": laatste,
        "reden": rij["reden"],
        "interval": ONBEKEND,
        "vergelijking": Aggregaat(12.1, "gepubliceerd", None, 285),
        "oordeel": ONBEKEND,
        "verdeling": None,
        "kwantiel": 0.5,
        "anderen": (),
        "schattingen": 0,
        "reeks": metingen,
        "verandering": ONBEKEND,
        "trend": ONBEKEND,
        "levering": LEVERING if laatste else None,
        "rijen": tuple(_row(een) for een in metingen),
    }
    return Regel(**{**velden, **anders})


def analyse(*regels: Regel, groep: Groep = VLAANDEREN, demo: bool = False) -> Analyse:
    """An analysis of Ronse that holds these lines."""
    return Analyse(RONSE, groep, {een.rij["indicator"]: een for een in regels}, demo, "20260302T093000")


def _row(een: Meting) -> dict[str, Any]:
    return {
        "periode_begin": een.periode.begin,
        "periode_einde": een.periode.einde,
        "waarde": een.waarde,
        "reden": "ontbreekt" if een.waarde is None else None,
        "schatting": een.schatting,
        "voorlopig": een.voorlopig,
        "levering": "register",
    }
