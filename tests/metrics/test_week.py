"""What is known of every rep in one week?"""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.metrics.week import FLAGS, NUMBERS, PARTS, PIPELINE, WHO, column, week_table
from dashboard.model.cards import Flag
from dashboard.model.pillars import PILLARS
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history, totals

REPS = """
    rep_id team  role licence   status
    anna   North AE   navigator active
    ben    North SDR  free      active
    away   North AE   free      on_leave
"""
READINGS = """
    rep_id week  brand people insights relationships total
    anna   10-19 10    5      2        15            -
    anna   11-16 14    5      2        15            -
    ben    10-19 -     -      -        -             40
    ben    11-16 12    -      -        -             40
    away   11-16 20    20     20       20            -
"""
PIPELINE_ROWS = """
    rep_id week  currency open_pipeline quota won
    anna   11-09 USD      100           100   20
    anna   11-09 EUR      900           -     -
    ben    11-16 USD      50            50    50
"""


def table(told=None, week=WEEK, **settings):
    """Return the week's table by rep."""
    told = told or history(REPS, READINGS, PIPELINE_ROWS)
    return week_table(told, week, Settings(**settings), DEFAULTS).set_index("rep_id")


def test_the_table_has_the_columns_it_promises():
    """Everything of a card is a column."""
    parts = [column(measure, part) for measure in PILLARS for part in PARTS]
    totals_parts = ["change_1w", "change_4w", "net_change_4w", "verdict"]
    promised = {*WHO, *NUMBERS, *parts, *totals_parts, *PILLARS, *PIPELINE, *FLAGS, "basis", "corner"}
    assert promised - {"rep_id"} <= set(table().columns)


def test_numbers_of_a_rep_stand_in_one_row():
    """14 + 5 + 2 + 15 = 36, four more than four weeks before; brand is 2.2 over the default 11.8, people 0.4 behind."""
    anna = table().loc["anna"]
    assert (anna["total"], anna["change_4w"], anna["band"], anna["state"]) == (36, 4, "building", "scored")
    assert np.isnan(anna["change_1w"])
    assert (anna["brand_baseline"], anna["brand_gap"], anna["basis"]) == (11.8, 2.2, "default")
    assert (anna["weakest"], anna["weakest_gap"]) == ("people", -0.4)
    assert (anna["lowest"], anna["lowest_score"]) == ("insights", 2)


def test_reps_on_leave_are_in_sight_but_in_no_rank_and_no_median():
    """The rep away has 80 points and no rank; Ben's 40 is first, Anna's 36 second."""
    told = table()
    assert told.loc["away", "total"] == 80
    assert told["rank"].fillna(0).astype(int).to_dict() == {"anna": 2, "ben": 1, "away": 0}


def test_the_move_of_the_team_is_that_of_the_scored():
    """Anna rose by 4 and Ben by 0: the median is 2 and the net changes are +2 and -2."""
    assert table()["net_change_4w"].tolist()[:2] == [2, -2]


@pytest.mark.parametrize(
    ("total", "band"), [(0, "starting"), (29.99, "starting"), (30, "building"), (50, "active"), (70, "leader")]
)
def test_a_cut_belongs_to_the_band_above(total, band):
    """Cuts at 30, 50 and 70."""
    assert table(totals("11-16", anna=str(total))).loc["anna", "band"] == band


def test_band_cuts_are_a_setting():
    """With cuts at 10, 20 and 30 a total of 36 leads."""
    assert table(band_cuts=(10.0, 20.0, 30.0)).loc["anna", "band"] == "leader"


FLAGGED = {
    Flag.QUOTA_MET: ["ben"],
    Flag.PIPELINE_OLD: ["anna"],
    Flag.SEVERAL_CURRENCIES: ["anna"],
    Flag.PARTIAL_SCORE: ["ben"],
    Flag.NEW_STARTER: [],
    Flag.NEAR_LINE: [],
    Flag.BARELY_ABOVE: [],
    Flag.PERHAPS_LEFT: [],
    Flag.PROVISIONAL: [],
    Flag.SCORE_WITHOUT_MEETINGS: [],
}


