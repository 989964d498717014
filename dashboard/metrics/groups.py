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


def middles(values: Floats) -> Floats:
    """Return the medians of what is known over the last axis, NaN where nothing is.

    >>> middles(np.array([[1.0, np.nan, 4.0], [np.nan, np.nan, np.nan]])).tolist()
    [2.5, nan]
    """
    known = (~np.isnan(values)).sum(axis=-1, keepdims=True)
    ordered = np.sort(values, axis=-1)
    ends = np.maximum(known - 1, 0) // 2, np.minimum(known // 2, values.shape[-1] - 1)
    low, high = (np.take_along_axis(ordered, end, axis=-1)[..., 0] for end in ends)
    return (low + high) / 2


def group_medians(values: Floats, groups: Whole) -> tuple[Floats, Floats]:
    """Return, for each row and column, the median of the row's group and how many known values it is made of.

    >>> median, n = group_medians(np.array([[1.0], [2.0], [9.0], [np.nan]]), np.array([0, 0, 0, 1]))
    >>> median.ravel().tolist(), n.ravel().tolist()
    ([2.0, 2.0, 2.0, nan], [3.0, 3.0, 3.0, 0.0])
    """
    if not values.size:
        return np.full(values.shape, np.nan), np.zeros(values.shape)
    _, codes, size = np.unique(groups, return_inverse=True, return_counts=True)
    order, start = np.argsort(codes, kind="stable"), np.cumsum(size) - size
    medians, known = np.empty((len(size), values.shape[1])), np.empty((len(size), values.shape[1]))
    doubled = np.frexp(size)[1]  # groups of about the same size at a time: one large team does not make all others wide
    for power in np.unique(doubled):
        same = np.flatnonzero(doubled == power)
        medians[same], known[same] = _medians(values, order, start[same], size[same])
    return medians[codes], known[codes]


def _medians(values: Floats, order: Whole, start: Whole, size: Whole) -> tuple[Floats, Floats]:
    """Return median and count of the groups whose rows stand at `start` of `order`, side by side up to the largest."""
    place = np.arange(size.max())
    rows = order[start[:, None] + np.minimum(place, size[:, None] - 1)]
    block = np.where((place < size[:, None])[:, :, None], values[rows], np.nan)
    known = (~np.isnan(block)).sum(axis=1)
    ordered: Floats = np.sort(np.ascontiguousarray(block.transpose(0, 2, 1)), axis=2)
    ends = (np.maximum(known - 1, 0) // 2, np.minimum(known // 2, len(place) - 1))
    low, high = (np.take_along_axis(ordered, end[..., None], axis=2)[..., 0] for end in ends)
    return np.where(known > 0, (low + high) / 2, np.nan), known


def only(values: Floats, rows: Marks) -> Floats:
    """Return the values with every other row made missing.

    >>> only(np.array([[1.0], [2.0]]), np.array([True, False])).tolist()
    [[1.0], [nan]]
    """
    return np.where(rows[:, None], values, np.nan)
