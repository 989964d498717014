"""How are notes kept in a workbook? One sheet per note, the text as it was edited, tables as cells."""

import re
from collections.abc import Sequence
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.exports.document import Block, Kind, blocks, plain
from dashboard.exports.grid import TOP, head, put, saved
from dashboard.exports.literal import clean
from dashboard.exports.note import Note, together

WIDTHS = (30, 16, 26, 16, 22, 16)
"""Characters per column; text runs across all of them."""

LINE = 15.5
"""Points of height per line of text."""

SIZES = {1: 16, 2: 13}
LONGEST_NAME = 31
"""Characters Excel allows in a sheet's name."""


def sheets(notes: Sequence[Note]) -> bytes:
    """Return notes as one workbook with a sheet per note."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, note in zip(sheet_names([note.name for note in notes]), notes, strict=True):
        _fill(book.create_sheet(name), note)
    return saved(book, max(note.week for note in notes), together(notes))


def sheet_names(names: Sequence[str]) -> list[str]:
    """Return a name Excel accepts for each, all different.

    >>> sheet_names(["Ann/Lee", "ann lee", ""])
    ['Ann Lee', 'ann lee (2)', 'Note']
    """
    given: list[str] = []
    for name in names:
        allowed = clean(re.sub(r"[\\/*?:\[\]]", " ", name)).strip("' ")[:LONGEST_NAME].strip("' ")
        given.append(_free(allowed or "Note", {other.casefold() for other in given}))
    return given


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken or free.casefold() == "history":
        number += 1
        free = f"{name[: LONGEST_NAME - len(f' ({number})')].rstrip()} ({number})"
    return free


def _fill(sheet: Worksheet, note: Note) -> None:
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr, sheet.page_setup.fitToHeight = PageSetupProperties(fitToPage=True), 0
    row = 1
    for block in blocks(note.markdown):
        row = _table(sheet, row, block) if block.kind is Kind.TABLE else _text(sheet, row, block)


def _text(sheet: Worksheet, row: int, block: Block) -> int:
    """Write one block across all columns and return the next free row."""
    if block.kind is Kind.RULE:
        return row + 1
    row += block.kind is Kind.HEADING and row > 1
    indent = max(block.level - 1, 0) * 4 if block.kind is Kind.ITEM else 0
    text = " " * indent + " ".join(part for part in (block.marker, block.text) if part)
    cell = put(sheet, row, 1, text)
    cell.alignment = TOP
    if block.kind is Kind.HEADING:
        cell.font = Font(bold=True, size=SIZES.get(block.level, 11))
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(WIDTHS))
    lines = sum(ceil(max(len(line), 1) / sum(WIDTHS)) for line in text.split("\n"))
    sheet.row_dimensions[row].height = LINE * lines * (1.4 if block.level == 1 and block.kind is Kind.HEADING else 1)
    return row + 1


def _table(sheet: Worksheet, row: int, block: Block) -> int:
    """Write a table's cells and return the next free row."""
    head(sheet, row, [plain(runs) for runs in block.rows[0]])
    for number, cells in enumerate(block.rows[1:], start=row + 1):
        for column, (runs, right) in enumerate(zip(cells, block.right, strict=False), start=1):
            cell = put(sheet, number, column, plain(runs))
            cell.alignment = Alignment(horizontal="right" if right else "left", vertical="top", wrap_text=True)
    return row + len(block.rows) + 1
