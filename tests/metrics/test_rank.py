"""Who stands where, when equal numbers share a place?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([60, 58.1, 58, 40], [1, 1, 3, 4]),  # 1.9 below the first of the group is in it, 2.0 is not
        ([60, 58.5, 57.5, 56], [1, 1, 3, 3]),  # counted from the group's first, not from the neighbour
        ([50, NAN, 49, 47], [1, NAN, 1, 3]),
        ([0.3, 0.1 + 0.2, -1.7], [1, 1, 3]),  # free of the dust of binary fractions
        ([], []),
    ],
)
def test_who_noise_could_swap_shares_a_rank(values, expected):
    """Less than two points below the group's first."""
    told = ranks(np.array(values, dtype=float), np.full(len(values), True), apart=2.0)
    np.testing.assert_equal(told, np.array(expected, dtype=float))


@given(st.lists(st.floats(-100, 100), max_size=30), st.floats(0.1, 10))
def test_sharing_a_rank_is_the_same_from_either_side(values, apart):
    """Who shares a rank is less than the minimum apart, a better value never ranks behind, and places add up."""
    told = ranks(np.array(values), np.full(len(values), True), apart)
    for rank in set(told):
        shared = np.array(values)[told == rank]
        assert shared.max() - shared.min() < apart + 0.002
        assert (told < rank).sum() == rank - 1
    order = np.argsort(-np.round(values, 3), kind="stable")
    assert (np.diff(told[order]) >= 0).all()
