"""Who was taken for whom, and how is that said otherwise? One person in two spellings is parted, two are joined.

Both stand in the history like an import and can be taken back. Values go with the spelling under which they were read,
what was said and agreed goes with the person (store/said.py).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select

from dashboard.model.errors import SamePerson, UnknownRep, UnknownSpelling
from dashboard.model.people import name_key, slug
from dashboard.store import said
from dashboard.store.adding import added, lists_of_deals
from dashboard.store.engine import bump, reading, writing
from dashboard.store.imports import ImportRecord, record, write_statement
from dashboard.store.moves import Move, Row, make, rows_of
from dashboard.store.parting import Place, kept_apart, parted
from dashboard.store.schema import DATED, FACTS, PIPELINE, READINGS, Ledger, aliases, imports, reps, spellings, strands
from dashboard.store.versions import known_aliases

PART, JOIN = "Parted", "Joined"


@dataclass(frozen=True)
class Parted:
    """What parting did; `together` are the imports in which rows under both names became one row, which stays."""

    record: ImportRecord
    together: tuple[str, ...]


def part(engine: Engine, rep_id: str, spelling: str, *, who: str, at: datetime) -> Parted:
    """Make a spelling or e-mail of a rep a person of its own, who gets what was read under it.

    Raises UnknownRep and UnknownSpelling.
    """
    with writing(engine) as connection:
        known = _known(connection, rep_id)
        written = _written(connection, known, spelling)
        spelling = spelling if spelling in written else min(written)
        new_id = _free_id(connection, spelling)
        places = _places(connection, written)
        moved, reached = parted(connection, rep_id, new_id, places)
        rows = sum(len(move.before) for move in moved if move.table is not strands)
        seq = write_statement(connection, f"{PART}: {spelling} from {known['name']}", rows=rows, who=who, at=at)
        mail = spelling if "@" in spelling else None
        told = {"rep_id": new_id, "name": spelling, "email": mail, "team": known["team"]}
        connection.execute(insert(FACTS.table).values(**told, live=1, import_seq=seq))
        others = [_without_mail(connection, rep_id, written), _without_aliases(connection, rep_id, written)]
        others += said.parted(connection, rep_id, new_id, written)
        make(connection, seq, [*moved, *others], [rep_id, new_id])
        bump(connection)
        together = sorted({import_seq for import_seq, _, _ in places - reached})
        return Parted(record(connection, seq), tuple(record(connection, one).import_id for one in together))


def join(engine: Engine, rep_id: str, into: str, *, who: str, at: datetime) -> ImportRecord:
    """Give everything of a rep to another one, who goes by both names from now on (UnknownRep, SamePerson).

    Where one import has values of both for the same week, those of `into` count and the other's fill the blanks; what
    both have in one list of deals adds up.
    """
    with writing(engine) as connection:
        other, known = _known(connection, rep_id), _known(connection, into)
        if rep_id == into:
            raise SamePerson(rep=known["name"])
        ledgers = [_joined(connection, ledger, rep_id, into) for ledger in DATED]
        ledgers.append(_strands_joined(connection, rep_id, into))
        rows = sum(len(rows_of(connection, ledger.table, rep_id)) for ledger in DATED)
        seq = write_statement(connection, f"{JOIN}: {other['name']} with {known['name']}", rows=rows, who=who, at=at)
        _spell(connection, rep_id, other["name"])
        others = [_facts_joined(connection, rep_id, into, known), _aliases_joined(connection, seq, other, known)]
        others += said.joined(connection, rep_id, into)
        make(connection, seq, [*ledgers, *others], [rep_id, into])
        bump(connection)
        return record(connection, seq)


def days_of_both(engine: Engine, rep_id: str, into: str) -> tuple[int, int]:
    """Return on how many days both have a reading, and on how many of them that of `into` would count when joined."""
    table = READINGS.table
    newest = select(table.c.rep_id, table.c.date, func.max(table.c.import_seq))
    query = newest.where(table.c.live == 1, table.c.rep_id.in_((rep_id, into))).group_by(table.c.rep_id, table.c.date)
    with reading(engine) as connection:
        found = {(one, day): seq for one, day, seq in connection.execute(query)}
    both = [(seq, found[into, day]) for (one, day), seq in found.items() if one == rep_id and (into, day) in found]
    return len(both), sum(kept >= seq for seq, kept in both)


def _known(connection: Connection, rep_id: str) -> Row:
    found = connection.execute(select(reps).where(reps.c.rep_id == rep_id)).mappings().one_or_none()
    if found is None:
        raise UnknownRep(rep=rep_id)
    return dict(found)


def _written(connection: Connection, known: Row, spelling: str) -> set[str]:
    """Return every way the spelling is written, in whatever case; UnknownSpelling where it is none of the rep's."""
    own = {alias for rep_id, alias in known_aliases(connection) if rep_id == known["rep_id"]}
    own |= {known["email"]} - {None}
    found = {one for one in own if name_key(one) == name_key(spelling)}
    if not found or name_key(spelling) == name_key(known["name"]):
        raise UnknownSpelling(rep=known["name"], spelling=spelling)
    return found


