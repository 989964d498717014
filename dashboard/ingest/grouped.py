"""Does a blank cell mean "as above"? Where names or days stand only in the first row of their group.

A blank name is filled only where the layout proves it: nothing is written twice, groups go on below their first row,
and no rep gets two readings of one day. Everything else stays blank and is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from dashboard.ingest.cells import text
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import is_empty
from dashboard.ingest.leftovers import AGAIN, BARE, WHO
from dashboard.ingest.table import Table
from dashboard.model.problems import LeftOut

_DITTO = frozenset(('"', "''", '""', "〃", "″", '-"-', "-''-", "ditto", "dito", "idem"))
_FACTS = ("team", "role")
_FEWEST = 2
"""So many cells must be blank before a blank is taken for the one above, or so many groups go on (ours)."""


@dataclass(frozen=True)
class Level:
    """Columns that change together: which rows have them empty or a ditto mark, and from which row each value is."""

    fields: tuple[str, ...]
    empty: np.ndarray
    marked: bool
    codes: np.ndarray
    origin: np.ndarray

    @property
    def filled(self) -> np.ndarray:
        """The places at which a value is written."""
        return np.flatnonzero(~self.empty)

    @property
    def taken(self) -> np.ndarray:
        """Mark the rows that have their value from above."""
        return self.empty & (self.origin >= 0)

    def is_dense(self) -> bool:
        """Say whether enough is empty for a habit: as many cells as are written, or below more than one of them."""
        below = len(np.unique(self.origin[self.taken]))
        enough = int(self.taken.sum()) >= max(_FEWEST, len(self.filled)) or below >= _FEWEST
        return bool(self.taken.any()) and (self.marked or enough)


def filled_down(table: Table, left: Sequence[LeftOut], findings: Findings, *, one_a_day: bool) -> Table:
    """Return the table with the cells filled that are blank, or hold a ditto mark, since they are as above.

    `one_a_day` says that a rep has one row a day (and pillar), so that nothing may be filled that gives a rep two.
    """
    stops = _stops(table, left)
    who = tuple(field for field in WHO if field in table.cells)
    levels = {fields: _level(table, fields, stops) for fields in (who, ("date",)) if _has(table, fields)}
    facts = [_level(table, (field,), stops) for field in _in_front(table, who)]
    if not any(one.taken.any() for one in (*levels.values(), *facts)):
        return table
    days = [one for fields, one in levels.items() if fields != who and one_a_day]
    names = [one for fields, one in levels.items() if fields == who]
    attempts = [names + days, names, days] if names and days else [names or days]
    best: list[Level] = next((one for one in attempts if _is_proven(table, one, stops, one_a_day)), [])
    outer = [one for one in facts if len(one.filled) >= _FEWEST and _is_proven(table, [one], stops, False)]
    for level in (*best, *outer):
        table = _filled(table, level, findings)
    return table


def _in_front(table: Table, who: tuple[str, ...]) -> list[str]:
    """Return the team and role if they stand left of the names, as headings of groups do."""
    order = list(table.cells)
    return [field for field in _FACTS if field in order and who and order.index(field) < order.index(who[0])]


def _has(table: Table, fields: tuple[str, ...]) -> bool:
    """Say whether the table has these columns."""
    return bool(fields) and set(fields) <= set(table.cells)


def _stops(table: Table, left: Sequence[LeftOut]) -> np.ndarray:
    """Mark the rows that cannot be as above: the first, and those after a total, a heading or an empty row."""
    numbers = table.rows.to_numpy()
    stops = np.append(True, np.diff(numbers) > 1)
    again = {one.row for one in left if one.reason == AGAIN}
    bare = {one.row for one in left if one.reason.startswith(BARE)}
    for place in np.flatnonzero(stops)[1:].tolist() if again or bare else ():
        between = range(int(numbers[place - 1]) + 1, int(numbers[place]))
        stops[place] = again.isdisjoint(between) and not bare.issuperset(between)
    return stops


def _level(table: Table, fields: tuple[str, ...], stops: np.ndarray) -> Level:
    """Return how columns that change together are filled."""
    empty, marked = np.ones(len(table.rows), dtype=bool), False
    codes = np.zeros(len(table.rows), dtype=np.int64)
    for field in fields:
        own, once = table.different(field)
        ditto = [isinstance(cell, str) and text(cell).casefold() in _DITTO for cell in once]
        nothing = [one or is_empty(cell) for one, cell in zip(ditto, once, strict=True)]
        empty &= np.array([*nothing, True], dtype=bool)[own]
        marked |= bool(np.array([*ditto, False], dtype=bool)[own].any())
        codes = pd.factorize(codes * (len(once) + 1) + own)[0]
    places = np.arange(len(empty))
    latest = np.maximum.accumulate(np.where(~empty, places, -1))
    stopped = np.maximum.accumulate(np.where(stops, places, -1))
    return Level(fields, empty, marked, codes, np.where(latest >= stopped, latest, -1))


def _is_proven(table: Table, levels: Sequence[Level], stops: np.ndarray, one_a_day: bool) -> bool:
    """Say whether these columns are surely written only where they change."""
    if not levels or not all(one.is_dense() and not one.empty[0] for one in levels):
        return False
    if len(levels) == 1 and len(np.unique(levels[0].codes[levels[0].filled])) < len(levels[0].filled):
        return False
    starts = np.sum([~one.empty for one in levels], axis=0)
    for one in levels:
        above = np.append(-1, one.origin[:-1])
        same = ~one.empty & (above >= 0) & (one.codes == one.codes[above])
        if (same & (starts == 1)).any():
            return False
    return not one_a_day or _is_once(table, levels)


def _is_once(table: Table, levels: Sequence[Level]) -> bool:
    """Say whether no filled row gives a rep two readings of a day and pillar."""
    taken = np.logical_or.reduce([one.taken for one in levels])
    origins = {field: one.origin for one in levels for field in one.fields}
    key: dict[str, np.ndarray] = {}
    for field in (*WHO, "date", "component"):
        if field in table.cells:
            codes = table.different(field)[0]
            origin = origins.get(field)
            key[field] = codes if origin is None else np.where(origin >= 0, codes[origin], -2 - np.arange(len(codes)))
    double = pd.DataFrame(key).duplicated(keep=False).to_numpy()
    return not (double & taken).any()


def _filled(table: Table, level: Level, findings: Findings) -> Table:
    """Return the table with the values of a level taken from above, and tell how many."""
    cells = dict(table.cells)
    for field in level.fields:
        whole = cells[field].to_numpy(dtype=object).copy()
        whole[level.taken] = whole[level.origin[level.taken]]
        cells[field] = pd.Series(whole, index=table.rows, dtype=object)
    rows = table.rows[level.taken]
    count = len(rows)
    found = f"{count:,} cell{'' if count == 1 else 's'} taken from above, first in row {int(rows[0])}"
    findings.tell("same_as_above", None, table.headings[level.fields[0]], found)
    return replace(table, cells=cells, _different={})
