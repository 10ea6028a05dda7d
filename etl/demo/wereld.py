"""Invented municipalities: real codes and names, made-up people. No figure here comes from a publication.

Each municipality of the 300 state gets a size, a hidden level of disadvantage and a hidden yearly change of
it, drawn from a fixed seed. All demo figures follow from these, so that they hang together as real ones do.
A city is as large as everybody knows, in round thousands: `groottes.csv`. The municipalities of today are
their predecessors added up.
"""

import csv
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from random import Random

from indicators.gemeenten import gemeenten, lidmaatschappen, voorgangers

SEED = 20250101
HEEL_KLEIN = "73028"
"""Herstappe: publishers leave it out of tables about samples and medians, and so do the demo files."""
KENTERING = 2017
UITERSTE = 2.9
"""No municipality lies farther than this from the middle, in standard deviations."""


@dataclass(frozen=True)
class Wereld:
    """One invented municipality: inhabitants, disadvantage (0 is the middle, sd about 1) and its births.

    `verloop` is what a year adds to the logit of a share of people with few means.
    """

    nis_code: str
    naam: str
    inwoners: int
    achterstand: float
    verloop: float
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
    inwoners = round(_size(code, toeval))
    achterstand = max(-UITERSTE, min(UITERSTE, toeval.gauss(0.9 if centrum else -0.1, 1)))
    verloop = toeval.gauss(0, 0.025)
    return Wereld(code, naam, inwoners, achterstand, verloop, _births(code, inwoners, achterstand, verloop))


@cache
def _thousands() -> dict[str, int]:
    tekst = (Path(__file__).parent / "groottes.csv").read_text("utf-8")
    rijen = csv.DictReader(tekst.splitlines(), delimiter=";")
    return {rij["nis_code"]: int(rij["duizenden"]) for rij in rijen}


def _size(code: str, toeval: Random) -> float:
    """About as many thousands as the list says; else the size of a village or a small town."""
    if code == HEEL_KLEIN:
        return 90
    if code in _thousands():
        return 1000 * _thousands()[code] * toeval.gauss(1, 0.02)
    return min(max(toeval.lognormvariate(log(15_500), 0.3), 9_000), 27_000)


def _births(code: str, inwoners: int, achterstand: float, verloop: float) -> dict[int, tuple[int, int]]:
    """Births of 2011-2024: about one in a hundred inhabitants a year, and how many of them in kansarmoede.

    The share of them rises in Flanders until `KENTERING` and falls after it. Beside `verloop` a year has its
    own good or bad luck, so that years differ somewhat more than the chance of births alone makes them.
    """
    toeval = draw("geboorten", code)
    geboorten = {}
    for jaar in range(2011, 2025):
        logit = -2.45 + 0.78 * achterstand + verloop * (jaar - KENTERING)
        logit += (0.03 if jaar < KENTERING else -0.03) * (jaar - KENTERING) + toeval.gauss(0, 0.06)
        aantal = max(1, round(inwoners * 0.01 * toeval.gauss(1, 0.06)))
        geboorten[jaar] = aantal, sum(toeval.random() < share(logit) for _ in range(aantal))
    return geboorten


def _merge(code: str, naam: str, delen: list[Wereld]) -> Wereld:
    inwoners = sum(deel.inwoners for deel in delen)
    achterstand, verloop = (
        sum(eigenschap * deel.inwoners for eigenschap, deel in zip(waarden, delen, strict=True)) / inwoners
        for waarden in ([deel.achterstand for deel in delen], [deel.verloop for deel in delen])
    )
    return Wereld(code, naam, inwoners, achterstand, verloop, add_births(delen))


def add_births(delen: list[Wereld]) -> dict[int, tuple[int, int]]:
    """The births of several municipalities together, per birth year."""
    return {
        jaar: (sum(deel.geboorten[jaar][0] for deel in delen), sum(deel.geboorten[jaar][1] for deel in delen))
        for jaar in delen[0].geboorten
    }
