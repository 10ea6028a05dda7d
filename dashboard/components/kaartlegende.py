"""The legend of a map: only what occurs on it."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import floor, log10

from dashboard.components.duiding import met_teken, schrijf
from dashboard.components.kaartfiguur import hoeveelheden, kleuren, paletklasse
from dashboard.components.kaartwoorden import (
    LIJNEN,
    ONZEKER,
    PROVINCIE,
    SCHATTING,
    ZONDER,
    klastekst,
    kop,
    zonder_kleur,
)
from dashboard.figures.kaart import stipstraal
from dashboard.figures.kaartlegende import Regel, Schijf, Spreiding, kaartlegende
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.tekst import met_eenheid
from dashboard.warehouse import Stand
from indicators.model import Soort
from indicators.statistics import Onbekend
from indicators.statistics.indeling import Indeling

BREEDTE = 300
SCHIJVEN = (1, 5, 25)
"""The largest amount, and parts of it, that discs are shown for."""


def legende(stand: Stand, beeld: Kaartbeeld, stippen: bool = False, lijnen: Sequence[str] = ()) -> str:
    """Draw classes with somebody in them, stripes and signs that occur, and discs where there are.

    `lijnen` are the borders drawn over those of the provinces.
    """
    namen = [("provincie", PROVINCIE), *((een, LIJNEN[een]) for een in lijnen)] if lijnen else []
    return kaartlegende(
        [*_rows(beeld)],
        _spread(beeld),
        _sizes(stand, beeld, stippen),
        paletklasse(beeld),
        BREEDTE,
        f"Legende: {kop(beeld)}",
        namen,
    )


def _rows(beeld: Kaartbeeld) -> Iterator[Regel]:
    stappen = kleuren(beeld)
    for regel in beeld.legende:
        if regel.aantal:
            yield Regel(f"k{stappen[regel.klas]}", klastekst(beeld, regel), regel.aantal)
    onzeker = [stappen[vlak.klas] for vlak in beeld.getoond if vlak.onzeker and vlak.klas is not None]
    if onzeker:
        uitleg = SCHATTING if beeld.indeling is Indeling.VERSCHIL else ONZEKER
        yield Regel(f"k{min(onzeker)} onzeker", uitleg, len(onzeker))
    telt = beeld.soort is Soort.AANTAL
    zonder = [vlak.zonder for vlak in beeld.getoond if vlak.reden or not telt]
    for reden in ZONDER:
        if reden in zonder:
            yield Regel(f"zonder-{reden}", zonder_kleur(beeld, reden), zonder.count(reden))


def _spread(beeld: Kaartbeeld) -> Spreiding | None:
    waarden = [vlak.waarde for vlak in beeld.getoond if vlak.waarde is not None]
    in_woorden = beeld.indeling is Indeling.VERSCHIL and not beeld.naar_grootte
    if isinstance(beeld.klassen, Onbekend) or in_woorden or len(set(waarden)) < 2:
        return None
    stappen = kleuren(beeld)
    grenzen = [(f"k{stappen[regel.klas]}", regel.van, regel.tot) for regel in beeld.legende]
    schrijven = partial(met_teken, beeld.indicator) if beeld.naar_grootte else partial(schrijf, beeld)
    return Spreiding(waarden, grenzen, schrijven)


def _sizes(stand: Stand, beeld: Kaartbeeld, inwoners: bool) -> list[Schijf]:
    """Return a large, a middle and a small disc with round amounts."""
    meeste = max(hoeveelheden(stand, beeld, inwoners).values(), default=0.0)
    if meeste <= 0:
        return []
    rond = dict.fromkeys(_round(meeste / deel) for deel in SCHIJVEN)
    eenheid = beeld.indicator["eenheid"] if beeld.soort is Soort.AANTAL else "inwoners"
    return [Schijf(stipstraal(een, meeste), met_eenheid(een, eenheid)) for een in rond]


def _round(getal: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not above a number of 1 or more."""
    macht = 10.0 ** floor(log10(max(getal, 1)))
    return next(factor * macht for factor in (5, 2, 1) if factor * macht <= max(getal, 1))
