"""Which sheets does an "XML Spreadsheet 2003" hold? Older programs write one and name it .xls.

Runs in the process of apart.py. A file that declares entities is refused before it is looked at.
"""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

from dashboard.ingest.no_table import NoTable

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{NAMESPACE}}}"
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_MOST_TAGS = 8 * _MOST_COLUMNS
"""Tags in one row, for which all of them are kept: four for a cell with a number, two more for a note (ours)."""
_DECLARES = re.compile(rb"<!\s*(?:doctype|entity)", re.IGNORECASE)
Rows = list[list[Any]]


def read_xml(content: bytes) -> list[tuple[str | None, bool, Rows]]:
    """Return each sheet's name, whether it is hidden, and its rows; NoTable if the file is damaged or no workbook."""
    if _DECLARES.search(content.replace(b"\0", b"")):
        raise NoTable("damaged_file", "the XML declares entities, as no spreadsheet program does")
    if max(part.count(b"<") for part in content.split(b"Row>")) > _MOST_TAGS:
        raise NoTable("too_large", "a row in it has more cells than any spreadsheet")
    try:
        return list(_sheets(content))
    except (ElementTree.ParseError, LookupError, UnicodeError) as error:
        raise NoTable("damaged_file", "the XML workbook is cut off or broken") from error


def _sheets(content: bytes) -> Iterator[tuple[str | None, bool, Rows]]:
    """Yield the sheets, forgetting each row's elements when it is read."""
    rows: Rows = []
    down: dict[int, tuple[int, Any]] = {}
    for _, element in ElementTree.iterparse(io.BytesIO(content)):
        if element.tag == f"{_SS}Row":
            _add(rows, element, down)
            element.clear()
        elif element.tag == f"{_SS}Worksheet":
            visible = next((one.text for one in element.iter() if one.tag.endswith("}Visible")), None)
            yield element.get(f"{_SS}Name"), visible in ("SheetHidden", "SheetVeryHidden"), rows
            element.clear()
            rows, down = [], {}


def _add(rows: Rows, element: ElementTree.Element, down: dict[int, tuple[int, Any]]) -> None:
    """Add a row, and the blank ones that its number skips; `down` are cells that reach into the rows to come."""
    for _ in range(_count(element, "Index", len(rows) + 1, _MOST_ROWS) - len(rows) - 1):
        rows.append(_listed(_reaching(down)))
    cells = _reaching(down)
    place = -1
    for cell in element.iter(f"{_SS}Cell"):
        place = next(free for free in range(place + 1, place + 2 + len(cells)) if free not in cells)
        place = _count(cell, "Index", place + 1, _MOST_COLUMNS) - 1
        cells[place] = value = _value(cell.find(f"{_SS}Data"))
        across, below = _count(cell, "MergeAcross", 0, _MOST_COLUMNS), _count(cell, "MergeDown", 0, _MOST_ROWS)
        if below:
            down.update({place + one: (below, "" if across else value) for one in range(across + 1)})
        place += across
    rows.append(_listed(cells))
    rows.extend([] for _ in range(_count(element, "Span", 0, _MOST_ROWS)))


def _reaching(down: dict[int, tuple[int, Any]]) -> dict[int, Any]:
    """Return the cells that reach into the next row from above, one row used up."""
    cells = {place: value for place, (_, value) in down.items()}
    for place, (left, value) in list(down.items()):
        if left > 1:
            down[place] = (left - 1, value)
        else:
            del down[place]
    return cells


def _listed(cells: dict[int, Any]) -> list[Any]:
    """Return the cells of a row by their places, blank between."""
    return [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def _count(element: ElementTree.Element, name: str, otherwise: int, most: int) -> int:
    """Return a number that an element carries; NoTable if no spreadsheet has so many rows or columns."""
    said = element.get(f"{_SS}{name}", "")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else otherwise
    if number > most:
        raise NoTable("too_large", f"it counts rows or columns up to {number:,}")
    return number


def _value(data: ElementTree.Element | None) -> Any:  # noqa: ANN401 # a cell is anything
    """Return what a cell holds: a number, a day, yes or no, or its text; blank for an error."""
    if data is None:
        return ""
    kind, text = data.get(f"{_SS}Type", "String"), "".join(data.itertext())
    with suppress(ValueError):
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    if kind == "Boolean":
        return text.strip() == "1"
    return "" if kind == "Error" else text
