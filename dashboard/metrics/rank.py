"""Who stands where, when equal numbers share a place?"""

import numpy as np

from dashboard.metrics.grid import Floats, Marks


def ranks(values: Floats, ranked: Marks) -> Floats:
    """Return 1 for the largest value; equal values (to three decimals) share a rank and the next place is skipped.

    Missing values and reps who are not ranked have NaN.

    >>> ranks(np.array([5.0, 9.0, 9.0, np.nan, 7.0]), np.array([True, True, True, True, False])).tolist()
    [3.0, 1.0, 1.0, nan, nan]
    """
    counted = ranked & ~np.isnan(values)
    held = np.round(np.where(counted, values, np.nan), 3)
    ascending = np.sort(held[counted])
    return np.where(counted, len(ascending) - np.searchsorted(ascending, held, side="right") + 1.0, np.nan)
