"""Which sheets and cells does a workbook have? It is read in a process of its own, see apart.py."""

from functools import partial

from dashboard.ingest.archive import unpacked_size
from dashboard.ingest.grid import Book, Sheet
from dashboard.ingest.parcels import Parcel, fetch, fetch_hollow
from dashboard.ingest.refusals import refuse

_FACTOR = {"xlsx": 12, "ods": 12, "xls": 40, "xlsb": 40}
"""How many bytes of memory a byte of the file may need, unpacked: 2.5 for XLSX (measured), more in tighter formats."""


def read_workbook(file: str, content: bytes, kind: str) -> Book:
    """Read an XLSX, XLS, XLSB or ODS workbook; FileRefused if it is damaged, protected or without a sheet."""
    most = _FACTOR[kind] * max(unpacked_size(content), len(content))
    found = fetch(file, content, "workbook", most)
    if not found:
        raise refuse(file, "unsupported_format", "the workbook has no sheet with cells, only charts or macros")
    return Book(kind, None, tuple(_sheet(*one, content, most if kind == "xlsx" else 0) for one in found))


def _sheet(name: str, hidden: bool, parcel: Parcel, content: bytes, most: int) -> Sheet:
    """Return one sheet; formulas without results are looked for where the format lets us."""
    hollow = partial(fetch_hollow, content, name, most) if most else frozenset
    return Sheet(name, parcel.load, hidden, hollow=hollow)
