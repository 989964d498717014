"""Which share is meant: 0.4677, "46,8 %", or a column of plain 46.8? And what does "Top 9 %" say?"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from dashboard.ingest.cells import distinct
from dashboard.ingest.numbers import (
    Written,
    from_numeric,
    from_plain,
    in_text,
    laid_out,
    never,
    settle_written,
    unquoted,
)
from dashboard.ingest.separators import Habit

_FRACTIONS_UP_TO = 3.0
_POINTS_FROM = 10.0
_LIKE_A_FRACTION = 1.5
"""Bare attainments: all up to 3.0 (300 %) are fractions, one from 10 on makes them percent points, and then those up to
1.5 are worth a look (ours)."""
_ABSURD = 1e9
"""No share is larger, and rounding needs an end."""

_TOP = re.compile(
    r"(?:(?:top|first|upper|the|les|los|las|os|as|die|primeiros|primeiras|primeros|primeras|primer|superior|oberste|"
    r"obersten|beste|besten|erste|ersten)[ :]*)*(?P<number>[0-9.,]+) ?(?P<percent>%)?"
    r"(?: ?(?:premiers|meilleurs|superior|superiores|melhores|mejores|besten))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Percents:
    """A column of shares; `mixed` cells are read but worth a look.

    `undecidable` is True when bare numbers may be fractions as well as percent points.
    """

    values: pd.Series
    bad: pd.Series
    decimal: str
    mixed: pd.Series
    undecidable: bool = False


class _Shares(NamedTuple):
    """Per row the number as written, if it is bad, mixed, and marked as percent; and the decimal sign."""

    numbers: pd.Series
    bad: pd.Series
    mixed: pd.Series
    marked: pd.Series
    decimal: str


_Parse = Callable[[str], tuple[Written, bool]]


def fractions(cells: pd.Series, *, decimal: str | None = None) -> Percents:
    """Read a column of attainments as fractions (1.0 = quota met).

    "46,8 %" is 0.468 by itself. Bare numbers are judged together: all within 3 are fractions, one of 10 or more makes
    them percent points (and small ones among them `mixed`), and in between they are taken for fractions and the column
    is `undecidable`.

    >>> fractions(pd.Series([0.4677, "25%"], dtype=object)).values.tolist()
    [0.4677, 0.25]
    """
    values, bad, mixed, marked, sign = _read(cells, _share, decimal)
    bare = values[~marked].abs()
    points = bool(bare.max() >= _POINTS_FROM)
    scaled = (values / 100).round(12).where(marked | points, values)
    small = ~marked & points & (bare > 0) & (bare <= _LIKE_A_FRACTION)
    unsure = bool(_FRACTIONS_UP_TO < bare.max() < _POINTS_FROM)
    return Percents(scaled, bad, sign, mixed | small, unsure)


def top_percent(cells: pd.Series, *, decimal: str | None = None) -> Percents:
    """Read a column of ranks as percent, lower is better: "Top 9 %", "Primeiros 9%", 9 and 0.09 are all 9.0.

    Bare numbers below 1 are fractions, since no rank is better than 1 %. Outside 0-100 is bad.
    """
    values, bad, mixed, marked, sign = _read(cells, _rank, decimal)
    percent = (values * 100).round(9).where(~marked & (values < 1), values)
    wrong = (percent <= 0) | (percent > 100)
    return Percents(percent.mask(wrong), bad | wrong, sign, mixed)


def _read(cells: pd.Series, parse: _Parse, decimal: str | None) -> _Shares:
    """Read a column as it is written; absurd numbers are bad."""
    found = _as_written(cells, parse, decimal)
    absurd = found.numbers.abs() > _ABSURD
    return found._replace(numbers=found.numbers.mask(absurd), bad=found.bad | absurd)


def _as_written(cells: pd.Series, parse: _Parse, decimal: str | None) -> _Shares:
    """Read a column as it is written, at once where all its cells are plain numbers."""
    ready = from_numeric(cells)
    if ready is not None:
        return _Shares(*ready, never(cells), never(cells), decimal or ".")
    whole = from_plain(cells, Habit.SCORE, decimal)
    if whole is not None:
        return _Shares(whole[0], never(cells), never(cells), never(cells), whole[1])
    different = distinct(cells)
    parts = [parse(cell) for cell in different.texts]
    settled = settle_written([part[0] for part in parts], Habit.SCORE, decimal)
    marked = different.spread([part[1] for part in parts], [False] * len(different.others), False, "bool")
    return _Shares(*laid_out(different, settled), marked, settled.decimal)


def _share(cell: str) -> tuple[Written, bool]:
    """Read one share and whether it is marked as percent."""
    bare = unquoted(cell)
    marked = bare.endswith("%")
    return in_text(bare.removesuffix("%").strip()), marked


def _rank(cell: str) -> tuple[Written, bool]:
    """Read one rank and whether words or a sign mark it as percent."""
    bare = unquoted(cell)
    match = _TOP.fullmatch(bare)
    if not match:
        return in_text(bare), False
    return in_text(match["number"]), bare != match["number"]
