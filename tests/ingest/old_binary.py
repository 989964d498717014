"""Workbooks in the old binary format, as small as they can be: no library at hand writes them."""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(sheets: Mapping[str, Sequence[Sequence[object]]], *, protected: bool = False) -> bytes:
    """Return an XLS workbook with these sheets of texts and numbers; a protected one only says that it is."""
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0x0600))
    if protected:
        start += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    bodies = [_sheet(rows) for rows in sheets.values()]
    place = len(start) + sum(len(_listed(name, 0)) for name in sheets) + 4
    listed = b""
    for name, body in zip(sheets, bodies, strict=True):
        listed += _listed(name, place)
        place += len(body)
    return container({"Workbook": start + listed + _record(0x000A, b"") + b"".join(bodies)})


def container(streams: Mapping[str, bytes]) -> bytes:
    """Return an OLE container with these streams, which older Office files and protected new ones are."""
    chains: list[list[int]] = []
    sectors: list[bytes] = []
    for content in streams.values():
        padded = content.ljust(max(4096, -(-len(content) // _SECTOR) * _SECTOR), b"\0")
        chains.append([2 + len(sectors) + one for one in range(len(padded) // _SECTOR)])
        sectors += [padded[one : one + _SECTOR] for one in range(0, len(padded), _SECTOR)]
    fat = [_FAT, _END] + [_FREE] * len(sectors)
    for chain in chains:
        for here, following in zip(chain, [*chain[1:], _END], strict=True):
            fat[here] = following
    assert len(fat) <= 128, "one sector of the allocation table is enough for tests"
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, chain) in enumerate(zip(streams, chains, strict=True), start=1):
        right = number + 1 if number < len(chains) else _FREE
        entries.append(_entry(name, 2, chain[0], len(chain) * _SECTOR, right=right))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return _header() + table + directory + b"".join(sectors)


def _header() -> bytes:
    """Return the first sector: the allocation table is in the next, the directory in the one after."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE) -> bytes:
    """Return one entry of the directory."""
    written = name.encode("utf-16-le")
    entry = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written) + 2, kind, 1, _FREE, right, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """Return the records of a sheet."""
    records = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0x0600))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, (int, float)):
                records += _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
            elif cell:
                text = str(cell).encode("utf-16-le")
                records += _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(str(cell)), 1) + text)
    return records + _record(0x000A, b"")


def _listed(name: str, place: int) -> bytes:
    """Return the record that names a sheet and says where it begins."""
    return _record(0x0085, struct.pack("<IBBBB", place, 0, 0, len(name), 1) + name.encode("utf-16-le"))


def _record(kind: int, content: bytes) -> bytes:
    """Return one record."""
    return struct.pack("<HH", kind, len(content)) + content
