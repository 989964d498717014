"""When did most reps move together?"""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.metrics.panel import Panel
from dashboard.metrics.scores import PILLAR_PART, TOTAL
from dashboard.metrics.shifts import restated
from dashboard.model.pillars import Pillar
from tests.metrics.drawn import WEEK

LEVELS = np.array([12.0, 9.0, 7.0, 14.0])


def block(pillars, decimals=2):
    """Return a panel of the pillars by rep and week, with their totals."""
    points = np.round(pillars, decimals)
    whole = np.concatenate([points, points.sum(axis=1, keepdims=True)], axis=1)
    return Panel(WEEK, whole, np.full((len(whole), whole.shape[2]), True), np.ones(len(whole), dtype=int))


def wobbling(reps=14, weeks=20, seed=4):
    """Return points by rep, pillar and week around levels that differ between reps."""
    rng = np.random.default_rng(seed)
    level = LEVELS + rng.normal(0, 2, (reps, 4))
    return level[:, :, None] + rng.normal(0, 0.25, (reps, 4, weeks))


def test_a_stricter_formula_is_marked_on_every_pillar_and_taken_out():
    """Everybody loses 7 % in one week: one shift a pillar, and the history stands as if it had always been so."""
    before = wobbling()
    after = before.copy()
    after[:, :, 12:] *= 0.93
    plain, shifts, _, _ = restated(block(after))
    assert [(shift.pillar, shift.week) for shift in shifts] == [(pillar, plain.weeks[12]) for pillar in Pillar]
    assert all(shift.share_of_reps > 0.6 and shift.median_change < 0 for shift in shifts)
    assert np.abs(plain.points[:, PILLAR_PART] - 0.93 * before)[:, :, :12].mean() < 0.2
    assert plain.points[:, TOTAL] == pytest.approx(plain.points[:, PILLAR_PART].sum(axis=1), abs=0.05)


def test_equal_points_for_all_are_taken_as_that():
    """Everybody gains one point on insights, whatever the level."""
    after = wobbling()
    after[:, 2, 12:] += 1
    plain, shifts, _, _ = restated(block(after))
    assert [shift.pillar for shift in shifts] == [Pillar.INSIGHTS]
    assert shifts[0].median_change == pytest.approx(1, abs=0.25)
    assert np.abs(plain.points[:, 2, 11] - plain.points[:, 2, 12]).mean() < 0.6


def test_scores_in_whole_points_shift_too():
    """Most move by a point and some not at all: the share who go along counts those who stand as half."""
    after = wobbling(reps=20)
    after[:, :, 12:] *= 0.9
    shifts = restated(block(after, decimals=0)).shifts
    assert {shift.pillar for shift in shifts} == set(Pillar)


def test_one_rep_is_no_team():
    """A jump of one, and the usual wobble of the others, mark nothing; neither do four reps."""
    after = wobbling()
    after[0, :, 12:] += 5
    assert restated(block(after))[1] == ()
    few = wobbling(reps=4)
    few[:, :, 12:] *= 0.8
    assert restated(block(few))[1] == ()


def test_a_team_too_small_to_be_looked_at_goes_along_with_the_others():
    """Three of seventeen are a team of their own: what the others lost together was not their doing either."""
    before = wobbling(reps=17)
    after = before.copy()
    after[:, :, 12:] *= 0.93
    read = block(after)
    groups = np.where(np.arange(17) < 3, 0, 1)
    found = restated(replace(read, groups=groups))
    assert np.abs(found.panel.points[:3, 3, :12] - 0.93 * before[:3, 3, :12]).mean() < 0.3
    assert found.marked[:3, 3, 12].all()
    alone = restated(replace(read, points=read.points[:3], counted=read.counted[:3], groups=groups[:3]))
    assert not alone.marked.any()


def test_missing_weeks_around_a_shift_hide_nothing():
    """A third of the reps have no reading in the week of the shift; their next one shows it."""
    after = wobbling()
    after[:, :, 12:] *= 0.93
    read = block(after)
    read.points[:5, :, 12] = np.nan
    assert {shift.pillar for shift in restated(read)[1]} >= {Pillar.BRAND, Pillar.RELATIONSHIPS}


def test_nobody_and_no_weeks_have_no_shift():
    """Empty is no error."""
    assert restated(block(np.empty((0, 4, 10))))[1] == ()
    assert restated(block(np.full((6, 4, 1), 10.0)))[1] == ()


def test_small_teams_are_as_calm_as_large_ones():
    """The usual spread around a small team's own median is smaller than its moves are, and is made up for."""
    marks = 0
    for seed in range(60):
        marks += restated(block(wobbling(reps=5, weeks=30, seed=seed))).marked[0].sum()
    assert marks <= 0.003 * 60 * 30 * 5


def test_a_shift_of_one_pillar_names_no_other():
    """That the total moved too is what the one pillar explains."""
    named = 0
    for seed in range(60):
        after = wobbling(seed=seed)
        after[:, 3, 12:] *= 0.93
        told = {shift.pillar for shift in restated(block(after)).shifts}
        assert Pillar.RELATIONSHIPS in told
        named += told != {Pillar.RELATIONSHIPS}
    assert named <= 2


@pytest.mark.parametrize("decimals", [0, 1, 2])
@pytest.mark.parametrize("reps", [10, 30])
def test_three_of_ten_who_step_up_are_no_shift(decimals, reps):
    """The other seven stand where they stood; in whole points that is harder to see."""
    marks = 0
    for seed in range(20):
        after = wobbling(reps=reps, seed=seed)
        after[: reps * 3 // 10, 1, 12:] += 2.5
        marks += restated(block(after, decimals)).marked[:, :, 12].any()
    assert marks <= (1 if decimals else 3)


def test_a_team_that_climbs_together_is_not_marked_every_week():
    """0.15 points a week on every pillar is no change of the formula in any of the weeks."""
    marks = sum(restated(block(wobbling(30, 30, seed) + 0.15 * np.arange(30))).marked[0].sum() for seed in range(10))
    assert marks <= 3


def test_a_team_that_wobbles_together_is_seldom_marked():
    """What everybody shares every week, half a point up or down, is how that team is, and no formula."""
    marks = 0
    for seed in range(10):
        shared = np.random.default_rng(100 + seed).normal(0, 0.5, (4, 30))
        marks += restated(block(wobbling(14, 30, seed) + shared)).marked[0].sum()
    assert marks <= 10


def test_quiet_teams_are_not_marked_by_rounding():
    """Thirty reps in whole points, of whom now and then half move by one."""
    marks = sum(restated(block(wobbling(30, 30, seed), decimals=0)).marked[0].sum() for seed in range(20))
    assert marks <= 4
