"""Does a total go the same way slowly, for more weeks than a change is looked for?

A slide of many weeks looks like sticky noise and would hide itself: it is held against the wobble before it began.
"""

import numpy as np

from dashboard.metrics.grid import Floats, Whole
from dashboard.metrics.jumps import jumps
from dashboard.metrics.noise import noise
from dashboard.metrics.normal import outside

LONG = (6, 8)
"""Weeks a slide takes."""
BEFORE = 9
"""The newest weeks that say nothing of the usual noise: a slide and one week more."""
FEWEST = 8
"""Weeks that must be left to learn the noise from."""
STRICT = 3.5
"""Standard deviations a slide must exceed; more than for a change, as it is a second look (tests/calibration)."""


def slides(totals: Floats, groups: Whole, rounding: float, least: float) -> Floats:
    """Return +1 or -1 where a total (rows; points by week, net of the team, the newest last) slid, else 0.

    Slides of less than `least` points are not looked at.
    """
    if totals.shape[1] - BEFORE < FEWEST:
        return np.zeros(len(totals))
    earlier = totals[:, :-BEFORE]
    found = jumps(totals, noise(earlier, rounding, groups), rounding, least, LONG)
    known = (~np.isnan(earlier)).sum(axis=1) >= FEWEST
    clear = known & (found.chance < outside(np.array([STRICT])))
    return np.where(clear, np.sign(np.nan_to_num(found.size)), 0.0)
