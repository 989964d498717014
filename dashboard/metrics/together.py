"""By how much did the reps of a group move together in each week, and how clearly?

Everybody's moves are held against the usual spread of such moves, and what the group had in common against what it
usually has: a team that wobbles or climbs together does so every week.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.metrics.grid import Floats, Marks, Whole
from dashboard.metrics.groups import group_medians, middles

FEWEST = 5
"""Reps that must have moved to speak of a team (a small group's median is nearly anybody's)."""
LEAST_SPREAD = 0.15
"""Points: moves are never taken to be steadier than this, or rounding alone would look like a team moving."""
SMALL = 1.3
"""Reps that a median of its own costs: the usual distance from it in n reps is that much of n too small (simulated)."""
WHOLE, STILL = 1.0, 0.5
"""From this unit on standing still says little, and counts as so much along; by finer scores it is not at all along."""
CAPPED = 3.0
"""Points beyond which a move says no more of the usual spread of scores in whole points."""
FAR = 3.5
"""Usual spreads from the median beyond which a move is no part of the team's: who steps up alone steps up alone."""
FLATTER = 0.9
"""A shift takes from each in proportion to the level, unless equal points for all leave this share of the squares."""
SPLIT = 0.85
"""Share of the moves' sum that at most may be left when the median is taken off, else some moved and others did not."""
SHARED = 1.25
"""So many times more than by chance may a team's moves spread over the weeks before it is one that wobbles together."""
FEWEST_MOVES = 8
"""Weeks with a common move from which on what a team usually does together is known."""


@dataclass(frozen=True)
class Common:
    """The common moves by group, measure and week: `move` in points, `factor` of the level, `z` of the clearer one.

    `mean` is that of the moves that are not far from the median, whose own is `z_median`; `share` of the reps went
    along, `count` have a move, and `proportional` fits them better than equal points for all. `split` marks where the
    median lies between those who moved and those who did not.
    """

    move: Floats
    mean: Floats
    factor: Floats
    z: Floats
    z_median: Floats
    share: Floats
    count: Floats
    proportional: Marks
    split: Marks


def usual_spread(moves: Floats, unit: float, codes: Whole) -> Floats:
    """Return, by group and measure, the usual spread of a rep's weekly moves beside the others', in points.

    It is the median's, made larger in small groups, whose median is one of their own moves, and for scores in whole
    points, whose median often is 0, that of the moves up to CAPPED points. Scores are rounded to `unit` (points).
    """
    count, measures, weeks = moves.shape
    off = np.abs(moves - np.nan_to_num(medians(moves, codes))[codes])
    if unit < WHOLE:
        every = off.transpose(0, 2, 1).reshape(count * weeks, measures)
        median, _ = group_medians(every, np.repeat(codes, weeks))
        usual = 1.4826 * _firsts(median.reshape(count, weeks, measures)[:, 0], codes)
        known = sums((~np.isnan(off)).astype(float), codes)
        reps = known.sum(axis=2) / np.maximum((known > 0).sum(axis=2), 1)
        return np.maximum(np.nan_to_num(usual) * reps / np.maximum(reps - SMALL, 1), LEAST_SPREAD)
    squares = sums(np.minimum(np.nan_to_num(off), CAPPED) ** 2, codes).sum(axis=2)
    known = sums((~np.isnan(off)).astype(float), codes).sum(axis=2)
    return np.maximum(np.sqrt(squares / np.maximum(known, 1)), LEAST_SPREAD)


def sums(values: Floats, codes: Whole) -> Floats:
    """Return the sums over the reps of each group."""
    order = np.argsort(codes, kind="stable")
    return np.add.reduceat(values[order], np.flatnonzero(np.diff(codes[order], prepend=-1)), axis=0)


def medians(values: Floats, codes: Whole) -> Floats:
    """Return the medians over the reps of each group, NaN where nobody is known."""
    median, _ = group_medians(values.reshape(len(values), -1), codes)
    return _firsts(median, codes).reshape(-1, *values.shape[1:])


