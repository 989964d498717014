"""What does the edited Markdown say? Read once into plain blocks, so that every format says the same.

HTML in it is text, images are not fetched (they would be a request to somebody else's server), and `- [ ]` is a box.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from dashboard.exports.literal import printable

READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("image")
BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner; `href` is the address of a link."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    href: str = ""


@dataclass(frozen=True)
class Block:
    """One block: `level` of a heading (1-6) or depth of a list (0 outside), `marker` of an item, `rows` of a table."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    right: tuple[bool, ...] = ()

    @property
    def text(self) -> str:
        """The words without their manner."""
        return plain(self.runs)


def tokens(markdown: str) -> list[Token]:
    """Return the Markdown as tokens, with boxes for `[ ]` and `[x]` at the start of an item."""
    found = READER.parse(printable(markdown))
    for opened, paragraph, inline in zip(found, found[1:], found[2:], strict=False):
        first = inline.children[0] if inline.children else None
        if opened.type != "list_item_open" or paragraph.type != "paragraph_open" or first is None:
            continue
        if first.type == "text" and first.content[:4] in BOXES:
            first.content = BOXES[first.content[:4]] + first.content[4:]
            opened.attrSet("class", "box")
    return found


def blocks(markdown: str) -> list[Block]:
    """Return the Markdown as a flat list of blocks, in reading order."""
    return list(_children(SyntaxTreeNode(tokens(markdown)), 0, ""))


def _children(node: SyntaxTreeNode, depth: int, marker: str) -> Iterator[Block]:
    for child in node.children:
        yield from _block(child, depth, marker)
        marker = ""


def _block(node: SyntaxTreeNode, depth: int, marker: str) -> Iterator[Block]:
    if node.type in ("bullet_list", "ordered_list"):
        yield from _items(node, depth + 1)
    elif node.type == "heading":
        yield Block(Kind.HEADING, _inline(node), int(node.tag[1]))
    elif node.type == "paragraph":
        yield Block(Kind.ITEM if depth else Kind.PARAGRAPH, _inline(node), depth, marker)
    elif node.type == "blockquote":
        yield from (
            replace(block, kind=Kind.QUOTE) if block.runs else block for block in _children(node, depth, marker)
        )
    elif node.type in ("code_block", "fence"):
        yield Block(Kind.CODE, (Run(node.content.rstrip("\n"), code=True),), depth)
    elif node.type == "table":
        yield _table(node)
    elif node.type == "hr":
        yield Block(Kind.RULE)


def _marker(item: SyntaxTreeNode, number: int | None) -> str:
    if "class" in item.attrs:
        return ""
    return "•" if number is None else f"{number}."


def _items(node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        marker = _marker(item, number if node.type == "ordered_list" else None)
        yield from _children(item, depth, marker) if item.children else [Block(Kind.ITEM, (), depth, marker)]


def _table(node: SyntaxTreeNode) -> Block:
    rows = [row for part in node.children for row in part.children]
    right = tuple("right" in str(cell.attrs.get("style", "")) for cell in rows[0].children)
    return Block(Kind.TABLE, rows=tuple(tuple(_inline(cell) for cell in row.children) for row in rows), right=right)


def _inline(node: SyntaxTreeNode) -> tuple[Run, ...]:
    return tuple(run for inline in node.children for run in _runs(inline, Run("")))


MANNER = {"strong": "bold", "em": "italic", "s": "strike"}


def _runs(node: SyntaxTreeNode, manner: Run) -> Iterator[Run]:
    if node.type in MANNER:
        manner = replace(manner, **{MANNER[node.type]: True})
    elif node.type == "link":
        manner = replace(manner, href=str(node.attrs.get("href", "")))
    if node.children:
        for child in node.children:
            yield from _runs(child, manner)
    elif node.type in ("text", "text_special") and node.content:
        yield replace(manner, text=node.content)
    elif node.type == "code_inline":
        yield replace(manner, text=node.content, code=True)
    elif node.type in ("softbreak", "hardbreak"):
        yield replace(manner, text=" " if node.type == "softbreak" else "\n")


def shown(run: Run) -> str:
    """Return a run's text; a link whose address is not its text carries it in brackets.

    >>> shown(Run("the page", href="https://anna.example"))
    'the page (https://anna.example)'
    """
    return f"{run.text} ({run.href})" if run.href not in ("", run.text) else run.text


def plain(runs: Iterable[Run]) -> str:
    """Return runs as plain text.

    >>> plain([Run("Agree on:", bold=True), Run(" two posts")])
    'Agree on: two posts'
    """
    return "".join(shown(run) for run in runs)
