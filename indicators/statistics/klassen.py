"""The classes of a map. An empty class is left out and said so, and no class is ever reversed.

What happens with equal, few and missing values is explained in docs/methode.md, "Klassen op een kaart".
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from indicators.statistics.fout import Onbekend, StatistiekFout
from indicators.statistics.indeling import NAAR_AANTAL, Indeling, opmerking
from indicators.statistics.klassegrenzen import gelijke_grenzen, kwantielgrenzen, ronde_grenzen
from indicators.statistics.natuurlijke_grenzen import natuurlijke_grenzen
from indicators.statistics.vaste_klassen import VASTE_KLASSEN, VasteKlassen, rond_nul

MINSTENS, HOOGSTENS = 3, 7
GEEN_WAARDEN = Onbekend("geen enkele gemeente van dit gebied hier een cijfer heeft")
GELIJK = "Alle gemeenten met een cijfer hebben hetzelfde cijfer. Daarom is er maar één klasse."
GRENZEN: dict[Indeling, Callable[[Sequence[float], int], list[float]]] = {
    Indeling.KWANTIELEN: kwantielgrenzen,
    Indeling.NATUURLIJK: natuurlijke_grenzen,
    Indeling.GELIJK: gelijke_grenzen,
    Indeling.ROND: ronde_grenzen,
}


@dataclass(frozen=True, slots=True)
class Klas:
    """One class with at least one area, from `laag` to `hoog` in the unit of the value.

    `plaats` is its place, from 0, among the classes that were planned: the colour goes by it. `woord` names
    the class where its edges do not say what it means.
    """

    laag: float
    hoog: float
    aantal: int
    plaats: int
    woord: str | None = None


@dataclass(frozen=True, slots=True)
class Klassen:
    """The classes from low to high; `gepland` is how many there were before empty ones were left out.

    A value on an edge is in the class below, or above where `vanaf` ("5 tot 10" holds 5, not 10).
    `opmerking` is a Dutch sentence on why there are fewer or more classes than asked for.
    """

    indeling: Indeling
    leden: tuple[Klas, ...]
    gepland: int
    minimum: float
    maximum: float
    opmerking: str | None = None
    vanaf: bool = False

    @property
    def grenzen(self) -> tuple[float, ...]:
        """The edge after each class but the last."""
        if self.vanaf:
            return tuple(klas.laag for klas in self.leden[1:])
        return tuple(klas.hoog for klas in self.leden[:-1])

    @property
    def aantallen(self) -> tuple[int, ...]:
        """The number of areas in each class, never 0."""
        return tuple(klas.aantal for klas in self.leden)

    def van(self, waarde: float) -> int:
        """The class of a value, from 0; one outside the range is in the first or the last.

        Raises `StatistiekFout` for what is no number: a missing value has no class.
        """
        _check_finite([waarde])
        return _plaats(self.grenzen, waarde, self.vanaf)


def klassen(waarden: Sequence[float | None], indeling: Indeling, aantal: int = 5) -> Klassen | Onbekend:
    """Divide the values in 3 to 7 classes; None is a missing value and counts nowhere.

    The fixed ones of `VASTE_KLASSEN` do not look at `aantal`. For `KANSARMOEDE` the values are the index in
    percent, for `VERSCHIL` those of `VERSCHILWAARDE`. Raises `StatistiekFout` for another number of classes
    and for values that are no number.
    """
    if not MINSTENS <= aantal <= HOOGSTENS:
        raise StatistiekFout(f"Kies {MINSTENS} tot {HOOGSTENS} klassen, geen {aantal}.")
    bekend = [waarde for waarde in waarden if waarde is not None]
    _check_finite(bekend)
    if not bekend:
        return GEEN_WAARDEN
    if indeling in VASTE_KLASSEN:
        return _fixed(bekend, indeling, VASTE_KLASSEN[indeling](bekend))
    if min(bekend) == max(bekend):
        enige = Klas(bekend[0], bekend[0], len(bekend), 0)
        return Klassen(indeling, (enige,), 1, bekend[0], bekend[0], GELIJK)
    return _chosen(bekend, indeling, aantal)


def klassen_rond_nul(verschillen: Sequence[float], nul: float) -> Klassen | Onbekend:
    """Divide differences by their size alone: classes without words, as far below 0 as above it.

    At most seven; the middle one holds what is no larger than `nul`, which is above 0. Raises
    `StatistiekFout` for what is no number.
    """
    _check_finite(verschillen)
    if not verschillen:
        return GEEN_WAARDEN
    return _fixed(verschillen, Indeling.VERSCHIL, rond_nul(verschillen, nul))


def _check_finite(waarden: Sequence[float]) -> None:
    if not all(isfinite(waarde) for waarde in waarden):
        raise StatistiekFout("Een ontbrekend of oneindig cijfer hoort in geen enkele klasse.")


def _plaats(grenzen: Sequence[float], waarde: float, vanaf: bool = False) -> int:
    return (bisect_right if vanaf else bisect_left)(grenzen, waarde)


def _chosen(bekend: Sequence[float], indeling: Indeling, aantal: int) -> Klassen:
    if indeling is Indeling.KWANTIELEN and len(set(bekend)) < aantal:
        randen = natuurlijke_grenzen(bekend, aantal)  # each value is a class of its own
    else:
        randen = GRENZEN[indeling](bekend, aantal)
    telling = Counter(_plaats(randen[1:-1], waarde) for waarde in bekend)
    gevuld = [(plaats, *rand) for plaats, rand in enumerate(pairwise(randen)) if telling[plaats]]
    aansluitend = indeling in NAAR_AANTAL
    gepland = len(gevuld) if aansluitend else len(randen) - 1
    leden = tuple(
        Klas(laag, hoog, telling[plaats], nummer if aansluitend else plaats)
        for nummer, (plaats, laag, hoog) in enumerate(gevuld)
    )
    woorden = opmerking(indeling, len(leden), gepland, aantal)
    return Klassen(indeling, leden, gepland, min(bekend), max(bekend), woorden)


def _fixed(bekend: Sequence[float], indeling: Indeling, vast: VasteKlassen) -> Klassen:
    randen = [min(*bekend, vast.grenzen[0]), *vast.grenzen, max(*bekend, vast.grenzen[-1])]
    telling = Counter(_plaats(vast.grenzen, waarde, vast.vanaf) for waarde in bekend)
    leden = tuple(
        Klas(*rand, telling[plaats], plaats, woord or None)
        for plaats, (rand, woord) in enumerate(zip(pairwise(randen), vast.woorden, strict=True))
        if telling[plaats]
    )
    gepland = len(vast.woorden)
    woorden = opmerking(indeling, len(leden), gepland, gepland)
    return Klassen(indeling, leden, gepland, min(bekend), max(bekend), woorden, vast.vanaf)
