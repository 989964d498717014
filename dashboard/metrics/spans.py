"""Which changes are told, and over which weeks: the four that are shown, or those the change itself took?

A change that began earlier, or whose week four weeks ago was not read, can be clear and not show over four weeks. It
is then told over its own weeks, and must be a little clearer.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats, Marks
from dashboard.metrics.jumps import Jumps
from dashboard.metrics.normal import outside
from dashboard.model.moves import SHOWN

UNSEEN = 0.4
"""Standard deviations more for a change that does not show over these (chosen by simulation, tests/calibration)."""
EARLIER = 3
"""Weeks before the first of its weeks in which a reading may stand for a missing one."""


@dataclass(frozen=True)
class Told:
    """By series: +1 or -1 where a change is beyond noise, else 0; its points and weeks, from the reading before it.

    `apart` marks where it is so clear that it is told even if it does not show over the four weeks.
    """

    way: Floats
    points: Floats
    weeks: Floats
    apart: Marks

    def only(self, here: Marks) -> "Told":
        """Return the same with nothing beyond noise elsewhere."""
        return Told(np.where(here, self.way, 0.0), self.points, self.weeks, self.apart & here)

    def reshaped(self, *shape: int) -> "Told":
        """Return the same by rep and measure."""
        points, weeks = self.points.reshape(shape), self.weeks.reshape(shape)
        return Told(self.way.reshape(shape), points, weeks, self.apart.reshape(shape))

    def beside(self, other: "Told") -> "Told":
        """Return the measures of both, one beside the other."""
        return Told(*map(np.column_stack, zip(self._parts(), other._parts(), strict=True)))

    def filled(self, other: "Told", here: Marks) -> "Told":
        """Return the same with what another one tells here."""
        return Told(*(np.where(here, one, own) for own, one in zip(self._parts(), other._parts(), strict=True)))

    def _parts(self) -> tuple[Floats, Floats, Floats, Marks]:
        return self.way, self.points, self.weeks, self.apart


def by_itself(moves: Told, points: Floats, least: Floats) -> tuple[Marks, Marks]:
    """Mark by rep and measure where the rep's own points moved by `least`, too: over four weeks, over those it took.

    `points` are by rep, measure and week, restated for shifts of the formula and not net of the team: what others lost
    lifts nobody.
    """
    series, way = points.reshape(-1, points.shape[2]), moves.way.ravel()
    spans = np.full(len(series), SHOWN), moves.weeks.ravel().astype(int)
    four, took = (way * change(series, weeks, EARLIER)[0] >= np.tile(least, len(points)) - 1e-9 for weeks in spans)
    return four.reshape(moves.way.shape), took.reshape(moves.way.shape)


def told(series: Floats, found: Jumps, strict: Floats, least: float) -> Told:
    """Return what is told of each series (rows; points by week, net of the team, the newest last).

    `strict` says by how many standard deviations a change must stand out; by `least` points it must also be seen.
    """
    way = np.sign(np.nan_to_num(found.size))
    shown, _ = change(series, np.full(len(series), SHOWN), 0)
    own, weeks = change(series, found.weeks, EARLIER)
    seen, known = way * np.nan_to_num(shown) >= least, way * np.nan_to_num(own) >= least
    apart = known & (way != 0) & (found.chance < outside(strict + UNSEEN))
    clear = apart | (seen & (way != 0) & (found.chance < outside(strict)))
    return Told(np.where(clear, way, 0.0), own, weeks, apart)


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
