"""Does a pace go on? A rise that came back after a dip, or that stands still by now, promises nothing.

Both are told from the readings as they are, restated for shifts of the formula; the rules are ours.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dashboard.metrics.grid import Floats, Marks

REACH = 16
"""Weeks in which the level before a dip is looked for."""
LEVEL, KNOWN = 4, 3
"""Weeks whose median is a level, and how many of them must be known."""
STILL = 0.25
"""Part of the whole pace that the newest weeks must still have."""


def ways_back(points: Floats, span: int, least: float) -> Marks:
    """Mark the rows (points by week, NaN missing, the newest last) whose rise of the newest weeks undid a dip.

    That is: the lowest reading of the newest `span` weeks lies `least` points or more below a level before it, and the
    newest reading less than that above the level.

    >>> before, dip = [49.0, 49.2, 48.8, 49.1, 49.0], [45.0, 43.5, 44.0, 45.0, 46.5, 47.5, 48.0, 48.8]
    >>> rows = np.array([before + dip, before + [*dip[:-1], 52.0], [43.0] * 5 + dip])
    >>> ways_back(rows, 8, 2.0).tolist()
    [True, False, False]
    """
    seen = points[:, -REACH:]
    weeks = seen.shape[1]
    if weeks <= LEVEL:
        return np.zeros(len(seen), dtype=bool)
    filled = np.where(np.isnan(seen), np.inf, seen)
    lowest = filled[:, -span:].argmin(axis=1) + max(weeks - span, 0)
    low = filled[np.arange(len(seen)), lowest]
    level = _levels(seen, lowest)
    newest = np.where(np.isnan(seen[:, -1]), np.inf, seen[:, -1])
    return (level - low >= least) & (newest - level < least)


def _levels(seen: Floats, until: Floats) -> Floats:
    """Return the highest median of four weeks in a row before a place in each row, minus infinity without any."""
    windows = sliding_window_view(seen, LEVEL, axis=1)
    enough = (~np.isnan(windows)).sum(axis=2) >= KNOWN
    middle = np.nanmedian(np.where(enough[:, :, None], windows, 0.0), axis=2)
    before = np.arange(windows.shape[1]) + LEVEL <= until[:, None]
    return np.where(enough & before, middle, -np.inf).max(axis=1)


def stands_still(whole: Floats, later: Floats) -> Marks:
    """Mark where the newest weeks (points a week) have less than a quarter of the pace of all of them, or go back.

    >>> stands_still(np.array([0.6, 0.6, -0.6]), np.array([0.1, 0.4, 0.2])).tolist()
    [True, False, True]
    """
    return later * np.sign(whole) < STILL * np.abs(whole)
