"""The figure of a municipality or of a whole area: in one period, in all of them, and between two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.omgevingsanalyse.achtergrond import (
    Achtergrond,
    Waarde,
    achtergrond,
    dezelfde_leden,
    gemeten,
    perioden,
    spreiding,
)
from dashboard.tekst import datum
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied
from indicators.gemeenten.groepen import STANDAARD, Groep
from indicators.model import Soort
from indicators.statistics import (
    Aggregaat,
    Interval,
    Meting,
    Onbekend,
    Periode,
    Verandering,
    aggregaat,
    laatste_zonder_overlap,
    onzekerheid,
    vergelijk,
    zonder_overlap,
)

MIDDELSTE = Onbekend("dit het cijfer van de middelste gemeente is, niet dat van het hele gebied")
NIET_ALLE = Onbekend("niet elke gemeente van dit gebied een cijfer heeft, en een deel optellen misleidt")
GEEN_CIJFER = Onbekend("er voor deze periode geen cijfer is")
ANDERE_LEDEN = Onbekend("in een van beide perioden een deel van de gemeenten geen cijfer heeft")
SCHOMMELT = Onbekend("we niet weten hoeveel het cijfer van een heel gebied gewoonlijk schommelt")

Vorm = Literal["gepubliceerd", "gewogen", "mediaan", "opgeteld"]


@dataclass(frozen=True, slots=True)
class Cijfer:
    """The figure of an area in one period.

    `vorm` says how the municipalities were put together, None for one municipality; `gemeenten` is how many
    of them have a figure, `schattingen` how many of those were estimated at a merger.
    """

    meting: Meting
    interval: Interval | Onbekend
    vorm: Vorm | None = None
    noemer_naam: str | None = None
    gemeenten: int = 1
    schattingen: int = 0


Reeks = Sequence[tuple[Periode, Cijfer]]
"""The figures of an area, oldest first; periods without a figure are left out."""


@dataclass(frozen=True, slots=True)
class Evoluties:
    """One indicator of several areas over time, each beside `tegenover`, the same for all of them.

    `perioden` are those in which some municipality has a figure, oldest first.
    """

    indicator: Rij
    perioden: tuple[Periode, ...]
    groep: Groep
    tegenover: Reeks
    gebieden: tuple[tuple[Gebied, Reeks], ...]

    @property
    def soort(self) -> Soort:
        return Soort(self.indicator["soort"])


@dataclass(frozen=True, slots=True)
class Verschil:
    """An area in two periods without overlap, and what may be said about the change.

    `oud` is left out where it is of other municipalities than `nieuw`: see `dezelfde_leden`.
    """

    gebied: Gebied
    nieuw: Cijfer | None
    oud: Cijfer | None
    uitkomst: Verandering | Onbekend


def van_gemeente(meting: Meting, indicator: Rij) -> Cijfer:
    """Return the figure of one municipality; `indicator` is a row of the catalog."""
    return Cijfer(meting, _margin(meting, indicator), schattingen=int(meting.schatting))


def van_gebied(
    achter: Achtergrond, gebied: Gebied, indicator: Rij, periode: Periode, waarden: Mapping[str, Waarde]
) -> Cijfer | Onbekend:
    """Return the figure of an area from those of its municipalities in one period, by NIS code.

    Flanders has the figure of the build. A count is added up, but only where no municipality lacks it.
    """
    delen = [waarden[nis] for nis in gebied.leden if nis in waarden]
    if Soort(indicator["soort"]) is Soort.AANTAL:
        return _total(delen, len(gebied.leden), indicator, periode)
    if gebied.sleutel == STANDAARD:
        samen = dict(achter.vlaanderen.get(indicator["indicator"], ())).get(periode, GEEN_CIJFER)
    else:
        samen = aggregaat([deel[:2] for deel in delen], Soort(indicator["soort"]), indicator["noemer_naam"])
    if isinstance(samen, Onbekend):
        return samen
    return _together(samen, delen, indicator, periode)


def reeks(stand: Stand, gebied: Gebied, indicator: Rij) -> Reeks:
    """Return what an area had in each period; only figures of the kind and the members of the newest one."""
    gevonden = []
    for periode, waarden in perioden(stand, indicator["indicator"]).items():
        cijfer = in_periode(stand, gebied, indicator, periode, waarden)
        if cijfer is not None:
            gevonden.append((periode, cijfer))
    soort = {(een.vorm, een.noemer_naam) for _, een in gevonden[-1:]}
    return [
        (periode, een)
        for periode, een in gevonden
        if (een.vorm, een.noemer_naam) in soort
        and _same_members(stand, gebied, indicator, (periode, een), gevonden[-1])
    ]


def _same_members(
    stand: Stand, gebied: Gebied, indicator: Rij, een: tuple[Periode, Cijfer], ander: tuple[Periode, Cijfer]
) -> bool:
    """Say whether two figures that were weighed are of the same municipalities; others need not be."""
    if "gewogen" not in (een[1].vorm, ander[1].vorm):
        return True
    return dezelfde_leden(stand, indicator["indicator"], gebied.leden, een[0], ander[0])


def evoluties(stand: Stand, gebieden: Sequence[Gebied], samen: Groep, indicator: Rij) -> Evoluties:
    """Return the series of the areas and that of the group; a count has nothing to be compared with."""
    naast = Gebied(samen.keuze, samen.naam, samen.in_zin, samen.leden)
    is_aantal = Soort(indicator["soort"]) is Soort.AANTAL
    return Evoluties(
        indicator,
        tuple(perioden(stand, indicator["indicator"])),
        samen,
        () if is_aantal else reeks(stand, naast, indicator),
        tuple((gebied, reeks(stand, gebied, indicator)) for gebied in gebieden),
    )


def in_periode(
    stand: Stand, gebied: Gebied, indicator: Rij, periode: Periode, waarden: Mapping[str, Waarde]
) -> Cijfer | None:
    """Return the figure of a municipality or an area in one period, None where there is none."""
    if gebied.gemeente is None:
        samen = van_gebied(achtergrond(stand), gebied, indicator, periode, waarden)
        return None if isinstance(samen, Onbekend) else samen
    eigen = waarden.get(gebied.gemeente.nis_code)
    return None if eigen is None else van_gemeente(gemeten(periode, eigen), indicator)


def gewone_perioden(beschikbaar: Sequence[Periode]) -> tuple[Periode, Periode] | None:
    """Return the newest period and the newest before it that shares no time with it; None without both."""
    oud = laatste_zonder_overlap(beschikbaar)
    return None if oud is None else (max(beschikbaar, key=lambda een: een.einde), oud)


def dichtste_zonder_overlap(beschikbaar: Sequence[Periode], nieuw: Periode, oud: Periode) -> Periode | None:
    """Return the period nearest to `oud` that ends before `nieuw` begins; None where there is none."""
    eerder = [een for een in beschikbaar if een.einde < nieuw.begin]
    return min(eerder, key=lambda een: abs(een.einde - oud.einde), default=None)


def verschillen(
    stand: Stand, gebieden: Sequence[Gebied], indicator: Rij, nieuw: Periode, oud: Periode
) -> list[Verschil]:
    """Return how each area changed from `oud` to `nieuw`; raise OverlappendePerioden where they overlap."""
    zonder_overlap(nieuw, oud)
    waarden = perioden(stand, indicator["indicator"])
    gevonden = []
    for gebied in gebieden:
        nu = in_periode(stand, gebied, indicator, nieuw, waarden[nieuw])
        toen = in_periode(stand, gebied, indicator, oud, waarden[oud])
        if nu and toen and not _same_members(stand, gebied, indicator, (nieuw, nu), (oud, toen)):
            gevonden.append(Verschil(gebied, nu, None, ANDERE_LEDEN))
            continue
        gevonden.append(Verschil(gebied, nu, toen, _outcome(stand, gebied, indicator, nu, toen)))
    return gevonden


def breuk_tussen(indicator: Rij, nieuw: Periode, oud: Periode) -> Rij | None:
    """Return the break in the series that lies between two periods: what was counted is not the same."""
    breuken: Sequence[Rij] = indicator["breuken"] or ()
    return next((een for een in breuken if oud.begin < een["vanaf"] <= nieuw.einde), None)


def _margin(meting: Meting, indicator: Rij) -> Interval | Onbekend:
    return onzekerheid(meting, Soort(indicator["soort"]), indicator["noemer_indicator"] is not None)


def _total(delen: Sequence[Waarde], leden: int, indicator: Rij, periode: Periode) -> Cijfer | Onbekend:
    if len(delen) < leden:
        return NIET_ALLE if delen else GEEN_CIJFER
    meting = Meting(periode, sum(deel[0] for deel in delen))
    return Cijfer(meting, _margin(meting, indicator), "opgeteld", None, leden, sum(deel[2] for deel in delen))


def _together(samen: Aggregaat, delen: Sequence[Waarde], indicator: Rij, periode: Periode) -> Cijfer:
    """Return the figure of the municipalities as one population, with the interval of so many people."""
    noemers = [deel[1] for deel in delen if deel[1]]
    heel = samen.soort != "mediaan"
    noemer = sum(noemers) if heel and len(noemers) == len(delen) else None
    meting = Meting(periode, samen.waarde, noemer)
    return Cijfer(
        meting,
        _margin(meting, indicator) if heel else MIDDELSTE,
        samen.soort,
        samen.noemer,
        len(delen),
        sum(deel[2] for deel in delen),
    )


def _outcome(
    stand: Stand, gebied: Gebied, indicator: Rij, nieuw: Cijfer | None, oud: Cijfer | None
) -> Verandering | Onbekend:
    """Say whether the change is larger than chance: for one municipality, and where nothing broke between."""
    if nieuw is None or oud is None:
        return Onbekend("een van beide perioden geen cijfer heeft")
    perioden_ = nieuw.meting.periode, oud.meting.periode
    if breuk := breuk_tussen(indicator, *perioden_):
        return Onbekend(f"het cijfer vanaf {datum(breuk['vanaf'])} anders geteld is")
    if gebied.gemeente is None:
        return nieuw.interval if isinstance(nieuw.interval, Onbekend) else SCHOMMELT
    soort = Soort(indicator["soort"])
    gewoonlijk: float | Onbekend = 0.0
    if soort is Soort.AANDEEL and all(een.meting.noemer or een.meting.n for een in (nieuw, oud)):
        gewoonlijk = spreiding(stand, indicator["indicator"], *perioden_)
    elders = indicator["noemer_indicator"] is not None
    return vergelijk(nieuw.meting, oud.meting, soort, gewoonlijk, elders)
