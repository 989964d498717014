"""How does the leaderboard look as a table: which columns, in which words and units?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.coaching.words import signed
from dashboard.desk.review import WeekReview
from dashboard.metrics.leaderboard import Sort, leaderboard
from dashboard.model.cards import State
from dashboard.model.pillars import LABELS, Pillar
from dashboard.ui import cached, go, state
from dashboard.ui.cached import Desk
from dashboard.ui.say import reps

KEY, NAME_KEY = "leaderboard_table", "leaderboard_name"
SORTS: dict[Sort, str] = {
    Sort.IMPROVED: "Most improved",
    Sort.SCORE: "Score",
    **{Sort(pillar.value): LABELS[pillar] for pillar in Pillar},
    Sort.ATTAINMENT: "Attainment",
}
STATES: dict[str, str] = {
    State.MISSING: "no score",
    State.STALE: "old score",
    State.NOT_ONBOARDED: "no score yet",
    State.ON_LEAVE: "on leave",
    State.LEFT: "left",
}
"""What stands in the column of the band where there is no score this week."""


def ordered(at: Desk, review: WeekReview, sort: Sort) -> pd.DataFrame:
    """Return the week's table in the order of the sort; reps who left are not in it."""
    return cached.made(at, "leaderboard", (sort,), lambda: _ordered(review, sort, cached.settings(at).hide_ranks))


def _ordered(review: WeekReview, sort: Sort, hide_ranks: bool) -> pd.DataFrame:
    present = review.table[review.table["state"].ne(State.LEFT)]
    return leaderboard(present, sort, hide_ranks=hide_ranks)


def legend(review: WeekReview, sort: Sort) -> str:
    """Return what order and ranks mean."""
    by = "by the change over four weeks net of the team's" if sort is Sort.IMPROVED else f"by {SORTS[sort].lower()}"
    return (
        f"{reps(len(review.cards))}, {by}. Equal ranks are ties; who has no score has no rank. Click a name to open it."
    )


def shown(board: pd.DataFrame, sort: Sort, *, one_team: bool) -> pd.DataFrame:
    """Return the leaderboard in the columns and words of the screen, in its order; missing stays missing."""
    columns: dict[str, Any] = {
        "Rank": board["rank"],
        "Rep": board["name"],
        **({} if one_team or board["team"].nunique(dropna=False) < 2 else {"Team": board["team"]}),
        "SSI": board["total"],
        "12 weeks": [[value for value in line if value is not None] for line in board["trend"]],
        "1 week": tenths(board["change_1w"]),
        "4 weeks": tenths(board["change_4w"]),
    }
    return pd.DataFrame(columns | _sorted_by(board, sort) | _words(board) | _pipeline(board))


def tenths(changes: pd.Series) -> pd.Series:
    """Return changes in points as they are written, so that none reads "-0.0".

    >>> tenths(pd.Series([-0.04, 1.26])).tolist()
    [0.0, 1.3]
    """
    return pd.Series([round(change, 1) + 0.0 for change in changes.astype(float).tolist()], index=changes.index)


def _sorted_by(board: pd.DataFrame, sort: Sort) -> dict[str, Any]:
    """Return the column of the sort where no other column shows it."""
    if sort is Sort.IMPROVED:
        return {"Net": tenths(board["net_change_4w"])}
    return {SORTS[sort]: board[sort.value]} if sort.value in LABELS else {}


def _words(board: pd.DataFrame) -> dict[str, Any]:
    """Return the band of each rep, or why there is none, and the weakest pillar."""
    pairs = zip(board["band"], board["state"], strict=True)
    bands = [str(band).capitalize() if isinstance(band, str) else STATES.get(held, "") for band, held in pairs]
    gaps = zip(board["weakest"], board["weakest_gap"], strict=True)
    return {"Band": bands, "Weakest": [f"{LABELS[at]} {signed(gap)}" if at in LABELS else None for at, gap in gaps]}


