"""Which day does a cell mean? ISO, D.M.Y, M/D/Y or D/M/Y, month names, calendar weeks, spreadsheet serials.

A time and a time zone are dropped, not converted: the day is the one that is written. Whether 05/10/2026 is a day in
May or October is decided per column; where the column does not tell, it is `ambiguous` and somebody has to be asked.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from dashboard.ingest.cells import distinct, text
from dashboard.ingest.datewords import FIRST_YEAR, LAST_YEAR, bare, calendar_week, day, named_day, week_within
from dashboard.ingest.numbers import unquoted
from dashboard.ingest.spans import said_twice, span_start

Order = Literal["dmy", "mdy"]

_TIME = re.compile(
    r"(?:[T ]|, | (?:um|at|à|a las|às) )[0-9]{1,2}(?: ?h ?[0-9]{0,2}|(?::[0-9]{2}){1,2})"
    r"(?:[.,][0-9]+)?(?: ?[ap]\.? ?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT|Uhr|[A-Z]{3,4}|[+-][0-9]{2}:?[0-9]{2}))?$",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})\.?")
_TRIPLE = re.compile(r"(?P<a>[0-9]{1,2})(?P<sign>[-/.] ?)(?P<b>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4}|[0-9]{2})\.?")
_PAIR = re.compile(r"(?P<a>[0-9]{1,2})(?P<sign>[/.])(?P<b>[0-9]{1,2})\.?")
_COMPACT = re.compile(r"(?P<year>20[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_ISO_WITH_TIMES = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?+(?:\n|\Z))++")
_WITHIN = re.compile(
    r"(?<![0-9.])(?:[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?!\.?[0-9])|20[0-9]{6}(?![0-9])|[0-9]{1,2}\.[0-9]{1,2}\.(?![0-9]))"
)
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])_(?=[0-9])")
_SPAN = re.compile(r"\b[0-9]{1,2}\.? ?- ?(?=[0-9]{1,2}(?:\.? [^\W\d_]|, ?20))")
_YEAR_IN_BRACKETS = re.compile(r" ?\((20[0-9]{2})\)$")
_FEW = 1000


class Meanings(NamedTuple):
    """The day of a cell if it is read day first and if it is read month first (None: no such day)."""

    dmy: date | None
    mdy: date | None


@dataclass(frozen=True)
class Dates:
    """A column of days (datetime64 at midnight, NaT where blank, bad or not yet decided).

    `ambiguous` is True when both orders fit and give different days; `order` is the one that was used, None if the
    column did not need one. Cells that mean the same in both orders are read in any case.
    """

    values: pd.Series
    bad: pd.Series
    ambiguous: bool
    order: Order | None


def dates(cells: pd.Series, *, order: Order | None = None, year: int | None = None, from_1904: bool = False) -> Dates:
    """Read a column of days between 2003 and 2100.

    `order` decides 05/10/2026 if given; `year` completes "16 Nov", "S47" and "16.11."; `from_1904` counts serials as
    old Macintosh workbooks do. The order is found from the column: a day over 12 proves it, and so does an order in
    which at least two days are all Mondays while the other is not, since scores are read on Mondays.

    >>> dates(pd.Series(["16 Nov 2026", "2026-11-16T08:00Z", "26/10/2026"])).values.dt.day.tolist()
    [16, 16, 26]
    """
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return _from_timestamps(cells)
    different = distinct(cells)
    texts, places = _without_times(different.texts)
    meant = [meanings(cell, year, from_1904) for cell in (*texts, *different.others)]
    found = order or _order(meant)
    ambiguous = found is None and any(_differ(one) for one in meant)
    days = np.array([_choose(one, found) for one in meant], dtype="datetime64[us]")
    bad = np.array([one.dmy is None and one.mdy is None for one in meant], dtype=bool)
    split = len(texts)
    return Dates(
        different.spread(days[:split][places], days[split:], None, "datetime64[us]"),
        different.spread(bad[:split][places], bad[split:], False, "bool"),
        ambiguous,
        found,
    )


def _without_times(texts: list[str]) -> tuple[list[str], np.ndarray]:
    """Return the different days of ISO days with times, and which of them each text is; other texts as they are."""
    if len(texts) > _FEW and _ISO_WITH_TIMES.fullmatch("\n".join(texts)):
        places, days = pd.factorize(np.array([one[:10] for one in texts], dtype=object))
        return days.tolist(), places
    return texts, np.arange(len(texts))


def date_in_text(title: str, *, year: int | None = None, order: Order | None = None) -> date | None:
    """Return the day that a title, a file's or a sheet's name mentions, None if there is none or it is ambiguous.

    Of a span ("16-22 Nov 2026") it is the last day; `year` completes "16 Nov" and "KW 47", `order` decides 11/9/2026.

    >>> date_in_text("EMEA Mid-Market – week of 16 Nov 2026"), date_in_text("Team KW 47/2026")
    (datetime.date(2026, 11, 16), datetime.date(2026, 11, 16))
    """
    plain = _BETWEEN_DIGITS.sub("-", text(title)).replace("_", " ")
    return (
        _written_within(plain, year, order)
        or _named_within(plain, None)
        or week_within(plain, year)
        or _named_within(plain, year)
    )


def meanings(cell: object, year: int | None = None, from_1904: bool = False) -> Meanings:
    """Return which day one cell means in each order."""
    if isinstance(cell, str):
        return _in_text(unquoted(cell), year, from_1904)
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _sure(day(cell.year, cell.month, cell.day))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _sure(_compact(str(int(cell))) or _serial(float(cell), from_1904)) if abs(cell) < 1e9 else _sure(None)
    return _sure(None)


def _in_text(plain: str, year: int | None, from_1904: bool) -> Meanings:
    """Return which day a text means in each order."""
    plain = _YEAR_IN_BRACKETS.sub(r" \1", bare(_TIME.sub("", plain)))
    if plain.endswith(")") or plain[:1].isalpha():
        twice = Meanings(*said_twice(plain, lambda one, known: _in_text(one, known or year, False)))
        if plain.endswith(")") or twice != (None, None):
            return twice
    match = _TRIPLE.fullmatch(plain)
    if match:
        return _triple(match)
    match = _ISO.fullmatch(plain)
    if match:
        return _sure(day(int(match["year"]), int(match["month"]), int(match["day"])))
    if _SERIAL.fullmatch(plain):
        return _sure(_serial(float(plain.replace(",", ".")), from_1904))
    pair = _PAIR.fullmatch(plain) if year else None
    if pair and year:
        return _both(int(pair["a"]), int(pair["b"]), year, pair["sign"])
    found = _compact(plain) or calendar_week(plain, year) or named_day(plain, year)
    if found or not ("-" in plain or " " in plain):
        return _sure(found)
    return Meanings(*span_start(plain, lambda one, known: _in_text(one, known or year, False)))


def _triple(match: re.Match[str]) -> Meanings:
    """Return the days of three numbers; with two-digit years and dashes the year may stand first, so it is bad."""
    short = len(match["year"]) == 2
    if short and match["sign"].strip() == "-":
        return _sure(None)
    return _both(int(match["a"]), int(match["b"]), int(match["year"]) + (2000 if short else 0), match["sign"].strip())


def _both(first: int, second: int, year: int, sign: str) -> Meanings:
    """Return the days of two numbers in each order; dots are written day first wherever that is a day."""
    dmy, mdy = day(year, second, first), day(year, first, second)
    return Meanings(dmy, dmy or mdy) if sign == "." else Meanings(dmy, mdy)


def _compact(plain: str) -> date | None:
    """Return the day of 20261116."""
    match = _COMPACT.fullmatch(plain)
    return day(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _serial(number: float, from_1904: bool) -> date | None:
    """Return the day of a spreadsheet's serial number."""
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    if not (FIRST_YEAR - 1904) * 365 <= number <= (LAST_YEAR - 1899) * 366:
        return None
    found = start + timedelta(days=int(number))
    return day(found.year, found.month, found.day)


