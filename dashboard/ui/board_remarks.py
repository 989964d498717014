"""What should a reader of the leaderboard know beside its order: whose rise stands alone, and when did all move?"""

from collections.abc import Sequence

import pandas as pd

from dashboard.coaching.shift_words import by_week, recent
from dashboard.desk.review import WeekReview
from dashboard.metrics.leaderboard import Sort
from dashboard.model.cards import Flag
from dashboard.ui.say import listed, plain

HOLD = "The plain changes and the twelve weeks hold that; Net does not."
RISES = "Score up while meetings and pipeline are flat"


def remarks(review: WeekReview, board: pd.DataFrame, sort: Sort) -> str:
    """Return who only came back, who rises without meetings, and the weeks in which all moved; else empty."""
    moved = [f"≈ {sentence}" for sentence in by_week(recent(review.team.shifts, review.team.week)).values()]
    return plain(" ".join([*returned(board, sort), *alone(board), *moved, *([HOLD] if moved else [])]))


def returned(board: pd.DataFrame, sort: Sort) -> Sequence[str]:
    """Return one sentence naming those whose place among the most improved is that of no change, or none."""
    names = board.loc[board["back"].astype(bool) & board["rank"].notna(), "name"].tolist()
    were = "it was" if len(names) == 1 else "they were"
    said = f"Back to where {were} before a dip or a spike, so placed as unchanged: {listed(names)}."
    return [said] if names and sort is Sort.IMPROVED else []


def alone(board: pd.DataFrame) -> Sequence[str]:
    """Return one sentence naming the reps whose score rises without meetings, or none."""
    names = board.loc[board[Flag.SCORE_WITHOUT_MEETINGS].astype(bool), "name"].tolist()
    return [f"{RISES}: {listed(names)}."] if names else []
