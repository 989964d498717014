"""Which columns are weeks: one header row of weeks, or two, weeks over the pillars' names or the names over weeks?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import numpy as np

from dashboard.ingest.cells import is_blank
from dashboard.ingest.grid import Cell, Rows, is_empty, text_of
from dashboard.ingest.headers import component_of, field_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.letters import apart, column_letters
from dashboard.ingest.two_lines import LONGEST_HEADING, heading, spread_until_gap
from dashboard.ingest.weeks import are_months, has_year, is_week, is_year, numbered, with_year
from dashboard.model.columns import BY_FIELD, Kind

_MEASURES = (Kind.SCORE, Kind.TOTAL, Kind.TOP_PERCENT, Kind.MONEY, Kind.FRACTION, Kind.COUNT)
_WHO = frozenset({"name", "first_name", "last_name", "email"})
_BESIDE = _WHO | {"team", "role", "licence", "status", "started_on", "currency", "source", "component"}
"""What may stand in the columns beside the weeks; whatever else is there has no day of its own."""
_PLAIN = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,3})?")
_TELLING = re.compile(rf"(?!{_PLAIN.pattern}$)\D*\d", re.DOTALL)
_SEVERAL = 2
_SEEN = 20


@dataclass(frozen=True)
class WeekColumn:
    """A column of a week: its measure ("": the file's only one), the week as written, and the measure's heading."""

    field: str
    week: str
    heading: str = ""


@dataclass(frozen=True)
class WeekCells:
    """A column of a week: what it is, its heading as written, its cells, row by row."""

    column: WeekColumn
    written: str
    cells: np.ndarray


@dataclass(frozen=True)
class Wide:
    """A header with weeks: its rows (counted from 0), the headings, the columns beside the weeks, and the weeks."""

    top: int
    row: int
    written: tuple[str, ...]
    fields: Mapping[int, str]
    weeks: Mapping[int, WeekColumn] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How many columns are understood."""
        return len(self.fields) + len(self.weeks)

    @property
    def rank(self) -> tuple[int, int, int]:
        """By what the best of several headers is chosen: columns understood, what is said of them, then brevity."""
        said = sum(bool(one.field) + has_year(one.week) for one in self.weeks.values())
        return self.weight, said, self.top - self.row


def find_wide(rows: Rows, corrections: Mapping[str, str]) -> Wide | None:
    """Return the best header with weeks among the first rows, None if there is none."""
    found: list[Wide] = []
    lines = [[heading(cell) for cell in row] for row in rows]
    tells = [any(map(_may_be_week, line)) for line in lines]
    for place, line in enumerate(lines):
        if tells[place]:
            found += _wide(rows, place, place, [""] * len(line), line, corrections)
        if any(tells[place : place + 2]) and place + 1 < len(rows):
            found += _wide(rows, place, place + 1, line, lines[place + 1], corrections)
    return max(found, key=lambda one: one.rank, default=None)


def split_week(text: str) -> tuple[str, str] | None:
    """Return measure and week of a heading that holds both, None if it does not.

    >>> split_week("Brand KW 45"), split_week("2026-11-02 Insights"), split_week("Last login 2026-11-02")
    (('Brand', 'KW 45'), ('Insights', '2026-11-02'), None)
    """
    words = one_line(text).replace("_", " ").split()
    if not any(map(str.isdigit, text)) or len(words) > 8:
        return None
    for cut in range(1, len(words)):
        first, last = (" ".join(part).strip(" -–—:|,/()[]'\"") for part in (words[:cut], words[cut:]))
        for measure, week in ((first, last), (last, first)):
            if is_week(week) and measure_of(measure):
                return measure, week
    return None


@lru_cache(maxsize=4096)
def measure_of(text: str) -> str:
    """Return the field whose values stand under a heading, "" if it names none of the numbers of a week.

    >>> measure_of("Brand (/25)"), measure_of("Team"), measure_of("Change")
    ('brand', '', '')
    """
    found = field_of(text) if 0 < len(text) < LONGEST_HEADING else None
    return found if found and BY_FIELD[found].kind in _MEASURES else ""


def _wide(
    rows: Rows, top: int, bottom: int, upper: Sequence[str], lower: Sequence[str], corrections: Mapping[str, str]
) -> list[Wide]:
    """Return the header that one or two rows are, if columns of weeks are in it."""
    width = max(len(upper), len(lower))
    upper, lower = ([*one, *[""] * (width - len(one))] for one in (upper, lower))
    over = spread_until_gap(upper, lower) if top != bottom else upper
    pairs = list(zip(over, numbered(lower, over), strict=True))
    weeks = {place: week for place, (one, two) in enumerate(pairs) if (week := _week_column(one, two))}
    if not weeks or (top != bottom and not any(upper[place] or over[place] for place in weeks)):
        return []
    body = rows[bottom + 1 : bottom + 1 + _SEEN]
    if are_months([week.week for week in weeks.values()]) or (top == bottom and _is_header(body[:1])):
        return []
    if not _hold_numbers(body, weeks):
        return []
    own = [place for place in range(width) if place not in weeks]
    written = [_written(upper[place] if place in own else over[place], lower[place]) for place in range(width)]
    fields = _beside(own, upper, lower, body)
    if fields is None or (top != bottom and _is_data(fields, upper, lower)):
        return []
    fields |= {} if set(fields.values()) & (_WHO | {"component"}) else _unnamed(body, min(weeks))
    for place in fields:
        written[place] = written[place] or f"column {column_letters(place)}"
    weeks, fields = _corrected(weeks, fields, written, corrections)
    if not set(fields.values()) & (_WHO | {"component"}) or not weeks:
        return []
    return [Wide(top, bottom, tuple(written), fields, weeks)]


def _may_be_week(text: str) -> bool:
    """Say whether a text may name a week: most cells of a large table are plain numbers, which do not."""
    return bool(_TELLING.match(text))


@lru_cache(maxsize=1 << 14)
def _week_column(upper: str, lower: str) -> WeekColumn | None:
    """Return what the two lines above a column say of it, None if it is no week's."""
    if not _may_be_week(lower) and not _may_be_week(upper):
        return None
    if is_week(lower):
        if is_year(upper):
            return WeekColumn("", with_year(lower, upper))
        return WeekColumn(measure_of(upper), lower, upper if measure_of(upper) else "")
    if is_week(upper):
        return WeekColumn(measure_of(lower), upper, lower) if measure_of(lower) else None
    both = split_week(lower)
    return WeekColumn(measure_of(both[0]), both[1], both[0]) if both else None


def _written(upper: str, lower: str) -> str:
    """Return both lines of a heading as one."""
    return f"{upper}\n{lower}" if upper and lower and upper != lower else upper or lower


def _beside(own: Sequence[int], upper: Sequence[str], lower: Sequence[str], body: Rows) -> dict[int, str] | None:
    """Return the fields of the columns beside the weeks, None if one holds days: then each row has its own."""
    fields: dict[int, str] = {}
    for place in own:
        named = (field_of(text, long=True, misspelt=False) for text in (lower[place], upper[place]) if text)
        found = next((one for one in named if one), None)
        if found == "date" and any(is_week(heading(row[place])) for row in body if place < len(row)):
            return None
        if found in _BESIDE and found not in fields.values():
            fields[place] = found
    return fields


def _is_header(following: Rows) -> bool:
    """Say whether the row below is a header itself: at least two of its cells are headings of ours."""
    texts = [cell for row in following for cell in row if isinstance(cell, str)]
    return sum(bool(field_of(text, long=True, misspelt=False)) for text in texts if len(text) < LONGEST_HEADING) > 1


def _hold_numbers(body: Rows, weeks: Mapping[int, WeekColumn]) -> bool:
    """Say whether mostly numbers stand below what looks like weeks; a row of data has days or notes below its days."""
    cells = [row[place] for row in body for place in weeks if place < len(row) and not is_empty(row[place])]
    numbers = sum(map(_is_number, cells))
    filled = len(cells) if numbers == len(cells) else sum(isinstance(one, date) or not is_blank(one) for one in cells)
    return not body or (filled > 0 and numbers * 2 >= filled)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, (str, float)) and _PLAIN.fullmatch(str(cell)):
        return True
    return not isinstance(cell, date) and any(map(str.isdigit, text := text_of(cell))) and not is_week(text)


