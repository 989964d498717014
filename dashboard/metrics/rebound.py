"""Did a number only come back to where it was before a dip, or a spike?

That is no change worth praise or worry: the reading now is held against the median of the four weeks before the dip
began, and the rise counts only as far as it goes beyond them.
"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks
from dashboard.metrics.groups import middles
from dashboard.metrics.jumps import AGO, TOOK, estimates, newest
from dashboard.metrics.noise import Noise

BACK = 8
"""Weeks ago the dip may have ended its fall at most."""
CLEAR = 2.5
"""Standard deviations by which the way there must stand out; the way back stands out already (ours)."""
BEYOND = 2.0
"""Times the usual wobble over so many weeks by which the reading must lie beyond the level before (ours)."""
BEFORE = 4
"""Weeks before the dip that say where the number was."""


def rebounds(series: Floats, found: Noise, rounding: float, moved: Floats, least: float) -> Marks:
    """Mark the series (rows; points by week, the newest last) whose move, +1 or -1, only undid one the other way.

    By `least` points the number must lie beyond the level before, and by more than its wobble, for a change of its own.
    """
    marks = np.zeros(len(series), dtype=bool)
    rows = np.flatnonzero(moved)
    if len(rows):
        level = _level_before(series[rows], found.stick[rows], found.size[rows], rounding, moved[rows], least)
        wobble = np.sqrt(found.wobble(BACK)[rows] ** 2 + rounding)
        marks[rows] = moved[rows] * (series[rows, -1] - level) < np.maximum(least, BEYOND * wobble)
    return marks


def _level_before(series: Floats, stick: Floats, size: Floats, rounding: float, moved: Floats, least: float) -> Floats:
    """Return the level before the clearest move the other way, in points, NaN where there was none."""
    level, clearest = np.full(len(series), np.nan), np.full(len(series), CLEAR)
    took, ago = (np.array(each) for each in zip(*((took, ago) for took in TOOK for ago in AGO), strict=True))
    for back in range(1, min(BACK, series.shape[1] - BEFORE) + 1):
        earlier = series[:, : series.shape[1] - back]
        points, z = estimates(newest(earlier), stick, size, rounding)
        other = np.where((points * moved[:, None] < 0) & (np.abs(points) >= least), np.abs(z), 0.0)
        best = np.nan_to_num(other).argmax(axis=1)
        clear = np.nan_to_num(other).max(axis=1)
        begun = earlier.shape[1] - 1 - ago[best] - took[best]
        level = np.where(clear > clearest, _median_until(earlier, begun), level)
        clearest = np.maximum(clear, clearest)
    return level


def _median_until(series: Floats, places: Floats) -> Floats:
    """Return the median of the four newest known weeks up to a place in each row, NaN without any.

    >>> _median_until(np.array([[1.0, 2.0, 3.0, np.nan, 9.0, 5.0, 90.0]]), np.array([5])).tolist()
    [4.0]
    """
    seen = ~np.isnan(series) & (np.arange(series.shape[1]) <= places[:, None])
    later = seen[:, ::-1].cumsum(axis=1)[:, ::-1] - seen
    return middles(np.where(seen & (later < BEFORE), series, np.nan))
