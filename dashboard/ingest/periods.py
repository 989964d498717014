"""Which closed deals count: those of the quarter, the month, the year of a day, all, or of a span of days?"""

from datetime import date, timedelta
from typing import NamedTuple

QUARTER = "quarter"
ALL = "all"
NAMED = (QUARTER, "month", "year", ALL)


class Span(NamedTuple):
    """The first and the last day of a period, both within it; None where it is open."""

    first: date | None
    last: date | None


def is_period(text: str) -> bool:
    """Say whether a text names a period: a known one, or two ISO days parted by a colon, the first not the later.

    >>> is_period("month"), is_period("2026-10-01:2026-12-31"), is_period("2026-12-31:2026-10-01"), is_period("Q4")
    (True, True, False, False)
    """
    try:
        first, last = map(date.fromisoformat, text.split(":"))
    except ValueError:
        return text in NAMED
    return first <= last


def is_over(period: str, day: date) -> bool:
    """Say whether a period of two days was over before a day.

    >>> is_over("2026-10-01:2026-12-31", date(2027, 1, 4)), is_over("month", date(2027, 1, 4))
    (True, False)
    """
    return ":" in period and date.fromisoformat(period.split(":")[1]) < day


def span(period: str, day: date) -> Span:
    """Return the days of a period around a day: "quarter", "month", "year", "all" or "FROM:TO" in ISO days.

    Quarters and years are those of the calendar. ValueError if it is none of these.

    >>> span("quarter", date(2026, 11, 16))
    Span(first=datetime.date(2026, 10, 1), last=datetime.date(2026, 12, 31))
    """
    if period == ALL:
        return Span(None, None)
    if period not in NAMED:
        first, last = map(date.fromisoformat, period.split(":"))
        return Span(first, last)
    months = {"month": 1, QUARTER: 3, "year": 12}[period]
    start = (day.month - 1) // months * months + 1
    after = start + months
    following = date(day.year + (after > 12), after - 12 if after > 12 else after, 1)
    return Span(date(day.year, start, 1), following - timedelta(days=1))
