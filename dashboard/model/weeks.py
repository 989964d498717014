"""To which week does a day belong?"""

from datetime import date, timedelta


def monday(day: date) -> date:
    """Return the Monday of the day's week, which is how every week is named.

    >>> monday(date(2026, 11, 22))
    datetime.date(2026, 11, 16)
    """
    return day - timedelta(days=day.weekday())


def weeks_between(earlier: date, later: date) -> int:
    """Return how many whole weeks lie between the Mondays of two days (negative if reversed).

    >>> weeks_between(date(2026, 10, 12), date(2026, 11, 15))
    4
    """
    return (monday(later) - monday(earlier)).days // 7


def label(week: date) -> str:
    """Return a week as a manager writes it.

    >>> label(date(2026, 11, 16))
    '16 Nov 2026'
    """
    return f"{week.day} {week:%b %Y}"