def _sure(found: date | None) -> Meanings:
    """Return a day that does not depend on the order."""
    return Meanings(found, found)


def _differ(one: Meanings) -> bool:
    """Say whether a cell means two different days."""
    return one.dmy is not None and one.mdy is not None and one.dmy != one.mdy


def _order(meant: list[Meanings]) -> Order | None:
    """Find the order of a column: proven by days over 12, else by Mondays; None if nothing tells or both are proven."""
    day_first = any(one.mdy is None and one.dmy is not None for one in meant)
    month_first = any(one.dmy is None and one.mdy is not None for one in meant)
    if day_first != month_first:
        return "dmy" if day_first else "mdy"
    return None if day_first else _by_mondays(meant)


def _by_mondays(meant: list[Meanings]) -> Order | None:
    """Return the order in which two or more different days are all Mondays, if the other order's are not."""
    read = [one for one in set(meant) if one.dmy and one.mdy]
    if len(read) < 2:
        return None
    dmy = all(one.dmy is not None and one.dmy.weekday() == 0 for one in read)
    mdy = all(one.mdy is not None and one.mdy.weekday() == 0 for one in read)
    if dmy == mdy:
        return None
    return "dmy" if dmy else "mdy"


def _choose(one: Meanings, order: Order | None) -> date | None:
    """Return the day of a cell in the column's order, None while that is open."""
    if order is None:
        return None if _differ(one) else one.dmy or one.mdy
    first, second = (one.dmy, one.mdy) if order == "dmy" else (one.mdy, one.dmy)
    return first or second


def _from_timestamps(cells: pd.Series) -> Dates:
    """Return a column of timestamps as days; years out of range are bad."""
    local = cells.dt.tz_localize(None) if cells.dt.tz is not None else cells
    days = local.dt.normalize().astype("datetime64[us]")
    good = days.dt.year.between(FIRST_YEAR, LAST_YEAR)
    return Dates(days.where(good), days.notna() & ~good, False, None)


def _written_within(plain: str, year: int | None, order: Order | None) -> date | None:
    """Return the first day written in figures in a text that means one day only, or any if the order is known."""
    days = (_choose(_in_text(match.group(), year, False), order) for match in _WITHIN.finditer(plain))
    return next((one for one in days if one), None)


def _named_within(plain: str, year: int | None) -> date | None:
    """Return the first day with a month's name among two to five words in a row."""
    words = _SPAN.sub("", plain).split()
    for start in range(len(words) - 1):
        for length in range(5, 1, -1):
            found = named_day(" ".join(words[start : start + length]), year)
            if found:
                return found
    return None
