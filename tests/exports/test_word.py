"""The Word note has real headings, lists, tables and manners, and can be edited."""

from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper

from dashboard.exports.note import Note
from dashboard.exports.word import word
from tests.coaching.cards import WEEK


def opened(markdown: str, *more: str) -> Paper:
    """Return notes written and opened again."""
    return Document(BytesIO(word([Note("ann", "Ann Lee", WEEK, text) for text in (markdown, *more)])))


def lines(paper: Paper) -> list[tuple[str | None, str]]:
    """Return each paragraph's style and words."""
    return [(paragraph.style.name if paragraph.style else None, paragraph.text) for paragraph in paper.paragraphs]


def test_headings_lists_and_boxes_are_of_word_s_own_styles() -> None:
    """A screen reader and the navigation pane find them; numbers are those written."""
    assert lines(opened("# One\n## Two\n\n- a\n  - b\n- [ ] c\n\n7. d\n\n> e")) == [
        ("Heading 1", "One"),
        ("Heading 2", "Two"),
        ("List Bullet", "a"),
        ("List Bullet 2", "b"),
        ("List Continue", "☐ c"),
        ("List Continue", "7. d"),
        ("Quote", "e"),
    ]


def test_manners_are_kept() -> None:
    """Bold, italic, struck and code survive; a link shows its address."""
    runs = opened("**b** *i* ~~s~~ `c` [l](https://anna.example)").paragraphs[0].runs
    told = {run.text: (run.bold, run.italic, run.font.strike, run.font.name) for run in runs if run.text.strip()}
    assert told == {
        "b": (True, None, None, None),
        "i": (None, True, None, None),
        "s": (None, None, True, None),
        "c": (None, None, None, "Consolas"),
        "l (https://anna.example)": (None, None, None, None),
    }


def test_tables_are_tables_with_a_head(plain: Note) -> None:
    """Two tables, the pillars and the pipeline; heads repeat on the next page, figures stand right."""
    paper = Document(BytesIO(word([plain])))
    pillars, pipeline = paper.tables
    assert [cell.text for cell in pillars.rows[2].cells] == [
        "People",
        "9.1",
        "11.5 (team median)",
        "−2.4",
        "+0.3, steady",
    ]
    assert pipeline.rows[1].cells[1].text == "€210,000"
    assert all(table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in paper.tables)


def test_each_note_starts_a_page_of_its_own() -> None:
    """Two notes, one break between them."""
    assert opened("# A", "# B").element.xml.count('w:type="page"') == 1


def test_properties_name_the_note_and_not_the_library() -> None:
    """Title, no author, and the week's day as the date."""
    about = opened("# A").core_properties
    assert (about.title, about.author) == ("Coaching note: Ann Lee, week of 16 Nov 2026", "")
    assert about.created
    assert about.created.replace(tzinfo=None) == datetime(2026, 11, 16)


def test_signs_word_cannot_hold_are_left_out() -> None:
    """A pasted control character breaks no document."""
    assert lines(opened("a\x0bb\x07")) == [("Normal", "ab")]
