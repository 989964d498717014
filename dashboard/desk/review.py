"""What does one week look like, with whom to talk to and about what? The same for the screen and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pandas import DataFrame
from sqlalchemy import Engine

from dashboard.coaching.playbook import Playbook
from dashboard.coaching.prompt import Prompt
from dashboard.coaching.prompts import prompts_for
from dashboard.coaching.queue import queue
from dashboard.metrics.cards import cards_of
from dashboard.metrics.history import History
from dashboard.metrics.team import Freshness, Movers, freshness, movers, newest_week, team_card
from dashboard.metrics.week import week_table
from dashboard.model.cards import Queue, RepCard, TeamCard
from dashboard.model.errors import EmptyDesk
from dashboard.model.pillars import Pillar
from dashboard.model.settings import Settings
from dashboard.model.tables import ACTIVITY_VALUES
from dashboard.store import history as stored

_ACTIVITY = ("rep_id", "week", *ACTIVITY_VALUES)


@dataclass(frozen=True)
class WeekReview:
    """One week of one team (or of everybody): `cards` and the rows of `table` are in the same order."""

    team: TeamCard
    cards: tuple[RepCard, ...]
    queue: Queue
    prompts: Mapping[str, tuple[Prompt, ...]]
    table: DataFrame
    freshness: Freshness
    movers: Movers


def load_history(
    engine: Engine, team: str | None = None, role: str | None = None, *, with_activity: bool = False
) -> History:
    """Return what the store knows of one team, or of everybody.

    `role` narrows what is shown, not what is read: a rep is held against the whole team under any filter. Activity is
    a third of the reading and no number of the review is made of it: it is empty unless asked for.
    """
    return History(
        reps=stored.reps(engine, team=team),
        readings=stored.readings(engine, team=team),
        pipeline=stored.pipeline(engine, team=team),
        activity=stored.activity(engine, team=team) if with_activity else DataFrame(columns=[*_ACTIVITY]),
        role=role,
    )


def week_review(
    history: History,
    week: date,
    team: str | None,
    settings: Settings,
    defaults: Mapping[Pillar, float],
    playbook: Playbook,
) -> WeekReview:
    """Return the review of a week (a Monday); `team` names what the history was loaded for.

    `defaults` are the baselines of last resort in points (0-25). Prompts are for each rep's weakest pillar.
    """
    table = week_table(history, week, settings, defaults)
    cards = cards_of(table, history, week)
    return WeekReview(
        team=team_card(history, cards, week, team),
        cards=tuple(cards),
        queue=queue(cards, settings),
        prompts={card.rep_id: prompts_for(card, playbook, cuts=settings.band_cuts) for card in cards},
        table=table,
        freshness=freshness(history, cards, week),
        movers=movers(cards),
    )


def default_week(history: History) -> date:
    """Return the week a review opens on: the newest in which anybody has a score; raises EmptyDesk without any."""
    week = newest_week(history)
    if week is None:
        raise EmptyDesk
    return week
