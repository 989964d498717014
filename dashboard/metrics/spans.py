"""Which changes are told, and over which weeks: the four that are shown, or those the change itself took?

A change that began earlier, or whose week four weeks ago was not read, can be clear and not show over four weeks. It
is then told over its own weeks, and must be a little clearer.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats
from dashboard.metrics.jumps import Jumps
from dashboard.metrics.normal import outside
from dashboard.model.moves import SHOWN

UNSEEN = 0.4
"""Standard deviations more for a change that does not show over these (chosen by simulation, tests/calibration)."""
EARLIER = 3
"""Weeks before the first of its weeks in which a reading may stand for a missing one."""


@dataclass(frozen=True)
class Told:
    """By series: +1 or -1 where a change is told, else 0; how many points it was, and over how many weeks.

    Points and weeks are NaN where nothing is told.
    """

    way: Floats
    points: Floats
    weeks: Floats


def told(series: Floats, found: Jumps, strict: Floats, least: float) -> Told:
    """Return what is told of each series (rows; points by week, net of the team, the newest last).

    `strict` says by how many standard deviations a change must stand out; by `least` points it must also be seen.
    """
    way = np.sign(np.nan_to_num(found.size))
    shown, _ = change(series, np.full(len(series), SHOWN), 0)
    own, weeks = change(series, found.weeks, EARLIER)
    seen, known = way * np.nan_to_num(shown) >= least, way * np.nan_to_num(own) >= least
    clear = found.chance < outside(np.where(seen, strict, strict + UNSEEN))
    clear &= (way != 0) & (seen | known)
    points, over = np.where(seen, shown, own), np.where(seen, SHOWN, weeks)
    return Told(np.where(clear, way, 0.0), np.where(clear, points, np.nan), np.where(clear, over, np.nan))


def change(series: Floats, weeks: Floats, earlier: int) -> tuple[Floats, Floats]:
    """Return each series' change in points over so many weeks, or over up to so many `earlier`, and the weeks.

    >>> points, weeks = change(np.array([[1.0, np.nan, 4.0, 5.0]]), np.array([2]), 3)
    >>> points.tolist(), weeks.tolist()
    ([4.0], [3])
    """
    points, over = np.full(len(series), np.nan), weeks.copy()
    rows, last = np.arange(len(series)), series.shape[1] - 1
    for more in range(earlier + 1):
        place = last - weeks - more
        then = np.where(place >= 0, series[rows, np.maximum(place, 0)], np.nan)
        fresh = np.isnan(points) & ~np.isnan(then)
        points, over = np.where(fresh, series[:, -1] - then, points), np.where(fresh, weeks + more, over)
    return points, over
