"""How likely is a series of sticky noise that is read in whole points? Exactly, by the Kalman filter (Kalman 1960).

The error of rounding is shared by the step to a reading and the one from it. Taken as an error of its own in each,
which does for finer scores, it passes for noise that does not stick. What is new in each reading depends, but for the
points, on the missing weeks alone, so that series that miss the same share the work.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.metrics.grid import Floats, Marks, Whole

Singles = npt.NDArray[np.float32]

AT_ONCE = 128
"""Series worked on at once: what is needed again is still near the processor."""


class Grid(NamedTuple):
    """Every stickiness with every size of an innovation (points), and Student's t: all that is weighed."""

    stick: Floats
    size: Floats
    freedom: float


class _Filter(NamedTuple):
    """By week, pattern of missing weeks and place of the grid: how a reading is told from the one forecast.

    `gain` is the part of what is new that stays, `scale` one over its standard deviation (0: no reading), and `lever`
    how much of the mean is in it. Without weeks: `power` is the sum of the squares of the levers, and `logs` what the
    deviations and the unknown mean add to the likelihood.
    """

    gain: Singles
    scale: Singles
    lever: Singles
    power: Singles
    logs: Singles


def likelihood(series: Floats, rounding: float, grid: Grid) -> Floats:
    """Return the log likelihood of every place of the grid, by series (rows; points by week, NaN missing).

    `rounding` is its variance. The unknown mean is integrated out (de Jong 1991), and what is far out counts as in
    Student's t.
    """
    seen = ~np.isnan(series)
    patterns, which = np.unique(seen, axis=0, return_inverse=True)
    middle = np.where(seen, series, 0.0).sum(axis=1, keepdims=True) / np.maximum(seen.sum(axis=1, keepdims=True), 1)
    points, which = np.where(seen, series - middle, 0.0).astype(np.float32), which.ravel()
    known, told = _filter(patterns, rounding, grid), np.empty((len(series), len(grid.stick)))
    for start in range(0, len(series), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        told[part] = _fit(*_off(points[part], which[part], known, grid.stick), which[part], known, grid.freedom)
    return told


def _filter(seen: Marks, rounding: float, grid: Grid) -> _Filter:
    shape = seen.shape[1], len(seen), len(grid.stick)
    gain, scale, lever = (np.zeros(shape, dtype=np.float32) for _ in range(3))
    sure, doubt = np.zeros(shape[1:]), np.tile(grid.size**2 / (1 - grid.stick**2), (len(seen), 1))
    for week, there in enumerate(seen.T[:, :, None]):
        spread, new = doubt + rounding, 1 - sure
        gain[week] = kept = np.where(there, doubt / spread, 0.0)
        scale[week] = np.where(there, spread**-0.5, 0.0)
        lever[week] = new * scale[week]
        sure = grid.stick * (sure + kept * new)
        doubt = grid.stick**2 * doubt * (1 - kept) + grid.size**2
    power = np.maximum((lever**2).sum(axis=0), np.float32(1e-9))
    logs = np.log(np.where(scale > 0, scale, 1)).sum(axis=0) - 0.5 * np.log(power)
    return _Filter(gain, scale, lever, power, logs.astype(np.float32))


def _off(points: Singles, which: Whole, known: _Filter, stick: Floats) -> tuple[Singles, Singles]:
    """Return, in standard deviations, what is new in every reading by week, series and grid, and the likeliest mean."""
    carried, level = stick.astype(np.float32), np.zeros((len(points), len(stick)), dtype=np.float32)
    off, mean = np.empty((points.shape[1], *level.shape), dtype=np.float32), np.zeros_like(level)
    for week, now in enumerate(points.T[:, :, None]):
        new = now - level
        level = carried * (level + known.gain[week][which] * new)
        np.multiply(new, known.scale[week][which], out=off[week])
        mean += known.lever[week][which] * off[week]
    return off, mean / known.power[which]


def _fit(off: Singles, mean: Singles, which: Whole, known: _Filter, freedom: float) -> Singles:
    """Return the log likelihood of what is new; the logarithms are those of products of four, far from overflow."""
    fit, product = np.zeros_like(mean), np.ones_like(mean)
    width = np.float32((freedom - 2) ** -0.5)
    for week, new in enumerate(off):
        rest = (new - known.lever[week][which] * mean) * width
        product *= rest * rest + np.float32(1)
        if week % 4 == 3 or week == len(off) - 1:
            fit += np.log(product)
            product[:] = 1
    return known.logs[which] - np.float32(0.5 * (freedom + 1)) * fit
