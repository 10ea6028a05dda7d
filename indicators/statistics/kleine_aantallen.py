"""Counts of one to four people are hidden, and so is whatever would give them away.

A reader who knows a total subtracts the parts that he sees. So with one hidden part others are hidden too,
until what is left over is the sum of several areas and no small number itself. Known as complementary
suppression: Hundepool et al. (2012), Statistical Disclosure Control, chapter 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.statistics.fout import StatistiekFout

GROOTSTE_KLEINE = 4
"""The strictest rule among the sources: 1 to 4 is hidden, 0 is shown."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The count of one area, and those of the areas that it consists of. Every `code` stands in it once."""

    code: str
    aantal: int
    delen: tuple["Telling", ...] = ()

    def __post_init__(self) -> None:
        if self.aantal < 0:
            raise StatistiekFout(f"{self.aantal} is geen aantal ({self.code}).")
        if self.delen and self.aantal != sum(deel.aantal for deel in self.delen):
            raise StatistiekFout(f"De delen van {self.code} tellen niet op tot {self.aantal}.")


def verborgen(boom: Telling) -> frozenset[str]:
    """The codes whose count may not be shown, at every level of the tree.

    These are the small counts, and then others, smallest first, until no hidden count follows from a total
    minus the parts that are shown. A zero is always shown. The same tree always gives the same answer.
    Areas that cut each other (a province and a care region) are no tree: publish one division of a count.
    """
    tellingen = list(_alle(boom))
    if len({t.code for t in tellingen}) < len(tellingen):
        raise StatistiekFout("Een gebied staat twee keer in dezelfde telling.")
    hidden = {t.code for t in tellingen if 1 <= t.aantal <= GROOTSTE_KLEINE}
    while (lek := next((t for t in tellingen if _lekt(t, hidden)), None)) is not None:
        hidden.add(_volgende(lek, hidden).code)
    return frozenset(hidden)


def _alle(telling: Telling) -> Iterator[Telling]:
    yield telling
    for deel in telling.delen:
        yield from _alle(deel)


def _lekt(telling: Telling, hidden: set[str]) -> bool:
    """Whether the parts of a total, or the total of parts, can be worked out."""
    onzichtbaar = [deel for deel in telling.delen if deel.code in hidden]
    if telling.code in hidden:
        return bool(telling.delen) and not onzichtbaar
    if not onzichtbaar:
        return False
    kleinste = list(_kleinste_delen(telling, hidden))
    rest = sum(deel.aantal for deel in kleinste)
    # Zeros are shown, so every hidden part is at least 1: with a rest of 6 for six parts, each is exactly 1.
    return len(onzichtbaar) == 1 or rest <= max(GROOTSTE_KLEINE, len(kleinste))


def _kleinste_delen(telling: Telling, hidden: set[str]) -> Iterator[Telling]:
    """The hidden parts without hidden parts of their own: what a total minus all that is shown adds up to."""
    for deel in telling.delen:
        if deel.code in hidden:
            dieper = list(_kleinste_delen(deel, hidden))
            yield from dieper or [deel]


def _volgende(telling: Telling, hidden: set[str]) -> Telling:
    """What to hide next against a leak: the smallest part shown, else deeper ones, else the total itself."""
    laag = [telling]
    while laag:
        delen = [deel for boven in laag for deel in boven.delen]
        zichtbaar = [deel for deel in delen if deel.aantal and deel.code not in hidden]
        if zichtbaar:
            return min(zichtbaar, key=lambda deel: (deel.aantal, deel.code))
        laag = [deel for deel in delen if deel.code in hidden]
    return telling