@pytest.mark.parametrize("flag", list(Flag))
def test_each_flag_marks_the_reps_it_is_meant_for(flag):
    """Ben met 50 of 50 and has one pillar; Anna's two pipelines are a week old; the team has just begun: nobody is new.

    Anna (36 points, 20 % of quota) and Ben (40, all of it) are far from 50 points and half of the quota.
    """
    told = table()
    assert told.index[told[flag]].tolist() == FLAGGED[flag]


def test_the_pipeline_is_that_of_the_main_currency():
    """USD has Anna's quota: 100 open over 80 left is 1.25."""
    anna = table().loc["anna"]
    assert (anna["currency"], anna["open_pipeline"], anna["remaining"], anna["coverage"]) == ("USD", 100, 80, 1.25)
    assert anna["pipeline_week"] == pd.Timestamp("2026-11-09")


def test_the_trend_begins_with_the_desk_and_has_gaps_where_weeks_are_missing():
    """From 2 November: 50, nothing, 52; Ben came last."""
    told = table(totals("11-02 11-09 11-16", anna="50 - 52", ben="- - 40"))
    assert told["trend"].tolist() == [[50, None, 52], [None, None, 40]]


def test_the_trend_has_at_most_twelve_weeks():
    """Thirteen weeks after the first reading the first is out of sight."""
    assert table(totals("08-24 11-16", anna="50 52")).loc["anna", "trend"] == [None] * 11 + [52]


def test_a_role_filter_narrows_the_rows_and_changes_no_number():
    """Anna's row is the same under the filter, but for her rank among those shown."""
    shown = table(history(REPS, READINGS, PIPELINE_ROWS, role="AE"))
    assert shown.index.tolist() == ["anna", "away"]
    pd.testing.assert_series_equal(shown.loc["anna"].drop("rank"), table().loc["anna"].drop("rank"))
    assert shown.loc["anna", "rank"] == 1


def test_ranks_can_be_hidden():
    """With the switch on nobody has a rank."""
    assert table(hide_ranks=True)["rank"].isna().all()


def test_a_week_without_readings_has_rows_without_numbers():
    """The week after has everybody missing, and the pipeline of two weeks ago."""
    later = table(week=date(2026, 11, 23))
    assert later["total"].isna().all()
    assert later["state"].tolist() == ["missing", "missing", "on_leave"]
    assert later.loc["anna", "open_pipeline"] == 100


@pytest.mark.parametrize("told", [history("rep_id"), history("rep_id\nanna")])
def test_an_empty_desk_has_a_table_too(told):
    """No reps, or a rep without any number, are no error."""
    found = table(told)
    assert len(found) == len(told.reps)
    assert set(found["state"]) <= {"missing"}


def test_nothing_handed_in_is_changed():
    """Metrics do not write into the tables they read."""
    told = history(REPS, READINGS, PIPELINE_ROWS)
    copies = [part.copy() for part in (told.reps, told.readings, told.pipeline)]
    table(told)
    for part, copy in zip((told.reps, told.readings, told.pipeline), copies, strict=True):
        pd.testing.assert_frame_equal(part, copy)


NEW = "08-31 10-19 11-16"


def test_a_new_starter_is_in_sight_but_in_no_rank_and_no_median():
    """Cleo came four weeks ago and rose by 10: Anna is first, and the team moved by 1, the median of 1 and 1."""
    told = table(totals(NEW, anna="50 60 61", ben="50 55 56", cleo="- 70 80"), min_peers=2)
    assert told["rank"].fillna(0).astype(int).to_dict() == {"anna": 1, "ben": 2, "cleo": 0}
    assert told["net_change_4w"].to_dict() == {"anna": 0, "ben": 0, "cleo": 9}
    assert told.loc["cleo", "total"] == 80


def test_totals_inside_noise_share_a_rank():
    """Two points apart is worth mentioning, 1.9 is not; with a minimum of 1 both stand apart."""
    told = totals("11-16", anna="60", ben="58.1", cleo="58", dan="40")
    assert table(told)["rank"].tolist() == [1, 1, 3, 4]
    assert table(told, min_change_total=1.0)["rank"].tolist() == [1, 2, 2, 4]
