"""How fast does each rep's total move, and how sure is that?

The straight line of the last eight weeks by generalised least squares against the rep's own sticky noise (Aitken 1935):
ordinary least squares takes a wobble that lasts for weeks for a trend. What is not certain about the noise is averaged
over, so that the interval is as wide as it should be.
"""

from datetime import date

import numpy as np

from dashboard.metrics.grid import Floats, Marks, last_weeks
from dashboard.metrics.history import History
from dashboard.metrics.holding import stands_still, ways_back
from dashboard.metrics.jumps import UNKNOWN, covariance
from dashboard.metrics.noise import SIZES, STICKS
from dashboard.metrics.normal import NINETY
from dashboard.metrics.scores import TOTAL
from dashboard.metrics.signals import Signals, signals
from dashboard.model.pace import Slope
from dashboard.model.settings import Settings

SPAN, FEWEST = 8, 6
"""Weeks a line is drawn through (two habits of four weeks), and the readings it needs at least."""
LATER = 5
"""The newest readings, four weeks apart, that must go on rising for a pace to be one."""


def slopes(history: History, week: date, settings: Settings) -> dict[str, Slope]:
    """Return the slope of each rep's total up to a week (its Monday), for those with readings enough.

    Formula shifts of LinkedIn are in it: this is the line one sees. Whether it goes on is told without them.
    """
    heard = signals(history, week, settings)
    points = np.stack([history.scores.at(day)[:, TOTAL] for day in last_weeks(week, SPAN)], axis=1)
    known = (~np.isnan(points)).sum(axis=1)
    middle, spread = lines(points, heard.noise[1].weights, _rounding(heard))
    ends = _ends(heard, settings.min_change_total)
    made = zip(history.reps["rep_id"], middle, spread, known, *ends, strict=True)
    return {
        rep_id: Slope(float(at), float(at - NINETY * off), float(at + NINETY * off), SPAN, int(count), *map(bool, end))
        for rep_id, at, off, count, *end in made
        if count >= FEWEST
    }


def _ends(heard: Signals, least: float) -> tuple[Marks, Marks]:
    """Mark whose rise came back after a dip, and whose stands still, net of what the formula did."""
    points = heard.plain.points[:, TOTAL]
    whole, later = (lines(points[:, -weeks:], heard.noise[1].weights, _rounding(heard))[0] for weeks in (SPAN, LATER))
    rises = whole > 0
    return rises & ways_back(points, SPAN, least), rises & stands_still(whole, later)


def _rounding(heard: Signals) -> float:
    return max(heard.rounding[1], 1e-6)


def lines(points: Floats, weights: Floats, rounding: float) -> tuple[Floats, Floats]:
    """Return the slope of each row (points by week, NaN missing) in points a week, and its standard error.

    `weights` are those of the noise (metrics.noise) by row, stickiness and size, `rounding` the variance of rounding.

    >>> sure = np.zeros((1, len(STICKS), len(SIZES)))
    >>> sure[0, 0, 0] = 1.0
    >>> middle, spread = lines(np.array([[50.0, 51.0, np.nan, 53.0]]), sure, 1e-6)
    >>> float(middle[0].round(3)), float(spread[0].round(3))
    (1.0, 0.042)
    """
    shares = weights.sum(axis=2)
    squares = weights @ SIZES**2 / np.maximum(shares, 1e-12)
    each = [_line(points, stick, squares[:, at], rounding) for at, stick in enumerate(STICKS)]
    slope, variance = (np.stack(part, axis=1) for part in zip(*each, strict=True))
    middle = (shares * slope).sum(axis=1)
    return middle, np.sqrt((shares * (variance + (slope - middle[:, None]) ** 2)).sum(axis=1))


def _line(points: Floats, stick: float, square: Floats, rounding: float) -> tuple[Floats, Floats]:
    """Return slope and its variance under one stickiness; `square` is the variance of an innovation by row."""
    weeks = np.arange(points.shape[1])
    missing = np.isnan(points)
    spread = covariance(np.full(len(points), stick), np.sqrt(square), len(weeks))
    spread[:, weeks, weeks] += np.where(missing, UNKNOWN, rounding)
    design = np.stack([np.ones(len(weeks)), weeks - weeks.mean()], axis=1)
    known = np.where(missing[:, :, None], 0.0, design)
    solved = np.linalg.solve(spread, known)
    power = np.einsum("nwi,nwj->nij", known, solved) + np.eye(2) / UNKNOWN
    inverse = np.linalg.inv(power)
    right = np.einsum("nwi,nw->ni", solved, np.where(missing, 0.0, points))
    return np.einsum("nij,nj->ni", inverse, right)[:, 1], inverse[:, 1, 1]
