"""Which month is "noviembre", and which day is meant by "KW 47/2026" or "week of 16 Nov 2026"?"""

import re
import unicodedata
from datetime import date
from functools import cache

LANGUAGES: tuple[str, ...] = ("en", "de", "fr", "es", "pt")
FIRST_YEAR = 2003
LAST_YEAR = 2100
"""LinkedIn opened in May 2003; a year outside is a typing error."""

_EXTRA_MONTHS: dict[str, int] = {
    "sept": 9,
    "mrz": 3,
    "marz": 3,
    "janner": 1,
    "feber": 2,
    "juill": 7,
    "sep": 9,
    "set": 9,
}
_FILLER_WORDS = """
    de del do da of the le la el den der dem am on st nd rd th er o a ª º week woche semana semaine vom du und
    beginning commencing starting ending wc uhr h
"""
_FILLERS: frozenset[str] = frozenset(_FILLER_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_INTRODUCED = re.compile(
    r"^(?:week (?:of|beginning|commencing|starting)|w/c|wc|woche vom|semaine du|semana del?|semana de)[: ]+", re.I
)
_IN_FIGURES = re.compile(r"[0-9]{1,4}[./-] ?[0-9]{1,2}(?:[./-] ?[0-9]{0,4})?\.?")
_MONTH_AND_YEAR = re.compile(
    r"[^\W\d_]+\.?[-'][0-9]{2}|[^\W\d_]+\.? [0-9]{1,2}-[0-9]{1,2}"
    r"|(?:week|woche|semaine|semana) [0-9]{1,2} [^\W\d_]+\.? [0-9]{2}",
    re.IGNORECASE,
)
"""Nov-26 is how spreadsheets show a month of a year, Nov 16-22 is a span, Week 12 Mar 16 is a week twice: no day."""
_WEEK = re.compile(
    r"(?:(?P<y1>20[0-9]{2})[ /-]?)?\b(?:kw|cw|wk|week|w|s|sem|semana|semaine|kalenderwoche|woche)\.? ?-?"
    r"(?:#|n[or°]\.? ?)?(?P<week>[0-9]{1,2})"
    r"(?:[ /,.-]{0,3}(?:de |del )?(?P<y2>20[0-9]{2})|(?: ?/ ?| ?['’])(?P<y3>[0-3][0-9]))?(?:-1)?\b"
    r"(?![0-9./-])",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    r"(?P<week>[0-9]{1,2})\. ?(?:kw|cw|kalenderwoche|woche|week|semaine|semana)(?:[ /,.-]{0,3}(?P<y2>20[0-9]{2}))?",
    re.IGNORECASE,
)
_WEEK_LAST = re.compile(r"\b(?P<y1>20[0-9]{2})-?W(?P<week>[0-9]{2})(?:-?(?P<day>[1-7]))?\b", re.IGNORECASE)


def day(year: int, month: int, number: int) -> date | None:
    """Return the day, None if there is no such day or its year is not believable."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week_start(year: int, week: int) -> date | None:
    """Return the Monday of an ISO week, None if the year has no such week.

    >>> week_start(2026, 47), week_start(2026, 54)
    (datetime.date(2026, 11, 16), None)
    """
    try:
        found = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return found if FIRST_YEAR <= year <= LAST_YEAR else None


def calendar_week(plain: str, year: int | None = None) -> date | None:
    """Return the Monday of a calendar week written alone ("KW 47/2026", "2026-W47", "S47" with a year given)."""
    match = _WEEK_LAST.fullmatch(plain) or _WEEK.fullmatch(plain) or _NUMBER_FIRST.fullmatch(plain)
    return _monday_of(match, year) if match else None


def week_within(plain: str, year: int | None = None) -> date | None:
    """Return the Monday of the first calendar week that a text mentions; "S1" alone may be a half-year there."""
    found = (*_WEEK_LAST.finditer(plain), *_WEEK.finditer(plain))
    weeks = (_monday_of(match, year) for match in found if match.group()[0] not in "sS" or match.group()[1:2].isalpha())
    return next((week for week in weeks if week), None)


def _monday_of(match: re.Match[str], year: int | None) -> date | None:
    """Return the Monday of a matched week, with the year given where the text has none."""
    groups = match.groupdict()
    short = groups.get("y3")
    written = groups.get("y1") or groups.get("y2") or (f"20{short}" if short else None)
    found = int(written) if written else year
    return week_start(found, int(groups["week"])) if found else None


def named_day(plain: str, year: int | None = None) -> date | None:
    """Return the day of a text with a month's name: "Nov 16, 2026", "16 de noviembre de 2026", "16-Nov-26".

    >>> named_day("Mo., 16. November 2026"), named_day("Nov 16", 2026)
    (datetime.date(2026, 11, 16), datetime.date(2026, 11, 16))
    """
    if _MONTH_AND_YEAR.fullmatch(plain) or " - " in plain:
        return None
    pieces = _PIECE.findall(folded(plain))
    if not all(piece.isdigit() or piece in known_words() for piece in pieces):
        return None
    places = [place for place, piece in enumerate(pieces) if piece in month_names()]
    if len(places) > 1:
        places = [place for place in places if pieces[place] not in weekday_names()] or places[-1:]
    if len(places) != 1:
        return None
    before, after = ([one for one in part if one.isdigit()] for part in (pieces[: places[0]], pieces[places[0] :]))
    return _from_numbers(before, month_names()[pieces[places[0]]], after, year)


def _from_numbers(before: list[str], month: int, after: list[str], year: int | None) -> date | None:
    """Return the day from the numbers around a month's name; a year of two digits stands last, after the month."""
    numbers = [*before, *after]
    if len(numbers) == 1 and year and len(numbers[0]) <= 2:
        return day(year, month, int(numbers[0]))
    if len(numbers) != 2:
        return None
    first, second = numbers
    if len(first) == 4:
        first, second = second, first
    if len(first) > 2 or not (len(second) == 4 or (len(second) == 2 and after)):
        return None
    return day(int(second) + (2000 if len(second) == 2 else 0), month, int(first))


def bare(plain: str) -> str:
    """Return a written day without "week of" in front, and one in figures without its weekday.

    >>> bare("Mo. 16.11.2026"), bare("Week of Nov 16"), bare("Mar 16, 2026")
    ('16.11.2026', 'Nov 16', 'Mar 16, 2026')
    """
    plain = _INTRODUCED.sub("", plain).strip()
    first, _, rest = plain.partition(" ")
    named = first[:1].isalpha() and _IN_FIGURES.fullmatch(rest) and folded(first).strip(".,") in weekday_names()
    return rest if named else plain


def folded(plain: str) -> str:
    """Return a text without case and accents, as month names are compared."""
    marks = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(sign for sign in marks if not unicodedata.combining(sign))


@cache
def month_names() -> dict[str, int]:
    """Return every long and short month name of the five languages, folded, with its number."""
    from babel.dates import get_month_names

    names = dict(_EXTRA_MONTHS)
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names[folded(name).strip(".")] = number
    return names


@cache
def known_words() -> frozenset[str]:
    """Return every word that may stand in a written day."""
    return _FILLERS | weekday_names() | month_names().keys()


@cache
def weekday_names() -> frozenset[str]:
    """Return every long and short weekday name of the five languages, folded."""
    from babel.dates import get_day_names

    names = {
        word
        for language in LANGUAGES
        for width in ("wide", "abbreviated", "short")
        for name in get_day_names(width, locale=language).values()
        for word in _WORD.findall(folded(name))
    }
    return frozenset(names)
