"""How do the rows of a rep part by spelling? Whole rows go as they are; of rows that became one each gets its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from dashboard.model.tables import PLACES
from dashboard.store.adding import Lists, added, lists_of_deals
from dashboard.store.moves import Move, Row, rows_of
from dashboard.store.schema import DATED, Ledger, import_files, strands

Place = tuple[int, int, int]
"""The number of an import, and of a file and a row in it."""
Strands = dict[tuple[object, ...], list[Row]]
"""What rows said before they became one, by table, import and key without the rep."""


def parted(connection: Connection, rep_id: str, new_id: str, places: set[Place]) -> tuple[list[Move], set[Place]]:
    """Return the moves of what was read in these places to another rep, and which of the places that reaches."""
    told = rows_of(connection, strands, rep_id)
    lists = lists_of_deals(connection, (one["import_seq"] for one in told))
    by_key = _by_key(told)
    moves, given = [], []
    for ledger in DATED:
        move = Move(ledger.table, [], [])
        for row in rows_of(connection, ledger.table, rep_id):
            own = by_key.get(_key(ledger, row), [])
            mine, rest = ([one for one in own if (place_of(one) in places) is said] for said in (True, False))
            if mine and rest:
                move.after.extend([_of(ledger, row, rest, lists, rep_id), _of(ledger, row, mine, lists, new_id)])
            elif mine or place_of(row) in places:
                move.after.append({**row, "rep_id": new_id})
            else:
                continue
            move.before.append(row)
            given += [{**one["said"], **one} for one in mine] or [row]
        moves.append(move)
    gone = [one for one in told if place_of(one) in places]
    moves.append(Move(strands, gone, [{**one, "rep_id": new_id} for one in gone]))
    return moves, _reached(connection, given)


def kept_apart(connection: Connection, pairs: Iterable[tuple[Ledger, Row, Row]], into: str) -> list[Row]:
    """Return as strands of a rep the rows that are about to become one, where they are not known as such yet.

    Of each pair the first is the rep's own row, the second one of somebody who may have strands, too.
    """
    known = _by_key(rows_of(connection, strands, into))
    theirs: dict[str, Strands] = {}
    numbers: dict[tuple[int, str], int] = {}
    found = []
    for ledger, *rows in pairs:
        own = (known, theirs.setdefault(rows[1]["rep_id"], _by_key(rows_of(connection, strands, rows[1]["rep_id"]))))
        new = [row for row, told in zip(rows, own, strict=True) if _key(ledger, row) not in told]
        found += [_strand(connection, ledger, row, into, numbers) for row in new if row["row_no"] is not None]
    return found


def place_of(row: Row) -> Place:
    """Return where a row stands."""
    return row["import_seq"], row["file_no"], row["row_no"]


def _by_key(told: Iterable[Row]) -> Strands:
    ledgers = {ledger.name: ledger for ledger in DATED}
    found: Strands = defaultdict(list)
    for one in told:
        row = {**one["said"], "import_seq": one["import_seq"]}
        found[_key(ledgers[one["table_name"]], row)].append(one)
    return found


def _key(ledger: Ledger, row: Row) -> tuple[object, ...]:
    return (ledger.name, row["import_seq"], *(row[key] for key in ledger.keys if key != "rep_id"))


def _of(ledger: Ledger, row: Row, own: Sequence[Row], lists: Lists, rep_id: str) -> Row:
    """Return a row with what some of its strands say; what counted goes before what did not, deals add up."""
    values = {}
    for field in ledger.fields:
        said = [one["said"][field] for one in own if one["said"].get(field) is not None]
        values[field] = row[field] if row[field] in said else next(iter(said), None)
    values |= added([{**one, **one["said"]} for one in own], lists)
    first = own[0]
    told = first["said"].get(PLACES) if len(own) == 1 else None
    return {**row, **values, "rep_id": rep_id, "file_no": first["file_no"], "row_no": first["row_no"], PLACES: told}


def _strand(connection: Connection, ledger: Ledger, row: Row, rep_id: str, numbers: dict[tuple[int, str], int]) -> Row:
    """Return a row of a ledger as a strand with the next number of its import."""
    seq = row["import_seq"]
    if (seq, ledger.name) not in numbers:
        own = (strands.c.import_seq == seq) & (strands.c.table_name == ledger.name)
        highest = connection.execute(select(func.max(strands.c.strand_no)).where(own)).scalar()
        numbers[seq, ledger.name] = -1 if highest is None else highest
    numbers[seq, ledger.name] += 1
    said = {name: row[name] for name in (*ledger.keys, *ledger.fields, PLACES) if name != "rep_id"}
    line = {"import_seq": seq, "table_name": ledger.name, "strand_no": numbers[seq, ledger.name], "rep_id": rep_id}
    return line | {"file_no": row["file_no"], "row_no": row["row_no"], "said": said}


def _reached(connection: Connection, rows: Iterable[Row]) -> set[Place]:
    """Return every place in which a value of the rows stands."""
    named = {(one.import_seq, one.name, one.sheet): one.file_no for one in connection.execute(select(import_files))}
    found = set()
    for row in rows:
        seq, file_no, row_no = place_of(row)
        found.add((seq, file_no, row_no))
        for lines, *other in json.loads(str(row.get(PLACES) or "{}")).values():
            found.add((seq, named.get((seq, *other), file_no) if other else file_no, row_no + lines))
    return found
