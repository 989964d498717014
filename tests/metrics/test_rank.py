"""Who stands where, when equal numbers share a place?"""

import numpy as np
import pytest

from dashboard.metrics.rank import ranks

NAN = np.nan


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([50, 60, 40], [2, 1, 3]),
        ([50, 50, 40], [1, 1, 3]),  # two first, so nobody is second
        ([50, 50, 50], [1, 1, 1]),
        ([0.1 + 0.2, 0.3], [1, 1]),  # equal to three decimals is equal
        ([0, NAN, -5], [1, NAN, 2]),  # missing is not 0
        ([NAN], [NAN]),
        ([], []),
    ],
)
def test_ties_share_a_rank_and_missing_has_none(values, expected):
    """Rank 1 is the largest value."""
    told = ranks(np.array(values, dtype=float), np.full(len(values), True))
    np.testing.assert_equal(told, np.array(expected, dtype=float))


def test_reps_who_are_not_ranked_take_no_place():
    """The best is on leave: the second best is first."""
    assert ranks(np.array([90.0, 50.0]), np.array([False, True]))[1] == 1
