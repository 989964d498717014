"""How are many notes sent at once? A ZIP with a file per rep and format, under names every computer accepts."""

from collections.abc import Sequence

from dashboard.exports.formats import NOTE_FORMATS
from dashboard.exports.note import Note
from dashboard.exports.steady import archive
from dashboard.model.people import slug

BUNDLED = ("md", "docx")
"""What is in the ZIP: the text to keep, and the document to send."""

LONGEST_NAME = 60
"""Characters of the rep in a file's name; some computers allow 255 for a whole path."""


def bundle(notes: Sequence[Note], formats: Sequence[str] = BUNDLED) -> bytes:
    """Return a ZIP with one file per note and format; the same notes give the same bytes."""
    stems = file_stems(notes)
    return archive(
        (f"{stem}.{kind}", NOTE_FORMATS[kind](note))
        for stem, note in zip(stems, notes, strict=True)
        for kind in formats
    )


def file_stems(notes: Sequence[Note]) -> list[str]:
    """Return a file name without ending per note: the week and the rep, in a-z, 0-9 and dashes, all different.

    >>> from datetime import date
    >>> ann = Note("ann-lee", "Ann Lee", date(2026, 11, 16), "")
    >>> file_stems([ann, ann])
    ['2026-11-16-ann-lee', '2026-11-16-ann-lee-2']
    """
    given: dict[str, None] = {}
    for note in notes:
        given[_free(f"{note.week.isoformat()}-{_named(note)}", given)] = None
    return list(given)


def _named(note: Note) -> str:
    """Return the rep's name as part of a file name, or the id where no letter of the name is left."""
    name = slug(note.name)
    return (slug(note.rep_id) if name == "rep" else name)[:LONGEST_NAME].strip("-")


def _free(stem: str, taken: dict[str, None]) -> str:
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    return free
