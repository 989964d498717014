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

from dashboard.ingest.cells import distinct, text
from dashboard.ingest.separators import Habit, Reading, Settled, read, settle

_DIGITS = r"(?:[0-9][0-9.,' ]*|[.,][0-9]+)"
_NUMBER = re.compile(
    rf"(?P<open>\()? ?(?P<sign>[+-])? ?(?P<digits>{_DIGITS})(?:[eE](?P<exponent>[+-]?[0-9]{{1,2}}))?"
    r" ?(?P<trail>-)? ?(?P<close>\))?"
)
_SCORE = re.compile(
    rf"(?P<score>[+-]? ?{_DIGITS})(?P<percent>%)?"
    rf"(?: ?(?:/|\bof\b|\bout of\b|\bvon\b|\bde\b|\bsur\b|\bsobre\b|\baus\b) ?(?P<out_of>[0-9]+(?:[.,]0+)?))?"
    r"(?: ?(?:points?|pts?|punkte?|puntos?|pontos?)\.?)?",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """One number as written: what its digits may mean, and whether they are negative."""

    reading: Reading
    negative: bool = False


_NOTHING = Reading(None, None)
_UNREADABLE = Written(_NOTHING)


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


def numbers(cells: pd.Series, *, decimal: str | None = None) -> Numbers:
    """Read a column of plain numbers; the decimal sign is found from the whole column unless given.

    A lone "11,10" in a dot column is 11.10 and `mixed`. Where every number fits both ways ("1,204") the comma is
    taken for thousands and the dot for decimals, and the column is `undecidable`.

    >>> numbers(pd.Series(["9.26", "11,10", "", "abc"])).values.tolist()
    [9.26, 11.1, nan, nan]
    """
    ready = from_numeric(cells)
    if ready is not None:
        return Numbers(ready, infinite(cells, ready), decimal or ".", _never(cells))
    different = distinct(cells)
    found = [written(cell) for cell in different.cells]
    settled = settle_written(found, [Habit.NUMBER] * len(found), decimal)
    return Numbers(
        different.spread(settled.numbers, math.nan, "float64"),
        different.spread(np.isnan(settled.numbers), False, "bool"),
        settled.decimal,
        different.spread(settled.mixed, False, "bool"),
        settled.undecidable,
    )


def scores(cells: pd.Series, *, decimal: str | None = None) -> Scores:
    """Read a column of scores: "18.4", "18,4 / 25", "53 de 100", "74 %"; one separator is always a decimal sign.

    Values stay as written ("61/100" is 61 out of 100, "74 %" is 74 percent): the caller knows the scale.
    A score may exceed what it is out of; that is a range to check, not a cell to refuse.
    """
    ready = from_numeric(cells)
    if ready is not None:
        nowhere = pd.Series(math.nan, index=cells.index)
        return Scores(ready, infinite(cells, ready), nowhere, _never(cells), _never(cells))
    different = distinct(cells)
    parts = [_score(cell) for cell in different.cells]
    settled = settle_written([part[0] for part in parts], [Habit.SCORE] * len(parts), decimal)
    return Scores(
        different.spread(settled.numbers, math.nan, "float64"),
        different.spread(np.isnan(settled.numbers), False, "bool"),
        different.spread([part[1] for part in parts], math.nan, "float64"),
        different.spread([part[2] for part in parts], False, "bool"),
        different.spread(settled.mixed, False, "bool"),
        settled.decimal,
    )


def written(cell: object) -> Written:
    """Read one cell as a number written alone; nothing is assumed about its decimal sign."""
    if isinstance(cell, str):
        return in_text(unquoted(cell))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Written(_exact(cell))
    return _UNREADABLE


def in_text(plain: str, power: int = 0) -> Written:
    """Read a text in plain spelling: sign before or after, parentheses for negative, times a power of ten."""
    match = _NUMBER.fullmatch(plain)
    if not match or bool(match["open"]) != bool(match["close"]) or (match["sign"] and match["trail"]):
        return _UNREADABLE
    negative = match["sign"] == "-" or bool(match["trail"]) or bool(match["open"])
    return Written(read(match["digits"].strip(), power + int(match["exponent"] or 0)), negative)


def unquoted(cell: str) -> str:
    """Return a text in plain spelling, without the quotes that tell a spreadsheet to keep it as text.

    >>> unquoted("'18.4"), unquoted('="18.4"')
    ('18.4', '18.4')
    """
    plain = text(cell)
    if plain.startswith('="') and plain.endswith('"'):
        plain = plain[2:-1]
    return plain.removeprefix("'").strip()


def settle_written(found: Sequence[Written], habits: Sequence[Habit], decimal: str | None) -> Settled:
    """Settle the decimal sign of a column and apply the signs of its numbers."""
    settled = settle([one.reading for one in found], habits, decimal)
    negative = np.array([one.negative for one in found], dtype=bool)
    return settled._replace(numbers=np.where(negative, -settled.numbers, settled.numbers))


def from_numeric(cells: pd.Series) -> pd.Series | None:
    """Return a column that holds numbers only (or nothing) as floats without infinities, else None."""
    if pd.api.types.is_bool_dtype(cells.dtype) or pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return None
    kind = pd.api.types.infer_dtype(cells, skipna=True)
    if kind not in {"floating", "integer", "mixed-integer-float", "empty"}:
        return None
    try:
        values = pd.to_numeric(cells, errors="coerce").astype("float64")
    except (TypeError, ValueError, OverflowError):
        return None
    return values.where(np.isfinite(values))


def infinite(cells: pd.Series, ready: pd.Series) -> pd.Series:
    """Say which cells of a numeric column were infinite and so are bad."""
    return ready.isna() & cells.notna()


def _score(cell: object) -> tuple[Written, float, bool]:
    """Read one score: the number, what it is out of (NaN if unsaid), whether it is a percentage."""
    if not isinstance(cell, str):
        return written(cell), math.nan, False
    plain = unquoted(cell).replace(" %", "%")
    match = _SCORE.fullmatch(plain)
    if not match:
        return in_text(plain), math.nan, False
    out_of = float(match["out_of"].replace(",", ".")) if match["out_of"] else math.nan
    if out_of == 0 or (match["percent"] and match["out_of"]):
        return _UNREADABLE, math.nan, False
    return in_text(match["score"].strip()), out_of, bool(match["percent"])


def _exact(cell: float) -> Reading:
    """Return a number cell as a reading that says nothing about separators."""
    try:
        value = float(cell)
    except OverflowError:
        return _NOTHING
    return Reading(value, value) if math.isfinite(value) else _NOTHING


def _never(cells: pd.Series) -> pd.Series:
    """Return False for every row."""
    return pd.Series(False, index=cells.index)
