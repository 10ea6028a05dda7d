"""A map: every municipality in the colour of its class, geographic or as tiles, from the same figures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt

from dashboard.figures.assen import text_width
from dashboard.figures.kaartpatronen import patronen
from dashboard.figures.markup import drawing, tag, text, title
from dashboard.figures.vormen import BREEDTE, Kader, Vormen

DOEL = 12
"""Half the width of what a finger can hit, in pixels."""
RAND = 12
"""Room around the areas that are shown."""
LIGGEND = 4 / 3
"""At least so much wider than high, so that a tall province does not fill two screens."""
STIP = 20
"""Radius of the largest dot, in pixels."""
NAAM = 13
"""Type size of the names, in pixels."""
VET = 1.15
"""How much wider than usual: names are bold, with a rim."""
WIT = 0.7
LIJNEN = {"provincie": 1.6, "arrondissement": 0.7, "voor-2019": 1.0, "voor-2025": 1.0}
"""Width of lines in pixels; they do not grow when the shapes do."""


@dataclass(frozen=True, slots=True)
class Kaartvlak:
    """One municipality: the class names of its shape, and what is said about it."""

    nis_code: str
    klas: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Uitsnede:
    """Which part of the shapes is drawn: `x`, `y` become pixels by `schaal`, after `links`, `boven`."""

    links: float
    boven: float
    schaal: float
    hoogte: float

    def punt(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.links) * self.schaal, (y - self.boven) * self.schaal


def kaart(
    vlakken: Sequence[Kaartvlak],
    vormen: Vormen,
    breedte: float,
    titel: str,
    omschrijving: str,
    *,
    palet: str = "palet-kaart",
    gebied: Collection[str] = (),
    lijnen: Sequence[str] = ("provincie",),
    namen: Mapping[str, str] | None = None,
    stippen: Mapping[str, float] | None = None,
) -> str:
    """Draw the map `breedte` pixels wide around the municipalities of `gebied`, or all.

    `palet` is the class that gives `k0` to `k6` their colours. `namen` by NIS code, the most important first:
    those are written that touch no other. `stippen` are amounts, drawn as discs with their surface.
    """
    deel = uitsnede(vormen, gebied, breedte)
    x, y = deel.punt(0, 0)
    vlakken_en_lijnen = tag(
        "g",
        tag("g", *_shapes(vlakken, vormen), klass="kaart-vlakken", stroke_width=WIT / deel.schaal),
        *(
            tag("path", d=vormen.lijnen[naam], klass=f"kaart-{naam}", stroke_width=LIJNEN[naam] / deel.schaal)
            for naam in lijnen
        ),
        tag("g", *_targets(vlakken, vormen, deel), klass="kaart-doelen"),
        klass="kaart-land",
        transform=f"matrix({deel.schaal:.5f} 0 0 {deel.schaal:.5f} {x:.2f} {y:.2f})",
    )
    erop = [
        tag("g", *_dots(stippen or {}, vormen, deel), klass="kaart-stippen"),
        tag("g", *plaatsnamen(namen or {}, vormen, deel, breedte), klass="kaart-namen"),
    ]
    return drawing(
        breedte,
        deel.hoogte,
        titel,
        omschrijving,
        patronen(),
        vlakken_en_lijnen,
        *erop,
        klass=f"fig kaart {palet}",
    )


def uitsnede(vormen: Vormen, gebied: Collection[str], breedte: float) -> Uitsnede:
    """Return the part of the shapes that holds these municipalities, or all, with some room around it."""
    kaders: list[Kader] = [vormen.kaders[nis] for nis in gebied if nis in vormen.kaders]
    if not kaders:
        schaal = breedte / BREEDTE
        return Uitsnede(0, 0, schaal, vormen.hoogte * schaal)
    links, boven = (min(kader[kant] for kader in kaders) - RAND for kant in (0, 1))
    rechts, onder = (max(kader[kant] for kader in kaders) + RAND for kant in (2, 3))
    over = max(rechts - links, LIGGEND * (onder - boven))
    links -= (over - (rechts - links)) / 2
    schaal = breedte / over
    return Uitsnede(links, boven, schaal, (onder - boven) * schaal)


def _shapes(vlakken: Sequence[Kaartvlak], vormen: Vormen) -> Iterator[str]:
    for vlak in vlakken:
        # Written out: a hundred times the same call would be half of the time that a map takes.
        yield (
            f'<path class="{vlak.klas}" data-nis="{vlak.nis_code}" d="{vormen.paden[vlak.nis_code]}">'
            f"<title>{escape(vlak.tekst)}</title></path>"
        )


def _targets(vlakken: Sequence[Kaartvlak], vormen: Vormen, deel: Uitsnede) -> Iterator[str]:
    """Yield an invisible disc over each area that is too small to hit, the smallest on top."""
    teksten = {vlak.nis_code: vlak.tekst for vlak in vlakken}
    for nis in vormen.klein:
        if nis in teksten:
            x, y = vormen.midden[nis]
            yield tag("circle", title(teksten[nis]), cx=x, cy=y, r=DOEL / deel.schaal, data_nis=nis)


def _dots(stippen: Mapping[str, float], vormen: Vormen, deel: Uitsnede) -> Iterator[str]:
    """Yield a disc per amount, the largest first so that it hides none."""
    meeste = max(stippen.values(), default=0)
    for nis, hoeveel in sorted(stippen.items(), key=lambda stip: -stip[1]):
        if hoeveel > 0:
            x, y = deel.punt(*vormen.midden[nis])
            yield tag("circle", cx=x, cy=y, r=stipstraal(hoeveel, meeste), data_nis=nis)


def stipstraal(hoeveel: float, meeste: float) -> float:
    """Return the radius in pixels of the disc for an amount: its surface says how much."""
    return STIP * sqrt(hoeveel / meeste)


def plaatsnamen(namen: Mapping[str, str], vormen: Vormen, deel: Uitsnede, breedte: float) -> Iterator[str]:
    """Yield each name that lies within the drawing and touches none before it."""
    bezet: list[Kader] = []
    for nis, naam in namen.items():
        x, y = deel.punt(*vormen.midden[nis])
        half = text_width(naam, NAAM) * VET / 2
        vak = (x - half, y - NAAM, x + half, y + NAAM / 2)
        binnen = vak[0] >= 0 and vak[2] <= breedte and vak[1] >= 0 and vak[3] <= deel.hoogte
        if binnen and not any(_touch(vak, ander) for ander in bezet):
            bezet.append(vak)
            yield text(x, y + 4, naam, "kaart-naam", "middle")


def _touch(een: Kader, ander: Kader) -> bool:
    return een[0] < ander[2] and ander[0] < een[2] and een[1] < ander[3] and ander[1] < een[3]
