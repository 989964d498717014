"""Of which day is each row? By its date column, else by what the title, the sheet or the file's name says."""

import re
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd

from dashboard.ingest import dates
from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.dates import Order, date_in_text
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.refusals import refuse
from dashboard.ingest.table import Table

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_WEEK = re.compile(r"[1-9]|[1-4]\d|5[0-3]")
_AHEAD = timedelta(days=60)
"""A day without a year this far after the file's own day belongs to the year before (ours)."""
_FEW = 5
"""One date in five written otherwise than the rest of an ISO column is a slip, more are the file's habit (ours)."""
_NOWHERE = np.datetime64("NaT", "us")


def read_days(table: Table, findings: Findings) -> pd.Series:
    """Return the day of each row (NaT: none, unreadable, or the order of day and month is still asked)."""
    if "date" not in table.cells:
        day, where = day_of_file(table)
        findings.tell("no_date_column", None, None, f"{day:%Y-%m-%d} from {where}")
        return pd.Series(np.datetime64(day, "us"), index=table.rows)
    cells, column = table.cells["date"], table.headings["date"]
    cells = _calendar_weeks(cells)
    order = findings.answer("date_order")
    read = dates.dates(cells, order=_order(order), year=_year(table))
    findings.flag("unreadable_date", column, read.bad, cells)
    if read.ambiguous:
        _ask_order(table, findings)
        return pd.Series(_NOWHERE, index=table.rows)
    findings.flag("other_date_style", column, _odd_style(cells) & ~read.bad, cells)
    return _not_ahead(values_of(read), cells, table.as_of)


def tell_undated(rows: pd.DataFrame, table: Table, findings: Findings) -> None:
    """Report the rows that have numbers and a blank date."""
    undated = rows["date"].isna()
    if "date" in table.cells and undated.any():
        cells = table.cells["date"].loc[rows.index]
        numbers = rows.select_dtypes("number").notna().any(axis=1)
        findings.flag("no_date", table.headings["date"], undated & blank(cells) & numbers, cells)


def day_of_file(table: Table) -> tuple[date, str]:
    """Return the day a file without a date column speaks of, and where it says so; FileRefused if nowhere."""
    year = table.as_of.year if table.as_of else None
    name = re.sub(r"[_]+", " ", table.file.rsplit(".", 1)[0])
    places = [(cell, "the title") for cell in table.above]
    places += [(table.sheet or "", "the sheet's name"), (name, "the file's name")]
    for asked_year in dict.fromkeys((None, year)):
        for cell, where in places:
            found = _in_cell(cell, asked_year)
            if found:
                known = _before(found, table.as_of) if asked_year else found
                return known, f'{where} "{one_line(text_of(cell))[:60]}"'
    if table.as_of:
        return table.as_of, "the day given for the file"
    raise refuse(table.file, "no_week", "it has no date column, and neither its title nor its name says a day")


def _in_cell(cell: object, year: int | None) -> date | None:
    """Return the day a cell outside the table mentions."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return date_in_text(cell, year=year) if isinstance(cell, str) and cell else None


def _before(day: date, as_of: date | None) -> date:
    """Return a day whose year was assumed, a year earlier if it would lie far ahead."""
    if as_of and day > as_of + _AHEAD and not (day.month == 2 and day.day == 29):
        return day.replace(year=day.year - 1)
    return day


def _not_ahead(days: pd.Series, cells: pd.Series, as_of: date | None) -> pd.Series:
    """Return the days with those that were written without a year not far ahead of the file's own day."""
    if not as_of:
        return days
    ahead = days > np.datetime64(as_of + _AHEAD, "us")
    if not ahead.any():
        return days
    yearless = cells.map(lambda cell: isinstance(cell, str) and not re.search(r"\d{4,}|[-/.]\d\d$", cell.strip()))
    return days.mask(ahead & yearless, days - pd.DateOffset(years=1))


def _year(table: Table) -> int | None:
    """Return the year that days without one belong to: of the title, the sheet, the file's name, or its day."""
    texts = [*table.above, table.sheet or "", table.file]
    found = next((date_in_text(text) for text in texts if isinstance(text, str) and date_in_text(text)), None)
    years = re.findall(r"(?<!\d)(20\d\d)(?!\d)", " ".join(text for text in texts if isinstance(text, str)))
    if found:
        return found.year
    return int(years[0]) if years else (table.as_of.year if table.as_of else None)


def _calendar_weeks(cells: pd.Series) -> pd.Series:
    """Return a column of bare week numbers (all of 1-53) as calendar weeks; other columns as they are."""
    first = next((text for text in map(text_of, cells) if text), "")
    if not _WEEK.fullmatch(first):
        return cells
    weeks = each(cells, lambda cell: bool(_WEEK.fullmatch(text_of(cell))), True, "bool")
    return each(cells, lambda cell: f"KW {text_of(cell)}", "") if weeks.all() else cells


def _ask_order(table: Table, findings: Findings) -> None:
    """Ask whether the day or the month stands first."""
    cells = table.cells["date"]
    sample = next((text for text in map(text_of, cells) if re.match(r"\d{1,2}[/.-]\d{1,2}[/.-]", text)), "")
    column = table.headings["date"]
    text = f'"{one_line(column)}" has dates like {sample}: does the day (dmy) or the month (mdy) stand first?'
    findings.ask("date_order", column, text, ("dmy", "mdy"))


def _odd_style(cells: pd.Series) -> pd.Series:
    """Mark the dates written with day and month in front in a column that is otherwise ISO or real dates."""
    odd = each(cells, lambda cell: not _is_plain(cell), False, "bool")
    if odd.sum() * _FEW > (~blank(cells)).sum():
        return pd.Series(False, index=cells.index)
    return odd


def _is_plain(cell: object) -> bool:
    """Say whether a cell is a real date or starts like an ISO one."""
    return not isinstance(cell, str) or bool(_ISO.match(cell.strip()))


def _order(answer: str | None) -> Order | None:
    """Return an answered order."""
    if answer == "dmy":
        return "dmy"
    return "mdy" if answer == "mdy" else None
