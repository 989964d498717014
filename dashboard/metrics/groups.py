"""What is the median of the group a rep belongs to? (without a loop over groups)"""

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Floats, Marks, Whole


def group_codes(names: pd.Series) -> Whole:
    """Return a whole number per row, equal where the names are equal; missing names are one group of their own.

    >>> group_codes(pd.Series(["North", None, "North", None])).tolist()
    [0, 1, 0, 1]
    """
    return pd.factorize(names, use_na_sentinel=False)[0]


def group_medians(values: Floats, groups: Whole) -> tuple[Floats, Floats]:
    """Return, for each row and column, the median of the row's group and how many known values it is made of.

    >>> median, n = group_medians(np.array([[1.0], [2.0], [9.0], [np.nan]]), np.array([0, 0, 0, 1]))
    >>> median.ravel().tolist(), n.ravel().tolist()
    ([2.0, 2.0, 2.0, nan], [3.0, 3.0, 3.0, 0.0])
    """
    if not values.size:
        return np.full(values.shape, np.nan), np.zeros(values.shape)
    _, codes, size = np.unique(groups, return_inverse=True, return_counts=True)
    ordered, start = _ordered(np.ascontiguousarray(values.T), codes), np.cumsum(size) - size
    known = np.add.reduceat((~np.isnan(ordered)).astype(np.intp), start, axis=1)
    low, high = start + np.maximum(known - 1, 0) // 2, np.minimum(start + known // 2, len(values) - 1)
    middle = (np.take_along_axis(ordered, low, axis=1) + np.take_along_axis(ordered, high, axis=1)) / 2
    return np.where(known > 0, middle, np.nan)[:, codes].T, known[:, codes].T.astype(float)


def _ordered(columns: Floats, codes: Whole) -> Floats:
    """Return each row by group and then by value; missing values come last in their group."""
    small = codes.astype(np.int16) if codes.max(initial=0) < 2**15 else codes  # small numbers sort much faster
    by_value = np.argsort(columns, axis=1)
    by_group = np.argsort(small[by_value], axis=1, kind="stable")
    return np.take_along_axis(columns, np.take_along_axis(by_value, by_group, axis=1), axis=1)


def only(values: Floats, rows: Marks) -> Floats:
    """Return the values with every other row made missing.

    >>> only(np.array([[1.0], [2.0]]), np.array([True, False])).tolist()
    [[1.0], [nan]]
    """
    return np.where(rows[:, None], values, np.nan)
