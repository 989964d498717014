"""What do the styles of a workbook say: in which currency is a number shown, and from which day are days counted?

Runs in the process of apart.py, so nothing but the standard library and the house's own small modules is imported.
"""

import html
import io
import re
import zipfile
from collections.abc import Mapping

from dashboard.ingest.currencies import unit
from dashboard.ingest.formulas import SPOILED, column_number, part_of

_FORMAT = re.compile(r"<numFmt\b[^>]*>")
_ATTRIBUTE = re.compile(r"\b(numFmtId|formatCode)=\"([^\"]*)\"")
_STYLES = re.compile(r"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<xf\b[^>]*?\bnumFmtId=\"(\d+)\"")
_MARK = re.compile(r"\[\$(?P<mark>[^\]-]+)(?:-(?P<place>[0-9A-Fa-f]+))?\]|\"(?P<quoted>[^\"]+)\"|(?P<bare>[$€£¥])")
_PLACES = {
    "41d": "SEK", "414": "NOK", "406": "DKK", "40f": "ISK", "1009": "CAD", "c0c": "CAD", "c09": "AUD", "1409": "NZD",
    "80a": "MXN", "2c0a": "ARS", "340a": "CLP", "240a": "COP", "c04": "HKD", "404": "TWD", "1004": "SGD", "4809": "SGD",
}  # fmt: skip
"""The currency of "$" and "kr" in the formats of countries that share them, by Windows' number of the country."""
_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=\"(?:1|true)\"")
_MOST = 16 << 20
"""No list of styles is larger (ours)."""
_PIECE = 1 << 20


def look(content: bytes) -> dict[str, bool]:
    """Return whether a workbook counts days from 1904, and whether any of its styles shows a currency."""
    return {"from_1904": counts_from_1904(content), "currencies": _any_currency(content)}


def currencies_shown(content: bytes, sheet: str) -> dict[int, dict[int, str]]:
    """Return the ISO code by column (from 0) and row (from 1) where a cell's format has one; none if unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            codes = _codes(archive)
            part = part_of(archive, sheet) if codes else None
            return _cells(archive, part, codes) if part else {}
    except SPOILED:
        return {}


def counts_from_1904(content: bytes) -> bool:
    """Say whether a workbook counts days from 1904, as old Macintosh ones do."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("xl/workbook.xml") as stream:
            return bool(_FROM_1904.search(stream.read(_PIECE)))
    except SPOILED:
        return False


def _any_currency(content: bytes) -> bool:
    """Say whether any style of a workbook shows a currency."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(_codes(archive))
    except SPOILED:
        return False


def currency_of(code: str) -> str:
    """Return the ISO code that a number format shows, "" if none or a mark that several currencies share.

    >>> currency_of('#,##0.00\\\\ [$€-407]'), currency_of('[$kr-41D] #,##0'), currency_of('"USD" 0'), currency_of("0 %")
    ('EUR', 'SEK', 'USD', '')
    """
    for match in _MARK.finditer(code.partition(";")[0]):
        place = (match["place"] or "").lower().lstrip("0")
        found = unit((match["mark"] or match["quoted"] or match["bare"]).strip())
        if found and (found.currency or found.unclear):
            shared = found.unclear or match["mark"] == "$"
            return _PLACES.get(place, found.currency) if shared else found.currency
    return ""


def _codes(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Return the currency of each style that has one, by its number."""
    if archive.getinfo("xl/styles.xml").file_size > _MOST:
        return {}
    styles = archive.read("xl/styles.xml").decode("utf-8", errors="replace")
    told = (dict(_ATTRIBUTE.findall(one)) for one in _FORMAT.findall(styles))
    formats = {one.get("numFmtId"): currency_of(html.unescape(one.get("formatCode", ""))) for one in told}
    block = _STYLES.search(styles)
    used = enumerate(_STYLE.findall(block.group()) if block else ())
    return {str(place).encode(): code for place, number in used if (code := formats.get(number))}


def _cells(archive: zipfile.ZipFile, part: str, codes: Mapping[bytes, str]) -> dict[int, dict[int, str]]:
    """Return the currency of each cell of a sheet whose style has one; the sheet is looked through piece by piece."""
    pattern = re.compile(rb"<c r=\"([A-Z]{1,3})([0-9]{1,7})\" s=\"(" + b"|".join(codes) + rb")\"")
    found: dict[bytes, dict[int, str]] = {}
    rest = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            piece = rest + piece
            whole = piece.rfind(b"<")
            for letters, row, style in pattern.findall(piece[:whole]):
                found.setdefault(letters, {})[int(row)] = codes[style]
            rest = piece[whole:]
    return {column_number(letters.decode()): rows for letters, rows in found.items()}
