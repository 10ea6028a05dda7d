"""With whom the municipality is compared: chosen once, at the top of the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.components.adres import Adres
from dashboard.components.duiding import tijd
from dashboard.omgevingsanalyse.analyse import STANDAARD, Analyse, analyseer, kenmerken
from dashboard.tekst import getal
from dashboard.warehouse import Stand
from indicators.gemeenten import Gemeente, gemeenten
from indicators.gemeenten.groepen import EIGEN, Groep, keuzes
from indicators.gemeenten.staten import OnbekendeGroep
from indicators.gemeenten.vergelijkbaar import KENMERKEN, Kenmerken

ZELF = "eigen"
"""The choice of a set of one's own, before and while its names are typed."""
QUERY = ("vergelijk", "zonder", "met")


@dataclass(frozen=True, slots=True)
class Keus:
    """What the reader chose, as far as it was understood; `meldingen` say what was not."""

    analyse: Analyse
    zelf: bool
    zonder: tuple[str, ...]
    meldingen: tuple[str, ...]

    def adres(self, pad: str, indicator: str | None, doel: str = "") -> Adres:
        """Return the address of this choice on the page `pad`."""
        return Adres(pad, self.analyse.groep.keuze, self.zonder, indicator, doel)


def keus(stand: Stand, nis_code: str, vergelijk: str = STANDAARD, zonder: str = "", met: str = "") -> Keus:
    """Return the analysis beside what the address asks for, or beside Flanders with the reason why.

    `zonder` holds features with commas between them, `met` the names of an own set as someone typed them.
    """
    gevraagde = [naam for naam in zonder.split(",") if naam]
    weg = tuple(naam for naam in gevraagde if naam in KENMERKEN)
    vreemd = [unknown("kenmerk", naam) for naam in gevraagde if naam not in KENMERKEN]
    zelf = vergelijk == ZELF or vergelijk.startswith(EIGEN)
    gevraagd = own_set(met) if vergelijk == ZELF else vergelijk
    if gevraagd == EIGEN:
        return Keus(analyseer(stand, nis_code), zelf, (), tuple(vreemd))
    try:
        return Keus(analyseer(stand, nis_code, gevraagd, weg), zelf, weg, tuple(vreemd))
    except OnbekendeGroep as fout:
        terug = f"{fout.zin} Nu staan de cijfers naast die van Vlaanderen."
        return Keus(analyseer(stand, nis_code), zelf, weg, (*vreemd, terug))


def unknown(wat: str, naam: str) -> str:
    """Say that something in the address is not known; only its begin is repeated."""
    return f"Het {wat} '{naam[:40]}' kennen we niet."


def own_set(met: str) -> str:
    """Return the id of the set that these names make: `Gent, De Panne` becomes `eigen:Gent+De Panne+`.

    The last `+` keeps a single name of two words in one piece.
    """
    namen = [naam.strip() for naam in met.replace("+", ",").split(",") if naam.strip()]
    return EIGEN + "".join(f"{naam}+" for naam in namen)


def formulier(stand: Stand, gekozen: Keus, adres: Adres, met: str) -> Mapping[str, object]:
    """Return what `templates/vergelijkkeuze.html` is filled in with."""
    analyse = gekozen.analyse
    groep, waar = analyse.groep, analyse.gemeente
    achtergrond = kenmerken(stand)
    mogelijk = stand.onthoud(("keuzes", waar.nis_code), lambda: keuzes(waar.nis_code, achtergrond))
    opties = [(een.keuze, een.titel) for een in mogelijk]
    leden = [gemeenten()[nis].naam for nis in groep.leden] if groep.keuze.startswith(EIGEN) else []
    return {
        "pad": adres.pad,
        "indicator": adres.indicator,
        "doel": adres.doel,
        "opties": [*opties, (ZELF, "Gemeenten die ik zelf kies")],
        "gekozen": ZELF if gekozen.zelf else groep.keuze,
        "zelf": gekozen.zelf,
        "met": ", ".join(leden) or met,
        "meldingen": gekozen.meldingen,
        "groep": groep,
        "kenmerken": [(naam, _dated(naam, analyse), naam in gekozen.zonder) for naam in KENMERKEN],
        "gelijkenden": _alike(groep, achtergrond),
    }


def _dated(naam: str, analyse: Analyse) -> str:
    """Name a feature with the time that its figures are of: they may be years apart."""
    regel = analyse.regels.get(naam)
    wanneer = f" ({tijd(regel.rij)})" if regel and regel.meting else ""
    return f"{KENMERKEN[naam].titel}{wanneer}"


def _alike(groep: Groep, achtergrond: Kenmerken) -> list[dict[str, object]]:
    """Return the similar municipalities, nearest first: the distance, and what they differ in most."""
    return [
        {
            "naam": _name(een.nis),
            "afstand": getal(een.afstand, 2),
            "meest": _difference(een.verschillen),
        }
        for een in groep.gelijkenden
    ]


def _name(nis: str) -> str:
    gevonden: Gemeente = gemeenten()[nis]
    return gevonden.naam


def _difference(verschillen: Mapping[str, float]) -> str:
    """Name the feature that differs most, and which way."""
    naam = max(verschillen, key=lambda kenmerk: abs(verschillen[kenmerk]))
    kant = "hoger" if verschillen[naam] > 0 else "lager"
    return f"{KENMERKEN[naam].titel}: {kant}"
