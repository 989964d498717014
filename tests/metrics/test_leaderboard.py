"""Who is on top, by which measure?"""

import pytest

from dashboard.metrics.leaderboard import SORT_COLUMNS, Sort, leaderboard, sortable
from dashboard.metrics.week import week_table
from dashboard.model.settings import Settings
from tests.metrics.drawn import DEFAULTS, WEEK, history, totals

REPS = "rep_id team status\na N -\nb N -\nc N -\nd N -\naway N on_leave\ngone N left\nnever N -"
READINGS = """
    rep_id week  brand people insights relationships
    a      10-19 10    10     10       10
    b      10-19 10    10     10       10
    c      10-19 10    10     10       10
    a      11-16 13    11     10       10
    b      11-16 10    12     10       12
    c      11-16 11    10     14       11
    d      11-16 20    20     20       20
    away   11-16 24    24     24       24
    gone   11-16 24    24     24       24
"""
PIPELINE = """
    rep_id week  currency attainment open_pipeline quota won meetings
    a      11-16 USD      0.2        300           100   50  -
    b      11-16 USD      0.9        400           100   0   7
    away   11-16 USD      2          900           100   0   9
"""

EXACT = Settings(min_change_total=0.0, min_change_pillar=0.0)


def board(sort=Sort.IMPROVED, settings=EXACT, *, hide_ranks=False):
    """Return ids with ranks, 0 for none; only equal numbers are ties unless told otherwise."""
    table = week_table(history(REPS, READINGS, PIPELINE), WEEK, Settings(), DEFAULTS)
    told = leaderboard(table, sort, hide_ranks=hide_ranks, settings=settings)
    return list(zip(told["rep_id"], told["rank"].fillna(0).astype(int), strict=True))


UNRANKED = [("never", 0), ("away", 0), ("gone", 0)]

# Four-week changes: a +4, b +4, c +6; the median is 4, net 0, 0, +2. d came this week.
ORDERS = {
    Sort.IMPROVED: [("c", 1), ("a", 2), ("b", 2), ("d", 0)],
    Sort.SCORE: [("d", 1), ("c", 2), ("a", 3), ("b", 3)],  # 80, 46, 44, 44
    Sort.BRAND: [("d", 1), ("a", 2), ("c", 3), ("b", 4)],
    Sort.PEOPLE: [("d", 1), ("b", 2), ("a", 3), ("c", 4)],
    Sort.INSIGHTS: [("d", 1), ("c", 2), ("a", 3), ("b", 3)],
    Sort.RELATIONSHIPS: [("d", 1), ("b", 2), ("c", 3), ("a", 4)],
    Sort.ATTAINMENT: [("b", 1), ("a", 2), ("c", 0), ("d", 0)],
    Sort.PIPELINE: [("b", 1), ("a", 2), ("c", 0), ("d", 0)],
    Sort.COVERAGE: [("a", 1), ("b", 2), ("c", 0), ("d", 0)],  # 300 / 50 and 400 / 100
    Sort.MEETINGS: [("b", 1), ("a", 0), ("c", 0), ("d", 0)],
}


@pytest.mark.parametrize("sort", list(Sort))
def test_each_sort_puts_the_largest_first_and_the_missing_last(sort):
    """Ties share a rank and stand by name; who has no score has no rank, however high the number."""
    assert board(sort) == ORDERS[sort] + UNRANKED


def test_most_improved_is_the_default():
    """A board of levels only hurts the bottom."""
    assert board() == board(Sort.IMPROVED)


def test_a_week_cannot_be_sorted_by_what_nobody_has():
    """Without the week four weeks before nobody improved, and without pipeline there is no attainment."""
    told = week_table(totals("11-09 11-16", a="50 52", b="50 50"), WEEK, Settings(), DEFAULTS)
    assert [sort for sort in (Sort.SCORE, Sort.IMPROVED, Sort.ATTAINMENT) if sortable(told, sort)] == [Sort.SCORE]


