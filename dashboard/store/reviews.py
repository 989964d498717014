"""What was said in the weekly reviews? A talk is saved the moment it is written; an ended review is frozen."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, RowMapping, delete, func, insert, select, update

from dashboard.model.errors import ReviewEnded, UnknownReview
from dashboard.model.reviews import Review, Talk, Talked
from dashboard.model.weeks import label
from dashboard.store import review_tables
from dashboard.store.engine import reading, writing


def open_review(engine: Engine, week: date, team: str | None, *, who: str, at: datetime) -> Review:
    """Return the review of a week (its Monday) and team that is still open; begun if there is none."""
    with writing(engine) as connection:
        table = review_tables.reviews
        same_team = table.c.team.is_(None) if team is None else table.c.team == team
        still = select(table).where(table.c.week == week.isoformat(), same_team, table.c.ended_at.is_(None))
        if row := connection.execute(still).mappings().first():
            return _review(row)
        begun = Review(uuid4().hex[:12], week, team, at, who)
        line = {"review_id": begun.review_id, "week": week.isoformat(), "team": team, "opened_at": at.isoformat()}
        connection.execute(insert(table), [{**line, "who": who}])
    return begun


def list_reviews(engine: Engine) -> list[Review]:
    """Return every review, the newest week first and of one week the one begun last.

    What an ended one froze is left out, since it is long: `find_review` has it.
    """
    table = review_tables.reviews
    query = select(*(column for column in table.c if column.name != "frozen"))
    with reading(engine) as connection:
        rows = connection.execute(query.order_by(table.c.week.desc(), table.c.opened_at.desc())).mappings()
        return [_review(row) for row in rows]


def find_review(engine: Engine, review_id: str) -> Review:
    """Return one review; raises UnknownReview."""
    with reading(engine) as connection:
        return _find(connection, review_id)


def talks(engine: Engine, review_id: str) -> dict[str, Talk]:
    """Return what was written down in a review, by rep."""
    query = select(review_tables.talks).where(review_tables.talks.c.review_id == review_id)
    with reading(engine) as connection:
        return {row["rep_id"]: _talk(row) for row in connection.execute(query).mappings()}


def change_talk(engine: Engine, review_id: str, rep_id: str, change: Callable[[Talk], Talk], *, at: datetime) -> Talk:
    """Keep what `change` makes of what stands there now, whoever wrote it; raises UnknownReview, ReviewEnded."""
    table = review_tables.talks
    same = (table.c.review_id == review_id, table.c.rep_id == rep_id)
    with writing(engine) as connection:
        _still_open(connection, review_id)
        row = connection.execute(select(table).where(*same)).mappings().first()
        talk = replace(change(_talk(row) if row else Talk(rep_id)), saved_at=at)
        connection.execute(delete(table).where(*same))
        line = {**asdict(talk), "talked": talk.talked.value, "review_id": review_id, "saved_at": at.isoformat()}
        connection.execute(insert(table), [line])
    return talk


def end_review(engine: Engine, review_id: str, frozen: Mapping[str, Any], *, at: datetime) -> Review:
    """Freeze a review with what stood there; raises UnknownReview, ReviewEnded."""
    with writing(engine) as connection:
        found = _still_open(connection, review_id)
        table = review_tables.reviews
        ended = update(table).where(table.c.review_id == review_id)
        connection.execute(ended.values(ended_at=at.isoformat(), frozen=dict(frozen)))
    return replace(found, ended_at=at, frozen=dict(frozen))


def last_coached(engine: Engine, before: date) -> dict[str, date]:
    """Return the newest week before this one (a Monday) in which each rep was coached."""
    return dict(sorted((rep, week) for rep, week, talked in talked_weeks(engine) if week < before and _coached(talked)))


def talked_weeks(engine: Engine) -> list[tuple[str, date, Talked]]:
    """Return what became of each rep's talk, by rep and week; of several reviews of a week the one begun last."""
    review, talk = review_tables.reviews.c, review_tables.talks.c
    query = select(talk.rep_id, review.week, talk.talked).join(
        review_tables.reviews, review.review_id == talk.review_id
    )
    with reading(engine) as connection:
        rows = connection.execute(query.order_by(review.opened_at)).all()
    newest = {(rep, date.fromisoformat(week)): Talked(talked) for rep, week, talked in rows}
    return sorted((rep, week, talked) for (rep, week), talked in newest.items())


def talked_minutes(engine: Engine) -> dict[tuple[str, date], int]:
    """Return how long the talks of a rep in a week took together, in minutes, where that was noted."""
    review, talk = review_tables.reviews.c, review_tables.talks.c
    query = select(talk.rep_id, review.week, func.sum(talk.minutes)).join(
        review_tables.reviews, review.review_id == talk.review_id
    )
    with reading(engine) as connection:
        rows = connection.execute(query.where(talk.minutes.is_not(None)).group_by(talk.rep_id, review.week)).all()
    return {(rep, date.fromisoformat(week)): int(minutes) for rep, week, minutes in rows}


def _coached(talked: Talked) -> bool:
    return talked is Talked.COACHED


def _still_open(connection: Connection, review_id: str) -> Review:
    found = _find(connection, review_id)
    if found.ended:
        raise ReviewEnded(week=label(found.week))
    return found


def _find(connection: Connection, review_id: str) -> Review:
    table = review_tables.reviews
    row = connection.execute(select(table).where(table.c.review_id == review_id)).mappings().first()
    if row is None:
        raise UnknownReview(review_id=review_id)
    return _review(row)


def _review(row: RowMapping) -> Review:
    return Review(
        row["review_id"],
        date.fromisoformat(row["week"]),
        row["team"],
        datetime.fromisoformat(row["opened_at"]),
        row["who"],
        datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None,
        row.get("frozen"),
    )


def _talk(row: RowMapping) -> Talk:
    saved = datetime.fromisoformat(row["saved_at"])
    return Talk(row["rep_id"], row["private"], row["shared"], Talked(row["talked"]), row["minutes"], saved)
