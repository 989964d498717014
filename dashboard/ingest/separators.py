"""Is "1,204" one thousand two hundred and four, or one and a bit? The decimal sign of a whole column decides.

Each number is read twice, with the dot and with the comma as decimal sign; where only one reading fits, the number
is evidence for the column. What fits both ways follows the evidence, and without any the habit of its kind.
"""

import math
import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np

_PLAIN = r"[0-9]+(?:{d}[0-9]+)?|{d}[0-9]+"
_GROUPED = r"[1-9][0-9]{{0,2}}(?P<g>[{g}' ])[0-9]{{3}}(?:(?P=g)[0-9]{{3}})*(?:{d}[0-9]+)?"
_INDIAN = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
_FITS = {
    ".": re.compile("|".join((_PLAIN.format(d=r"\."), r"[0-9]+\.", _GROUPED.format(d=r"\.", g=","), _INDIAN))),
    ",": re.compile("|".join((_PLAIN.format(d=","), _GROUPED.format(d=",", g=".")))),
}
_MINORITY = 0.2
"""From this share of contrary evidence on, a number that fits both ways is no longer settled by the majority (ours)."""


class Habit(Enum):
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

    @property
    def votes(self) -> str:
        """The decimal sign this number proves ("." or ","), "" if none, "?" if the signs give different numbers."""
        if self.dot == self.comma:
            return ""
        if self.dot is None:
            return ","
        return "." if self.comma is None else "?"


class Settled(NamedTuple):
    """The numbers of a column (NaN = unreadable), its decimal sign, which cells go against it, and if it is unsure."""

    numbers: np.ndarray
    decimal: str
    mixed: np.ndarray
    undecidable: bool


def read(digits: str, power: int = 0) -> Reading:
    """Read digits with both decimal signs, times a power of ten (exactly: 2.05 and 6 give 2050000.0).

    >>> read("1,204"), read("18,4"), read("1.204.500,00")
    (Reading(dot=1204.0, comma=1.204), Reading(dot=None, comma=18.4), Reading(dot=None, comma=1204500.0))
    """
    if digits.isdigit() and digits.isascii():
        value = _finite(digits, power)
        return Reading(value, value)
    return Reading(_value(digits, ".", power), _value(digits, ",", power))


def settle(readings: Sequence[Reading], habits: Sequence[Habit], decimal: str | None = None) -> Settled:
    """Settle each number by the column's decimal sign, found from all of them unless given."""
    votes = [reading.votes for reading in readings]
    given = decimal is not None
    sign = decimal if decimal else _majority(votes, readings, habits)
    values = np.full(len(readings), math.nan)
    mixed = np.zeros(len(readings), dtype=bool)
    evidence = given or "." in votes or "," in votes
    for place, (reading, vote, habit) in enumerate(zip(readings, votes, habits, strict=True)):
        own = vote if vote in (".", ",") else sign
        if vote == "?":
            own = _own_sign(reading, habit, sign, evidence)
        value = reading.dot if own == "." else reading.comma
        values[place] = math.nan if value is None else value
        mixed[place] = own != sign
    return Settled(values, sign, mixed, not given and _unsure(votes, readings, habits))


def _own_sign(reading: Reading, habit: Habit, sign: str, evidence: bool) -> str:
    """Return the decimal sign for a number that fits both ways."""
    as_decimal = "." if (reading.dot or 0) < (reading.comma or 0) else ","
    if habit is Habit.SCORE:
        return as_decimal
    if evidence or habit is Habit.NUMBER:
        return sign
    return "," if as_decimal == "." else "."


def _majority(votes: Sequence[str], readings: Sequence[Reading], habits: Sequence[Habit]) -> str:
    """Return the decimal sign most numbers prove; without proof what the habits say, else the dot."""
    dots, commas = votes.count("."), votes.count(",")
    if dots or commas:
        return "." if dots >= commas else ","
    for reading, vote, habit in zip(readings, votes, habits, strict=True):
        if vote == "?" and habit is not Habit.NUMBER:
            return _own_sign(reading, habit, ".", False)
    return "."


def _unsure(votes: Sequence[str], readings: Sequence[Reading], habits: Sequence[Habit]) -> bool:
    """Say whether numbers that fit both ways are left without enough evidence."""
    open_ones = [
        (reading, habit)
        for reading, vote, habit in zip(readings, votes, habits, strict=True)
        if vote == "?" and habit is not Habit.SCORE
    ]
    if not open_ones:
        return False
    dots, commas = votes.count("."), votes.count(",")
    if dots or commas:
        return min(dots, commas) > _MINORITY * max(dots, commas)
    if any(habit is Habit.NUMBER for _, habit in open_ones):
        return True
    return len({_own_sign(reading, habit, ".", False) for reading, habit in open_ones}) > 1


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
