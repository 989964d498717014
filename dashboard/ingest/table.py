"""What is read of a sheet: the cells of each field, with the spreadsheet's row numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.grid import Cell
from dashboard.ingest.headings import Heading, read_heading


@dataclass(frozen=True)
class Table:
    """The cells of one table by field; the index of every column is the spreadsheet's row number.

    `above` holds the cells above the header, `below` the notes under the table, `as_of` the day the file speaks of if
    nothing in it says.
    """

    file: str
    sheet: str | None
    as_of: date | None
    above: tuple[Cell, ...]
    headings: Mapping[str, str]
    cells: Mapping[str, pd.Series]
    rows: pd.Index
    below: tuple[Cell, ...] = ()

    def heading(self, field: str) -> Heading:
        """Return what the heading of a field says of its cells."""
        return read_heading(self.headings[field])

    def without(self, dropped: np.ndarray) -> "Table":
        """Return the table without the rows that are marked."""
        if not dropped.any():
            return self
        kept = {field: cells[~dropped] for field, cells in self.cells.items()}
        return replace(self, cells=kept, rows=self.rows[~dropped])
