"""Which sentences stand at the head of an analysis: at most eight, always in the same order.

1. The kansarmoede-index and how it compares. 2. What stands out, favourable and unfavourable. 3. What
changes. 4. What is not known. 5. What a low figure does not mean.

What stands out is chosen without looking at the story that it makes: figures with a verdict go before those
with only a place among the municipalities, figures that the catalog marks as `kern` before others, and then
whatever lies furthest away, in units of the middle half of all municipalities. No levensdomein speaks twice,
and of three sentences at most two point the same way.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dashboard.omgevingsanalyse import zinnen
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.omgevingsanalyse.zinnen import INDEX, Zin
from indicators.gemeenten.groepen import ZELF_GEKOZEN
from indicators.model import Levensdomein, Richting, Soort
from indicators.statistics import Aggregaat, Onbekend, Trend, Verandering

__all__ = ["MEEST", "Zin", "samenvatting"]

MEEST = 8
OPVALLEND = 3
"""So many sentences tell what stands out, one fewer where another figure than the index changed."""
ZELFDE_KANT = 2
VIJFDE = 0.2
KLASSE = "kansarmoedeklasse"


def samenvatting(analyse: Analyse) -> list[Zin]:
    """Return the sentences of an analysis, at most `MEEST`, each with the id of the row that it is about."""
    gekend = analyse.regels[INDEX].meting is not None
    anders = list(_elsewhere(analyse))[:1]
    return [
        zinnen.kinderen(analyse),
        *([_headline_compared(analyse)] if gekend else []),
        *_striking(analyse, OPVALLEND - len(anders)),
        *([zinnen.verandering(analyse.regels[INDEX], analyse.groep)] if gekend else []),
        *anders,
        *_unknown(analyse),
        zinnen.betekenis(analyse),
    ]


def _headline_compared(analyse: Analyse) -> Zin:
    """Compare the index with the group; without an interval only its place can be told, beside that figure.

    A group that was chosen by the index itself says little about it.
    """
    regel, groep = analyse.regels[INDEX], analyse.groep
    if isinstance(regel.interval, Onbekend) and regel.kwantiel is not None:
        naast = None if groep.keuze == KLASSE else groep
        return zinnen.plaats(regel, analyse.gemeente.naam, "kop", naast)
    zin = zinnen.vergelijking(regel, groep, "kop")
    return replace(zin, tekst=f"{zin.tekst} {ZELF_GEKOZEN}") if groep.keuze == KLASSE else zin


def _striking(analyse: Analyse, hoeveel: int) -> Iterator[Zin]:
    """Yield what stands out in the order of this module; fewer than `hoeveel` where little does."""
    domeinen, kanten = {analyse.regels[INDEX].indicator["levensdomein"]}, Counter[bool]()
    for regel in sorted(filter(_stands_out, analyse.regels.values()), key=_order):
        domein, gunstig = regel.indicator["levensdomein"], _favourable(regel)
        if domein in domeinen or kanten[gunstig] == ZELFDE_KANT or kanten.total() == hoeveel:
            continue
        domeinen.add(domein)
        kanten[gunstig] += 1
        if _verdict(regel):
            yield zinnen.vergelijking(regel, analyse.groep)
        else:
            yield zinnen.plaats(regel, analyse.gemeente.naam)


def _stands_out(regel: Regel) -> bool:
    """Whether a figure with a favourable side has a verdict, or without interval lies in an outer fifth."""
    if regel.meting is None or regel.richting is Richting.GEEN or regel.rij["indicator"] == INDEX:
        return False
    if isinstance(regel.interval, Onbekend):
        return regel.kwantiel is not None and not VIJFDE <= regel.kwantiel < 1 - VIJFDE
    return _verdict(regel)


def _verdict(regel: Regel) -> bool:
    return not isinstance(regel.oordeel, Onbekend) and regel.oordeel.gunst is not None


def _favourable(regel: Regel) -> bool:
    if not isinstance(regel.oordeel, Onbekend):
        return regel.oordeel.gunst == "gunstiger"
    hoog = regel.kwantiel is not None and regel.kwantiel >= 0.5
    return hoog == (regel.richting is Richting.HOGER_IS_GUNSTIGER)


def _order(regel: Regel) -> tuple[bool, bool, float, str]:
    rij, verdeling = regel.rij, regel.verdeling
    midden = verdeling.mediaan if verdeling else rij["waarde"]
    if _verdict(regel) and isinstance(regel.vergelijking, Aggregaat):
        midden = regel.vergelijking.waarde
    breed = verdeling.kwartiel3 - verdeling.kwartiel1 if verdeling else 0.0
    afstand = abs(rij["waarde"] - midden) / breed if breed else 0.0
    return not _verdict(regel), not regel.indicator["kern"], -afstand, rij["indicator"]


def _elsewhere(analyse: Analyse) -> Iterator[Zin]:
    """Yield the changes larger than chance of other figures with a favourable side, first those of `kern`."""
    regels = sorted(analyse.regels.values(), key=lambda r: (not r.indicator["kern"], r.rij["indicator"]))
    for regel in regels:
        if regel.rij["indicator"] == INDEX or regel.richting is Richting.GEEN:
            continue
        if isinstance(regel.trend, Trend) and regel.trend.richting != "geen duidelijke trend":
            yield zinnen.trend(regel, regel.trend, analyse.groep)
        elif isinstance(regel.verandering, Verandering) and regel.verandering.groter_dan_toeval:
            yield zinnen.verandering(regel, analyse.groep)


def _unknown(analyse: Analyse) -> Iterator[Zin]:
    """Yield one sentence on what is missing, else on what is known without its uncertainty; or nothing."""
    regels = sorted(
        (r for r in analyse.regels.values() if r.indicator["levensdomein"] != Levensdomein.CONTEXT),
        key=lambda r: (not r.indicator["kern"], r.rij["indicator"]),
    )
    leeg = [regel for regel in regels if regel.meting is None and regel.rij["indicator"] != INDEX]
    vaag = [
        r for r in regels if isinstance(r.interval, Onbekend) and r.meting and r.soort is not Soort.AANTAL
    ]
    if leeg:
        yield zinnen.ontbreekt(leeg, len(regels))
    elif vaag:
        yield zinnen.onzeker(vaag, len(regels))
