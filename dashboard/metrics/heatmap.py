"""Where is the team warm and where cold? Tables for rep x pillar, rep x week and team x pillar."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from dashboard.metrics.history import History
from dashboard.metrics.scores import MEASURES, by_rep_and_week
from dashboard.model.cards import Flag, State, Verdict
from dashboard.model.pillars import PILLARS


class Measure(StrEnum):
    """What a cell of the rep x pillar table says, in points; a change is net of the team where there is one."""

    SCORE = "score"
    GAP = "gap"
    CHANGE_4W = "change_4w"


REP = ["rep_id", "name"]


def by_pillar(week_table: pd.DataFrame, measure: Measure = Measure.SCORE) -> pd.DataFrame:
    """Return reps x pillars in points, in the table's order, NaN where missing; reps who left are not in it."""
    if measure is Measure.CHANGE_4W:
        return _cells(week_table, "net_change_4w").fillna(_cells(week_table, "change_4w"))
    return _cells(week_table, "" if measure is Measure.SCORE else str(measure))


def beyond(week_table: pd.DataFrame) -> pd.DataFrame:
    """Return reps x pillars like `by_pillar`: 1 where a four-week change is up beyond noise, -1 where down, else 0.

    A move that is told over its own weeks, and goes another way over the four, is not marked.
    """
    found: Any = _cells(week_table, "verdict")
    change = by_pillar(week_table, Measure.CHANGE_4W)
    return (found.eq(Verdict.UP) & (change > 0)).astype(int) - (found.eq(Verdict.DOWN) & (change < 0)).astype(int)


def _cells(week_table: pd.DataFrame, part: str) -> pd.DataFrame:
    present = week_table[week_table["state"].ne(State.LEFT)]
    cells = present.set_index(REP)[[f"{pillar}_{part}" if part else str(pillar) for pillar in PILLARS]]
    return cells.set_axis(pd.Index(list(map(str, PILLARS)), name="pillar"), axis=1)


def by_week(history: History, measure: str, weeks: Sequence[date]) -> pd.DataFrame:
    """Return reps x weeks of one pillar (0-25 points) or of "total" (0-100), NaN where missing.

    Every week asked for has a column, so that a week without readings can be seen. Reps who left are not in it.
    """
    matrix = by_rep_and_week(history.scores, history.reps["rep_id"], measure, weeks)
    present = history.shown & history.reps["status"].ne(State.LEFT).fillna(True).to_numpy(dtype=bool)
    index = pd.MultiIndex.from_frame(history.reps.loc[present, REP])
    return matrix[present].set_axis(index, axis=0).rename_axis(columns="week")


def by_team(week_table: pd.DataFrame) -> pd.DataFrame:
    """Return teams x measures: the median in points of the team's scored reps who are not new, and `n`, how many.

    Reps whose team no file names are one team with an empty name.
    """
    scored = week_table[week_table["state"].eq(State.SCORED) & ~week_table[Flag.NEW_STARTER].astype(bool)]
    teams = scored.groupby(scored["team"].fillna(""), sort=True)
    return teams[list(MEASURES)].median().assign(n=teams.size()).rename_axis(index="team")
