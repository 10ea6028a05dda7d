"""What may be said in words about one figure: where it lies, what it is compared with, how sure it is."""

from dataclasses import dataclass
from typing import Protocol

from dashboard.omgevingsanalyse.analyse import Regel
from dashboard.tekst import getal, met_eenheid, periode
from dashboard.warehouse import Rij
from indicators.gemeenten.groepen import Groep
from indicators.model import Soort
from indicators.statistics import Aggregaat, Interval, Onbekend, Positie

LIGGINGEN = (
    (0.2, "bij de laagste 20\u202f%"),
    (0.4, "onder het midden"),
    (0.6, "rond het midden"),
    (0.8, "boven het midden"),
)
HOOGSTE = "bij de hoogste 20\u202f%"
"""The fifths of the municipalities; `hoger` and `lager` are kept for differences larger than chance."""
AFRONDING = 0.05
"""How far `1 op n` may lie from the share that it puts into words."""
NIET_GEKEND = "onzekerheid niet gekend"
TE_KLEIN = (
    "“Te klein om te zien” betekent niet dat er niets veranderde: met zoveel mensen is een kleiner verschil "
    "niet van toeval te onderscheiden."
)
NA_EEN_PIEK = "Na een piek volgt vaak een daling, ook als niemand iets deed."
PROCENTPUNT = "procentpunt"
PUNTEN = {"%": PROCENTPUNT, "% van hen": PROCENTPUNT, "index": "punten"}
"""What a difference is counted in, where that is not the unit itself."""


class Beschreven(Protocol):
    """Whatever knows its indicator: a line of an analysis, or all municipalities of one."""

    @property
    def indicator(self) -> Rij: ...


@dataclass(frozen=True, slots=True)
class Woord:
    """The word beside a figure, the comparator behind it, and the class that gives the word its colour."""

    label: str | None
    tegenover: str | None
    klasse: str


def waarde(rij: Rij, veld: str = "waarde") -> str:
    """Write the value of a row that knows its unit."""
    return met_eenheid(rij[veld], rij["eenheid"], rij["decimalen"])


def schrijf(regel: Beschreven, getal: float) -> str:
    """Write a value of an indicator with its unit."""
    return met_eenheid(getal, regel.indicator["eenheid"], regel.indicator["decimalen"])


def met_teken(indicator: Rij, verschil: float, eenheid: bool = True) -> str:
    """Write a difference with its sign: `+1,2 procentpunt`, `−€ 350`; an amount in euro keeps its unit."""
    soort: str = indicator["eenheid"]
    decimalen = verschildecimalen(indicator)
    if not round(verschil, decimalen):
        verschil = 0.0  # no minus before nothing
    plus = "+" if verschil > 0 else ""
    if not eenheid and soort != "euro":
        return f"{plus}{getal(verschil, decimalen)}"
    return f"{plus}{met_eenheid(verschil, PUNTEN.get(soort, soort), decimalen)}"


def verschildecimalen(indicator: Rij) -> int:
    """Return with how many decimals a difference is written: percentage points with at least one."""
    decimalen: int = indicator["decimalen"]
    return max(1, decimalen) if PUNTEN.get(indicator["eenheid"]) == PROCENTPUNT else decimalen


def aslabel(waarde: float, eenheid: str) -> str:
    """Write a value at the axis with no more decimals than it has; long units stand in the heading only."""
    decimalen = len(f"{waarde:.4f}".rstrip("0").partition(".")[2])
    return met_eenheid(waarde, eenheid if eenheid in ("%", "euro") else "index", decimalen)


def ligging(kwantiel: float) -> str:
    """Say in which fifth of the municipalities a figure lies; `kwantiel` from 0 to 1."""
    return next((woorden for grens, woorden in LIGGINGEN if kwantiel < grens), HOOGSTE)


def woord(regel: Regel, groep: Groep) -> Woord:
    """Return the verdict, or the place among the municipalities where nobody knows what is chance."""
    if isinstance(regel.vergelijking, Onbekend) or isinstance(regel.oordeel, Onbekend):
        return _place(regel, groep)
    met = tegenover(regel, groep, regel.vergelijking)
    positie, gunst = regel.oordeel.positie, regel.oordeel.gunst
    if positie is Positie.NIET_TE_ONDERSCHEIDEN:
        return Woord(positie, f"van {met}", "neutraal")
    label = f"{positie}, {gunst}" if gunst else str(positie)
    return Woord(label, f"dan {met}", gunst or "neutraal")


def _place(regel: Regel, groep: Groep) -> Woord:
    """Return the place among all municipalities, and apart from it the comparator: no place in that group."""
    delen = [] if regel.kwantiel is None else ["van alle gemeenten"]
    if isinstance(regel.vergelijking, Aggregaat):
        delen.append(tegenover(regel, groep, regel.vergelijking))
    label = None if regel.kwantiel is None else ligging(regel.kwantiel)
    return Woord(label, " · ".join(delen) or None, "plaats")


def tegenover(regel: Regel, groep: Groep, gevonden: Aggregaat) -> str:
    """Name the group with its figure: `Vlaanderen (12,1 %)`; the middle municipality is called that."""
    wie = midden(gevonden)
    cijfer = schrijf(regel, gevonden.waarde)
    return f"{groep.in_zin} ({wie}: {cijfer})" if wie else f"{groep.in_zin} ({cijfer})"


def midden(gevonden: Aggregaat) -> str | None:
    """Name what stands for a group of which the figure itself cannot be computed; None where it can."""
    if gevonden.soort != "mediaan" or gevonden.aantal == 1:
        return None
    return "midden van beide" if gevonden.aantal == 2 else "middelste gemeente"


def marge(regel: Regel) -> str | None:
    """Write how certain a figure is: `tussen 12,4 en 15,8`; None for counts and where there is no figure."""
    if regel.meting is None or regel.soort is Soort.AANTAL:
        return None
    if isinstance(regel.interval, Onbekend):
        return NIET_GEKEND
    return tussen(regel, regel.interval)


def tussen(regel: Beschreven, interval: Interval) -> str:
    """Write an interval without its unit, with at least one decimal: `tussen 12,4 en 15,8`.

    Bounds that would read alike get one decimal more: `tussen 7,80 en 7,85`.
    """
    decimalen = max(1, regel.indicator["decimalen"])
    laag, hoog = (getal(grens, decimalen) for grens in (interval.laag, interval.hoog))
    if laag == hoog:
        laag, hoog = (getal(grens, decimalen + 1) for grens in (interval.laag, interval.hoog))
    return f"tussen {laag} en {hoog}"


def voorbehoud(rij: Rij) -> list[str]:
    """Return the marks that belong beside a value: `schatting`, `voorlopig`."""
    return [woord for woord in ("schatting", "voorlopig") if rij[woord]]


def tijd(rij: Rij) -> str:
    """Write the period of a row; a window of several years is spelled out as a range."""
    return periode(rij["periode_begin"], rij["periode_einde"])


def wanneer(rij: Rij) -> str:
    """Write the period as part of a sentence: `in 2022`, and `op 1 januari 2025` for a value of one day."""
    return f"{'op' if rij['periode_begin'] == rij['periode_einde'] else 'in'} {tijd(rij)}"


def een_op(aandeel: float) -> int | None:
    """Return n where a share in percent is close to 1 in n (n from 2 to 50); else None: no words then."""
    n = round(100 / aandeel) if aandeel > 0 else 0
    return n if 2 <= n <= 50 and abs(100 / n - aandeel) <= AFRONDING * aandeel else None
