"""Which rows between the reps name the week of those below them: "Week of 9 Nov 2026", then its reps, then the next?"""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.headers import field_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.table import Table
from dashboard.ingest.weeks import is_week
from dashboard.model.problems import LeftOut

_DATED = frozenset({"date", "period_start", "period_end"})
_BEFORE = frozenset({"date", "read_on", "reported_total"})
_MOST_BEFORE = 3


def in_sections(table: Table, rows: Rows) -> tuple[Table, list[LeftOut]]:
    """Return a table without a column of days in sections, and the rows that name the days of those below them."""
    if "name" not in table.cells or _DATED & set(table.cells) or table.weeks:
        return table, []
    codes, different = table.different("name")
    likely = np.array([*map(_is_no_name, different), True], dtype=bool)[codes]
    days = {place: _day_in(rows[table.rows[place] - 1]) for place in np.flatnonzero(likely).tolist()}
    last = int(np.flatnonzero(~likely).max(initial=-1))
    found = {place: cell for place, cell in days.items() if cell is not None and place < last}
    if not found:
        return table, []
    marked = np.isin(np.arange(len(table.rows)), list(found))
    parts = {int(table.rows[place]): cell for place, cell in found.items()}
    left = [LeftOut(row, f'the day of the rows below: "{one_line(text_of(cell))}"') for row, cell in parts.items()]
    return replace(table.without(marked), sections=tuple(parts.items())), left


def days_by_section(table: Table, days: dict[int, date], first: date | None) -> pd.Series:
    """Return the day of each row: that of the last section above it, by its row; before them that of the file."""
    starts = sorted(days)
    places = np.searchsorted(starts, table.rows.to_numpy(), side="right")
    known = np.array([first, *(days[start] for start in starts)], dtype="datetime64[us]")
    return pd.Series(known[places], index=table.rows)


def _is_no_name(cell: Cell) -> bool:
    """Say whether no rep can be meant: nothing, a day, or a text with figures in it."""
    return not isinstance(cell, str) or not cell.strip() or any(map(str.isdigit, cell))


def _day_in(row: list[Cell]) -> Cell | None:
    """Return the cells of a row as one, if it holds nothing but a day: "Week of 9 Nov 2026", "Week" and "KW 46"."""
    filled = [cell for cell in row if not is_empty(cell)]
    if len(filled) == 1 and isinstance(filled[0], date):
        return filled[0]
    if len(filled) > 2:
        return None
    words = " ".join(map(text_of, filled)).split()
    parts = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(min(len(words), _MOST_BEFORE + 1)))
    return next((rest for before, rest in parts if is_week(rest) and _says_when(before)), None)


def _says_when(text: str) -> bool:
    """Say whether a text may stand before a day without saying anything else: nothing, "Stand:", "SSI"."""
    return not text or field_of(text.strip(" :"), misspelt=False) in _BEFORE
