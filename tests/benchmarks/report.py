"""How are the figures shown, on the terminal and in README?"""

from collections.abc import Iterable, Sequence

from tests.benchmarks.timing import Figure

HEADINGS = ("What", "Median", "Held against", "Ratio", "Aim")


def amount(value: float, unit: str) -> str:
    """Return a figure with as many digits as it deserves.

    >>> amount(1234.5, "ms"), amount(8.27, "ms"), amount(412.4, "MB")
    ('1,234 ms', '8.3 ms', '412 MB')
    """
    return f"{value:,.1f} {unit}" if value < 100 else f"{value:,.0f} {unit}"


def held_against(figure: Figure) -> str:
    """Return what a figure is held against, with its own figure if it has one."""
    return f"{figure.against}: {amount(figure.other, figure.unit)}" if figure.other else figure.against


def times(figure: Figure) -> str:
    """Return the ratio as it is written, blank without one."""
    return f"{figure.ratio:.2f}x" if figure.ratio else ""


def table(rows: Iterable[Sequence[str]], align: Sequence[str]) -> str:
    """Return rows as a Markdown table; the first is the heading."""
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, align, *body))


def lines(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """Return a line per figure under HEADINGS."""
    cells = [
        (f"{each.page} {each.what}".strip(), amount(each.value, each.unit), held_against(each), times(each), each.aim)
        for each in figures
    ]
    return [HEADINGS, *cells]


def by_page(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """Return a line per page and a column per measure: the median and its ratio."""
    measures = {
        each.what: f"{each.what}<br>against {each.against}<br>{each.aim}".removesuffix("<br>") for each in figures
    }
    found = {(each.page, each.what): f"{amount(each.value, each.unit)}, {times(each)}" for each in figures}
    pages = dict.fromkeys(each.page for each in figures)
    return [("Page", *measures.values()), *((page, *(found[page, what] for what in measures)) for page in pages)]


def whole(figures: Sequence[Figure]) -> str:
    """Return figures of the whole desk as a Markdown table, a line each."""
    return table(lines(figures), ("---", "---:", "---", "---:", "---"))


def paged(figures: Sequence[Figure]) -> str:
    """Return figures of pages as a Markdown table, a line per page."""
    columns = by_page(figures)
    return table(columns, ("---", *["---:"] * (len(columns[0]) - 1)))


def plain(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for the terminal."""
    rows = lines(figures)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
