"""What a page with more than one map shows, whatever its form: the drawings, the words and the table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.components.duiding import schrijf
from dashboard.components.kaartfiguur import kleuren, vlakklassen
from dashboard.components.kaartwoorden import ZONDER
from dashboard.figures.kaart import Kaartvlak
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import STANDAARD
from indicators.model import Soort


@dataclass(frozen=True, slots=True)
class Kaartdeel:
    """One drawing with its heading, and its legend where it has one of its own."""

    kop: str
    tekening: str
    legende: str | None = None


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A municipality with its figures in the table, and `samen` in words where there is such a column."""

    nis_code: str
    slug: str
    naam: str
    cijfers: tuple[str, ...]
    samen: str | None


@dataclass(frozen=True, slots=True)
class Samenbeeld:
    """A page of maps. `gedeeld` is the drawing that holds shapes for all of them, where they share any.

    `legenden` are drawings that hold for all maps; `kolommen` are the headings of the figures.
    """

    kop: str
    zinnen: tuple[str, ...]
    kaarten: tuple[Kaartdeel, ...]
    noten: tuple[str, ...]
    kolommen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]
    beelden: tuple[Kaartbeeld, ...]
    gedeeld: str = ""
    legenden: tuple[str, ...] = ()


def uitsnede_van(beeld: Kaartbeeld) -> tuple[str, ...]:
    """Return the municipalities that a map is drawn around; none of them stands for all."""
    return () if beeld.gebied.sleutel == STANDAARD else beeld.gebied.leden


def kaartvlakken(
    beeld: Kaartbeeld, tekst: Callable[[Vlak], str] | None, strepen: bool = True
) -> list[Kaartvlak]:
    """Return the shapes of a map with their class; without `tekst` nothing is said about each of them.

    Without `strepen` what is uncertain looks like the rest: on a small map stripes hide the colours.
    """
    stappen, telt = kleuren(beeld), beeld.soort is Soort.AANTAL
    return [
        Kaartvlak(
            vlak.nis_code,
            vlakklassen(vlak if strepen else replace(vlak, onzeker=False), stappen, telt),
            tekst(vlak) if tekst else "",
        )
        for vlak in beeld.vlakken
    ]


def cijfer(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Write the figure of a municipality, or why there is none."""
    if vlak.meting is None or vlak.meting.waarde is None:
        return ZONDER[vlak.zonder or "ontbreekt"]
    return schrijf(beeld, vlak.meting.waarde)


def tabelrijen(
    beelden: Sequence[Kaartbeeld], samen: Callable[[str], str] | None = None
) -> tuple[Tabelrij, ...]:
    """Return a row per municipality of the area, with its figure on each map; `samen` adds words to it."""
    per_kaart = [{vlak.nis_code: cijfer(beeld, vlak) for vlak in beeld.vlakken} for beeld in beelden]
    return tuple(
        Tabelrij(
            nis_code=vlak.nis_code,
            slug=gemeenten()[vlak.nis_code].slug,
            naam=vlak.naam,
            cijfers=tuple(cijfers[vlak.nis_code] for cijfers in per_kaart),
            samen=samen(vlak.nis_code) if samen else None,
        )
        for vlak in beelden[0].getoond
    )
