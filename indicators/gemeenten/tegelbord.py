"""The board on which `tegels_zoeken` looks for the places of the tile map: what lies where, what it earns.

Two touching tiles earn a point if the municipalities share a border, and a little if they do not: an open
side earns nothing, so the map stays closed. Distance from the true place costs, by its square.
"""

from collections.abc import Collection, Mapping, Sequence
from math import dist, inf, sqrt

from indicators.gemeenten.ligging import buren, lidmaatschappen

ECHT, VALS, AFSTAND = 1.0, 0.2, 0.12
"""What touching tiles earn with and without a border; what a squared tile width from the true place costs."""
KOLOMMEN, RIJEN = 66, 30
BUREN = (1, KOLOMMEN, KOLOMMEN - 1, -1, -KOLOMMEN, 1 - KOLOMMEN)
"""From a cell to the six around it. A cell is a number: q + r * KOLOMMEN."""

Punt = tuple[float, float]


def midden(cel: int) -> Punt:
    """Centre of a cell as (x, y) in tile widths, y downwards."""
    r, q = divmod(cel, KOLOMMEN)
    return q + r / 2, r * sqrt(3) / 2


MIDDENS = [midden(cel) for cel in range(KOLOMMEN * RIJEN)]
RAND = {cel for cel in range(KOLOMMEN * RIJEN) if cel % KOLOMMEN in (0, KOLOMMEN - 1)} | {
    cel for cel in range(KOLOMMEN * RIJEN) if cel // KOLOMMEN in (0, RIJEN - 1)
}
"""Cells at the edge of the board: no tile may lie there, so every tile has six cells around it."""


class Bord:
    """The tiles, numbered in the order of `codes`, on their cells; the number `leeg` says that there is none.

    `punten` has the true place of every code in tile widths; `dicht` are the cells that stay empty.
    """

    def __init__(self, codes: Sequence[str], punten: Mapping[str, Punt], dicht: Collection[int]) -> None:
        number = {nis: tegel for tegel, nis in enumerate(codes)}
        self.leeg = len(codes)
        self.buren = [sorted(number[buur] for buur in buren(nis)) for nis in codes]
        self.provincie = _provincies(codes)
        self.kosten = [
            [
                inf if cel in dicht else AFSTAND * dist(place, punten[nis]) ** 2
                for cel, place in enumerate(MIDDENS)
            ]
            for nis in codes
        ]
        self._loon = [[VALS] * self.leeg + [0.0] for _ in codes]
        for tegel, others in enumerate(self.buren):
            for other in others:
                self._loon[tegel][other] = ECHT
        self.tegel_op = [self.leeg] * len(MIDDENS)
        self.cel_van: list[int] = []
        for tegel in range(self.leeg):
            self._leg(tegel)
        self.stukken = {provincie: self._tel_stukken(provincie) for provincie in set(self.provincie)}

    def _leg(self, tegel: int) -> None:
        """Lay a tile on the free cell nearest to its true place."""
        free = (cel for cel, other in enumerate(self.tegel_op) if other == self.leeg)
        cel = min(free, key=self.kosten[tegel].__getitem__)
        self.tegel_op[cel] = tegel
        self.cel_van.append(cel)

    def _tel_stukken(self, provincie: str) -> int:
        """In how many pieces a province lies."""
        left = {cel for tegel, cel in enumerate(self.cel_van) if self.provincie[tegel] == provincie}
        pieces = 0
        while left:
            pieces += 1
            reached = [left.pop()]
            while reached:
                cel = reached.pop()
                around = {cel + step for step in BUREN} & left
                left -= around
                reached.extend(around)
        return pieces

    def waarde(self, tegel: int, cel: int) -> float:
        """What a tile earns with the tiles around a cell, less what its distance costs."""
        loon, op = self._loon[tegel], self.tegel_op
        return sum([loon[op[cel + step]] for step in BUREN]) - self.kosten[tegel][cel]

    def score(self) -> float:
        """Of the whole map; every pair of touching tiles counts once."""
        costs = sum(self.kosten[tegel][cel] for tegel, cel in enumerate(self.cel_van))
        return (sum(self.waarde(tegel, cel) for tegel, cel in enumerate(self.cel_van)) - costs) / 2

    def ruil(self, van: int, naar: int) -> None:
        """Swap what lies on two cells, a tile or nothing."""
        op = self.tegel_op
        op[van], op[naar] = op[naar], op[van]
        for cel in (van, naar):
            if op[cel] != self.leeg:
                self.cel_van[op[cel]] = cel

    def probeer(self, van: int, naar: int) -> float:
        """Swap the tile on one cell with what lies on the other, and give what the score gains."""
        tegel, ander = self.tegel_op[van], self.tegel_op[naar]
        gain = -self.waarde(tegel, van)
        if ander != self.leeg:
            gain -= self.waarde(ander, naar)
        self.ruil(van, naar)
        if ander != self.leeg:
            gain += self.waarde(ander, van)
        return gain + self.waarde(tegel, naar)

    def blijft_heel(self, van: int, naar: int) -> bool:
        """Whether the provinces of what was just swapped lie in no more pieces than before."""
        on_both = [tegel for tegel in (self.tegel_op[van], self.tegel_op[naar]) if tegel != self.leeg]
        moved = {self.provincie[tegel] for tegel in on_both}
        if len(on_both) > len(moved):
            return True
        now = {provincie: self._tel_stukken(provincie) for provincie in moved}
        if any(pieces > self.stukken[provincie] for provincie, pieces in now.items()):
            return False
        self.stukken |= now
        return True


def _provincies(codes: Sequence[str]) -> list[str]:
    """The province of each code today."""
    today = {
        lid.nis_code: lid.groep
        for lid in lidmaatschappen()
        if lid.niveau == "provincie" and lid.geldig_tot is None
    }
    return [today[nis] for nis in codes]
