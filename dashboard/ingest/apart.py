"""How is a workbook read whose parser may panic, hang or eat memory? As a script in a process of its own, with limits.

Bytes come in by standard input. What goes out by standard output are messages, each with its length in front: format,
encoding, the list of sheets as (name, hidden) and what the styles say, or why there is no table as (code, what was
found); then for each sheet its rows piece by piece and an end. On the other side is parcels.py.
"""

import gc
import io
import marshal
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

PROTECTED, TOO_LARGE = 3, 4
FIRST, PIECE = 100, 5_000
"""Rows in the first piece, which is all that the search for the header looks at, and in the others."""
MOST_FILLED = 2_000_000
"""Cells that merged ranges may be said to cover downwards."""
_NO_OBJECT = "PyObject pointer is null"
"""How the parser panics when there is no memory for a cell."""
Rows = list[list[Any]]
Names = list[tuple[str | None, bool]]
Read = tuple[str, str | None, Names, Iterator[Rows]]
_ODD = (date, datetime, time, timedelta)
_MIDNIGHT = datetime(1, 1, 1)


def limit(memory: int, seconds: int) -> None:
    """Limit this process's memory in bytes and its computing time, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def workbook(content: bytes) -> Read:
    """Read the worksheets of a workbook, one after the other."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    listed = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    names: Names = [(one.name, one.visible != SheetVisibleEnum.Visible) for one in listed]
    return "", None, names, (rows_of(book.get_sheet_by_name(one.name)) for one in listed)


def web_page(content: bytes) -> Read:
    """Read the tables of a web page."""
    from dashboard.ingest.html_tables import read_html

    encoding, sheets = read_html(content)
    return "html", encoding, [(name, hidden) for name, hidden, _ in sheets], (rows for _, _, rows in sheets)


def xml_workbook(content: bytes) -> Read:
    """Read the sheets of an XML Spreadsheet 2003."""
    from dashboard.ingest.xml_sheets import read_xml

    sheets = read_xml(content)
    return "xml", None, [(name, hidden) for name, hidden, _ in sheets], (rows for _, _, rows in sheets)


def json_page(content: bytes) -> Read:
    """Read the table of a JSON file."""
    from dashboard.ingest.json_page import read_json

    kind, encoding, rows = read_json(content)
    return kind, encoding, [(None, False)], iter([rows])


def rows_of(sheet: Any) -> Rows:  # noqa: ANN401 # a CalamineSheet, which is imported only where it is needed
    """Return the rows of a sheet from its first one on."""
    return fill_down(sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or [])


def fill_down(rows: Rows, merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> Rows:
    """Give each row of a cell merged over several rows its value; cells merged sideways are titles and stay."""
    left = MOST_FILLED
    for (top, column), (bottom, last) in merged:
        if column == last and top < len(rows) and column < len(rows[top]):
            left -= min(bottom, len(rows)) - top
            if left < 0:
                raise MemoryError
            for row in rows[top + 1 : bottom + 1]:
                if column < len(row):
                    row[column] = rows[top][column]
    return rows


def packed(rows: Rows) -> bytes:
    """Return rows as bytes; days and times are put beside them as numbers, since marshal knows none."""
    odd = []
    for column, cells in enumerate(zip_longest(*rows)):
        if not {type(cell) for cell in cells}.isdisjoint(_ODD):
            places = [place for place, cell in enumerate(cells) if type(cell) in _ODD]
            odd.append((column, places, [_number(cells[place]) for place in places]))
            for place in places:
                rows[place][column] = None
    return marshal.dumps((rows, odd), 2)


def _number(cell: date | time | timedelta) -> tuple[str, int]:
    """Return a day, time or span as its kind and a number of days or microseconds."""
    if isinstance(cell, datetime):
        return "moment", (cell.replace(tzinfo=None) - _MIDNIGHT) // timedelta(microseconds=1)
    if isinstance(cell, date):
        return "day", cell.toordinal()
    if isinstance(cell, time):
        return "time", (datetime.combine(_MIDNIGHT, cell) - _MIDNIGHT) // timedelta(microseconds=1)
    return "span", cell // timedelta(microseconds=1)


def send(message: bytes) -> None:
    """Write a message with its length in front."""
    sys.stdout.buffer.write(len(message).to_bytes(8, "little") + message)


READERS: dict[str, Callable[[bytes], Read]] = {
    "workbook": workbook,
    "html": web_page,
    "xml": xml_workbook,
    "json": json_page,
}


def send_sheets(what: str, content: bytes) -> None:
    """Send all sheets of a file, or why there is none."""
    from dashboard.ingest.no_table import NoTable

    try:
        kind, encoding, names, sheets = READERS[what](content)
    except NoTable as error:
        return send(marshal.dumps(error.args, 2))
    send(marshal.dumps((kind, encoding, names, _styles(content) if what == "workbook" else {}), 2))
    for rows in sheets:
        for start in (0, *range(FIRST, len(rows), PIECE)):
            send(packed(rows[start : start + PIECE if start else FIRST]))
        send(b"")
    return None


def _styles(content: bytes) -> dict[str, bool]:
    """Return what the styles of a workbook say; binary ones are not looked at."""
    if not content.startswith(b"PK"):
        return {}
    from dashboard.ingest.styles import look

    return look(content)


def send_hollow(content: bytes, sheet: str) -> None:
    """Send which columns of a sheet hold formulas without results."""
    from dashboard.ingest.formulas import columns_without_values

    send(marshal.dumps(sorted(columns_without_values(content, sheet)), 2))


def send_shown(content: bytes, sheet: str) -> None:
    """Send in which currency the cells of a sheet are shown, by column and row."""
    from dashboard.ingest.styles import currencies_shown

    send(marshal.dumps(currencies_shown(content, sheet), 2))


ASIDE: dict[str, Callable[[bytes, str], None]] = {"hollow": send_hollow, "shown": send_shown}
"""What is asked about one sheet of a workbook beside its cells."""


def main() -> int:
    """Read standard input and return the exit code: 0 done, 3 protected, 4 too large; a panic ends it by itself."""
    what, memory, seconds, *paths = sys.argv[1:]
    sys.path += paths
    gc.disable()
    limit(int(memory), int(seconds))
    from python_calamine import PasswordError

    content = sys.stdin.buffer.read()
    kind, _, sheet = what.partition(":")
    try:
        ASIDE[kind](content, bytes.fromhex(sheet).decode()) if kind in ASIDE else send_sheets(kind, content)
    except PasswordError:
        return PROTECTED
    except BaseException as error:  # a panic is no Exception
        if isinstance(error, MemoryError) or _NO_OBJECT in str(error):
            return TOO_LARGE
        raise
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
