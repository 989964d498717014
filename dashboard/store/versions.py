"""Which of several versions of a row has a say?

A row is live while its import was not taken back and no single newer live row of the same key fills every column it
fills. Of the live rows of a key the newest value that is not blank counts, column by column; a share of the quota only
beside the numbers it came with (attainment.py).
"""

from collections.abc import Sequence

from pandas import DataFrame
from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, or_, select, tuple_, update

from dashboard.store.attainment import overtaken, settled
from dashboard.store.batch import newest
from dashboard.store.frames import fetch, insert_rows
from dashboard.store.schema import FACTS, Ledger, aliases, import_columns, import_weeks, imports, reps


def current(connection: Connection, ledger: Ledger, *criteria: ColumnElement[bool]) -> DataFrame:
    """Return one row per key, in the order of the keys: keys and values as they count now."""
    keys, values = list(ledger.keys), filled(connection, ledger)
    table = ledger.table
    order = [table.c[name] for name in (*keys, "import_seq")]
    query = select(*(table.c[name] for name in (*keys, *values))).where(table.c.live == 1, *criteria).order_by(*order)
    rows = settled(newest(overtaken(fetch(connection, query, ledger), keys), keys, values))
    return with_columns(rows, ledger)


def with_columns(rows: DataFrame, ledger: Ledger) -> DataFrame:
    """Return the rows with all columns of the ledger, those nobody ever filled as missing."""
    rows = rows.reindex(columns=[*ledger.keys, *ledger.fields])
    absent = {name: "str" for name in ledger.texts if rows[name].dtype != "str"}
    return rows.astype(absent) if absent else rows


def filled(connection: Connection, ledger: Ledger) -> list[str]:
    """Return the value columns that some import, not taken back, has filled."""
    if not ledger.day:
        return list(ledger.fields)
    query = select(import_columns.c.column_name).where(
        import_columns.c.ledger == ledger.name, import_columns.c.import_seq.in_(_standing())
    )
    known = set(connection.execute(query).scalars())
    return [name for name in ledger.fields if name in known]


def known_weeks(connection: Connection, ledger: Ledger) -> list[str]:
    """Return the weeks of which some import, not taken back, speaks: ISO Mondays in order."""
    week = import_weeks.c.week
    query = select(week).where(import_weeks.c.ledger == ledger.name, import_weeks.c.import_seq.in_(_standing()))
    return list(connection.execute(query.distinct().order_by(week)).scalars())


def known_aliases(connection: Connection) -> set[tuple[str, str]]:
    """Return every other way a rep is written, as (rep_id, alias), from imports not taken back."""
    query = select(aliases.c.rep_id, aliases.c.alias).where(aliases.c.import_seq.in_(_standing()))
    return {(rep_id, alias) for rep_id, alias in connection.execute(query)}


def cover(connection: Connection, ledger: Ledger, seq: int) -> None:
    """Retire each row the import touches that a newer live row of the same key covers."""
    retire(connection, ledger, _touched(ledger, seq))


def retire(connection: Connection, ledger: Ledger, chosen: ColumnElement[bool]) -> None:
    """Retire each of the chosen rows that a newer live row of the same key covers."""
    table, newer = ledger.table, ledger.table.alias("newer")
    same_key = and_(*(table.c[key] == newer.c[key] for key in ledger.keys))
    covers = and_(*(or_(table.c[name].is_(None), newer.c[name].is_not(None)) for name in ledger.fields))
    covered = exists().where(newer.c.live == 1, same_key, newer.c.import_seq > table.c.import_seq, covers)
    connection.execute(update(table).where(table.c.live == 1, chosen, covered).values(live=0))


def withdraw(connection: Connection, ledger: Ledger, seq: int) -> None:
    """Take the say from every row of the import and give it back to the rows it had retired."""
    table = ledger.table
    connection.execute(update(table).where(table.c.import_seq == seq, table.c.live == 1).values(live=0))
    # "not in" on purpose: with "in" SQLite would look each key up once per import there ever was.
    undone = select(imports.c.seq).where(imports.c.undone_at.is_not(None))
    waiting = (table.c.live == 0, _touched(ledger, seq), table.c.import_seq.not_in(undone))
    connection.execute(update(table).where(*waiting).values(live=1))
    cover(connection, ledger, seq)


def project(connection: Connection, seq: int) -> None:
    """Rebuild what is known now of every rep the import speaks of."""
    project_people(connection, select(FACTS.table.c.rep_id).where(FACTS.table.c.import_seq == seq))


def project_people(connection: Connection, ids: Select[tuple[str]] | Sequence[str]) -> None:
    """Rebuild what is known now of these reps."""
    connection.execute(delete(reps).where(reps.c.rep_id.in_(ids)))
    known = current(connection, FACTS, FACTS.table.c.rep_id.in_(ids))
    insert_rows(connection, reps, known.assign(name=known["name"].fillna(known["rep_id"])))


def _standing() -> Select[tuple[int]]:
    return select(imports.c.seq).where(imports.c.undone_at.is_(None))


def _touched(ledger: Ledger, seq: int) -> ColumnElement[bool]:
    table, own = ledger.table, ledger.table.alias("own")
    asked = select(*(own.c[key] for key in ledger.keys)).where(own.c.import_seq == seq)
    return tuple_(*(table.c[key] for key in ledger.keys)).in_(asked)
