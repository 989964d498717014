"""How did one rep's scores run beside the team's median?"""

from datetime import date

import numpy as np
import pytest

from dashboard.metrics.trend import trend
from dashboard.model.errors import UnknownRep
from tests.metrics.drawn import WEEK, history

REPS = "rep_id team status\nanna N -\nben N -\naway N on_leave\nfar S -"
READINGS = """
    rep_id week  brand people insights relationships
    anna   11-02 10    10     10       10
    anna   11-16 12    10     10       10
    ben    11-16 20    20     20       20
    away   11-16 25    25     25       25
    far    11-16 1     1      1        1
"""
WEEKS = [date(2026, 11, 2), date(2026, 11, 9), WEEK]


def test_a_trend_has_every_week_and_the_teams_median_beside_it():
    """Brand 10, nothing, 12; the median of Anna's 12 and Ben's 20 is 16, the rep away not counted."""
    line = trend(history(REPS, READINGS), "anna", WEEKS)
    np.testing.assert_equal(line["brand"].to_numpy(), [10, np.nan, 12])
    np.testing.assert_equal(line["team_brand"].to_numpy(), [10, np.nan, 16])
    np.testing.assert_equal(line["total"].to_numpy(), [40, np.nan, 42])


def test_an_unknown_rep_is_refused_in_a_sentence():
    """The sentence names the id."""
    with pytest.raises(UnknownRep, match='No rep "nobody"'):
        trend(history(REPS, READINGS), "nobody", WEEKS)


def test_no_weeks_have_no_rows():
    """An empty range is an empty table."""
    assert trend(history(REPS), "anna", []).empty