def _free_id(connection: Connection, spelling: str) -> str:
    taken = set(connection.execute(select(FACTS.table.c.rep_id).distinct()).scalars())
    wanted = slug(spelling.partition("@")[0])
    return next(one for one in (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _places(connection: Connection, written: set[str]) -> set[Place]:
    """Return where the spellings stand in imports that count."""
    standing = select(imports.c.seq).where(imports.c.undone_at.is_(None))
    query = select(spellings).where(spellings.c.spelling.in_(written), spellings.c.import_seq.in_(standing))
    return {(row.import_seq, row.file_no, row.row_no) for row in connection.execute(query)}


def _without_mail(connection: Connection, rep_id: str, written: set[str]) -> Move:
    before = [row for row in rows_of(connection, FACTS.table, rep_id) if row["email"] in written]
    return Move(FACTS.table, before, [{**row, "email": None} for row in before])


def _without_aliases(connection: Connection, rep_id: str, written: set[str]) -> Move:
    before = [row for row in rows_of(connection, aliases, rep_id) if row["alias"] in written]
    return Move(aliases, before, [])


def _joined(connection: Connection, ledger: Ledger, rep_id: str, into: str) -> Move:
    """Return the move of all rows of a rep; of two alike one fills the other's blanks, and deals of one list add up."""
    keys = [*(key for key in ledger.keys if key != "rep_id"), "import_seq"]
    own = {tuple(row[key] for key in keys): row for row in rows_of(connection, ledger.table, into)}
    coming = {tuple(row[key] for key in keys): row for row in rows_of(connection, ledger.table, rep_id)}
    both = [own[key] for key in coming if key in own]
    lists = lists_of_deals(connection, (row["import_seq"] for row in both)) if ledger is PIPELINE else {}
    alike = {
        key: {**_filled(own[key], row), **added([own[key], row], lists)} for key, row in coming.items() if key in own
    }
    after = [{**row, **alike.get(key, {}), "rep_id": into} for key, row in coming.items()]
    return Move(ledger.table, [*coming.values(), *both], after)


def _strands_joined(connection: Connection, rep_id: str, into: str) -> Move:
    """Return the move of what rows said before they became one, to which come those that become one now."""
    before = rows_of(connection, strands, rep_id)
    pairs = []
    for ledger in DATED:
        keys = [*(key for key in ledger.keys if key != "rep_id"), "import_seq"]
        own = {tuple(row[key] for key in keys): row for row in rows_of(connection, ledger.table, into)}
        for row in rows_of(connection, ledger.table, rep_id):
            other = own.get(tuple(row[key] for key in keys))
            pairs += [(ledger, other, row)] if other else []
    moved = [{**one, "rep_id": into} for one in before]
    return Move(strands, before, [*moved, *kept_apart(connection, pairs, into)])


def _filled(own: Row, other: Row) -> Row:
    """Return a row whose blanks are filled from another."""
    return {name: value if value is not None else other[name] for name, value in own.items()}


def _facts_joined(connection: Connection, rep_id: str, into: str, known: Row) -> Move:
    """Return the move of what is known of a rep: it fills what is not known of the other."""
    own = {row["import_seq"]: row for row in rows_of(connection, FACTS.table, into)}
    before = rows_of(connection, FACTS.table, rep_id)
    silent = {name: None for name in FACTS.fields if known[name] is not None}
    told = [{**row, **silent, "rep_id": into} for row in before]
    after = [{**row, **_filled(own.get(row["import_seq"], {}), row)} for row in told]
    both = [own[row["import_seq"]] for row in before if row["import_seq"] in own]
    return Move(FACTS.table, [*before, *both], after)


def _aliases_joined(connection: Connection, seq: int, other: Row, known: Row) -> Move:
    """Return the move of a rep's spellings, to which come the name and an e-mail beside the other's."""
    before = rows_of(connection, aliases, other["rep_id"])
    there = {(row["import_seq"], row["alias"]) for row in rows_of(connection, aliases, known["rep_id"])}
    moved = [{**row, "rep_id": known["rep_id"]} for row in before if (row["import_seq"], row["alias"]) not in there]
    new = {other["name"]} if name_key(other["name"]) != name_key(known["name"]) else set()
    new |= {other["email"]} - {None, known["email"]} if known["email"] else set()
    said = [{"import_seq": seq, "rep_id": known["rep_id"], "alias": alias} for alias in sorted(new)]
    return Move(aliases, before, [*moved, *said])


def _spell(connection: Connection, rep_id: str, name: str) -> None:
    """Write down that a rep's rows were read under the name, so that they can be parted by it later."""
    places = {
        (row["import_seq"], row["file_no"], row["row_no"])
        for ledger in DATED
        for row in rows_of(connection, ledger.table, rep_id)
        if row["file_no"] is not None and row["row_no"] is not None
    }
    told = select(spellings).where(spellings.c.import_seq.in_({seq for seq, _, _ in places}))
    there = {(row.import_seq, row.file_no, row.row_no) for row in connection.execute(told)}
    names = ("import_seq", "file_no", "row_no")
    lines = [{**dict(zip(names, place, strict=True)), "spelling": name} for place in sorted(places - there)]
    if lines:
        connection.execute(insert(spellings), lines)
