"""Does the wobble of scores call anybody to a talk? A part of what the guide tells, with fixed seeds."""

from dataclasses import replace

import pytest

from tests.calibration.called import called, far_behind
from tests.calibration.simulated import World

EQUAL = World(personal=0.0)


@pytest.mark.parametrize(("reps", "stick"), [(14, None), (14, 0.8), (14, 0.95), (8, 0.5)])
def test_equals_are_left_in_peace(reps, stick):
    """In a team of equals hardly a week calls somebody for the score: one in seven at the most, measured 1 to 9 %."""
    first, behind = called(replace(EQUAL, reps=reps, stick=stick), 10, seed=7)
    assert first.cases == 30
    assert first.share <= 0.15
    assert behind.share <= 0.01


@pytest.mark.parametrize(("stick", "least"), [(None, 0.3), (0.5, 0.5)])
def test_reps_who_differ_are_called(stick, least):
    """Where levels differ by 2.5 points, every week has somebody, and a gap is evidence of more than half."""
    first, behind = called(World(stick=stick), 4, seed=7)
    assert first.share == 1
    assert behind.share >= least


@pytest.mark.parametrize(("stick", "least"), [(0.5, 0.95), (0.8, 0.65)])
def test_one_behind_among_equals_is_called(stick, least):
    """Three points for all the weeks; the more sticks the less a reading says."""
    assert far_behind(replace(EQUAL, stick=stick), 8, 7, 3.0).share >= least
