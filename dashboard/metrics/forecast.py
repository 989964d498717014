"""Where would a number be some weeks on, if nothing were done?

The best linear forecast of sticky noise around the series' own, unknown level (Goldberger 1962): a number that is low
for itself is expected to come part of the way back. What is not certain about the stickiness is averaged over.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats
from dashboard.metrics.jumps import UNKNOWN, covariance
from dashboard.metrics.noise import SIZES, STICKS, Noise

SEEN = 26
"""Weeks of readings a forecast is made from."""


@dataclass(frozen=True)
class Forecast:
    """By series: the expected points and the variance of what comes around them."""

    mean: Floats
    variance: Floats


def forecast(series: Floats, found: Noise, rounding: float, ahead: int) -> Forecast:
    """Return where each series (rows; points by week, NaN missing) is expected so many weeks after its newest week.

    `rounding` is the variance of rounding. Without any reading the variance is beyond bounds.
    """
    newest = series[:, -SEEN:]
    share = found.weights.sum(axis=2)
    sizes = np.sqrt((found.weights * SIZES**2).sum(axis=2) / np.maximum(share, 1e-12))
    each = [of_stick(newest, stick, size, rounding, ahead) for stick, size in zip(STICKS, sizes.T, strict=True)]
    means = np.column_stack([one.mean for one in each])
    mean = (share * means).sum(axis=1)
    inside = np.column_stack([one.variance for one in each])
    return Forecast(mean, (share * (inside + (means - mean[:, None]) ** 2)).sum(axis=1))


def of_stick(series: Floats, stick: float, size: Floats, rounding: float, ahead: int) -> Forecast:
    """Return the forecast under one known stickiness, `size` being each series' innovations in points.

    Two points above the mean of the others, and half of that is left after a week at a stickiness of one half:

    >>> told = of_stick(np.array([[10.0] * 30 + [12.0]]), 0.5, np.array([0.3]), 0.0, 1)
    >>> told.mean.round(1).tolist(), np.sqrt(told.variance).round(1).tolist()
    ([11.1], [0.3])
    """
    missing, weeks = np.isnan(series), series.shape[1]
    spread = covariance(np.full(len(series), stick), size, weeks)
    diagonal = np.arange(weeks)
    spread[:, diagonal, diagonal] += np.where(missing, UNKNOWN, rounding)
    one = np.where(missing, 0.0, 1.0)
    likeness = one * (size**2 / (1 - stick**2))[:, None] * stick ** (weeks - 1 - diagonal + ahead)
    solved = np.linalg.solve(spread, np.stack([one, np.where(missing, 0.0, series), likeness], axis=2))
    told = np.maximum((one * solved[:, :, 0]).sum(axis=1), 1 / UNKNOWN)
    level = (one * solved[:, :, 1]).sum(axis=1) / told
    mean = level + (likeness * (solved[:, :, 1] - level[:, None] * solved[:, :, 0])).sum(axis=1)
    uncertain = (1 - (one * solved[:, :, 2]).sum(axis=1)) ** 2 / told
    return Forecast(mean, size**2 / (1 - stick**2) + rounding - (likeness * solved[:, :, 2]).sum(axis=1) + uncertain)
