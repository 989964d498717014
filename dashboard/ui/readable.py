"""How is a note shown on screen as it will be read? Every word as itself, whatever Streamlit would make of it.

The note is read once, as for every other format, and written again in the Markdown of the screen: there a name with
dollars, colons or addresses would become a formula, an icon or a link.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from dashboard.exports.document import Block, Kind, Run, blocks, shown
from dashboard.ui.say import plain

SMALLEST = 6
"""Headings have six levels."""

_AT_THE_START = re.compile(r"^(\d+)?([-+=.)])", re.MULTILINE)
"""What makes a list or a heading of a line that begins with it."""


def readable(markdown: str) -> str:
    r"""Return a note's text for the screen; its headings are one level lower, under the title of the page.

    >>> readable("# Ann $5\n- [ ] ann@ann.example")
    '## Ann \\$5\n\n- ☐ ann@\u2060ann.example'
    """
    told, depth = "", 0
    for block in blocks(markdown):
        item = block.kind is Kind.ITEM
        told += "" if not told else "\n" if item and depth else "\n\n"
        depth = min(block.level, depth + 1) if item else 0
        told += _block(block, depth)
    return told


def _block(block: Block, depth: int) -> str:
    """Return one block; a list has no depth that it was not led to, or it would be taken for code."""
    if block.kind is Kind.HEADING:
        return f"{'#' * min(block.level + 1, SMALLEST)} {_line(block.runs)}"
    if block.kind is Kind.ITEM:
        return f"{'    ' * (depth - 1)}{_marker(block)} {_line(block.runs)}"
    if block.kind is Kind.TABLE:
        return _table(block)
    if block.kind is Kind.CODE:
        return _code(block.text)
    if block.kind is Kind.RULE:
        return "---"
    text = _AT_THE_START.sub(r"\1\\\2", _words(block.runs))
    return text if block.kind is not Kind.QUOTE else f"> {text}"


def _marker(block: Block) -> str:
    return "-" if block.marker in ("•", "") else block.marker


def _code(text: str) -> str:
    fence = "`" * (2 + max(len(ticks) for ticks in re.findall("`*", text)) + 1)
    return f"{fence}text\n{text}\n{fence}"


def _table(block: Block) -> str:
    head, *rows = [f"| {' | '.join(map(_line, row))} |" for row in block.rows]
    return "\n".join([head, f"|{'|'.join('--:' if right else ':--' for right in block.right)}|", *rows])


def _line(runs: Sequence[Run]) -> str:
    """Return runs on one line."""
    return _AT_THE_START.sub(r"\1\\\2", _words(runs).replace("\\\n", " "))


def _words(runs: Iterable[Run]) -> str:
    """Return runs as Markdown; those in one manner are marked together."""
    merged = groupby(runs, lambda run: "**" * run.bold + "*" * run.italic + "~~" * run.strike)
    return "".join(_marked("".join(map(shown, group)), marks) for marks, group in merged).strip()


def _marked(text: str, marks: str) -> str:
    """Return a stretch of text; the spaces around it stay outside its marks, or they would mark nothing."""
    lines = "\\\n".join(map(plain, text.strip().splitlines()))
    if not lines:
        return "\\\n" if "\n" in text else text
    lead, tail = (" " if text[at].isspace() else "" for at in (0, -1))
    return f"{lead}{marks}{lines}{marks[::-1]}{tail}"
