"""Every format holds the same note, and a name is literal text in each."""

import csv
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dashboard.exports.bundle import BUNDLED
from dashboard.exports.document import blocks, plain
from dashboard.exports.formats import MIME_TYPES, NOTE_FORMATS, WRITERS, writer_of
from dashboard.exports.literal import clean
from dashboard.exports.note import Note
from dashboard.model.errors import BadFormat
from tests.coaching.cards import card
from tests.exports.conftest import NASTY, noted


class Reader(HTMLParser):
    """Collects what a browser would show and which elements it would build."""

    def __init__(self) -> None:
        super().__init__()
        self.shown, self.tags, self.attributes = "", set(), []

    def handle_starttag(self, tag, attrs) -> None:
        """Note the element and its attributes."""
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data) -> None:
        """Collect the text."""
        self.shown += data


def read_html(content: bytes) -> Reader:
    """Return what a browser makes of a page."""
    reader = Reader()
    reader.feed(content.decode())
    return reader


def docx_text(content: bytes) -> str:
    """Return all words of a Word document."""
    paper = Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def xlsx_text(content: bytes) -> str:
    """Return all cells of a workbook as words; formulas would show as their type."""
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    return "\n".join(str(cell.value) for cell in cells)


def md_text(content: bytes) -> str:
    """Return the words of a Markdown file as a reader shows them."""
    found = blocks(content.decode())
    cells = [plain(cell) for block in found for row in block.rows for cell in row]
    return "\n".join([*(block.text for block in found), *cells])


TEXT_OF = {"md": md_text, "html": lambda content: read_html(content).shown, "docx": docx_text, "xlsx": xlsx_text}


def test_every_format_is_read_back_and_has_a_mime_type() -> None:
    """A new format brings its reader here and its type."""
    assert set(TEXT_OF) == set(NOTE_FORMATS) == set(WRITERS) == set(MIME_TYPES) - {"zip"}
    assert set(BUNDLED) <= set(WRITERS)


@pytest.mark.parametrize("name", TEXT_OF)
def test_markup_in_a_name_is_literal_text(name: str, nasty: Note) -> None:
    """Name, team and role appear exactly as written."""
    text = TEXT_OF[name](NOTE_FORMATS[name](nasty))
    assert f"Coaching note: {NASTY}" in text
    assert "=1+1 · +cmd|' /C calc'!A0" in text


@pytest.mark.parametrize("name", TEXT_OF)
def test_every_format_says_all_that_the_note_says(name: str, plain: Note) -> None:
    """Headings, sentences, figures, boxes and the footer arrive in each."""
    text = TEXT_OF[name](NOTE_FORMATS[name](plain))
    for words in (
        "The most room is in people: 9.1 of 25, 2.4 points below the team's median (11.5).",
        "€210,000",
        "11.5 (team median)",
        "☐ We look again on: 21 Dec 2026",
        "Not a personnel record",
        '("head of operations" OR "operations director") AND logistics',
    ):
        assert words in text, words


@pytest.mark.parametrize("name", TEXT_OF)
def test_what_the_manager_edited_is_what_is_written(name: str) -> None:
    """The edited Markdown is the note; nothing of the old text comes back."""
    edited = Note("priya-raman", "Priya Raman", card().week, "# Mine\n\nOnly **this**, with ~~that~~ struck.\n")
    text = TEXT_OF[name](NOTE_FORMATS[name](edited))
    assert "Only this, with that struck." in text
    assert "Pipeline" not in text


@pytest.mark.parametrize("name", TEXT_OF)
def test_an_emptied_note_can_still_be_written(name: str) -> None:
    """A manager may delete everything."""
    assert isinstance(NOTE_FORMATS[name](Note("a", "A", card().week, "")), bytes)


@pytest.mark.parametrize("name", TEXT_OF)
def test_the_same_note_gives_the_same_bytes(name: str, plain: Note, nasty: Note) -> None:
    """No time of writing, no chance."""
    assert WRITERS[name]([plain, nasty]) == WRITERS[name]([plain, nasty])


@pytest.mark.parametrize("name", TEXT_OF)
@settings(deadline=None, max_examples=25)
@given(rep=st.text(max_size=40))
def test_any_name_appears_as_itself(name: str, rep: str) -> None:
    """Whatever Unicode holds, no format breaks on it or reads it as markup."""
    text = TEXT_OF[name](NOTE_FORMATS[name](noted(card(name=rep))))
    assert f"Coaching note: {clean(rep)}".rstrip() in text


@pytest.mark.parametrize("name", TEXT_OF)
def test_names_met_in_real_files_appear_as_themselves(name: str, corpus: Path) -> None:
    """The file of names made to be calculated or run."""
    with (corpus / "team" / "csv_injection_names.csv").open(encoding="utf-8-sig", newline="") as lines:
        reps = [row["Rep"] for row in csv.DictReader(lines)]
    text = TEXT_OF[name](WRITERS[name]([noted(card(name=rep)) for rep in reps]))
    assert all(f"Coaching note: {rep}" in text for rep in reps)


def test_an_unknown_format_is_refused_with_those_that_exist() -> None:
    """PDF is not written yet, and the sentence says what is."""
    with pytest.raises(BadFormat, match='cannot be written as "pdf": choose one of md, html, docx, xlsx, zip'):
        writer_of("pdf", ("zip",))


def test_the_page_builds_no_foreign_element_and_fetches_nothing(nasty: Note) -> None:
    """No script, no image, no address to load from; a policy forbids it besides."""
    content = NOTE_FORMATS["html"](nasty)
    reader = read_html(content)
    assert not reader.tags & {"script", "img", "link", "iframe", "object", "form", "input"}
    assert not [value for name, value in reader.attributes if name in ("src", "href", "onload", "onclick")]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in reader.attributes
    assert b"url(" not in content


def test_the_page_is_readable_in_light_and_dark_and_prints(plain: Note) -> None:
    """Language, title, both schemes, print rules and heads of columns are there."""
    content = NOTE_FORMATS["html"](plain).decode()
    for part in ('lang="en"', "<title>Coaching note: Priya Raman", "prefers-color-scheme: dark", "@media print"):
        assert part in content
    assert '<th scope="col"' in content or 'scope="col">' in content
