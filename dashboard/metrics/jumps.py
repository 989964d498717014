"""Did a number really change in the last weeks, or is it the usual wobble?

A change is looked for that took one to four weeks and ended in one of the last four. For each of these shapes its
size is estimated by generalised least squares against sticky noise (Aitken 1935), and the best of them is held against
what noise alone gives. What is not certain about the noise itself is averaged over (metrics.noise).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats
from dashboard.metrics.noise import AT_ONCE, SIZES, Noise
from dashboard.metrics.normal import outside

SPAN = 16
"""Weeks a change is held against (ours: four months)."""
TOOK = (1, 2, 3, 4)
AGO = (0, 1, 2, 3)
UNKNOWN = 1e8
"""The variance of a missing week: it says nothing."""


@dataclass(frozen=True)
class Jumps:
    """By series: the estimated points of the best shape (NaN: none fits), and how likely noise alone gives it.

    `weeks` says how many weeks ago it began.
    """

    size: Floats
    chance: Floats
    weeks: Floats


def shapes(took: Sequence[int] = TOOK) -> Floats:
    """Return the shapes looked for: rows of the share of the change that has happened by each week.

    >>> shapes()[5][-4:].tolist()
    [0.0, 0.5, 1.0, 1.0]
    """
    weeks = np.arange(SPAN)
    ends = [(SPAN - 1 - ago, long) for long in took for ago in AGO]
    return np.array([np.clip((weeks - end + long) / long, 0, 1) for end, long in ends])


def jumps(series: Floats, found: Noise, rounding: float, least: float, took: Sequence[int] = TOOK) -> Jumps:
    """Return what happened to each series (rows; points by week, the newest last, NaN missing).

    Shapes smaller than `least` points are not looked at; they `took` so many weeks.
    """
    looked = newest(series)
    parts = max(1, -(-len(looked) // AT_ONCE))
    cut = [np.array_split(each, parts) for each in (looked, found.stick, found.size, found.sizes)]
    made = [_part(*each, rounding, least, took) for each in zip(*cut, strict=True)]
    return Jumps(*(np.concatenate(each) for each in zip(*made, strict=True)))


def newest(series: Floats) -> Floats:
    """Return the weeks a change is held against, the newest last; those before the first are missing."""
    short = max(0, SPAN - series.shape[1])
    return np.concatenate([np.full((len(series), short), np.nan), series[:, -SPAN:]], axis=1)


def _part(
    series: Floats, stick: Floats, size: Floats, sizes: Floats, rounding: float, least: float, took: Sequence[int]
) -> tuple[Floats, Floats, Floats]:
    estimate, z = estimates(series, stick, size, rounding, took)
    strength = np.where(np.isnan(z) | (np.abs(estimate) < least), 0.0, np.abs(z))
    best = strength.argmax(axis=1)
    rows = np.arange(len(series))
    scale = np.sqrt((size[:, None] ** 2 + 2 * rounding) / (SIZES**2 + 2 * rounding))
    chance = (sizes * outside(strength[rows, best][:, None] * scale)).sum(axis=1)
    none = (strength[rows, best] == 0) | np.isnan(series[:, -1])
    began = np.add.outer(took, AGO).ravel()[best]
    return np.where(none, np.nan, estimate[rows, best]), np.where(none, 1.0, chance), began


def covariance(stick: Floats, size: Floats, weeks: int) -> Floats:
    """Return, by series, how the deviations of any two weeks go together, in points squared.

    >>> covariance(np.array([0.5]), np.array([0.3]), 2).round(3).tolist()
    [[[0.12, 0.06], [0.06, 0.12]]]
    """
    apart = np.abs(np.subtract.outer(np.arange(weeks), np.arange(weeks)))
    return (size**2 / (1 - stick**2))[:, None, None] * stick[:, None, None] ** apart


def estimates(
    series: Floats, stick: Floats, size: Floats, rounding: float, took: Sequence[int] = TOOK
) -> tuple[Floats, Floats]:
    """Return, by series and shape, the estimated change in points and its z value; NaN where it cannot be told."""
    missing = np.isnan(series)
    spread = covariance(stick, size, series.shape[1])
    diagonal = np.arange(series.shape[1])
    spread[:, diagonal, diagonal] += np.where(missing, UNKNOWN, rounding)
    looked = np.broadcast_to(shapes(took).T, (len(series), series.shape[1], len(took) * len(AGO)))
    values = np.where(missing, 0.0, series)[:, :, None]
    design = np.concatenate([np.where(missing, 0.0, 1.0)[:, :, None], values, looked], axis=2)
    design[missing] = 0.0
    solved = np.linalg.solve(spread, design)
    level, shape = solved[:, :, 0], solved[:, :, 2:]
    mean = np.einsum("nw,nwj->nj", level, design)
    known = np.maximum(mean[:, :1], 1 / UNKNOWN)
    fit = np.einsum("nwk,nw->nk", shape, design[:, :, 1]) - mean[:, 2:] * mean[:, 1:2] / known
    power = np.einsum("nwk,nwk->nk", shape, design[:, :, 2:]) - mean[:, 2:] ** 2 / known
    power = np.where(power > 1e-3, power, np.nan)
    return fit / power, fit / np.sqrt(power)
