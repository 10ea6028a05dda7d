"""The funnel plot: shares against how many people they are about, with the limits of chance."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10

from dashboard.figures.assen import Vlak, across_grid, scale, text_width, value_grid
from dashboard.figures.markup import drawing, tag, text, title
from dashboard.tekst import aantal
from indicators.statistics.trechter import BINNENSTE, BUITENSTE, Trechter

STEPS = 48
"""Points on the curve of a limit."""
TOP = 16
FOOT = 54


@dataclass(frozen=True, slots=True)
class Punt:
    """A municipality: its share (0 to 1) and the number that it is a share of."""

    naam: str
    aandeel: float
    noemer: float


def trechter(
    model: Trechter,
    punten: Sequence[Punt],
    eigen: str | None,
    schrijf: Callable[[float], str],
    tel: Callable[[float], str],
    noemer_naam: str,
    breedte: int,
    titel: str,
    omschrijving: str,
) -> str:
    """Draw all points, those outside the outer limits by another shape, and `eigen` by its name.

    `schrijf` writes a percentage, `tel` a denominator; `noemer_naam` names what is counted across.
    """
    ticks = scale(0, 100 * _highest(model, punten), True)
    noemers = [punt.noemer for punt in punten]
    across = [log10(noemer) for noemer in _round(min(noemers), max(noemers))]
    vlak = Vlak(
        left=max(text_width(schrijf(tick)) for tick in ticks) + 16,
        right=breedte - text_width(tel(round(10 ** across[-1]))) / 2 - 2,
        top=TOP,
        bottom=TOP + (300 if breedte >= 500 else 230),
        jaren=(across[0], across[-1]),
        waarden=(0, ticks[-1] / 100),
    )
    others = [punt for punt in punten if punt.naam != eigen]
    body = [
        *value_grid(replace(vlak, waarden=(0, ticks[-1])), ticks, schrijf),
        *across_grid(vlak, across, lambda power: tel(round(10**power))),
        _name_across(f"{noemer_naam} →", vlak, breedte),
        _limits(model, vlak, BUITENSTE),
        _limits(model, vlak, BINNENSTE),
        tag("path", d=f"M{vlak.left:.1f} {vlak.y(model.doel):.1f}H{vlak.right:.1f}", klass="trechter-doel"),
        _dots([p for p in others if not model.buiten(p.aandeel, p.noemer)], vlak, "trechter-binnen"),
        _diamonds([p for p in others if model.buiten(p.aandeel, p.noemer)], vlak),
        *(_own(punt, vlak, schrijf) for punt in punten if punt.naam == eigen),
    ]
    return drawing(breedte, vlak.bottom + FOOT, titel, omschrijving, *body, klass="fig fig-trechter")


def in_woorden(model: Trechter, punten: Sequence[Punt], eigen: str | None) -> str:
    """Say how many stand out on either side, and where the own one stands."""
    hoger, lager = (_buiten(model, punten, side) for side in (1, -1))
    zin = (
        f"{aantal(len(punten), 'gemeente heeft', 'gemeenten hebben').capitalize()} een cijfer. Bij "
        f"{_telling(hoger)} is het hoger dan je met toeval en gewone verschillen verwacht, "
        f"bij {_telling(lager)} lager."
    )
    own = next((punt for punt in punten if punt.naam == eigen), None)
    if own is None:
        return zin
    if not model.buiten(own.aandeel, own.noemer):
        return f"{zin} Dat van {own.naam} valt niet op: het ligt tussen de volle lijnen."
    kant = "hoger" if own.aandeel > model.doel else "lager"
    return f"{zin} Ook dat van {own.naam} is {kant}."


def _buiten(model: Trechter, punten: Sequence[Punt], side: int) -> int:
    """Count the points outside the outer limits above (`side` 1) or below (-1) the middle."""
    return sum(
        model.buiten(punt.aandeel, punt.noemer) and (punt.aandeel - model.doel) * side > 0 for punt in punten
    )


def _telling(hoeveel: int) -> str:
    return "geen enkele" if hoeveel == 0 else aantal(hoeveel, "", "").strip()


def _highest(model: Trechter, punten: Sequence[Punt]) -> float:
    """Return the top of the axis: every point, and no more of the limits than half as high again."""
    top = max(punt.aandeel for punt in punten)
    limits = max(model.grenzen(punt.noemer, BUITENSTE)[1] for punt in punten)
    return max(top, min(limits, 1.5 * top))


def _round(low: float, high: float) -> list[float]:
    """Return 1, 2 and 5 times powers of ten that just enclose `low` and `high`."""
    powers = range(floor(log10(low)), ceil(log10(high)) + 1)
    steps = [factor * 10.0**power for power in powers for factor in (1, 2, 5)]
    first = max(number for number, step in enumerate(steps) if step <= low)
    last = min(number for number, step in enumerate(steps) if step >= high)
    return steps[first : max(last, first + 1) + 1]


def _name_across(naam: str, vlak: Vlak, breedte: float) -> str:
    """Write what is counted across below the middle of the field, or to the left where it has no room."""
    x = min((vlak.left + vlak.right) / 2, breedte - text_width(naam) / 2)
    return text(x, vlak.bottom + 44, naam, "fig-as", "middle")


def _limits(model: Trechter, vlak: Vlak, kans: float) -> str:
    """Draw both limits, cut off where they leave the field."""
    low, high = vlak.jaren
    powers = [low + (high - low) * step / STEPS for step in range(STEPS + 1)]
    curves = []
    for side in (0, 1):
        values = [model.grenzen(10**power, kans)[side] for power in powers]
        places = [
            f"{vlak.x(power):.1f} {vlak.y(waarde):.1f}"
            for power, waarde in zip(powers, values, strict=True)
            if waarde <= vlak.waarden[1]
        ]
        curves.append("M" + "L".join(places))
    klass = "trechter-binnenste" if kans == BINNENSTE else "trechter-buitenste"
    return tag("path", d="".join(curves), klass=klass)


def _place(punt: Punt, vlak: Vlak) -> tuple[float, float]:
    return vlak.x(log10(punt.noemer)), vlak.y(punt.aandeel)


def _dots(punten: Sequence[Punt], vlak: Vlak, klass: str) -> str:
    places = [_place(punt, vlak) for punt in punten]
    return tag("path", d="".join(f"M{x:.1f} {y:.1f}h0" for x, y in places), klass=klass) if places else ""


def _diamonds(punten: Sequence[Punt], vlak: Vlak) -> str:
    places = [_place(punt, vlak) for punt in punten]
    shapes = "".join(f"M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z" for x, y in places)
    return tag("path", d=shapes, klass="trechter-buiten") if places else ""


def _own(punt: Punt, vlak: Vlak, schrijf: Callable[[float], str]) -> str:
    """Draw the own point with its name, where there is room."""
    x, y = _place(punt, vlak)
    wide = text_width(punt.naam)
    if x + 12 + wide <= vlak.right:
        place, anchor = (x + 11, y + 5), "start"
    elif x - 11 - wide >= 0:
        place, anchor = (x - 11, y + 5), "end"
    else:  # no room on either side: above it
        place, anchor = (max(wide / 2, min(x, vlak.right - wide / 2)), y - 12), "middle"
    return tag(
        "g",
        title(f"{punt.naam}: {schrijf(100 * punt.aandeel)}"),
        tag("circle", cx=x, cy=y, r=6, klass="punt-eigen"),
        text(*place, punt.naam, "fig-punt", anchor),
    )
