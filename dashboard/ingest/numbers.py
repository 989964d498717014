"""Which number is written in a cell? Points, counts and days, as people of several languages write them.

`1e5` and `1,2E+06` are numbers, since spreadsheets write large ones so into CSV; booleans, dates, times, "inf" and
"nan" are not. A blank cell is neither a number nor bad.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.ingest.cells import Distinct, distinct, is_blank, text
from dashboard.ingest.separators import Habit, Marks, Reading, Settled, plain, read, settle

_DIGITS = r"(?:[0-9][0-9.,' ]*|[.,][0-9]+)"
_NUMBER = re.compile(
    rf"(?P<open>\()? ?(?P<sign>[+-])? ?(?P<digits>{_DIGITS})(?:[eE](?P<exponent>[+-]?[0-9]{{1,2}}))?"
    r" ?(?P<trail>-)? ?(?P<close>\))?"
)
_SCORE = re.compile(
    rf"(?P<score>[+-]? ?{_DIGITS})(?P<percent>%)?"
    rf"(?: ?(?:/|\bof\b|\bout of\b|\bvon\b|\bde\b|\bsur\b|\bsobre\b|\baus\b) ?(?P<out_of>[0-9]+(?:[.,]0+)?))?"
    r"(?: ?(?:points?|pts?|punkte?|puntos?|pontos?)\.?)?(?: ?(?:[\u2190-\u21ff\u25b2-\u25c5*†]|\([+-] ?[0-9.,]+\)))*",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """One number as written: what its digits may mean, and whether they are negative."""

    reading: Reading
    negative: bool = False


OUT_OF = (20.0, 25.0, 100.0)
"""What scores are given out of: 25 a pillar, 100 in all, and the scale of 0-20 that some trackers keep."""
_NO_CENTS = re.compile(r"(?<=[0-9])[.,]-+(?![0-9])")
UNREADABLE = Written(Reading(None, None))
_PLAIN_SCORE = (UNREADABLE, math.nan, False)
_SOME = 2000
_NUMERIC = {"floating", "integer", "mixed-integer-float", "empty"}


@dataclass(frozen=True)
class Numbers:
    """A column of numbers: NaN where blank or bad; `mixed` cells were read against the column's decimal sign.

    `undecidable` is True when nothing in the column says whether "1,204" has thousands or decimals.
    """

    values: pd.Series
    bad: pd.Series
    decimal: str
    mixed: pd.Series
    undecidable: bool = False


@dataclass(frozen=True)
class Scores:
    """A column of scores as written: `out_of` is the "25" of "18.4 / 25" (NaN if none), `percent` marks "74 %"."""

    values: pd.Series
    bad: pd.Series
    out_of: pd.Series
    percent: pd.Series
    mixed: pd.Series
    decimal: str = "."


def numbers(cells: pd.Series, *, decimal: str | None = None, habit: Habit = Habit.NUMBER) -> Numbers:
    """Read a column of plain numbers; the decimal sign is found from the whole column unless given.

    A lone "11,10" in a dot column is 11.10 and `mixed`. Where every number fits both ways ("1,204") the comma is
    taken for thousands and the dot for decimals, and the column is `undecidable`; but `habit` may say otherwise, as
    for counts, which have thousands rather than decimals.

    >>> numbers(pd.Series(["9.26", "11,10", "", "abc"])).values.tolist()
    [9.26, 11.1, nan, nan]
    """
    ready = from_numeric(cells)
    if ready is not None:
        return Numbers(*ready, decimal or ".", never(cells))
    whole = from_plain(cells, habit, decimal)
    if whole is not None:
        return Numbers(whole[0], never(cells), whole[1], never(cells))
    different = distinct(cells)
    settled = plain(different.texts, habit, decimal)
    if settled is None:
        found = [in_text(unquoted(cell)) for cell in different.texts]
        settled = settle_written(found, habit, decimal)
    values, bad, mixed = laid_out(different, settled)
    return Numbers(values, bad, settled.decimal, mixed, settled.undecidable)


def scores(cells: pd.Series, *, decimal: str | None = None) -> Scores:
    """Read a column of scores: "18.4", "18,4 / 25", "53 de 100", "74 %", "18.4 ↑"; one separator is a decimal sign.

    Values stay as written ("61/100" is 61 out of 100, "74 %" is 74 percent), since the caller knows the scale. Out of
    anything but OUT_OF is bad: "5/11" is a day. A score may exceed what it is out of: that is for the caller's range.
    """
    ready, sign = from_numeric(cells), "."
    if ready is None and (whole := from_plain(cells, Habit.SCORE, decimal)) is not None:
        ready, sign = (whole[0], never(cells)), whole[1]
    if ready is not None:
        nowhere = pd.Series(math.nan, index=cells.index)
        return Scores(*ready, nowhere, never(cells), never(cells), sign)
    different = distinct(cells)
    settled = plain(different.texts, Habit.SCORE, decimal)
    if settled is None:
        parts = [_score(cell) for cell in different.texts]
        settled = settle_written([part[0] for part in parts], Habit.SCORE, decimal)
    else:
        parts = [_PLAIN_SCORE] * len(different.texts)
    values, bad, mixed = laid_out(different, settled)
    nowhere = np.full(len(different.others), math.nan)
    out_of = different.spread([part[1] for part in parts], nowhere, math.nan, "float64")
    percent = different.spread([part[2] for part in parts], [False] * len(nowhere), False, "bool")
    return Scores(values, bad, out_of, percent, mixed, settled.decimal)


def in_text(bare: str, power: int = 0) -> Written:
    """Read a text in plain spelling: sign before or after, parentheses for negative, times a power of ten."""
    match = _NUMBER.fullmatch(bare)
    if not match or bool(match["open"]) != bool(match["close"]) or (match["sign"] and match["trail"]):
        return UNREADABLE
    negative = match["sign"] == "-" or bool(match["trail"]) or bool(match["open"])
    return Written(read(match["digits"].strip(), power + int(match["exponent"] or 0)), negative)


def unquoted(cell: str) -> str:
    """Return a text in plain spelling, without a spreadsheet's quotes for text and the dash for "no cents".

    >>> unquoted("'18.4"), unquoted('="18.4"'), unquoted("CHF 450.–")
    ('18.4', '18.4', 'CHF 450')
    """
    bare = text(cell)
    if bare.startswith('="') and bare.endswith('"'):
        bare = bare[2:-1]
    return _NO_CENTS.sub("", bare).removeprefix("'").strip()


def settle_written(found: Sequence[Written], habit: Habit, decimal: str | None, large: Marks = ()) -> Settled:
    """Settle the decimal sign of a column and apply the signs of its numbers."""
    settled = settle([one.reading for one in found], habit, decimal, large)
    negative = np.array([one.negative for one in found], dtype=bool)
    return settled._replace(numbers=np.where(negative, -settled.numbers, settled.numbers))


def laid_out(different: Distinct, settled: Settled) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Return per row the number, whether the cell is bad, and whether it is mixed."""
    exact = of_cells(different.others)
    values = different.spread(settled.numbers, exact, math.nan, "float64")
    bad = different.spread(np.isnan(settled.numbers), np.isnan(exact), False, "bool")
    mixed = different.spread(settled.mixed, np.zeros(len(exact), dtype=bool), False, "bool")
    return values, bad, mixed


