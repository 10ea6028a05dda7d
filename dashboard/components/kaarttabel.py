"""The same municipalities as the map, as the rows of a table."""

from dataclasses import dataclass

from dashboard.components.duiding import PUNTEN, met_teken
from dashboard.components.kaartadres import Kaartadres
from dashboard.components.kaartwoorden import over_verschil
from dashboard.components.samenbeeld import cijfer
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from dashboard.tekst import getal
from indicators.gemeenten import gemeenten
from indicators.statistics import Interval, Oordeel


@dataclass(frozen=True, slots=True)
class Rij:
    """A municipality; `slug` and `nis_code` are what the script finds it by."""

    nis_code: str
    slug: str
    naam: str
    link: str
    cijfer: str
    onzeker: str
    oordeel: str
    binnen: bool


def rijen(beeld: Kaartbeeld, adres: Kaartadres) -> list[Rij]:
    """Return every municipality in alphabetical order; those outside the area are not shown."""
    return [_row(beeld, vlak, adres) for vlak in beeld.vlakken]


def _row(beeld: Kaartbeeld, vlak: Vlak, adres: Kaartadres) -> Rij:
    slug = gemeenten()[vlak.nis_code].slug
    return Rij(
        nis_code=vlak.nis_code,
        slug=slug,
        naam=vlak.naam,
        link=adres.met(gemeente=slug),
        cijfer=cijfer(beeld, vlak),
        onzeker=_range(beeld, vlak),
        oordeel=_verdict(beeld, vlak),
        binnen=vlak.binnen,
    )


def _range(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Write the interval as a range, without its unit: `12,4–15,8`."""
    if not isinstance(vlak.interval, Interval):
        return ""
    decimalen = max(1, beeld.indicator["decimalen"])
    return f"{getal(vlak.interval.laag, decimalen)}–{getal(vlak.interval.hoog, decimalen)}"


def _verdict(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Return the word alone: the heading says against what, and in what a change is counted."""
    if beeld.vorige:
        return _change(beeld, vlak)
    return vlak.oordeel.positie if isinstance(vlak.oordeel, Oordeel) else ""


def _change(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Write a change without its unit; what holds for all of them stands with the map."""
    if vlak.verschil is None:
        return ""
    verschil = met_teken(beeld.indicator, vlak.verschil, eenheid=False)
    erbij = None if beeld.naar_grootte else over_verschil(beeld, vlak.klas)
    return f"{verschil}: {erbij}" if erbij else verschil


def kop_oordeel(beeld: Kaartbeeld) -> str:
    """Return the heading above the verdicts, or above the changes with their unit."""
    if not beeld.vorige:
        return f"Tegenover {beeld.tegenover.in_zin}"
    eenheid = beeld.indicator["eenheid"]
    return "Verandering" if eenheid == "euro" else f"Verandering in {PUNTEN.get(eenheid, eenheid)}"
