"""Has each rep a score in the week, and if not, why?"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.comings import perhaps_left
from dashboard.metrics.grid import Days, Marks, Words, choose
from dashboard.metrics.groups import group_medians
from dashboard.metrics.history import History
from dashboard.model.cards import State

NEW_FOR_WEEKS = 6
"""Weeks a rep counts as a new starter: until there are enough to judge a change (metrics.signals.FEWEST_WEEKS); and so
many the team was scored before."""


@dataclass(frozen=True)
class Standing:
    """Per rep: the state, whether it is `scored`, the week of the last score (NaT: none), who is new, perhaps left."""

    state: Words
    scored: Marks
    last_scored: Days
    new_starter: Marks
    perhaps_left: Marks

    @property
    def counted(self) -> Marks:
        """Who is in ranks, medians and averages: the scored who are not new."""
        return self.scored & ~self.new_starter

    def lately(self, week: date, weeks: int) -> Marks:
        """Mark who would count in medians and had a score in the last so many weeks, this one included."""
        there = ~self.new_starter & ~np.isin(self.state, (State.LEFT, State.ON_LEAVE))
        return there & (self.last_scored > np.datetime64(week, "D") - np.timedelta64(7 * weeks, "D"))


def standing(history: History, week: date, stale_after_weeks: int) -> Standing:
    """Return where each rep stands in the week, from what is known up to it.

    `left` and `on_leave` come from the rep's status; a score this week outweighs a status of not onboarded. Whoever
    never had a score is merely missing unless the status says more: a blank status is no word about the seat. Before
    anything of a rep came, or the day they started on, the rep was not on the desk yet and nobody waits for a score.
    """
    last, day = history.scores.last_scored(week), np.datetime64(week, "D")
    status, absent = history.reps["status"].to_numpy(dtype=object), away(history, np.array([day]))[0]
    cases = {
        State.LEFT: absent & (status == State.LEFT),
        State.ON_LEAVE: absent & (status == State.ON_LEAVE),
        State.SCORED: last == day,
        State.NOT_ONBOARDED: (status == State.NOT_ONBOARDED) | (np.isnat(last) & _still_to_come(history, day)),
        State.MISSING: np.isnat(last) | ((day - last) <= np.timedelta64(7 * stale_after_weeks, "D")),
        State.STALE: np.full(len(last), True),
    }
    state = choose(tuple(cases), np.select(list(cases.values()), list(range(len(cases))), len(cases) - 1))
    gone = perhaps_left(history, week) & np.isin(state, (State.MISSING, State.STALE))
    return Standing(state, state == State.SCORED, last, new(history, np.array([day]))[0], gone)


def away(history: History, weeks: Days) -> Marks:
    """Mark, by week and rep, who had left or was on leave.

    A status is today's word: it says nothing of the weeks up to the rep's last score, whose medians stay as they were.
    Only a last score in the desk's newest week may stand beside the status: the file of a week says both at once.
    """
    gone = history.reps["status"].isin([State.LEFT, State.ON_LEAVE]).to_numpy(dtype=bool)
    final, known = history.scores.final, history.scores.weeks
    newest = known[-1] if len(known) else np.datetime64("NaT", "D")
    there = (weeks[:, None] < final) | ((weeks[:, None] == final) & (final < newest))
    return gone & ~there


def _still_to_come(history: History, day: np.datetime64) -> Marks:
    """Mark reps whose first score, or first row of any kind where there is none, or first day, lies after the week."""
    to_start = _started(history) >= day + np.timedelta64(7, "D")
    return ~np.isnat(history.scores.final) | (history.first_seen > day) | to_start


def _started(history: History) -> Days:
    """Return the day each rep started on, as the files say (NaT: none does)."""
    started = pd.to_datetime(history.reps["started_on"], errors="coerce", format="ISO8601").to_numpy()
    return started.astype("datetime64[D]")


def new(history: History, weeks: Days) -> Marks:
    """Mark, by week and rep, whose first score lies less than five weeks back, and six or more after most of the team.

    As of each week: where a team has just begun, or most of it is new, a late score says nothing about a rep. Where
    there is no score at all, the first deal, meeting or count stands for it, or the day the rep started on.
    """
    if not len(history.scores.weeks):
        return np.full((len(weeks), len(history.reps)), False)
    scored = history.scores.first_scored(history.scores.weeks[-1].astype(object)).astype("datetime64[D]")
    seen = np.where(np.isnat(history.first_seen), _started(history), history.first_seen)
    first = np.where(np.isnat(scored), seen, scored)
    at = weeks[:, None].astype("datetime64[D]")
    days = np.where(at >= scored, scored.astype(float), np.nan)
    most, _ = group_medians(days.T, history.teams)
    recent = at - first < np.timedelta64(7 * NEW_FOR_WEEKS - 7, "D")
    return (at >= first) & recent & (first.astype(float) - most.T >= 7 * NEW_FOR_WEEKS)
