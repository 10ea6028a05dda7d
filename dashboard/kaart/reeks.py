"""Small maps in a row on one legend: one indicator in several periods, or several indicators."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dashboard.errors import Onbegrepen
from dashboard.kaart.beeld import Kaartbeeld, onzeker_in
from dashboard.kaart.vraag import Kaartkeuze, beeld_van, kies
from dashboard.warehouse import Stand
from indicators.model import Soort
from indicators.statistics import Periode
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen, klassen

HOOGSTENS = 12
EEN_EENHEID = (
    "Deze cijfers hebben niet dezelfde eenheid. Dan kan één legende niet voor alle kaarten gelden. "
    "Kies cijfers met dezelfde eenheid."
)
GEEN_KLASSEN = "We kleuren deze kaarten niet, omdat {}."
OVERGESLAGEN = (
    "Periodes die jaren delen met een latere, slaan we over: ze tellen voor een deel dezelfde mensen."
)
TE_VEEL = f"Je ziet de eerste {HOOGSTENS}."
SAMEN = "De klassen zijn gemaakt met alle Vlaamse gemeenten en al deze cijfers samen."
VRIJ = (Indeling.KWANTIELEN, Indeling.NATUURLIJK, Indeling.GELIJK, Indeling.ROND)
"""Ways to make classes of any values."""


@dataclass(frozen=True, slots=True)
class Kaartreeks:
    """At most `HOOGSTENS` maps with the same classes; `per_periode`: of one indicator, the oldest first."""

    beelden: tuple[Kaartbeeld, ...]
    per_periode: bool
    noten: tuple[str, ...]


def kaartreeks(stand: Stand, keuze: Kaartkeuze) -> Kaartreeks:
    """Return the maps of `indicatoren`, or of the periods of one indicator without overlap.

    Raises Onbegrepen, with a sentence, where they cannot be on one legend.
    """
    namen = [naam.strip() for naam in keuze.adres.indicatoren.split(",") if naam.strip()]
    gevonden = _indicators(stand, keuze, namen) if namen else _periods(stand, keuze)
    for beeld in gevonden.beelden:
        if not isinstance(beeld.klassen, Klassen):
            raise Onbegrepen(GEEN_KLASSEN.format(beeld.klassen.reden))
    return gevonden


def losse_perioden(bekend: Sequence[Periode], tot: Periode | None) -> list[Periode]:
    """Return the periods up to `tot`, oldest first, of which none shares a day with a later one."""
    gekozen: list[Periode] = []
    for een in sorted(bekend, key=lambda periode: periode.einde, reverse=True):
        if (tot is None or een.einde <= tot.einde) and not any(een.overlapt(ander) for ander in gekozen):
            gekozen.append(een)
    return gekozen[:HOOGSTENS][::-1]


def _periods(stand: Stand, keuze: Kaartkeuze) -> Kaartreeks:
    nieuwste = beeld_van(stand, keuze)
    gekozen = losse_perioden(nieuwste.perioden, nieuwste.periode)
    eerder = [
        een for een in nieuwste.perioden if gekozen and gekozen[0].einde < een.einde <= gekozen[-1].einde
    ]
    noten = (OVERGESLAGEN,) if len(eerder) > len(gekozen) - 1 else ()
    return Kaartreeks(tuple(beeld_van(stand, keuze, een) for een in gekozen) or (nieuwste,), True, noten)


def _indicators(stand: Stand, keuze: Kaartkeuze, namen: Sequence[str]) -> Kaartreeks:
    beelden = [_newest(stand, keuze, naam) for naam in dict.fromkeys(namen[:HOOGSTENS])]
    if any(beeld.soort is Soort.AANTAL for beeld in beelden):
        raise Onbegrepen(
            GEEN_KLASSEN.format("er een aantal bij is: een grotere gemeente heeft er vanzelf meer")
        )
    if len({beeld.indicator["eenheid"] for beeld in beelden}) > 1:
        raise Onbegrepen(EEN_EENHEID)
    noten = (SAMEN, TE_VEEL) if len(namen) > HOOGSTENS else (SAMEN,)
    return Kaartreeks(tuple(_on_one_legend(beelden, keuze)), False, noten)


def _newest(stand: Stand, keuze: Kaartkeuze, naam: str) -> Kaartbeeld:
    adres = replace(keuze.adres, indicator=naam, periode="", indeling=Indeling.KWANTIELEN.value)
    return beeld_van(stand, kies(stand, adres))


def _on_one_legend(beelden: Sequence[Kaartbeeld], keuze: Kaartkeuze) -> Iterator[Kaartbeeld]:
    """Yield the maps with classes made of all their values together."""
    gevraagd = Indeling(keuze.adres.indeling)
    indeling = gevraagd if gevraagd in VRIJ else Indeling.KWANTIELEN
    waarden = chain.from_iterable((vlak.waarde for vlak in beeld.vlakken) for beeld in beelden)
    samen = klassen(list(waarden), indeling, int(keuze.adres.aantal))
    for beeld in beelden:
        if not isinstance(samen, Klassen):
            yield replace(beeld, klassen=samen)
            continue
        vlakken = []
        for vlak in beeld.vlakken:
            klas = None if vlak.waarde is None else samen.van(vlak.waarde)
            vlakken.append(replace(vlak, klas=klas, onzeker=onzeker_in(vlak, samen, klas)))
        yield replace(beeld, klassen=samen, indeling=indeling, vlakken=tuple(vlakken), vast=False)
