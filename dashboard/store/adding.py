"""Which numbers add up where two reps turn out to be one? Those of one list of deals, in which each has own deals."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from dashboard.model.tables import PLACES
from dashboard.store.moves import Row
from dashboard.store.schema import import_files

_SHAPE = "deals"
_SUMS = ("open_pipeline", "weighted_pipeline", "won", "deals_open", "deals_won", "deals_lost", "deals_overdue")
SUMS = (*_SUMS, "deals_without_amount")
"""What a list of deals adds up per rep; a quota or an attainment is no such number."""
Lists = dict[tuple[int, int], tuple[str, str | None]]
"""Name and sheet of each list of deals, by the number of its import and of the file in it."""


def lists_of_deals(connection: Connection, imports: Iterable[int]) -> Lists:
    """Return the lists of deals that came with these imports."""
    query = select(import_files).where(import_files.c.shape == _SHAPE, import_files.c.import_seq.in_(set(imports)))
    return {(one.import_seq, one.file_no): (one.name, one.sheet) for one in connection.execute(query)}


def added(rows: Sequence[Row], lists: Lists) -> Row:
    """Return the sums of those numbers that all rows, which are of one import, have from the same list of deals."""
    found = {}
    for field in SUMS:
        values = [float(row[field]) for row in rows if row.get(field) is not None]
        froms = {_list_of(row, field, lists) for row in rows}
        if len(values) == len(rows) > 1 and len(froms) == 1 and None not in froms:
            found[field] = sum(values)
    return found


def _list_of(row: Row, field: str, lists: Lists) -> tuple[str, str | None] | None:
    """Return the list of deals from which a row has a number, None if it is from another file."""
    own = lists.get((row["import_seq"], row["file_no"]))
    _, *other = json.loads(str(row.get(PLACES) or "{}")).get(field, [0])
    if not other:
        return own
    named = (other[0], other[1])
    return named if any(seq == row["import_seq"] and one == named for (seq, _), one in lists.items()) else None