def _is_data(fields: Mapping[int, str], upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Say whether the second line is a rep's: something stands there under "Rep" that is no heading."""
    whose = [place for place, one in fields.items() if one in _WHO or one == "component"]
    return any(upper[place] and lower[place] and not field_of(lower[place], long=True) for place in whose)


def _unnamed(body: Rows, first: int) -> dict[int, str]:
    """Return what stands in the first column of words left of the weeks, if no heading says: pillars, else names."""
    for place in range(first):
        cells = [row[place] for row in body if place < len(row) and not is_empty(row[place])]
        if cells and all(isinstance(cell, str) and cell.strip()[:1].isalpha() for cell in cells):
            pillars = sum(bool(component_of(text_of(cell))) for cell in cells)
            return {place: "component" if pillars * _SEVERAL > len(cells) else "name"}
    return {}


def _corrected(
    weeks: Mapping[int, WeekColumn], fields: Mapping[int, str], written: Sequence[str], corrections: Mapping[str, str]
) -> tuple[dict[int, WeekColumn], dict[int, str]]:
    """Return weeks and other columns as the manager corrected them."""
    if not corrections:
        return dict(weeks), dict(fields)
    said = {place: corrections.get(one_line(name).casefold()) for place, name in apart(written).items()}
    kept = {
        place: WeekColumn(said.get(place) or week.field, week.week, week.heading)
        for place, week in weeks.items()
        if not said.get(place) or BY_FIELD.get(said[place] or "", BY_FIELD["name"]).kind in _MEASURES
    }
    given = {place: one for place, one in said.items() if one in _BESIDE and place not in kept}
    others = {place: one for place, one in fields.items() if place not in said or not said[place]}
    return kept, {**{place: one for place, one in others.items() if one not in given.values()}, **given}
