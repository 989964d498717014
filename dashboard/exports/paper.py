"""On what is a Word note written? A4 with Word's own styles, read once and copied for every document."""

from copy import deepcopy
from functools import cache

from docx import Document
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt

TABLE = "Light Grid Accent 1"
KEPT = ("Normal Table", TABLE)
"""The table styles a note needs; the other hundred of the template make a file three times as large and as slow."""

LEFT_OUT = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of the template no note needs: a picture of another document, and what Word 2010 wrote for itself."""


def fresh() -> Paper:
    """Return an empty document with everything a note needs."""
    return deepcopy(_blank())


@cache
def style_ids() -> dict[str, str]:
    """Return the id of each style by its name; to look one up in a document takes longer than to write a paragraph."""
    return {style.name: style.style_id for style in _blank().styles if style.name}


@cache
def _blank() -> Paper:
    """Return the template; it is only ever copied."""
    paper = Document()
    _lightened(paper)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.2)
    paper.styles["Normal"].font.size = Pt(10.5)
    return paper


def _lightened(paper: Paper) -> None:
    for style in list(paper.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in KEPT:
            style.delete()
    for relations in (paper.part.package.rels, paper.part.rels):
        for key in [key for key, held in relations.items() if held.reltype.rsplit("/", 1)[-1] in LEFT_OUT]:
            del relations[key]
