"""The tile map: every municipality of today one hexagon of equal size, about where it lies.

The places stand in tegelkaart.csv; `tegels_zoeken.py` found them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from types import MappingProxyType

from indicators.gemeenten.staten import rows


@dataclass(frozen=True, slots=True)
class Tegel:
    """The hexagon of a municipality, with a corner on top: column `q` along the row, row `r` downwards.

    Axial coordinates (redblobgames.com/grids/hexagons): each row starts half a tile further to the right.
    """

    nis_code: str
    q: int
    r: int

    @property
    def x(self) -> float:
        """Centre from left to right, in tile widths; tiles with a common side lie 1 apart."""
        return self.q + self.r / 2

    @property
    def y(self) -> float:
        """Centre from top to bottom, in tile widths."""
        return self.r * sqrt(3) / 2


@cache
def tegels() -> Mapping[str, Tegel]:
    """The 285 tiles by NIS code. Touching tiles are neighbours for the most part: `buren` knows for sure."""
    return MappingProxyType(
        {
            row["nis_code"]: Tegel(row["nis_code"], int(row["q"]), int(row["r"]))
            for row in rows("tegelkaart.csv")
        }
    )
