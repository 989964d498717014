"""What does a change of four weeks mean?"""

import numpy as np
import pytest

from dashboard.metrics.spans import Told
from dashboard.metrics.verdict import measured, verdicts
from dashboard.model.cards import Verdict

NAN = np.nan
CASES = [
    # score, change, net (minimum 2.0), beyond noise, enough history
    (NAN, NAN, NAN, 0, True, Verdict.MISSING),
    (50, NAN, NAN, 1, True, Verdict.TOO_EARLY),
    (50, 9.0, 9.0, 1, False, Verdict.TOO_EARLY),
    (50, 2.0, 2.0, 1, True, Verdict.UP),
    (50, 2.0, 2.0, 0, True, Verdict.STEADY),  # the rep's usual wobble
    (50, 2.0, 2.0, -1, True, Verdict.STEADY),  # up over four weeks, but what stands out of the noise is a fall
    (50, 1.99, 1.99, 1, True, Verdict.STEADY),
    (50, -2.0, -2.0, -1, True, Verdict.DOWN),
    (50, 5.0, 1.0, 0, True, Verdict.WITH_TEAM),  # moved, but four of the five points are everybody's
    (50, -7.0, 0.0, 0, True, Verdict.WITH_TEAM),  # a formula shift
    (50, 2.0, -3.0, -1, True, Verdict.DOWN),  # rose, but clearly less than the others
    (50, 2.0, -1.0, 0, True, Verdict.WITH_TEAM),
    (50, 0.5, 4.0, 1, True, Verdict.UP),  # held the level while the others fell
    (50, 6.0, NAN, 1, True, Verdict.UP),  # nobody to compare with
    (50, -6.0, NAN, -1, True, Verdict.DOWN),
    (50, 6.0, NAN, 0, True, Verdict.STEADY),
    (50, 0.0, NAN, 0, True, Verdict.STEADY),
]


@pytest.mark.parametrize(("score", "change", "net", "beyond", "judged", "verdict"), CASES)
def test_a_verdict_follows_from_what_is_left_of_the_change_and_from_the_noise(
    score, change, net, beyond, judged, verdict
):
    """Both the net change and the noise must speak, in the same direction."""
    told = verdicts(*map(np.atleast_1d, (score, change, net, beyond, judged)), minimum=2.0)
    assert told.tolist() == [verdict]


OTHER_WEEKS = [
    # change, net (minimum 2.0), beyond noise, apart from the four weeks, a reading near a missing one
    (-1.2, -1.5, -1, True, False, Verdict.DOWN),  # -0.4 a week for eight weeks
    (-3.3, -1.6, -1, True, False, Verdict.DOWN),  # in the last four most of the team fell as well
    (-3.3, -1.6, -1, False, False, Verdict.WITH_TEAM),
    (0.3, 0.3, -1, True, False, Verdict.DOWN),
    (NAN, NAN, 1, True, False, Verdict.UP),  # nobody read the week four weeks ago, the one before it was read
    (NAN, NAN, 0, False, True, Verdict.STEADY),
    (NAN, NAN, 0, False, False, Verdict.TOO_EARLY),
]


@pytest.mark.parametrize(("change", "net", "beyond", "apart", "near", "verdict"), OTHER_WEEKS)
def test_a_move_that_does_not_show_over_four_weeks_is_told_over_its_own(change, net, beyond, apart, near, verdict):
    """And one missed reading does not make it too early to judge."""
    columns = map(np.atleast_1d, (50.0, change, net, beyond, True))
    told = verdicts(*columns, minimum=2.0, apart=np.array([apart]), near=np.array([near]))
    assert told.tolist() == [verdict]


def test_what_moved_says_points_and_weeks():
    """Over four weeks the change shown there, if it is one; steady says nothing."""
    way, points = np.array([1.0, -1.0, 1.0]), np.array([2.61, -3.2, 2.2])
    moves = Told(way, points, np.array([3, 8, 6]), np.array([False, True, True]))
    verdict = np.array([Verdict.UP, Verdict.DOWN, Verdict.STEADY], dtype=object)
    points, weeks = measured(verdict, moves, np.array([2.5, -1.0, 1.0]), 2.0)
    assert (points[:2].tolist(), weeks[:2].tolist()) == ([2.5, -3.2], [4, 8])
    assert np.isnan([points[2], weeks[2]]).all()


def test_every_verdict_can_be_reached():
    """The closed set is covered by the cases above."""
    assert {case[-1] for case in CASES} == set(Verdict)
