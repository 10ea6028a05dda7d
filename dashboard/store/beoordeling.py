"""A self-assessment as the pages see it: frozen, without a database behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Waarde = int | str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One stored answer. `waarde` is None when it was wiped; `versie` goes back with the next write."""

    waarde: Waarde | None
    versie: int
    bewaard_op: datetime


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """One regiescan of one municipality: running while `afgerond_op` is None, else a dated snapshot.

    `antwoorden` holds the answered questions only, by question id. Times are in UTC.
    """

    id: int
    nis_code: str
    instrument: str
    begonnen_op: datetime
    afgerond_op: datetime | None
    antwoorden: Mapping[str, Antwoord]

    @property
    def waarden(self) -> dict[str, Waarde]:
        """The bare answers by question id, as `indicators.regie.kwadrant.plaats` wants them."""
        return {
            vraag: antwoord.waarde
            for vraag, antwoord in self.antwoorden.items()
            if antwoord.waarde is not None
        }
