"""The figures, read-only. One method and one .sql file per question.

`warehouse.duckdb` is a link to the newest build. An answer asks everything of one `Stand`, so it never
mixes two builds; the next answer resolves the link again. A build that nobody reads any more is closed
by the last `Stand` that lets go of it.
"""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import cache, lru_cache
from os.path import realpath
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import duckdb

Rij = dict[str, Any]
Vraag = Callable[..., tuple[Rij, ...]]
T = TypeVar("T")

QUESTIONS = Path(__file__).parent / "sql"
CONFIG: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": "256MB"}
REMEMBERED = 512
LONG = ("reeksen", "waarden", "doorsnede", "laatste")
"""Answers of hundreds of rows are not remembered: some hundreds of them would fill the memory."""
ATTEMPTS = 3
MADE: WeakKeyDictionary[Vraag, dict[Hashable, Any]] = WeakKeyDictionary()
"""What was made of the answers of each open build: it goes when the build closes."""


class NoWarehouse(Exception):
    """There are no figures to read yet; the message says which command makes them."""


@cache
def _questions() -> Mapping[str, str]:
    return {path.stem: path.read_text("utf-8") for path in QUESTIONS.glob("*.sql")}


def _open(path: Path) -> Vraag:
    """Open one build; the function that comes back answers questions of it.

    It remembers all answers but the `LONG` ones. The build closes when it is dropped. A cursor per question
    keeps threads apart: DuckDB hands one connection's rows to whoever fetches first. Raises duckdb.Error for
    a build of another version, in which a table or column of some question is not there.
    """
    connection = duckdb.connect(path, read_only=True, config=CONFIG)
    for question in _questions().values():
        connection.execute(f"prepare question as {question}")
        connection.execute("deallocate question")
    # Parsed once: for a short question that takes as long as the answer.
    parsed = {name: connection.extract_statements(text)[0] for name, text in _questions().items()}

    def answer(name: str, *parameters: object) -> tuple[Rij, ...]:
        with connection.cursor() as cursor:
            cursor.execute(parsed[name], list(parameters))
            columns = [column[0] for column in cursor.description or []]
            return tuple(dict(zip(columns, row, strict=True)) for row in cursor.fetchall())

    remembered = lru_cache(maxsize=REMEMBERED)(answer)

    def ask(name: str, *parameters: object) -> tuple[Rij, ...]:
        return (answer if name in LONG else remembered)(name, *parameters)

    return ask


class Stand:
    """One build of the figures. Rows are dictionaries, with the columns of `dashboard/sql/<question>.sql`."""

    def __init__(self, ask: Vraag) -> None:
        self._ask = ask
        row = ask("stand")[0]
        self.id: str = row["stand"]
        self.gebouwd_op = row["gebouwd_op"]
        self.demo: bool = row["demo"]

    def onthoud(self, naam: Hashable, maak: Callable[[], T]) -> T:
        """Return what `maak` makes of this build; made once, so nobody may change it.

        It must not hold on to this `Stand`: that would keep the build open for ever.
        """
        gemaakt = MADE.setdefault(self._ask, {})
        if naam not in gemaakt:
            gemaakt[naam] = maak()
        return gemaakt[naam]

    def _rows(self, name: str, *parameters: object) -> list[Rij]:
        """Copies of what is remembered: what a page does to its rows must not reach the next page."""
        rows = self._ask(name, *parameters)
        return list(rows) if name in LONG else [dict(row) for row in rows]

    def catalogus(self) -> dict[str, Rij]:
        """Return per reviewed indicator what is the same everywhere, in the order of the pages."""
        return {row["indicator"]: row for row in self._rows("catalogus")}

    def profiel(self, nis_code: str) -> list[Rij]:
        """Return the latest value of each reviewed indicator: figure, comparator, key of the delivery.

        What the indicator means stands in `catalogus`, the file in `leveringen`.
        """
        return self._rows("profiel", nis_code)

    def reeksen(self, nis_code: str) -> list[Rij]:
        """Return all periods of every reviewed indicator in one municipality, oldest first."""
        return self._rows("reeksen", nis_code)

    def waarden(self, indicator: str) -> list[Rij]:
        """Return all periods of one indicator in every municipality, and in '02000', the Flemish Region."""
        return self._rows("waarden", indicator)

    def doorsnede(self, indicator: str, periode_einde: date | None) -> list[Rij]:
        """Return one indicator in the period that ends on this day, in every municipality of today."""
        return self._rows("doorsnede", indicator, periode_einde)

    def bestanden(self, indicator: str) -> list[Rij]:
        """Return the keys of the files that one indicator comes from, over all periods: levering."""
        return self._rows("bestanden", indicator)

    def laatste(self) -> list[Rij]:
        """Return every value of the latest period of each reviewed indicator, per municipality of today."""
        return self._rows("laatste")

    def verdelingen(self) -> list[Rij]:
        """Return per reviewed indicator and period the comparator and the spread of the municipalities."""
        return self._rows("verdelingen")

    def voor_fusie(self, nis_code: str) -> list[Rij]:
        """Return the latest value of each indicator in each predecessor of a merged municipality."""
        return self._rows("voor_fusie", nis_code)

    def herzien(self, nis_code: str) -> list[Rij]:
        """Return the figures of one municipality that changed, newest first per indicator: oud, nieuw."""
        return self._rows("herzien", nis_code)

    def indicatoren(self) -> list[Rij]:
        """Return every indicator in this build; `nagekeken` says whether it stands in the catalog."""
        return self._rows("indicatoren")

    def dekking(self) -> list[Rij]:
        """Return per reviewed indicator how many municipalities have a value, and why others have none."""
        return self._rows("dekking")

    def leveringen(self) -> list[Rij]:
        """Return the files that the figures come from, with the periods they hold."""
        return self._rows("leveringen")

    def grenzen(self) -> list[Rij]:
        """Return per state of the municipalities the map of this build: geografie, bestand, levering."""
        return self._rows("grenzen")

    def bewaking(self) -> list[Rij]:
        """Return the indicators that keep their previous figures: titel, sinds, reden (after `omdat`)."""
        return self._rows("bewaking")

    def correcties(self) -> list[Rij]:
        """Return the known errors of publishers that are corrected (`toegepast`) or that they repaired."""
        return self._rows("correcties")

    def herzieningen(self) -> list[Rij]:
        """Return the newest figures that changed, with both values; `totaal` is how many there are."""
        return self._rows("herzieningen")

    def wijzigingen(self) -> list[Rij]:
        """Return per build, newest first, how many figures changed and of which indicators."""
        return self._rows("wijzigingen")

    def controles(self) -> list[Rij]:
        """Return what was noticed while the figures were read, the serious things first."""
        return self._rows("controles")


class Warehouse:
    """The newest build behind a link; nothing is opened before the first question (so: after the fork)."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._lock = Lock()
        self._current: tuple[Path, Vraag] | None = None

    def snapshot(self) -> Stand:
        """Return the build that the link points at now; raise `NoWarehouse` where there is none."""
        with self._lock:
            for _ in range(ATTEMPTS):
                path = Path(realpath(self.link))  # of a link to itself too: opening that is refused below
                if self._current and self._current[0] == path:
                    return Stand(self._current[1])
                try:
                    self._current = path, _open(path)
                    return Stand(self._current[1])
                except duckdb.Error as error:
                    # The link may have swung, and the old build gone, between the two lines above.
                    self._current, problem = None, error
            reason = str(problem).partition("\n")[0]
            raise NoWarehouse(
                f"geen cijfers in {self.link}: voer `python -m etl run` uit ({reason})"
            ) from problem
