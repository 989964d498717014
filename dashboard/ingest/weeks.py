"""Which week does the heading of a column mean? "KW 45", "Week of Nov 2", "02.11.", "2026-11-02", "W45 2026".

Where the year is missing, the headings follow one another through the years, and the last is the nearest past.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from dashboard.ingest.dates import Meanings, Order, meanings
from dashboard.ingest.datewords import folded, month_names

_TRIED = (2024, 2026)
"""A leap year, and one with 53 weeks: what is no day in either is none."""
_NO_WEEK = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,2})?|[0-9]{5}(?:[.,][0-9]+)?|[qhs][1-4]", re.IGNORECASE)
"""Numbers, serials, quarters and half-years are not taken for weeks."""
_ENDING = re.compile(r"^(?:w/e|we|week ending|weekending|woche bis|semaine finissant le|bis)[: ]+", re.IGNORECASE)
_SOON = timedelta(days=6)
"""The week of the file's own day may be written by its last day."""
_WEEK = timedelta(days=7)
_YEAR = re.compile(r"20[0-9]{2}")
_NUMBERED_MONTH = re.compile(
    r"(?:(?P<month>[^\W\d_]+)\.?[ '/-]*(?P<number>[0-9]{2})|(?P<first>[0-9]{2})[ '/.-]*(?P<last>[^\W\d_]+)\.?)"
)
_IN_FIGURES = re.compile(
    r"(?P<week>[0-9]{1,2}) ?[/-] ?(?P<year>20[0-9]{2})"
    r"|(?P<first>20[0-9]{2})[/-]?(?P<last>[0-9]{2})|(?P<bare>[0-9]{1,2})"
)
_WEEKS = re.compile(
    r"(?:kw|cw|wk|weeks?|calendar weeks?|kalenderwochen?|wochen?|semaines?|semanas?)\.?:?[ /]*(?P<year>20[0-9]{2})?",
    re.IGNORECASE,
)
_MOST_WEEKS, _MONTHS = 53, 12


@dataclass(frozen=True)
class Weeks:
    """The day of each heading (None: none fits), whether years were found out, whether day and month are unclear."""

    days: tuple[date | None, ...]
    found_out: bool = False
    ambiguous: bool = False


@lru_cache(maxsize=8192)
def is_week(text: str) -> bool:
    """Say whether a heading means a week or a day, be it without its year.

    >>> is_week("KW 45"), is_week("Week of Nov 2"), is_week("02.11."), is_week("18.4"), is_week("Brand")
    (True, True, True, False, False)
    """
    if not any(map(str.isdigit, text)) or _NO_WEEK.fullmatch(text.strip()):
        return False
    return any(_meant(text, year) != (None, None) for year in (None, *_TRIED))


def has_year(text: str) -> bool:
    """Say whether a heading names its year.

    >>> has_year("KW 45/2026"), has_year("KW 45")
    (True, False)
    """
    return _meant(text, None) != (None, None)


def is_year(text: str) -> bool:
    """Say whether a heading is a year alone, above the weeks that belong to it."""
    return bool(_YEAR.fullmatch(text.strip()))


def with_year(week: str, year: str) -> str:
    """Return the heading of a week with the year above it.

    >>> with_year("KW 45", "2026"), with_year("02.11.", "2026"), with_year("Nov 2", "2026")
    ('KW 45 2026', '02.11.2026', 'Nov 2 2026')
    """
    sign = "" if week.rstrip()[-1:] in "./" else "/" if re.fullmatch(r"\d{1,2}/\d{1,2}", week.strip()) else " "
    return f"{week.strip()}{sign}{year.strip()}"


def numbered(texts: Sequence[str], above: Sequence[str]) -> list[str]:
    """Return headings in which weeks in figures alone are written as such: 46/2026, 2026-46, or 46 below "KW 2026".

    They are no months only if one of them is more than twelve.

    >>> numbered(["Rep", "46/2026", "47/2026"], ["", "", ""]), numbered(["09/2026", "10/2026"], ["", ""])
    (['Rep', 'KW 46/2026', 'KW 47/2026'], ['09/2026', '10/2026'])
    """
    found = {place: match for place, text in enumerate(texts) if (match := _IN_FIGURES.fullmatch(text.strip()))}
    below = {place: _WEEKS.fullmatch(above[place].strip()) for place, match in found.items() if match["bare"]}
    written = {
        place: (int(match["bare"] or match["week"] or match["last"]), match["year"] or match["first"] or "")
        for place, match in found.items()
        if not match["bare"] or below[place]
    }
    weeks = [week for week, _ in written.values()]
    if not weeks or max(weeks) > _MOST_WEEKS or (not any(below.values()) and max(weeks) <= _MONTHS):
        return list(texts)
    years = {place: match["year"] or "" for place, match in below.items() if match}
    return [
        f"KW {written[place][0]}/{written[place][1] or years.get(place, '')}".rstrip("/") if place in written else text
        for place, text in enumerate(texts)
    ]


