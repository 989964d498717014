"""How does a rep's number wobble when nothing happens? Sticky noise: today's deviation carries over to next week.

Model: deviation(week) = stick * deviation(week before) + innovation, plus rounding. Stickiness and size are weighed on
a grid, each rep by the own history, and by everybody's where that is short (empirical Bayes: Efron 2010, ch. 1).
Robust against real changes in the history: an innovation far out counts as in Student's t, five degrees of freedom.
The likelihood has the unknown mean integrated out (REML), else stickiness is underestimated (Kendall 1954).
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics import coarse
from dashboard.metrics.grid import Floats, Whole

STICKS = np.array([0.0, 0.3, 0.5, 0.65, 0.78, 0.87, 0.93, 0.97])
"""Share of a deviation that is still there a week later."""
SIZES = np.exp(np.array([*np.arange(-2.4, 0.01, 0.3), 0.6, 1.2, 1.8]))
"""Standard deviations of an innovation, in points: 0.09 to 1 closely, and up to 6 for what swings widely."""
USUAL_SIZE, SPREAD = 0.3, 0.5
"""Before anything is seen: innovations of about 0.3 points, a factor of 1.6 either way (from one steady user, I)."""
BELIEF = 4.0
"""So many series does that count for beside those of the team."""
FREEDOM = 5.0
COARSE = 0.01
"""Variance of rounding, in points squared, from which it is told apart from innovations: whole points have 0.08."""
ROUNDS, ROUNDS_OF_MEAN = 8, 2
AT_ONCE = 512
"""Series worked on at once: memory stays small and the sum of the work linear."""


@dataclass(frozen=True)
class Noise:
    """For each series the weight of every stickiness (rows) and size (columns) of the grid; each adds up to 1."""

    weights: Floats

    @property
    def stick(self) -> Floats:
        """The expected stickiness of each series, 0-1."""
        return self.weights.sum(axis=2) @ STICKS

    @property
    def size(self) -> Floats:
        """The root mean square size of an innovation of each series, in points."""
        return np.sqrt(self.sizes @ SIZES**2)

    @property
    def spread(self) -> Floats:
        """The expected variance of each series around its level, in points squared; large where much may stick."""
        return (
            self.weights.reshape(len(self.weights), len(STICKS) * len(SIZES))
            @ (SIZES**2 / (1 - STICKS[:, None] ** 2)).ravel()
        )

    @property
    def sizes(self) -> Floats:
        """The weight of every size, by series."""
        return self.weights.sum(axis=1)

    def lent(self, groups: Whole, part: float) -> "Noise":
        """Return the same with this part (0-1) of each series' weights taken from the mean of its group."""
        order = np.argsort(groups, kind="stable")
        starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
        if not len(starts):
            return self
        count = np.diff(np.append(starts, len(order)))
        mean = np.add.reduceat(self.weights[order], starts) / count[:, None, None]
        weights = np.empty_like(self.weights)
        weights[order] = (1 - part) * self.weights[order] + part * np.repeat(mean, count, axis=0)
        return Noise(weights)

    def wobble(self, weeks: int) -> Floats:
        """Return the standard deviation that noise alone gives to a change over so many weeks, in points."""
        return self.size * np.sqrt(2 * (1 - self.stick**weeks) / (1 - self.stick**2))


