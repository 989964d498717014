"""Which sheets and cells does a workbook, a web page or a JSON file have? Read in a process of its own: apart.py."""

from dataclasses import replace
from functools import partial

from dashboard.ingest.archive import unpacked_size
from dashboard.ingest.grid import Book, Sheet
from dashboard.ingest.parcels import fetch, fetch_hollow
from dashboard.ingest.refusals import refuse

_FACTOR = {"xlsx": 16, "ods": 16, "xls": 40, "xlsb": 40}
"""How many bytes of memory a byte of the file may need, unpacked: 2.5 for XLSX (measured), more in tighter formats."""
_PAGE = 8
"""The same for a web page, an XML or a JSON file (ours)."""


def read_workbook(file: str, content: bytes, kind: str) -> Book:
    """Read an XLSX, XLS, XLSB or ODS workbook; FileRefused if it is damaged, protected or without a sheet."""
    most = _FACTOR[kind] * max(unpacked_size(content), len(content))
    book = fetch(file, content, "workbook", most)
    if not book.sheets:
        raise refuse(file, "unsupported_format", "the workbook has no sheet with cells, only charts or macros")
    sheets = book.sheets if kind != "xlsx" else tuple(_with_formulas(one, content, most) for one in book.sheets)
    return replace(book, format=kind, sheets=sheets)


def read_page(file: str, content: bytes, kind: str) -> Book:
    """Read the tables of a web page ("html"), an XML Spreadsheet ("xml") or a JSON file; FileRefused without any."""
    return fetch(file, content, kind, _PAGE * len(content))


def _with_formulas(sheet: Sheet, content: bytes, most: int) -> Sheet:
    """Return a sheet in which formulas without results are looked for when asked."""
    return replace(sheet, hollow=partial(fetch_hollow, content, sheet.name or "", most))
