"""In which encoding is a text written?

Byte order mark first, then NUL bytes (UTF-16 without a mark), strict UTF-8, and cp1252 for what is left: right on all
Western files of ours, where statistical detectors mislabel short ones.
"""

import codecs
import re

from dashboard.ingest.grid import Quirk

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIXED = "utf-8 and cp1252"
_STRAY = re.compile("[\udc80-\udcff]")
"""What Python makes of bytes that are no UTF-8."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_AS_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)}
_AROUND = 100_000
_SAMPLE = 4096
_NULS = 0.2
"""Share of NUL bytes from which a text can only be UTF-16; every second byte of Western text is one."""


def decode(content: bytes) -> tuple[str, str, tuple[Quirk, ...]]:
    """Return the text, the encoding's name, and what could not be read; text with NULs in it is binary."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _without_mark(content)
    if encoding == _MIXED:
        return _mended(content)
    try:
        return content.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        text = content.decode("utf-8" if encoding == "utf-8-sig" else encoding, errors="replace")
        row = text.count("\n", 0, text.find("\N{REPLACEMENT CHARACTER}")) + 1
        found = f"{text.count(chr(0xFFFD))} unreadable characters"
        return text.removeprefix("\ufeff"), encoding, (Quirk("odd_characters", row, found),)


def is_binary(text: str) -> bool:
    """Say whether decoded bytes are no text at all: NULs or other control characters among the first."""
    head = text[:_SAMPLE]
    controls = sum(ord(letter) < 32 and letter not in "\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f" for letter in head)
    return "\0" in head or controls > len(head) * 0.05


def _without_mark(content: bytes) -> str:
    """Return the encoding of a text without a byte order mark."""
    head = content[:_SAMPLE]
    if head and head.count(0) / len(head) >= _NULS:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        around = content[max(error.start - _AROUND, 0) : error.start + _AROUND]
        return _MIXED if _mostly_utf8(around) else "cp1252"
    return "utf-8"


def _mostly_utf8(content: bytes) -> bool:
    """Say whether most letters outside ASCII are UTF-8, as where rows of another file were pasted in.

    In cp1252 hardly two such letters stand side by side as UTF-8 needs them.
    """
    text = content.decode("utf-8", errors="surrogateescape")
    strange = len(_STRAY.findall(text))
    return strange < len(_NOT_ASCII.findall(text)) - strange


def _mended(content: bytes) -> tuple[str, str, tuple[Quirk, ...]]:
    """Return a text in UTF-8 with its stray bytes read as cp1252, and where the first of them is."""
    text = content.decode("utf-8", errors="surrogateescape")
    stray = _STRAY.search(text)
    first = stray.start() if stray else 0
    row, line = text.count("\n", 0, first) + 1, text[text.rfind("\n", 0, first) + 1 :].partition("\n")[0]
    found = " ".join(line.translate(_AS_CP1252).split())[:60]
    return text.translate(_AS_CP1252), "utf-8", (Quirk("mixed_encoding", row, found),)
