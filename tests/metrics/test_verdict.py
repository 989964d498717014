"""What does a change of four weeks mean?"""

import numpy as np
import pytest

from dashboard.metrics.verdict import verdicts
from dashboard.model.cards import Verdict

NAN = np.nan
CASES = [
    # score, change, net (minimum 2.0)
    (NAN, NAN, NAN, Verdict.MISSING),
    (50, NAN, NAN, Verdict.TOO_EARLY),
    (50, 2.0, 2.0, Verdict.UP),
    (50, 1.99, 1.99, Verdict.STEADY),
    (50, -2.0, -2.0, Verdict.DOWN),
    (50, 5.0, 1.0, Verdict.WITH_TEAM),  # moved, but four of the five points are everybody's
    (50, -7.0, 0.0, Verdict.WITH_TEAM),  # a formula shift
    (50, 2.0, -3.0, Verdict.WITH_TEAM),  # rose, but less than the others
    (50, -2.0, 3.0, Verdict.WITH_TEAM),
    (50, 0.5, 4.0, Verdict.STEADY),  # stood still while the others fell
    (50, 6.0, NAN, Verdict.UP),  # nobody to compare with
    (50, -6.0, NAN, Verdict.DOWN),
    (50, 0.0, NAN, Verdict.STEADY),
]


@pytest.mark.parametrize(("score", "change", "net", "verdict"), CASES)
def test_a_verdict_follows_from_the_change_and_what_is_left_of_it(score, change, net, verdict):
    """Both the change and the net change must reach the minimum, in the same direction."""
    told = verdicts(np.array([score]), np.array([change]), np.array([net]), 2.0)
    assert told.tolist() == [verdict]


def test_every_verdict_can_be_reached():
    """The closed set is covered by the cases above."""
    assert {case[3] for case in CASES} == set(Verdict)
