"""Is a zip archive a workbook, and one that is safe to unpack?

Sizes are read from the archive's directory before anything is unpacked; a sheet that claims a huge area is looked
through piece by piece for where its values really end, since memory is needed for the whole area.
"""

import io
import re
import zipfile

from dashboard.ingest.refusals import refuse
from dashboard.model.errors import FileRefused

MOST_ENTRIES = 5_000
MOST_UNPACKED = 400 << 20
MOST_CELLS = 20_000_000
"""Ours: a workbook of 300,000 rows x 15 columns has 20 entries, 200 MB unpacked and 4.5 million cells."""
_LARGE_PART, _MOST_PACKED = 20 << 20, 150
"""Parts from so many bytes on are no table if they are packed to less than the 150th (ours; sheets are to a tenth)."""
_CLAIM_TO_CHECK = 5_000_000
_AREA = re.compile(rb'<(?:\w+:)?dimension [^>]*ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"')
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]+)([0-9]+)"[^>]*>\s*<(?:\w+:)?(?:v|is|f)\b')
_PIECE = 1 << 20


def kind_of_archive(file: str, content: bytes) -> str:
    """Return "xlsx", "xlsb" or "ods", or what else the archive holds ("word", "slides", "numbers", "zip").

    FileRefused if it is damaged or too large to unpack.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_size(file, archive, len(content))
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            if not names:
                raise refuse(file, "damaged_file", "there is nothing in the workbook")
            kind = _kind(names, archive)
            if kind == "locked":
                raise refuse(file, "password_protected", "the workbook is protected by a password")
            if any(name.startswith("xl/macrosheets/") for name in names):
                raise refuse(file, "unsupported_format", "the workbook has sheets of old macros (Excel 4.0)")
            if kind == "xlsx":
                _check_area(file, archive)
    except FileRefused:
        raise
    except Exception as error:  # whatever an archive with changed bytes makes zipfile and zlib throw
        raise refuse(file, "damaged_file", "the workbook is damaged") from error
    return kind


def unpacked_size(content: bytes) -> int:
    """Return how many bytes an archive says to unpack to, 0 if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return 0


def _check_size(file: str, archive: zipfile.ZipFile, size: int) -> None:
    """Refuse an archive of `size` bytes with too many or too large entries, or with some that overlap."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        found = f"it unpacks to {unpacked >> 20:,} MB in {len(entries):,} parts"
        raise refuse(file, "too_large", found)
    for entry in entries:
        if entry.file_size > _LARGE_PART and entry.file_size > entry.compress_size * _MOST_PACKED:
            found = f"a part of {max(entry.compress_size >> 10, 1):,} kB in it unpacks to {entry.file_size >> 20:,} MB"
            raise refuse(file, "too_large", found)
    if sum(entry.compress_size for entry in entries) > size:
        raise refuse(file, "damaged_file", "parts of the workbook overlap in its archive")


def _kind(names: set[str], archive: zipfile.ZipFile) -> str:
    """Return what kind of document the archive is."""
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:100]:
        locked = "meta-inf/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml")
        return "locked" if locked else "ods"
    folders = (("word/", "word"), ("ppt/", "slides"), ("index/document.iwa", "numbers"), ("index/tables/", "numbers"))
    return next((kind for folder, kind in folders if any(name.startswith(folder) for name in names)), "zip")


def _check_area(file: str, archive: zipfile.ZipFile) -> None:
    """Refuse a sheet whose values span more cells than memory should be spent on."""
    for entry in archive.infolist():
        name = entry.filename.replace("\\", "/").lower()
        if not (name.startswith("xl/worksheets/") and name.endswith(".xml")):
            continue
        with archive.open(entry) as part:
            claim = _AREA.search(part.read(4096))
        if claim and _column(claim[1]) * int(claim[2]) > _CLAIM_TO_CHECK and _spanned(archive, entry) > MOST_CELLS:
            raise refuse(
                file, "too_large", f"a sheet has cells down to row {int(claim[2]):,} and column {claim[1].decode()}"
            )


def _spanned(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Return how many cells lie between the first and the last value of a sheet."""
    column = row = 0
    with archive.open(entry) as part:
        rest = b""
        while piece := part.read(_PIECE):
            rest += piece
            for found in _CELL.finditer(rest):
                column, row = max(column, _column(found[1])), max(row, int(found[2]))
            rest = rest[-512:]
    return column * row


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters.

    >>> _column(b"AA")
    27
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
