"""How does a text become rows of cells? Delimiter by own rule, quotes and line ends as spreadsheets write them.

A record is a row of the spreadsheet, however many lines it has; blank lines are rows too.
"""

import csv
import io
import re
from collections import Counter
from typing import Any

from dashboard.ingest.decode import decode, is_binary
from dashboard.ingest.grid import Book, Quirk, Rows, Sheet
from dashboard.ingest.headers import field_of, may_name
from dashboard.ingest.plain_csv import Lines
from dashboard.ingest.quoted_csv import without_quotes
from dashboard.ingest.refusals import refuse
from dashboard.ingest.two_lines import LONGEST_HEADING

DELIMITERS = ("\t", ";", "|", ",")
"""In this order where all else is equal: a comma may be a decimal sign, the others hardly ever stand inside a cell."""
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000_000, 16_384, 20_000_000
"""Ours: a large team's 1,000,000 rows x 15 columns; no spreadsheet has more columns."""
_SAMPLE_ROWS = 60
_HEADER_WITHIN = 25
_SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
csv.field_size_limit(1 << 27)


def read_csv(file: str, content: bytes) -> Book:
    """Read a delimited text; FileRefused if it is no text."""
    text, encoding, quirks = decode(content)
    if is_binary(text):
        raise refuse(file, "unsupported_format", "its bytes are neither text nor a workbook")
    _check_size(file, text)
    said = _SEPARATOR_LINE.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else find_delimiter(text)
    rows, unclosed = parse(text, delimiter)
    _check_width(file, rows)
    if _wrapped(rows[:_SAMPLE_ROWS]):
        text = "\n".join(str(row[0]) if row else "" for row in rows)
        delimiter = find_delimiter(text)
        rows, unclosed = parse(text, delimiter)
    sheet = Sheet(None, lambda count: rows if count is None else rows[:count], ragged=True)
    return Book("tsv" if delimiter == "\t" else "csv", encoding, (sheet,), (*quirks, *unclosed))


def _check_size(file: str, text: str) -> None:
    """Refuse a text with more rows or cells than any table of a team, before it is taken apart."""
    rows = max((text.count(one) for one in "\n\r" if one in text), default=0)
    cells = max((text.count(one) for one in DELIMITERS if one in text), default=0) if len(text) > MOST_CELLS else 0
    if rows > MOST_ROWS or cells > MOST_CELLS:
        raise refuse(file, "too_large", f"it has {max(cells, rows):,} cells in {rows + 1:,} rows")


def _check_width(file: str, rows: Rows) -> None:
    """Refuse a text with a row that is wider than any spreadsheet."""
    widest = int(rows.widths(0).max()) if isinstance(rows, Lines) else max(map(len, rows), default=0)
    if widest > MOST_COLUMNS:
        raise refuse(file, "too_large", f"a row in it has {widest:,} cells")


def find_delimiter(text: str) -> str:
    """Return the delimiter under which the headings are known words, else under which most rows are equally wide.

    >>> find_delimiter("Rep;Brand;People\\nMara;18,4;9,2\\nIvo;17,1;8,8\\n")
    ';'
    """
    return max(DELIMITERS, key=lambda one: _fit(text, one))


def parse(text: str, delimiter: str) -> tuple[Rows, tuple[Quirk, ...]]:
    """Return the rows, blank ones included; a quote that is never closed is read as a character and reported."""
    plain = _in_lines(text, delimiter)
    if plain is not None:
        return plain, ()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[Any]] = list(reader)
    if reader.line_num == len(rows):
        return rows, ()
    return _with_care(list(io.StringIO(text, newline="")), delimiter, Counter(map(len, rows)).most_common(1)[0][0])


def _in_lines(text: str, delimiter: str) -> Rows | None:
    """Return the rows of a text, split when they are looked at; None if a quote is more than the end of a cell."""
    if not delimiter.isascii():
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text:
        return None
    return without_quotes(text, delimiter) if '"' in text else Lines(text, delimiter)


def _with_care(lines: list[str], delimiter: str, width: int) -> tuple[Rows, tuple[Quirk, ...]]:
    """Parse lines of which some records have several; one that swallowed whole rows has a stray quote."""
    rows: list[list[Any]] = []
    quirks: list[Quirk] = []
    start = 0
    while start < len(lines):
        reader = csv.reader(iter(lines[start:]), delimiter=delimiter)
        before = 0
        for row in reader:
            taken, before = reader.line_num - before, reader.line_num
            raw = "".join(lines[start + before - taken : start + before]) if taken > 1 else ""
            if taken > 1 and _swallowed(row, delimiter, width) and not _all_quoted(row, delimiter, raw):
                start += before - taken
                rows.append(next(csv.reader([lines[start]], delimiter=delimiter, quoting=csv.QUOTE_NONE), []))
                quirks.append(Quirk("unclosed_quote", len(rows), lines[start].strip()[:80]))
                start += 1
                break
            rows.append(list(row))
        else:
            break
    return rows, tuple(quirks)


def _swallowed(row: list[str], delimiter: str, width: int) -> bool:
    """Say whether a cell holds what looks like further rows of the table."""
    inner = [line for cell in row if "\n" in cell or "\r" in cell for line in cell.splitlines()[1:]]
    return width > 2 and any(line.count(delimiter) >= width - 1 for line in inner)


def _all_quoted(row: list[str], delimiter: str, raw: str) -> bool:
    """Say whether every cell of a record was put into quotes, so that none of them can be a stray one."""
    return raw.rstrip("\r\n") == delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row)


def _fit(text: str, delimiter: str) -> tuple[int, float]:
    """Return how many headings are known under a delimiter, and the share of rows of the commonest width."""
    head = text[: 1 << 16]
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
    rows = [row for row, _ in zip(reader, range(_SAMPLE_ROWS), strict=False) if any(cell.strip() for cell in row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    share = max(widths.values(), default=0) / max(len(rows), 1)
    return max((_known(row) for row in rows[:_HEADER_WITHIN] if len(row) > 1), default=0), share


def _known(row: list[str]) -> int:
    """Return how many different fields a row's cells name."""
    cells = [cell for cell in row if len(cell) < LONGEST_HEADING and may_name(cell)]
    return len({field_of(one, misspelt=False) or field_of(one, long=True, misspelt=False) for one in cells} - {None})


def _wrapped(rows: Rows) -> bool:
    """Say whether every line was put into quotes as a whole, so that each row is a single cell."""
    cells = [str(row[0]) for row in rows if row]
    return len(cells) > 1 and all(len(row) < 2 for row in rows) and _known(cells[0].split(find_delimiter(cells[0]))) > 1
