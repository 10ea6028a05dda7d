"""What may be said about one municipality beside a comparator: one assembly for every page and export.

Figures are compared within one period only, the newest of the indicator. A verdict needs an interval and a
comparator; where one of them is not known, the reason stands in its place.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from dashboard.omgevingsanalyse.achtergrond import (
    Achtergrond,
    Reeks,
    Verdeling,
    Waarde,
    achtergrond,
    doorlopend,
    kenmerken,
    meting,
    perioden,
    plaats,
    spreiding,
)
from dashboard.tekst import REDENEN
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import Gemeente, gemeenten, voorgangers
from indicators.gemeenten.groepen import STANDAARD, Groep, groep
from indicators.model import Richting, Soort
from indicators.statistics import (
    Aggregaat,
    Interval,
    Meting,
    Onbekend,
    Oordeel,
    aggregaat,
    laatste_zonder_overlap,
    onzekerheid,
    oordeel,
)
from indicators.statistics.trend import Trend, recente_trend
from indicators.statistics.verandering import Verandering, verandering

__all__ = ["STANDAARD", "Analyse", "Regel", "Verdeling", "analyseer", "kenmerken", "reeks_tegenover"]

MOST_OTHERS = 40
"""As many members of a group as can be told apart on one spine."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One indicator of one municipality; values in the unit of the indicator, `kwantiel` from 0 to 1.

    `indicator` is its row of the catalog, `rij` its row of the question `profiel`, `rijen` those of the
    question `reeksen` behind `reeks`. `reden` is a key of `tekst.REDENEN`, only where there is no figure.
    `anderen` are (NIS code, value) of the members of the group, where the group is no area; `schattingen` is
    how many of the group's values were estimated at a merger. `levering` is the file of the figure, or else
    of what the `voorgangers` had. `tegenreeks` is the group in all periods, only where the figure moved by
    more than chance.
    """

    indicator: Rij
    rij: Rij
    meting: Meting | None
    reden: str | None
    interval: Interval | Onbekend
    vergelijking: Aggregaat | Onbekend
    oordeel: Oordeel | Onbekend
    verdeling: Verdeling | None
    kwantiel: float | None
    anderen: tuple[tuple[str, float], ...]
    schattingen: int
    reeks: tuple[Meting, ...]
    verandering: Verandering | Onbekend
    trend: Trend | Onbekend
    levering: Rij | None
    voorgangers: tuple[Rij, ...] = ()
    rijen: tuple[Rij, ...] = ()
    tegenreeks: Reeks = ()

    @property
    def soort(self) -> Soort:
        return Soort(self.indicator["soort"])

    @property
    def richting(self) -> Richting:
        return Richting(self.indicator["richting"])


@dataclass(frozen=True, slots=True)
class Analyse:
    """All indicators of one municipality beside one group; `stand` is the build that they come from."""

    gemeente: Gemeente
    groep: Groep
    regels: Mapping[str, Regel]
    demo: bool
    stand: str


def analyseer(
    stand: Stand, nis_code: str, vergelijk: str = STANDAARD, zonder: Collection[str] = ()
) -> Analyse:
    """Return the analysis of a municipality of today, beside the group `vergelijk`.

    `zonder` are the features that do not count where the group is looked up by likeness. Raises
    OnbekendeGroep, with a sentence for the reader, where there is no such group.
    """
    achter = achtergrond(stand)
    gekozen = groep(vergelijk, nis_code, achter.kenmerken, zonder)
    profiel = {rij["indicator"]: rij for rij in stand.profiel(nis_code)}
    reeksen = _by_indicator(stand.reeksen(nis_code))
    gefuseerd = len(voorgangers(nis_code)) > 1
    vroeger = _by_indicator(stand.voor_fusie(nis_code)) if gefuseerd else {}
    regels = {
        naam: _line(stand, achter, gekozen, profiel[naam], reeksen.get(naam, ()), vroeger.get(naam, ()))
        for naam in achter.catalogus
    }
    return Analyse(gemeenten()[nis_code], gekozen, regels, stand.demo, stand.id)


def reeks_tegenover(stand: Stand, analyse: Analyse, indicator: str) -> Reeks:
    """Return the comparator of an indicator, oldest first, in the periods with the members of the newest."""
    return _beside(stand, analyse.groep, analyse.regels[indicator].indicator)


def _beside(stand: Stand, gekozen: Groep, indicator: Rij) -> Reeks:
    naam = indicator["indicator"]
    if gekozen.keuze == STANDAARD:
        return doorlopend(stand, naam, gekozen.leden, achtergrond(stand).vlaanderen.get(naam, ()))
    gevonden = []
    for periode, waarden in perioden(stand, naam).items():
        leden = [waarde[:2] for _, waarde in _members(gekozen, waarden)]
        samen = aggregaat(leden, Soort(indicator["soort"]), indicator["noemer_naam"])
        if not isinstance(samen, Onbekend):
            gevonden.append((periode, samen))
    return doorlopend(stand, naam, gekozen.leden, gevonden)


def _by_indicator(rijen: Sequence[Rij]) -> dict[str, tuple[Rij, ...]]:
    return {naam: tuple(groep) for naam, groep in groupby(rijen, key=itemgetter("indicator"))}


def _line(
    stand: Stand,
    achter: Achtergrond,
    gekozen: Groep,
    rij: Rij,
    reeks: tuple[Rij, ...],
    vroeger: tuple[Rij, ...],
) -> Regel:
    indicator = achter.catalogus[rij["indicator"]]
    soort, richting = Soort(indicator["soort"]), Richting(indicator["richting"])
    eigen = None if rij["waarde"] is None else meting(rij)
    marge = _margin(eigen, rij, indicator, soort)
    vlaanderen = gekozen.keuze == STANDAARD
    leden = [] if vlaanderen else _members(gekozen, achter.laatste[rij["indicator"]])
    tegenover = _comparator(gekozen, rij, indicator, soort, leden)
    metingen = tuple(map(meting, reeks))
    vergelijkbaar = _since_the_break(indicator, metingen)
    veranderd = _change(stand, indicator, vergelijkbaar, soort)
    trend = recente_trend(vergelijkbaar, soort, na_breuk=len(vergelijkbaar) < len(metingen))
    verdeling = achter.verdelingen.get((rij["indicator"], rij["periode_einde"]))
    return Regel(
        indicator=indicator,
        rij=rij,
        meting=eigen,
        reden=rij["reden"] if eigen is None else None,
        interval=marge,
        vergelijking=tegenover,
        oordeel=verdict(marge, tegenover, richting),
        verdeling=verdeling,
        kwantiel=None if soort is Soort.AANTAL else plaats(rij["kwantiel"], rij["waarde"], verdeling),
        anderen=() if gekozen.gebied else tuple((nis, lid[0]) for nis, lid in leden[:MOST_OTHERS]),
        schattingen=achter.schattingen[rij["indicator"]] if vlaanderen else sum(lid[2] for _, lid in leden),
        reeks=metingen,
        verandering=veranderd,
        trend=trend,
        rijen=reeks,
        levering=_delivery(achter, rij, vroeger),
        voorgangers=vroeger,
        tegenreeks=_beside(stand, gekozen, indicator) if _moved(veranderd, trend) else (),
    )


def _moved(veranderd: Verandering | Onbekend, trend: Trend | Onbekend) -> bool:
    """Whether a figure changed, or rises or falls, by more than chance."""
    if isinstance(veranderd, Verandering) and veranderd.groter_dan_toeval:
        return True
    return isinstance(trend, Trend) and trend.richting != "geen duidelijke trend"


def _margin(eigen: Meting | None, rij: Rij, indicator: Rij, soort: Soort) -> Interval | Onbekend:
    if eigen is None:
        return Onbekend(REDENEN[rij["reden"]])
    return onzekerheid(eigen, soort, noemer_van_elders=indicator["noemer_indicator"] is not None)


def _members(gekozen: Groep, waarden: Mapping[str, Waarde]) -> list[tuple[str, Waarde]]:
    """Return the members that have a figure in this period, in the order of the group."""
    return [(nis, waarden[nis]) for nis in gekozen.leden if nis in waarden]


def _comparator(
    gekozen: Groep, rij: Rij, indicator: Rij, soort: Soort, leden: Sequence[tuple[str, Waarde]]
) -> Aggregaat | Onbekend:
    """Return the figure of the group: the one of the build for Flanders, else that of its members."""
    if soort is Soort.AANTAL:
        return Onbekend("een aantal groter is waar meer mensen wonen")
    if gekozen.keuze == STANDAARD:
        if rij["vergelijking_waarde"] is None:
            return Onbekend("er voor Vlaanderen geen cijfer is")
        return Aggregaat(
            rij["vergelijking_waarde"],
            rij["vergelijking_soort"],
            rij["vergelijking_noemer"],
            rij["aantal_gemeenten"],
        )
    if not any(nis != rij["nis_code"] for nis, _ in leden):
        return Onbekend(f"geen andere gemeente uit de groep {gekozen.naam} dit cijfer heeft")
    return aggregaat([(lid[0], lid[1]) for _, lid in leden], soort, indicator["noemer_naam"])


def verdict(
    marge: Interval | Onbekend, tegenover: Aggregaat | Onbekend, richting: Richting
) -> Oordeel | Onbekend:
    """Hold a figure against its comparator, or say which of both is not known."""
    if isinstance(marge, Onbekend):
        return marge
    return tegenover if isinstance(tegenover, Onbekend) else oordeel(marge, tegenover.waarde, richting)


def _change(stand: Stand, indicator: Rij, reeks: Sequence[Meting], soort: Soort) -> Verandering | Onbekend:
    """Compare the newest figure with the newest that shares no time with it, knowing how all places move."""
    bekend = {een.periode: een for een in reeks if een.waarde is not None}
    oud = laatste_zonder_overlap(list(bekend))
    beweging: float | Onbekend = 0.0
    if soort is Soort.AANDEEL and oud is not None and bekend[oud].noemer:
        beweging = spreiding(stand, indicator["indicator"], max(bekend), oud)
    return verandering(reeks, soort, beweging, indicator["noemer_indicator"] is not None)


def _since_the_break(indicator: Rij, reeks: Sequence[Meting]) -> list[Meting]:
    """Return the figures that may be compared with the newest: those before a break are left out."""
    breuken = [breuk["vanaf"] for breuk in indicator["breuken"] or ()]
    laatste = max((dag for dag in breuken if reeks and dag <= reeks[-1].periode.einde), default=date.min)
    return [een for een in reeks if een.periode.begin >= laatste]


def _delivery(achter: Achtergrond, rij: Rij, vroeger: Sequence[Rij]) -> Rij | None:
    bronnen = (een["levering"] for een in vroeger if een["waarde"] is not None)
    sleutel = rij["levering"] or next(bronnen, None)
    return achter.leveringen[sleutel] if sleutel else None
