"""Was a pillar on its way before anything was agreed? A trend that only went on is nobody's coaching."""

from collections.abc import Sequence
from datetime import date

import numpy as np

WEEKS, FEWEST = 8, 6
"""Weeks before the start that are looked at, and the readings they must have."""
CLEAR = 1.5
"""Smallest changes worth mentioning that make a trend of these weeks, of which each half has its share."""
SHARE = 0.25

Interval = tuple[float, float]


def already(before: Sequence[tuple[date, float]], minimum: float) -> float:
    """Return the points a week a pillar was moving by before the start, 0 where it was not clearly moving.

    `before` are weeks and points up to and including the start, the oldest first; the slope is the median of those of
    any two readings (Theil 1950, Sen 1968).

    >>> mondays = [date.fromordinal(date(2026, 9, 28).toordinal() + 7 * week) for week in range(8)]
    >>> already([(week, 6.0 + place / 2) for place, week in enumerate(mondays)], 1.0)
    0.5
    >>> already([(week, 6.0) for week in mondays], 1.0)
    0.0
    """
    last = before[-1][0] if before else date.min
    near = [(week, points) for week, points in before if (last - week).days <= 7 * WEEKS]
    if len(near) < FEWEST:
        return 0.0
    at = np.array([(week - last).days / 7 for week, _ in near])
    points = np.array([value for _, value in near])
    first, second = np.triu_indices(len(near), 1)
    slope = float(np.median((points[second] - points[first]) / (at[second] - at[first])))
    middle = len(near) // 2
    halves = np.array([points[middle] - points[0], points[-1] - points[middle]]) * np.sign(slope)
    whole = abs(points[-1] - points[0])
    trend = whole >= CLEAR * minimum and (halves >= SHARE * whole).all()
    return round(slope, 6) if trend else 0.0


def usual(before: Sequence[tuple[date, float]]) -> float:
    """Return the mean of the readings of the eight weeks up to and including the start, in points; there is one.

    >>> usual([(date(2026, 8, 17), 3.0), (date(2026, 8, 24), 6.0), (date(2026, 10, 12), 7.0)])
    6.5
    """
    last = before[-1][0]
    known = [points for week, points in before if (last - week).days < 7 * WEEKS]
    return round(sum(known) / len(known), 6)


def only_went_on(interval: Interval, pace: float, weeks: float) -> bool:
    """Tell whether an effect in one direction is no more than the pace of before explains; points, and points a week.

    >>> only_went_on((1.2, 3.0), 0.4, 4), only_went_on((1.2, 3.0), 0.1, 4), only_went_on((1.2, 3.0), -0.4, 4)
    (True, False, False)
    """
    low, high = interval
    if pace * (low + high) <= 0:
        return False
    return low - pace * weeks <= 0 <= high - pace * weeks or abs(pace * weeks) >= max(abs(low), abs(high))
