"""From what someone types to municipalities of today: old names, deelgemeenten and codes lead there too."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from indicators.gemeenten.herindeling import recode
from indicators.gemeenten.spelling import slug_of, woorden
from indicators.gemeenten.staten import GEOGRAFIEEN, Gemeente, gemeenten, rows

VANDAAG, VROEGER, DEELGEMEENTE = range(3)


@dataclass(frozen=True, slots=True)
class Treffer:
    """A municipality of today, and the other name under which it was found."""

    gemeente: Gemeente
    via: str | None


class _Ingang(NamedTuple):
    """A name to be found by; `staarten` is the name without spaces from each of its words onwards."""

    staarten: tuple[str, ...]
    soort: int
    treffer: Treffer

    def rang(self, gezocht: str) -> int | None:
        """How well the name fits: exact 0, its begin 1, the begin of a word 2, a part 3, not at all None."""
        if gezocht == self.staarten[0]:
            return 0
        if self.staarten[0].startswith(gezocht):
            return 1
        if any(staart.startswith(gezocht) for staart in self.staarten):
            return 2
        return 3 if gezocht in self.staarten[0] else None


@cache
def _namen() -> Mapping[tuple[str, str], int]:
    """Every (name, code of today), with the closest kind of name that it is."""
    names = {(g.naam, nis): VANDAAG for nis, g in gemeenten().items()}
    for state in GEOGRAFIEEN[:-1]:
        today = recode(state, GEOGRAFIEEN[-1])
        for nis, old in gemeenten(state).items():
            names.setdefault((old.naam, today[nis]), VROEGER)
    for row in rows("deelgemeenten.csv"):
        names.setdefault((row["naam"], row["nis_code"]), DEELGEMEENTE)
    return names


@cache
def _ingangen() -> tuple[_Ingang, ...]:
    """All names: those of today, then former municipalities, then deelgemeenten, each alphabetically."""
    found = []
    for (naam, nis), soort in sorted(
        _namen().items(), key=lambda item: (item[1], woorden(item[0][0]), item[0][1])
    ):
        words = woorden(naam)
        staarten = tuple("".join(words[start:]) for start in range(len(words)))
        found.append(_Ingang(staarten, soort, Treffer(gemeenten()[nis], None if soort == VANDAAG else naam)))
    return tuple(found)


@cache
def _codes() -> Mapping[str, Treffer]:
    """Every NIS code that was ever in use since 1983, with the municipality of today."""
    found = {}
    for state in GEOGRAFIEEN:
        for nis, today in recode(state, GEOGRAFIEEN[-1]).items():
            old, new = gemeenten(state)[nis].naam, gemeenten()[today]
            found[nis] = Treffer(new, None if old == new.naam else old)
    return found


@cache
def _paden() -> Mapping[str, Gemeente]:
    """The slugs of all names; one that fits several municipalities goes to the closest kind, or nowhere."""
    per_slug: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (naam, nis), soort in _namen().items():
        per_slug[slug_of(naam)][soort].add(nis)
    closest = {slug: kinds[min(kinds)] for slug, kinds in per_slug.items()}
    return {slug: gemeenten()[min(codes)] for slug, codes in closest.items() if len(codes) == 1}


def zoek(tekst: str, hoogstens: int = 10) -> list[Treffer]:
    """The municipalities that `tekst` may mean, best first, each at most once.

    Capitals, diacritics, hyphens and spaces do not matter. A name that exists in several municipalities
    gives them all, each with `via`. A NIS code, also an old one, must be complete.
    """
    if tekst.strip() in _codes():
        return [_codes()[tekst.strip()]][:hoogstens]
    gezocht = "".join(woorden(tekst))
    if not gezocht:
        return []
    ranked = [(rang, i) for i in _ingangen() if (rang := i.rang(gezocht)) is not None]
    best: dict[str, Treffer] = {}
    for _, ingang in sorted(ranked, key=lambda pair: pair[0]):
        best.setdefault(ingang.treffer.gemeente.nis_code, ingang.treffer)
    return list(best.values())[:hoogstens]


def gemeente_voor(pad: str) -> Gemeente | None:
    """The municipality of today that the last part of a URL stands for, or None.

    `pad` is a slug or name of today, of a former municipality or of a deelgemeente that exists only once,
    or any NIS code: `gent`, `nevele`, `ledeberg`, `44049`.
    """
    if pad in _codes():
        return _codes()[pad].gemeente
    return _paden().get(slug_of(pad))
