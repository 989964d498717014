"""Workbooks in Excel's binary format XLSB, as small as they can be: no library at hand writes them."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

_ROW, _REAL, _BOOL, _TEXT = 0x00, 0x05, 0x04, 0x06
_SHEET, _SIZE, _DATA, _DATA_ENDS, _SHEET_ENDS = 0x81, 0x94, 0x91, 0x92, 0x82
_BOOK, _SHEETS, _LISTED, _SHEETS_END, _BOOK_ENDS = 0x83, 0x8F, 0x9C, 0x90, 0x84
_STYLES, _STYLE, _STYLES_END = 0x269, 0x2F, 0x26A
_DAY_ONE = date(1899, 12, 30)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_TYPES = "http://schemas.openxmlformats.org/package/2006"


def xlsb(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return an XLSB workbook with these sheets of texts, numbers, truth values and days; other cells become texts."""
    listed = [
        _record(_LISTED, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))
        for number, name in enumerate(sheets, start=1)
    ]
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}/content-types"/>')
        archive.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{_TYPES}/relationships">{relations}</Relationships>'
        )
        book = (_record(_BOOK), _record(_SHEETS), *listed, _record(_SHEETS_END), _record(_BOOK_ENDS))
        archive.writestr("xl/workbook.bin", b"".join(book))
        styles = (
            _record(_STYLES, struct.pack("<I", 2)),
            *(_record(_STYLE, struct.pack("<HHIQ", 0, one, 0, 0)) for one in (0, 14)),
        )
        archive.writestr("xl/styles.bin", b"".join((*styles, _record(_STYLES_END))))
        for number, rows in enumerate(sheets.values(), start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", b"".join(_sheet(rows)))
    return done.getvalue()


def _sheet(rows: Sequence[Sequence[object]]) -> Iterator[bytes]:
    """Yield the records of a sheet."""
    width = max(map(len, rows), default=1)
    yield _record(_SHEET)
    yield _record(_SIZE, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0)))
    yield _record(_DATA)
    for number, row in enumerate(rows):
        yield _record(_ROW, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        yield from (_cell(column, cell) for column, cell in enumerate(row) if cell is not None and cell != "")
    yield _record(_DATA_ENDS)
    yield _record(_SHEET_ENDS)


def _cell(column: int, cell: object) -> bytes:
    """Return the record of a cell: its column, a style, its value."""
    place = struct.pack("<II", column, int(isinstance(cell, date)))
    if isinstance(cell, date):
        return _record(_REAL, place + struct.pack("<d", (date(cell.year, cell.month, cell.day) - _DAY_ONE).days))
    if isinstance(cell, bool):
        return _record(_BOOL, place + struct.pack("<B", cell))
    if isinstance(cell, (int, float)):
        return _record(_REAL, place + struct.pack("<d", cell))
    return _record(_TEXT, place + _wide(str(cell)))


def _wide(text: str) -> bytes:
    """Return a text with its length before it."""
    written = text.encode("utf-16-le")
    return struct.pack("<I", len(written) // 2) + written


def _record(kind: int, content: bytes = b"") -> bytes:
    """Return one record: kind and length in groups of seven bits, the content."""
    head = struct.pack("<B", kind) if kind < 0x80 else struct.pack("<BB", kind & 0x7F | 0x80, kind >> 7)
    size = len(content)
    while size >= 0x80:
        head += struct.pack("<B", size & 0x7F | 0x80)
        size >>= 7
    return head + struct.pack("<B", size) + content
