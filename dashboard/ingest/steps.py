"""Which reading of the same rep went before each reading, in these files or on the desk?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.ingest.merge import Merged
from dashboard.model.tables import SCORES

FIELDS = (*SCORES, "total", "industry_top_percent", "network_top_percent")
Stored = Callable[[Sequence[str], date, date], pd.DataFrame]
"""What gives the readings on the desk of these reps from the week before a day on (of very many: up to another day).

One row per rep and day: rep_id, date, READING_VALUES, total and source.
"""
_LEAST = 4
"""Days between two readings of different weeks that are a week apart, not a Sunday and a Monday (ours)."""


@dataclass(frozen=True)
class Steps:
    """Readings in the order of reps and days: those of the files (`own`) and those on the desk that they follow.

    `previous` is the place of the rep's reading before, in the same week or the one before, else -1; `place` is the
    place of a reading among the merged ones, -1 for those on the desk.
    """

    merged: Merged
    rows: pd.DataFrame
    code: np.ndarray
    days: np.ndarray
    place: np.ndarray
    points: Mapping[str, np.ndarray]

    @cached_property
    def weeks(self) -> np.ndarray:
        """The Monday of each reading, in days."""
        return self.days - (self.days + 3) % 7

    @cached_property
    def previous(self) -> np.ndarray:
        """The place of the rep's reading before, -1 where there is none."""
        found = np.full(len(self.days), -1)
        follows = (self.code[1:] == self.code[:-1]) & (self.weeks[1:] - self.weeks[:-1] <= 7)
        found[1:][follows] = np.flatnonzero(follows)
        return found

    @cached_property
    def own(self) -> np.ndarray:
        """Whether each reading is of these files."""
        return self.place >= 0

    @cached_property
    def a_week(self) -> np.ndarray:
        """Whether the reading before is one of the week before."""
        apart = (self.weeks - self.weeks[self.previous] == 7) & (self.days - self.days[self.previous] >= _LEAST)
        return apart & (self.previous >= 0)

    @property
    def any(self) -> bool:
        """Whether any reading of the files follows another."""
        return bool((self.previous >= 0).any())

    def before(self, field: str, *, back: int = 1) -> np.ndarray:
        """Return the value of the reading before (or the one before that), NaN where there is none."""
        at = self.previous if back == 1 else np.where(self.previous >= 0, self.previous[self.previous], -1)
        return np.where(at >= 0, self.points[field][at], np.nan)

    def was(self, marked: np.ndarray) -> np.ndarray:
        """Mark the readings whose reading before is marked."""
        return (self.previous >= 0) & marked[self.previous]

    def per_week(self, marked: np.ndarray) -> np.ndarray:
        """Return for each reading how many of its week are marked."""
        weeks, different = pd.factorize(self.weeks)
        return np.bincount(weeks[marked], minlength=len(different))[weeks]

    def in_order(self, at: np.ndarray) -> list[int]:
        """Return places of readings of the files in the order of the files' rows."""
        return at[np.argsort(self.place[at], kind="stable")].tolist()

    def rep(self, at: int) -> str:
        """Return the name of the rep of a reading of the files."""
        return str(self._origin(at, None, "rep"))

    def row(self, at: int, field: str | None = None) -> int:
        """Return the spreadsheet's row of a reading of the files, or of one of its values."""
        return int(self._origin(at, field, "row"))

    def part(self, at: int, field: str | None = None) -> int:
        """Return the file of a reading of the files, or of one of its values."""
        return int(self._origin(at, field, "part"))

    def when_before(self, at: int) -> str:
        """Return the day of the reading before, and where it stands if that is not in these files."""
        before = int(self.previous[at])
        day = np.datetime64(int(self.days[before]), "D")
        return f"on {day}" + ("" if self.own[before] else " on the desk")

    def _origin(self, at: int, field: str | None, name: str) -> Any:  # noqa: ANN401 # a cell of that column
        place = int(self.place[at])
        givers = self.merged.givers.get(field or "")
        if givers is not None and givers[place] >= 0:
            return self._cells(self.rows, name)[int(givers[place])]
        return self._cells(self.merged.rows, name)[place]

    def _cells(self, rows: pd.DataFrame, name: str) -> np.ndarray:
        """Return a column as an array, made once: a file in which everything leaps asks for 100,000 cells."""
        key = (id(rows), name)
        if key not in self._made:
            self._made[key] = rows[name].to_numpy(dtype=object)
        return self._made[key]

    @cached_property
    def _made(self) -> dict[tuple[int, str], np.ndarray]:
        return {}


def steps(merged: Merged, rows: pd.DataFrame, total: pd.Series, stored: pd.DataFrame | None) -> Steps:
    """Return the merged readings after those they follow, in the files or on the desk."""
    own = merged.rows.assign(total=total)
    columns = [own["code"].to_numpy(dtype=np.int64), _days(own["date"]), np.arange(len(own))]
    values = {field: _numbers(own, field) for field in FIELDS}
    if stored is not None and len(stored) and len(own):
        known = _without(stored, own)
        more = [known["code"].to_numpy(dtype=np.int64), _days(known["date"]), np.full(len(known), -1)]
        columns = [np.concatenate(pair) for pair in zip(columns, more, strict=True)]
        values = {field: np.concatenate([values[field], _numbers(known, field)]) for field in FIELDS}
    return _sorted(merged, rows, columns, values)


def _sorted(
    merged: Merged, rows: pd.DataFrame, columns: Sequence[np.ndarray], values: Mapping[str, np.ndarray]
) -> Steps:
    """Return the steps in the order of reps and days."""
    keys = columns[0] * 100_000 + columns[1]
    if (np.diff(keys) > 0).all():
        return Steps(merged, rows, *columns, values)
    order = np.argsort(keys, kind="stable")
    return Steps(merged, rows, *(one[order] for one in columns), {name: one[order] for name, one in values.items()})


def _without(stored: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Return what is on the desk about the reps of the files, but for the days that the files speak of themselves."""
    codes = own.drop_duplicates("rep_id").set_index("rep_id")["code"]
    known = stored[stored["rep_id"].isin(codes.index)]
    known = known.assign(code=codes.reindex(known["rep_id"]).to_numpy())
    told = own["code"].to_numpy() * 100_000 + _days(own["date"])
    return known[~np.isin(known["code"].to_numpy() * 100_000 + _days(known["date"]), told)]


def _days(days: pd.Series) -> np.ndarray:
    return days.to_numpy().astype("datetime64[D]").astype(np.int64)


def _numbers(table: pd.DataFrame, field: str) -> np.ndarray:
    return table[field].to_numpy(dtype="float64") if field in table else np.full(len(table), np.nan)
