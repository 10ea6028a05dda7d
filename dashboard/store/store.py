"""The store of self-assessments: every answer is kept at once, a finished assessment never changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dashboard.store import migrate
from dashboard.store.beoordeling import Antwoord, Beoordeling, Waarde
from dashboard.store.engine import READING, answering, connect
from dashboard.store.errors import Afgerond, StaleAnswer, StoreError
from dashboard.store.tables import AntwoordRow, BeoordelingRow
from indicators.gemeenten import UnknownCode, gemeenten
from indicators.regie import instrument

NEWEST_FIRST = (BeoordelingRow.afgerond_op.desc(), BeoordelingRow.id.desc())


class Store:
    """Self-assessments by municipality. Connections open when first used, so after a fork.

    Every question raises Onbereikbaar, which is a StoreError, where the database does not answer.
    """

    def __init__(self, url: str):
        self.url = url
        self._engine = connect(url)
        self._reading_engine = self._engine.execution_options(**{READING: True})

    def migrate(self) -> None:
        """Bring the tables to this version; call it before anything else."""
        migrate.migrate(self.url)

    def close(self) -> None:
        """Close the connections that are not in use."""
        self._engine.dispose()

    def lopende(self, nis_code: str) -> Beoordeling | None:
        """Return the running assessment of a municipality, if there is one."""
        with self._reading() as session:
            row = _running(session, nis_code)
            return _frozen(row) if row else None

    def afgeronde(self, nis_code: str) -> list[Beoordeling]:
        """Return the finished assessments of a municipality, newest first."""
        with self._reading() as session:
            return [_frozen(row) for row in _finished(session, nis_code)]

    def beoordelingen(self, nis_code: str) -> list[Beoordeling]:
        """Return every assessment of a municipality: the running one first, then the newest finished ones."""
        query = _of(nis_code).order_by(BeoordelingRow.afgerond_op.is_not(None), *NEWEST_FIRST)
        with self._reading() as session:
            return [_frozen(row) for row in session.scalars(query)]

    def begin(self, nis_code: str) -> Beoordeling:
        """Return the running assessment, or start one: a copy of the newest finished one, else empty."""
        if nis_code not in gemeenten():
            raise UnknownCode(f"'{nis_code}' is geen NIS-code van een gemeente van vandaag")
        try:
            with self._writing() as session:
                row = _running(session, nis_code)
                if row is None:
                    row = _copy(_finished(session, nis_code), nis_code)
                    session.add(row)
                    session.flush()
                return _frozen(row)
        except IntegrityError:
            # PostgreSQL only: another process started one between our look and our write.
            running = self.lopende(nis_code)
            if running is None:
                raise
            return running

    def bewaar(
        self, beoordeling_id: int, vraag_id: str, waarde: Waarde | None, versie: int | None
    ) -> Antwoord:
        """Keep one answer at once; `waarde` None wipes it.

        `versie` is that of the answer the user saw, None when there was none. Raises `StaleAnswer` with both
        values when another wrote a different value meanwhile, `Afgerond` when the assessment is finished, and
        `InvalidRegie` when the question or the value is not in its instrument.
        """
        with self._writing() as session:
            beoordeling = _open(session, beoordeling_id)
            vraag = instrument(beoordeling.instrument).vraag(vraag_id)
            if waarde is not None:
                vraag.check(waarde)
            row = session.get(AntwoordRow, (beoordeling_id, vraag_id))
            if row is None:
                if versie is not None:
                    raise StaleAnswer(vraag_id, waarde, None)
                row = AntwoordRow(beoordeling_id=beoordeling_id, vraag_id=vraag_id)
                session.add(row)
            elif row.waarde == waarde:
                return _answer(row)
            elif versie != row.versie and not (versie is None and row.waarde is None):
                raise StaleAnswer(vraag_id, waarde, _answer(row))
            row.waarde, row.bewaard_op = waarde, _now()
            session.flush()
            return _answer(row)

    def rond_af(self, beoordeling_id: int) -> Beoordeling:
        """Finish an assessment: it gets its date and never changes again."""
        with self._writing() as session:
            row = _open(session, beoordeling_id)
            row.afgerond_op = _now()
            session.flush()
            return _frozen(row)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with answering(), Session(self._reading_engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with answering(), Session(self._engine) as session, session.begin():
            yield session


def _running(session: Session, nis_code: str) -> BeoordelingRow | None:
    query = _of(nis_code).where(BeoordelingRow.afgerond_op.is_(None))
    return session.scalars(query).one_or_none()


def _finished(session: Session, nis_code: str) -> list[BeoordelingRow]:
    query = _of(nis_code).where(BeoordelingRow.afgerond_op.is_not(None)).order_by(*NEWEST_FIRST)
    return list(session.scalars(query))


def _of(nis_code: str) -> Select[BeoordelingRow]:
    return select(BeoordelingRow).where(BeoordelingRow.nis_code == nis_code)


def _open(session: Session, beoordeling_id: int) -> BeoordelingRow:
    """Return an assessment that may be written, locked for the rest of the transaction."""
    row = session.get(BeoordelingRow, beoordeling_id, with_for_update=True)
    if row is None:
        raise StoreError("Deze regiescan bestaat niet (meer). Begin een nieuwe.")
    if row.afgerond_op is not None:
        raise Afgerond(row.afgerond_op)
    return row


def _copy(finished: list[BeoordelingRow], nis_code: str) -> BeoordelingRow:
    """A new assessment, with the answers of the newest finished one that still fit the instrument."""
    present = instrument()
    row = BeoordelingRow(nis_code=nis_code, instrument=present.versie, begonnen_op=_now())
    for earlier in finished[0].antwoorden if finished else ():
        if earlier.waarde is not None and present.accepts(earlier.vraag_id, earlier.waarde):
            row.antwoorden.append(
                AntwoordRow(vraag_id=earlier.vraag_id, waarde=earlier.waarde, bewaard_op=earlier.bewaard_op)
            )
    return row


def _now() -> datetime:
    return datetime.now(UTC)


def _answer(row: AntwoordRow) -> Antwoord:
    return Antwoord(waarde=row.waarde, versie=row.versie, bewaard_op=row.bewaard_op)


def _frozen(row: BeoordelingRow) -> Beoordeling:
    return Beoordeling(
        id=row.id,
        nis_code=row.nis_code,
        instrument=row.instrument,
        begonnen_op=row.begonnen_op,
        afgerond_op=row.afgerond_op,
        antwoorden={a.vraag_id: _answer(a) for a in row.antwoorden if a.waarde is not None},
    )
