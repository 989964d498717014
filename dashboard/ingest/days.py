"""Of which day is each row? By its date column, else by what the title, the sheet or the file's name says."""

import re
from datetime import date, timedelta

import numpy as np
import pandas as pd

from dashboard.ingest import dates
from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.dates import Order, date_in_text
from dashboard.ingest.file_days import AHEAD, answered_order, day_of_file, in_cell, on_day
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.sections import days_by_section
from dashboard.ingest.table import Table
from dashboard.ingest.turned_days import turned_back
from dashboard.model.tables import SCORES

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_WEEK = re.compile(r"[1-9]|[1-4]\d|5[0-3]")
_WEEK_OF_YEAR = re.compile(r"(?P<week>\d{1,2})[/-](?P<year>20\d\d)|(?P<first>20\d\d)[/-]?(?P<last>\d\d)")
_MONTHS = 12
_FAR = timedelta(days=366)
"""No reading is so far ahead of the file's own day: its year is mistyped (ours)."""
_NEXT_WEEK = timedelta(days=7)
"""A week may be named by its end, or by the Monday to come, but no score is read later than that (ours)."""
_SCORED = frozenset((*SCORES, "reported_total", "points"))
_FAR_APART = timedelta(days=5 * 366)
"""Nor are two days of one file so far apart (ours)."""
_FEW = 5
"""One date in five written otherwise than the rest of an ISO column is a slip, more are the file's habit (ours)."""
_NOWHERE = np.datetime64("NaT", "us")


def read_days(table: Table, findings: Findings) -> pd.Series:
    """Return the day of each row (NaT: none, unreadable, or the order of day and month is still asked)."""
    if "date" not in table.cells:
        if table.sections:
            return _days_of_sections(table, findings)
        named = day_of_file(table, findings)
        findings.tell("no_date_column", None, None, f"{named.day:%Y-%m-%d} from {named.where}")
        return on_day(named.day, table, findings)
    written, column = table.cells["date"], table.headings["date"]
    cells = _calendar_weeks(written)
    order, year = answered_order(findings), _year(table)
    read = dates.dates(cells, order=order, year=year, from_1904=table.from_1904)
    days, bad = _not_ahead(read, cells, table.as_of, year)
    findings.flag("unreadable_date", column, bad, written)
    if read.ambiguous:
        ask_order(table, "date", findings)
        return pd.Series(_NOWHERE, index=table.rows)
    days = turned_back(days, table, findings)
    if answered_order(findings):
        tell_turned(table, "date", findings)
    else:
        findings.flag("other_date_style", column, _odd_style(cells) & ~bad, written)
    far = _far_ahead(days, table)
    findings.flag("far_ahead", column, far, written)
    return days.mask(far) if far.any() else days


def _days_of_sections(table: Table, findings: Findings) -> pd.Series:
    """Return the day of each row by the row above it that names one; those above the first are of the file's."""
    days = {row: found for row, cell in table.sections if (found := _lately(cell, table.as_of))}
    first = day_of_file(table, findings) if not days or table.rows.min() < min(days) else None
    told = [f"{first.day:%Y-%m-%d} from {first.where}"] if first else []
    told += [f"{day:%Y-%m-%d} below row {row}" for row, day in sorted(days.items())]
    findings.tell("no_date_column", None, None, ", ".join(told))
    return days_by_section(table, days, first.day if first else None)


def _lately(cell: object, as_of: date | None) -> date | None:
    """Return the day a cell mentions; where it names no year, the nearest past of the file's own day."""
    for year in (None, *((as_of.year, as_of.year - 1) if as_of else ())):
        found = in_cell(cell, year)
        if found and not (year and as_of and found > as_of + AHEAD):
            return found
    return None


def _far_ahead(days: pd.Series, table: Table) -> pd.Series:
    """Mark the days that are surely mistyped: far after the file's own day, or after the middle of its days.

    No score was read after the file's own day: where most rows are of weeks before, the others are mistyped as well.
    """
    if table.as_of is None:
        return days > days.median() + _FAR_APART
    ahead = days > np.datetime64(table.as_of + _NEXT_WEEK, "us")
    if not _SCORED.isdisjoint(table.cells) and ahead.sum() * 2 <= days.notna().sum():
        return ahead
    return days > np.datetime64(table.as_of + _FAR, "us")


def order_of(table: Table, findings: Findings) -> Order | None:
    """Return the order of day and month that was answered, else that of the date column, None if nothing says."""
    answered = answered_order(findings)
    return answered or (dates.dates(table.cells["date"]).order if "date" in table.cells else None)


def tell_undated(rows: pd.DataFrame, table: Table, findings: Findings) -> None:
    """Report the rows that have numbers and a blank date."""
    undated = rows["date"].isna()
    if "date" in table.cells and undated.any():
        cells = table.cells["date"].loc[rows.index]
        numbers = rows.drop(columns="who").select_dtypes("number").notna().any(axis=1)
        findings.flag("no_date", table.headings["date"], undated & blank(cells) & numbers, cells)


