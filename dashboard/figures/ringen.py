"""Outlines of areas as rings of whole points: paths, the middle of an area, and borders that two share.

A point is (across, down) in tenths of a pixel, so that neighbours that had a corner in common still have it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

Punt = tuple[int, int]
Ring = Sequence[Punt]
"""Closed: the first point stands at the end again."""
Lijnstuk = tuple[Punt, Punt]


def ring_van(punten: Iterable[Punt]) -> list[Punt]:
    """Return the closed ring without points that fall together; empty where no surface is left."""
    ring: list[Punt] = []
    for punt in punten:
        if not ring or ring[-1] != punt:
            ring.append(punt)
    return ring if len(set(ring)) > 2 and oppervlakte(ring) else []


def oppervlakte(ring: Ring) -> float:
    """Return the surface within a ring, in square pixels."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 200


def pad(ringen: Iterable[Ring], gesloten: bool = True) -> str:
    """Return the path through the points, each step seen from the one before; holes need `evenodd`."""
    stukken, pen = [], (0, 0)
    for ring in ringen:
        # After `z` the pen is back at the first point.
        stappen = ring[:-1] if gesloten else ring
        waar = [pen, *stappen]
        sprongen = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(waar)]
        stukken.append(f"m{_numbers(sprongen[:1])}l{_numbers(sprongen[1:])}{'z' if gesloten else ''}")
        pen = ring[0] if gesloten else ring[-1]
    return "".join(stukken)


def _numbers(sprongen: Iterable[tuple[int, int]]) -> str:
    """Write numbers in tenths with nothing between them that can be missed: `-1.5.3 2`."""
    geschreven, vorige = "", ""
    for getal in (getal for sprong in sprongen for getal in sprong):
        tekst = _number(getal)
        los = not geschreven or tekst[0] == "-" or (tekst[0] == "." and "." in vorige)
        geschreven += tekst if los else f" {tekst}"
        vorige = tekst
    return geschreven


def _number(tienden: int) -> str:
    heel, deel = divmod(abs(tienden), 10)
    teken = "-" if tienden < 0 else ""
    return f"{teken}{heel or ''}.{deel}" if deel else f"{teken}{heel}"


def binnenpunt(ring: Ring) -> tuple[float, float]:
    """Return a point inside a ring, in pixels: the middle of its widest part at the height of its centre."""
    hoogte = _middle(ring) + 0.5  # between two whole points, so that it passes through no corner
    snijdend = [(een, ander) for een, ander in pairwise(ring) if (een[1] < hoogte) != (ander[1] < hoogte)]
    over = sorted(x1 + (hoogte - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in snijdend)
    links, rechts = max(zip(over[::2], over[1::2], strict=True), key=lambda deel: deel[1] - deel[0])
    return (links + rechts) / 20, hoogte / 10


def _middle(ring: Ring) -> int:
    """Return the height of the centre of the surface, within the ring."""
    kruis = [(x1 * y2 - x2 * y1, y1 + y2) for (x1, y1), (x2, y2) in pairwise(ring)]
    hoogte = sum(k * y for k, y in kruis) / (3 * sum(k for k, _ in kruis))
    hoogten = [y for _, y in ring]
    return min(max(int(hoogte // 1), min(hoogten)), max(hoogten) - 1)


def lijnstukken(gebieden: Mapping[str, Iterable[Ring]]) -> dict[Lijnstuk, list[str]]:
    """Return every stretch between two corners, with the areas on either side of it."""
    gevonden: dict[Lijnstuk, list[str]] = defaultdict(list)
    for naam, ringen in gebieden.items():
        for een, ander in (stuk for ring in ringen for stuk in pairwise(ring)):
            gevonden[(een, ander) if een < ander else (ander, een)].append(naam)
    return gevonden


def grenslijn(gebieden: Mapping[str, Iterable[Ring]], groep: Mapping[str, str]) -> str:
    """Return the path along the borders between areas that belong to different groups."""
    tussen = [
        stuk
        for stuk, namen in lijnstukken(gebieden).items()
        if len({groep[naam] for naam in namen if naam in groep}) > 1
    ]
    return pad(_chained(tussen), gesloten=False)


def _chained(stukken: Iterable[Lijnstuk]) -> list[list[Punt]]:
    """Return the stretches joined into lines, each as long as it goes."""
    open_: dict[Punt, list[Punt]] = defaultdict(list)
    for een, ander in stukken:
        open_[een].append(ander)
        open_[ander].append(een)
    lijnen = []
    # From the ends first: what is left after that are closed lines.
    for begin in sorted(open_, key=lambda punt: len(open_[punt]) % 2 == 0):
        while open_[begin]:
            lijn = [begin]
            while open_[lijn[-1]]:
                hier = lijn[-1]
                daar = open_[hier].pop()
                open_[daar].remove(hier)
                lijn.append(daar)
            lijnen.append(lijn)
    return lijnen