@pytest.mark.parametrize(("other", "can"), [("USD", True), ("EUR", False)])
def test_money_is_compared_within_one_currency_only(other: str, can: bool):
    """300 dollars and 400 euros have no order; their meetings have."""
    told = week_table(
        history(REPS, READINGS, PIPELINE.replace("b      11-16 USD", f"b      11-16 {other}")),
        WEEK,
        Settings(),
        DEFAULTS,
    )
    assert sortable(told, Sort.PIPELINE) is can
    assert sortable(told, Sort.MEETINGS)


def test_ranks_can_be_hidden_and_the_order_stays():
    """Every rank is empty."""
    hidden = board(hide_ranks=True)
    assert [rep for rep, _ in hidden] == [rep for rep, _ in board()]
    assert {rank for _, rank in hidden} == {0}


def test_every_sort_has_a_column_of_the_table():
    """The closed set is covered."""
    table = week_table(history(REPS, READINGS), WEEK, Settings(), DEFAULTS)
    assert set(SORT_COLUMNS) == set(Sort)
    assert set(SORT_COLUMNS.values()) <= set(table.columns)


def test_all_ties_are_all_first():
    """Three reps who did not move at all."""
    told = week_table(totals("10-19 11-16", a="50 50", b="50 50", c="50 50"), WEEK, Settings(), DEFAULTS)
    assert leaderboard(told)["rank"].tolist() == [1, 1, 1]


def test_an_empty_board_is_a_board():
    """No reps are no error."""
    assert leaderboard(week_table(history("rep_id"), WEEK, Settings(), DEFAULTS)).empty


INSIDE_NOISE = {
    Sort.IMPROVED: [("c", 1), ("a", 2), ("b", 2), ("d", 0)],  # net 2, 0, 0: two points apart are worth mentioning
    Sort.SCORE: [("d", 1), ("c", 2), ("a", 3), ("b", 3)],  # 80, 46, 44, 44
    Sort.PEOPLE: [("d", 1), ("b", 2), ("a", 3), ("c", 4)],  # 20, 12, 11, 10: one point apart
    Sort.ATTAINMENT: [("b", 1), ("a", 2), ("c", 0), ("d", 0)],  # counted, not estimated
}


@pytest.mark.parametrize("sort", list(INSIDE_NOISE))
def test_what_is_worth_mentioning_parts_two_ranks(sort):
    """With the usual minimum changes of 2 points in total and 1 on a pillar."""
    assert board(sort, settings=Settings()) == INSIDE_NOISE[sort] + UNRANKED


def test_inside_noise_ties_share_a_rank_and_stand_by_value():
    """With three points as the minimum 46 and 44 are one rank, the higher one still first."""
    assert board(Sort.SCORE, settings=Settings(min_change_total=3.0))[1:4] == [("c", 2), ("a", 2), ("b", 2)]


def test_a_new_starter_is_in_sight_without_a_rank():
    """Cleo came four weeks ago and stands below those who are ranked, however high the score."""
    told = week_table(
        totals("08-31 10-19 11-16", anna="50 60 61", ben="50 55 56", cleo="- 70 80"), WEEK, EXACT, DEFAULTS
    )
    for sort in (Sort.SCORE, Sort.IMPROVED):
        found = leaderboard(told, sort, settings=EXACT)
        assert found["rep_id"].tolist()[-1] == "cleo"
        assert found["rank"].isna().tolist() == [False, False, True]


def test_who_only_came_back_has_not_improved_most():
    """C gained most, but only climbed out of a dip: placed like no change, with a and b; by score nothing changes."""
    table = week_table(history(REPS, READINGS, PIPELINE), WEEK, Settings(), DEFAULTS)
    table["back"] = table["rep_id"].eq("c")
    told = leaderboard(table, settings=EXACT).set_index("rep_id")
    assert told.loc[["a", "b", "c"], "rank"].tolist() == [1, 1, 1]
    assert told.loc["c", "net_change_4w"] == 2
    assert leaderboard(table, Sort.SCORE, settings=EXACT)["rep_id"].tolist()[:2] == ["d", "c"]
