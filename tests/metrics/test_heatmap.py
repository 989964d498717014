"""Where is the team warm and where cold?"""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.heatmap import Measure, beyond, by_pillar, by_team, by_week
from dashboard.metrics.week import week_table
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history

REPS = """
    rep_id name team  role status
    anna   Anna North AE   -
    ben    Ben  North SDR  -
    cleo   Cleo -     AE   -
    gone   Gone North AE   left
"""
READINGS = """
    rep_id week  brand people insights relationships
    anna   10-19 10    10     10       10
    anna   11-16 12    9      10       -
    ben    11-16 20    20     20       20
    cleo   11-09 5     5      5        5
    gone   11-16 1     1      1        1
"""
TABLE = week_table(history(REPS, READINGS), WEEK, Settings(), DEFAULTS)
NAN = np.nan

CELLS = {
    Measure.SCORE: [12, 9, 10, NAN],
    Measure.GAP: [0.2, 3.6, 7.9, NAN],  # against the default 11.8, 5.4, 2.1
    Measure.CHANGE_4W: [2, -1, 0, NAN],
}


@pytest.mark.parametrize("measure", list(Measure))
def test_reps_by_pillar_shows_the_measure_asked_for(measure):
    """Anna's row; what is missing is missing, not 0."""
    cells = by_pillar(TABLE, measure)
    np.testing.assert_allclose(cells.to_numpy()[0], CELLS[measure], atol=1e-9)
    assert cells.columns.tolist() == ["brand", "people", "insights", "relationships"]


def test_reps_without_a_score_have_a_row_and_reps_who_left_have_none():
    """Out of the averages, never out of sight; gone is gone."""
    assert by_pillar(TABLE).index.tolist() == [("anna", "Anna"), ("ben", "Ben"), ("cleo", "Cleo")]


WEEKS = [date(2026, 11, 2), date(2026, 11, 9), WEEK]


def test_reps_by_week_has_every_week_asked_for():
    """Nobody has the week of 2 November: an empty column."""
    cells = by_week(history(REPS, READINGS), "people", WEEKS)
    assert cells.columns.tolist() == [pd.Timestamp(week) for week in WEEKS]
    assert cells.index.tolist() == [("anna", "Anna"), ("ben", "Ben"), ("cleo", "Cleo")]
    np.testing.assert_equal(cells.to_numpy(), [[NAN, NAN, 9], [NAN, NAN, 20], [NAN, 5, NAN]])


def test_reps_by_week_can_show_the_total_and_one_role():
    """20 + 20 + 20 + 20 = 80; Anna's is incomplete."""
    cells = by_week(history(REPS, READINGS, role="SDR"), "total", [WEEK])
    assert cells.to_numpy().tolist() == [[80]]


def test_teams_by_pillar_are_medians_over_scored_reps_with_their_number():
    """North: medians of 12 and 20, 9 and 20, 10 and 20, and of 20 alone; Cleo's team has no score this week."""
    teams = by_team(TABLE)
    assert teams.index.tolist() == ["North"]
    medians = teams[["brand", "people", "insights", "relationships", "n"]].to_numpy()
    assert medians.tolist() == [[16, 14.5, 15, 20, 2]]


def test_reps_without_a_team_are_a_team_without_a_name():
    """Cleo is scored in the week before."""
    table = week_table(history(REPS, READINGS), date(2026, 11, 9), Settings(), DEFAULTS)
    assert by_team(table).index.tolist() == [""]


def test_an_empty_desk_has_empty_tables():
    """No reps are no error."""
    nobody = history("rep_id")
    table = week_table(nobody, WEEK, Settings(), DEFAULTS)
    assert by_pillar(table).empty
    assert by_team(table).empty
    assert by_week(nobody, "total", WEEKS).empty


def test_a_change_on_the_map_is_net_of_the_team():
    """Two of a team gain 2 and 4: their median is 3, so net -1 and +1; alone, the change itself."""
    two = READINGS + "    ben    10-19 16    16     16       16\n"
    cells = by_pillar(week_table(history(REPS, two), WEEK, Settings(), DEFAULTS), Measure.CHANGE_4W)
    assert cells["brand"].tolist()[:2] == [-1, 1]


def test_what_is_beyond_noise_is_told_by_its_verdict():
    """Up is 1, down is -1, every other verdict 0, also a missing one."""
    table = TABLE.assign(
        brand_verdict=["up", "steady", "with_team", "up"], people_verdict=pd.Series(["down", "too_early", None, ""])
    )
    found = beyond(table)
    assert found["brand"].tolist() == [1, 0, 0]
    assert found["people"].tolist() == [-1, 0, 0]
