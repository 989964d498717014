"""Which rows that name nobody are totals without a word for it: their numbers are the sums or means of those above."""

import numpy as np
import pandas as pd

from dashboard.ingest.leftovers import WHO
from dashboard.ingest.merge import rounding
from dashboard.ingest.table import Table
from dashboard.model.columns import BY_FIELD, Kind
from dashboard.model.problems import LeftOut

_NUMBERS = (Kind.SCORE, Kind.TOTAL, Kind.MONEY, Kind.COUNT)
_FEWEST = 2
"""So many numbers must fit, of so many rows: one may by chance (ours)."""
_MOST = 50
"""Of more rows without a rep than this none is looked at: they are no totals (ours)."""


def without_totals(table: Table, left: list[LeftOut]) -> Table:
    """Return the table without rows that have no name or day and only add up those above, or of their group; told."""
    who = [field for field in WHO if field in table.cells]
    if not who or table.weeks:
        return table
    empty = [field for field in (*who, "date") if field in table.cells]
    nobody = np.logical_and.reduce([table.blank(field) for field in empty])
    places = np.flatnonzero(nobody)
    fields = [field for field in table.cells if BY_FIELD[field].kind in _NUMBERS]
    if not 0 < len(places) <= _MOST or not fields:
        return table
    values = np.column_stack([_plain(table.cells[field]) for field in fields])
    dropped = np.zeros(len(table.rows), dtype=bool)
    start = 0
    for place in places.tolist():
        blocks = (values[start:place], values[:place][~nobody[:place]])
        dropped[place] = any(_adds_up(values[place], block) for block in blocks)
        start = place + 1
    left += [
        LeftOut(int(row), "a total: its numbers are the sums or means of the rows above") for row in table.rows[dropped]
    ]
    return table.without(dropped)


def _plain(cells: pd.Series) -> np.ndarray:
    """Return plain numbers, written with a dot or a comma; NaN for anything else."""
    texts = cells.map(lambda cell: cell.strip().replace(",", ".") if isinstance(cell, str) else cell)
    return pd.to_numeric(texts, errors="coerce").to_numpy(dtype="float64")


def _adds_up(row: np.ndarray, block: np.ndarray) -> bool:
    """Say whether each number of a row is the sum or, but for rounding, the mean of its column in a block."""
    there = ~np.isnan(row)
    if (row[there] != 0).sum() < _FEWEST or len(block) < _FEWEST or np.isnan(block[:, there]).all(axis=0).any():
        return False
    apart = np.array([rounding(float(one)) for one in row[there]]) + 1e-9
    sums, means = np.nansum(block[:, there], axis=0), np.nanmean(block[:, there], axis=0)
    fits = (np.abs(sums - row[there]) <= apart) | (np.abs(means - row[there]) <= apart)
    differ = np.nanmax(block[:, there], axis=0) > np.nanmin(block[:, there], axis=0)
    return bool(fits.all() and (differ.sum() >= _FEWEST or (np.abs(sums - row[there]) <= apart).all()))
