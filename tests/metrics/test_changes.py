"""How far did each rep move beyond the team?"""

import numpy as np
import pytest

from dashboard.metrics.changes import net_of_team

NAN = np.nan


def net(changes, scored=None, teams=None, min_peers=5, lately=None):
    """Return the net changes of one measure."""
    column = np.array(changes, dtype=float)[:, None]
    scored = np.full(len(column), True) if scored is None else np.array(scored)
    teams = np.zeros(len(column), dtype=int) if teams is None else np.array(teams)
    return net_of_team(column, scored, teams, min_peers, lately)[0][:, 0]


def test_the_median_move_of_the_team_is_taken_off():
    """Median of 0, 1, 2, 3, 9 is 2."""
    assert net([0, 1, 2, 3, 9]).tolist() == [-2, -1, 0, 1, 7]


def test_reps_without_a_score_move_no_median():
    """The 100 belongs to a rep who is away: the median of 1, 2, 3, 4, 5 stays 3."""
    assert net([1, 2, 3, 4, 5, 100], scored=[True] * 5 + [False]).tolist() == [-2, -1, 0, 1, 2, 97]


def test_missing_changes_count_for_nobody():
    """The median of the five known changes 1 ... 5 is 3; the sixth rep has no net change."""
    told = net([1, 2, 3, 4, 5, NAN])
    assert told[:5].tolist() == [-2, -1, 0, 1, 2]
    assert np.isnan(told[5])


@pytest.mark.parametrize(("mates", "move"), [(4, 10.0), (5, 0.0)])
def test_a_team_of_four_is_compared_with_everybody_and_a_team_of_five_with_itself(mates, move):
    """The team stood still; six others rose by 10, which is everybody's median (four 0, six 10; five 0, six 10)."""
    changes, teams = [0.0] * mates + [10.0] * 6, [0] * mates + [1] * 6
    assert net(changes, teams=teams)[0] == -move


def test_one_rep_alone_has_nobody_to_be_compared_with():
    """Net of oneself would always be 0: it is missing instead."""
    assert np.isnan(net([6.0])[0])
    assert net([6.0, 2.0]).tolist() == [2.0, -2.0]


def test_nobody_scored_is_no_error():
    """Without scored reps there is no team move."""
    assert np.isnan(net([1.0, 2.0], scored=[False, False])).all()


@pytest.mark.parametrize(("known", "move"), [(4, 0.0), (3, 0.0), (2, 10.0)])
def test_a_mate_who_misses_a_reading_does_not_change_with_whom_the_others_are_compared(known, move):
    """Five of the team were scored lately; three known changes are still the team's, two are nobody's."""
    changes, teams = [0.0] * known + [NAN] * (5 - known) + [10.0] * 6, [0] * 5 + [1] * 6
    scored = [True] * known + [False] * (5 - known) + [True] * 6
    assert net(changes, scored, teams, lately=np.full(11, True))[0] == -move
