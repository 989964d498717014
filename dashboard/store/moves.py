"""How do rows go from one person to another, and back? Nothing is lost: what stood before is kept with the move.

A moved row stays a row of the import it came with, so that taking that import back takes the row too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select, update

from dashboard.model.errors import MovedSince
from dashboard.store.review_tables import commitments, talks, ticks
from dashboard.store.schema import LEDGERS, aliases, imports, moves, strands
from dashboard.store.versions import project_people, retire

Row = dict[str, Any]
SAID = (talks, commitments, ticks)
"""Tables whose rows are written on after they were moved."""
OWN = (*(ledger.table for ledger in LEDGERS), aliases, strands, *SAID)
TABLES: dict[str, Table] = {table.name: table for table in OWN}
"""Tables whose rows belong to a person."""


@dataclass(frozen=True)
class Move:
    """Rows of one table that give way to others."""

    table: Table
    before: list[Row]
    after: list[Row]


def rows_of(connection: Connection, table: Table, rep_id: str) -> list[Row]:
    """Return a person's rows of a table, also those without a say."""
    return [dict(row) for row in connection.execute(select(table).where(table.c.rep_id == rep_id)).mappings()]


def make(connection: Connection, seq: int, made: Sequence[Move], people: Iterable[str]) -> None:
    """Move rows under the number of an import, and bring what is known of the people up to date."""
    for move in made:
        if move.before or move.after:
            _swap(connection, move.table, move.before, move.after)
            told = {"import_seq": seq, "table_name": move.table.name}
            connection.execute(insert(moves).values(**told, before=move.before, after=move.after))
    _settle(connection, set(people))


def take_back(connection: Connection, seq: int) -> None:
    """Put back what an import moved, if it moved anything (MovedSince)."""
    made = _moves(connection, seq)
    if made:
        later = _later(connection, seq, _people(made))
        if later:
            raise MovedSince(later=later)
        for move in made:
            back = _untouched(connection, move) if move.table in SAID else move
            _swap(connection, move.table, back.after, back.before)
        _settle(connection, _people(made))


def _moves(connection: Connection, seq: int) -> list[Move]:
    found = connection.execute(select(moves).where(moves.c.import_seq == seq))
    return [Move(TABLES[row.table_name], row.before, row.after) for row in found]


def _people(made: Iterable[Move]) -> set[str]:
    return {row["rep_id"] for move in made for row in (*move.before, *move.after)}


def _later(connection: Connection, seq: int, people: set[str]) -> str | None:
    """Return the newest later import, not taken back, that moved rows of the same people."""
    standing = select(imports).where(imports.c.seq > seq, imports.c.undone_at.is_(None)).order_by(imports.c.seq.desc())
    moved = set(connection.execute(select(moves.c.import_seq).where(moves.c.import_seq > seq)).scalars())
    for row in connection.execute(standing).all():
        if row.seq in moved and not people.isdisjoint(_people(_moves(connection, row.seq))):
            return row.import_id
    return None


def _untouched(connection: Connection, move: Move) -> Move:
    """Return the part of a move that can be taken back: what was written on since stays as it is now."""
    names = [column.name for column in move.table.primary_key.columns]
    now = [row for person in _people([move]) for row in rows_of(connection, move.table, person)]
    after = [row for row in move.after if row in now]
    kept = {_place(row, names) for row in now if row not in after}
    return Move(move.table, [row for row in move.before if _place(row, names) not in kept], after)


def _swap(connection: Connection, table: Table, gone: Sequence[Row], there: Sequence[Row]) -> None:
    names = [column.name for column in table.primary_key.columns if column.name != "live"]
    live = {"live": 1} if "live" in table.c else {}
    stay = {_place(row, names) for row in gone} & {_place(row, names) for row in there}
    for row in gone:
        if _place(row, names) not in stay:
            connection.execute(delete(table).where(_at(table, row, names)))
    for row in there:
        if _place(row, names) in stay:  # other tables may point to it, so it is changed and not written anew
            connection.execute(update(table).where(_at(table, row, names)).values(row | live))
    new = [{**row, **live} for row in there if _place(row, names) not in stay]
    if new:
        connection.execute(insert(table), new)


def _place(row: Row, names: Sequence[str]) -> tuple[str | int, ...]:
    return tuple(row[name] for name in names)


def _at(table: Table, row: Row, names: Sequence[str]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == row[name] for name in names))


def _settle(connection: Connection, people: set[str]) -> None:
    """Decide anew which rows of these people have a say, and what is known of them."""
    undone = select(imports.c.seq).where(imports.c.undone_at.is_not(None))
    for ledger in LEDGERS:
        table = ledger.table
        theirs = table.c.rep_id.in_(people)
        connection.execute(update(table).where(theirs, table.c.import_seq.in_(undone)).values(live=0))
        connection.execute(update(table).where(theirs, table.c.import_seq.not_in(undone)).values(live=1))
        retire(connection, ledger, theirs)
    project_people(connection, sorted(people))
