"""How is the table cut out of its sheet: which columns are read, what do they hold, which rows are out of place?"""

from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.locate import Header, Located
from dashboard.ingest.table import Table


def take(located: Located, rows: Rows, findings: Findings, as_of: date | None) -> Table:
    """Return the columns of the table; rows whose cells are shifted are reported, duplicate headings too."""
    header = located.header
    body = rows[header.row :]
    index = pd.RangeIndex(header.row + 1, header.row + 1 + len(body))
    block = _block(body, len(header.written))
    cells = {field: pd.Series(block[:, place], index=index, dtype="object") for place, field in header.fields.items()}
    headings = {field: header.written[place] for place, field in header.fields.items()}
    _tell_clashes(header, findings)
    above = tuple(cell for row in rows[: header.top - 1] for cell in row if not is_empty(cell))
    table = Table(findings.file, located.sheet.name, as_of, above, headings, cells, index)
    return table.without(_shifted(header, body, findings)) if located.sheet.ragged else table


def columns_read(header: Header) -> dict[str, str | None]:
    """Return each heading as written with its field, None where it is not read; a repeated one names its column."""
    read: dict[str, str | None] = {}
    for place, text in enumerate(header.written):
        if text:
            unique = text if text not in read else f"{text} (column {column_letters(place)})"
            read[unique] = header.fields.get(place)
    return read


def samples(header: Header, rows: Rows, count: int = 3) -> dict[str, tuple[str, ...]]:
    """Return the first filled cells below each heading, to show what a column holds."""
    shown: dict[str, tuple[str, ...]] = {}
    body = rows[header.row : header.row + 50]
    places = [place for place, text in enumerate(header.written) if text]
    for heading, place in zip(columns_read(header), places, strict=True):
        texts = [text_of(row[place]) for row in body if place < len(row) and not is_empty(row[place])]
        shown[heading] = tuple(texts[:count])
    return shown


def column_letters(place: int) -> str:
    """Return the letters a spreadsheet gives a column, counted from 0.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters, number = "", place + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def _tell_clashes(header: Header, findings: Findings) -> None:
    """Report each column that is not read because another has its field."""
    for kept, other in header.clashes:
        written = one_line(header.written[other])
        found = (
            f'"{written}" in column {column_letters(other)} is not read, '
            f'"{one_line(header.written[kept])}" in column {column_letters(kept)} is'
        )
        findings.tell("duplicate_header", header.row, header.written[other], found)


def _shifted(header: Header, body: Rows, findings: Findings) -> np.ndarray:
    """Mark and report rows with filled cells beyond the header; report rows too short for a column that is read."""
    width = len(header.written)
    lengths = np.fromiter(map(len, body), dtype=np.int64, count=len(body))
    long = [int(place) for place in np.flatnonzero(lengths > width) if not all(map(is_empty, body[place][width:]))]
    first = header.row + 1
    found = [f"{len(body[place])} cells under {width} headings" for place in long]
    findings.tell_all("shifted_row", None, [place + first for place in long], found)
    last_read = max(header.fields, default=0)
    short = [
        int(place) for place in np.flatnonzero((lengths <= last_read) & (lengths > 1)) if _is_data(header, body[place])
    ]
    found = [f"{len(body[place])} cells under {width} headings" for place in short]
    findings.tell_all("short_row", None, [place + first for place in short], found)
    marked = np.zeros(len(body), dtype=bool)
    marked[long] = True
    return marked


def _is_data(header: Header, row: list[Cell]) -> bool:
    """Say whether a short row holds at least half of the columns that are read, as titles and notes do not."""
    filled = sum(place < len(row) and not is_empty(row[place]) for place in header.fields)
    return filled * 2 >= len(header.fields)


def _block(body: Rows, width: int) -> np.ndarray:
    """Return rows as an array of cells: short ones filled up, long ones cut to the header's width."""
    if not body:
        return np.empty((0, width), dtype=object)
    if set(map(len, body)) != {width}:
        filler = [""] * width
        body = [row if len(row) == width else (row + filler)[:width] for row in body]
    return np.array(body, dtype=object).reshape(len(body), width)
