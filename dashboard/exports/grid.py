"""How are cells written into a workbook? Text always as text, never as a formula, numbers with their format."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.literal import printable
from dashboard.exports.steady import repacked

HEAD_FILL = PatternFill("solid", fgColor="FFE4E9F2")
TOP = Alignment(vertical="top", wrap_text=True)

Value = str | float | int | date | None


def put(sheet: Worksheet, row: int, column: int, value: Value, number_format: str = "") -> Cell:
    """Write one cell and return it; text stays text whatever it starts with, None leaves the cell blank."""
    cell = sheet.cell(row, column)
    cell.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    if number_format:
        cell.number_format = number_format
    return cell


def head(sheet: Worksheet, row: int, labels: Sequence[str]) -> None:
    """Write a row of column headings."""
    for column, label in enumerate(labels, start=1):
        cell = put(sheet, row, column, label)
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEAD_FILL, TOP


def saved(book: Workbook, day: date, title: str) -> bytes:
    """Return the workbook's bytes, as if written on `day`."""
    book.properties.title, book.properties.creator = printable(title), ""
    written = BytesIO()
    book.save(written)
    return repacked(written.getvalue(), day)
