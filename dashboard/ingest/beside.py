"""Does another table stand beside this one, parted from it by an empty column?

Its rows are not those of the reps: it has names of its own in another order, or a few lines with labels.
"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.letters import column_letters
from dashboard.ingest.locate import Header

_FEWEST = 4
"""With fewer reps nothing is said of a table by how few rows it fills (ours)."""


def without_side_tables(header: Header, rows: Rows, findings: Findings) -> Header:
    """Return the header without the columns of other tables beside its own; they are reported."""
    gaps = _gaps(header)
    if not gaps:
        return header
    body = rows[header.row :]
    gaps = [place for place in gaps if all(is_empty(_cell(row, place)) for row in body)]
    main = min((place for place, field in header.fields.items() if field in ("name", "email")), default=None)
    if main is None:
        return header
    fields = dict(header.fields)
    for first, last in _blocks(gaps, main, len(header.written)):
        block = range(first, last)
        if any(place in fields for place in block) and _is_apart(header, body, main, block):
            fields = {place: field for place, field in fields.items() if place not in block}
            headings = ", ".join(f'"{one_line(header.written[place])}"' for place in block if header.written[place])
            found = f"{headings} in columns {column_letters(first)} to {column_letters(last - 1)}"
            findings.tell("side_table", header.row, None, found)
    clashes = tuple(pair for pair in header.clashes if pair[1] in fields or not _beside(pair[1], gaps, main))
    return header if fields == header.fields else replace(header, fields=fields, clashes=clashes)


def _gaps(header: Header) -> list[int]:
    """Return the columns without a heading that have columns with one on both sides."""
    named = [place for place, text in enumerate(header.written) if text]
    return [place for place in range(named[0], named[-1]) if not header.written[place]] if named else []


def _blocks(gaps: Sequence[int], main: int, width: int) -> list[tuple[int, int]]:
    """Return the blocks of columns right of the reps' names, each from after a gap to the next one."""
    right = [place for place in gaps if place > main]
    ends = [*right[1:], width][: len(right)]
    return [(gap + 1, end) for gap, end in zip(right, ends, strict=True) if end > gap + 1]


def _beside(place: int, gaps: Sequence[int], main: int) -> bool:
    """Say whether a column lies behind a gap right of the reps' names."""
    return any(main < gap < place for gap in gaps)


def _is_apart(header: Header, body: Rows, main: int, block: range) -> bool:
    """Say whether a block of columns is another table: other names beside the reps', or a short list with labels."""
    names = [other for kept, other in header.clashes if header.fields.get(kept) in ("name", "email") and other in block]
    if names:
        pairs = [(_cell(row, main), _cell(row, names[0])) for row in body]
        return any(text_of(one) != text_of(two) for one, two in pairs if not is_empty(one) and not is_empty(two))
    reps = [place for place, row in enumerate(body) if not is_empty(_cell(row, main))]
    filled = [place for place, row in enumerate(body) if any(not is_empty(_cell(row, one)) for one in block)]
    short = len(reps) >= _FEWEST and len(filled) * 2 <= len(reps) and filled == list(range(len(filled)))
    return bool(filled) and short and _has_labels([body[place] for place in filled], block)


def _has_labels(lines: Rows, block: range) -> bool:
    """Say whether a column of the block holds words in each line."""
    columns = ([_cell(row, place) for row in lines] for place in block)
    return any(all(isinstance(cell, str) and cell.strip()[:1].isalpha() for cell in column) for column in columns)


def _cell(row: Sequence[Cell], place: int) -> Cell:
    """Return a cell of a row, None beyond its end."""
    return row[place] if place < len(row) else None