def _firsts(values: Floats, codes: Whole) -> Floats:
    """Return one row of each group."""
    return values[np.unique(codes, return_index=True)[1]]


def far(moves: Floats, spread: Floats, codes: Whole) -> Marks:
    """Mark the moves that lie FAR usual spreads from the median of their group."""
    return np.abs(np.nan_to_num(moves - medians(moves, codes)[codes])) > FAR * spread[codes]


def in_common(moves: Floats, before: Floats, spread: Floats, codes: Whole, alone: Marks, unit: float = 0.01) -> Common:
    """Return what the moves by rep, measure and week, from points `before`, have in common in each group.

    `spread` is usual_spread by group, measure and week (or one for all weeks); `alone` marks the moves that are no
    part of the team's; scores are rounded to `unit` (points).
    """
    size, known = spread, ~np.isnan(moves)
    near, count = known & ~alone, sums(known.astype(float), codes)
    middle = np.nan_to_num(medians(moves, codes))
    kept, moved, held = sums(near.astype(float), codes), np.where(near, moves, 0.0), np.where(near, before, 0.0)
    mean, power = sums(moved, codes) / np.maximum(kept, 1), np.maximum(sums(held**2, codes), 1e-9)
    factor = sums(held * moved, codes) / power
    flat = sums((moved - np.where(near, mean[codes], 0.0)) ** 2, codes)
    proportional = flat >= FLATTER * sums((moved - factor[codes] * held) ** 2, codes)
    both = _beside_usual(mean * np.sqrt(kept) / size, count), _beside_usual(factor * np.sqrt(power) / size, count)
    z = np.where(count >= FEWEST, np.where(np.abs(both[1]) > np.abs(both[0]), both[1], both[0]), 0.0)
    ways, still = np.sign(moved) * np.sign(factor[codes]), STILL if unit >= WHOLE else 0.0
    along = sums(np.where(near, np.where(ways == 0, still, ways > 0), 0.0), codes) / np.maximum(count, 1)
    median = _between(moves, middle, codes, unit) / (1.2533 * size) * np.sqrt(np.maximum(count, 1))
    apart = np.zeros(count.shape, dtype=bool) if unit >= WHOLE else _split(moves, middle, codes)
    return Common(np.where(middle == 0, mean, middle), mean, factor, z, median, along, count, proportional, apart)


def _split(moves: Floats, middle: Floats, codes: Whole) -> Marks:
    """Mark where the moves lie hardly nearer to their median than to none: it is between two camps, and nobody's."""
    plain, off = (sums(np.abs(np.nan_to_num(each)), codes) for each in (moves, moves - middle[codes]))
    return off > SPLIT * plain


def _between(moves: Floats, middle: Floats, codes: Whole, unit: float) -> Floats:
    """Return the medians of rounded moves, placed within their step by how many lie below it (Yule 1911)."""
    below, at = (sums(each.astype(float), codes) for each in (moves < middle[codes], moves == middle[codes]))
    count = sums((~np.isnan(moves)).astype(float), codes)
    return middle + np.where(at > 0, unit * ((count / 2 - below) / np.maximum(at, 1) - 0.5), 0.0)


def _beside_usual(z: Floats, count: Floats) -> Floats:
    """Return how far each week stands out of the group's own weeks, where these differ by more than chance allows."""
    weeks = np.where(count >= FEWEST, z, np.nan)
    enough = (count >= FEWEST).sum(axis=2) >= FEWEST_MOVES
    middle = np.where(enough, middles(weeks), 0.0)[:, :, None]
    wide = np.where(enough, 1.4826 * middles(np.abs(weeks - middle)) / SHARED, 1.0)[:, :, None]
    usual = np.where(z * middle > 0, np.minimum(np.abs(middle), np.abs(z)), 0.0)
    return np.sign(z) * (np.abs(z) - usual) / np.maximum(wide, 1.0)
