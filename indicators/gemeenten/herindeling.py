"""From the codes of one state to those of another. Names are never used as keys."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from indicators.gemeenten.staten import (
    GEOGRAFIEEN,
    PEILDAG,
    VLAANDEREN,
    UnknownCode,
    alle_codes,
    fusies,
    gemeenten,
)


@cache
def recode(van: str, naar: str) -> Mapping[str, str]:
    """Every code of state `van`, with the code in state `naar` of the municipality that it became part of.

    Only forward in time: what was merged cannot be split by code. Raises UnknownCode for a way back.
    """
    codes = {code: code for code in gemeenten(van)}
    gemeenten(naar)  # refuses a state that does not exist
    if GEOGRAFIEEN.index(van) > GEOGRAFIEEN.index(naar):
        raise UnknownCode(f"no way from state {van} back to {naar}: merged municipalities cannot be split")
    for day in sorted({fusie.datum for fusie in fusies()}):
        if PEILDAG[van] < day <= PEILDAG[naar]:
            merged = {fusie.oud_nis: fusie.nieuw_nis for fusie in fusies() if fusie.datum == day}
            codes = {old: merged.get(new, new) for old, new in codes.items()}
    return MappingProxyType(codes)


def voorgangers(nis: str, geografie: str = "300") -> tuple[str, ...]:
    """The codes of state `geografie` that together became today's municipality; itself where nothing merged.

    Antwerpen is its own predecessor, beside Borsbeek. Raises UnknownCode if `nis` is not a code of today.
    """
    if nis not in gemeenten():
        raise UnknownCode(f"{nis} is not the NIS code of a Flemish municipality of today")
    return tuple(sorted(old for old, new in recode(geografie, "285").items() if new == nis))


def geografie_of(codes: Iterable[str]) -> str:
    """The state in which all these codes exist; the code of the Flemish Region is ignored.

    A state need not be complete: deliveries lack municipalities. Where several states have all the codes,
    the newest. Raises UnknownCode that names the unknown codes, or the codes that exclude each other.
    """
    asked = set(codes) - {VLAANDEREN}
    unknown = asked - alle_codes()
    if unknown:
        raise UnknownCode(f"not the NIS code of a Flemish municipality: {', '.join(sorted(unknown))}")
    for state in reversed(GEOGRAFIEEN):
        if asked <= gemeenten(state).keys():
            return state
    states = {code: [state for state in GEOGRAFIEEN if code in gemeenten(state)] for code in sorted(asked)}
    where = [f"{code} ({', '.join(own)})" for code, own in states.items() if len(own) < len(GEOGRAFIEEN)]
    raise UnknownCode(f"no single state has all these codes, they were mixed: {'; '.join(where)}")
