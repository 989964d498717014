"""How fast is the desk, and what does it take? `make bench` prints the table and puts it into README."""

import logging
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import browser, memory, million, pages, reading, review, scale
from tests.benchmarks.report import markdown, plain
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
START, END = "<!-- made by make bench -->", "<!-- end of bench -->"


def measured(parts: list[str]) -> list[Figure]:
    """Return the figures of the parts, telling on stderr how far it is."""
    figures: list[Figure] = []
    for part in parts:
        print(f"measuring {part} ...", file=sys.stderr, flush=True)
        figures += (PARTS | SLOW)[part]()
    return figures


def main() -> None:
    """Measure the parts named on the command line, or all of them and put the table into README."""
    logging.disable(logging.WARNING)  # Streamlit warns of every run without a browser
    figures = measured(sys.argv[1:] or list(PARTS))
    print(plain(figures))
    if not sys.argv[1:]:
        readme = ROOT / "README.md"
        before, _, rest = readme.read_text("utf-8").partition(START)
        after = rest.partition(END)[2]
        readme.write_text(f"{before}{START}\n{markdown(figures)}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
