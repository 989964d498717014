"""What was said and agreed with a rep goes where the rep goes: with two people who are joined, and with one parted.

What was agreed belongs to a person and not to a spelling, so parting a name gives back only what was that person's
before the two were joined; everything else stays where it is.
"""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Table, select

from dashboard.model.people import name_key
from dashboard.model.reviews import Talked
from dashboard.store.moves import Move, Row, rows_of
from dashboard.store.review_tables import commitments, talks, ticks
from dashboard.store.schema import FACTS, imports, moves

KEYS: dict[Table, tuple[str, ...]] = {
    talks: ("review_id",),
    commitments: ("commitment_id",),
    ticks: ("plan_from", "step", "week"),
}
"""What names a row of each table beside the rep."""


def joined(connection: Connection, rep_id: str, into: str) -> list[Move]:
    """Return the moves of all that was said of a rep; two talks of one review become one, of two ticks one stays."""
    return [_joined(connection, table, rep_id, into) for table in KEYS]


def _joined(connection: Connection, table: Table, rep_id: str, into: str) -> Move:
    key, coming = _key_of(table), rows_of(connection, table, rep_id)
    own = {key(row): row for row in rows_of(connection, table, into)}
    both = [own[key(row)] for row in coming if key(row) in own]
    after = [_together(own.get(key(row)), {**row, "rep_id": into}) for row in coming]
    return Move(table, [*coming, *both], after)


def _together(own: Row | None, other: Row) -> Row:
    """Return two rows as one: both texts, the minutes of both, and coached where one of them was."""
    if own is None or "private" not in own:
        return own or other
    texts = {name: "\n\n".join(filter(None, (own[name], other[name]))) for name in ("private", "shared")}
    minutes = [one["minutes"] for one in (own, other) if one["minutes"] is not None]
    order = [Talked.OPEN, Talked.SKIPPED, Talked.COACHED]
    talked = max((Talked(one["talked"]) for one in (own, other)), key=order.index).value
    saved = max(own["saved_at"], other["saved_at"])
    return {**own, **texts, "minutes": sum(minutes) if minutes else None, "talked": talked, "saved_at": saved}


def parted(connection: Connection, rep_id: str, new_id: str, names: set[str]) -> list[Move]:
    """Return the moves that give a person, known by these names, what was theirs before they were joined with a rep.

    A talk that became one with another's stays.
    """
    return [_parted(connection, table, rep_id, new_id, {name_key(name) for name in names}) for table in KEYS]


def _parted(connection: Connection, table: Table, rep_id: str, new_id: str, names: set[str]) -> Move:
    key = _key_of(table)
    theirs = {key(row) for before, old in _joins(connection, table, names) for row in before if row["rep_id"] == old}
    mixed = {key(row) for before, old in _joins(connection, table, names) for row in before if row["rep_id"] != old}
    before = [row for row in rows_of(connection, table, rep_id) if key(row) in theirs - mixed]
    return Move(table, before, [{**row, "rep_id": new_id} for row in before])


def _joins(connection: Connection, table: Table, names: set[str]) -> Iterator[tuple[Sequence[Row], str]]:
    """Yield what each standing join of a person of these names moved of a table, with the id the person had then."""
    facts, said = moves.alias("facts"), moves.alias("said")
    query = (
        select(facts.c.before.label("facts"), said.c.before.label("said"))
        .join(said, said.c.import_seq == facts.c.import_seq)
        .join(imports, imports.c.seq == facts.c.import_seq)
        .where(facts.c.table_name == FACTS.name, said.c.table_name == table.name, imports.c.undone_at.is_(None))
    )
    for row in connection.execute(query):
        ids = {one["rep_id"] for one in row.facts if names & {name_key(one[name] or "") for name in ("name", "email")}}
        yield from ((row.said, one) for one in ids)


def _key_of(table: Table) -> Callable[[Row], tuple[str, ...]]:
    names = KEYS[table]
    return lambda row: tuple(row[name] for name in names)
