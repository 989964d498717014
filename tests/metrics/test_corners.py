"""Where does a rep stand in SSI x attainment?"""

import numpy as np
import pytest

from dashboard.metrics.corners import corners
from dashboard.model.cards import Corner

NAN = np.nan


def stand(total, attainment, scored=None):
    """Return the corners of a team."""
    scored = np.full(len(total), True) if scored is None else np.array(scored)
    return corners(np.array(total, dtype=float), np.array(attainment, dtype=float), scored, 5)


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
    assert (told.ssi_cut[0], told.attainment_cut[0]) == (80, 0.2)


def test_only_reps_with_both_numbers_make_the_medians():
    """Five totals, but four attainments, and in the second case the fifth is on leave: fixed cuts."""
    assert stand([70, 75, 80, 85, 90], [0.3, 0.1, 0.2, 0.15, NAN]).ssi_cut[0] == 50
    away = stand([70, 75, 80, 85, 90], [0.3, 0.1, 0.2, 0.15, 0.25], scored=[True] * 4 + [False])
    assert away.ssi_cut[0] == 50
    assert away.corner[4] is None


def test_everybody_in_a_view_is_held_against_the_same_cuts():
    """No rep stands on the wrong side of the line that is drawn."""
    told = stand([1, 2, 3, 4, 5, 60], [0.1] * 6)
    assert set(told.ssi_cut) == {3.5}
