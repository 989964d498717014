"""What was answered about which layout of file, so that next Monday the same layout is read without asking?"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select

from dashboard.model.problems import FileReport
from dashboard.store import schema
from dashboard.store.engine import bump, reading, writing

MOST_LAYOUTS = 500
"""Layouts that are remembered; beyond these the ones longest unused are forgotten (ours)."""


def remembered(engine: Engine) -> dict[str, dict[str, str]]:
    """Return the answers kept for each layout."""
    with reading(engine) as connection:
        return _kept(connection)


def remember(engine: Engine, files: Iterable[FileReport], *, at: datetime) -> bool:
    """Keep the answers about the files' layouts and return whether that was anything new."""
    with writing(engine) as connection:
        changed = keep(connection, files, at)
        if changed:
            bump(connection)
    return changed


def keep(connection: Connection, files: Iterable[FileReport], at: datetime) -> bool:
    """Keep the answers about the files' layouts; a layout without any answer left is forgotten."""
    known = _kept(connection)
    told = {layout: answers for file in files for layout, answers in file.keep.items()}
    names = {layout: file.name for file in files for layout in file.keep}
    new = {layout: answers for layout, answers in told.items() if known.get(layout, {}) != answers}
    if new:
        table = schema.layouts
        connection.execute(delete(table).where(table.c.layout.in_(new)))
        lines = [
            {"layout": layout, "answers": answers, "file": names[layout], "saved_at": at.isoformat()}
            for layout, answers in new.items()
            if answers
        ]
        if lines:
            connection.execute(insert(table), lines)
        _forget_oldest(connection)
    return bool(new)


def _kept(connection: Connection) -> dict[str, dict[str, str]]:
    query = select(schema.layouts.c.layout, schema.layouts.c.answers)
    return {layout: dict(answers) for layout, answers in connection.execute(query)}


def _forget_oldest(connection: Connection) -> None:
    table = schema.layouts
    order = select(table.c.layout).order_by(table.c.saved_at.desc(), table.c.layout)
    oldest = list(connection.execute(order.offset(MOST_LAYOUTS)).scalars())
    if oldest:
        connection.execute(delete(table).where(table.c.layout.in_(oldest)))
