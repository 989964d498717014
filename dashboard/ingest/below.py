"""Where does the table end: does another table, or a legend, begin below it?

Only rows after an empty one, or that begin like the header, are looked at: there may be a hundred thousand.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.ingest.cells import is_blank
from dashboard.ingest.grid import Rows, is_empty, text_of
from dashboard.ingest.headers import field_of, is_deal_word
from dashboard.ingest.headings import vocabulary
from dashboard.ingest.labels import plain
from dashboard.ingest.table import Table
from dashboard.model.columns import BY_FIELD, Kind

_LEGENDS = vocabulary(
    "legend legende leyenda legenda key note notes notiz notizen hinweis hinweise nota notas remarque remarques"
)
_TEXTS = (Kind.TEXT, Kind.EMAIL, Kind.CHOICE, Kind.COMPONENT)
_SURELY = 3
"""So many words where numbers should stand are a header, even if none is a known heading (ours)."""


def further(table: Table, rows: Rows, empty: Sequence[int], again: Sequence[int]) -> dict[int, str]:
    """Return by place why rows below the table are no data: another table's up to its own header, or a legend's.

    `empty` are the places of empty rows, `again` those whose name is the heading of its column.
    """
    again = sorted(set(again))
    starts = sorted({place + 1 for place in empty if place + 1 < len(table.rows)} | set(again))
    found: dict[int, str] = {}
    for start in starts:
        if start in found and not _is_own_header(table, start):
            continue
        if _is_other_header(table, start):
            reason = f'another table: "{_line(table, rows, start)}"'
            found |= dict.fromkeys(_until_own_header(table, start, again), reason)
        elif plain(_line(table, rows, start)).strip(" :") in _LEGENDS:
            found |= {place: f'a note: "{_line(table, rows, place)}"' for place in _legend(table, rows, start)}
    return {
        place: reason for place, reason in found.items() if any(not is_empty(cell) for cell in _row(table, rows, place))
    }


def own_headers(table: Table) -> list[int]:
    """Return the places of rows that repeat the header, whatever stands where the name is."""
    texts = [field for field, cells in table.cells.items() if cells.dtype == object and _is_numeric(field)]
    if not texts:
        return []
    field = texts[-1]
    same = table.cells[field].eq(table.headings[field]).to_numpy(dtype=bool)
    return [place for place in np.flatnonzero(same).tolist() if _is_own_header(table, place)]


def _until_own_header(table: Table, start: int, again: Sequence[int]) -> range:
    """Return the places from one up to where the table's own header comes again."""
    end = next((place for place in again if place > start and _is_own_header(table, place)), len(table.rows))
    return range(start, end)


def _legend(table: Table, rows: Rows, start: int) -> Iterator[int]:
    """Yield the places of a legend: from its heading to the next empty row or the first row with a number."""
    for place in range(start, len(table.rows)):
        cells = [cell for cell in _row(table, rows, place) if not is_empty(cell)]
        if not cells or any(_is_number(cell) for cell in cells):
            return
        yield place


def _is_own_header(table: Table, place: int) -> bool:
    """Say whether a row repeats at least half of the headings that are read."""
    same = [
        text_of(cells.iloc[place]).casefold() == table.headings[field].strip().casefold()
        for field, cells in table.cells.items()
    ]
    return sum(same) * 2 > len(same)


def _is_other_header(table: Table, place: int) -> bool:
    """Say whether a row is the header of another table: different words where numbers and days should stand."""
    if _is_own_header(table, place):
        return False
    cells = {field: column.iloc[place] for field, column in table.cells.items()}
    filled = {field: cell for field, cell in cells.items() if not is_blank(cell)}
    texts = [text_of(cell) for cell in filled.values()]
    if len(set(texts)) < max(len(texts), 2) or not all(map(_is_word, filled.values())):
        return False
    words = sum(map(_is_numeric, filled))
    known = any(field_of(text, misspelt=False) or is_deal_word(text) for text in texts)
    return words >= _SURELY or (words > 0 and known)


def _is_numeric(field: str) -> bool:
    """Say whether numbers or days stand in a field's column."""
    return BY_FIELD[field].kind not in _TEXTS


def _is_word(cell: object) -> bool:
    """Say whether a cell is a text with letters and without figures."""
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and not any(map(str.isdigit, cell))


def _is_number(cell: object) -> bool:
    """Say whether a cell is a number, as such or as text."""
    return not isinstance(cell, str) or cell.replace(",", ".").replace(".", "", 1).strip().isdigit()


def _row(table: Table, rows: Rows, place: int) -> list[object]:
    """Return all cells of a row."""
    return rows[int(table.rows[place]) - 1]


def _line(table: Table, rows: Rows, place: int) -> str:
    """Return a row in one line of at most sixty characters."""
    line = " ".join(text_of(cell) for cell in _row(table, rows, place) if not is_empty(cell))
    line = " ".join(line.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
