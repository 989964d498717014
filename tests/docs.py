"""What do the documents say that the code knows better? `make docs` writes those blocks, a test keeps them current."""

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path

import dashboard
from dashboard.cli.main import cli
from dashboard.exports.formats import WRITERS
from dashboard.ingest.shapes import SHAPES
from dashboard.ingest.template import template_csv
from dashboard.model.columns import COLUMNS, RANGES, ColumnSpec
from dashboard.model.problems import CATALOGUE, Severity
from dashboard.model.settings import Settings
from dashboard.ui.go import PAGES

ROOT = Path(__file__).resolve().parents[1]
VIEWS = ROOT / "dashboard" / "views"


def table(*rows: tuple[str, ...]) -> str:
    """Return rows as a Markdown table; the first row is the heading.

    >>> print(table(("a", "b"), ("1", "x|y")))
    | a | b |
    | --- | --- |
    | 1 | x\\|y |
    """
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [escaped[0], ["---"] * len(escaped[0]), *escaped[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def first_paragraph(text: str | None) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def floor_plan() -> str:
    """Return the journey of the data and the rooms it passes, as dashboard/__init__.py tells it."""
    return f"```\n{inspect.cleandoc(dashboard.__doc__ or '')}\n```"


def pages() -> str:
    """Return every page and the question it answers, from the views' docstrings, in the order of the app."""
    trees = {name: ast.parse((VIEWS / f"{name}.py").read_text("utf-8")) for name in PAGES}
    told = [(title(name), first_paragraph(ast.get_docstring(tree))) for name, tree in trees.items()]
    return table(("Page", "What it answers"), *told)


def title(name: str) -> str:
    """Return a page's file name as words.

    >>> title("this_week")
    'This week'
    """
    return name.replace("_", " ").capitalize()


def commands() -> str:
    """Return every command of the command line and what it does, as its own help says."""
    helped = {name: command.get_short_help_str(limit=200) for name, command in cli.commands.items()}
    return table(("Command", "What it does"), *((f"`ssi-coach {name}`", said) for name, said in helped.items()))


def formats() -> str:
    """Return every format a note can be written in, as its writer says."""
    told = [
        (f"`{name}`", first_paragraph(writer.__doc__).removeprefix("Return notes as "))
        for name, writer in WRITERS.items()
    ]
    return table(("Format", "What it is"), *told, ("`zip`", "any of these, a file per rep"))


def meanings(text: str) -> dict[str, str]:
    """Return what a docstring says of each name: `one / two: words over one or more lines`.

    >>> meanings("Head.\\n\\na / b: what\\nit is\\nc: other")
    {'a': 'what it is', 'b': 'what it is', 'c': 'other'}
    """
    found = re.findall(r"^([a-z_]+(?: / [a-z_]+)*): (.+(?:\n(?![a-z_]+(?: / [a-z_]+)*: ).+)*)", text, re.MULTILINE)
    return {name: " ".join(words.split()) for names, words in found for name in names.split(" / ")}


def setting_meanings() -> dict[str, str]:
    """Return what the docstring of Settings says of each of its fields."""
    return meanings(inspect.cleandoc(Settings.__doc__ or ""))


def settings() -> str:
    """Return every setting with its default and meaning."""
    told = setting_meanings()
    rows = [(f"`{f.name}`", f"`{f.default}`", told.get(f.name, "")) for f in dataclasses.fields(Settings)]
    return table(("Setting", "Default", "Meaning"), *rows)


def dictionary() -> str:
    """Return every column a file can have: heading, meaning, range, example, and the words it is known by."""
    headings = ("Heading", "Field", "Table", "Read as", "Meaning", "Example", "Also understood")
    return table(headings, *map(dictionary_row, COLUMNS))


def dictionary_row(spec: ColumnSpec) -> tuple[str, ...]:
    """Return the dictionary's line on one column."""
    least, most = RANGES.get(spec.kind, (None, None))
    reach = "" if least is None else f", {least:,.0f} to {most:,.0f}"
    example = f"`{spec.example}`" if spec.example else ""
    words = ", ".join(word for word in spec.words if word.casefold() != spec.label.casefold())
    return spec.label, f"`{spec.field}`", spec.table, f"{spec.kind}{reach}", spec.meaning, example, words


def shapes() -> str:
    """Return every shape a table may have, as its module says."""
    told = {one.name: inspect.getmodule(one.read) for one in SHAPES}
    return table(
        ("Shape", "What it looks like"), *((f"`{name}`", first_paragraph(at.__doc__)) for name, at in told.items())
    )


def template() -> str:
    """Return the template as it is downloaded."""
    return f"```csv\n{template_csv().decode('utf-8-sig').replace(chr(13), '').strip()}\n```"


FATES = {
    Severity.ERROR: "Not stored: correct it and import again",
    Severity.WARNING: "Stored, and worth a look",
    Severity.INFO: "Good to know",
}


def problems() -> str:
    """Return the guide's chapter on problems: every code with its remedy, by what became of the value."""
    chapters = [f"## {fate}\n\n{chapter(severity)}" for severity, fate in FATES.items()]
    return "\n\n".join((PROBLEMS_HEAD, *chapters)) + "\n"


PROBLEMS_HEAD = """# When something in a file is not right

Rows that can be used are always used; what cannot is listed with its row, its column and what was found there, as the
spreadsheet counts them. Each kind of problem has a name, which is also its code in JSON."""


def chapter(severity: Severity) -> str:
    """Return the paragraphs on all problems of one severity."""
    specs = [spec for spec in CATALOGUE.values() if spec.severity is severity]
    return "\n\n".join(f"### {spec.title}\n\n{spec.remedy} (`{spec.code}`)" for spec in specs)


BLOCKS: dict[tuple[str, str], Callable[[], str]] = {
    ("README.md", "pages"): pages,
    ("README.md", "commands"): commands,
    ("README.md", "formats"): formats,
    ("README.md", "floor plan"): floor_plan,
    ("README.md", "settings"): settings,
    ("data/README.md", "shapes"): shapes,
    ("data/README.md", "columns"): dictionary,
    ("data/README.md", "template"): template,
}
"""(document, name of the block) -> what belongs in it."""
WHOLE: dict[str, Callable[[], str]] = {"dashboard/guide/problems.md": problems}
"""Documents made up of nothing else; the app shows them, so they carry no markers."""
DOCUMENTS = sorted({path for path, _ in BLOCKS} | set(WHOLE))


def rewritten(text: str, name: str, block: str) -> str:
    """Return a document with one generated block put between its two markers.

    >>> print(rewritten("<!-- made by make docs: x -->old<!-- end of x -->", "x", "new"))
    <!-- made by make docs: x -->
    new
    <!-- end of x -->
    """
    start, end = f"<!-- made by make docs: {name} -->", f"<!-- end of {name} -->"
    before, opened, rest = text.partition(start)
    _, closed, after = rest.partition(end)
    if not (opened and closed):
        raise LookupError(f"no block named {name}: it stands between {start} and {end}")
    return f"{before}{start}\n{block}\n{end}{after}"


def current(document: str) -> str:
    """Return a document with everything generated in it as it should be."""
    if document in WHOLE:
        return WHOLE[document]()
    text = (ROOT / document).read_text("utf-8")
    for (path, name), block in BLOCKS.items():
        text = rewritten(text, name, block()) if path == document else text
    return text


def main() -> None:
    """Rewrite every document that is not current."""
    for document in DOCUMENTS:
        path, text = ROOT / document, current(document)
        if not path.exists() or text != path.read_text("utf-8"):
            path.write_text(text, "utf-8")
            print(f"{document} rewritten", file=sys.stderr)


if __name__ == "__main__":
    main()
