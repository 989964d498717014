"""Which steps of a rep's plan were done, and in which week?"""

from datetime import date, datetime

from sqlalchemy import Engine, delete, insert, select

from dashboard.model.reviews import Tick
from dashboard.store.engine import reading, writing
from dashboard.store.review_tables import ticks as table


def tick(engine: Engine, done: Tick, on: bool, *, at: datetime) -> None:
    """Keep that a step was done in a week, or take that back."""
    line = {"rep_id": done.rep_id, "plan_from": done.plan_from.isoformat()}
    line |= {"step": done.step, "week": done.week.isoformat()}
    with writing(engine) as connection:
        connection.execute(delete(table).where(*(table.c[name] == value for name, value in line.items())))
        if on:
            connection.execute(insert(table), [{**line, "at": at.isoformat()}])


def ticks(engine: Engine, rep_id: str) -> list[Tick]:
    """Return the steps a rep has done, the oldest first."""
    query = select(table).where(table.c.rep_id == rep_id).order_by(table.c.plan_from, table.c.week, table.c.step)
    with reading(engine) as connection:
        rows = connection.execute(query).mappings().all()
    return [
        Tick(row["rep_id"], date.fromisoformat(row["plan_from"]), row["step"], date.fromisoformat(row["week"]))
        for row in rows
    ]
