"""Who has disappeared from the team's scores? A hint to ask about, never a fact: nobody is deleted or marked by it."""

from datetime import date

import numpy as np

from dashboard.metrics.grid import Marks, Whole
from dashboard.metrics.history import History

GONE_AFTER = 2
"""Weeks in which the team was scored and the rep was not, before the desk asks whether the rep has left (ours)."""
_SIGNS = ("open_pipeline", "deals_open", "meetings")


def perhaps_left(history: History, week: date) -> Marks:
    """Mark reps who had a score, were left out of two scored weeks of their team since, and show no open business.

    A week is one of the team's where at least half as many of it are scored as in its fullest week.
    """
    count = int(np.searchsorted(history.scores.grid.weeks, np.datetime64(week, "D"), side="right"))
    last = history.scores.last[:count]
    if not count or not last.shape[1]:
        return np.zeros(len(history.reps), dtype=bool)
    full = _full_weeks(last == np.arange(count)[:, None], history.teams)
    since = full.cumsum(axis=0)
    ever = last[-1] >= 0
    missed = since[-1, history.teams] - since[np.maximum(last[-1], 0), history.teams]
    return ever & (missed >= GONE_AFTER) & ~_busy(history, week)


def _full_weeks(scored: Marks, teams: Whole) -> Marks:
    """Mark by week and team where at least half as many are scored as in the team's fullest week."""
    size = int(teams.max(initial=0)) + 1
    counts = np.array([np.bincount(teams[row], minlength=size) for row in scored])
    return (counts > 0) & (counts * 2 >= counts.max(axis=0))


def _busy(history: History, week: date) -> Marks:
    """Mark reps with open deals or meetings in a pipeline newer than their last score."""
    seen = history.snapshots.at(week)
    later = seen.week > history.scores.last_scored(week)[seen.rep]
    signs = np.any([np.nan_to_num(seen.of(name)) > 0 for name in _SIGNS], axis=0)
    return np.bincount(seen.rep[later & signs], minlength=len(history.reps)) > 0
