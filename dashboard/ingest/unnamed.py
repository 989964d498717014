"""Which columns does a header not name: the reps under an empty heading, or the days under a word nobody knows?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.ingest.cells import is_blank
from dashboard.ingest.dates import meanings
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, Rows, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.leftovers import is_name
from dashboard.ingest.letters import column_letters
from dashboard.ingest.locate import Header

_SEEN = 2000
_MOST = 0.8
_WHO = frozenset({"name", "first_name", "last_name", "email"})
_WHEN = frozenset({"date", "read_on", "period_start", "period_end"})
_SHAPES = frozenset({"rep_week", "long"})


def with_unnamed(header: Header, rows: Rows, findings: Findings) -> Header:
    """Return the header with the columns of reps and days that it does not name, if only one column can be each."""
    fields = set(header.fields.values())
    if not header.shape or header.shape.name not in _SHAPES or (fields & _WHO and fields & _WHEN):
        return header
    body = [list(row) for row in rows[header.row : header.row + _SEEN]]
    if not fields & _WHO:
        header = _with_reps(header, body)
    if not fields & _WHEN:
        header = _with_days(header, body, findings)
    return header


def _with_reps(header: Header, body: Rows) -> Header:
    """Return the header with the column of names that has no heading."""
    width = max(map(len, body), default=0)
    written = [*header.written, *[""] * (width - len(header.written))]
    found = [place for place, text in enumerate(written) if not text and _holds_names(_column(body, place))]
    if len(found) != 1:
        return header
    written[found[0]] = f"column {column_letters(found[0])}"
    return replace(header, written=tuple(written), fields={**header.fields, found[0]: "name"})


def _with_days(header: Header, body: Rows, findings: Findings) -> Header:
    """Return the header with the column of days that tells the rows of the same reps apart."""
    who = next((place for place, field in header.fields.items() if field in ("name", "email")), None)
    unread = [place for place, text in enumerate(header.written) if text and place not in header.fields]
    found = [place for place in unread if _holds_days(_column(body, place))] if who is not None else []
    if len(found) != 1 or who is None or not _tells_apart(_column(body, who), _column(body, found[0])):
        return header
    written = header.written[found[0]]
    told = f'each row\'s own from column "{one_line(written)}", which holds nothing but days'
    findings.tell("no_date_column", header.row, written, told)
    return replace(header, fields={**header.fields, found[0]: "date"})


def _column(body: Rows, place: int) -> list[Cell]:
    """Return the cells of a column, None beyond the end of a row."""
    return [row[place] if place < len(row) else None for row in body]


def _holds_names(cells: Sequence[Cell]) -> bool:
    """Say whether mostly different names stand in a column, most of them of more than one word."""
    texts = {text_of(cell) for cell in cells if not is_blank(cell)}
    names = [text for text in texts if is_name(text)]
    full = sum(" " in name or "@" in name for name in names)
    return len(names) > 1 and len(names) >= _MOST * len(texts) and full * 2 > len(names)


def _holds_days(cells: Sequence[Cell]) -> bool:
    """Say whether nothing but days stands in a column, and at least two of them; numbers alone are none."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return len(filled) > 1 and all(_is_day(cell) for cell in filled)


def _is_day(cell: Cell) -> bool:
    """Say whether a cell is a day: a real one, or a text with a sign between its figures."""
    if isinstance(cell, str):
        return not cell.strip().isdigit() and meanings(cell) != (None, None)
    return isinstance(cell, date)


def _tells_apart(reps: Sequence[Cell], days: Sequence[Cell]) -> bool:
    """Say whether some reps stand in several rows, and none twice with the same day."""
    pairs = [(text_of(rep), text_of(day)) for rep, day in zip(reps, days, strict=True) if not is_blank(rep)]
    several = len({rep for rep, _ in pairs}) < len(pairs)
    return several and len(set(pairs)) == len(pairs)
