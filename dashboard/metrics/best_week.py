"""How much of what a rep has attained came in the best week of it? One large deal is no way of working."""

from datetime import date

import numpy as np

from dashboard.metrics.grid import Floats, last_weeks
from dashboard.metrics.history import History

WEEKS = 13
"""A quarter: what was won before it is seldom part of the quota of today."""
ANEW = 0.5
"""An attainment that falls below this share of the one before began anew, with a new quota (ours)."""


def best_week(history: History, week: date) -> Floats:
    """Return by rep the most that the attainment rose in one week, as a fraction of the quota, up to this week.

    It is counted from where the attainment last began anew, at most a quarter back; where no week before is known it
    is 0, since nothing tells how the attainment came about.
    """
    best, before = np.zeros(len(history.reps)), attained(history, last_weeks(week, WEEKS + 1)[0])
    for day in last_weeks(week, WEEKS):
        now = attained(history, day)
        anew = now < ANEW * before
        rise = np.where(anew, now, now - before)
        best = np.where(anew, rise, np.fmax(best, rise))
        before = np.where(np.isnan(now), before, now)
    return best


def attained(history: History, week: date) -> Floats:
    """Return each rep's attainment (fraction of the quota, NaN: unknown) in the main currency as of a week."""
    key = ("attained", week)
    if key not in history.kept:
        seen = history.snapshots.at(week)
        main = seen.rows(seen.main())
        found = np.full(len(history.reps), np.nan)
        found[main.rep] = main.of("attainment")
        history.kept[key] = found
    return history.kept[key]