def of_cells(others: Sequence[object]) -> np.ndarray:
    """Return number cells as floats; NaN for days, times and what is too large."""
    return np.array([_exact(cell) for cell in others], dtype=float)


def from_numeric(cells: pd.Series) -> tuple[pd.Series, pd.Series] | None:
    """Return the numbers of a column of numbers and blanks, and which are infinite and so bad; else None."""
    array = _without_blanks(cells)
    if pd.api.types.infer_dtype(array, skipna=True) not in _NUMERIC:
        return None
    try:
        values = array.astype(float)
    except (TypeError, ValueError, OverflowError):
        return None
    infinite = np.isinf(values)
    return pd.Series(np.where(infinite, math.nan, values), cells.index), pd.Series(infinite, cells.index)


def from_plain(cells: pd.Series, habit: Habit, decimal: str | None) -> tuple[pd.Series, str] | None:
    """Return the numbers of a column of plain number texts and empty cells at once, and the decimal sign; else None.

    Columns that repeat themselves are left to those who look at each different cell once, which is faster then.
    """
    array = cells.to_numpy() if isinstance(cells.dtype, np.dtype) else cells.to_numpy(dtype=object)
    if pd.api.types.infer_dtype(array, skipna=False) != "string":
        return None
    some = array[:_SOME].tolist()
    if len(set(some)) * 2 < len(some):
        return None
    empty = array == ""
    settled = plain(np.where(empty, "0", array).tolist() if empty.any() else array.tolist(), habit, decimal)
    return None if settled is None else (pd.Series(settled.numbers, cells.index).mask(empty), settled.decimal)


def _without_blanks(cells: pd.Series) -> np.ndarray:
    """Return the cells, with None for blank texts if all its texts are blank, as in columns of a workbook."""
    array = cells.to_numpy() if isinstance(cells.dtype, np.dtype) else cells.to_numpy(dtype=object)
    if array.dtype != object or not pd.api.types.infer_dtype(array, skipna=True).startswith("mixed"):
        return array
    is_text = np.fromiter((type(cell) is str for cell in array), dtype=bool, count=len(array))
    if not is_text.any() or not all(is_blank(cell) for cell in set(array[is_text])):
        return array
    numbers_only = array.copy()
    numbers_only[is_text] = None
    return numbers_only


def never(cells: pd.Series) -> pd.Series:
    """Return False for every row."""
    return pd.Series(False, index=cells.index)


def _score(cell: str) -> tuple[Written, float, bool]:
    """Read one score: the number, what it is out of (NaN if unsaid), whether it is a percentage."""
    bare = unquoted(cell).replace(" %", "%")
    match = _SCORE.fullmatch(bare)
    if not match:
        return in_text(bare), math.nan, False
    out_of = float(match["out_of"].replace(",", ".")) if match["out_of"] else math.nan
    if match["out_of"] and (out_of not in OUT_OF or match["percent"]):
        return UNREADABLE, math.nan, False
    return in_text(match["score"].strip()), out_of, bool(match["percent"])


def _exact(cell: object) -> float:
    """Return a number cell as a float, NaN if it is none."""
    if type(cell) is float:
        return cell if math.isfinite(cell) else math.nan
    if not isinstance(cell, (int, float)):
        return math.nan
    try:
        value = float(cell)
    except OverflowError:
        return math.nan
    return value if math.isfinite(value) else math.nan
