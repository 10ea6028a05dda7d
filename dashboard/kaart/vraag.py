"""From the address of a map to what it shows, the same for page, data, downloads and embedded view."""

from dataclasses import dataclass

from dashboard.components.kaartadres import VERSCHIL, Kaartadres
from dashboard.errors import Onbegrepen
from dashboard.kaart.beeld import GEKROMPEN, RUW, Kaartbeeld, kaartbeeld
from dashboard.kaart.verschil import verschilbeeld
from dashboard.omgevingsanalyse.achtergrond import achtergrond, kenmerken
from dashboard.warehouse import Stand
from indicators.gemeenten import KENMERKEN, Gemeente, OnbekendeGroep, gemeente_voor, groep
from indicators.gemeenten.gebieden import Gebied, gebied_of_eigen
from indicators.gemeenten.groepen import GEBIEDEN, STANDAARD
from indicators.statistics import Periode, StatistiekFout
from indicators.statistics.indeling import Indeling

BIJ_EEN_GEMEENTE = (*GEBIEDEN, "grootteklasse", "kansarmoedeklasse", "buren", "vergelijkbaar")
"""Comparators that say something only about one municipality."""
GEEN_PERIODE = "Voor de gevraagde periode zijn er geen cijfers. Je ziet de nieuwste."
EERST_EEN_GEMEENTE = "Kies eerst een gemeente op de kaart. Tot dan vergelijken we met Vlaanderen."


@dataclass(frozen=True, slots=True)
class Kaartkeuze:
    """What an address asks for, looked up: `gemeente` is the one whose card is open.

    `opmerkingen` are sentences on what could not be done as asked.
    """

    adres: Kaartadres
    gemeente: Gemeente | None
    periode: Periode | None
    van: Periode | None
    tegenover: Gebied
    opmerkingen: tuple[str, ...]


def kies(stand: Stand, adres: Kaartadres) -> Kaartkeuze:
    """Look up what an address asks for. Raises Onbegrepen, with a sentence, for what does not exist."""
    if adres.indicator not in achtergrond(stand).catalogus:
        raise Onbegrepen(f"Het cijfer “{adres.indicator[:40]}” kennen we niet. Kies een ander cijfer.")
    if adres.indeling not in set(Indeling):
        raise Onbegrepen(f"De klassen “{adres.indeling[:40]}” kennen we niet. Kies andere klassen.")
    if not adres.aantal.isdecimal():
        raise Onbegrepen(f"“{adres.aantal[:40]}” is geen aantal klassen. Kies er 3 tot 7.")
    if adres.waarde not in (RUW, GEKROMPEN):
        raise Onbegrepen(f"De waarde “{adres.waarde[:40]}” kennen we niet. Kies wat de kleuren tonen.")
    waar = gemeente_voor(adres.gemeente) if adres.gemeente else None
    if adres.gemeente and waar is None:
        raise Onbegrepen(f"De gemeente “{adres.gemeente[:40]}” kennen we niet. Kijk de naam na.")
    tegen, over_groep = _comparator(stand, adres, waar)
    periode, over_periode = _period(stand, adres.indicator, adres.periode)
    van, _ = _period(stand, adres.indicator, adres.van)
    return Kaartkeuze(adres, waar, periode, van, tegen, tuple(filter(None, (over_groep, over_periode))))


def beeld_van(stand: Stand, keuze: Kaartkeuze, periode: Periode | None = None) -> Kaartbeeld:
    """Return the map, or that of another period. Raises Onbegrepen where it cannot be made."""
    adres, wanneer = keuze.adres, periode or keuze.periode
    try:
        if adres.vorm == VERSCHIL:
            return verschilbeeld(stand, adres.indicator, wanneer, keuze.van, adres.gebied)
        return kaartbeeld(
            stand,
            adres.indicator,
            wanneer,
            adres.gebied,
            adres.indeling,
            int(adres.aantal),
            adres.waarde,
            keuze.tegenover,
        )
    except (OnbekendeGroep, StatistiekFout) as fout:
        raise Onbegrepen(fout.zin) from fout


def _period(stand: Stand, indicator: str, einde: str) -> tuple[Periode | None, str | None]:
    """Return the period that ends on this day, or a remark that this indicator has none."""
    bekend = {str(een.einde): een for een, _ in achtergrond(stand).vlaanderen.get(indicator, ())}
    return bekend.get(einde), GEEN_PERIODE if einde and einde not in bekend else None


def _comparator(stand: Stand, adres: Kaartadres, waar: Gemeente | None) -> tuple[Gebied, str | None]:
    """Return the area to compare with; those of one municipality need one."""
    try:
        if adres.vergelijk not in BIJ_EEN_GEMEENTE:
            return gebied_of_eigen(adres.vergelijk), None
        if waar is None:
            return gebied_of_eigen(STANDAARD), EERST_EEN_GEMEENTE
        zonder = [naam for naam in adres.zonder.split(",") if naam in KENMERKEN]
        gevonden = groep(adres.vergelijk, waar.nis_code, kenmerken(stand), zonder)
    except OnbekendeGroep as fout:
        raise Onbegrepen(fout.zin) from fout
    return Gebied(gevonden.keuze, gevonden.naam, gevonden.in_zin, gevonden.leden), None
