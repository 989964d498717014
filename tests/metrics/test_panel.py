"""What of a team's weeks is the team's own move, and what is the chance of a median of few?"""

import numpy as np
import pytest

from dashboard.metrics.panel import Panel, levels, net
from tests.metrics.drawn import WEEK


def block(reps=14, weeks=30, seed=2):
    """Return a team whose pillars wobble by 0.4 points a week, and their totals."""
    pillars = 10 + np.random.default_rng(seed).normal(0, 0.4, (reps, 4, weeks))
    points = np.concatenate([pillars, pillars.sum(axis=1, keepdims=True)], axis=1)
    return Panel(WEEK, points, np.ones((reps, weeks), dtype=bool), np.zeros(reps, dtype=int))


@pytest.mark.parametrize("reps", [5, 8, 14])
def test_the_chance_of_a_median_is_not_taken_off(reps):
    """A quiet team does nothing together: hardly any of the wobble of its median is added to each rep's own."""
    quiet = block(reps)
    left = quiet.points - net(quiet).points
    assert (left**2).mean() < 0.15 * (levels(quiet) ** 2).mean()


def test_a_move_of_all_is_taken_off():
    """Two points more for everybody in one week, and nothing of it is left."""
    moved = block()
    moved.points[:, 0, 20] += 2.0
    calm = net(block()).points[:, 0, 20]
    assert np.abs(net(moved).points[:, 0, 20] - calm).max() < 0.2


def test_missing_weeks_stay_missing():
    """Nothing is filled, and a week nobody has takes nothing off."""
    gaps = block()
    gaps.points[3, :, 5], gaps.points[:, :, 7] = np.nan, np.nan
    assert (np.isnan(net(gaps).points) == np.isnan(gaps.points)).all()
