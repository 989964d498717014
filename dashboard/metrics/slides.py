"""Does a total go the same way slowly, for more weeks than a change is looked for?

A slide of many weeks looks like sticky noise and would hide itself: it is held against the wobble before it began.
"""

import numpy as np

from dashboard.metrics.grid import Floats, Whole
from dashboard.metrics.jumps import jumps
from dashboard.metrics.noise import noise
from dashboard.metrics.spans import Told, told

LONG = (6, 8)
"""Weeks a slide takes."""
BEFORE = 9
"""The newest weeks that say nothing of the usual noise: a slide and one week more."""
FEWEST = 8
"""Weeks that must be left to learn the noise from."""
STRICT = 3.3
"""Standard deviations a slide must exceed; more than for a change, as it is a second look (tests/calibration)."""
LENT = 0.5
"""Part of the noise that is the team's: the weeks before a slide are few, and seldom show how much sticks."""


def slides(totals: Floats, groups: Whole, rounding: float, least: float) -> Told:
    """Return which totals (rows; points by week, net of the team, the newest last) slid, and over which weeks.

    Slides of less than `least` points are not looked at.
    """
    earlier = totals[:, :-BEFORE]
    if earlier.shape[1] < FEWEST:
        nothing = np.zeros(len(totals))
        return Told(nothing, nothing, nothing, nothing > 0)
    found = jumps(totals, noise(earlier, rounding, groups).lent(groups, LENT), rounding, least, LONG)
    known = (~np.isnan(earlier)).sum(axis=1) >= FEWEST
    return told(totals, found, np.where(known, STRICT, np.inf), least)
