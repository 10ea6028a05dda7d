"""Into which classes the figures of a map fall, and what is done where that cannot be as asked."""

from collections.abc import Mapping, Sequence
from itertools import chain

from dashboard.bladen import Bladen
from dashboard.kaart.waarden import Waarden, waarden_per_periode
from dashboard.omgevingsanalyse.doorsnede import Doorsnede
from dashboard.warehouse import Stand
from indicators.gemeenten.gebieden import Gebied
from indicators.model import Soort
from indicators.statistics import Onbekend, Oordeel, Periode
from indicators.statistics.indeling import Indeling
from indicators.statistics.interval import GEEN_VERHOUDING
from indicators.statistics.klassen import Klassen, klassen
from indicators.statistics.vaste_klassen import VERSCHILWAARDE

KANSARMOEDE = "kansarmoede_index"
BEWAARD = 256
"""Classes kept per build: those of all periods take a while."""
Sleutel = tuple[str, Indeling, int, bool, Periode | None]
"""What classes depend on: indicator, `indeling`, their number, whether shrunk, and the period if only one."""
ALLEEN_INDEX = "De klassen van het onderzoek van 2018 bestaan alleen voor de kansarmoede-index."
GEEN_OORDEEL = "Of een gemeente hoger of lager ligt dan {}, kunnen we hier niet zeggen, omdat {}."
TOCH_KWANTIELEN = "Je ziet klassen met elk ongeveer evenveel gemeenten."


def klassen_van(stand: Stand, soort: Soort, sleutel: Sleutel, alle: Sequence[float]) -> Klassen | Onbekend:
    """Return the classes of these values, made once; verdicts differ with the comparator."""
    _, gekozen, aantal, *_ = sleutel
    if soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    if gekozen is Indeling.VERSCHIL:
        return klassen(alle, gekozen)
    bewaard = stand.onthoud("kaartklassen", lambda: Bladen[Klassen | Onbekend](BEWAARD))
    return bewaard.geef(sleutel, lambda: klassen(alle, gekozen, aantal))


def kleurwaarden(
    stand: Stand,
    snede: Doorsnede,
    gekozen: Indeling,
    gekrompen: bool,
    vast: bool,
    oordelen: Mapping[str, Oordeel | Onbekend],
) -> tuple[Waarden, list[float]]:
    """Return what is coloured, and all values that the classes are made of."""
    if gekozen is Indeling.VERSCHIL:
        kleuren = oordeelwaarden(oordelen)
        return kleuren, list(kleuren.values())
    per_periode = waarden_per_periode(stand, snede.indicator["indicator"], gekrompen)
    kleuren = per_periode.get(snede.periode, {}) if snede.periode else {}
    return kleuren, list(
        chain.from_iterable(een.values() for een in (per_periode.values() if vast else [kleuren]))
    )


def mogelijke_indeling(
    snede: Doorsnede, gevraagd: Indeling, oordelen: Mapping[str, Oordeel | Onbekend], ander: Gebied
) -> tuple[Indeling, str | None]:
    """Return the classes that can be made of this indicator, and why they are not those asked for."""
    if snede.soort is Soort.AANTAL:
        return Indeling.KWANTIELEN, None
    if gevraagd is Indeling.KANSARMOEDE and snede.indicator["indicator"] != KANSARMOEDE:
        return Indeling.KWANTIELEN, f"{ALLEEN_INDEX} {TOCH_KWANTIELEN}"
    if gevraagd is Indeling.VERSCHIL and snede.bekend and not oordeelwaarden(oordelen):
        waarom = next(
            een.reden
            for plek in snede.bekend
            if isinstance(een := oordelen[plek.gemeente.nis_code], Onbekend)
        )
        return Indeling.KWANTIELEN, f"{GEEN_OORDEEL.format(ander.in_zin, waarom)} {TOCH_KWANTIELEN}"
    return gevraagd, None


def oordeelwaarden(oordelen: Mapping[str, Oordeel | Onbekend]) -> Waarden:
    return {nis: VERSCHILWAARDE[een.positie] for nis, een in oordelen.items() if isinstance(een, Oordeel)}
