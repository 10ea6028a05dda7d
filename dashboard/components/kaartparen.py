"""Two maps side by side, each with its own legend; they move together (assets/56-samen.js)."""

from collections.abc import Iterator

from dashboard.components.kaartfiguur import namen, paletklasse
from dashboard.components.kaartlegende import legende
from dashboard.components.kaartwoorden import bevinding, kop, leeswijzer, tijd
from dashboard.components.samenbeeld import (
    Kaartdeel,
    Samenbeeld,
    cijfer,
    kaartvlakken,
    tabelrijen,
    uitsnede_van,
)
from dashboard.figures.kaartdeling import TWEEDE, gedeelde_vormen, kaart_met_gedeelde_vormen
from dashboard.figures.vormen import Vormen
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.kaart.paar import Kaartpaar
from dashboard.warehouse import Stand

BREEDTE = 580
GEEN_VERSCHIL = (
    "Of een gemeente gedaald of gestegen is, en of dat meer is dan toeval, zie je bij “Wat er veranderde”."
)
GEEN_OORZAAK = "Twee kaarten die op elkaar lijken, zeggen niet dat het ene cijfer het andere veroorzaakt."


def naast_elkaar(stand: Stand, paar: Kaartpaar, vormen: Vormen) -> Samenbeeld:
    """Return both maps with what is said about each."""
    een, ander = paar.eerste, paar.tweede
    palet, tweede = paletklasse(een), paletklasse(ander)
    eigen = tweede if tweede != palet else None
    titels = _titles(paar)
    return Samenbeeld(
        kop=f"{' naast '.join(titels)}, {een.gebied.naam}",
        zinnen=tuple(_findings(paar, titels)),
        kaarten=(
            Kaartdeel(kop(een), _draw(stand, een, vormen, palet), legende(stand, een)),
            Kaartdeel(
                kop(ander),
                _draw(stand, ander, vormen, f"{tweede} kaart-{TWEEDE}" if eigen else tweede),
                legende(stand, ander).replace('class="fig kaart ', f'class="fig kaart kaart-{TWEEDE} ')
                if eigen
                else legende(stand, ander),
            ),
        ),
        noten=(
            *paar.opmerkingen,
            GEEN_VERSCHIL if paar.zelfde else GEEN_OORZAAK,
            *_notes(een, ander),
        ),
        kolommen=titels,
        rijen=tabelrijen((een, ander)),
        beelden=(een, ander),
        gedeeld=gedeelde_vormen(vormen, palet, eigen),
    )


def _notes(een: Kaartbeeld, ander: Kaartbeeld) -> Iterator[str]:
    """Yield what holds for both maps, and what holds for one of them with its name before it."""
    samen = [noot for noot in leeswijzer(een) if noot in leeswijzer(ander)]
    yield from samen
    for beeld in (een, ander):
        naam = beeld.indicator["titel"]
        yield from (f"{naam}: {noot}" for noot in leeswijzer(beeld) if noot not in samen)


def _findings(paar: Kaartpaar, titels: tuple[str, str]) -> Iterator[str]:
    for beeld, titel in zip((paar.eerste, paar.tweede), titels, strict=True):
        if zin := bevinding(beeld):
            yield f"{titel}: {zin[0].lower()}{zin[1:]}"


def _titles(paar: Kaartpaar) -> tuple[str, str]:
    """Name the maps by what makes them different, the second one without repeating the first."""
    een, ander = (
        f"{beeld.indicator['titel']}, {tijd(beeld.periode)}" if beeld.periode else beeld.indicator["titel"]
        for beeld in (paar.eerste, paar.tweede)
    )
    return een, tijd(paar.tweede.periode) if paar.zelfde and paar.tweede.periode else ander


def _draw(stand: Stand, beeld: Kaartbeeld, vormen: Vormen, palet: str) -> str:
    return kaart_met_gedeelde_vormen(
        kaartvlakken(beeld, lambda vlak: f"{vlak.naam}: {cijfer(beeld, vlak)}"),
        vormen,
        BREEDTE,
        kop(beeld),
        f"{bevinding(beeld)} De tabel geeft dezelfde cijfers.",
        palet=palet,
        gebied=uitsnede_van(beeld),
        namen=namen(stand, beeld),
    )
