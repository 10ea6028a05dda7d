"""A map and its legend, drawn from what it shows."""

from functools import partial

from dashboard.achtergrond import kenmerken
from dashboard.components.duiding import schrijf
from dashboard.components.kaartwoorden import ONZEKER, SCHATTING, ZONDER, klastekst, kop, vlaktekst
from dashboard.figures.kaart import Kaartvlak, kaart
from dashboard.figures.kaartkleuren import palet, stappen_van
from dashboard.figures.kaartlegende import Regel, Spreiding, kaartlegende
from dashboard.figures.vormen import Vormen
from dashboard.kaartbeeld import Kaartbeeld, Vlak
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import STANDAARD, leden_per_gebied
from indicators.model import Richting, Soort
from indicators.statistics import Onbekend
from indicators.statistics.indeling import Indeling

BREED, LEGENDE = 760, 300
"""Pixels of the map on a wide screen, and of its legend."""
STEDEN = ("centrumstad", "centrumsteden")


def paletklasse(beeld: Kaartbeeld) -> str:
    """Return the class that gives `k0` to `k6` their colours."""
    return f"palet-{palet(beeld.indeling, Richting(beeld.indicator['richting']))}"


def kleuren(beeld: Kaartbeeld) -> tuple[int, ...]:
    """Return the step of the ramp of each class."""
    return () if isinstance(beeld.klassen, Onbekend) else stappen_van(beeld.klassen)


def vlakklassen(vlak: Vlak, stappen: tuple[int, ...], telt: bool) -> str:
    """Return the class names of one shape; `telt`: a count, which is a disc on the area and no colour."""
    if not vlak.binnen:
        return "buiten"
    if vlak.klas is not None:
        return f"k{stappen[vlak.klas]}{' onzeker' if vlak.onzeker else ''}"
    return "buiten" if telt and not vlak.reden else f"zonder-{vlak.zonder}"


def tekening(
    stand: Stand, beeld: Kaartbeeld, vormen: Vormen, breedte: float = BREED, stippen: bool = False
) -> str:
    """Draw the map `breedte` pixels wide; `stippen` adds a disc for the inhabitants of each municipality."""
    stappen, telt = kleuren(beeld), beeld.soort is Soort.AANTAL
    return kaart(
        [Kaartvlak(v.nis_code, vlakklassen(v, stappen, telt), vlaktekst(beeld, v)) for v in beeld.vlakken],
        vormen,
        breedte,
        kop(beeld),
        "De tabel geeft dezelfde cijfers.",
        palet=paletklasse(beeld),
        gebied=() if beeld.gebied.sleutel == STANDAARD else beeld.gebied.leden,
        namen=namen(stand, beeld),
        stippen=_discs(stand, beeld, telt or stippen),
    )


def legende(beeld: Kaartbeeld, breedte: float = LEGENDE) -> str:
    """Draw the legend: classes with somebody in them, stripes and signs that occur."""
    stappen = kleuren(beeld)
    bekend = [regel for regel in beeld.legende if regel.aantal]
    regels = [Regel(f"k{stappen[r.klas]}", klastekst(beeld, r), r.aantal) for r in bekend]
    onzeker = sum(vlak.onzeker for vlak in beeld.getoond)
    if onzeker:
        alleen_schatting = beeld.indeling is Indeling.VERSCHIL
        regels.append(
            Regel(
                f"k{stappen[len(stappen) // 2]} onzeker", SCHATTING if alleen_schatting else ONZEKER, onzeker
            )
        )
    geteld = [vlak.zonder for vlak in beeld.getoond if vlak.reden or beeld.soort is not Soort.AANTAL]
    regels += [
        Regel(f"zonder-{reden}", uitleg, geteld.count(reden))
        for reden, uitleg in ZONDER.items()
        if reden in geteld
    ]
    return kaartlegende(
        regels, _spread(beeld, stappen), paletklasse(beeld), breedte, f"Legende: {kop(beeld)}"
    )


def namen(stand: Stand, beeld: Kaartbeeld) -> dict[str, str]:
    """Return whom to name, the most important first: of Flanders its cities, of an area everybody."""
    inwoners = kenmerken(stand).inwoners
    heel = beeld.gebied.sleutel == STANDAARD
    leden = leden_per_gebied()[STEDEN] if heel else beeld.gebied.leden
    op_rij = sorted(leden, key=lambda nis: -inwoners.get(nis, 0))
    return {nis: gemeenten()[nis].naam for nis in op_rij}


def _spread(beeld: Kaartbeeld, stappen: tuple[int, ...]) -> Spreiding | None:
    waarden = [vlak.waarde for vlak in beeld.getoond if vlak.waarde is not None]
    if isinstance(beeld.klassen, Onbekend) or beeld.indeling is Indeling.VERSCHIL or len(set(waarden)) < 2:
        return None
    grenzen = [(f"k{stappen[nr]}", klas.laag, klas.hoog) for nr, klas in enumerate(beeld.klassen.leden)]
    return Spreiding(waarden, grenzen, partial(schrijf, beeld))


def _discs(stand: Stand, beeld: Kaartbeeld, tonen: bool) -> dict[str, float]:
    if not tonen:
        return {}
    if beeld.soort is Soort.AANTAL:
        return {vlak.nis_code: vlak.waarde for vlak in beeld.getoond if vlak.waarde is not None}
    inwoners = kenmerken(stand).inwoners
    return {nis: inwoners[nis] for nis in beeld.gebied.leden if nis in inwoners}
