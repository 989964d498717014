"""Which part of a rep's plain change is the formula's, where a shift lies between its weeks?"""

from datetime import date, timedelta

import numpy as np

from dashboard.metrics.formula import TOLD, carried, steps_since
from dashboard.metrics.grid import Words
from dashboard.metrics.history import History
from dashboard.metrics.scores import PILLAR_PART
from dashboard.model.carried import Carried


def of_change(history: History, week: date, weeks: int, min_peers: int) -> Words:
    """Return by rep what shifts of the formula made of the total's change over so many weeks up to one (its Monday).

    It is what the shift makes of the rep's own points at the start (metrics.shifts), so more for those who stood
    higher. None where it is nothing, and where a pillar of the start is not known.
    """
    begun = week - timedelta(weeks=weeks)
    since = np.full(len(history.reps), np.datetime64(begun, "D"))
    steps = [step for step in steps_since(history, week, since, min_peers) if begun < step.week <= week]
    then = history.scores.at(begun)[:, PILLAR_PART]
    points, parts = carried(then, steps, since)
    told = np.full(len(then), None, dtype=object)
    off = np.nan_to_num((points - then).sum(axis=1))
    for rep in np.flatnonzero(np.abs(off) >= TOLD):
        crossed = sorted({day for part in parts[rep] if part for day in part.weeks})
        told[rep] = Carried(round(float(off[rep]), 6), tuple(crossed)) if crossed else None
    return told
