"""Where a municipality stands between the four regietypes of Pröpper et al. (2004)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

BELEIDSVRIJHEID = "beleidsvrijheid"
AANSTURING = "rol_02_nu"
"""The axes, as question ids. The second is a role that a municipality gives itself, not measured power."""

# Table 10 of the study sets the three highest answers against the three lowest.
VEEL_VANAF = 4
OP_DE_GRENS = frozenset({3, 4})


@dataclass(frozen=True, slots=True)
class Regietype:
    """One of the four quadrants."""

    id: str
    titel: str
    uitleg: str
    veel_beleidsvrijheid: bool
    veel_aansturing: bool


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place in the quadrant: both answers (1 to 6), the type, and which axis is a step from tipping."""

    beleidsvrijheid: int
    aansturing: int
    regietype: str
    vrijheid_op_de_grens: bool
    aansturing_op_de_grens: bool


def _load(path: Path) -> Mapping[str, Regietype]:
    rows = tomllib.loads(path.read_text("utf-8"))
    return MappingProxyType({key: Regietype(id=key, **row) for key, row in rows.items()})


REGIETYPES = _load(Path(__file__).parent / "regietypes.toml")
"""By id, in the order of table 11: beheersingsgericht, uitvoeringsgericht, visionair, faciliterend."""


def regietype(veel_beleidsvrijheid: bool, veel_aansturing: bool) -> Regietype:
    """Return the type of one quadrant."""
    return next(
        r
        for r in REGIETYPES.values()
        if (r.veel_beleidsvrijheid, r.veel_aansturing) == (veel_beleidsvrijheid, veel_aansturing)
    )


def plaats(antwoorden: Mapping[str, int | str]) -> Plaats | None:
    """Place answers (by question id) in the quadrant; None when one of the two axes has no answer."""
    if BELEIDSVRIJHEID not in antwoorden or AANSTURING not in antwoorden:
        return None
    vrijheid, aansturing = int(antwoorden[BELEIDSVRIJHEID]), int(antwoorden[AANSTURING])
    return Plaats(
        beleidsvrijheid=vrijheid,
        aansturing=aansturing,
        regietype=regietype(vrijheid >= VEEL_VANAF, aansturing >= VEEL_VANAF).id,
        vrijheid_op_de_grens=vrijheid in OP_DE_GRENS,
        aansturing_op_de_grens=aansturing in OP_DE_GRENS,
    )
