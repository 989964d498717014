"""What is the leaderboard's order, and what does a click on it do?"""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.coaching.beside import groups
from dashboard.desk.review import WeekReview
from dashboard.exports.workbook import CALL
from dashboard.metrics.leaderboard import USUAL, Sort, apart, leaderboard, sortable
from dashboard.model.cards import Flag, State, Verdict
from dashboard.model.settings import Settings
from dashboard.ui import board_table, cached, go, state
from dashboard.ui.among import Among
from dashboard.ui.board_table import FIRST_KEY, SORTS
from dashboard.ui.cached import Desk
from dashboard.ui.pictures import mode
from dashboard.ui.quadrants import calls
from dashboard.ui.say import listed, plain, reps

KEY = "leaderboard_table"
TALLEST = 30
"""Up to so many rows the table is as tall as its content; beyond that it scrolls."""


def ordered(at: Desk, review: WeekReview, sort: Sort, among: Among) -> pd.DataFrame:
    """Return the week's table in the order of the sort, of those to rank among; reps who left are not in it."""
    settings = cached.settings(at)
    return cached.made(at, "leaderboard", (sort, among.name), lambda: _ordered(review, sort, settings, among.rep_ids))


def _ordered(review: WeekReview, sort: Sort, settings: Settings, rep_ids: tuple[str, ...]) -> pd.DataFrame:
    present = review.table[review.table["state"].ne(State.LEFT)]
    if rep_ids:
        present = present[present["rep_id"].isin(rep_ids)]
    return leaderboard(present, sort, hide_ranks=settings.hide_ranks, settings=settings)


def usable(review: WeekReview, asked: Sort) -> Sort:
    """Return the order asked for, or that by score where the week cannot be sorted so."""
    return asked if sortable(review.table, asked) else Sort.SCORE


def exported(review: WeekReview, board: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Return the leaderboard as it is taken along: with what the week calls for with each rep."""
    said = calls(review, settings)
    return board.assign(**{CALL: board["rep_id"].map(said)})


def legend(board: pd.DataFrame, asked: Sort, by: Sort) -> str:
    """Return what the order and the ranks mean, and what a click does; `by` is the order in place of the one asked."""
    instead = f"{_unable(asked)}, so the order is by score. " if asked is not by else ""
    ranked = f" {_ranks(by)}" if board_table.ranked(board) else ""
    click = "Click a row to open the rep; pipeline is on the right."
    return f"{instead}{reps(len(board))}, {_order(by, board)}.{ranked}{_provisional(board)} {click}"


def _provisional(board: pd.DataFrame) -> str:
    """Return whose changes are called beyond noise on little history."""
    called = board[Flag.PROVISIONAL] & board["verdict"].isin([Verdict.UP, Verdict.DOWN])
    names = board.loc[called, "name"].tolist()
    return f" Provisional, on under twelve weeks of scores: {plain(listed(names))}." if names else ""


def _order(by: Sort, board: pd.DataFrame) -> str:
    if by is Sort.IMPROVED:
        return f"first who gained most in four weeks, net of {groups(board['compared_with'])}"
    return f"highest {SORTS[by].lower()} first"


def _ranks(by: Sort) -> str:
    """Return what the ranks go by, who has none, and when one is shared."""
    ties = " Who noise could swap shares one." if apart(by, USUAL) else ""
    if by is Sort.IMPROVED:
        return f"The rank is by that gain, not by score; without a score four weeks ago there is none.{ties}"
    return f"A rank needs {'a score' if by is Sort.SCORE else f'a score and {SORTS[by].lower()}'}.{ties}"


def _unable(asked: Sort) -> str:
    """Return why the week cannot be sorted as asked."""
    if asked is Sort.IMPROVED:
        return "Who improved most cannot be told yet: nobody has a score now and one of four weeks before"
    if asked is Sort.PIPELINE:
        return "Open pipeline is unknown or in several currencies, which are never compared"
    return f"Nobody with a score has {SORTS[asked].lower()}"


def open_chosen(key: str) -> None:
    """Open the rep chosen in the select box."""
    if state.shown(key):
        go.to_rep(state.shown(key))


def draw(at: Desk, board: pd.DataFrame, sort: Sort, among: Among, *, one_team: bool) -> None:
    """Draw the leaderboard; a click anywhere in a row opens the rep."""
    event = st.dataframe(
        cached.made(
            at,
            "leaderboard shown",
            (sort, among.name, mode()),
            partial(board_table.written, board, sort, mode(), one_team=one_team),
        ),
        hide_index=True,
        column_config=board_table.columns(board, _opening(board), one_team=one_team),
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
