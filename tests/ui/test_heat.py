"""Which weeks has the heatmap, and whose clicks are whose?"""

from datetime import date

import pandas as pd
import pytest

from dashboard.model.cards import Shift
from dashboard.model.pillars import Pillar
from dashboard.ui.heat import begun, weeks
from tests.metrics.drawn import WEEK, history

REPS = "rep_id name\nanna Anna\nben Ben"
READINGS = """
    rep_id week  brand people insights relationships
    anna   10-26 10    10     10       10
    anna   11-09 11    10     10       10
    ben    11-16 12    10     10       10
"""


def test_weeks_begin_with_the_history():
    """Columns before anybody's first reading say nothing; a week without one later on is a column of dashes."""
    heat = weeks(history(REPS, READINGS), "total", WEEK)
    assert heat.columns == ("26 Oct", "2 Nov", "9 Nov", "16 Nov")
    assert heat.numbers.iloc[:, 1].isna().all()


def test_without_any_reading_the_week_itself_is_left():
    """A map has at least one column."""
    assert weeks(history(REPS, "rep_id week"), "total", WEEK).columns == ("16 Nov",)


@pytest.mark.parametrize(("cells", "left"), [([None, 1.0, None], 2), ([1.0, None, None], 3), ([None, None, None], 1)])
def test_only_what_lies_before_the_history_is_cut(cells: list[float | None], left: int):
    """The end of the span stays."""
    days = [date(2026, 11, 2), date(2026, 11, 9), WEEK]
    assert begun(pd.DataFrame([cells], columns=days, dtype=float)).columns.tolist() == days[-left:]


@pytest.mark.parametrize(("subject", "marked"), [("total", True), ("brand", True), ("people", False)])
def test_a_week_in_which_the_team_moved_together_is_marked(subject: str, marked: bool):
    """The heading has the mark and the legend says what it means; on a pillar that did not move there is none."""
    shift = Shift(Pillar.BRAND, date(2026, 11, 2), -1.0, 0.9)
    heat = weeks(history(REPS, READINGS), subject, WEEK, (shift,))
    assert ("2 Nov ≈" in heat.columns) is marked
    assert ("moved together" in heat.legend) is marked
