"""How do the same figures become the same bytes, whenever they are written? Archives without the time of writing."""

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP archive can name."""

READABLE = 0o644 << 16
UNIX = 3


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP of named contents, in their order."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as packed:
        for name, content in files:
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, READABLE, UNIX
            packed.writestr(entry, content)
    return written.getvalue()


def repacked(content: bytes, day: date) -> bytes:
    """Return a DOCX or XLSX as if written on `day`, whatever the library took for the time of writing."""
    with ZipFile(BytesIO(content)) as packed:
        files = [(name, packed.read(name)) for name in packed.namelist()]
    return archive((name, _dated(part, day) if name == "docProps/core.xml" else part) for name, part in files)


def _dated(part: bytes, day: date) -> bytes:
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, part)
