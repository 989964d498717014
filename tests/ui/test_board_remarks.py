"""Is it said beside the leaderboard what its numbers do not show?"""

import pandas as pd

from dashboard.model.cards import Flag
from dashboard.ui.board_remarks import alone


def test_a_rise_without_meetings_is_named():
    """By name, in one sentence."""
    board = pd.DataFrame({"name": ["Ida Lund", "Leo Brandt"], Flag.SCORE_WITHOUT_MEETINGS: [True, False]})
    assert alone(board) == ["Score up while meetings and pipeline are flat: Ida Lund."]


def test_without_any_there_is_nothing_to_say():
    """No empty list of names."""
    assert alone(pd.DataFrame({"name": ["Ida Lund"], Flag.SCORE_WITHOUT_MEETINGS: [False]})) == []
