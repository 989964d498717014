"""Which day does a span begin with? "16.11. - 22.11.2026", "16-22 Nov 2026", "Nov 16 - 22, 2026"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

Read = Callable[[str, int | None], tuple[date | None, date | None]]
_PARTED = (
    re.compile(r"(?P<first>.+?) (?:-|to|until|bis|au|al|a|à|até) (?P<last>.*[0-9].*)", re.IGNORECASE),
    re.compile(r"(?P<first>[^-]+)-(?P<last>[^-]+)"),
)
_NUMBER_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\.? ?- ?(?P<rest>[0-9]{1,2}\.? ?[^\W\d_].*)")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]+\.? )(?P<day>[0-9]{1,2}) ?- ?(?P<rest>[0-9]{1,2}(?:,? ?[0-9]{4})?)")
_TWICE = re.compile(r"(?P<one>[^()]+)\((?P<two>[^()]+)\)")
_WEEK_FIRST = re.compile(
    r"(?P<one>(?:kw|cw|wk|week|w|s|sem|semana|semaine|kalenderwoche|woche)\.? ?[0-9]{1,2})(?: ?[-:,|/] ?| )"
    r"(?P<two>(?:[0-9]{1,2}[ ./-]|[^\W\d_]{3,}\.? ?[0-9]).*)",
    re.IGNORECASE,
)
_LONGEST = timedelta(days=7)


def span_start(plain: str, read: Read) -> tuple[date | None, date | None]:
    """Return the first day of a span of at most a week if read day first and if read month first; None if it is none.

    `read` gives the day of a text in both orders; the year or month that the first day lacks is the last one's.
    """
    number = _NUMBER_FIRST.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain)
    if number:
        last = read(number.groupdict().get("month", "") + number["rest"], None)[0]
        first = _same_month(last, int(number["day"]))
        return first, first
    parted = next((match for pattern in _PARTED if (match := pattern.fullmatch(plain))), None)
    if not parted:
        return None, None
    lasts = read(parted["last"].strip(), None)
    starts = tuple(
        read(parted["first"].strip(), last.year)[order] if last else None for order, last in enumerate(lasts)
    )
    dmy, mdy = (_within(one, two) for one, two in zip(starts, lasts, strict=True))
    return dmy or mdy, mdy or dmy


def said_twice(plain: str, read: Read) -> tuple[date | None, date | None]:
    """Return the day that stands beside its calendar week in brackets, in each order; None if they do not agree.

    `KW 47 (16.11.2026)`, `16.11.2026 (KW 47)` and `KW 47 16.11.2026` are that day.
    """
    match = _TWICE.fullmatch(plain) or _WEEK_FIRST.fullmatch(plain)
    if not match:
        return None, None
    texts = (match["one"].strip(), match["two"].strip())
    known = next((one.year for text in texts if (one := read(text, None)[0])), None)
    pairs = zip(*(read(text, known) for text in texts), strict=True)
    dmy, mdy = (max(one, two) if one and two and _same_week(one, two) else None for one, two in pairs)
    return dmy, mdy


def _same_week(one: date, two: date) -> bool:
    """Say whether two days are in the same week, Monday to Sunday."""
    return one.isocalendar()[:2] == two.isocalendar()[:2]


def _same_month(last: date | None, number: int) -> date | None:
    """Return the day with this number in the month of the last day, None if it is no week before it."""
    return _within(last.replace(day=number), last) if last and number <= last.day else None


def _within(first: date | None, last: date | None) -> date | None:
    """Return the first of two days if the last is at most a week later."""
    return first if first and last and timedelta(0) <= last - first <= _LONGEST else None
