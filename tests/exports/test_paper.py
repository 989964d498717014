"""The paper of a Word note is light, has the styles notes are written in, and no document leaves a trace on it."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document

from dashboard.exports.note import Note
from dashboard.exports.paper import TABLE, fresh, style_ids
from dashboard.exports.word import word


def test_every_document_starts_from_an_empty_paper() -> None:
    """What is written on one sheet is not on the next, and its title neither."""
    first = fresh()
    first.add_paragraph("Hers alone")
    first.core_properties.title = "Hers"
    assert not fresh().paragraphs
    assert fresh().core_properties.title != "Hers"


def test_the_styles_of_notes_are_on_it() -> None:
    """Headings, lists of three depths, quotes and the one kind of table; ids are those Word looks up."""
    needed = {"Heading 1", "Heading 9", "List Bullet", "List Bullet 3", "List Continue 3", "Quote", "No Spacing", TABLE}
    assert needed <= set(style_ids())
    assert style_ids()["List Bullet 2"] == "ListBullet2"


def test_a_note_is_a_small_file_without_a_foreign_picture(plain: Note) -> None:
    """A third of what the library's template weighs; its preview picture showed another document."""
    content = word([plain])
    assert len(content) < 16_000
    assert not [name for name in ZipFile(BytesIO(content)).namelist() if "thumbnail" in name or "custom" in name]


def test_tables_keep_their_look(plain: Note) -> None:
    """The style of a table is found again by its name."""
    assert [held.style.name for held in Document(BytesIO(word([plain]))).tables if held.style] == [TABLE, TABLE]
