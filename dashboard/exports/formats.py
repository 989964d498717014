"""In which formats can a note be written? One line per format; adding one is adding its module and a line here."""

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.exports.markdown import markdown
from dashboard.exports.note import Note
from dashboard.exports.page import page
from dashboard.exports.sheets import sheets
from dashboard.exports.word import word
from dashboard.model.errors import BadFormat

Writer = Callable[[Sequence[Note]], bytes]

WRITERS: dict[str, Writer] = {
    "md": markdown,
    "html": page,
    "docx": word,
    "xlsx": sheets,
}
"""Each writes any number of notes (at least one) into one document."""

MIME_TYPES: dict[str, str] = {
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def _one(writer: Writer, note: Note) -> bytes:
    return writer((note,))


NOTE_FORMATS: dict[str, Callable[[Note], bytes]] = {name: partial(_one, writer) for name, writer in WRITERS.items()}
"""Each writes one note as a file of its own."""


def writer_of(name: str, others: Sequence[str] = ()) -> Writer:
    """Return the writer of a format; BadFormat names those that exist, `others` (such as "zip") included."""
    if name not in WRITERS:
        raise BadFormat(format=name, formats=", ".join((*WRITERS, *others)))
    return WRITERS[name]
