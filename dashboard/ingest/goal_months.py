"""Which columns of a file of quotas are months or quarters (Rep, Oct, Nov, Dec), and what stands in them?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.ingest.datewords import folded, month_names
from dashboard.ingest.deal_headings import GOALS
from dashboard.ingest.goal_periods import span_of
from dashboard.ingest.grid import Rows, is_empty, text_of
from dashboard.ingest.headers import field_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.table import Table
from dashboard.ingest.two_lines import LONGEST_HEADING, heading, spread_until_gap
from dashboard.ingest.week_cells import Melted
from dashboard.ingest.weeks import are_months
from dashboard.ingest.wide import WeekColumn

_BESIDE = frozenset({"name", "first_name", "last_name", "email", "team", "role", "currency"})
_WHO = _BESIDE - {"team", "role", "currency"}
_QUOTA = re.compile(
    r"\b(?:[^\W_]*quotas?|[^\W_]*quoten?|targets?|goals?|[^\W_]*ziele?|[^\W_]*vorgaben?|objectifs?|cuotas?|objetivos?|"
    r"metas?|cotas?)\b"
)
_OTHER = re.compile(
    r"\b(?:ssi|scores?|points?|punkte|attainment|achieved|actuals?|won|wins|revenue|pipeline|meetings|[^\W_]*erreichung|"
    r"gewonnen|atteinte|cumplimiento|atingimento)\b|%"
)
_SMALL = re.compile(r"(?P<month>[^\W\d_]+)\.?[ '/-]*(?P<year>[0-9]{2})")
_FIGURES = re.compile(r"20[0-9]{2}[-/](?:0?[1-9]|1[0-2])(?:-01)?|(?:0?[1-9]|1[0-2])[/.]20[0-9]{2}")
_QUARTER = re.compile(r"(?:q|t|quarter|quartal|trimestre) ?[1-4]|[1-4]\.? ?(?:q|quartal|quarter|trimestre)")
_LIKELY = re.compile(r"[^\W\d_]|20[0-9]{2}")
"""What any month or quarter has: a letter or a year, unlike most cells of a large table."""
_SEVERAL = 2
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


class Months(NamedTuple):
    """A header with months: its row (counted from 0), the headings, the columns beside the months, and the months."""

    row: int
    written: tuple[str, ...]
    fields: Mapping[int, str]
    columns: Mapping[int, WeekColumn]

    @property
    def weight(self) -> int:
        """How many columns are understood."""
        return len(self.fields) + len(self.columns)


def find_months(rows: Rows, around: str) -> Months | None:
    """Return the first header with a column for each of several months or quarters, if its numbers are quotas.

    That is said by its headings, by what stands above, or by `around`: the names of the sheet and the file.
    """
    lines = [[heading(cell) for cell in row] for row in rows]
    for place, lower in enumerate(lines):
        if sum(bool(_bare(text)) for text in lower) < _SEVERAL:
            continue
        upper = lines[place - 1] if place else []
        width = max(len(upper), len(lower))
        upper, lower = ([*one, *[""] * (width - len(one))] for one in (upper, lower))
        above = [text_of(cell) for line in rows[:place] for cell in line if not is_empty(cell)]
        found = _months(place, spread_until_gap(upper, lower), lower, [*reversed(above), around])
        if found:
            return found
    return None


def _months(place: int, over: Sequence[str], lower: Sequence[str], said: Sequence[str]) -> Months | None:
    """Return the header that a row is, None if it is none."""
    bare = {column: found for column, text in enumerate(lower) if (found := _bare(text))}
    own = {column: text for column, text in bare.items() if not _speaks_of_others(over[column], lower[column])}
    own = _with_whole_years(own)
    columns = {column: text for column, text in own.items() if span_of(text, "", date(2026, 1, 1))}
    year = next((found[0] for text in said if (found := _YEAR.search(text))), "")
    own = {
        column: text if _YEAR.search(text) else f"{text} {_year(over[column]) or year}"
        for column, text in columns.items()
    }
    fields = _beside(lower, columns)
    named = any(map(_names_quotas, [*(f"{over[column]} {lower[column]}" for column in columns), *said]))
    others = any(_OTHER.search(folded(text)) for column, text in enumerate(lower) if column not in bare)
    if (
        others
        or len(own) < _SEVERAL
        or not named
        or not _WHO & set(fields.values())
        or not _in_order(list(own.values()))
    ):
        return None
    weeks = {column: WeekColumn("quota", text.strip(), "Quota") for column, text in own.items()}
    return Months(place, tuple(lower), fields, weeks)


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> str:
    """Return the month or quarter that is all a heading says beside its word for quota, "" if it says anything else.

    >>> _bare("Quota Oct 2026"), _bare("Q4"), _bare("Oct won"), _bare("Nov 2")
    ('oct 2026', 'q4', '', '')
    """
    if not _LIKELY.search(text):
        return ""
    plain = _QUOTA.sub(" ", folded(one_line(text))).strip(" -–:|()/.")
    named = _YEAR.sub("", plain).strip(" -/.")
    month = _SMALL.fullmatch(named)
    known = (month["month"] if month else named) in month_names()
    return plain if known or _QUARTER.fullmatch(named) or _FIGURES.fullmatch(plain) else ""


def _with_whole_years(found: Mapping[int, str]) -> dict[int, str]:
    """Return months like Oct 26 with their whole years; without them where they may be days of a month."""
    small = {
        column: one for column, text in found.items() if (one := _SMALL.fullmatch(text)) and one["month"] not in "qt"
    }
    if not small:
        return dict(found)
    if not are_months([one[0] for one in small.values()]):
        return {column: text for column, text in found.items() if column not in small}
    return {**found, **{column: f"{one['month']} 20{one['year']}" for column, one in small.items()}}


def _speaks_of_others(over: str, text: str) -> bool:
    """Say whether a column is headed by other numbers than quotas."""
    both = folded(f"{over} {text}")
    return bool(_OTHER.search(both)) and not _QUOTA.search(folded(over))


def _names_quotas(text: str) -> bool:
    """Say whether a text speaks of quotas and of nothing beside them."""
    plain = folded(text.replace("_", " "))
    return bool(_QUOTA.search(plain)) and not _OTHER.search(plain)


def _year(text: str) -> str:
    """Return the year that a text names, "" if none."""
    found = _YEAR.search(text)
    return found[0] if found else ""


def _in_order(texts: Sequence[str]) -> bool:
    """Say whether no month stands there twice, nor a January without its year after a December."""
    spans = [span_of(text, "", date(2026, 1, 1)) for text in texts]
    if len(set(spans)) < len(spans):
        return False
    yearless = [one for one, text in zip(spans, texts, strict=True) if not _YEAR.search(text)]
    months = [
        one.first.month for one in yearless if one and one.first and one.last and one.first.month == one.last.month
    ]
    return months == sorted(months)


def _beside(lower: Sequence[str], columns: Mapping[int, str]) -> dict[int, str]:
    """Return the fields of the columns that are no months."""
    fields: dict[int, str] = {}
    for column, text in enumerate(lower):
        if column not in columns and 0 < len(text) < LONGEST_HEADING:
            field = GOALS.field_of(text) or field_of(text, misspelt=False)
            if field in _BESIDE and field not in fields.values():
                fields[column] = field
    return fields


def below_each_other(table: Table, day: date) -> tuple[Melted, pd.DataFrame]:
    """Return the columns of months below each other, and the first and last day of each cell's period."""
    spans = [span_of(week.column.week, "", day) for week in table.weeks]
    count, base = len(table.rows), int(max(table.rows, default=0)) + 1
    places = pd.Index(np.concatenate([part * base + table.rows.to_numpy() for part in range(len(spans))]))
    cells = {"quota": pd.Series(np.concatenate([week.cells.astype(object) for week in table.weeks]), index=places)}
    if "currency" in table.cells:
        cells["currency"] = pd.Series(np.tile(table.cells["currency"].to_numpy(), len(spans)), index=places)
    headings = {field: table.headings[field] for field in cells}
    made = replace(table, cells=cells, headings=headings, rows=places, weeks=(), _different={})
    written = {("quota", part): week.written for part, week in enumerate(table.weeks)}
    ends = [(one.first, one.last) if one else (None, None) for one in spans]
    days = np.repeat(np.array(ends, dtype="datetime64[us]").reshape(len(ends), 2), count, axis=0)
    first_days = tuple(one.first if one and one.first else day for one in spans)
    return Melted(made, first_days, base, written), pd.DataFrame(days, index=places, columns=["goal_from", "goal_to"])
