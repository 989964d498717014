"""What does a change of four weeks mean?"""

import numpy as np
import pytest

from dashboard.metrics.verdict import verdicts
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
    told = verdicts(*(np.array([each]) for each in (score, change, net, beyond, judged)), 2.0)
    assert told.tolist() == [verdict]


def test_every_verdict_can_be_reached():
    """The closed set is covered by the cases above."""
    assert {case[-1] for case in CASES} == set(Verdict)
