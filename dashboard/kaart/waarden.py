"""The values that a map colours: the figures themselves, or what is left of them after shrinkage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.omgevingsanalyse.achtergrond import Waarde, perioden
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, aandelen
from dashboard.tekst import aantal, hoofdletter
from dashboard.warehouse import Stand
from indicators.gemeenten.gebieden import Gebied
from indicators.gemeenten.groepen import EIGEN, STANDAARD
from indicators.model import Richting
from indicators.statistics import Aggregaat, Onbekend, Oordeel, Periode, aggregaat, krimp, oordeel

NIET_BIJGESTELD = "We kunnen dit cijfer niet bijstellen voor toeval, omdat {}. Je ziet het gewone cijfer."
ZONDER_NOEMER = "van {} weten we niet hoeveel mensen er geteld zijn: daar zie je het gewone cijfer."
Waarden = Mapping[str, float]
"""By NIS code, in the unit of the indicator."""


def waarden_per_periode(stand: Stand, indicator: str, gekrompen: bool) -> Mapping[Periode, Waarden]:
    """Return what can be coloured in every period; only shares with a denominator can be shrunk."""
    maak = _shrunk if gekrompen else _plain
    return stand.onthoud(
        ("kaartwaarden", indicator, gekrompen),
        lambda: {periode: maak(waarden) for periode, waarden in perioden(stand, indicator).items()},
    )


def bijstelbaar(snede: Doorsnede) -> tuple[bool, str | None]:
    """Return whether the figures can be shrunk, and what the reader must know about it."""
    delen = aandelen(snede)
    if isinstance(delen, Onbekend):
        return False, NIET_BIJGESTELD.format(delen.reden)
    zonder = len(snede.bekend) - len(delen)
    if not zonder:
        return True, None
    zin = ZONDER_NOEMER.format(aantal(zonder, "gemeente", "gemeenten"))
    return True, hoofdletter(zin)


def _plain(waarden: Mapping[str, Waarde]) -> dict[str, float]:
    return {nis: een[0] for nis, een in waarden.items()}


def _shrunk(waarden: Mapping[str, Waarde]) -> dict[str, float]:
    delen = {nis: (een[0] / 100, een[3] or een[1] or 0) for nis, een in waarden.items() if een[3] or een[1]}
    if not delen:
        return _plain(waarden)
    bijgesteld = dict(zip(delen, krimp(list(delen.values())), strict=True))
    return _plain(waarden) | {nis: 100 * aandeel for nis, aandeel in bijgesteld.items()}


@dataclass(frozen=True, slots=True)
class Tegenover:
    """What the municipalities of a map are held against; `zonder` is the same without one of its members."""

    gebied: Gebied
    samen: Aggregaat | Onbekend
    zonder: Mapping[str, Aggregaat | Onbekend]

    def cijfer(self, nis: str) -> Aggregaat | Onbekend:
        """Return what one municipality is held against."""
        return self.zonder.get(nis, self.samen)

    def oordeel(self, snede: Doorsnede, nis: str) -> Oordeel | Onbekend:
        """Return the verdict on a municipality, or why there is none."""
        marge, tegen = snede.plekken[nis].interval, self.cijfer(nis)
        if isinstance(marge, Onbekend):
            return marge
        if isinstance(tegen, Onbekend):
            return tegen
        return oordeel(marge, tegen.waarde, Richting(snede.indicator["richting"]))


def tegenover(snede: Doorsnede, gebied: Gebied) -> Tegenover:
    """Return the figure of an area in the period of `snede`.

    A set that someone chose is no area: its members are held against the others in it, as on their own page.
    """
    if gebied.sleutel == STANDAARD:
        return Tegenover(gebied, snede.vlaanderen, {})
    eigen = gebied.sleutel.startswith(EIGEN)
    return Tegenover(
        gebied,
        _together(snede, gebied.leden),
        {nis: _together(snede, [een for een in gebied.leden if een != nis]) for nis in gebied.leden if eigen},
    )


def _together(snede: Doorsnede, leden: Sequence[str]) -> Aggregaat | Onbekend:
    bekend = [plek.meting for nis in leden if (plek := snede.plekken.get(nis)) and plek.meting]
    delen = [(een.waarde, een.noemer) for een in bekend if een.waarde is not None]
    return aggregaat(delen, snede.soort, snede.indicator["noemer_naam"])
