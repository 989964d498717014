"""Was a pillar on its way before anything was agreed? A trend that only went on is nobody's coaching."""

from collections.abc import Sequence
from datetime import date

import numpy as np

WEEKS, SHORT, FEWEST = 8, 5, 6
"""Weeks before the start that are looked at, all or only the last ones, and the readings they must have."""
CLEAR = 1.5
"""Smallest changes worth mentioning that make a trend of these weeks, of which each half has its share."""
SHARE = 0.25

Readings = Sequence[tuple[date, float]]


def already(before: Readings, minimum: float) -> float:
    """Return the points a week a pillar was moving by before the start, 0 where it was not clearly moving.

    `before` are weeks and points up to and including the start, the oldest first; the slope is the median of those of
    any two readings (Theil 1950, Sen 1968).

    >>> mondays = [date.fromordinal(date(2026, 9, 28).toordinal() + 7 * week) for week in range(8)]
    >>> already([(week, 6.0 + place / 2) for place, week in enumerate(mondays)], 1.0)
    0.5
    >>> already([(week, 6.0) for week in mondays], 1.0)
    0.0
    """
    return _pace(before, WEEKS, minimum) or _pace(before, SHORT, minimum)


def _pace(before: Readings, weeks: int, minimum: float) -> float:
    last = before[-1][0] if before else date.min
    near = [(week, points) for week, points in before if (last - week).days <= 7 * weeks]
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


def usual(before: Readings) -> float:
    """Return the mean of the readings of the eight weeks up to and including the start, in points; there is one.

    >>> usual([(date(2026, 8, 17), 3.0), (date(2026, 8, 24), 6.0), (date(2026, 10, 12), 7.0)])
    6.5
    """
    last = before[-1][0]
    known = [points for week, points in before if (last - week).days < 7 * WEEKS]
    return round(sum(known) / len(known), 6)


def part_of_trend(net: float, going_on: float | None, forecast: float, pace: float, mates: float) -> float:
    """Return what of an effect is only the trend of before going on, in points: never against it, nor more than it.

    `going_on` is where the trend would have led (None: there was none) and `forecast` what was expected of the readings
    otherwise. What the team `mates` moved in the same direction is in the trend too, and counts once.

    >>> part_of_trend(2.1, 10.2, 9.2, 0.4, -0.3), part_of_trend(0.6, 10.2, 9.2, 0.4, 0.0)
    (1.0, 0.6)
    >>> part_of_trend(2.1, 10.2, 9.2, 0.4, 0.3), part_of_trend(2.1, 7.0, 9.2, -0.4, 0.0)
    (0.7, 0.0)
    """
    if going_on is None or pace * net <= 0:
        return 0.0
    way = 1 if pace > 0 else -1
    more = way * (going_on - forecast) - max(way * mates, 0.0)
    return round(way * min(max(more, 0.0), abs(net)), 6)
