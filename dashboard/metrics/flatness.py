"""Whose score rises while meetings and pipeline stay flat? Then the activity does not reach buyers, or not yet."""

from datetime import date, timedelta
from math import comb, erfc, sqrt

import numpy as np

from dashboard.metrics.grid import Floats, Marks, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.snapshots import Seen

WEEKS = 4
"""Weeks of a judged change; meetings of these are held against those of as many weeks before."""
CHANCE = 0.05
"""Meetings have risen where so many more would come by chance in fewer than 1 of 20 such pairs of four weeks."""
MANY = 1_000
"""Meetings from which on the bell curve says the same as counting."""
GROWN = 0.10
"""Share by which an open pipeline, or of the quota a won amount, must have grown to be called growth (ours)."""


def score_without_meetings(history: History, week: date, rising: Marks) -> Marks:
    """Mark, of the reps whose score is rising, those whose meetings and pipeline are flat over the same four weeks.

    Needs meetings in each of the eight weeks: who does not count meetings is not said to have none. The pipeline is
    flat unless open or won money of the main currency has grown; where one end is not known, meetings alone decide.
    """
    if not rising.any():
        return np.zeros(len(rising), dtype=bool)
    weeks = [_in_week(history, day) for day in last_weeks(week, 2 * WEEKS)]
    meetings = np.array([_spread(history, seen, "meetings") for seen in weeks])
    known = rising & ~np.isnan(meetings).any(axis=0)
    before, since = meetings[:WEEKS].sum(axis=0), meetings[WEEKS:].sum(axis=0)
    flat = np.zeros(len(rising), dtype=bool)
    for rep in np.flatnonzero(known):
        flat[rep] = not more(float(since[rep]), float(before[rep]))
    return flat & ~_grown(history, week)


def more(since: float, before: float) -> bool:
    """Tell whether counts of two equal spans differ by more than chance, the later one being larger.

    Given their sum, the later count of an unchanged rate is a coin thrown so many times (Przyborowski and Wilenski
    1940); one-sided, at CHANCE. Seven after one is more (9 of 256), six after two is not (37 of 256).

    >>> more(7, 1), more(6, 2), more(0, 0)
    (True, False, False)
    """
    total, later = round(since + before), round(since)
    if total > MANY:
        return erfc((2 * later - 1 - total) / sqrt(2 * total)) / 2 < CHANCE
    return sum(comb(total, count) for count in range(later, total + 1)) < CHANCE * 2**total


def _in_week(history: History, week: date) -> Seen:
    """Return the main pipeline of each rep in exactly that week."""
    seen = history.snapshots.at(week)
    main = seen.rows(seen.main())
    return main.rows(main.week == np.datetime64(week, "D"))


def _spread(history: History, seen: Seen, name: str) -> Floats:
    values = np.full(len(history.reps), np.nan)
    values[seen.rep] = seen.of(name)
    return values


def _grown(history: History, week: date) -> Marks:
    """Mark whose open pipeline has grown over the weeks, or the amount won by a share of the quota."""
    ends = [history.snapshots.at(day) for day in (week - timedelta(weeks=WEEKS), week)]
    mains = [seen.rows(seen.main()) for seen in ends]
    opened, won, quota = (
        [_spread(history, seen, name) for seen in mains] for name in ("open_pipeline", "won", "quota")
    )
    same = _currency(history, mains[0]) == _currency(history, mains[1])
    with np.errstate(invalid="ignore"):
        return same & ((opened[1] > (1 + GROWN) * opened[0]) | (won[1] - won[0] >= GROWN * quota[1]))


def _currency(history: History, seen: Seen) -> np.ndarray:
    values = np.full(len(history.reps), None, dtype=object)
    values[seen.rep] = seen.currency
    return values
