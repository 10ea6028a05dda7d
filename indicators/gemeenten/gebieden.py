"""What can stand beside something else by itself: every municipality of today, and the areas above it.

Their keys stand in URLs (`?gebieden=ronse,provincie:oost-vlaanderen`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from indicators.gemeenten.groepen import (
    EIGEN,
    GEBIEDEN,
    HOOGSTENS_EIGEN,
    STANDAARD,
    VOLUIT,
    eigen_keuze,
    gebiedsnaam,
    leden_per_gebied,
    lid_van,
    opgesomd,
)
from indicators.gemeenten.spelling import slug_of
from indicators.gemeenten.staten import Gemeente, OnbekendeGroep, gemeenten
from indicators.gemeenten.zoeken import gemeente_voor

CENTRUMSTEDEN = "centrumsteden"


@dataclass(frozen=True, slots=True)
class Gebied:
    """A municipality, or several together.

    `naam` is a label, `in_zin` stands inside a sentence. `leden` are codes of today. `gemeente` is None
    for an area of several municipalities.
    """

    sleutel: str
    naam: str
    in_zin: str
    leden: tuple[str, ...]
    gemeente: Gemeente | None = None


@cache
def gebieden() -> Mapping[str, Gebied]:
    """Every area by its key: the municipalities by slug, then Flanders, then the areas by level and name.

    Left out: an area of one municipality, which says nothing that the municipality does not say.
    """
    return {gebied.sleutel: gebied for gebied in (*_municipalities(), _flanders(), *_areas(), _cities())}


def gebied_voor(tekst: str) -> Gebied | None:
    """The area that someone means: by its key, by its name, or by an old name of a municipality."""
    if tekst in gebieden():
        return gebieden()[tekst]
    if (naam := slug_of(tekst)) in _by_name():
        return _by_name()[naam]
    gemeente = gemeente_voor(tekst)
    return gebieden()[gemeente.slug] if gemeente else None


def gebied_of_eigen(sleutel: str) -> Gebied:
    """The area with this key, or the set that someone chose (`eigen:<slug>+<slug>`).

    Raises OnbekendeGroep with a sentence for the reader.
    """
    if not sleutel.startswith(EIGEN):
        gevonden = gebied_voor(sleutel)
        if gevonden is None:
            raise OnbekendeGroep(f"Het gebied '{sleutel[:40]}' bestaat niet. Kies een ander gebied.")
        return gevonden
    leden = tuple(eigen_keuze(sleutel.removeprefix(EIGEN)))
    if not 1 <= len(leden) <= HOOGSTENS_EIGEN:
        raise OnbekendeGroep(f"Je koos {len(leden)} gemeenten. Kies er 1 tot {HOOGSTENS_EIGEN}.")
    sleutel = EIGEN + "+".join(gemeenten()[nis].slug for nis in leden)
    naam = opgesomd(leden) if len(leden) <= VOLUIT else f"{len(leden)} gemeenten die je koos"
    return Gebied(sleutel, naam, naam if len(leden) <= VOLUIT else f"de {naam}", leden)


@cache
def _by_name() -> Mapping[str, Gebied]:
    return {slug_of(gebied.naam): gebied for gebied in gebieden().values()}


def _municipalities() -> Iterator[Gebied]:
    for nis, gemeente in gemeenten().items():
        yield Gebied(gemeente.slug, gemeente.naam, gemeente.naam, (nis,), gemeente)


def _flanders() -> Gebied:
    return Gebied(STANDAARD, "Vlaanderen", "Vlaanderen", tuple(gemeenten()))


def _areas() -> Iterator[Gebied]:
    namen = {(lid.niveau, lid.groep): lid for lid in lid_van().values()}
    for niveau, (lidwoord, _) in GEBIEDEN.items():
        gevonden = {gebiedsnaam(lid): groep for groep, lid in namen.items() if groep[0] == niveau}
        for naam, groep in sorted(gevonden.items()):
            leden = leden_per_gebied()[groep]
            if len(leden) > 1:
                sleutel = f"{niveau}:{slug_of(naam.removeprefix(f'{niveau} '))}"
                yield Gebied(sleutel, naam, f"{lidwoord} {naam}", leden)


def _cities() -> Gebied:
    leden = leden_per_gebied()["centrumstad", CENTRUMSTEDEN]
    return Gebied(CENTRUMSTEDEN, "centrumsteden", "de centrumsteden", leden)
