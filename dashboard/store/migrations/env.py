"""Run by alembic. The connection, and the transaction around it, come from `dashboard.store.migrate`."""

from alembic import context

from dashboard.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    # SQLite cannot alter a column; alembic then copies the table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
