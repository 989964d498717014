"""How does a benchmark get a store with as many reps and weeks as it wants, and with as much said of them?"""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from dashboard.coaching.fair import fair_check
from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import PILLARS
from dashboard.model.reviews import Talk, Talked
from dashboard.sample.team import sample_batch
from dashboard.store.commitments import agree, new_id, say_done
from dashboard.store.engine import open_store
from dashboard.store.history import reps as known_reps
from dashboard.store.imports import commit
from dashboard.store.reviews import change_talk, end_review, open_review

WEEK = date(2026, 11, 16)
AT = datetime(2026, 11, 22, 9)
WHO = "benchmark"
A_WEEK = 3
"""Commitments made in a week: as many as there are people to coach."""


def stored(folder: Path, reps: int, weeks: int) -> str:
    """Return the address of a new store with an invented team of that size."""
    url = f"sqlite:///{(folder / f'{reps}x{weeks}.sqlite').as_posix()}"
    commit(open_store(url), sample_batch(reps=reps, weeks=weeks, last_week=WEEK), who=WHO, at=AT)
    return url


def talked(url: str, commitments: int, reviews: int = 0) -> str:
    """Return the same store with so many commitments, three a week up to the newest, and so many reviews held."""
    engine = open_store(url)
    ids = known_reps(engine)["rep_id"].tolist()
    for number in range(commitments):
        _agreed(engine, ids[number * 7 % len(ids)], number)
    for back in range(reviews):
        _held(engine, ids, WEEK - timedelta(weeks=reviews - back))
    return url


def _agreed(engine: Engine, rep_id: str, number: int) -> None:
    """Agree on something on the Wednesday of a week; one in five was not done, the others were."""
    pillar, day = PILLARS[number % len(PILLARS)], WEEK - timedelta(weeks=number // A_WEEK) + timedelta(days=2)
    made = Commitment(new_id(), rep_id, pillar, "comment on a post of a buyer", day, fair_check(pillar, day))
    agree(engine, made, who=WHO, at=AT)
    say_done(engine, made.commitment_id, Done.NOT_DONE if number % 5 == 4 else Done.DONE, who=WHO, at=AT)


def _held(engine: Engine, ids: list[str], week: date) -> None:
    """Hold and end a review in which everybody was talked about; what is frozen in it is as long as a real one."""
    review = open_review(engine, week, None, who=WHO, at=AT)
    for rep_id in ids:
        talk = Talk(rep_id, "private", "shared", Talked.COACHED, 5)
        change_talk(engine, review.review_id, rep_id, partial(_instead, talk), at=AT)
    points = {rep_id: {"name": rep_id, "total": 50.0, **dict.fromkeys(PILLARS, 12.5)} for rep_id in ids}
    end_review(engine, review.review_id, {"version": 1, "order": ids, "everybody": points}, at=AT)


def _instead(talk: Talk, _before: Talk) -> Talk:
    return talk
