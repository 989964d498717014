"""Has each rep a score in the week, and if not, why?"""

from datetime import date

import numpy as np
import pytest

from dashboard.metrics.standing import new, standing
from dashboard.model.cards import State
from tests.metrics.drawn import WEEK, history, totals

REPS = """
    rep_id    status
    scored    active
    missing   -
    edge      -
    stale     -
    never     -
    idle      active
    seat      not_onboarded
    started   not_onboarded
    away      on_leave
    gone      left
"""
READINGS = """
    rep_id   week   total  brand
    scored   11-16  -      5
    missing  11-09  50     -
    edge     10-19  50     -
    stale    10-12  50     -
    seat     11-09  50     -
    started  11-16  50     -
    away     11-16  50     -
    gone     11-16  50     -
"""


def test_each_rep_stands_where_status_and_last_score_put_them():
    """Four weeks back (19 October) is still missing, five is stale; a score outweighs "not onboarded".

    Whoever never had a score is missing: only a status can say that the seat is not onboarded.
    """
    who = standing(history(REPS, READINGS), WEEK, stale_after_weeks=4)
    names = [
        "scored",
        "missing",
        "missing",
        "stale",
        "missing",
        "missing",
        "not_onboarded",
        "scored",
        "on_leave",
        "left",
    ]
    assert who.state.tolist() == names
    assert who.scored.tolist() == [name == "scored" for name in names]


def test_every_state_can_be_reached():
    """The closed set is covered by the table above."""
    assert set(standing(history(REPS, READINGS), WEEK, 4).state.tolist()) == set(State)


@pytest.mark.parametrize("status", ["left", "on_leave"])
def test_a_status_is_todays_word_and_does_not_rewrite_the_weeks_before_the_last_score(status):
    """Scored in October, last scored on 9 November, gone since."""
    told = history(f"rep_id status\nanna {status}", "rep_id week total\nanna 10-19 50\nanna 11-09 50")
    weeks = [date(2026, 10, 19), date(2026, 10, 26), date(2026, 11, 9), WEEK]
    states = [standing(told, week, 4).state.tolist() for week in weeks]
    assert states == [["scored"], ["missing"], [status], [status]]


@pytest.mark.parametrize("status", ["left", "on_leave"])
def test_a_status_does_not_rewrite_the_week_of_the_last_score_once_there_are_newer_weeks(status):
    """Anna was last scored on 26 October; said to be gone after 16 November, she still counts in October."""
    told = history(
        f"rep_id status\nanna {status}\nben -", "rep_id week total\nanna 10-26 50\nben 10-26 40\nben 11-16 41"
    )
    weeks = [date(2026, 10, 26), date(2026, 11, 2), WEEK]
    assert [standing(told, week, 4).state.tolist()[0] for week in weeks] == ["scored", status, status]


def test_nobody_waits_for_a_rep_of_whom_nothing_is_known_yet():
    """Ben comes with a pipeline on 16 November, Cleo starts on the 18th, Dan on the 11th; none has ever had a score."""
    told = history(
        "rep_id started_on\nanna -\nben -\ncleo 2026-11-18\ndan 2026-11-11",
        "rep_id week total\nanna 11-09 50\nanna 11-16 51",
        "rep_id week open_pipeline\nben 11-16 88000",
    )
    assert standing(told, date(2026, 11, 9), 4).state.tolist() == [
        "scored",
        "not_onboarded",
        "not_onboarded",
        "missing",
    ]
    assert standing(told, WEEK, 4).state.tolist() == ["scored", "missing", "missing", "missing"]


def test_staleness_is_a_setting():
    """With six weeks the score of 12 October still counts as merely missing."""
    assert standing(history(REPS, READINGS), WEEK, 6).state[3] == State.MISSING


def test_what_comes_after_the_week_is_not_known_yet():
    """Seen from before the first score of reps who have one later, they are not on the desk yet."""
    told = totals("11-09 11-16", anna="50 51", ben="- 40")
    assert standing(told, date(2026, 11, 9), 4).state.tolist() == ["scored", "not_onboarded"]
    assert standing(told, date(2026, 11, 2), 4).state.tolist() == ["not_onboarded", "not_onboarded"]


def test_a_new_starter_came_six_weeks_after_the_team_and_less_than_five_weeks_ago():
    """Three were there from the start; Ben came five weeks ago (the sixth week now), Cleo four, Dan never."""
    told = totals(
        "08-31 10-12 10-19 11-16", anna="50 50 50 50", alma="50 50 50 50", ann="50 50 50 50",
        ben="- 50 50 50", cleo="- - 50 50", dan="- - - -",
    )  # fmt: skip
    found = standing(told, WEEK, 4)
    assert found.new_starter.tolist() == [False, False, False, False, True, False]
    assert found.counted.tolist() == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    "told",
    [
        totals("11-09 11-16", anna="50 51", ben="50 51"),
        totals("10-19 11-16", anna="50 51", alma="50 51", ben="- 51"),  # the team itself began four weeks ago
        totals("08-31 11-16", anna="50 51", ben="- 51", cleo="- 51"),  # most of the team is new
    ],
)
def test_where_a_team_has_just_begun_nobody_is_new(told):
    """When everybody's history is short, a short history says nothing about a rep."""
    assert not standing(told, WEEK, 4).new_starter.any()


def test_whoever_came_with_a_deal_of_late_and_no_score_is_new():
    """Ben's first deal is of this week, Cleo's of six weeks ago, Dan is on a list of names alone."""
    reps = "rep_id team\nanna North\nben North\ncleo North\ndan North"
    scores = "rep_id week total\nanna 09-28 50\nanna 11-16 50"
    told = history(reps, scores, "rep_id week open_pipeline\nben 11-16 5\ncleo 10-05 5")
    assert standing(told, WEEK, 4).new_starter.tolist() == [False, True, False, False]
    assert not standing(told, date(2026, 11, 9), 4).new_starter.any()


def test_who_was_new_is_told_as_of_each_week():
    """Cleo was new from the first score to the fifth week; before it she was not there."""
    told = totals("08-31 10-19 11-16", anna="50 50 50", alma="50 50 50", cleo="- 50 50")
    weeks = np.array(["2026-10-12", "2026-10-19", "2026-11-16", "2026-11-23"], dtype="datetime64[D]")
    assert new(told, weeks)[:, 2].tolist() == [False, True, True, False]
