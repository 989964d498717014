"""Which share is meant: 0.4677, "46,8 %", or a column of plain 46.8? And what does "Top 9 %" say?"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.ingest.cells import distinct
from dashboard.ingest.numbers import Written, in_text, settle_written, unquoted, written
from dashboard.ingest.separators import Habit

_FRACTIONS_UP_TO = 3.0
_POINTS_FROM = 10.0
"""Bare attainments: all up to 3.0 (300 %) are fractions, one from 10 on makes them percent points (ours)."""

_TOP = re.compile(
    r"(?:(?:top|first|upper|the|les|los|las|os|as|die|primeiros|primeiras|primeros|primeras|primer|superior|oberste|"
    r"obersten|beste|besten|erste|ersten)[ :]*)*(?P<number>[0-9.,]+) ?(?P<percent>%)?"
    r"(?: ?(?:premiers|meilleurs|superior|superiores|melhores|mejores|besten))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Percents:
    """A column of shares; `undecidable` is True when bare numbers may be fractions as well as percent points."""

    values: pd.Series
    bad: pd.Series
    decimal: str
    mixed: pd.Series
    undecidable: bool = False


def fractions(cells: pd.Series, *, decimal: str | None = None) -> Percents:
    """Read a column of attainments as fractions (1.0 = quota met).

    "46,8 %" is 0.468 by itself. Bare numbers are judged together: all within 3 are fractions, one of 10 or more makes
    them percent points, and in between they are taken for fractions and the column is `undecidable`.

    >>> fractions(pd.Series([0.4677, "25%"], dtype=object)).values.tolist()
    [0.4677, 0.25]
    """
    different = distinct(cells)
    parts = [_share(cell) for cell in different.cells]
    settled = settle_written([part[0] for part in parts], [Habit.SCORE] * len(parts), decimal)
    marked = np.array([part[1] for part in parts], dtype=bool)
    bare = np.abs(settled.numbers[~marked & ~np.isnan(settled.numbers)])
    points = bool(bare.size) and float(bare.max()) >= _POINTS_FROM
    values = np.where(marked | points, np.round(settled.numbers / 100, 12), settled.numbers)
    unsure = bool(bare.size) and _FRACTIONS_UP_TO < float(bare.max()) < _POINTS_FROM
    return Percents(
        different.spread(values, math.nan, "float64"),
        different.spread(np.isnan(settled.numbers), False, "bool"),
        settled.decimal,
        different.spread(settled.mixed, False, "bool"),
        unsure,
    )


def top_percent(cells: pd.Series, *, decimal: str | None = None) -> Percents:
    """Read a column of ranks as percent, lower is better: "Top 9 %", "Primeiros 9%", 9 and 0.09 are all 9.0.

    Bare numbers below 1 are fractions, since no rank is better than 1 %. Outside 0-100 is bad.
    """
    different = distinct(cells)
    parts = [_rank(cell) for cell in different.cells]
    settled = settle_written([part[0] for part in parts], [Habit.SCORE] * len(parts), decimal)
    values = _as_percent(settled.numbers, [part[1] for part in parts])
    return Percents(
        different.spread(values, math.nan, "float64"),
        different.spread(np.isnan(values), False, "bool"),
        settled.decimal,
        different.spread(settled.mixed, False, "bool"),
    )


def _as_percent(values: np.ndarray, marked: Sequence[bool]) -> np.ndarray:
    """Turn bare fractions into percent and drop what is no rank."""
    small = ~np.array(marked, dtype=bool) & (values < 1)
    percent = np.where(small, np.round(values * 100, 9), values)
    return np.where((percent > 0) & (percent <= 100), percent, math.nan)


def _share(cell: object) -> tuple[Written, bool]:
    """Read one share and whether it is marked as percent."""
    if not isinstance(cell, str):
        return written(cell), False
    plain = unquoted(cell)
    if plain.endswith("%"):
        return in_text(plain[:-1].strip()), True
    return in_text(plain), False


def _rank(cell: object) -> tuple[Written, bool]:
    """Read one rank and whether words or a sign mark it as percent."""
    if not isinstance(cell, str):
        return written(cell), False
    plain = unquoted(cell)
    match = _TOP.fullmatch(plain)
    if not match:
        return in_text(plain), False
    return in_text(match["number"]), plain != match["number"]
