"""Up to twelve small maps on one legend: periods of one indicator, or several indicators."""

from dashboard.components.kaartfiguur import kleuren, paletklasse
from dashboard.components.kaartwoorden import ZONDER, klastekst, kop, leeswijzer, tijd
from dashboard.components.samenbeeld import Kaartdeel, Samenbeeld, kaartvlakken, tabelrijen, uitsnede_van
from dashboard.figures.kaartdeling import gedeelde_vormen, kaart_met_gedeelde_vormen
from dashboard.figures.kaartlegende import Regel, kaartlegende
from dashboard.figures.vormen import Vormen
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.kaart.reeks import Kaartreeks
from dashboard.tekst import aantal, hoofdletter

BREEDTE, LEGENDE = 270, 300
PATROON = 1.6
"""So that a sign is seen on a map as small as this, and in the legend too."""
TEGELS = (
    "Op zulke kleine kaarten is elke gemeente een even grote zeshoek: zo zie je ook de kleinste. Welke "
    "cijfers onzeker zijn, zie je op de gewone kaart."
)


def veelvoud(reeks: Kaartreeks, tegels: Vormen) -> Samenbeeld:
    """Return the small maps, drawn with tiles, and the legend that holds for all of them."""
    laatste = reeks.beelden[-1]
    koppen = tuple(_heading(reeks, beeld) for beeld in reeks.beelden)
    if reeks.per_periode:
        titel = f"{laatste.indicator['titel']}, {koppen[0]} tot {koppen[-1]}, {laatste.gebied.naam}"
    else:
        titel = f"{hoofdletter(aantal(len(koppen), 'cijfer', 'cijfers'))} naast elkaar, {laatste.gebied.naam}"
    if len(koppen) == 1:
        titel = kop(laatste)
    noten = leeswijzer(laatste) if reeks.per_periode else []
    return Samenbeeld(
        kop=titel,
        zinnen=(),
        kaarten=tuple(
            Kaartdeel(hoofd, _draw(beeld, tegels)) for hoofd, beeld in zip(koppen, reeks.beelden, strict=True)
        ),
        noten=(*reeks.noten, *noten, TEGELS),
        kolommen=koppen,
        rijen=tabelrijen(reeks.beelden),
        beelden=reeks.beelden,
        gedeeld=gedeelde_vormen(tegels, paletklasse(laatste), patroon=PATROON),
        legenden=(_legend(reeks, titel),),
    )


def _heading(reeks: Kaartreeks, beeld: Kaartbeeld) -> str:
    wanneer = tijd(beeld.periode) if beeld.periode else "nog geen cijfers"
    return wanneer if reeks.per_periode else f"{beeld.indicator['titel']}, {wanneer}"


def _draw(beeld: Kaartbeeld, tegels: Vormen) -> str:
    return kaart_met_gedeelde_vormen(
        kaartvlakken(beeld, None, strepen=False),
        tegels,
        BREEDTE,
        kop(beeld),
        "De tabel geeft dezelfde cijfers.",
        palet=paletklasse(beeld),
        gebied=uitsnede_van(beeld),
    )


def _legend(reeks: Kaartreeks, titel: str) -> str:
    """Draw the classes without counts, which differ from map to map, and the signs that occur on any."""
    laatste = reeks.beelden[-1]
    stappen = kleuren(laatste)
    regels = [Regel(f"k{stappen[een.klas]}", klastekst(laatste, een), None) for een in laatste.legende]
    getoond = [vlak for beeld in reeks.beelden for vlak in beeld.getoond]
    zonder = {vlak.zonder for vlak in getoond}
    regels += [Regel(f"zonder-{een}", uitleg, None) for een, uitleg in ZONDER.items() if een in zonder]
    return kaartlegende(regels, None, (), paletklasse(laatste), LEGENDE, f"Legende: {titel}")
