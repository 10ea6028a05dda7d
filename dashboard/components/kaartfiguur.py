"""A map, drawn from what it shows."""

from collections.abc import Sequence

from dashboard.components.kaartwoorden import LIJNEN, kop, vlaktekst
from dashboard.figures.kaart import Kaartvlak, kaart
from dashboard.figures.kaartkleuren import palet, stappen_van
from dashboard.figures.vormen import Vormen
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from dashboard.omgevingsanalyse.achtergrond import kenmerken
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import STANDAARD, leden_per_gebied
from indicators.model import Richting, Soort
from indicators.statistics import Onbekend

BREED = 760
"""Pixels of the map on a wide screen."""
STEDEN = ("centrumstad", "centrumsteden")


def paletklasse(beeld: Kaartbeeld) -> str:
    """Return the class that gives `k0` to `k6` their colours; what may be chance is not called favourable."""
    richting = Richting.GEEN if beeld.naar_grootte else Richting(beeld.indicator["richting"])
    return f"palet-{palet(beeld.indeling, richting)}"


def kleuren(beeld: Kaartbeeld) -> tuple[int, ...]:
    """Return the step of the ramp of each class."""
    return () if isinstance(beeld.klassen, Onbekend) else stappen_van(beeld.klassen)


def vlakklassen(vlak: Vlak, stappen: tuple[int, ...], telt: bool) -> str:
    """Return the class names of one shape; `telt`: a count, which is a disc on the area and no colour."""
    if not vlak.binnen:
        return "buiten"
    if vlak.klas is not None:
        return f"k{stappen[vlak.klas]}{' onzeker' if vlak.onzeker else ''}"
    return "grond" if telt and not vlak.reden else f"zonder-{vlak.zonder}"


def tekening(
    stand: Stand,
    beeld: Kaartbeeld,
    vormen: Vormen,
    breedte: float = BREED,
    stippen: bool = False,
    lijnen: Sequence[str] = (),
) -> str:
    """Draw the map `breedte` pixels wide; `stippen` adds a disc for the inhabitants of each municipality.

    A count is always drawn as discs. `lijnen` are borders over those of the provinces, as far as `vormen` has
    them.
    """
    stappen, telt = kleuren(beeld), beeld.soort is Soort.AANTAL
    return kaart(
        [Kaartvlak(v.nis_code, vlakklassen(v, stappen, telt), vlaktekst(beeld, v)) for v in beeld.vlakken],
        vormen,
        breedte,
        kop(beeld),
        "De tabel geeft dezelfde cijfers.",
        palet=paletklasse(beeld),
        gebied=() if beeld.gebied.sleutel == STANDAARD else beeld.gebied.leden,
        lijnen=["provincie", *erover(vormen, lijnen)],
        namen=namen(stand, beeld),
        stippen=hoeveelheden(stand, beeld, stippen),
    )


def erover(vormen: Vormen, lijnen: Sequence[str]) -> list[str]:
    """Return which of the borders that are asked for can be drawn over those of the provinces."""
    return [een for een in LIJNEN if een in lijnen and een in vormen.lijnen]


def namen(stand: Stand, beeld: Kaartbeeld) -> dict[str, str]:
    """Return whom to name, the most important first: of Flanders its cities, of an area everybody."""
    inwoners = kenmerken(stand).inwoners
    heel = beeld.gebied.sleutel == STANDAARD
    leden = leden_per_gebied()[STEDEN] if heel else beeld.gebied.leden
    op_rij = sorted(leden, key=lambda nis: -inwoners.get(nis, 0))
    return {nis: gemeenten()[nis].naam for nis in op_rij}


def hoeveelheden(stand: Stand, beeld: Kaartbeeld, inwoners: bool) -> dict[str, float]:
    """Return the amounts that are drawn as discs: a count itself, or inhabitants where asked for."""
    if beeld.soort is Soort.AANTAL:
        return {vlak.nis_code: vlak.waarde for vlak in beeld.getoond if vlak.waarde is not None}
    bekend = kenmerken(stand).inwoners if inwoners else {}
    return {nis: bekend[nis] for nis in beeld.gebied.leden if nis in bekend}
