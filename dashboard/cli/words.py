"""How do tables and sentences look in a terminal?"""

import json
from collections.abc import Iterable, Sequence

import click

GAP = "  "
MISSING = "–"


def columns(rows: Iterable[Sequence[object]], *, right: Iterable[int] = (), indent: int = 2) -> str:
    """Return rows as aligned columns; `right` are the places of numbers, None is shown as a dash."""
    texts = [[MISSING if cell is None else one_line(cell) for cell in row] for row in rows]
    if not texts:
        return ""
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    aligned = set(right)
    lines = (
        GAP.join(
            cell.rjust(width) if place in aligned else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in texts
    )
    return "\n".join((" " * indent + line).rstrip() for line in lines)


def one_line(text: object) -> str:
    """Return a text without line breaks and without the signs by which a file could steer the terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in str(text)).split())


def complain(sentence: str) -> None:
    """Put one sentence on stderr."""
    click.echo(one_line(sentence), err=True)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: "1 row", "3 rows", "1,204 rows"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def points(score: float | None, *, signed: bool = False) -> str | None:
    """Return points with one decimal, changes with their sign (a true minus, as everywhere)."""
    if score is None:
        return None
    text = f"{score:+.1f}" if signed else f"{score:.1f}"
    return text.replace("-", "−") if float(text) or not signed else "0.0"


def print_json(value: object, *, compact: bool = False) -> None:
    """Print one JSON value on stdout, as one line where several follow each other."""
    click.echo(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=None if compact else 2))
