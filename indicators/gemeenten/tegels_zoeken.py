"""Find the places of the tile map anew: `python -m indicators.gemeenten.tegels_zoeken GRENZEN.geojson`.

Writes tegelkaart.csv to standard output, and its score to standard error. For who maintains the
map: the app reads only the file. GRENZEN holds today's municipalities with their NIS code as property `nis`,
as the import writes it beside the warehouse. The same boundaries give the same map, in a minute.

Every municipality starts near its true place and is moved and swapped by simulated annealing (Kirkpatrick,
Gelatt and Vecchi 1983, doi:10.1126/science.220.4598.671). No move may split a province, and Brussels keeps an
empty place of its own size. Voeren comes last: it touches no other tile.
"""

import csv
import json
import sys
from collections.abc import Mapping
from itertools import pairwise
from math import cos, dist, exp, inf, radians
from pathlib import Path
from random import Random

from indicators.gemeenten.tegelbord import BUREN, MIDDENS, RAND, RIJEN, Bord, Punt, midden

TEGEL = 0.063
"""Width of a tile in degrees of latitude, 7 km: the tiles together are about as large as Flanders."""
MARGE = 6
"""Tile widths between the outermost true places and the edge of the board."""
STAPPEN, WARM, KOUD = 4_000_000, 1.0, 0.08
ZAAD = 1
"""Another seed gives another map, about as good."""
VOEREN = "73109"
BRUSSEL, STRAAL = (4.35, 50.85), 0.95
"""Longitude and latitude; within the radius, in tile widths, no tile may lie: that leaves three or four."""


def zwaartepunt(geometry: Mapping) -> Punt:
    """Longitude and latitude of the centre of gravity of a GeoJSON Polygon or MultiPolygon.

    By the shoelace formula: holes turn the other way, and so are taken off.
    """
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    area = x = y = 0.0
    for ring in (ring for polygon in polygons for ring in polygon):
        for (x0, y0), (x1, y1) in pairwise(ring):
            cross = x0 * y1 - x1 * y0
            area += cross / 2
            x += (x0 + x1) * cross / 6
            y += (y0 + y1) * cross / 6
    return x / area, y / area


def op_bord(plaatsen: Mapping[str, Punt]) -> dict[str, Punt]:
    """From longitude and latitude to tile widths on the board, y downwards."""
    flat = {key: (lon * cos(radians(51)) / TEGEL, -lat / TEGEL) for key, (lon, lat) in plaatsen.items()}
    left = min(x for x, _ in flat.values()) - MARGE - RIJEN / 2
    top = min(y for _, y in flat.values()) - MARGE
    return {key: (x - left, y - top) for key, (x, y) in flat.items()}


def gloei(bord: Bord, zaad: int) -> None:
    """Anneal: half of the moves go to the next cell, half go beside a true neighbour."""
    random = Random(zaad).random  # noqa: S311 - a seed, so that the map can be found again
    warmth, cooling = WARM, (KOUD / WARM) ** (1 / STAPPEN)
    for _ in range(STAPPEN):
        warmth *= cooling
        tegel = int(random() * bord.leeg)
        van, true = bord.cel_van[tegel], bord.buren[tegel]
        near = bord.cel_van[true[int(random() * len(true))]] if random() < 0.5 else van
        naar = near + BUREN[int(random() * 6)]
        if naar == van or bord.kosten[tegel][naar] == inf:
            continue
        gain = bord.probeer(van, naar)
        if (gain < 0 and random() >= exp(gain / warmth)) or not bord.blijft_heel(van, naar):
            bord.ruil(van, naar)


def zoek(plaatsen: Mapping[str, Punt]) -> dict[str, int]:
    """The cell of every municipality, from longitude and latitude by NIS code."""
    points = op_bord({**plaatsen, "Brussel": BRUSSEL})
    closed = RAND | {cel for cel, place in enumerate(MIDDENS) if dist(place, points["Brussel"]) < STRAAL}
    codes = sorted(set(plaatsen) - {VOEREN})
    bord = Bord(codes, points, closed)
    gloei(bord, ZAAD)
    sys.stderr.write(f"score {bord.score():.1f}, pieces by province {bord.stukken}\n")
    cells = dict(zip(codes, bord.cel_van, strict=True))
    return cells | {VOEREN: _apart(points[VOEREN], set(cells.values()) | closed)}


def _apart(punt: Punt, bezet: set[int]) -> int:
    """The cell nearest to a point that is free, as are the six around it."""
    free = (
        cel for cel in range(len(MIDDENS)) if cel not in bezet and not bezet & {cel + step for step in BUREN}
    )
    return min(free, key=lambda cel: dist(midden(cel), punt))


def main(grenzen: Path) -> None:
    """Write the map that fits these boundaries, the northernmost row first numbered 0."""
    features = json.loads(grenzen.read_text("utf-8"))["features"]
    cells = zoek({f["properties"]["nis"]: zwaartepunt(f["geometry"]) for f in features})
    places = {nis: divmod(cel, BUREN[1]) for nis, cel in sorted(cells.items())}
    first_r = min(r for r, _ in places.values())
    first_q = min(q for _, q in places.values())
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["nis_code", "q", "r"])
    writer.writerows([nis, q - first_q, r - first_r] for nis, (r, q) in places.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
