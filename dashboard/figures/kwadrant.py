"""The quadrant of Pröpper et al. (2004): beleidsvrijheid to the right, aansturing upwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.figures.markup import drawing, tag, text, title

STEPS = 6
HEAD = 46
AXIS = 24
LEFT = 26
BELOW, ABOVE = (0, 22, "middle"), (0, -12, "middle")
"""Where the name of the earlier point stands: the own name stands beside its point."""


@dataclass(frozen=True, slots=True)
class Hoek:
    """One of the four types, and in words the share of 2017 that placed itself there."""

    titel: str
    aandeel: str


@dataclass(frozen=True, slots=True)
class Punt:
    """Where an assessment stands: both answers from 1 to 6, and what to call it."""

    beleidsvrijheid: int
    aansturing: int
    titel: str
    vroeger: bool = False


def kwadrant(
    hoeken: Mapping[tuple[bool, bool], Hoek],
    punten: Sequence[Punt],
    breedte: int,
    titel: str,
    omschrijving: str,
) -> str:
    """Draw the quadrant `breedte` pixels wide.

    `hoeken` by (much beleidsvrijheid, much aansturing). A point stands in the middle of its answer on a
    grid of six by six; answers 3 and 4 lie in the shaded zone, on the border between two types. An earlier
    point is hollow, and left out where nothing moved.
    """
    narrow = breedte < 400
    width, height = breedte - LEFT - 1.0, round(breedte * (0.75 if narrow else 0.6))
    body = [
        _ground(width, height),
        *(_corner(hoek, *sides, width, height, narrow) for sides, hoek in hoeken.items()),
        _axes(width, height),
        _points(punten, width, height),
    ]
    return drawing(breedte, HEAD + height + HEAD + AXIS, titel, omschrijving, *body, klass="fig fig-kwadrant")


def _ground(width: float, height: float) -> str:
    """Draw the four fields, the zone on the border, and the two lines that divide them."""
    across, down = width / 3, height / 3
    middle_x, middle_y = LEFT + width / 2, HEAD + height / 2
    zone = f"M{LEFT + across:.1f} {HEAD}h{across:.1f}v{height}h{-across:.1f}z"
    zone += f"M{LEFT} {HEAD + down:.1f}h{width:.1f}v{down:.1f}h{-width:.1f}z"
    return "".join(
        (
            tag("rect", x=LEFT, y=HEAD, width=width, height=height, klass="kwadrant-veld"),
            tag("path", d=zone, klass="kwadrant-grens"),
            tag("path", d=f"M{middle_x:.1f} {HEAD}v{height}", klass="kwadrant-as"),
            tag("path", d=f"M{LEFT} {middle_y:.1f}h{width:.1f}", klass="kwadrant-as"),
            tag("rect", x=LEFT, y=HEAD, width=width, height=height, klass="kwadrant-rand"),
        )
    )


def _corner(
    hoek: Hoek, veel_vrijheid: bool, veel_aansturing: bool, width: float, height: float, narrow: bool
) -> str:
    """Name the type and its share outside its corner; where it is narrow each on a line of its own."""
    x, anchor = (LEFT + width, "end") if veel_vrijheid else (LEFT, "start")
    y = 18 if veel_aansturing else HEAD + height + 20
    if narrow:
        y += 18 if veel_vrijheid else 0
        return tag(
            "text",
            tag("tspan", escape(hoek.titel), klass="fig-kop"),
            tag("tspan", escape(f" {hoek.aandeel}"), klass="fig-klein"),
            x=x,
            y=y,
            text_anchor=anchor,
        )
    return text(x, y, hoek.titel, "fig-kop", anchor) + text(x, y + 18, hoek.aandeel, "fig-klein", anchor)


def _axes(width: float, height: float) -> str:
    bottom, middle = HEAD + height + HEAD + 14, HEAD + height / 2
    upright = tag(
        "g",
        text(-height / 2, 0, "weinig", "fig-klein", "start"),
        text(0, 0, "aansturing →", "fig-as", "middle"),
        text(height / 2, 0, "veel", "fig-klein", "end"),
        transform=f"translate(16 {middle:.1f}) rotate(-90)",
    )
    return (
        upright
        + text(LEFT, bottom, "weinig", "fig-klein", "start")
        + text(LEFT + width / 2, bottom, "beleidsvrijheid →", "fig-as", "middle")
        + text(LEFT + width, bottom, "veel", "fig-klein", "end")
    )


def _place(punt: Punt, width: float, height: float) -> tuple[float, float]:
    x = LEFT + (punt.beleidsvrijheid - 0.5) / STEPS * width
    return x, HEAD + (STEPS - punt.aansturing + 0.5) / STEPS * height


def _points(punten: Sequence[Punt], width: float, height: float) -> str:
    """Draw the own point, and the earlier one with a line between them unless nothing moved."""
    nu = next((punt for punt in punten if not punt.vroeger), None)
    eerder = next((punt for punt in punten if punt.vroeger), None)
    if eerder is None:
        return _point(nu, _beside(nu, None), width, height) if nu else ""
    if nu is None:
        return _point(eerder, BELOW, width, height)
    if (nu.beleidsvrijheid, nu.aansturing) == (eerder.beleidsvrijheid, eerder.aansturing):
        return _point(nu, _beside(nu, None), width, height)
    (x1, y1), (x2, y2) = _place(eerder, width, height), _place(nu, width, height)
    line = tag("line", x1=x1, y1=y1, x2=x2, y2=y2, klass="kwadrant-weg")
    label = ABOVE if eerder.aansturing == 1 else BELOW
    return line + _point(eerder, label, width, height) + _point(nu, _beside(nu, eerder), width, height)


def _beside(punt: Punt, eerder: Punt | None) -> tuple[int, int, str]:
    """Choose the side of a point's name: where there is room, and not where the earlier point stands."""
    right = punt.beleidsvrijheid <= STEPS / 2
    if eerder and eerder.aansturing == punt.aansturing:
        right = eerder.beleidsvrijheid < punt.beleidsvrijheid < STEPS or punt.beleidsvrijheid == 1
    return (14, 5, "start") if right else (-14, 5, "end")


def _point(punt: Punt, label: tuple[int, int, str], width: float, height: float) -> str:
    x, y = _place(punt, width, height)
    across, down, anchor = label
    spoken = f"{punt.titel}: beleidsvrijheid {punt.beleidsvrijheid} van 6, aansturing {punt.aansturing} van 6"
    radius, klass = (6, "punt-vroeger") if punt.vroeger else (9, "punt-eigen")
    return tag(
        "g",
        title(spoken),
        tag("circle", cx=x, cy=y, r=radius, klass=klass),
        text(x + across, y + down, punt.titel, "fig-punt", anchor),
    )
