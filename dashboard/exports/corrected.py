"""How does a file come back to whoever has to mend it? As a workbook: the rows as read, bad cells marked and explained.

Every row keeps its number. Read again once it is mended, the copy is a table like the file it was made of.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.grid import HEAD_FILL
from dashboard.exports.literal import printable
from dashboard.exports.sheets import sheet_names
from dashboard.model.problems import Severity

TO_DO = "What to do"
ABOUT = "About this copy"
FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="FFF8CFCB"),
    Severity.WARNING: PatternFill("solid", fgColor="FFFCE7B2"),
}
"""Red for what was not stored, yellow for what is worth a look."""
LONGEST = 32_767
"""Characters that fit into a cell of Excel."""
MOST_WIDTH, LEAST_WIDTH, TO_DO_WIDTH = 40, 9, 70
"""Characters of a column."""
_SAMPLE = 200
"""Rows by which the width of a column is chosen."""
HOW = (
    "Red: not stored. Yellow: stored, worth a look. The last column says what to do.",
    "Mend the cells, save this workbook, and import it: the last column is not read, and may stay or go.",
    "A row that stands to the right of its note had its cells under wrong headings: move them where they belong.",
)


@dataclass(frozen=True)
class Mark:
    """What is wrong in a row (as the spreadsheet counts), in which column (from 0; None: the row), in words.

    `shifted` says that the row's cells stand under wrong headings.
    """

    row: int
    column: int | None
    words: str
    severity: Severity
    shifted: bool = False


@dataclass(frozen=True)
class Original:
    """What was read of a file: its rows from the first on, the row of the headings, what is wrong in it.

    `shown` has the currency in which a number is shown, by column (from 0) and row (from 1).
    """

    file: str
    sheet: str | None
    rows: Sequence[Sequence[object]]
    header_row: int
    width: int
    marks: Sequence[Mark]
    notes: Sequence[str] = ()
    shown: Mapping[int, Mapping[int, str]] = field(default_factory=dict)


def corrected(original: Original) -> bytes:
    """Return the workbook to be mended."""
    book = Workbook(write_only=True)
    name, about = sheet_names([original.sheet or "Table", ABOUT])
    _table(book.create_sheet(name), original)
    _about(book.create_sheet(about), original)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _table(sheet: Worksheet, original: Original) -> None:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for mark in original.marks:
        marks[mark.row].append(mark)
    last = _last(original, marks)
    _laid_out(sheet, original, last)
    for number, cells in enumerate(original.rows, start=1):
        row = [_cell(sheet, value) for value in cells]
        _show(sheet, row, {place: rows[number] for place, rows in original.shown.items() if number in rows})
        if number == original.header_row:
            row = [_heading(sheet, value) for value in (row + [None] * (last - len(row)))[:last]]
            row.append(_heading(sheet, TO_DO))
        elif number in marks:
            row = _marked(sheet, row, marks[number], last)
        sheet.append(row)


def _last(original: Original, marks: Mapping[int, Sequence[Mark]]) -> int:
    """Return how many columns stand before the notes: those of the widest row that is not shifted."""
    shifted = {row for row, found in marks.items() if any(mark.shifted for mark in found)}
    rows = (cells for number, cells in enumerate(original.rows, start=1) if number not in shifted)
    return max((_filled(cells) for cells in rows), default=0) or original.width


def _filled(cells: Sequence[object]) -> int:
    """Return how many cells a row has up to its last filled one."""
    width = len(cells)
    while width and cells[width - 1] in (None, ""):
        width -= 1
    return width


def _marked(sheet: Worksheet, row: list[object], marks: Sequence[Mark], last: int) -> list[object]:
    """Return a row with its bad cells filled and its note; a shifted row stands to the right of it."""
    shifted = any(mark.shifted for mark in marks)
    row = row if shifted else (row + [None] * (last - len(row)))[:last]
    for mark in sorted(marks, key=lambda one: one.severity is Severity.ERROR):
        if mark.column is not None and mark.column < len(row) and mark.severity in FILLS:
            row[mark.column] = _filled_with(sheet, row[mark.column], FILLS[mark.severity])
    note = _text(sheet, "\n".join(dict.fromkeys(mark.words for mark in marks)))
    note.fill = FILLS[min((mark.severity for mark in marks), key=list(Severity).index)]
    note.alignment = Alignment(vertical="top", wrap_text=True)
    return [*[None] * last, note, *row] if shifted else [*row, note]


def _cell(sheet: Worksheet, value: object) -> object:
    """Return a value as it is written: text stays text whatever it starts with, what nobody knows is blank."""
    if isinstance(value, str):
        return _text(sheet, value) if value[:1] in ("=", "+", "-", "@") else printable(value)[:LONGEST] or None
    known = isinstance(value, bool | int | float | datetime | date | time | timedelta)
    return value if known and _is_finite(value) else None


def _show(sheet: Worksheet, row: list[object], codes: Mapping[int, str]) -> None:
    """Let the numbers of a row be shown in their currencies, as they were."""
    for place, code in codes.items():
        if place < len(row) and isinstance(row[place], int | float):
            cell = WriteOnlyCell(sheet, row[place])
            cell.number_format = f"#,##0.00 [${code}]"
            row[place] = cell


def _is_finite(value: object) -> bool:
    return not isinstance(value, float) or isfinite(value)


def _text(sheet: Worksheet, value: str) -> Cell:
    cell = WriteOnlyCell(sheet, printable(value)[:LONGEST])
    cell.data_type, cell.quotePrefix = "s", value[:1] in ("=", "+", "-", "@")
    return cell


def _filled_with(sheet: Worksheet, value: object, fill: PatternFill) -> Cell:
    cell = value if isinstance(value, Cell) else _of(sheet, value)
    cell.fill = fill
    return cell


def _of(sheet: Worksheet, value: object) -> Cell:
    return _text(sheet, value) if isinstance(value, str) else WriteOnlyCell(sheet, value)


def _heading(sheet: Worksheet, value: object) -> Cell:
    cell = _filled_with(sheet, value, HEAD_FILL)
    cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    return cell


def _laid_out(sheet: Worksheet, original: Original, last: int) -> None:
    """Set widths by what stands in the first rows, and keep the headings in sight."""
    body = original.rows[: original.header_row + _SAMPLE]
    for place in range(last):
        longest = max((len(str(row[place])) for row in body if place < len(row) and row[place] is not None), default=0)
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(max(longest + 2, LEAST_WIDTH), MOST_WIDTH)
    sheet.column_dimensions[get_column_letter(last + 1)].width = TO_DO_WIDTH
    sheet.freeze_panes = f"A{original.header_row + 1}"


def _about(sheet: Worksheet, original: Original) -> None:
    sheet.column_dimensions["A"].width = 110
    for line in _lines(original):
        cell = _text(sheet, line)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append([cell])


def _lines(original: Original) -> Iterator[str]:
    where = f", sheet {original.sheet}; its other sheets are not in this copy" if original.sheet else ""
    yield f"A copy of {original.file}{where}."
    yield from HOW
    yield from original.notes
