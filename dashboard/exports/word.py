"""How is a note opened in Word? Real headings, lists and tables, so that it can be edited and read aloud."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from dashboard.exports.document import Block, Kind, Run, blocks, shown
from dashboard.exports.note import Note, together
from dashboard.exports.paper import TABLE, fresh, style_ids
from dashboard.exports.steady import repacked

DEEPEST_LIST = 3
"""Word's own template has list styles for three depths."""

LONGEST_TITLE = 255
"""Characters a property of a document may have."""


def word(notes: Sequence[Note]) -> bytes:
    """Return notes as one Word document, each on a page of its own."""
    paper = _paper(notes)
    sheet = fresh() if len(notes) > 1 else paper
    for number, note in enumerate(notes):
        if number:
            sheet.add_page_break()
        for block in blocks(note.markdown):
            WRITERS[block.kind](sheet, block)
        _move(sheet, paper)
    written = BytesIO()
    paper.save(written)
    return repacked(written.getvalue(), max(note.week for note in notes))


def _paper(notes: Sequence[Note]) -> Paper:
    paper = fresh()
    about, day = paper.core_properties, max(note.week for note in notes)
    about.title = together(notes)[:LONGEST_TITLE]
    about.author, about.comments = "", "Not a personnel record."
    about.created = about.modified = datetime(day.year, day.month, day.day)
    return paper


def _move(sheet: Paper, paper: Paper) -> None:
    """Move what was written to the end of the document; written there, each paragraph would look for the end anew."""
    *written, _ = sheet.element.body
    end = paper.element.body[-1]
    for element in written:
        end.addprevious(element)


def _written(paper: Paper, block: Block, style: str = "") -> Paragraph:
    """Write a block's words as one paragraph in a style and return it."""
    written = paper.add_paragraph()
    if style:
        written._p.style = style_ids()[style]
    _runs(written, block.runs)
    return written


def _heading(paper: Paper, block: Block) -> None:
    _written(paper, block, f"Heading {min(block.level, 9)}")


def _paragraph(paper: Paper, block: Block) -> None:
    _written(paper, block)


def _item(paper: Paper, block: Block) -> None:
    """Write an item; numbers stand as text, since Word would count on from the list before."""
    depth = min(block.level, DEEPEST_LIST)
    name = "List Bullet" if block.marker == "•" else "List Continue"
    marker = (Run(f"{block.marker} "),) if block.marker not in ("", "•") else ()
    marked = replace(block, runs=(*marker, *block.runs))
    _written(paper, marked, name if depth == 1 else f"{name} {depth}").paragraph_format.space_after = Pt(2)


def _quote(paper: Paper, block: Block) -> None:
    _written(paper, block, "Quote")


def _code(paper: Paper, block: Block) -> None:
    _written(paper, block, "No Spacing")


def _rule(paper: Paper, _: Block) -> None:
    """Write a line across the page: the lower border of an empty paragraph."""
    border, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    paper.add_paragraph()._p.get_or_add_pPr().append(border)


def _table(paper: Paper, block: Block) -> None:
    table = paper.add_table(rows=len(block.rows), cols=len(block.right))
    table._tblPr.style = style_ids()[TABLE]
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, runs, right in zip(row.cells, cells, block.right, strict=False):
            written = cell.paragraphs[0]
            _runs(written, runs)
            written.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else None
    _repeat_head(table.rows[0])
    paper.add_paragraph().paragraph_format.space_after = Pt(2)


def _repeat_head(row: _Row) -> None:
    """Mark the first row as the head: repeated on the next page, and announced by a screen reader."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _runs(written: Paragraph, runs: Sequence[Run]) -> None:
    """Write runs; a manner is only set where there is one, since Word would keep an empty one."""
    for run in runs:
        added = written.add_run(shown(run))
        if run.bold:
            added.bold = True
        if run.italic:
            added.italic = True
        if run.strike:
            added.font.strike = True
        if run.code:
            added.font.name = "Consolas"


WRITERS: dict[Kind, Callable[[Paper, Block], None]] = {
    Kind.HEADING: _heading,
    Kind.PARAGRAPH: _paragraph,
    Kind.ITEM: _item,
    Kind.QUOTE: _quote,
    Kind.CODE: _code,
    Kind.TABLE: _table,
    Kind.RULE: _rule,
}
