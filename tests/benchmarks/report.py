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


def cells(figure: Figure) -> tuple[str, ...]:
    """Return the five cells of a figure's line."""
    against = f"{figure.against}: {amount(figure.other, figure.unit)}" if figure.other else figure.against
    ratio = f"{figure.ratio:.2f}x" if figure.ratio else ""
    return figure.what, amount(figure.value, figure.unit), against, ratio, figure.aim


def markdown(figures: Iterable[Figure]) -> str:
    """Return the figures as a Markdown table."""
    rows = [HEADINGS, ("---", "---:", "---", "---:", "---"), *map(cells, figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def plain(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for the terminal."""
    rows = [HEADINGS, *map(cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