def _pipeline(board: pd.DataFrame) -> dict[str, Any]:
    """Return the pipeline's columns; with several currencies each row names its own."""
    several = {"Currency": board["currency"]} if len(currencies(board)) > 1 else {}
    return {
        "Attained": board["attainment"].astype(float) * 100,
        **several,
        "Open": board["open_pipeline"],
        "Coverage": board["coverage"],
        "Won": board["won"],
        "Meetings": board["meetings"],
    }


def currencies(board: pd.DataFrame) -> list[str]:
    """Return the currencies of the pipelines shown."""
    return sorted(unit for unit in board["currency"].dropna().unique() if unit)


def columns(board: pd.DataFrame) -> dict[str, Any]:
    """Return how each column is drawn: its width, its format, and what it means."""
    number, text = st.column_config.NumberColumn, st.column_config.TextColumn
    units = currencies(board)
    unit = f", in {units[0]}" if len(units) == 1 else ", in the row's currency" if units else ""
    named = f", {units[0]}" if len(units) == 1 else ""
    money = partial(number, width=80 if named else 56, format="compact")
    low, high = _reach(board["trend"].tolist())
    pillars = {LABELS[pillar]: number(width=96, format="%.1f", help="Points of 25.") for pillar in Pillar}
    return pillars | {
        "Rank": number(width=44, format="%d", pinned=True, help="By the order chosen; equal numbers share a rank."),
        "Rep": st.column_config.ButtonColumn(
            width=128, pinned=True, alignment="left", type="tertiary", key=NAME_KEY, on_click=_open_named,
            args=(tuple(board["rep_id"]),), help="Click a name to open the rep.",
        ),
        "Team": text(width=116),
        "SSI": number(width=50, format="%.1f", help="Points of 100."),
        "12 weeks": st.column_config.LineChartColumn(
            width=68, y_min=low, y_max=high, help="Twelve weeks of the score; weeks without one are left out."
        ),
        "1 week": number(width=56, format="%+.1f", help="Change in points against the week before."),
        "4 weeks": number(width=60, format="%+.1f", help="Change in points against four weeks before."),
        "Net": number(width=48, format="%+.1f", help="The change over 4 weeks, less the team's median change."),
        "Band": text(width=78, help="Starting, building, active, leader; or why there is no score."),
        "Weakest": text(width=118, help="The pillar furthest below its baseline and its gap, not the lowest score."),
        "Attained": number(width=66, format="%.0f%%", help="Share of the quota reached."),
        "Open": money(f"Open{named}", help=f"Money in open deals{unit}."),
        "Coverage": number(width=74, format="%.1f×", help="Open pipeline as a multiple of what is left of the quota."),
        "Won": money(f"Won{named}", help=f"Money in won deals{unit}."),
        "Meetings": number(width=70, format="%d"),
        "Currency": text("Unit", width=46, help="Amounts are in this currency and never added across currencies."),
    }  # fmt: skip


def _reach(trends: Sequence[Sequence[float | None]]) -> tuple[float, float]:
    """Return one scale for all sparklines, so that a flat line looks flat."""
    values = [value for line in trends for value in line if value is not None] or [0.0, 100.0]
    return min(values) - 1, max(values) + 1


def _open_named(rep_ids: tuple[str, ...]) -> None:
    row = state.clicked_row(NAME_KEY)
    if row is not None and row < len(rep_ids):
        go.to_rep(rep_ids[row])


def open_chosen(key: str) -> None:
    """Open the rep chosen in the select box."""
    if state.shown(key):
        go.to_rep(state.shown(key))


def draw(at: Desk, board: pd.DataFrame, sort: Sort, *, one_team: bool) -> None:
    """Draw the leaderboard; a click on a name or a picked row opens the rep."""
    event = st.dataframe(
        cached.made(at, "leaderboard shown", (sort,), lambda: shown(board, sort, one_team=one_team)),
        hide_index=True,
        column_config=columns(board),
        height="content" if len(board) <= 30 else 1100,
        placeholder="–",
        key=KEY,
        on_select="rerun",
        selection_mode="single-row",
        alt="Leaderboard: one row per rep with score, changes, band, weakest pillar and pipeline",
    )
    for row in event["selection"]["rows"][:1]:
        go.to_rep(board["rep_id"].iloc[row])
        go.follow()
