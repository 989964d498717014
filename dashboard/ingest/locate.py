"""Where is the table: on which sheet, under which header row, and which column is what?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.ingest.goal_months import find_months
from dashboard.ingest.grid import Rows
from dashboard.ingest.headers import field_of, is_deal_word, strength
from dashboard.ingest.headings import one_line
from dashboard.ingest.refusals import named, refuse
from dashboard.ingest.shapes import SHAPES, Shape, goals, pillar_weeks, wide_weeks
from dashboard.ingest.two_lines import (
    are_units,
    groups_over,
    heading,
    joined,
    may_be_header,
    telling,
    under_groups,
)
from dashboard.ingest.wide import WeekColumn, find_wide
from dashboard.model.activity_columns import as_period
from dashboard.model.columns import BY_FIELD, FIELD_LABELS, Kind

HEAD = 30
"""The header is looked for in this many first rows (ours; titles and notes above seldom take ten)."""
IGNORE = "ignore"
_DEAL_WORDS = 3
SCORES = frozenset(field for field, spec in BY_FIELD.items() if spec.kind in (Kind.SCORE, Kind.TOTAL, Kind.COMPONENT))


@dataclass(frozen=True)
class Header:
    """A header: its rows (spreadsheet numbers), the headings by column, which column is which field, which clash.

    `clashes` are pairs of columns (read, not read) that claim the same field; `groups` are the different headings
    above those that are scores, `weeks` the columns that hold one week each.
    """

    top: int
    row: int
    written: tuple[str, ...]
    fields: Mapping[int, str]
    clashes: tuple[tuple[int, int], ...] = ()
    shape: Shape | None = None
    groups: tuple[str, ...] = ()
    weeks: Mapping[int, WeekColumn] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How many fields were recognised; 0 where the columns fit no shape."""
        return len(self.fields) + len(self.weeks) if self.shape else 0


def check_ours(file: str, header: Header) -> None:
    """Refuse a file whose columns are of something else: a list of deals, or no table about reps at all."""
    headings = [text for text in header.written if text]
    if header.shape and header.shape.of_deals:
        return
    if sum(map(is_deal_word, headings)) >= _DEAL_WORDS and not SCORES & set(header.fields.values()):
        raise refuse(file, "deal_list", "this is a list of deals without their stage or amount")
    if header.shape is None:
        raise refuse(file, "unrecognised_columns", f"its columns are {named(headings)}")
    if len(header.groups) > 1:
        raise refuse(
            file, "unrecognised_columns", f"its scores stand there several times, under {named(header.groups)}"
        )


def find_header(rows: Rows, answers: Mapping[str, str], around: str = "") -> Header:
    """Return the header whose columns fit a shape best; without any, the row that looks most like a header."""
    corrections = _corrections(answers)
    best = _best_header(rows, corrections, misspelt=False)
    wide = find_wide(rows, corrections)
    months = find_months(rows, around) if goals.may_be_months(best.fields) else None
    if months and months.weight >= max(best.weight, wide.weight if wide else 0):
        return Header(months.row + 1, months.row + 1, *months[1:3], (), goals.BY_MONTH, (), months.columns)
    if wide and wide.weight > best.weight - len(best.clashes):
        shape = pillar_weeks.SHAPE if "component" in wide.fields.values() else wide_weeks.SHAPE
        return Header(wide.top + 1, wide.row + 1, wide.written, wide.fields, (), shape, (), wide.weeks)
    best = best if best.weight else _best_header(rows, corrections, misspelt=True)
    if not best.weight:
        return _likeliest(rows)
    misspelt = _header(best.top - 1, best.row - 1, best.written, corrections, True)
    best = max(best, misspelt, key=lambda one: one.weight)
    return replace(best, groups=_groups(best, rows))


def _best_header(rows: Rows, corrections: Mapping[str, str], misspelt: bool) -> Header:
    """Return the row, or the two rows joined, in which most fields are recognised."""
    best = Header(0, 0, (), {})
    for place, row in enumerate(rows):
        single = [heading(cell) for cell in row]
        if not any(single):
            continue
        candidates = [_header(place, place, single, corrections, misspelt)]
        both = _with_next(single, rows[place + 1 : place + 2])
        candidates += [_header(place, place + 1, texts, corrections, misspelt) for texts in both]
        units = place + 1 < len(rows) and are_units(rows[place + 1])
        best = max(best, *candidates, key=lambda one: (one.weight - len(one.clashes), (one.top == one.row) != units))
    return best


