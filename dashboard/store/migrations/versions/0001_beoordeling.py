"""The first tables: assessments and their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "beoordeling",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("nis_code", sa.String(5), nullable=False),
        sa.Column("instrument", sa.String(16), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=False),
        sa.Column("afgerond_op", sa.DateTime(), nullable=True),
    )
    op.create_index("ix_beoordeling_nis_code", "beoordeling", ["nis_code"])
    op.create_index(
        "uq_beoordeling_lopend",
        "beoordeling",
        ["nis_code"],
        unique=True,
        sqlite_where=sa.text("afgerond_op IS NULL"),
        postgresql_where=sa.text("afgerond_op IS NULL"),
    )
    op.create_table(
        "antwoord",
        sa.Column("beoordeling_id", sa.Integer(), sa.ForeignKey("beoordeling.id"), primary_key=True),
        sa.Column("vraag_id", sa.String(64), primary_key=True),
        sa.Column("waarde", sa.JSON(), nullable=True),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("antwoord")
    op.drop_table("beoordeling")
