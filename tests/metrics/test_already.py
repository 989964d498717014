"""Is a trend that was there before no merit of what was agreed?"""

from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import theilslopes

from dashboard.metrics.already import already, part_of_trend

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


def test_a_slide_of_the_last_five_weeks_is_a_trend_too():
    """Level until then, and every week lower since; six readings in a row show it."""
    slope = theilslopes([9.25, 8.67, 8.48, 8.02, 7.46, 7.07])[0]
    assert already(weekly(8.8, 8.9, 9.1, 9.25, 8.67, 8.48, 8.02, 7.46, 7.07), 1.0) == pytest.approx(slope, abs=1e-6)
    assert already(weekly(8.8, 8.9, 9.1, 9.25, 8.67, float("nan"), 8.02, 7.46, 7.07), 1.0) == 0.0


@pytest.mark.parametrize(
    ("net", "going_on", "forecast", "pace", "mates", "part"),
    [
        (2.1, 10.2, 9.2, 0.4, 0.0, 1.0),  # 1.0 of it is the rise of before
        (0.6, 10.2, 9.2, 0.4, 0.0, 0.6),  # a rise that slows down is nobody's fault
        (-1.0, 10.2, 9.2, 0.4, 0.0, 0.0),  # a fall after a rise is no going on
        (-1.5, 7.0, 8.0, -0.4, 0.0, -1.0),  # what fell before goes on falling
        (1.5, 7.0, 8.0, -0.4, 0.0, 0.0),  # a fall of before adds nothing to a rise: that would credit the way back
        (2.1, 9.0, 9.2, 0.4, 0.0, 0.0),  # more was expected anyway
        (2.1, 10.2, 9.2, 0.4, 0.3, 0.7),  # the team's rise counts once
        (2.1, 10.2, 9.2, 0.4, -0.3, 1.0),  # the team's fall stays a part of its own
        (2.1, None, 9.2, 0.0, 0.0, 0.0),  # no trend
    ],
)
def test_what_only_went_on_belongs_to_what_was_expected(net, going_on, forecast, pace, mates, part):
    """In the direction of the trend alone, and never more than the effect."""
    assert part_of_trend(net, going_on, forecast, pace, mates) == pytest.approx(part)