def _with_next(single: list[str], following: Rows) -> list[list[str]]:
    """Return the headers that a row can be together with the next one: a few readings of both lines."""
    if not following or not (may_be_header(following[0]) or are_units(following[0])):
        return []
    grouped = under_groups(single, following[0])
    return [joined(single, following[0]), *([grouped] if grouped else [])]


def _groups(header: Header, rows: Rows) -> tuple[str, ...]:
    """Return the headings of groups under which scores stand several times."""
    clashing = [place for pair in header.clashes for place in pair if header.fields.get(pair[0]) in SCORES]
    if not clashing or header.row < 2:
        return ()
    return tuple(groups_over(rows[header.row - 2], header.written, sorted(clashing)))


def _header(top: int, bottom: int, texts: Sequence[str], corrections: Mapping[str, str], misspelt: bool) -> Header:
    """Return the header that these rows would be, in the shape that reads most of it."""
    best = Header(top + 1, bottom + 1, tuple(texts), {})
    columns = telling(texts, corrections)
    for shape in SHAPES if columns else ():
        fields, clashes = _mapped(texts, columns, shape, misspelt)
        if shape.fits(frozenset(fields.values())) and len(fields) > best.weight:
            best = Header(top + 1, bottom + 1, tuple(texts), fields, clashes, shape)
    return best


def _mapped(
    texts: Sequence[str], columns: Mapping[int, str | None], shape: Shape, misspelt: bool
) -> tuple[dict[int, str], tuple[tuple[int, int], ...]]:
    """Return the field of each column, and the columns that lost their field to a better named one."""
    claims: dict[str, list[tuple[int, int, int]]] = {}
    weight = shape.strength or strength
    for place, corrected in columns.items():
        text = texts[place]
        field = corrected or _field(text, shape, misspelt)
        if field and field != IGNORE:
            claims.setdefault(field, []).append((0 if corrected else 1, weight(text, field), place))
    fields, clashes = {}, []
    _with_reading_day(claims, texts)
    for field, claimed in claims.items():
        (said, _, kept), *others = sorted(claimed)
        fields[kept] = field
        told = [place for _, _, place in others if not said or _worth_telling(field, texts[kept], texts[place])]
        clashes += [(kept, place) for place in told]
    other = as_period(frozenset(fields.values()))
    renamed = {place: other.get(field, field) for place, field in sorted(fields.items())}
    return {place: field for place, field in renamed.items() if field}, tuple(clashes)


def _with_reading_day(claims: dict[str, list[tuple[int, int, int]]], texts: Sequence[str]) -> None:
    """Let the day a score was read on stand beside the week it is reported for; alone it is the date of the rows."""
    if "date" not in claims and "read_on" in claims:
        claims["date"] = claims.pop("read_on")
    dates, known = sorted(claims.get("date", ())), len(BY_FIELD["read_on"].words)
    later = [one for one in dates[1:] if one[0] and strength(texts[one[2]], "read_on") < known]
    if later and "read_on" not in claims:
        claims["read_on"] = later
        claims["date"] = [one for one in dates if one not in later]


def _field(text: str, shape: Shape, misspelt: bool) -> str | None:
    """Return what a heading means in a shape."""
    if shape.field_of:
        return shape.field_of(text)
    return field_of(text, long=shape.long, misspelt=misspelt)


def _worth_telling(field: str, kept: str, other: str) -> bool:
    """Say whether an unread second column may be missed: numbers and people are, facts and dates are not."""
    telling = BY_FIELD[field].kind not in (Kind.DATE, Kind.TEXT, Kind.CHOICE) or field == "name"
    return telling or one_line(kept).casefold() == one_line(other).casefold()


def _corrections(answers: Mapping[str, str]) -> dict[str, str]:
    """Return which field the manager gave to which heading; fields may be named by their label."""
    labels = {label.casefold(): field for field, label in FIELD_LABELS.items()}
    found = {}
    for key, value in answers.items():
        heading = one_line(key.removeprefix("column:")).casefold()
        field = labels.get(value.strip().casefold(), value.strip().casefold())
        if key.startswith("column:") and (field in BY_FIELD or field == IGNORE):
            found[heading] = field
    return found


def _likeliest(rows: Rows) -> Header:
    """Return the row that looks most like a header where none fits: the first with the most cells, words above all."""
    texts = [[cell for cell in row if isinstance(cell, str) and cell.strip()] for row in rows]
    counts = [sum(1 + any(map(str.isalpha, text)) for text in row) for row in texts]
    most = max(counts, default=0)
    if not most:
        return Header(0, 0, (), {})
    place = counts.index(most)
    return Header(place + 1, place + 1, tuple(heading(cell) for cell in rows[place]), {})
