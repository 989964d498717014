"""Is it said beside the leaderboard what its numbers do not show?"""

import pandas as pd

from dashboard.metrics.leaderboard import Sort
from dashboard.model.cards import Flag
from dashboard.ui.board_remarks import alone, returned


def test_a_rise_without_meetings_is_named():
    """By name, in one sentence."""
    board = pd.DataFrame({"name": ["Ida Lund", "Leo Brandt"], Flag.SCORE_WITHOUT_MEETINGS: [True, False]})
    assert alone(board) == ["Score up while meetings and pipeline are flat: Ida Lund."]


def test_without_any_there_is_nothing_to_say():
    """No empty list of names."""
    assert alone(pd.DataFrame({"name": ["Ida Lund"], Flag.SCORE_WITHOUT_MEETINGS: [False]})) == []


def test_who_only_came_back_is_named_where_it_decides_the_place():
    """Among the most improved; whoever has no rank has no place to explain."""
    board = pd.DataFrame(
        {"name": ["Ida Lund", "Leo Brandt", "Mo"], "back": [True, False, True], "rank": [1.0, 2.0, None]}
    )
    said = "Back to where it was before a dip or a spike, so placed as unchanged: Ida Lund."
    assert returned(board, Sort.IMPROVED) == [said]
    assert returned(board, Sort.SCORE) == []
