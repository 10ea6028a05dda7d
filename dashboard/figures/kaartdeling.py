"""Several maps on one page with the same shapes: each shape is written once, and every map refers to it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

from dashboard.figures.kaart import LIJNEN, WIT, Kaartvlak, plaatsnamen, uitsnede
from dashboard.figures.kaartpatronen import patronen, strepen
from dashboard.figures.markup import drawing, tag
from dashboard.figures.vormen import Vormen

VORM, LIJN = "v", "kaart-lijn"
"""Before the NIS code in the id of a shape (assets/56-samen.js knows it too), and the id of the lines."""
TWEEDE = "tweede"
"""Names the stripes of a second map whose colours are others; `assets/29-kaartsamen.css` has its rules."""


def gedeelde_vormen(vormen: Vormen, palet: str, tweede: str | None = None, patroon: float = 1) -> str:
    """Return a drawing of no size with the shapes, the lines and the patterns of all maps and legends.

    `tweede` is the palette of the second map where that is another one; `patroon` enlarges the patterns.
    """
    vlakken = (f'<path id="{VORM}{nis}" d="{pad}"/>' for nis, pad in vormen.paden.items())
    bron = [
        tag("defs", *vlakken, tag("path", id=LIJN, d=vormen.lijnen["provincie"])),
        tag("g", patronen(patroon), klass=palet),
    ]
    if tweede:
        bron.append(tag("g", strepen(TWEEDE, patroon), klass=tweede))
    return tag("svg", *bron, width=0, height=0, klass="kaart kaart-bron", aria_hidden="true")


def kaart_met_gedeelde_vormen(
    vlakken: Sequence[Kaartvlak],
    vormen: Vormen,
    breedte: float,
    titel: str,
    omschrijving: str,
    *,
    palet: str,
    gebied: Collection[str] = (),
    namen: Mapping[str, str] | None = None,
) -> str:
    """Draw a map `breedte` pixels wide; `gedeelde_vormen` must stand on the same page.

    A municipality without a text has no title of its own: on a map as small as a stamp nobody points at it.
    """
    deel = uitsnede(vormen, gebied, breedte)
    x, y = deel.punt(0, 0)
    lijn = {"href": f"#{LIJN}", "klass": "kaart-provincie", "stroke_width": LIJNEN["provincie"] / deel.schaal}
    land = tag(
        "g",
        tag("g", *_per_class(vlakken), klass="kaart-vlakken", stroke_width=WIT / deel.schaal),
        tag("use", **lijn),
        transform=f"matrix({deel.schaal:.5f} 0 0 {deel.schaal:.5f} {x:.2f} {y:.2f})",
    )
    erop = tag("g", *plaatsnamen(namen or {}, vormen, deel, breedte), klass="kaart-namen")
    return drawing(breedte, deel.hoogte, titel, omschrijving, land, erop, klass=f"fig kaart {palet}")


def _per_class(vlakken: Sequence[Kaartvlak]) -> Iterator[str]:
    """Yield a group per class with its shapes: the class is written once instead of a hundred times."""
    groepen: dict[str, list[Kaartvlak]] = {}
    for vlak in vlakken:
        groepen.setdefault(vlak.klas, []).append(vlak)
    for klas, leden in groepen.items():
        yield tag("g", *map(_use, leden), klass=klas)


def _use(vlak: Kaartvlak) -> str:
    if not vlak.tekst:
        return f'<use href="#{VORM}{vlak.nis_code}"/>'
    return f'<use href="#{VORM}{vlak.nis_code}"><title>{escape(vlak.tekst)}</title></use>'
