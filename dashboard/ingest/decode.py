"""In which encoding is a text written?

Byte order mark first, then NUL bytes (UTF-16 without a mark), strict UTF-8, and cp1252 for what is left: right on all
Western files of ours, where statistical detectors mislabel short ones.
"""

import codecs

from dashboard.ingest.grid import Quirk

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_NULS = 0.2
"""Share of NUL bytes from which a text can only be UTF-16; every second byte of Western text is one."""


def decode(content: bytes) -> tuple[str, str, tuple[Quirk, ...]]:
    """Return the text, the encoding's name, and what could not be read; text with NULs in it is binary."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or _without_mark(content)
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
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
