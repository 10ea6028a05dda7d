"""The shapes of the municipalities, as they lie or as equal tiles, in a box of 1000 pixels wide."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from dashboard.figures.ringen import Punt, Ring, binnenpunt, grenslijn, oppervlakte, pad, ring_van
from indicators.gemeenten import GEOGRAFIEEN, gemeenten, lidmaatschappen
from indicators.gemeenten.staten import PEILDAG
from indicators.gemeenten.tegels import tegels

BREEDTE = 1000
BREEDTEGRAAD = 51.0
"""Degrees across are as wide as on this parallel, through the middle of Flanders."""
NIVEAUS = ("provincie", "arrondissement")
KLEIN = 120.0
"""Square pixels under which a finger misses an area, however large the map."""
HOEKEN = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
"""The corners of a tile around its middle: half widths across, half sides down."""


Kader = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Vormen:
    """One projection; every length in pixels, every mapping by NIS code.

    `paden` are paths to fill with `evenodd`, `midden` is a point inside the largest part, `klein` are those
    too small to hit, the smallest last. `kaders` are left, top, right and bottom. `lijnen` are the borders
    between the provinces, and between the arrondissementen.
    """

    hoogte: float
    paden: Mapping[str, str]
    midden: Mapping[str, tuple[float, float]]
    kaders: Mapping[str, Kader]
    klein: tuple[str, ...]
    lijnen: Mapping[str, str]

    @property
    def breedte(self) -> int:
        return BREEDTE


@cache
def tegelvormen() -> Vormen:
    """Return the municipalities of today as equal hexagons."""
    plaatsen = {nis: (2 * tegel.q + tegel.r, 3 * tegel.r) for nis, tegel in tegels().items()}
    links = min(x for x, _ in plaatsen.values()) - 1
    boven = min(y for _, y in plaatsen.values()) - 2
    half = 10 * BREEDTE / (max(x for x, _ in plaatsen.values()) + 1 - links)

    def corner(x: int, y: int) -> Punt:
        return round((x - links) * half), round((y - boven) * half / math.sqrt(3))

    ringen = {
        nis: [[corner(x + across, y + down) for across, down in (*HOEKEN, HOEKEN[0])]]
        for nis, (x, y) in plaatsen.items()
    }
    return _vormen(ringen, GEOGRAFIEEN[-1])


def geografische_vormen(geojson: Mapping[str, Any], geografie: str, stap: int = 1) -> Vormen:
    """Return the areas of a map of the boundaries in degrees, each with its code in `nis`.

    Equirectangular: at this size no other projection looks different. Corners lie on multiples of `stap`
    tenths of a pixel.
    """
    veelhoeken = {stuk["properties"]["nis"]: _rings(stuk["geometry"]) for stuk in geojson["features"]}
    punten = [punt for ringen in veelhoeken.values() for punt in chain.from_iterable(ringen)]
    links, boven = min(x for x, _ in punten), max(y for _, y in punten)
    krimp = math.cos(math.radians(BREEDTEGRAAD))
    schaal = 10 * BREEDTE / ((max(x for x, _ in punten) - links) * krimp)

    def placed(ring: Sequence[Sequence[float]]) -> list[Punt]:
        across, down = krimp * schaal / stap, schaal / stap
        return ring_van(
            (stap * round((x - links) * across), stap * round((boven - y) * down)) for x, y in ring
        )

    return _vormen(
        {nis: list(filter(None, map(placed, ringen))) for nis, ringen in veelhoeken.items()}, geografie
    )


def _rings(geometrie: Mapping[str, Any]) -> list[Sequence[Sequence[float]]]:
    """Return outlines and holes alike: filled with `evenodd`, a hole is a hole."""
    delen = [geometrie["coordinates"]] if geometrie["type"] == "Polygon" else geometrie["coordinates"]
    return list(chain.from_iterable(delen))


def _vormen(ringen: Mapping[str, Sequence[Ring]], geografie: str) -> Vormen:
    grootste = {nis: max(van, key=oppervlakte) for nis, van in ringen.items()}
    kaders = {nis: _frame(van) for nis, van in ringen.items()}
    klein = {nis: vlak for nis, ring in grootste.items() if (vlak := oppervlakte(ring)) < KLEIN}
    return Vormen(
        hoogte=max(onder for *_, onder in kaders.values()),
        paden={nis: pad(van) for nis, van in ringen.items()},
        midden={nis: binnenpunt(ring) for nis, ring in grootste.items()},
        kaders=kaders,
        klein=tuple(sorted(klein, key=lambda nis: -klein[nis])),
        lijnen={niveau: grenslijn(ringen, _groups(niveau, geografie)) for niveau in NIVEAUS},
    )


def _frame(ringen: Sequence[Ring]) -> Kader:
    over, omlaag = ([punt[as_] / 10 for ring in ringen for punt in ring] for as_ in (0, 1))
    return min(over), min(omlaag), max(over), max(omlaag)


def _groups(niveau: str, geografie: str) -> Mapping[str, str]:
    """Return to which area of a level each municipality belonged when these boundaries held."""
    bestaand = gemeenten(geografie)
    return {
        lid.nis_code: lid.groep
        for lid in lidmaatschappen()
        if lid.niveau == niveau
        and lid.nis_code in bestaand
        and lid.geldig_van <= PEILDAG[geografie]
        and (lid.geldig_tot is None or PEILDAG[geografie] <= lid.geldig_tot)
    }