def _not_ahead(
    read: dates.Dates, cells: pd.Series, as_of: date | None, year: int | None
) -> tuple[pd.Series, pd.Series]:
    """Return the days and which are unreadable; those written without a year that fit the year before better are there.

    Far ahead of the file's own day, or no day at all in its year, like week 53, means the year before.
    """
    days, bad = values_of(read), read.bad
    doubtful = bad | (days > np.datetime64(as_of + AHEAD, "us")) if as_of else bad
    if not year or not doubtful.any():
        return days, bad
    yearless = doubtful & cells.map(
        lambda cell: isinstance(cell, str) and not re.search(r"\d{4,}|[-/.]\d\d$", cell.strip())
    )
    before = dates.dates(cells[yearless], order=read.order, year=year - 1)
    found = values_of(before).dropna()
    return days.mask(days.index.isin(found.index), found.reindex(days.index)), bad & ~bad.index.isin(found.index)


def _year(table: Table) -> int | None:
    """Return the year that days without one belong to: of the title, the sheet, the file's name, or its day."""
    texts = [*table.above, table.sheet or "", table.file]
    found = next((date_in_text(text) for text in texts if isinstance(text, str) and date_in_text(text)), None)
    years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", " ".join(text for text in texts if isinstance(text, str)))
    if found:
        return found.year
    return int(years[0]) if years else (table.as_of.year if table.as_of else None)


def _calendar_weeks(cells: pd.Series) -> pd.Series:
    """Return a column of bare week numbers (all of 1-53) as calendar weeks; other columns as they are.

    `47/2026` and `202647` are weeks too, where the column holds nothing else and one of its numbers is no month.
    """
    first = next((text for text in map(text_of, cells) if text), "")
    if _WEEK_OF_YEAR.fullmatch(first):
        return _weeks_of_years(cells)
    if not _WEEK.fullmatch(first):
        return cells
    weeks = each(cells, lambda cell: bool(_WEEK.fullmatch(text_of(cell))), True, "bool")
    return each(cells, lambda cell: f"KW {text_of(cell)}", "") if weeks.all() else cells


def _weeks_of_years(cells: pd.Series) -> pd.Series:
    """Return a column of weeks with their years as calendar weeks; as it is if they may be months."""
    found = each(cells, lambda cell: _WEEK_OF_YEAR.fullmatch(text_of(cell)), None)
    weeks = {one: int(one["week"] or one["last"]) for one in found if one is not None}
    if max(weeks.values()) <= _MONTHS or not (found.notna() | blank(cells)).all():
        return cells
    texts = {one: f"KW {week}/{one['year'] or one['first']}" for one, week in weeks.items()}
    return found.map(texts).fillna("")


def days_beside(table: Table, field: str, findings: Findings) -> pd.Series | None:
    """Return the days of a second date column, None while the order of day and month in it is asked."""
    cells = table.cells[field]
    read = dates.dates(cells, order=order_of(table, findings))
    findings.flag("unreadable_date", table.headings[field], read.bad, cells)
    if read.ambiguous:
        ask_order(table, field, findings)
        return None
    return values_of(read)


def ask_order(table: Table, field: str, findings: Findings) -> None:
    """Ask whether the day or the month stands first in a column; shown is one that may be either, and those that tell.

    Where some can only be day first and others only month first, one of each is shown as well.
    """
    column = table.headings[field]
    meant = {text: dates.meanings(text) for text in dict.fromkeys(map(text_of, table.cells[field])) if text}
    samples = [
        next((text for text, one in meant.items() if said(one)), "")
        for said in (lambda one: one.dmy and one.mdy and one.dmy != one.mdy, *_ONLY)
    ]
    either, *sure = samples
    also = f", but also {sure[0]}, with the day first, and {sure[1]}, with the month first" if all(sure) else ""
    text = f'"{one_line(column)}" has dates like {either}{also}: does the day (dmy) or the month (mdy) stand first?'
    findings.ask("date_order", column, text, ("dmy", "mdy"))


def tell_turned(table: Table, field: str, findings: Findings) -> None:
    """Report the dates of a column that only fit the other order than the one that was answered."""
    order = answered_order(findings)
    if order:
        turned = _ONLY[0 if order == "mdy" else 1]
        cells = table.cells[field]
        odd = each(cells, lambda cell: bool(turned(dates.meanings(cell))), False, "bool")
        findings.flag("other_date_style", table.headings[field], odd, cells)


def _only_dmy(one: dates.Meanings) -> bool:
    return one.dmy is not None and one.mdy is None


def _only_mdy(one: dates.Meanings) -> bool:
    return one.mdy is not None and one.dmy is None


_ONLY = (_only_dmy, _only_mdy)


def _odd_style(cells: pd.Series) -> pd.Series:
    """Mark the dates written with day and month in front in a column that is otherwise ISO or real dates."""
    odd = each(cells, lambda cell: not _is_plain(cell), False, "bool")
    if not odd.any():
        return odd
    if odd.sum() * _FEW > (~blank(cells)).sum():
        return pd.Series(False, index=cells.index)
    return odd


def _is_plain(cell: object) -> bool:
    """Say whether a cell is a real date or starts like an ISO one."""
    return not isinstance(cell, str) or bool(_ISO.match(cell.strip()))
