"""What did each rep score in each week?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.metrics.grid import NOWHERE, Days, Floats, Grid, Marks, Whole, as_days, build_grid, take
from dashboard.model.tables import SCORES

MEASURES: tuple[str, ...] = (*SCORES, "total")
"""The five numbers that change from week to week: four pillars (0-25 points each) and their total (0-100)."""

TOTAL = MEASURES.index("total")
PILLAR_PART = slice(0, len(SCORES))


@dataclass(frozen=True)
class Scores:
    """All readings of the shown reps, ready to be asked by week.

    `points` has one row per reading and one column per measure; `last` says, by week and rep, in which place of
    `grid.weeks` the newest score at or before the week stands (-1: none yet).
    """

    grid: Grid
    points: Floats
    readings: pd.DataFrame
    last: NDArray[np.int32]

    def at(self, week: date) -> Floats:
        """Return reps x measures in exactly that week, in points, NaN where missing."""
        rows = self.grid.at(week)
        if not len(self.points):
            return np.full((len(rows), len(MEASURES)), np.nan)
        return np.where((rows >= 0)[:, None], self.points[rows], np.nan)

    def block(self, weeks: Sequence[date], rows: Whole | None = None) -> Floats:
        """Return reps x measures x weeks, in points, NaN where missing; `rows` are the reps' places (default: all)."""
        places = np.array([self.grid.place(week) for week in weeks])
        found = self.whole if rows is None else self.whole[rows]
        return np.ascontiguousarray(found[:, :, places])

    @cached_property
    def whole(self) -> Floats:
        """Return reps x measures x weeks of the grid, in points, and one week more, in which all are missing."""
        none = np.full((self.grid.rows.shape[1], len(MEASURES)), np.nan)
        return np.stack([*(self.at(week) for week in self.grid.weeks.astype(object)), none], axis=2)

    def change(self, week: date, weeks: int) -> Floats:
        """Return the change in points against exactly `weeks` weeks before, NaN if either week is missing."""
        return np.round(self.at(week) - self.at(week - timedelta(weeks=weeks)), 6)

    def column(self, name: str, week: date) -> Floats:
        """Return any other number of the readings in exactly that week."""
        return take(self.readings[name].to_numpy(dtype=float), self.grid.at(week))

    def last_scored(self, week: date) -> Days:
        """Return the week of each rep's newest score at or before the week (NaT: none yet)."""
        return self._weeks_of(self._last(week))

    def first_scored(self, week: date) -> Days:
        """Return the week of each rep's first score, if it is not after the week (NaT: none yet)."""
        ever = self._last(week) >= 0
        first = np.argmax(self.last >= 0, axis=0) if len(self.last) else np.zeros(len(ever), dtype=int)
        return self._weeks_of(np.where(ever, first, NOWHERE))

    @cached_property
    def weeks(self) -> Days:
        """The weeks in which anybody has a score, oldest first."""
        if not len(self.last):
            return self.grid.weeks
        return self.grid.weeks[(self.last == np.arange(len(self.last))[:, None]).any(axis=1)]

    @cached_property
    def final(self) -> Days:
        """The week of each rep's very last score (NaT: none at all)."""
        return self._weeks_of(self.last[-1]) if len(self.last) else self._weeks_of(self._last(date.min))

    def weeks_until(self, week: date) -> Days:
        """Return the weeks up to this one in which anybody has a score, oldest first."""
        return self.weeks[: np.searchsorted(self.weeks, np.datetime64(week, "D"), side="right")]

    def _last(self, week: date) -> NDArray[np.int32]:
        place = int(np.searchsorted(self.grid.weeks, np.datetime64(week, "D"), side="right")) - 1
        return self.last[place] if place >= 0 else np.full(self.grid.rows.shape[1], NOWHERE, dtype=np.int32)

    def _weeks_of(self, places: NDArray[np.int32]) -> Days:
        if not len(self.grid.weeks):
            return np.full(len(places), np.datetime64("NaT", "D"))
        return np.where(places >= 0, self.grid.weeks[places], np.datetime64("NaT", "D"))


def build_scores(reps: pd.DataFrame, readings: pd.DataFrame) -> Scores:
    """Return the readings (one row per rep and week) by rep, in the order of `reps`, and week."""
    keys = pd.Index(reps["rep_id"]).get_indexer(pd.Index(readings["rep_id"]))
    grid = build_grid(keys, len(reps), readings["week"])
    points = np.round(readings[list(MEASURES)].to_numpy(dtype=float), 6)
    return Scores(grid, points, readings, _last_scored(grid, np.any(~np.isnan(points), axis=1)))


def _last_scored(grid: Grid, has_score: Marks) -> NDArray[np.int32]:
    if not len(has_score):
        return grid.rows
    scored = (grid.rows >= 0) & has_score[grid.rows]
    places = np.where(scored, np.arange(len(grid.weeks), dtype=np.int32)[:, None], np.int32(NOWHERE))
    return np.maximum.accumulate(places, axis=0)


def by_rep_and_week(scores: Scores, rep_ids: pd.Series, measure: str, weeks: Sequence[date]) -> pd.DataFrame:
    """Return one measure as reps x weeks, in points, NaN where missing; weeks nobody has are columns of NaN."""
    place = MEASURES.index(measure)
    columns = [take(scores.points[:, place], scores.grid.at(week)) for week in weeks]
    matrix = np.column_stack(columns) if columns else np.empty((len(rep_ids), 0))
    return pd.DataFrame(matrix, index=pd.Index(rep_ids, name="rep_id"), columns=as_days(weeks))