def noise(series: Floats, rounding: float, groups: Whole | None = None) -> Noise:
    """Return how each series (rows; points by week, NaN missing) wobbles; `rounding` is the variance of rounding.

    A short series borrows from those of its group (all of them are one unless given).
    """
    parts = np.array_split(series, max(1, -(-len(series) // AT_ONCE)))
    likelihood = np.concatenate([_likelihood(part, rounding) for part in parts])
    return Noise(_weighed(likelihood, np.zeros(len(series), dtype=int) if groups is None else groups))


def _before() -> Floats:
    shape = np.exp(-0.5 * (np.log(SIZES / USUAL_SIZE) / SPREAD) ** 2)
    weights = np.tile(shape, (len(STICKS), 1))
    return (weights / weights.sum()).ravel()


def _weighed(likelihood: Floats, groups: Whole) -> Floats:
    """Return the weights of the grid by series: likelihood times what all series of the group say together."""
    flat = likelihood.reshape(len(likelihood), len(STICKS) * len(SIZES))
    if not len(flat):
        return likelihood
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    count = np.diff(np.append(starts, len(order)))
    like = np.exp(flat - flat.max(axis=1, keepdims=True))[order]
    together = np.tile(_before(), (len(starts), 1))
    for _ in range(ROUNDS):
        weights = _normed(like, together, count)
        together = (np.add.reduceat(weights, starts) + BELIEF * _before()) / (count + BELIEF)[:, None]
    found = np.empty_like(like)
    found[order] = _normed(like, together, count)
    return found.reshape(likelihood.shape)


def _normed(like: Floats, together: Floats, count: Whole) -> Floats:
    weights = like * np.repeat(together, count, axis=0)
    return weights / weights.sum(axis=1, keepdims=True)


@dataclass(frozen=True)
class _Steps:
    """From one known week of a series to the next: the value before and now, and the weeks between (0: the first).

    A week nobody has is a step from itself over no time, and counts nothing.
    """

    now: Floats
    before: Floats
    gap: Whole
    known: Floats


def _steps(series: Floats) -> _Steps:
    seen = ~np.isnan(series)
    places = np.where(seen, np.arange(series.shape[1]), -1)
    last = np.maximum.accumulate(places, axis=1)
    earlier = np.concatenate([np.full((len(series), 1), -1), last[:, :-1]], axis=1)
    values = np.where(seen, series, 0.0)
    gap = np.where(seen & (earlier >= 0), np.arange(series.shape[1]) - earlier, 0)
    before = np.take_along_axis(values, np.maximum(earlier, 0), axis=1)
    return _Steps(values, before, gap, seen.astype(float))


def _likelihood(series: Floats, rounding: float) -> Floats:
    """Return the log likelihood of every stickiness and size, by series."""
    if rounding > COARSE:
        stick, size = (each.ravel() for each in np.meshgrid(STICKS, SIZES, indexing="ij"))
        told = coarse.likelihood(series, rounding, coarse.Grid(stick, size, FREEDOM))
        return told.reshape(len(series), len(STICKS), len(SIZES))
    steps = _steps(series)
    gaps = np.arange(steps.gap.max(initial=0) + 1)
    times = np.stack([((steps.gap == gap) * steps.known).sum(axis=1) for gap in gaps], axis=1)
    return np.stack([_of_stick(steps, times, stick, rounding) for stick in STICKS], axis=1)


def _of_stick(steps: _Steps, times: Floats, stick: float, rounding: float) -> Floats:
    """Return the log likelihood of every size under one stickiness, by series; `times` says how often each gap is."""
    gaps = np.arange(times.shape[1])
    carried_over = np.where(gaps > 0, stick**gaps, 0.0)
    spread_over = (1 - carried_over**2) / (1 - stick**2)
    carried, spread = carried_over.take(steps.gap), spread_over.take(steps.gap)
    lever = steps.known * (1 - carried)
    rest = steps.known * (steps.now - carried * steps.before)
    off = (rest - lever * _mean(lever, rest, spread, steps.known)[:, None]) ** 2
    information = (lever * lever / spread).sum(axis=1)
    logs = 0.5 * np.log(SIZES[:, None] ** 2 * spread_over + rounding * (1 + carried_over**2))
    return _fit(steps, off, carried, spread, rounding) - times @ logs.T - _mean_unknown(information)


def _fit(steps: _Steps, off: Floats, carried: Floats, spread: Floats, rounding: float) -> Floats:
    """Return how well the innovations fit each size: large ones count as in Student's t."""
    fit = np.empty((len(off), len(SIZES)))
    far = (steps.known * off / (FREEDOM - 2) / spread).astype(np.float32)
    near = (rounding * (1 + carried**2) / spread).astype(np.float32)
    for place, size in enumerate(SIZES.astype(np.float32)):
        fit[:, place] = _log_product(far / (size**2 + near) + np.float32(1))
    return -0.5 * (FREEDOM + 1) * fit


def _log_product(values: Floats) -> Floats:
    """Return the sum of the logarithms of each row: logarithms of products of four, which are far from overflow."""
    part = values.shape[1] // 4
    first, second, third, fourth = (values[:, place * part : (place + 1) * part] for place in range(4))
    return np.log(first * second * third * fourth).sum(axis=1) + np.log(values[:, 4 * part :]).sum(axis=1)


def _mean_unknown(information: Floats) -> Floats:
    return 0.5 * np.log(np.maximum(information, 1e-9))[:, None] - np.log(SIZES)


def _mean(lever: Floats, rest: Floats, spread: Floats, known: Floats) -> Floats:
    """Return the mean of each series, innovations far out counting little (rounds of reweighting)."""
    pull, hold = lever * rest / spread, lever * lever / spread
    mean = pull.sum(axis=1) / np.maximum(hold.sum(axis=1), 1e-9)
    usual = _typical(np.abs(rest - lever * mean[:, None]) / np.sqrt(spread), known) ** 2
    for _ in range(ROUNDS_OF_MEAN):
        off = (rest - lever * mean[:, None]) ** 2 / spread
        weight = (FREEDOM + 1) / (FREEDOM + off / usual[:, None])
        mean = (weight * pull).sum(axis=1) / np.maximum((weight * hold).sum(axis=1), 1e-9)
    return mean


def _typical(off: Floats, known: Floats) -> Floats:
    """Return the median of what is known in each row as a standard deviation, never quite 0."""
    ordered = np.sort(np.where(known > 0, off, np.inf), axis=1)
    count = known.sum(axis=1).astype(int)
    middle = ordered[np.arange(len(off)), np.maximum(count - 1, 0) // 2]
    return 1.4826 * np.where(count > 0, middle, 1.0) + 1e-3
