"""How is the table cut out of its sheet: which columns are read, what do they hold, which rows are out of place?"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

import numpy as np
import pandas as pd

from dashboard.ingest.cells import is_blank
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.letters import apart, column_letters
from dashboard.ingest.locate import Header
from dashboard.ingest.plain_csv import Lines, Read
from dashboard.ingest.sheets import Located
from dashboard.ingest.table import Table
from dashboard.ingest.week_cells import first_filled, heading_of
from dashboard.ingest.wide import WeekCells
from dashboard.model.columns import BY_FIELD, Kind

_HALF = re.compile(r" +[^\W\d_][^\d]*")
_NUMBERS = frozenset(kind for kind in Kind if kind not in (Kind.TEXT, Kind.EMAIL, Kind.CHOICE, Kind.COMPONENT))
_LAST = 10
"""Notes are looked for in this many last rows (ours)."""
_AS = dict.fromkeys(Kind, Read.TEXT)
_AS |= dict.fromkeys((Kind.SCORE, Kind.TOTAL, Kind.POINTS, Kind.FRACTION, Kind.TOP_PERCENT), Read.SCORE)
_AS |= dict.fromkeys((Kind.MONEY, Kind.COUNT), Read.AMOUNT)


def take(located: Located, rows: Rows, findings: Findings, as_of: date | None) -> Table:
    """Return the columns of the table; rows whose cells are shifted are reported, duplicate headings too."""
    header = located.header
    widths = _widths(rows, header.row)
    index = pd.RangeIndex(header.row + 1, header.row + 1 + len(widths))
    columns = _columns(rows, header, widths)
    cells = {
        field: pd.Series(columns[place], index=index, dtype=columns[place].dtype)
        for place, field in header.fields.items()
    }
    headings = {field: header.written[place] for place, field in header.fields.items()}
    weeks = tuple(WeekCells(week, header.written[place], columns[place]) for place, week in header.weeks.items())
    cells |= first_filled(weeks, index)
    headings |= {week.column.field: heading_of(week.column) for week in weeks}
    _tell_clashes(header, findings)
    _tell_hollow(located, cells, findings)
    above = tuple(cell for row in rows[: header.top - 1] for cell in row if not is_empty(cell))
    notes = _notes(rows, header.row)
    table = Table(findings.file, located.sheet.name, as_of, above, headings, cells, index, notes, weeks=weeks)
    if not located.sheet.ragged:
        return table
    return table.without(_shifted(header, rows, widths, findings) | _parted_names(table, header, findings))


def _notes(rows: Rows, start: int) -> tuple[Cell, ...]:
    """Return the cells that stand alone in one of the last rows."""
    last = [[cell for cell in row if not is_empty(cell)] for row in rows[max(start, len(rows) - _LAST) :]]
    return tuple(cells[0] for cells in last if len(cells) == 1)


def _widths(rows: Rows, start: int) -> np.ndarray:
    """Return how many cells each row has from `start` on."""
    if isinstance(rows, Lines):
        return rows.widths(start)
    below = rows[start:]
    return np.fromiter(map(len, below), dtype=np.int64, count=len(below))


def _columns(rows: Rows, header: Header, widths: np.ndarray) -> Mapping[int, np.ndarray]:
    """Return the columns that are read, by their place; whole columns at once where nothing speaks against it."""
    width = len(header.written)
    if isinstance(rows, Lines) and len(widths) and widths.max() <= width:
        kinds = {place: _AS[BY_FIELD[field].kind] for place, field in _read(header).items()}
        columns = rows.columns(header.row, int(widths.max()), kinds)
        if columns is not None:
            return columns
    block = _block(rows[header.row :], width)
    return {place: block[:, place] for place in _read(header)}


def _read(header: Header) -> dict[int, str]:
    """Return the field of each column that is read, those of weeks included."""
    return {**header.fields, **{place: week.field for place, week in header.weeks.items()}}


def filled(rows: Rows, header_row: int) -> int:
    """Return how many rows below the header hold anything."""
    if isinstance(rows, Lines):
        return rows.filled(header_row)
    below = rows[header_row:]
    return sum(map(any, below)) + sum(not any(row) and not all(map(is_empty, row)) for row in below)


def columns_read(header: Header) -> dict[str, str | None]:
    """Return each heading as written with its field, None where it is not read; a repeated one names its column."""
    read = _read(header)
    return {name: read.get(place) or None for place, name in apart(header.written).items()}


def displaced(header: Header) -> dict[str, str]:
    """Return each heading that is not read because another has its field, with that other one."""
    names = apart(header.written)
    return {names[other]: names[kept] for kept, other in header.clashes}


def samples(header: Header, rows: Rows, count: int = 3) -> dict[str, tuple[str, ...]]:
    """Return the first filled cells below each heading, to show what a column holds."""
    shown: dict[str, tuple[str, ...]] = {}
    body = rows[header.row : header.row + 50]
    for place, heading in apart(header.written).items():
        filled = (row[place] for row in body if place < len(row) and not is_empty(row[place]))
        shown[heading] = tuple(map(text_of, islice(filled, count)))
    return shown


def _tell_clashes(header: Header, findings: Findings) -> None:
    """Report each column that is not read because another has its field."""
    for kept, other in header.clashes:
        written = one_line(header.written[other])
        found = (
            f'"{written}" in column {column_letters(other)} is not read, '
            f'"{one_line(header.written[kept])}" in column {column_letters(kept)} is'
        )
        findings.tell("duplicate_header", header.row, header.written[other], found)


def _tell_hollow(located: Located, cells: Mapping[str, pd.Series], findings: Findings) -> None:
    """Report each column that is blank all over because the results of its formulas were never stored."""
    header = located.header
    empty = [place for place, field in header.fields.items() if all(map(is_empty, cells[field].to_numpy()))]
    for place in sorted(set(empty) & located.sheet.hollow()) if empty else ():
        found = f"formulas without results in column {column_letters(place)}"
        findings.tell("formula_without_result", header.row, header.written[place], found)


def _shifted(header: Header, rows: Rows, widths: np.ndarray, findings: Findings) -> np.ndarray:
    """Mark and report rows with filled cells beyond the header; report rows too short for a column that is read."""
    most, first = len(header.written), header.row + 1
    long = [place for place in np.flatnonzero(widths > most).tolist() if _beyond(rows[header.row + place], most)]
    last_read = max(header.fields, default=0)
    below = np.flatnonzero((widths <= last_read) & (widths > 1)).tolist()
    short = [place for place in below if _is_data(header, rows[header.row + place])]
    for code, places in (("shifted_row", long), ("short_row", short)):
        found = [f"{widths[place]} cells under {most} headings" for place in places]
        findings.tell_all(code, None, [place + first for place in places], found)
    marked = np.zeros(len(widths), dtype=bool)
    marked[long] = True
    return marked


def _parted_names(table: Table, header: Header, findings: Findings) -> np.ndarray:
    """Mark and report rows in which half a name stands where a number should: "Lindqvist, Mara" without quotes."""
    marked = np.zeros(len(table.rows), dtype=bool)
    place = next((place for place, field in header.fields.items() if field == "name"), -1)
    field = header.fields.get(place + 1)
    if place < 0 or field is None or BY_FIELD[field].kind not in _NUMBERS or table.cells[field].dtype != object:
        return marked
    names, cells = table.cells["name"], table.cells[field]
    if not any(isinstance(cell, str) and cell[:1] == " " for cell in cells.to_numpy()):
        return marked
    parted = cells.map(lambda cell: isinstance(cell, str) and bool(_HALF.fullmatch(cell)) and not is_blank(cell))
    marked = (parted & names.map(lambda name: " " not in text_of(name))).to_numpy(dtype=bool)
    found = [f'"{text_of(names.iloc[one])}" and "{text_of(cells.iloc[one])}"' for one in np.flatnonzero(marked)]
    findings.tell_all("shifted_row", None, table.rows[marked].tolist(), found)
    return marked


def _beyond(row: Sequence[Cell], most: int) -> bool:
    """Say whether a row has a filled cell beyond the header."""
    return not all(map(is_empty, row[most:]))


def _is_data(header: Header, row: Sequence[Cell]) -> bool:
    """Say whether a short row holds at least half of the columns that are read, as titles and notes do not."""
    filled = sum(place < len(row) and not is_empty(row[place]) for place in header.fields)
    return filled * 2 >= len(header.fields)


def _block(body: Sequence[list[Cell]], width: int) -> np.ndarray:
    """Return rows as an array of cells: short ones filled up, long ones cut to the header's width."""
    if not body:
        return np.empty((0, width), dtype=object)
    if set(map(len, body)) != {width}:
        filler = [""] * width
        body = [row if len(row) == width else (row + filler)[:width] for row in body]
    return np.array(body, dtype=object).reshape(len(body), width)
