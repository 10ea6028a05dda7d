"""One indicator in one period, in every municipality: what the page and the downloads of an indicator show.

Everything is held against Flanders. A verdict needs an interval and a figure of Flanders; where one of them
is not known, the reason stands in its place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.omgevingsanalyse.achtergrond import (
    Reeks,
    Verdeling,
    achtergrond,
    doorlopend,
    perioden,
    plaats,
)
from dashboard.omgevingsanalyse.analyse import verdict
from dashboard.tekst import REDENEN
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import Gemeente, gemeenten
from indicators.gemeenten.gebieden import gebieden
from indicators.model import Richting, Soort
from indicators.statistics import (
    Aggregaat,
    Deel,
    Interval,
    Meting,
    Onbekend,
    Oordeel,
    Periode,
    Rang,
    Trechter,
    aggregaat,
    onzekerheid,
    rang_met_interval,
    trechter,
)
from indicators.statistics.interval import GEEN_VERHOUDING, NOEMER_ELDERS_ONBEKEND, NOEMER_ONBEKEND

VLAANDEREN = "Vlaanderen"
GEEN_AANDEEL = Onbekend("dit geen aandeel van een groep mensen is")


@dataclass(frozen=True, slots=True)
class Plek:
    """The figure of one municipality; `reden` is a key of `tekst.REDENEN`, only where there is none.

    `kwantiel` (0 to 1) is the share of the municipalities that lie lower; ties count half, and the middle
    one lies in the middle.
    """

    gemeente: Gemeente
    meting: Meting | None
    reden: str | None
    interval: Interval | Onbekend
    oordeel: Oordeel | Onbekend
    kwantiel: float | None
    levering: str | None

    @property
    def waarde(self) -> float | None:
        return self.meting.waarde if self.meting else None


@dataclass(frozen=True, slots=True)
class Doorsnede:
    """All municipalities by NIS code, in alphabetical order; values in the unit of the indicator.

    `perioden` are those in which any municipality has a figure, oldest first; without any of them there is
    no `periode`. `indicator` is its row of the catalog, `stand` the build.
    """

    indicator: Rij
    periode: Periode | None
    perioden: tuple[Periode, ...]
    vlaanderen: Aggregaat | Onbekend
    verdeling: Verdeling | None
    plekken: Mapping[str, Plek]
    demo: bool
    stand: str

    @property
    def soort(self) -> Soort:
        return Soort(self.indicator["soort"])

    @property
    def bekend(self) -> list[Plek]:
        """Return the municipalities that have a figure."""
        return [plek for plek in self.plekken.values() if plek.meting]


def doorsnede(stand: Stand, indicator: str, periode: Periode | None = None) -> Doorsnede:
    """Return a reviewed indicator in a period that it has figures in; None asks for the newest.

    Raises KeyError where this build does not know the indicator.
    """
    achter = achtergrond(stand)
    rij, reeks = achter.catalogus[indicator], achter.vlaanderen.get(indicator, ())
    bekend = tuple(een for een, _ in reeks)
    gekozen = periode if periode in bekend else next(reversed(bekend), None)
    vlaanderen = _flanders(rij, dict(reeks).get(gekozen) if gekozen else None)
    einde = gekozen.einde if gekozen else None
    verdeling = achter.verdelingen.get((indicator, einde)) if einde else None
    return Doorsnede(
        indicator=rij,
        periode=gekozen,
        perioden=bekend,
        vlaanderen=vlaanderen,
        verdeling=verdeling,
        plekken=_places(rij, gekozen, vlaanderen, verdeling, stand.doorsnede(indicator, einde)),
        demo=stand.demo,
        stand=stand.id,
    )


def _flanders(indicator: Rij, gevonden: Aggregaat | None) -> Aggregaat | Onbekend:
    if Soort(indicator["soort"]) is Soort.AANTAL:
        return GEEN_VERHOUDING
    return gevonden or Onbekend("er voor Vlaanderen geen cijfer is")


def _places(
    indicator: Rij,
    periode: Periode | None,
    vlaanderen: Aggregaat | Onbekend,
    alle: Verdeling | None,
    rijen: Sequence[Rij],
) -> dict[str, Plek]:
    soort, richting = Soort(indicator["soort"]), Richting(indicator["richting"])
    elders = indicator["noemer_indicator"] is not None
    op_rij = sorted(rij["waarde"] for rij in rijen if rij["waarde"] is not None)
    per_code = {rij["nis_code"]: rij for rij in rijen}
    plekken = {}
    for nis, gemeente in gemeenten().items():
        if nis not in per_code:  # a build of other municipalities
            continue
        rij = per_code[nis]
        meting = _figure(rij, periode)
        marge = onzekerheid(meting, soort, elders) if meting else Onbekend(REDENEN[rij["reden"]])
        plekken[nis] = Plek(
            gemeente=gemeente,
            meting=meting,
            reden=rij["reden"],
            interval=marge,
            oordeel=verdict(marge, vlaanderen, richting),
            kwantiel=plaats(_quantile(op_rij, rij["waarde"]), rij["waarde"], alle),
            levering=rij["levering"],
        )
    return plekken


def _figure(rij: Rij, periode: Periode | None) -> Meting | None:
    if periode is None or rij["waarde"] is None:
        return None
    return Meting(periode, rij["waarde"], rij["noemer"], rij["n"], rij["schatting"], rij["voorlopig"])


def _quantile(op_rij: Sequence[float], waarde: float | None) -> float | None:
    if waarde is None:
        return None
    return (bisect_left(op_rij, waarde) + bisect_right(op_rij, waarde)) / 2 / len(op_rij)


@dataclass(frozen=True, slots=True)
class Opvallend:
    """The funnel, the share (0 to 1) and denominator of each municipality in it, and who lies outside."""

    model: Trechter
    delen: Mapping[str, Deel]

    @property
    def buiten(self) -> list[str]:
        return [nis for nis, deel in self.delen.items() if self.model.buiten(*deel)]


def opvallend(snede: Doorsnede) -> Opvallend | Onbekend:
    """Return the funnel of all municipalities whose denominator is known, or why there is none."""
    gevonden = aandelen(snede)
    if isinstance(gevonden, Onbekend):
        return gevonden
    model = trechter(list(gevonden.values()))
    return model if isinstance(model, Onbekend) else Opvallend(model, gevonden)


def rang_van(snede: Doorsnede, nis: str) -> Rang | Onbekend:
    """Return the place of a municipality with its interval, or why not; place 1 has the highest figure."""
    plek, gevonden = snede.plekken[nis], aandelen(snede)
    if plek.reden:
        return Onbekend(REDENEN[plek.reden])
    if isinstance(gevonden, Onbekend):
        return gevonden
    if nis not in gevonden:
        return NOEMER_ONBEKEND
    return rang_met_interval(list(gevonden.values()), list(gevonden).index(nis))


def aandelen(snede: Doorsnede) -> dict[str, Deel] | Onbekend:
    """Return share (0 to 1) and number of people by NIS code where both are known, or why there are none."""
    if snede.soort is Soort.AANTAL:
        return GEEN_VERHOUDING
    if snede.soort is not Soort.AANDEEL:
        return GEEN_AANDEEL
    gevonden = {}
    for nis, plek in snede.plekken.items():
        noemer = plek.meting and (plek.meting.n or plek.meting.noemer)
        if plek.waarde is not None and noemer:
            gevonden[nis] = (plek.waarde / 100, noemer)
    if gevonden:
        return gevonden
    return NOEMER_ELDERS_ONBEKEND if snede.indicator["noemer_indicator"] else NOEMER_ONBEKEND


def reeksen_van_gebieden(stand: Stand, indicator: str) -> Mapping[str, Reeks]:
    """Return Flanders, and each province of today, oldest first, where as many people count as in the newest.

    A count has none of them: it is no figure to compare.
    """
    return stand.onthoud(("gebieden", indicator), lambda: _areas(stand, indicator))


def _areas(stand: Stand, indicator: str) -> dict[str, Reeks]:
    achter = achtergrond(stand)
    rij = achter.catalogus[indicator]
    if Soort(rij["soort"]) is Soort.AANTAL:
        return {}
    gevonden: dict[str, list[tuple[Periode, Aggregaat]]] = {}
    for periode, waarden in perioden(stand, indicator).items():
        for provincie, leden in provincies().items():
            bekend = [waarden[nis][:2] for nis in leden if nis in waarden]
            samen = aggregaat(bekend, Soort(rij["soort"]), rij["noemer_naam"])
            if isinstance(samen, Aggregaat):
                gevonden.setdefault(provincie, []).append((periode, samen))
    van_wie = {VLAANDEREN: tuple(gemeenten()), **provincies()}
    alle = {VLAANDEREN: achter.vlaanderen.get(indicator, ()), **gevonden}
    return {gebied: doorlopend(stand, indicator, van_wie[gebied], reeks) for gebied, reeks in alle.items()}


def provincies() -> dict[str, tuple[str, ...]]:
    """Return the codes of today of each province, by its name."""
    return {
        gebied.naam.removeprefix("provincie "): gebied.leden
        for sleutel, gebied in gebieden().items()
        if sleutel.startswith("provincie:")
    }
