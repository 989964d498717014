"""A pace that only came back after a dip, or that has ended, is told from one that goes on."""

import numpy as np
import pytest

from dashboard.metrics.holding import stands_still, ways_back
from dashboard.metrics.slope import LATER, SPAN, lines, slopes
from dashboard.model.settings import Settings
from tests.metrics.drawn import WEEK, totals
from tests.metrics.test_slope import sure

WEEKS = "08-03 08-10 08-17 08-24 08-31 09-07 09-14 09-21 09-28 10-05 10-12 10-19 10-26 11-02 11-09 11-16"
FLAT = "48.9 49.1 48.8 49.0 49.0 49.2 48.9"


def test_the_way_back_after_a_dip_is_no_pace():
    """Level before, dip, back to it; who passes the level, who never was there, and who rises alone are none."""
    told = totals(
        WEEKS,
        jorrit=f"{FLAT} 45.0 43.5 44.0 44.8 45.9 46.9 47.8 48.7 48.9",
        passed=f"{FLAT} 45.0 43.5 44.5 45.8 46.9 48.0 49.1 50.2 51.4",
        lowly="43.2 43.0 43.1 43.3 43.0 43.1 42.9 43.0 43.5 44.3 45.0 45.8 46.5 47.3 48.0 48.9",
    )
    found = slopes(told, WEEK, Settings())
    assert {rep: slope.back for rep, slope in found.items()} == {"jorrit": True, "passed": False, "lowly": False}
    assert all(slope.per_week > 0.5 for slope in found.values())


def test_a_rise_that_ended_is_no_pace():
    """Four points in the first four weeks and none since, beside the same four in eight."""
    told = totals(
        WEEKS,
        still="45.0 45.1 44.9 45.0 45.1 45.0 44.9 45.0 45.0 46.3 47.6 49.0 49.0 48.9 49.1 49.0",
        goes="45.0 45.1 44.9 45.0 45.1 45.0 44.9 45.0 45.0 45.6 46.1 46.7 47.3 47.8 48.4 49.0",
    )
    found = slopes(told, WEEK, Settings())
    assert (found["still"].still, found["goes"].still) == (True, False)
    assert not found["still"].back


def test_missing_weeks_and_short_histories_are_taken_as_they_are():
    """Without four weeks before there is no level to come back to; an unread newest week says nothing."""
    dip = np.array([[49.0, np.nan, 49.0, 49.2, 44.0, np.nan, 46.0, 48.9]])
    assert ways_back(dip, 4, 2.0).tolist() == [True]
    assert ways_back(dip[:, :4], 8, 2.0).tolist() == [False]
    assert ways_back(np.column_stack([dip, [np.nan]]), 4, 2.0).tolist() == [False]
    assert ways_back(np.full((1, 16), np.nan), 8, 2.0).tolist() == [False]


@pytest.mark.parametrize("pace", [0.3, 0.5])
def test_a_steady_rise_in_sticky_noise_keeps_its_promise(pace: float):
    """Of 2,000 (seed 7) that rise for eight weeks, one in twenty at most is said to be a way back or to stand still."""
    chance, walk = np.random.default_rng(7), np.zeros((2_000, 40))
    for week in range(1, 40):
        walk[:, week] = 0.87 * walk[:, week - 1] + chance.normal(0, 0.3, 2_000)
    points = 50 + walk + pace * np.maximum(np.arange(40) - 32, 0)
    whole, later = (lines(points[:, -weeks:], sure(2_000, 5, 4), 1e-6)[0] for weeks in (SPAN, LATER))
    assert np.mean(stands_still(whole, later) | ways_back(points, SPAN, 2.0)) < 0.05
