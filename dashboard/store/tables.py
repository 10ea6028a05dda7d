"""The tables of the store. A change here goes together with a migration; a test compares the two."""

from datetime import UTC, datetime

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, String, TypeDecorator, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from dashboard.store.beoordeling import Waarde


class UtcMoment(TypeDecorator[datetime]):
    """An aware datetime, kept as naive UTC: SQLite has no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """The schema of the store."""


class AntwoordRow(Table):
    """The current answer to one question. `versie` rises with every write; wiping one leaves an empty row."""

    __tablename__ = "antwoord"

    beoordeling_id: Mapped[int] = mapped_column(ForeignKey("beoordeling.id"), primary_key=True)
    vraag_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    waarde: Mapped[Waarde | None] = mapped_column(JSON(none_as_null=True))
    versie: Mapped[int] = mapped_column()
    bewaard_op: Mapped[datetime] = mapped_column(UtcMoment)

    # An UPDATE carries the version that was read: a write in between raises instead of being lost.
    __mapper_args__ = {"version_id_col": versie}  # noqa: RUF012 - SQLAlchemy wants a plain dict


class BeoordelingRow(Table):
    """One self-assessment; the database itself allows one running assessment per municipality."""

    __tablename__ = "beoordeling"

    id: Mapped[int] = mapped_column(primary_key=True)
    nis_code: Mapped[str] = mapped_column(String(5))
    instrument: Mapped[str] = mapped_column(String(16))
    begonnen_op: Mapped[datetime] = mapped_column(UtcMoment)
    afgerond_op: Mapped[datetime | None] = mapped_column(UtcMoment)
    antwoorden: Mapped[list[AntwoordRow]] = relationship(lazy="selectin")

    __table_args__ = (
        Index("ix_beoordeling_nis_code", "nis_code"),
        Index(
            "uq_beoordeling_lopend",
            "nis_code",
            unique=True,
            sqlite_where=text("afgerond_op IS NULL"),
            postgresql_where=text("afgerond_op IS NULL"),
        ),
    )
