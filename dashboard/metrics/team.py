"""How does the team stand this week: its medians, how fresh the numbers are, and who moved?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

import numpy as np
import pandas as pd

from dashboard.metrics.history import History
from dashboard.metrics.shifts import shifts_until
from dashboard.model.cards import Flag, RepCard, State, TeamCard, Verdict


@dataclass(frozen=True)
class Freshness:
    """The day of the newest reading up to the week (None: none), and how many of the reps expected have a score.

    `expected` leaves out who left, and the `excused`, who are on leave or not onboarded; `waiting` are the expected
    reps without a score.
    """

    newest: date | None
    scored: int
    expected: int
    waiting: tuple[RepCard, ...]
    excused: tuple[RepCard, ...] = ()


@dataclass(frozen=True)
class Movers:
    """Who moved beyond the minimum in four weeks, furthest first: by themselves, or with the whole team."""

    up: tuple[RepCard, ...]
    down: tuple[RepCard, ...]
    with_team: tuple[RepCard, ...]


def team_card(history: History, cards: Sequence[RepCard], week: date, name: str | None) -> TeamCard:
    """Return the team in the week: medians in points over its scored reps who are not new; `reps` leaves out who left.

    `shifts` are those of the last panel.WEEKS weeks, as they are known by now, the oldest first.
    """
    scored = [card for card in cards if card.state is State.SCORED]
    counted = [card for card in scored if Flag.NEW_STARTER not in card.flags]
    return TeamCard(
        week=week,
        name=name,
        reps=sum(card.state is not State.LEFT for card in cards),
        scored=len(scored),
        weeks_of_history=len(history.scores.weeks_until(week)),
        median_total=_median([card.total for card in counted]),
        median_change_1w=_median([card.change_1w for card in counted]),
        median_change_4w=_median([card.change_4w for card in counted]),
        shifts=shifts_until(history, week),
    )


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 6) if known else None


def freshness(history: History, cards: Sequence[RepCard], week: date) -> Freshness:
    """Return how fresh the numbers of the week are."""
    days = history.readings.loc[history.readings["week"] <= pd.Timestamp(week), "date"]
    waiting = tuple(card for card in cards if card.state in (State.MISSING, State.STALE))
    excused = tuple(card for card in cards if card.state in (State.ON_LEAVE, State.NOT_ONBOARDED))
    scored = sum(card.state is State.SCORED for card in cards)
    return Freshness(None if days.empty else days.max().date(), scored, scored + len(waiting), waiting, excused)


def movers(cards: Sequence[RepCard]) -> Movers:
    """Return the scored reps whose total moved beyond the minimum, by verdict."""
    scored = [card for card in cards if card.state is State.SCORED]
    return Movers(*(_moved(scored, verdict) for verdict in (Verdict.UP, Verdict.DOWN, Verdict.WITH_TEAM)))


def _moved(cards: Sequence[RepCard], verdict: Verdict) -> tuple[RepCard, ...]:
    moved = [card for card in cards if card.verdict is verdict]
    return tuple(sorted(moved, key=lambda card: (-abs(_distance(card)), card.name.casefold(), card.rep_id)))


def _distance(card: RepCard) -> float:
    """Return the points that are told of a move, else the net change, or the change itself."""
    if card.moved:
        return card.moved.points
    return card.net_change_4w if card.net_change_4w is not None else card.change_4w or 0.0


def newest_week(history: History) -> date | None:
    """Return the newest week in which anybody has a score: the week a review opens on."""
    weeks = history.scores.weeks
    return weeks[-1].astype(object) if len(weeks) else None


def weeks_with_scores(history: History) -> list[date]:
    """Return every week in which anybody has a score, oldest first."""
    return np.asarray(history.scores.weeks).astype(object).tolist()
