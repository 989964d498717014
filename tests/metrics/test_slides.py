"""Is a slow slide told, though it looks like sticky noise?"""

import numpy as np
import pytest

from dashboard.metrics.slides import slides


def calm(seed=5, reps=14, weeks=30):
    """Return totals of a calm team, which wobble with a stickiness of .7."""
    steps = np.random.default_rng(seed).normal(0, 0.5, (reps, weeks))
    for week in range(1, weeks):
        steps[:, week] += 0.7 * steps[:, week - 1]
    return 50 + steps


def told(totals):
    """Return what is said of each rep of one team."""
    return slides(totals, np.zeros(len(totals), dtype=int), 0.003, 2.0).way


@pytest.mark.parametrize("way", [-1, 1])
def test_a_slide_of_nine_weeks_is_told(way):
    """0.7 points a week for nine weeks, one rep of fourteen."""
    totals = calm()
    totals[0, -9:] += way * 0.7 * np.arange(1, 10)
    assert told(totals)[0] == way
    assert not told(totals)[1:].any()


def test_a_slide_is_told_over_its_own_weeks():
    """The sum of eight or nine weeks, and not of four: from the reading before the shape that fits best."""
    totals = calm()
    totals[0, -9:] -= 0.7 * np.arange(1, 10)
    found = slides(totals, np.zeros(len(totals), dtype=int), 0.003, 2.0)
    over = int(found.weeks[0])
    assert over >= 6
    assert found.apart[0]
    assert found.points[0] == totals[0, -1] - totals[0, -1 - over]
    assert not found.apart[1:].any()


def test_a_calm_team_does_not_slide():
    """Ten teams to which nothing happens: at most one rep in a hundred."""
    assert sum(np.abs(told(calm(seed))).sum() for seed in range(10)) <= 1


def test_too_few_weeks_say_nothing():
    """Eight weeks must be left to learn the noise from."""
    assert not told(calm(weeks=16) - 0.7 * np.arange(16)).any()


def test_a_rep_with_few_readings_before_is_not_judged():
    """Six readings before the slide, though the team has twenty-one."""
    totals = calm()
    totals[0, -9:] -= 0.7 * np.arange(1, 10)
    totals[0, :15] = np.nan
    assert told(totals)[0] == 0
