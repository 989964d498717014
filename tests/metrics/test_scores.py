"""What did each rep score in each week?"""

from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.scores import by_rep_and_week
from tests.metrics.drawn import WEEK, history, totals

TWO = """
    rep_id week  brand people insights relationships total
    anna   10-19 10    5      2        15            -
    anna   11-09 11    6      -        15            60
    anna   11-16 12    6      3        16            -
    ben    11-16 -     -      -        -             -
"""
REPS = """
    rep_id
    anna
    ben
"""


def test_a_week_has_one_row_per_rep_and_one_column_per_measure():
    """12 + 6 + 3 + 16 = 37; a rep whose row is blank is missing, not 0."""
    now = history(REPS, TWO).scores.at(WEEK)
    assert now[0].tolist() == [12, 6, 3, 16, 37]
    assert np.isnan(now[1]).all()


def test_a_change_is_against_exactly_the_week_so_many_weeks_before():
    """One week: 37 - 60 = -23 and no change of the insights missing then; four weeks: 37 - 32 = 5."""
    scores = history(REPS, TWO).scores
    one = scores.change(WEEK, 1)[0]
    assert one[[0, 4]].tolist() == [1, -23]
    assert np.isnan(one[2])
    assert scores.change(WEEK, 4)[0].tolist() == [2, 1, 1, 1, 5]
    assert np.isnan(scores.change(WEEK, 2)[0]).all()


def test_changes_are_free_of_binary_dust():
    """62.76 - 60.42 is 2.34, not 2.3399999999999963."""
    assert totals("10-19 11-16", anna="60.42 62.76").scores.change(WEEK, 4)[0, 4] == 2.34


def test_the_first_and_last_score_look_no_further_than_the_week():
    """Anna's first score is of 19 October and her last of 9 November, seen from the 15th; Ben has none."""
    scores = history(REPS, TWO).scores
    assert scores.first_scored(date(2026, 11, 9)).astype(str).tolist() == ["2026-10-19", "NaT"]
    assert scores.last_scored(date(2026, 11, 15)).astype(str).tolist() == ["2026-11-09", "NaT"]
    assert np.isnat(scores.last_scored(date(2026, 10, 12))).all()
    assert np.isnat(scores.first_scored(date(2026, 10, 12))).all()


def test_weeks_of_history_are_those_in_which_anybody_has_a_score():
    """A week of blank rows is no week of history."""
    blank = history(REPS, "rep_id week total\nanna 11-02 50\nben 11-16 -")
    assert blank.scores.weeks.astype(str).tolist() == ["2026-11-02"]
    assert len(history(REPS, TWO).scores.weeks_until(date(2026, 11, 9))) == 2


def test_no_readings_are_no_scores():
    """A desk with reps and no readings has missing numbers everywhere."""
    scores = history(REPS).scores
    assert np.isnan(scores.at(WEEK)).all()
    assert np.isnat(scores.last_scored(WEEK)).all()
    assert np.isnat(scores.first_scored(WEEK)).all()
    assert np.isnan(scores.column("reported_total", WEEK)).all()
    assert not len(scores.weeks)


def test_readings_of_reps_who_are_not_shown_are_not_seen():
    """A reading of somebody else changes nothing."""
    assert np.isnan(history("rep_id\nben", TWO).scores.at(WEEK)).all()


def test_the_weekly_matrix_has_a_column_for_every_week_asked_for():
    """The week of 2 November has no readings: its column is there and empty."""
    told = history(REPS, TWO)
    weeks = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    matrix = by_rep_and_week(told.scores, told.reps["rep_id"], "total", weeks)
    assert list(matrix.columns) == [pd.Timestamp(week) for week in weeks]
    assert matrix.to_numpy()[0, 1:].tolist() == [60, 37]
    assert [matrix[name].isna().all() for name in matrix] == [True, False, False]


def test_asking_does_not_change_the_tables():
    """The tables handed in are as before."""
    told = history(REPS, TWO)
    before = told.readings.copy()
    told.scores.change(WEEK, 4)
    pd.testing.assert_frame_equal(told.readings, before)
