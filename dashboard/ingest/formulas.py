"""Which columns of a sheet hold formulas whose results were never stored?

Programs that write workbooks without calculating them leave the results out; readers then see empty cells.
"""

import html
import io
import re
import zipfile
import zlib

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*?name=\"(?P<name>[^\"]*)\"[^>]*?r:id=\"(?P<id>[^\"]*)\"")
SPOILED = (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What reading a part of a damaged archive throws."""
_RELATION = re.compile(r"<Relationship\s[^>]*>")
_PART = re.compile(r"\b(Id|Target)=\"([^\"]*)\"")
_HOLLOW = re.compile(
    rb"<c\s[^>]*?r=\"([A-Z]{1,3})[0-9]+\"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)


def columns_without_values(content: bytes, sheet: str) -> frozenset[int]:
    """Return the columns of a sheet, counted from 0, in which a formula has no stored result; none if unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            part = part_of(archive, sheet)
            found = set(_HOLLOW.findall(archive.read(part))) if part else set()
    except SPOILED:
        return frozenset()
    return frozenset(column_number(letters.decode()) for letters in found)


def column_number(letters: str) -> int:
    """Return the place of a column from its letters, counted from 0.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the file in which a sheet lies."""
    book = archive.read("xl/workbook.xml").decode("utf-8", errors="replace")
    ids = {html.unescape(match["name"]): match["id"] for match in _SHEET.finditer(book)}
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", errors="replace")
    targets = {}
    for one in _RELATION.findall(relations):
        said = dict(_PART.findall(one))
        targets[said.get("Id")] = said.get("Target", "")
    target = targets.get(ids.get(sheet), "")
    return target.removeprefix("/") if target.startswith("/xl") else f"xl/{target}" if target else None
