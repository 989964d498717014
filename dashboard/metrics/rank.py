"""Who stands where, when numbers that noise could swap share a place?"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks


def ranks(values: Floats, ranked: Marks, apart: float = 0.0) -> Floats:
    """Return 1 for the largest value; values that share a rank leave the next places empty.

    A group begins at the largest value not yet placed and holds everybody less than `apart` below it (the smallest
    difference worth mentioning, in the values' own unit): a fixed rule, so that sharing a rank is the same seen from
    either side. Values equal to three decimals always share. Missing values and reps who are not ranked have NaN.

    >>> everybody = np.full(5, True)
    >>> ranks(np.array([5.0, 9.0, 9.0, np.nan, 7.0]), everybody).tolist()
    [4.0, 1.0, 1.0, nan, 3.0]
    >>> ranks(np.array([60.0, 58.5, 57.9, 56.5, 40.0]), everybody, apart=2.0).tolist()
    [1.0, 1.0, 3.0, 3.0, 5.0]
    """
    counted = ranked & ~np.isnan(values)
    held = np.round(np.where(counted, values, np.nan), 3)
    ascending = np.sort(held[counted])
    firsts = _firsts(ascending, apart)
    first = firsts[np.searchsorted(firsts, np.where(counted, held, np.inf)).clip(max=len(firsts) - 1)]
    return np.where(counted, len(ascending) - np.searchsorted(ascending, first, side="right") + 1.0, np.nan)


def _firsts(ascending: Floats, apart: float) -> Floats:
    """Return the largest value of each group, ascending; never empty."""
    if not len(ascending):
        return np.array([np.nan])
    if apart <= 0:
        return np.unique(ascending)
    found, left = [], len(ascending)
    while left:
        found.append(ascending[left - 1])
        left = int(np.searchsorted(np.round(ascending, 3), round(ascending[left - 1] - apart, 3), side="right"))
    return np.array(found[::-1])
