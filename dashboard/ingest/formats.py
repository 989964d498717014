"""Of which format are these bytes? By their content, never by the name of the file.

To add a format: one reader, one line in READERS, one file in tests/uploads/good/.
"""

import re
from collections.abc import Callable
from functools import partial

from dashboard.ingest.archive import kind_of_archive
from dashboard.ingest.csv_file import read_csv
from dashboard.ingest.grid import Book
from dashboard.ingest.refusals import refuse
from dashboard.ingest.workbook import read_page, read_workbook

MOST_BYTES = 256 << 20
"""Ours: a CSV of 1,000,000 rows x 15 columns has about 100 MB."""

READERS: dict[str, Callable[[str, bytes], Book]] = {
    "text": read_csv,
    **{kind: partial(read_workbook, kind=kind) for kind in ("xlsx", "xls", "xlsb", "ods")},
    **{kind: partial(read_page, kind=kind) for kind in ("html", "xml", "json")},
}
_NAMES = {
    "word": "this is a Word document",
    "slides": "this is a presentation",
    "zip": "this is a zip archive of other files",
    "pdf": "this is a PDF",
    "image": "this is a picture",
    "gzip": "this is a compressed archive",
    "mail": "this is a web archive or an e-mail",
    "numbers": "this is an Apple Numbers document",
    "markup": "this is XML and no spreadsheet",
    "rtf": "this is a text document with layout",
    "parquet": "this is a Parquet file",
    "database": "this is a database file",
}
_UNPACK = "Take the files out of it and import those."
_REMEDIES = {
    "zip": _UNPACK,
    "gzip": _UNPACK,
    "mail": "Open it in your spreadsheet program and save it as XLSX.",
    "numbers": "Open it in Numbers, export it to Excel or CSV, and import that.",
}
_STARTS = (
    (b"PK\x03\x04", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "gzip"),
    (b"Rar!", "gzip"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3", "database"),
    (b"MIME-Version:", "mail"),
)
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|title|style|body|table|thead|tbody|tr|meta|script|div|center|p|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_PASSWORD = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""The beginning of an old binary workbook, of which the first record says that the others are encrypted."""
_XML = re.compile(rb"\s*<(?:\?xml|\?mso-application|(?:\w+:)?workbook)\b", re.IGNORECASE)
_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\})|\[\s*[\[{"\]])')


def read(file: str, content: bytes) -> Book:
    """Read a file of any format; FileRefused says what it is instead of a table."""
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refuse(file, "empty_file", "it is empty")
    if len(content) > MOST_BYTES:
        raise refuse(file, "too_large", f"it has {len(content) >> 20:,} MB")
    kind = kind_of(file, content)
    if kind not in READERS:
        raise refuse(file, "unsupported_format", _NAMES[kind], _REMEDIES.get(kind))
    return READERS[kind](file, content)


def kind_of(file: str, content: bytes) -> str:
    """Return the kind of file by its first bytes and, for archives, by what is in them."""
    kind = next((name for start, name in _STARTS if content.startswith(start)), None) or _kind_of_text(content)
    if kind == "archive":
        return kind_of_archive(file, content)
    return _kind_of_compound(file, content) if kind == "compound" else kind


def _kind_of_compound(file: str, content: bytes) -> str:
    """Return "xls" for an old binary workbook; a protected XLSX lies in the same container."""
    if "EncryptedPackage".encode("utf-16-le") in content or _PASSWORD.search(content):
        raise refuse(file, "password_protected", "the workbook is protected by a password")
    if "WordDocument".encode("utf-16-le") in content:
        return "word"
    return "slides" if "PowerPoint Document".encode("utf-16-le") in content else "xls"


def _kind_of_text(content: bytes) -> str:
    """Return what a text is: a web page, XML or JSON, or else something to be tried as CSV."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    if _MARKUP.match(head):
        return "html"
    if _XML.match(head):
        page = b"<html" in head.lower() and _SPREADSHEET + b'"' not in head.partition(b"<html")[0]
        return "html" if page else "xml" if _SPREADSHEET in head else "markup"
    return "json" if _JSON.match(head) else "text"
