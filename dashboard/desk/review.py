"""What does one week look like, with whom to talk to and about what? The same for the screen and the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pandas import DataFrame
from sqlalchemy import Engine

from dashboard.coaching.mentors import mentors
from dashboard.coaching.playbook import Playbook
from dashboard.coaching.prompt import Prompt
from dashboard.coaching.prompts import prompts_for
from dashboard.coaching.queue import queue
from dashboard.metrics.cards import cards_of
from dashboard.metrics.history import History
from dashboard.metrics.ledger import judge
from dashboard.metrics.records import records
from dashboard.metrics.shifts import FEWEST
from dashboard.metrics.snapshots import LOOKED_BACK
from dashboard.metrics.team import Freshness, Movers, freshness, movers, newest_week, team_card
from dashboard.metrics.week import week_table
from dashboard.model.cards import Queue, RepCard, TeamCard
from dashboard.model.commitments import Commitment, Judged, Record
from dashboard.model.errors import EmptyDesk
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from dashboard.model.tables import ACTIVITY_VALUES, PIPELINE_VALUES
from dashboard.store import history as stored

NOBODY: Mapping[str, date] = {}
MOST_AROUND = 500
"""Reps of all teams that are read to see what happened around a team of a few: more would take too long."""
_ACTIVITY = ("rep_id", "week", *ACTIVITY_VALUES)


@dataclass(frozen=True)
class WeekReview:
    """One week of one team (or of everybody): `cards` and the rows of `table` are in the same order.

    `judged` is what was agreed with the reps shown, `records` what each behaviour did in the team, `coached` the newest
    week before this one in which each rep was coached, `mentors` who could help each rep with the weakest pillar.
    """

    team: TeamCard
    cards: tuple[RepCard, ...]
    queue: Queue
    prompts: Mapping[str, tuple[Prompt, ...]]
    table: DataFrame
    freshness: Freshness
    movers: Movers
    judged: tuple[Judged, ...] = ()
    records: tuple[Record, ...] = ()
    coached: Mapping[str, date] = field(default_factory=dict)
    mentors: Mapping[str, RepCard] = field(default_factory=dict)


def load_history(
    engine: Engine,
    team: str | None = None,
    role: str | None = None,
    *,
    with_activity: bool = False,
    since: date | None = None,
) -> History:
    """Return what the store knows of one team, or of everybody.

    `role` narrows what is shown, not what is read: a rep is held against the whole team under any filter. Activity is
    a third of the reading and no number of the review is made of it: it is empty unless asked for. Where no week
    before `since` (a Monday) will be reviewed, the pipeline only such weeks need is left out.
    """
    reps = stored.reps(engine, team=team)
    return History(
        reps=reps,
        readings=stored.readings(engine, team=team, details=False),
        pipeline=stored.pipeline(engine, team=team, since=since and since - timedelta(weeks=LOOKED_BACK)),
        activity=stored.activity(engine, team=team) if with_activity else DataFrame(columns=[*_ACTIVITY]),
        role=role,
        earlier=stored.first_weeks(engine, team=team) if since else None,
        around=_around(engine) if team is not None and len(reps) < FEWEST else None,
    )


def _around(engine: Engine) -> History | None:
    """Return everybody's scores, which show a shift of the formula that a team of a few cannot; None where many are."""
    reps = stored.reps(engine)
    if not FEWEST <= len(reps) <= MOST_AROUND:
        return None
    pipeline, activity = (DataFrame(columns=["rep_id", "week", *names]) for names in (PIPELINE_VALUES, ACTIVITY_VALUES))
    return History(reps, stored.readings(engine, details=False), pipeline, activity)


def week_review(
    history: History,
    week: date,
    team: str | None,
    settings: Settings,
    defaults: Mapping[Pillar, float],
    playbook: Playbook,
    commitments: Sequence[Commitment] = (),
    coached: Mapping[str, date] = NOBODY,
    activity: DataFrame | None = None,
) -> WeekReview:
    """Return the review of a week (a Monday); `team` names what the history was loaded for.

    `defaults` are the baselines of last resort in points (0-25). Prompts are for each rep's weakest pillar. What was
    agreed, who was coached when, and the counts of the usage export are as they were known in that week.
    """
    bare = numbers(history, week, team, settings, defaults)
    return talked_over(bare, history, settings, playbook, commitments, coached, activity)


def numbers(
    history: History, week: date, team: str | None, settings: Settings, defaults: Mapping[Pillar, float]
) -> WeekReview:
    """Return what the numbers alone say of a week: nobody is called for yet, and nothing is asked."""
    table = week_table(history, week, settings, defaults)
    cards = cards_of(table, history, week)
    return WeekReview(
        team=team_card(history, cards, week, team),
        cards=tuple(cards),
        queue=Queue(),
        prompts={},
        table=table,
        freshness=freshness(history, cards, week),
        movers=movers(cards),
    )


def talked_over(
    review: WeekReview,
    history: History,
    settings: Settings,
    playbook: Playbook,
    commitments: Sequence[Commitment],
    coached: Mapping[str, date],
    activity: DataFrame | None,
) -> WeekReview:
    """Return a review whose numbers stay, with all that hangs on what was said: verdicts, the queue, the prompts."""
    judged = judge(history, commitments, review.team.week, settings, activity)
    shown = {card.rep_id for card in review.cards}
    called = queue(review.cards, settings, coached)
    return replace(
        review,
        queue=called,
        mentors=mentors(review.cards, called, settings),
        prompts=_prompts(review.cards, judged, playbook, settings),
        judged=tuple(one for one in judged if one.commitment.rep_id in shown),
        records=tuple(records(judged)),
        coached=coached,
    )


def _prompts(
    cards: Sequence[RepCard], judged: Sequence[Judged], playbook: Playbook, settings: Settings
) -> Mapping[str, tuple[Prompt, ...]]:
    """Return each rep's prompts for the weakest pillar, without what was tried in vain."""
    tried: dict[str, list[Judged]] = {}
    for one in judged:
        tried.setdefault(one.commitment.rep_id, []).append(one)
    return {
        card.rep_id: prompts_for(card, playbook, cuts=settings.band_cuts, tried=tried.get(card.rep_id, ()))
        for card in cards
    }


def default_week(history: History) -> date:
    """Return the week a review opens on: the newest in which anybody has a score; raises EmptyDesk without any."""
    week = newest_week(history)
    if week is None:
        raise EmptyDesk
    return week
