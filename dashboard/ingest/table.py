"""What is read of a sheet: the cells of each field, with the spreadsheet's row numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.cells import comparable, is_blank
from dashboard.ingest.grid import Cell
from dashboard.ingest.headings import Heading, read_heading
from dashboard.ingest.wide import WeekCells


@dataclass(frozen=True)
class Table:
    """The cells of one table by field; the index of every column is the spreadsheet's row number.

    `shown` is the currency of each row in which a field's amounts are shown; `from_1904` says how day numbers count.

    `above` holds the cells above the header, `below` the notes under the table, `as_of` the day the file speaks of if
    nothing in it says. `weeks` are the columns of a table with a column per week, `sections` the rows, with their
    numbers, that name the day of those below them.
    """

    file: str
    sheet: str | None
    as_of: date | None
    above: tuple[Cell, ...]
    headings: Mapping[str, str]
    cells: Mapping[str, pd.Series]
    rows: pd.Index
    below: tuple[Cell, ...] = ()
    weeks: tuple[WeekCells, ...] = ()
    shown: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    from_1904: bool = False
    sections: tuple[tuple[int, Cell], ...] = ()
    _different: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict, repr=False, compare=False)

    def heading(self, name: str) -> Heading:
        """Return what the heading of a field says of its cells."""
        return read_heading(self.headings[name])

    def different(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return per row which of a field's cells it has (-1: a missing one), and each of those once.

        They are found once: of a table with fewer rows not all of them may occur.
        """
        if name not in self._different:
            self._different[name] = pd.factorize(comparable(self.cells[name]))
        return self._different[name]

    def blank(self, name: str) -> np.ndarray:
        """Mark the rows in which a field's cell holds nothing, or a word for it."""
        codes, once = self.different(name)
        return np.array([*map(is_blank, once), True], dtype=bool)[codes]

    def without(self, dropped: np.ndarray) -> "Table":
        """Return the table without the rows that are marked."""
        if not dropped.any():
            return self
        kept = {name: cells[~dropped] for name, cells in self.cells.items()}
        different = {name: (codes[~dropped], once) for name, (codes, once) in self._different.items()}
        weeks = tuple(replace(week, cells=week.cells[~dropped]) for week in self.weeks)
        return replace(self, cells=kept, rows=self.rows[~dropped], weeks=weeks, _different=different)
