"""Is "1,204" one thousand two hundred and four, or one and a bit? The decimal sign of a whole column decides.

Each number is read twice, with the dot and with the comma as decimal sign; where only one reading fits, the number
is evidence for the column. What fits both ways follows the evidence, and without any the habit of its kind.
"""

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np

_PLAIN = r"[0-9]+(?:{d}[0-9]+)?|{d}[0-9]+"
_GROUPED = r"[1-9][0-9]{{0,2}}(?P<g>[{g}' ])[0-9]{{3}}(?:(?P=g)[0-9]{{3}})*(?:{d}[0-9]+)?"
_INDIAN = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
_FITS = {
    ".": re.compile("|".join((_PLAIN.format(d=r"\."), r"[0-9]+\.", _GROUPED.format(d=r"\.", g=","), _INDIAN))),
    ",": re.compile("|".join((_PLAIN.format(d=","), r"[0-9]+,", _GROUPED.format(d=",", g=".")))),
}
_ODD = re.compile(r"[^0-9.,\n -]")
_PROOF = {
    ".": re.compile(r"\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])"),
    ",": re.compile(r",(?:[0-9]{1,2}|[0-9]{4,})(?![0-9])"),
}
_THREE = {".": re.compile(r"\.[0-9]{3}(?![0-9])"), ",": re.compile(r",[0-9]{3}(?![0-9])")}
_MINORITY = 0.2
"""From this share of contrary evidence on, a number that fits both ways is no longer settled by the majority (ours)."""


Marks = Sequence[bool] | np.ndarray


class Habit(StrEnum):
    """How a number that fits both ways ("1,204") is meant when its column has no evidence.

    SCORE: always a decimal, since a score has no thousands. AMOUNT: thousands, since money has two decimals, not
    three. NUMBER: as English and machines write, comma for thousands and dot for decimals, but worth asking.
    """

    SCORE = "score"
    AMOUNT = "amount"
    NUMBER = "number"


class Reading(NamedTuple):
    """What the digits of one cell mean with each decimal sign; None where they do not fit it."""

    dot: float | None
    comma: float | None


class Settled(NamedTuple):
    """The numbers of a column (NaN = unreadable), its decimal sign, which cells go against it, and if it is unsure."""

    numbers: np.ndarray
    decimal: str
    mixed: np.ndarray
    undecidable: bool = False


def read(digits: str, power: int = 0) -> Reading:
    """Read digits with both decimal signs, times a power of ten (exactly: 2.05 and 6 give 2050000.0).

    >>> read("1,204"), read("18,4"), read("1.204.500,00")
    (Reading(dot=1204.0, comma=1.204), Reading(dot=None, comma=18.4), Reading(dot=None, comma=1204500.0))
    """
    if digits.isascii():
        if digits.isdigit():
            value = _finite(digits, power)
            return Reading(value, value)
        whole, dot, rest = digits.partition(".")
        if dot and whole.isdigit() and rest.isdigit() and len(rest) != 3:
            return Reading(_finite(digits, power), None)
    return Reading(_value(digits, ".", power), _value(digits, ",", power))


def settle(readings: Sequence[Reading], habit: Habit, decimal: str | None = None, large: Marks = ()) -> Settled:
    """Settle each number by the column's decimal sign, found from all of them unless given.

    `large` marks the amounts in millions or more, where three digits after a separator are decimals.
    """
    if not readings:
        return Settled(np.empty(0), decimal or ".", np.empty(0, dtype=bool))
    dot, comma = np.array(readings, dtype=float).T
    both = ~np.isnan(dot) & ~np.isnan(comma) & (dot != comma)
    only_dot, only_comma = np.isnan(comma) & ~np.isnan(dot), np.isnan(dot) & ~np.isnan(comma)
    dots, commas = int(only_dot.sum()), int(only_comma.sum())
    own = _without_evidence(dot < comma, habit, large)
    sign = decimal or _majority(dots, commas, own[both])
    use_dot = np.full(len(dot), sign == ".")
    if habit is Habit.SCORE or not (decimal or dots or commas):
        use_dot = np.where(both, own, use_dot)
    use_dot = (use_dot | only_dot) & ~only_comma
    mixed = (use_dot != (sign == ".")) & (both | only_dot | only_comma)
    unsure = decimal is None and _unsure(dots, commas, own[both], habit)
    if habit is Habit.AMOUNT and decimal is None:
        unsure |= bool((both & (use_dot == (dot < comma)) & ~_marks(large, len(dot))).any())
    return Settled(np.where(use_dot, dot, comma), sign, mixed, unsure)


def plain(texts: Sequence[str], habit: Habit, decimal: str | None = None) -> Settled | None:
    """Read a column of plain numbers at once, None if one of them needs a closer look.

    Gives what `read` and `settle` give: only columns without doubt about the decimal sign are taken.
    """
    joined = "\n".join(texts)
    if not texts or joined.count("\n") >= len(texts) or _ODD.search(joined):
        return None
    sign = "," if "," in joined else "."
    if sign in joined and (decimal not in (None, sign) or not _PROOF[sign].search(joined)):
        return None
    if sign in joined and habit is Habit.AMOUNT and _THREE[sign].search(joined):
        return None
    if "," in joined:
        if "." in joined:
            return None
        texts = joined.replace(",", ".").split("\n")
    try:
        numbers = np.array(texts, dtype=object).astype(float)
    except ValueError:
        return None
    if not np.isfinite(numbers).all():
        return None
    return Settled(numbers, decimal or sign, np.zeros(len(numbers), dtype=bool))


def _without_evidence(dot_is_smaller: np.ndarray, habit: Habit, large: Marks) -> np.ndarray:
    """Say for numbers that fit both ways whether the dot is their decimal sign by habit."""
    if habit is Habit.SCORE:
        return dot_is_smaller
    if habit is Habit.NUMBER:
        return np.full(len(dot_is_smaller), True)
    return dot_is_smaller == _marks(large, len(dot_is_smaller))


def _majority(dots: int, commas: int, own: np.ndarray) -> str:
    """Return the decimal sign most numbers prove; without proof what most would have by habit, else the dot."""
    if dots or commas:
        return "." if dots >= commas else ","
    return "." if own.sum() * 2 >= len(own) else ","


def _unsure(dots: int, commas: int, own: np.ndarray, habit: Habit) -> bool:
    """Say whether numbers that fit both ways are left without enough evidence."""
    if not len(own) or habit is Habit.SCORE:
        return False
    if dots or commas:
        return dots == commas or min(dots, commas) > max(1, _MINORITY * max(dots, commas))
    return habit is Habit.NUMBER or 0 < own.sum() < len(own)


def _marks(large: Marks, length: int) -> np.ndarray:
    """Return the marks of large amounts as an array; none are marked if none are given."""
    return np.array(large, dtype=bool) if len(large) else np.zeros(length, dtype=bool)


def _value(digits: str, decimal: str, power: int) -> float | None:
    """Return the digits as a number with this decimal sign, None if they do not fit it."""
    if not _FITS[decimal].fullmatch(digits):
        return None
    group = "," if decimal == "." else "."
    plain = digits.replace(group, "").replace("'", "").replace(" ", "")
    return _finite(plain.replace(decimal, "."), power)


def _finite(plain: str, power: int) -> float | None:
    """Return the text times a power of ten as a float, None if it is too large to be one."""
    value = float(f"{plain}e{power}") if power else float(plain)
    return value if math.isfinite(value) else None
