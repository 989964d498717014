"""Every rep's weekly numbers up to a week as one block, in which the team's own moves can be seen and taken out."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.metrics.changes import LATELY
from dashboard.metrics.grid import Floats, Marks, Whole, last_weeks
from dashboard.metrics.groups import group_medians
from dashboard.metrics.history import History
from dashboard.metrics.scores import MEASURES, PILLAR_PART, TOTAL

BY_CHANCE = 4.0
"""Times the variance of its median a group's level squared must exceed: two standard errors."""
WEEKS = 40
"""Weeks that are looked back: more than half a year, within which a rep's usual wobble shows (ours)."""


@dataclass(frozen=True)
class Panel:
    """Points by rep, measure (metrics.scores.MEASURES) and week, NaN where missing, the newest week last.

    `counted` marks by rep and week whose numbers make medians; `groups` says who is compared with whom.
    """

    week: date
    points: Floats
    counted: Marks
    groups: Whole

    @property
    def weeks(self) -> list[date]:
        """The Mondays, oldest first."""
        return last_weeks(self.week, self.points.shape[2])

    def upto(self, place: int) -> "Panel":
        """Return the block up to and including the week at a place (negative: counted from the newest)."""
        end = self.points.shape[2] + place + 1 if place < 0 else place + 1
        return replace(self, week=self.weeks[end - 1], points=self.points[:, :, :end], counted=self.counted[:, :end])


def panel(history: History, week: date, away: Marks, min_peers: int) -> Panel:
    """Return the newest WEEKS weeks up to and including one; `away` marks by week and rep who is in no median."""
    weeks = last_weeks(week, WEEKS)
    known = history.scores.weeks_until(week)
    first = next((place for place, day in enumerate(weeks) if len(known) and np.datetime64(day, "D") >= known[0]), 0)
    points = np.stack([history.scores.at(day) for day in weeks[first:]], axis=2)
    there = ~away[first:].T
    return Panel(week, points, there, comparable(history.teams, points, there[:, -1], min_peers))


def comparable(teams: Whole, points: Floats, there: Marks, min_peers: int) -> Whole:
    """Return a number per rep: the team where so many who are there had a total in the last five weeks, else 0."""
    lately = there & (~np.isnan(points[:, TOTAL, -LATELY:])).any(axis=1)
    large = np.bincount(teams, weights=lately, minlength=int(teams.max(initial=0)) + 1)[teams] >= min_peers
    return np.where(large, teams + 1, 0)


def net(block: Panel) -> Panel:
    """Return the block with the level of each rep's group taken off every week, in points.

    A level counts as far as it stands out of what chance alone gives to a median of so few (James and Stein 1961): the
    wobble of a small team is no move of the team, and would only be added to each rep's own.
    """
    off = _off(block)
    level, known = _medians(off, block.groups)
    return replace(block, points=block.points - level * _certain(off - level, level, known, block.groups))


def levels(block: Panel) -> Floats:
    """Return, by rep, measure and week, how far the rep's group stands from usual, in points; 0 where nobody is known.

    It is the median of how far the reps stand from their own means, so that who is missing does not move it.
    """
    return _medians(_off(block), block.groups)[0]


def _off(block: Panel) -> Floats:
    """Return how far the reps that are counted stand from their own means."""
    off = block.points - _means(block.points)[:, :, None]
    return np.where(block.counted[:, None, :], off, np.nan)


def _medians(off: Floats, groups: Whole) -> tuple[Floats, Floats]:
    medians, known = group_medians(off.reshape(len(off), off.shape[1] * off.shape[2]), groups)
    return np.where(known >= 2, medians, 0.0).reshape(off.shape), known.reshape(off.shape)


def _certain(rest: Floats, level: Floats, known: Floats, groups: Whole) -> Floats:
    """Return the share (0-1) of each level that stands out of chance, by what is left of the reps beside it."""
    _, codes = np.unique(groups, return_inverse=True)
    there = ~np.isnan(rest)
    size = np.abs(np.where(there, rest, 0.0)).sum(axis=2)
    sums = [np.stack([np.bincount(codes, each) for each in part.T], axis=1) for part in (size, there.sum(axis=2))]
    spread = 1.2533 * sums[0] / np.maximum(sums[1], 1)  # of a normal number, by its mean distance
    chance = np.pi / 2 * spread[codes][:, :, None] ** 2 / np.maximum(known, 1)
    return np.maximum(0.0, 1 - BY_CHANCE * chance / np.maximum(level**2, 1e-12))


def _means(points: Floats) -> Floats:
    known = ~np.isnan(points)
    count = known.sum(axis=2)
    return np.where(count > 0, np.where(known, points, 0.0).sum(axis=2) / np.maximum(count, 1), 0.0)


def add_up(points: Floats, restated: Floats) -> Floats:
    """Return restated points whose total moved as its pillars did, where all four are known."""
    shift = (restated - points)[:, PILLAR_PART].sum(axis=1)
    total = np.where(np.isnan(shift), restated[:, TOTAL], points[:, TOTAL] + shift)
    return np.concatenate([restated[:, PILLAR_PART], total[:, None]], axis=1)


def roundings(points: Floats) -> tuple[float, float]:
    """Return the variance that rounding gives to a pillar and to a total, in points squared.

    >>> [round(each, 3) for each in roundings(np.full((1, 5, 1), 12.5))]
    [0.001, 0.003]
    """
    return variances(unit(points[:, PILLAR_PART]), unit(points[:, TOTAL]))


def variances(pillar: float, total: float) -> tuple[float, float]:
    """Return the variance that rounding to these units gives to a pillar and to a total, in points squared."""
    alone = pillar**2 / 12
    return alone, max(total**2 / 12, len(MEASURES[PILLAR_PART]) * alone)


def unit(points: Floats) -> float:
    """Return to what the points are rounded: 1, 0.1 or 0.01."""
    known = points[~np.isnan(points)]
    units = (unit for unit in (1.0, 0.1) if np.allclose(known / unit, np.round(known / unit), atol=1e-6))
    return next(units, 0.01)
