"""The regiescan as data: questions, scales and roles, one TOML file per version."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from indicators.model import Tekst

HUIDIGE_VERSIE = "1"

Sleutel = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Waarde = int | str


class InvalidRegie(ValueError):
    """The instrument contradicts itself, or an answer, class or table does not exist; says which."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Genoemd(_Data):
    id: Sleutel


class Keuze(_Data):
    """One possible answer."""

    waarde: Waarde
    titel: Tekst


class Onderdeel(_Genoemd):
    """A part of the questionnaire that is filled in together."""

    titel: Tekst
    uitleg: Tekst


class Vraag(_Genoemd):
    """One question. `schaal`: the possible answers from low to high; `rol`: the id of its role, if any."""

    onderdeel: Sleutel
    titel: Tekst
    tekst: Tekst
    uitleg: Tekst
    schaal: tuple[Keuze, ...]
    rol: Sleutel | None = None

    def accepts(self, waarde: Waarde) -> bool:
        """Whether `waarde` is one of the answers; the text "4" and the truth value True are no 4 and 1."""
        return any(k.waarde == waarde and type(k.waarde) is type(waarde) for k in self.schaal)

    def check(self, waarde: Waarde) -> Waarde:
        """Return `waarde` unchanged, or raise when it is no answer to this question."""
        if not self.accepts(waarde):
            choices = [keuze.waarde for keuze in self.schaal]
            raise InvalidRegie(f"{waarde!r} is geen antwoord op '{self.id}'; kies uit {choices}")
        return waarde


class Rol(_Genoemd):
    """One of the twelve roles of a director, with the text of both its questions."""

    titel: Tekst
    nu: Tekst
    gewenst: Tekst
    uitleg: Tekst

    @property
    def vraag_nu(self) -> str:
        """Id of the question what the role is today."""
        return f"{self.id}_nu"

    @property
    def vraag_gewenst(self) -> str:
        """Id of the question what the role should become."""
        return f"{self.id}_gewenst"


class _Schaal(_Genoemd):
    keuzes: Annotated[tuple[Keuze, ...], Field(min_length=2)]


class _LosseVraag(_Genoemd):
    onderdeel: Sleutel
    schaal: Sleutel
    titel: Tekst
    tekst: Tekst
    uitleg: Tekst


class _Bestand(_Data):
    """What a file may hold: questions that name their scale, and roles that stand for two questions each."""

    versie: Tekst
    herzien: date
    onderdelen: tuple[Onderdeel, ...]
    schalen: tuple[_Schaal, ...]
    vragen: tuple[_LosseVraag, ...]
    rollen: tuple[Rol, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        named: tuple[_Genoemd, ...] = (*self.onderdelen, *self.schalen, *self.vragen, *self.rollen)
        ids = [item.id for item in named]
        wrong = [f"id '{name}' twice" for name in sorted(set(ids)) if ids.count(name) > 1]
        schalen, onderdelen = {x.id for x in self.schalen}, {x.id for x in self.onderdelen}
        wrong += [f"{v.id}: unknown schaal '{v.schaal}'" for v in self.vragen if v.schaal not in schalen]
        wrong += [f"{v.id}: unknown onderdeel" for v in self.vragen if v.onderdeel not in onderdelen]
        wrong += [f"roles need schaal '{name}'" for name in ("belang", "wens") if name not in schalen]
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


class Instrument(_Data):
    """One version of the questionnaire. Question ids never change meaning between versions."""

    versie: str
    herzien: date
    onderdelen: tuple[Onderdeel, ...]
    vragen: tuple[Vraag, ...]
    rollen: tuple[Rol, ...]

    @cached_property
    def _per_id(self) -> Mapping[str, Vraag]:
        return {vraag.id: vraag for vraag in self.vragen}

    def vraag(self, vraag_id: str) -> Vraag:
        """Return the question with this id; raises when this version does not ask it."""
        if vraag_id not in self._per_id:
            raise InvalidRegie(f"vraag '{vraag_id}' staat niet in versie {self.versie} van de regiescan")
        return self._per_id[vraag_id]

    def accepts(self, vraag_id: str, waarde: Waarde) -> bool:
        """Whether this version asks the question and knows the answer."""
        return vraag_id in self._per_id and self._per_id[vraag_id].accepts(waarde)


def _of_role(rol: Rol, vraag_id: str, onderdeel: str, tekst: str, schaal: tuple[Keuze, ...]) -> Vraag:
    return Vraag(
        id=vraag_id,
        onderdeel=onderdeel,
        titel=rol.titel,
        tekst=tekst,
        uitleg=rol.uitleg,
        schaal=schaal,
        rol=rol.id,
    )


def _questions(bestand: _Bestand) -> tuple[Vraag, ...]:
    schalen = {schaal.id: schaal.keuzes for schaal in bestand.schalen}
    losse = [Vraag(**(los.model_dump() | {"schaal": schalen[los.schaal]})) for los in bestand.vragen]
    nu = [_of_role(r, r.vraag_nu, "rollen_nu", r.nu, schalen["belang"]) for r in bestand.rollen]
    gewenst = [
        _of_role(r, r.vraag_gewenst, "rollen_gewenst", r.gewenst, schalen["wens"]) for r in bestand.rollen
    ]
    return (*losse, *nu, *gewenst)


def load(path: Path) -> Instrument:
    """Read one version; raises one error that lists every problem of the file."""
    try:
        bestand = _Bestand.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise InvalidRegie(f"{path.name}: {error}") from error
    return Instrument(
        versie=bestand.versie,
        herzien=bestand.herzien,
        onderdelen=bestand.onderdelen,
        vragen=_questions(bestand),
        rollen=bestand.rollen,
    )


@cache
def instrument(versie: str = HUIDIGE_VERSIE) -> Instrument:
    """Return the questionnaire; older versions stay readable for the assessments that used them."""
    path = Path(__file__).parent / f"instrument_{versie}.toml"
    if not path.is_file():
        raise InvalidRegie(f"versie '{versie}' van de regiescan bestaat niet")
    return load(path)


def rollen() -> tuple[Rol, ...]:
    """Return the twelve roles of the present version, in the order of the 2018 study."""
    return instrument().rollen
