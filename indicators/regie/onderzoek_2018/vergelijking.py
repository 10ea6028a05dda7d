"""What the study found, in the shape of a regieprofiel: the quadrant and the twelve roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from indicators.regie.kwadrant import REGIETYPES, regietype
from indicators.regie.onderzoek_2018.tabellen import Cel, rij, tabel
from indicators.regie.vragenlijst import InvalidRegie

ALLE = "alle"
WENSEN = ("beperken", "behouden", "uitbreiden")


@dataclass(frozen=True, slots=True)
class Kwadrant2018:
    """How the municipalities of one class spread over the regietypes: shares in %, counts, and sum `n`."""

    klasse: str
    n: int
    aandelen: Mapping[str, float]
    aantallen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rol2018:
    """One role, in %: `nu` per answer 1 to 6 (of `n_nu`), `gewenst` per wish (of `n_gewenst`)."""

    rol: str
    nu: tuple[float, ...]
    n_nu: int
    gewenst: Mapping[str, float]
    n_gewenst: int


def _base(cellen: list[Cel]) -> int:
    """Return the n that these cells share."""
    bases = {cel.n for cel in cellen}
    base = bases.pop()
    if base is None or bases:
        raise InvalidRegie(f"rij {cellen[0].rij}: de cellen hebben geen gemeenschappelijke n")
    return base


def _quadrant_cells(klasse: str) -> dict[str, Cel]:
    if klasse != ALLE:
        row = rij(11, klasse)
        return {type_id: row[type_id] for type_id in REGIETYPES}
    found = {}
    for cel in tabel(10):
        found[regietype(cel.kolom == "veel_beleidsvrijheid", cel.rij == "veel_aansturing").id] = cel
    return {type_id: found[type_id] for type_id in REGIETYPES}


@cache
def kwadrant_2018(grootte: str | None = None, kansarmoede: str | None = None) -> Kwadrant2018:
    """Return the spread over the regietypes: of all, of one size class, or of one kansarmoede class.

    Classes by the ids of table 11 (`i_20000_50000`, `k_lager_5`). The study does not cross both, so neither
    does this. All municipalities: table 10 (104); per class: table 11 (102, without the two anonymous ones).
    """
    if grootte is not None and kansarmoede is not None:
        raise InvalidRegie("het onderzoek kruist grootte en kansarmoede niet: geef er één")
    klasse = grootte or kansarmoede or ALLE
    cellen = _quadrant_cells(klasse)
    return Kwadrant2018(
        klasse=klasse,
        n=_base(list(cellen.values())),
        aandelen={type_id: cel.juist for type_id, cel in cellen.items()},
        aantallen={type_id: cel.aantal for type_id, cel in cellen.items()},
    )


def _role(rol: str) -> Rol2018:
    nu, gewenst = rij(12, rol), rij(13, rol)
    n_gewenst = _base(list(gewenst.values()))
    # Both halves of table 13 are shares of the same row: counts add up, rounded percentages would drift.
    counts = {
        wens: sum(gewenst[f"{half}_{wens}"].aantal for half in ("beperkt", "belangrijk")) for wens in WENSEN
    }
    return Rol2018(
        rol=rol,
        nu=tuple(nu[str(waarde)].juist for waarde in range(1, 7)),
        n_nu=_base(list(nu.values())),
        gewenst={wens: round(100 * count / n_gewenst, 1) for wens, count in counts.items()},
        n_gewenst=n_gewenst,
    )


@cache
def rollen_2018() -> Mapping[str, Rol2018]:
    """Return the twelve roles of tables 12 and 13, by role id (`rol_01` to `rol_12`)."""
    return {rol: _role(rol) for rol in dict.fromkeys(cel.rij for cel in tabel(12))}
