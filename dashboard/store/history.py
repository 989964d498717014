"""What is known of the team, week by week, as it counts now?

Everything can be asked for one team or role; then only their stretch of the store is read, however many others it
holds. `since` and `until` are any day of the first and the last week asked for.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pandas import DataFrame, Series
from sqlalchemy import Column, ColumnElement, Engine, func, or_, select

from dashboard.model.cards import State
from dashboard.model.problems import Person
from dashboard.model.tables import READING_VALUES, REPS, SCORES
from dashboard.model.weeks import monday
from dashboard.store import schema
from dashboard.store.engine import reading
from dashboard.store.frames import fetch, mondays
from dashboard.store.plan import FEW_REPS
from dashboard.store.schema import ACTIVITY, FACTS, PIPELINE, READINGS, Ledger
from dashboard.store.versions import current, known_aliases, known_weeks, with_columns

DETAILS = ("industry_top_percent", "network_top_percent", "source")
LEAN = replace(READINGS, numbers=tuple(name for name in READINGS.numbers if name not in DETAILS), texts=())


def reps(engine: Engine, *, team: str | None = None, role: str | None = None) -> DataFrame:
    """Return everybody known, as of now: columns REPS, sorted by id."""
    query = select(*(schema.reps.c[name] for name in REPS)).where(*_chosen(team, role)).order_by(schema.reps.c.rep_id)
    with reading(engine) as connection:
        return fetch(connection, query, FACTS)


def readings(
    engine: Engine,
    *,
    team: str | None = None,
    role: str | None = None,
    since: date | None = None,
    until: date | None = None,
    details: bool = True,
) -> DataFrame:
    """Return one row per rep and week: rep_id, week, date, READING_VALUES, total (points 0-100) and source.

    Of several days in a week the latest that says a score counts. `total` is the sum of the four pillars, else the
    reported total, else missing. Without `details`, of which no number is made, these are missing: DETAILS.
    """
    found = _ask(engine, READINGS if details else LEAN, team, role, since, until)
    days = _latest_of_week(with_columns(found, READINGS))
    return days.assign(total=_total(days))[["rep_id", "week", "date", *READING_VALUES, "total", "source"]]


def readings_of(engine: Engine, rep_ids: Sequence[str], since: date, until: date) -> DataFrame:
    """Return every day's reading of these reps from the week before `since` on: rep_id, date, values, total, source.

    Of more than 500 reps those of everybody come, and none after the week of `until`.
    """
    few = len(rep_ids) <= FEW_REPS
    chosen = [READINGS.table.c.rep_id.in_(rep_ids)] if few else []
    days = _within(READINGS, monday(since) - timedelta(weeks=1), None if few else until)
    with reading(engine) as connection:
        found = current(connection, READINGS, *days, *chosen)
    return found.assign(total=_total(found))


def pipeline(
    engine: Engine,
    *,
    team: str | None = None,
    role: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> DataFrame:
    """Return one row per rep, week and currency: rep_id, week, currency ("" unknown) and PIPELINE_VALUES."""
    return _ask(engine, PIPELINE, team, role, since, until)


def activity(
    engine: Engine,
    *,
    team: str | None = None,
    role: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> DataFrame:
    """Return one row per rep and week: rep_id, week and ACTIVITY_VALUES."""
    return _ask(engine, ACTIVITY, team, role, since, until)


def first_weeks(engine: Engine, *, team: str | None = None) -> DataFrame:
    """Return one row per rep with pipeline: rep_id and the week of the first row."""
    table = PIPELINE.table
    first = func.min(table.c.week).label("week")
    query = select(table.c.rep_id, first).where(table.c.live == 1, *_of(PIPELINE, team, None))
    with reading(engine) as connection:
        return fetch(connection, query.group_by(table.c.rep_id), PIPELINE)


def newest_score(engine: Engine, *, team: str | None = None) -> date | None:
    """Return the Monday of the newest week in which anybody (of that team) has a score, None without any."""
    table = READINGS.table
    scored = or_(*(table.c[name].is_not(None) for name in (*SCORES, "reported_total")))
    query = select(func.max(table.c.date)).where(table.c.live == 1, scored, *_of(READINGS, team, None))
    with reading(engine) as connection:
        newest = connection.execute(query).scalar()
    return monday(date.fromisoformat(newest)) if newest else None


def weeks(engine: Engine, *, team: str | None = None) -> list[date]:
    """Return the Mondays of all weeks with a reading (of that team), oldest first."""
    with reading(engine) as connection:
        if team is None:
            return [date.fromisoformat(week) for week in known_weeks(connection, READINGS)]
        table = READINGS.table
        days = select(table.c.date).where(table.c.live == 1, *_of(READINGS, team, None)).distinct()
        return sorted({monday(date.fromisoformat(day)) for day in connection.execute(days).scalars()})


def teams(engine: Engine) -> list[str]:
    """Return the names of all teams, sorted."""
    return _names(engine, schema.reps.c.team)


def roles(engine: Engine) -> list[str]:
    """Return the names of all roles, sorted."""
    return _names(engine, schema.reps.c.role)


def currencies(engine: Engine) -> list[str]:
    """Return the currencies of the pipeline as it counts now, sorted; "" is none."""
    table = PIPELINE.table
    query = select(table.c.currency).where(table.c.live == 1, table.c.currency != "").distinct()
    with reading(engine) as connection:
        return sorted(connection.execute(query).scalars())


def people(engine: Engine) -> list[Person]:
    """Return everybody known with all their aliases, so that the next file finds them again."""
    also: dict[str, list[str]] = {}
    with reading(engine) as connection:
        for rep_id, alias in sorted(known_aliases(connection)):
            also.setdefault(rep_id, []).append(alias)
        rows = connection.execute(select(schema.reps).order_by(schema.reps.c.rep_id)).mappings()
        return [Person(**row, aliases=tuple(also.get(row["rep_id"], ()))) for row in rows]


def rep_count(engine: Engine, team: str | None = None) -> int:
    """Return how many reps are known (of that team)."""
    with reading(engine) as connection:
        return connection.execute(
            select(func.count()).select_from(schema.reps).where(*_chosen(team, None))
        ).scalar_one()


def head_count(engine: Engine) -> tuple[int, int]:
    """Return how many reps are known, and how many of them have left."""
    counted = select(func.count()).select_from(schema.reps)
    with reading(engine) as connection:
        known = connection.execute(counted).scalar_one()
        return known, connection.execute(counted.where(schema.reps.c.status == State.LEFT.value)).scalar_one()


def _names(engine: Engine, column: Column[str]) -> list[str]:
    with reading(engine) as connection:
        found = connection.execute(select(column).where(column.is_not(None)).distinct()).scalars()
        return sorted(found, key=str.casefold)


def _ask(
    engine: Engine, ledger: Ledger, team: str | None, role: str | None, since: date | None, until: date | None
) -> DataFrame:
    with reading(engine) as connection:
        return current(connection, ledger, *_within(ledger, since, until), *_of(ledger, team, role))


def _within(ledger: Ledger, since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    day = ledger.table.c[ledger.day]
    first = [day >= monday(since).isoformat()] if since else []
    last = [day <= (monday(until) + timedelta(days=6)).isoformat()] if until else []
    return first + last


def _of(ledger: Ledger, team: str | None, role: str | None) -> list[ColumnElement[bool]]:
    chosen = _chosen(team, role)
    return [ledger.table.c.rep_id.in_(select(schema.reps.c.rep_id).where(*chosen))] if chosen else []


def _chosen(team: str | None, role: str | None) -> list[ColumnElement[bool]]:
    asked = ((schema.reps.c.team, team), (schema.reps.c.role, role))
    return [column == name for column, name in asked if name is not None]


def _latest_of_week(days: DataFrame) -> DataFrame:
    days = days.assign(week=mondays(days["date"]))
    again = days.duplicated(["rep_id", "week"], keep=False)
    if not again.any():
        return days
    scored = days[[*SCORES, "reported_total"]].notna().any(axis=1)
    order = days[again].assign(scored=scored).sort_values(["rep_id", "week", "scored", "date"])
    latest = order.drop_duplicates(["rep_id", "week"], keep="last").index
    return days[~again | days.index.isin(latest)].reset_index(drop=True)


def _total(days: DataFrame) -> Series:
    return days[list(SCORES)].sum(axis=1, skipna=False).fillna(days["reported_total"])
