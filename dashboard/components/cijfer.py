"""One figure as a row: what the macros of `templates/cijfers.html` are filled in with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.analyse import Analyse, Regel
from dashboard.components.adres import Adres
from dashboard.components.duiding import marge, schrijf, tijd, voorbehoud, woord
from dashboard.components.herkomst import bron, uitleg
from dashboard.components.meldlink import meldlink
from dashboard.figures.sparkline import sparkline
from dashboard.figures.spine import Spine, spine
from dashboard.tekst import geen_cijfer, opsomming
from dashboard.warehouse import Rij
from dashboard.zinnen import anker
from indicators.model import Richting, Soort
from indicators.statistics import Interval, Onbekend

Rijdeel = dict[str, object]


@dataclass(frozen=True, slots=True)
class Weergave:
    """What every row of a page needs: the analysis, the address, links with the prefix, and revisions."""

    analyse: Analyse
    adres: Adres
    href: Callable[[str], str]
    herzien: Mapping[str, Sequence[Rij]]


def cijfer(regel: Regel, blad: Weergave) -> Rijdeel:
    """Return title, value, word, interval and drawings of one figure, or why there is none, with the fold."""
    naam, analyse = regel.rij["indicator"], blad.analyse
    is_open = blad.adres.indicator == naam
    vast: Rijdeel = {
        "id": anker(naam),
        "indicator": naam,
        "titel": regel.indicator["titel"],
        "open": is_open,
        "link": blad.adres.met(None if is_open else naam),
        "uitleg": _fold(regel, blad),
    }
    if regel.meting is None:
        geen = geen_cijfer(regel.reden) if regel.reden else ""
        return {**vast, "waarde": None, "geen": geen, "voor_fusie": voor_fusie(regel)}
    return {
        **vast,
        "waarde": schrijf(regel, regel.rij["waarde"]),
        "tijd": " · ".join([*voorbehoud(regel.rij), tijd(regel.rij)]),
        "marge": marge(regel),
        "woord": woord(regel, analyse.groep),
        "spine": _spine(regel, analyse.gemeente.naam),
        "vonk": _spark(regel),
        "kant": _side(regel),
        "spreiding": _spread(regel),
    }


def voor_fusie(regel: Regel) -> str | None:
    """Write what the predecessors had: `Vóór de fusie (2023): Bilzen 8,1 % en Hoeselt 7,0 %.`; else None."""
    bekend = [v for v in regel.voorgangers if v["waarde"] is not None]
    if not bekend:
        return None
    delen = [f"{v['naam']} {schrijf(regel, v['waarde'])}" for v in bekend]
    perioden = opsomming(sorted({tijd(v) for v in bekend}))
    return f"Vóór de fusie ({perioden}): {opsomming(delen)}."


def _fold(regel: Regel, blad: Weergave) -> Rijdeel:
    naam, analyse = regel.rij["indicator"], blad.analyse
    return {
        "id": f"u-{naam}",
        "titel": regel.indicator["titel"],
        "delen": uitleg(regel, analyse, blad.herzien.get(naam, ())),
        "bron": bron(regel.levering, analyse.demo) if regel.levering else None,
        "meld": meldlink(blad.href, regel, analyse.gemeente.slug, analyse.stand),
    }


def _spine(regel: Regel, waar: str) -> str | None:
    """Draw where the figure stands among the municipalities; counts have no place among others."""
    spreiding = regel.verdeling
    if spreiding is None or regel.soort is Soort.AANTAL or regel.meting is None:
        return None
    tegenover = None if isinstance(regel.vergelijking, Onbekend) else regel.vergelijking.waarde
    interval = regel.interval if isinstance(regel.interval, Interval) else None
    drawn = Spine(
        spreiding.minimum,
        spreiding.kwartiel1,
        spreiding.mediaan,
        spreiding.kwartiel3,
        spreiding.maximum,
        regel.meting.waarde,
        (interval.laag, interval.hoog) if interval else None,
        tegenover,
        tuple(waarde for _, waarde in regel.anderen),
        omgekeerd=regel.richting is Richting.LAGER_IS_GUNSTIGER,
    )
    return spine(drawn, f"{waar} tussen alle gemeenten", _spread(regel) or "")


def _spread(regel: Regel) -> str | None:
    """Write how the municipalities are spread: lowest, middle half, highest."""
    een = regel.verdeling
    if een is None or regel.soort is Soort.AANTAL:
        return None
    delen = (een.minimum, een.kwartiel1, een.kwartiel3, een.maximum)
    laag, kwart, driekwart, hoog = (schrijf(regel, waarde) for waarde in delen)
    return f"laagste {laag}, middelste helft {kwart} tot {driekwart}, hoogste {hoog}"


def _spark(regel: Regel) -> str | None:
    """Draw the course of the figure where there is one: at least two values."""
    punten = [(een.periode.einde.year, een.waarde) for een in regel.reeks]
    bekend = [(jaar, waarde) for jaar, waarde in punten if waarde is not None]
    if len(bekend) < 2:
        return None
    begin, eind = (f"{schrijf(regel, waarde)} in {jaar}" for jaar, waarde in (bekend[0], bekend[-1]))
    return sparkline(punten, f"{begin}, {eind}")


def _side(regel: Regel) -> str | None:
    """Say what the right end of the spine means where that is not the favourable side."""
    return "rechts is hoger" if regel.richting is Richting.GEEN else None
