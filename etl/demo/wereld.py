"""Invented municipalities: real codes and names, made-up people. No figure here comes from a publication.

Each municipality of the 300 state gets a size and one hidden level of disadvantage, drawn from a fixed seed.
All demo figures follow from these two, so that they hang together as real ones do. The municipalities of
today are their predecessors added up.
"""

from dataclasses import dataclass
from functools import cache
from math import exp
from random import Random

from indicators.gemeenten import gemeenten, lidmaatschappen, voorgangers

SEED = 20250101
HEEL_KLEIN = "73028"
"""Herstappe: publishers leave it out of tables about samples and medians, and so do the demo files."""
UITERSTE = 2.9
"""No municipality lies farther than this from the middle, in standard deviations."""


@dataclass(frozen=True)
class Wereld:
    """One invented municipality: inhabitants, disadvantage (0 is the middle, sd about 1) and its births."""

    nis_code: str
    naam: str
    inwoners: int
    achterstand: float
    geboorten: dict[int, tuple[int, int]]
    """Birth year -> children born, and those of them who grow up in kansarmoede."""


def draw(doel: str, nis_code: str) -> Random:
    """A source of chance of its own for each purpose and municipality: adding one changes no other."""
    return Random(f"{SEED}/{doel}/{nis_code}")  # noqa: S311 (not for secrets)


def share(logit: float) -> float:
    """Between 0 and 1."""
    return 1 / (1 + exp(-logit))


@cache
def wereld_300() -> dict[str, Wereld]:
    """The 300 municipalities of 2019-2024, by code."""
    centrum = {lid.nis_code for lid in lidmaatschappen() if lid.niveau == "centrumstad"}
    return {code: _invent(code, area.naam, code in centrum) for code, area in gemeenten("300").items()}


@cache
def wereld_285() -> dict[str, Wereld]:
    """The 285 municipalities of today: the sum of their predecessors."""
    return {
        code: _merge(code, area.naam, [wereld_300()[oud] for oud in voorgangers(code)])
        for code, area in gemeenten("285").items()
    }


def inwoners_op_1_januari(gemeente: Wereld, jaar: int) -> int:
    """Residents grow by 0.4 per cent a year; `inwoners` is the number on 1 January 2021."""
    return round(gemeente.inwoners * 1.004 ** (jaar - 2021))


def _invent(code: str, naam: str, centrum: bool) -> Wereld:
    toeval = draw("gemeente", code)
    inwoners = round(toeval.lognormvariate(11.4, 0.5) if centrum else toeval.lognormvariate(9.6, 0.5))
    if code == HEEL_KLEIN:
        inwoners = 90
    achterstand = max(-UITERSTE, min(UITERSTE, toeval.gauss(0.9 if centrum else -0.1, 1)))
    return Wereld(code, naam, inwoners, achterstand, _births(code, inwoners, achterstand))


def _births(code: str, inwoners: int, achterstand: float) -> dict[int, tuple[int, int]]:
    """Births of 2011-2024: about one in a hundred inhabitants a year, a slowly wandering share of them."""
    toeval = draw("geboorten", code)
    logit = -2.6 + 0.78 * achterstand
    geboorten = {}
    for jaar in range(2011, 2025):
        logit += toeval.gauss(0.01, 0.05)
        aantal = max(1, round(inwoners * 0.01 * toeval.gauss(1, 0.06)))
        geboorten[jaar] = aantal, sum(toeval.random() < share(logit) for _ in range(aantal))
    return geboorten


def _merge(code: str, naam: str, delen: list[Wereld]) -> Wereld:
    inwoners = sum(deel.inwoners for deel in delen)
    achterstand = sum(deel.achterstand * deel.inwoners for deel in delen) / inwoners
    return Wereld(code, naam, inwoners, achterstand, add_births(delen))


def add_births(delen: list[Wereld]) -> dict[int, tuple[int, int]]:
    """The births of several municipalities together, per birth year."""
    return {
        jaar: (sum(deel.geboorten[jaar][0] for deel in delen), sum(deel.geboorten[jaar][1] for deel in delen))
        for jaar in delen[0].geboorten
    }
