"""Under which id is a rep known now who was joined with another? What was frozen before still names the former."""

from sqlalchemy import Engine, select

from dashboard.store.engine import reading
from dashboard.store.schema import FACTS, imports, moves, reps


def now_called(engine: Engine) -> dict[str, str]:
    """Return the id of today of each rep who was joined with another; who was parted again is not in it."""
    query = (
        select(moves.c.before, moves.c.after)
        .join(imports, imports.c.seq == moves.c.import_seq)
        .where(moves.c.table_name == FACTS.name, imports.c.undone_at.is_(None))
        .order_by(moves.c.import_seq)
    )
    with reading(engine) as connection:
        told = connection.execute(query).all()
        here = set(connection.execute(select(reps.c.rep_id)).scalars()) if told else set()
    found: dict[str, str] = {}
    for row in told:
        gone, there = ({one["rep_id"] for one in rows} for rows in (row.before, row.after))
        if len(there) == 1:
            (into,) = there
            found = {old: into if now in gone else now for old, now in found.items()}
            found |= dict.fromkeys(gone - there, into)
    return {old: now for old, now in found.items() if old not in here and now in here}
