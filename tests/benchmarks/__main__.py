"""How fast is the desk, and what does it take? `make bench` prints the table and puts it into README."""

import logging
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import browser, memory, million, pages, reading, review, scale
from tests.benchmarks.report import paged, plain, whole
from tests.benchmarks.timing import Figure
from tests.docs import ROOT

PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "reading": reading.figures,
    "pages": pages.figures,
    "scale": scale.figures,
    "review": review.figures,
    "browser": browser.figures,
    "memory": memory.figures,
}
SLOW = {"million": million.figures}
"""Parts that are measured only when they are named."""
BLOCKS: dict[str, tuple[tuple[str, ...], Callable[[list[Figure]], str]]] = {
    "reading": (("reading",), whole),
    "memory": (("memory",), whole),
    "pages": (("pages", "scale", "browser"), paged),
    "review": (("review",), whole),
    "million": (("million",), whole),
}
"""For each table in README the parts that make it, all of which have to be measured, and how it is shown."""


def measured(part: str) -> list[Figure]:
    """Return the figures of a part, telling on stderr how far it is."""
    print(f"measuring {part} ...", file=sys.stderr, flush=True)
    return list((PARTS | SLOW)[part]())


def rewritten(text: str, block: str, table: str) -> str:
    """Return a text with a table between the marks of its block.

    >>> print(rewritten("<!-- made by make bench: x -->old<!-- end of bench: x -->", "x", "new"))
    <!-- made by make bench: x -->
    new
    <!-- end of bench: x -->
    """
    start, end = f"<!-- made by make bench: {block} -->", f"<!-- end of bench: {block} -->"
    before, _, rest = text.partition(start)
    return f"{before}{start}\n{table}\n{end}{rest.partition(end)[2]}"


def main() -> None:
    """Measure the parts named on the command line, or all of them, and put their tables into README."""
    logging.disable(logging.WARNING)  # Streamlit warns of every run without a browser
    figures = {part: measured(part) for part in sys.argv[1:] or PARTS}
    print(plain([one for part in figures.values() for one in part]))
    readme = ROOT / "README.md"
    for block, (parts, shown) in BLOCKS.items():
        if set(parts) <= figures.keys():
            table = shown([one for part in parts for one in figures[part]])
            readme.write_text(rewritten(readme.read_text("utf-8"), block, table), "utf-8")


if __name__ == "__main__":
    main()
