"""Which sheets and cells does a workbook have?

XLSX is read here; the older formats are read in a process of their own, since their parser may panic.
"""

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dashboard.ingest.formulas import columns_without_values
from dashboard.ingest.grid import Book, Rows, Sheet
from dashboard.ingest.refusals import refuse
from dashboard.model.errors import FileRefused

_APART = Path(__file__).with_name("apart.py")
_SECONDS = 30
T = TypeVar("T")
_PROTECTED = "the workbook is protected by a password"


def read_xlsx(file: str, content: bytes) -> Book:
    """Read a workbook in the XLSX format; FileRefused if it is damaged, protected or without a sheet."""
    workbook = _guarded(file, lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    listed = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    if not listed:
        raise refuse(file, "damaged_file", "the workbook has no sheet")
    return Book("xlsx", None, tuple(_sheet(file, content, workbook, one) for one in listed))


def read_apart(file: str, content: bytes, kind: str) -> Book:
    """Read an XLS, XLSB or ODS workbook in a process of its own, with limits of time and memory."""
    command = [sys.executable, "-I", str(_APART)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise refuse(file, "too_large", f"reading it takes longer than {_SECONDS} seconds") from error
    if done.returncode == PROTECTED:
        raise refuse(file, "password_protected", _PROTECTED)
    if done.returncode:
        raise refuse(file, "damaged_file", f"the {kind.upper()} workbook cannot be read")
    sheets = [Sheet(name, _from(rows), hidden) for name, hidden, rows in pickle.loads(done.stdout)]
    return Book(kind, None, tuple(sheets))


PROTECTED = 3
"""The exit code by which the other process says that there is a password; the same number stands in apart.py."""


def _sheet(file: str, content: bytes, workbook: CalamineWorkbook, listed: SheetMetadata) -> Sheet:
    """Return one sheet, parsed when it is first looked at."""
    parsed: list[CalamineSheet] = []

    def load(count: int | None) -> Rows:
        if not parsed:
            parsed.append(_guarded(file, lambda: workbook.get_sheet_by_name(listed.name)))
        rows = _guarded(file, lambda: parsed[0].to_python(skip_empty_area=False, nrows=count))
        return fill_down(rows, parsed[0].merged_cell_ranges or [])

    hidden = listed.visible != SheetVisibleEnum.Visible
    return Sheet(listed.name, load, hidden, hollow=lambda: columns_without_values(content, listed.name))


def fill_down(rows: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> Rows:
    """Give each row of a cell merged over several rows its value; cells merged sideways are titles and stay."""
    for (top, column), (bottom, last) in merged:
        if column == last and top < len(rows) and column < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                if column < len(row):
                    row[column] = rows[top][column]
    return rows


def _from(rows: Rows) -> Callable[[int | None], Rows]:
    """Return the loader of rows that are already here."""
    return lambda count: rows if count is None else rows[:count]


def _guarded(file: str, read: Callable[[], T]) -> T:
    """Read, and turn whatever the parser throws into a refusal; its panics are no Exception."""
    try:
        return read()
    except FileRefused:
        raise
    except PasswordError as error:
        raise refuse(file, "password_protected", _PROTECTED) from error
    except (CalamineError, MemoryError, OSError, ValueError) as error:
        raise refuse(file, "damaged_file", "the workbook is damaged") from error
    except BaseException as error:
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        raise refuse(file, "damaged_file", "the workbook is damaged") from error
