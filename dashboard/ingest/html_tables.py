"""Which tables stand in a web page? Many programs write one and name it .xls.

Runs in the process of apart.py. A page is cut into tags by one expression that never looks back: exports of 100,000
rows are usual, and their tags are often not closed. Cells merged sideways are their value and blanks, cells merged
downwards give each row their value, as in workbooks.
"""

import codecs
import html
import re
from typing import Any

from dashboard.ingest.decode import decode
from dashboard.ingest.no_table import NoTable

_OPENING = re.compile(r"(<!--)|(<!\[)|<(script|style|head|title)\b[^<>]*>", re.IGNORECASE)
_CLOSING = {
    one: re.compile(rf"</{one}\s*>", re.IGNORECASE) for one in ("script", "style", "head", "title")
} | {"<!--": re.compile("-->"), "<![": re.compile(r"\]>")}  # fmt: skip
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,6})", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "center", "caption"})
_MOST_ACROSS, _MOST_DOWN = 1_000, 65_534
"""The most columns and rows that a cell may span, by the HTML standard."""
_MOST_ABOVE = 8
"""Lines of text above a table that are kept: a title, a day, a filter (ours)."""
_MOST_LINES = 100
MOST_TAGS, MOST_TABLES, MOST_CELLS, MOST_COLUMNS = 4_000_000, 1_000, 5_000_000, 16_384
"""Ours: 100,000 rows of 15 cells, all closed, have 3.2 million tags; no spreadsheet has more columns."""
Rows = list[list[Any]]


class Table:
    """One table while it is read: rows of cells, and which cells of former rows reach down into the next."""

    def __init__(self, above: list[str]) -> None:
        """Begin with the lines of text above the table, each a row of its own."""
        self.rows: Rows = [[line] for line in above]
        self.first = len(self.rows)
        self.cells = 0
        self.row: list[Any] | None = None
        self.text: list[str] | None = None
        self.span = (1, 1)
        self.down: dict[int, tuple[int, str]] = {}

    def start_row(self) -> None:
        """End the row before, begin the next."""
        self.end_row()
        self.row = []
        self._reach_down()

    def start_cell(self, attributes: str) -> None:
        """End the cell before, begin the next; a cell outside a row begins one."""
        self.end_cell()
        if self.row is None:
            self.start_row()
        said = {name.lower(): max(int(count), 1) for name, count in _SPAN.findall(attributes)} if attributes else {}
        self.span = (min(said.get("col", 1), _MOST_ACROSS), min(said.get("row", 1), _MOST_DOWN))
        self.text = []

    def end_cell(self) -> None:
        """Put the cell into its row."""
        if self.text is None or self.row is None:
            return
        value, (across, down) = tidy("".join(self.text)), self.span
        self.text = None
        if len(self.row) + across > MOST_COLUMNS:
            raise NoTable("too_large", f"a row in it has more than {MOST_COLUMNS:,} cells")
        for place in range(across):
            cell = value if not place else ""
            if down > 1:
                self.down[len(self.row)] = (down - 1, cell if across == 1 else "")
            self.row.append(cell)
        self._reach_down()

    def end_row(self) -> None:
        """Put the row into the table."""
        self.end_cell()
        if self.row is not None:
            self.rows.append(self.row)
            self.cells += len(self.row)
            if self.cells > MOST_CELLS:
                raise NoTable("too_large", f"a table in it has more than {MOST_CELLS:,} cells")
        self.row = None

    def _reach_down(self) -> None:
        """Fill places that cells of former rows reach down into."""
        while self.row is not None and len(self.row) in self.down:
            left, value = self.down.pop(len(self.row))
            if left > 1:
                self.down[len(self.row)] = (left - 1, value)
            self.row.append(value)


def read_html(content: bytes) -> tuple[str, list[tuple[str | None, bool, Rows]]]:
    """Return the encoding and the tables of a page in order; NoTable if there is none with anything in it, or more
    than any team needs.
    """
    if (tags := content.count(b"<")) > MOST_TAGS:
        raise NoTable("too_large", f"it has {tags:,} tags")
    text, encoding = _text_of(content)
    tables = [table for table in _tables(text) if any(any(row) for row in table.rows[table.first :])]
    if not tables:
        raise NoTable("unsupported_format", "this is a web page without a table, even if its name says otherwise")
    if len(tables) == 1:
        return encoding, [(None, False, tables[0].rows)]
    return encoding, [(f"Table {place}", False, table.rows) for place, table in enumerate(tables, start=1)]


def _tables(text: str) -> list[Table]:
    """Return all tables; one inside a cell of another is a table of its own."""
    found: list[Table] = []
    nested: list[Table] = []
    above = [""]
    place = 0
    text = _shown(text)
    for tag in _TAG.finditer(text):
        between, place = text[place : tag.start()], tag.end()
        closing, name = bool(tag[1]), tag[2].lower()
        _put(between, nested[-1] if nested else None, above)
        if name == "table" and not closing:
            nested.append(Table([line for line in map(tidy, above[-_MOST_LINES:]) if line][-_MOST_ABOVE:]))
            found.append(nested[-1])
            if len(found) > MOST_TABLES:
                raise NoTable("too_large", f"it has more than {MOST_TABLES:,} tables")
            above = [""]
        elif nested:
            _follow(nested[-1], closing, name, tag[3])
            if name == "table":
                nested.pop()
        elif name in _BLOCKS:
            above.append("")
    for table in nested:
        table.end_row()
    return found


def _shown(text: str) -> str:
    """Return a page without comments, scripts and its head; where one is never closed, what follows is kept.

    What closes nothing is looked for once: a page may open the same a million times.
    """
    kept: list[str] = []
    never: set[str] = set()
    start = place = 0
    while opening := _OPENING.search(text, place):
        place, what = opening.end(), opening[opening.lastindex or 0].lower()
        closing = _CLOSING[what].search(text, place) if what not in never else None
        if closing:
            kept.append(text[start : opening.start()])
            start = place = closing.end()
        else:
            never.add(what)
    return " ".join((*kept, text[start:]))


def _put(text: str, table: Table | None, above: list[str]) -> None:
    """Put text into the open cell, or outside of tables into the last line above the next one."""
    if table is None:
        above[-1] += text
    elif table.text is not None:
        table.text.append(text)


def _follow(table: Table, closing: bool, name: str, attributes: str) -> None:
    """Do in a table what a tag says."""
    if name in ("td", "th"):
        table.end_cell() if closing else table.start_cell(attributes)
    elif name == "tr":
        table.end_row() if closing else table.start_row()
    elif name == "table":
        table.end_row()
    elif table.text is not None and name in _BLOCKS:
        table.text.append(" ")


def tidy(text: str) -> str:
    """Return a text of a page as it is shown: entities resolved, blanks and line ends as one blank.

    >>> tidy(" Marke &amp;\\n Personen&nbsp;")
    'Marke & Personen'
    """
    return _BLANKS.sub(" ", html.unescape(text) if "&" in text else text).strip()


def _text_of(content: bytes) -> tuple[str, str]:
    """Return the text and its encoding: by its byte order mark, else by what the page says, else by the bytes."""
    said = _CHARSET.search(content[:4096])
    if said and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            name = codecs.lookup(said[1].decode()).name
            name = "cp1252" if name in ("iso8859-1", "ascii") else name
            if "<".encode(name) == b"<":
                return content.decode(name), name
        except (LookupError, UnicodeError):
            pass
    text, encoding, _ = decode(content)
    return text, encoding