def are_months(texts: Sequence[str]) -> bool:
    """Say whether headings are months with the last figures of their year, which look like days: Oct 25, Nov 25.

    >>> are_months(["Nov 25", "Dec 25", "Jan 26"]), are_months(["Nov 2", "Nov 9", "Nov 16"])
    (True, False)
    """
    found = [_NUMBERED_MONTH.fullmatch(folded(text).strip()) for text in texts]
    parts = [(one["month"] or one["last"], int(one["number"] or one["first"])) for one in found if one]
    if len(parts) < 2 or len(parts) < len(texts) or any(month not in month_names() for month, _ in parts):
        return False
    pairs = [(number, month_names()[month]) for month, number in parts]
    steps = {(two[0] - one[0]) * 12 + two[1] - one[1] for one, two in pairwise(pairs)}
    return steps in ({1}, {-1})


def read_weeks(texts: Sequence[str], anchor: date | None, order: Order | None) -> Weeks:
    """Return the days of the headings of one measure, in their order in the file.

    `anchor` is the day by which all of them are past, needed where a year is missing; `order` decides 02/11/2026.
    """
    if not all(map(has_year, texts)) and anchor is None:
        return Weeks((None,) * len(texts))
    found = {one: _placed(texts, anchor, one) for one in ("dmy", "mdy")}
    yearless = not all(map(has_year, texts))
    if order or found["dmy"] == found["mdy"]:
        return Weeks(tuple(found[order or "dmy"]), yearless)
    likely = [one for one in ("dmy", "mdy") if None not in found[one]] or ["dmy", "mdy"]
    likely = [one for one in likely if _regular(found[one])] or likely
    return Weeks(tuple(found[likely[0]]), yearless, ambiguous=len(likely) > 1)


@lru_cache(maxsize=1 << 14)
def _meant(text: str, year: int | None) -> Meanings:
    """Return which day a heading means in each order."""
    return meanings(_ENDING.sub("", text.strip()), year)


def _regular(days: Sequence[date | None]) -> bool:
    """Say whether days are whole weeks apart."""
    known = sorted({day for day in days if day})
    return len(known) > 1 and all((day - known[0]) % _WEEK == timedelta(0) for day in known)


def _placed(texts: Sequence[str], anchor: date | None, order: Order) -> list[date | None]:
    """Return the days in one order of day and month; each without a year is as near to the one before it as it can."""
    days: list[date | None] = []
    before: date | None = next((day for text in texts if (day := _day(text, None, order))), None)
    fixed = before is not None
    for text in texts:
        day = _day(text, None, order) or _nearest(text, before, anchor, order)
        days.append(day)
        before = day or before
    return days if fixed or anchor is None else _back(texts, days, anchor, order)


def _nearest(text: str, before: date | None, anchor: date | None, order: Order) -> date | None:
    """Return the day nearest to the one before it, else the latest that is past by the anchor."""
    near = before or anchor
    if near is None:
        return None
    days = [day for year in range(near.year - 1, near.year + 2) if (day := _day(text, year, order))]
    if before:
        return min(days, key=lambda day: abs(day - before), default=None)
    return max((day for day in days if day <= near + _SOON), default=None)


def _back(texts: Sequence[str], days: list[date | None], anchor: date, order: Order) -> list[date | None]:
    """Return days with their years moved back together until none is after the anchor."""
    for years in range(3):
        moved = days if not years else [_year_back(*one, years, order) for one in zip(texts, days, strict=True)]
        if all(day <= anchor + _SOON for day in moved if day):
            return moved
    return days


def _year_back(text: str, day: date | None, years: int, order: Order) -> date | None:
    """Return the day of a heading some years earlier."""
    if day is None:
        return None
    named = (day + timedelta(days=3)).year if _day(text, day.year, order) != day else day.year
    return _day(text, named - years, order)


def _day(text: str, year: int | None, order: Order) -> date | None:
    """Return the day of a heading in one order."""
    one = _meant(text, year)
    return one.dmy if order == "dmy" else one.mdy
