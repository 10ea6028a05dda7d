"""What lies over or instead of a colour on a map: stripes for uncertain, a sign of its own per reason."""

from functools import lru_cache

from dashboard.figures.markup import tag

KLEUREN = 7
"""Steps of the longest ramp."""
TEGEN = 4
"""From this step on a colour is nearer to ink than to paper, in both schemes: stripes are of paper there."""
STAP = 5
"""Pixels between two stripes or two signs."""
GROND = {"x": -STAP, "y": -STAP, "width": 3 * STAP, "height": 3 * STAP}
"""Reaches beyond the tile on all sides: where tiles meet, no paper may show."""
TEKENS = {
    "ontbreekt": tag("circle", cx=1.5, cy=1.5, r=0.8, klass="kaart-teken"),
    "onderdrukt": tag("path", d="M.5.5l2.5 2.5m0-2.5L.5 3", klass="kaart-teken-lijn"),
    "niet_van_toepassing": tag("path", d="M0 2h3", klass="kaart-teken-lijn"),
    "geen_levering": tag("circle", cx=2, cy=2, r=1.3, klass="kaart-teken-lijn"),
    "geen_uitspraak": tag("path", d="M0 0h5M0 0v5", klass="kaart-teken-lijn"),
}
"""By why there is no figure; the name is the second half of the class of the shape, `zonder-…`."""


@lru_cache(maxsize=64)
def patronen(schaal: float = 1) -> str:
    """Return the patterns that `assets/28-kaart.css` fills shapes with, all of them.

    A script changes classes only, so each must be there before it is needed. `schaal` makes up for the
    enlargement of the shapes.
    """
    zonder = (
        _pattern(
            f"kaart-zonder-{reden}",
            tag("rect", **GROND, klass="kaart-leeg"),
            teken,
            vorm=f"scale({schaal:.6f})",
        )
        for reden, teken in TEKENS.items()
    )
    return tag("defs", strepen("kaart", schaal), *zonder)


def strepen(voor: str, schaal: float = 1) -> str:
    """Return only the stripes, `voor` before their names: two maps of other colours each need their own."""
    return "".join(
        _pattern(
            f"{voor}-arcering-{kleur}",
            tag("rect", **GROND, klass=f"k{kleur}"),
            tag(
                "path",
                d=f"M0 {-STAP}v{3 * STAP}",
                klass="kaart-streep" if kleur < TEGEN else "kaart-streep-tegen",
            ),
            vorm=f"rotate(45) scale({schaal:.6f})",
        )
        for kleur in range(KLEUREN)
    )


def _pattern(id: str, *inhoud: str, vorm: str) -> str:
    return tag(
        "pattern",
        *inhoud,
        id=id,
        width=STAP,
        height=STAP,
        patternUnits="userSpaceOnUse",
        patternTransform=vorm,
    )
