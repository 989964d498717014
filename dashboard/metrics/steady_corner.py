"""Whose good results have lasted? A corner that a rep came to by the last deal says little of how the rep works."""

from datetime import date

import numpy as np

from dashboard.metrics.best_week import attained, best_week
from dashboard.metrics.corners import Corners, corners
from dashboard.metrics.grid import Marks, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.scores import TOTAL
from dashboard.model.cards import Corner
from dashboard.model.settings import Settings

WEEKS = 4
"""Weeks, this one included, for which results must have stood clearly above their line (those of a judged change)."""


def barely(history: History, week: date, now: Corners, counted: Marks, settings: Settings) -> Marks:
    """Mark reps whose results are above their line, but little, or not in this corner for four weeks.

    Earlier weeks are held against the lines of the same reps in those weeks (`counted` are in these); a week in which
    a rep has no score or no attainment says nothing.
    """
    steady = ~now.little
    for day in last_weeks(week, WEEKS)[:-1]:
        then = _corners_then(history, day, counted, settings)
        known = np.array([corner is not None for corner in then.corner], dtype=bool)
        steady &= ~known | ((then.corner == now.corner) & ~then.near)
    return np.isin(now.corner, (Corner.LEAVE_ALONE, Corner.MENTOR)) & ~now.near & ~steady


def _corners_then(history: History, day: date, counted: Marks, settings: Settings) -> Corners:
    total, reached = history.scores.at(day)[:, TOTAL], attained(history, day)
    return corners(total, reached, ~np.isnan(total), settings, counted, best_week(history, day))
