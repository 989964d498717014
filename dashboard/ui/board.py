"""What is the leaderboard's order, and what does a click on it do?"""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.desk.review import WeekReview
from dashboard.metrics.leaderboard import Sort, leaderboard
from dashboard.model.cards import State
from dashboard.ui import board_table, cached, go, state
from dashboard.ui.board_table import FIRST_KEY, SORTS
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import mode
from dashboard.ui.say import reps

KEY = "leaderboard_table"
TALLEST = 30
"""Up to so many rows the table is as tall as its content; beyond that it scrolls."""
STATES: dict[str, str] = {
    State.MISSING: "no score",
    State.STALE: "old score",
    State.NOT_ONBOARDED: "no score yet",
    State.ON_LEAVE: "on leave",
    State.LEFT: "left",
}
"""What stands beside a rep's name where there is no score this week."""


def ordered(at: Desk, review: WeekReview, sort: Sort) -> pd.DataFrame:
    """Return the week's table in the order of the sort; reps who left are not in it."""
    return cached.made(at, "leaderboard", (sort,), lambda: _ordered(review, sort, cached.settings(at).hide_ranks))


def _ordered(review: WeekReview, sort: Sort, hide_ranks: bool) -> pd.DataFrame:
    present = review.table[review.table["state"].ne(State.LEFT)]
    return leaderboard(present, sort, hide_ranks=hide_ranks)


def legend(board: pd.DataFrame, sort: Sort) -> str:
    """Return what order, ranks and a click mean."""
    by = "by the change over four weeks net of the team's" if sort is Sort.IMPROVED else f"by {SORTS[sort].lower()}"
    ranked = " Equal ranks are ties; who has no score has no rank." if board_table.ranked(board) else ""
    return f"Click anywhere in a row to open the rep. {reps(len(board))}, {by}.{ranked}"


def open_chosen(key: str) -> None:
    """Open the rep chosen in the select box."""
    if state.shown(key):
        go.to_rep(state.shown(key))


def draw(at: Desk, board: pd.DataFrame, sort: Sort, *, one_team: bool) -> None:
    """Draw the leaderboard; a click anywhere in a row opens the rep."""
    event = st.dataframe(
        cached.made(
            at,
            "leaderboard shown",
            (sort, mode()),
            partial(board_table.written, board, sort, mode(), one_team=one_team),
        ),
        hide_index=True,
        column_config=board_table.columns(board, _opening(board)),
        height="content" if len(board) <= TALLEST else 1100,
        placeholder="–",
        key=KEY,
        on_select="rerun",
        selection_mode="single-cell",
        alt="Leaderboard: one row per rep with score, changes, band, weakest pillar and pipeline",
    )
    for row, column in event["selection"]["cells"][:1]:
        _follow(board, row, column)


def _opening(board: pd.DataFrame) -> partial[None]:
    """Return what opens the rep whose button was clicked; the ids are those of the rows as they were drawn."""
    return partial(_open_clicked, tuple(board["rep_id"]))


def _open_clicked(rep_ids: tuple[str, ...]) -> None:
    row = state.clicked_row(FIRST_KEY)
    if row is not None and row < len(rep_ids):
        go.to_rep(rep_ids[row])


def _follow(board: pd.DataFrame, row: int, column: str) -> None:
    """Open the rep of a clicked cell.

    The first column has buttons of its own: the browser also marks its top cell when the table is sorted by a click
    on a heading, which must not open anybody.
    """
    if column not in board_table.FIRST and row < len(board):
        go.to_rep(board["rep_id"].iloc[row])
        go.follow()
