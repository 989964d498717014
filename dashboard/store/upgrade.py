"""How does a store of an earlier version become one of this version? Step by step, all of them or none.

A step only adds, so that nothing a manager imported can be lost by it.
"""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from dashboard.store.review_tables import metadata
from dashboard.store.schema import SCHEMA_VERSION, layouts, meta


def upgrade(connection: Connection) -> int:
    """Bring the store to this version's schema inside the caller's transaction, and return its version then."""
    version = connection.execute(select(meta.c.schema_version)).scalar_one()
    for step in range(version, SCHEMA_VERSION):
        STEPS[step](connection)
    if version < SCHEMA_VERSION:
        connection.execute(update(meta).values(schema_version=SCHEMA_VERSION, revision=meta.c.revision + 1))
    return max(version, SCHEMA_VERSION)


def _remember_layouts(connection: Connection) -> None:
    """Version 2: answers about layouts of files are kept, and ledgers may have columns that version 1 did not know."""
    layouts.create(connection, checkfirst=True)
    add_columns(connection)


def add_columns(connection: Connection) -> None:
    """Add the columns and tables that the schema has and the store has not; they are blank in every old row."""
    metadata.create_all(connection)
    seen = inspect(connection)
    for table in metadata.sorted_tables:
        there = {column["name"] for column in seen.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                told = CreateColumn(column).compile(dialect=connection.dialect)
                connection.execute(text(f'ALTER TABLE "{table.name}" ADD COLUMN {told}'))


STEPS: dict[int, Callable[[Connection], None]] = {1: _remember_layouts} | dict.fromkeys(range(2, 6), add_columns)
"""What leads from a version to the next one."""
