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
    medians, counts = np.full(values.shape, np.nan), np.zeros(values.shape)
    if len(values):
        for place, column in enumerate(values.T):
            medians[:, place], counts[:, place] = _column(column, groups)
    return medians, counts


def _column(column: Floats, groups: Whole) -> tuple[Floats, Floats]:
    order = np.lexsort((column, groups))  # by group, then value; missing values come last in their group
    ordered, size = column[order], np.bincount(groups)
    start = np.cumsum(size) - size
    known = np.bincount(groups, weights=~np.isnan(column)).astype(np.intp)
    middle = (
        ordered[start + np.maximum(known - 1, 0) // 2] + ordered[np.minimum(start + known // 2, len(column) - 1)]
    ) / 2
    return np.where(known > 0, middle, np.nan)[groups], known[groups].astype(float)


def only(values: Floats, rows: Marks) -> Floats:
    """Return the values with every other row made missing.

    >>> only(np.array([[1.0], [2.0]]), np.array([True, False])).tolist()
    [[1.0], [nan]]
    """
    return np.where(rows[:, None], values, np.nan)
