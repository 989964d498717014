"""Is a trend that was there before no merit of what was agreed?"""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import theilslopes

from dashboard.metrics.already import already, only_went_on

FIRST = date(2026, 8, 17)


def weekly(*points: float) -> list[tuple[date, float]]:
    """Return a reading a week; NaN is a week without one."""
    told = [(FIRST + timedelta(weeks=place), value) for place, value in enumerate(points)]
    return [(week, value) for week, value in told if not np.isnan(value)]


def test_a_steady_climb_has_the_pace_of_theil_and_sen():
    """The same number as scipy's, a week without a reading included."""
    told = weekly(6.1, 6.9, 7.7, float("nan"), 7.8, 8.2, 8.5, 8.9, 9.5)
    at = [(week - FIRST).days / 7 for week, _ in told]
    assert already(told, 1.0) == pytest.approx(theilslopes([value for _, value in told], at)[0], abs=1e-6)


@pytest.mark.parametrize(
    "told",
    [
        (6.0, 6.1, 5.9, 6.2, 6.0, 6.1, 6.2, 6.1, 6.0),  # a wobble
        (6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 6.0, 8.0),  # a jump
        (6.0, 6.5, 7.0, 7.5),  # too short
        (),
    ],
)
def test_a_wobble_a_jump_or_a_short_history_is_no_trend(told):
    """Only a move with its share in both halves of eight weeks is one."""
    assert already(weekly(*told), 1.0) == 0.0


def test_what_went_far_beyond_the_pace_is_no_mere_going_on():
    """1.5 a week after 0.4 a week is more than going on; the other way is the opposite of it."""
    assert only_went_on((0.8, 2.8), 0.44, 3)
    assert not only_went_on((3.4, 5.6), 0.44, 3)
    assert not only_went_on((0.8, 2.8), -0.44, 3)
