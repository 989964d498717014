"""Where in a table does each key's row of each week stand?

Built once per history, so that any week is one lookup instead of another pivot.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.integer]
Marks = NDArray[np.bool_]
Days = NDArray[np.datetime64]
Words = NDArray[np.object_]

NOWHERE = -1


@dataclass(frozen=True)
class Grid:
    """Row positions of a table by week (rows) and key (columns), -1 where the table has none."""

    weeks: Days
    rows: NDArray[np.int32]

    def place(self, week: date) -> int:
        """Return which row of the grid is that week, -1 if it has none."""
        place = int(np.searchsorted(self.weeks, np.datetime64(week, "D")))
        return place if place < len(self.weeks) and self.weeks[place] == np.datetime64(week, "D") else NOWHERE

    def at(self, week: date) -> NDArray[np.int32]:
        """Return each key's row position in exactly that week."""
        place = self.place(week)
        return self.rows[place] if place >= 0 else np.full(self.rows.shape[1], NOWHERE, dtype=np.int32)

    def newest(self, week: date, weeks_back: int) -> NDArray[np.int32]:
        """Return each key's newest row position at or before the week, at most so many weeks old."""
        found = self.at(week).copy()
        for lag in range(1, weeks_back + 1):
            found = np.where(found >= 0, found, self.at(week - timedelta(weeks=lag)))
        return found


def build_grid(keys: Whole, key_count: int, weeks: pd.Series) -> Grid:
    """Return the grid of a table from its key codes (-1 = not shown) and weeks; of several rows the last counts.

    >>> week = pd.Series(pd.to_datetime(["2026-11-02", "2026-11-09", "2026-11-09"]))
    >>> build_grid(np.array([0, 0, 1]), 2, week).rows.tolist()
    [[0, -1], [1, 2]]
    """
    days = weeks.to_numpy().astype("datetime64[D]")
    known = (keys >= 0) & ~np.isnat(days)
    names, places = np.unique(days[known], return_inverse=True)
    rows = np.full((len(names), key_count), NOWHERE, dtype=np.int32)
    rows[places, keys[known]] = np.flatnonzero(known)
    return Grid(names, rows)


def take(column: Floats, rows: NDArray[np.int32]) -> Floats:
    """Return the column's values at row positions, NaN at -1.

    >>> take(np.array([1.0, 2.0]), np.array([1, -1], dtype=np.int32)).tolist()
    [2.0, nan]
    """
    if not len(column):
        return np.full(rows.shape, np.nan)
    return np.where(rows >= 0, column[rows], np.nan)


def choose(words: Sequence[str], places: Whole) -> Words:
    """Return the word at each place, None at -1.

    >>> choose(("low", "high"), np.array([1, -1])).tolist()
    ['high', None]
    """
    return np.array([*words, None], dtype=object)[places]


def last_weeks(week: date, count: int) -> list[date]:
    """Return the Mondays of the last `count` weeks, oldest first, ending with `week`.

    >>> last_weeks(date(2026, 11, 16), 2)
    [datetime.date(2026, 11, 9), datetime.date(2026, 11, 16)]
    """
    return [week - timedelta(weeks=back) for back in range(count - 1, -1, -1)]


def as_days(weeks: Sequence[date]) -> pd.DatetimeIndex:
    """Return weeks as the index of a table."""
    return pd.DatetimeIndex(pd.to_datetime(list(weeks)))
