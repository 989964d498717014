"""How does what was read get into the store, and how is it taken back?"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, insert, select, update

from dashboard.model.errors import AlreadyUndone, UnknownImport
from dashboard.model.problems import Problem, Severity
from dashboard.store.batch import Batch, Content, content
from dashboard.store.engine import bump, reading, writing
from dashboard.store.intake import write_content
from dashboard.store.mappings import keep
from dashboard.store.moves import take_back
from dashboard.store.plan import ImportPlan, compare_all
from dashboard.store.schema import LEDGERS, import_files, imports
from dashboard.store.versions import project, withdraw

MOST_PROBLEMS = 500
"""How many problems are kept with an import; the count is always complete."""


@dataclass(frozen=True)
class ImportRecord:
    """One import of the history; `rows` counts what it holds, a rep without any row as one."""

    import_id: str
    at: datetime
    who: str
    files: tuple[str, ...]
    rows: int
    added: int
    changed: int
    undone_at: datetime | None
    problems: int = 0


def commit(engine: Engine, batch: Batch, *, who: str, at: datetime) -> tuple[ImportRecord | None, ImportPlan]:
    """Store the batch in one transaction; the record is None where no row is new.

    What was answered about the files' layouts is kept either way.
    """
    new = content(batch)
    with writing(engine) as connection:
        plan, compared = compare_all(connection, new, batch.problems)
        if not plan.added + plan.changed:
            if keep(connection, batch.files, at):
                bump(connection)
            return None, plan
        seq = _write_record(connection, batch, new, plan, who, at)
        write_content(connection, batch, new, compared, seq)
        keep(connection, batch.files, at)
        bump(connection)
        return record(connection, seq), plan


def undo(engine: Engine, import_id: str, *, at: datetime) -> ImportRecord:
    """Take an import back: what it said no longer counts, what it had replaced does.

    Raises UnknownImport, AlreadyUndone, and MovedSince where people were joined or parted again later.
    """
    with writing(engine) as connection:
        query = select(imports.c.seq, imports.c.undone_at).where(imports.c.import_id == import_id)
        found = connection.execute(query).one_or_none()
        if found is None:
            raise UnknownImport(import_id=import_id)
        if found.undone_at is not None:
            raise AlreadyUndone(import_id=import_id)
        connection.execute(update(imports).where(imports.c.seq == found.seq).values(undone_at=at.isoformat()))
        for ledger in LEDGERS:
            withdraw(connection, ledger, found.seq)
        project(connection, found.seq)
        take_back(connection, found.seq)
        bump(connection)
        return record(connection, found.seq)


def list_imports(engine: Engine) -> list[ImportRecord]:
    """Return every import, also those taken back, newest first."""
    with reading(engine) as connection:
        return _records(connection)


def problems_of(engine: Engine, import_id: str) -> tuple[Problem, ...]:
    """Return what was found wrong when the import was read, at most the first 500 (UnknownImport)."""
    with reading(engine) as connection:
        query = select(imports.c.problems).where(imports.c.import_id == import_id)
        found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise UnknownImport(import_id=import_id)
    return tuple(replace(Problem(**each), severity=Severity(each["severity"])) for each in found)


def _write_record(connection: Connection, batch: Batch, new: Content, plan: ImportPlan, who: str, at: datetime) -> int:
    seq = (connection.execute(select(func.max(imports.c.seq))).scalar() or 0) + 1
    connection.execute(
        insert(imports).values(
            seq=seq,
            import_id=_new_id(connection, at),
            at=at.isoformat(),
            who=who,
            rows=new.size,
            added=plan.added,
            changed=plan.changed,
            problem_count=len(batch.problems),
            problems=[asdict(problem) for problem in batch.problems[:MOST_PROBLEMS]],
        )
    )
    return seq


def write_statement(connection: Connection, name: str, *, rows: int, who: str, at: datetime) -> int:
    """Write the record of something that was said and not read from a file, and return its number."""
    seq = (connection.execute(select(func.max(imports.c.seq))).scalar() or 0) + 1
    counts = {"rows": rows, "added": 0, "changed": rows, "problem_count": 0, "problems": []}
    told = {"seq": seq, "import_id": _new_id(connection, at), "at": at.isoformat(), "who": who}
    connection.execute(insert(imports).values(**told, **counts))
    connection.execute(insert(import_files).values(import_seq=seq, file_no=1, name=name, format="typed"))
    return seq


def _new_id(connection: Connection, at: datetime) -> str:
    """Return the day and a count, as in 20261116-2; the writer's lock keeps it unique."""
    day = f"{at:%Y%m%d}-"
    taken = connection.execute(select(imports.c.import_id).where(imports.c.import_id.startswith(day))).scalars()
    return f"{day}{max((int(each.removeprefix(day)) for each in taken), default=0) + 1}"


def record(connection: Connection, seq: int) -> ImportRecord:
    """Return the record of one import by its number."""
    return _records(connection, imports.c.seq == seq)[0]


def _records(connection: Connection, *criteria: ColumnElement[bool]) -> list[ImportRecord]:
    files: dict[int, dict[str, None]] = {}
    names = select(import_files.c.import_seq, import_files.c.name).order_by(*import_files.primary_key)
    for seq, name in connection.execute(names):
        files.setdefault(seq, {})[name] = None
    query = select(imports).where(*criteria).order_by(imports.c.seq.desc())
    return [_read(row, tuple(files.get(row.seq, ()))) for row in connection.execute(query)]


def _read(row: Row, files: tuple[str, ...]) -> ImportRecord:
    return ImportRecord(
        import_id=row.import_id,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        files=files,
        rows=row.rows,
        added=row.added,
        changed=row.changed,
        undone_at=datetime.fromisoformat(row.undone_at) if row.undone_at else None,
        problems=row.problem_count,
    )
