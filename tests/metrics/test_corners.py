"""Where does a rep stand in SSI x attainment?"""

import numpy as np
import pytest

from dashboard.metrics.corners import corners
from dashboard.model.cards import Corner, Cuts
from dashboard.model.settings import Settings

NAN = np.nan


def stand(total, attainment, scored=None):
    """Return the corners of a team."""
    scored = np.full(len(total), True) if scored is None else np.array(scored)
    return corners(np.array(total, dtype=float), np.array(attainment, dtype=float), scored, Settings())


FIXED = [
    (49.9, 0.49, Corner.BUILD_HABITS),
    (50.0, 0.49, Corner.CONVERT),
    (49.9, 0.50, Corner.LEAVE_ALONE),
    (50.0, 0.50, Corner.MENTOR),
    (NAN, 0.5, None),
    (50.0, NAN, None),
]


@pytest.mark.parametrize(("total", "attainment", "corner"), FIXED)
def test_one_rep_is_held_against_fixed_cuts(total, attainment, corner):
    """Half of the scale and half of the quota; a cut belongs to the high side."""
    assert stand([total], [attainment]).corner.tolist() == [corner]


def test_every_corner_can_be_reached():
    """The closed set is covered by the cases above."""
    assert {corner for *_, corner in FIXED} == {*Corner, None}


def test_five_reps_are_held_against_their_medians():
    """Medians of 70 ... 90 and 0.1 ... 0.3 are 80 and 0.2: the rep at 70 points is low here."""
    told = stand([70, 75, 80, 85, 90], [0.3, 0.1, 0.2, 0.15, 0.25])
    low, high = Corner.BUILD_HABITS, Corner.MENTOR
    assert told.corner.tolist() == [Corner.LEAVE_ALONE, low, high, Corner.CONVERT, high]
    assert told.cuts == Cuts(80, 0.2, medians=True)


def test_the_line_of_the_score_is_the_median_of_everybody_scored():
    """The week is headed by the median of all five totals, so it parts the corners though the fifth has no quota."""
    told = stand([70, 75, 80, 85, 90], [0.3, 0.1, 0.2, 0.15, NAN])
    assert told.cuts == Cuts(80, 0.5, medians=False)
    assert told.corner[4] is None


def test_reps_who_do_not_count_move_no_line():
    """With the fifth on leave four are too few for a median: fixed lines."""
    away = stand([70, 75, 80, 85, 90], [0.3, 0.1, 0.2, 0.15, 0.25], scored=[True] * 4 + [False])
    assert away.cuts == Cuts(50, 0.5, medians=False)
    assert away.corner[4] is None


NEAR = [
    (48.01, 0.9, True),
    (48.0, 0.9, False),
    (51.9, 0.9, True),
    (52.0, 0.9, False),
    (60, 0.4501, True),
    (60, 0.45, False),
    (60, 0.55, False),
    (NAN, 0.5, False),
    (50, NAN, False),
]


@pytest.mark.parametrize(("total", "attainment", "near"), NEAR)
def test_a_rep_near_a_line_is_marked(total, attainment, near):
    """Nearer than 2 points (the smallest change worth mentioning) or 5 % of the quota, on either side."""
    assert stand([total], [attainment]).near.tolist() == [near]
