"""For which days is a quota? By its first and last day, else by the name of its quarter, month or year."""

import re
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest import dates
from dashboard.ingest.cells import text
from dashboard.ingest.columnwise import each, values_of
from dashboard.ingest.datewords import folded, month_names
from dashboard.ingest.days import ask_order
from dashboard.ingest.file_days import answered_order
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.periods import Span, span
from dashboard.ingest.table import Table

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|\bfy ?'?(\d\d)\b")
_QUARTER = re.compile(
    r"(?:\bq|\bt|quarter|quartal|trimestre) ?([1-4])(?!\d)|(?<!\d)([1-4])\.? ?(?:q\b|quartal|quarter|trim)"
)
_MONTH = re.compile(r"(?<!\d)20\d\d[-/](0?[1-9]|1[0-2])(?!\d)|(?<!\d)(0?[1-9]|1[0-2])[-/.]20\d\d(?!\d)")

_NUMBERED = re.compile(r"\b(?:month|monat|mois|mes)() (0?[1-9]|1[0-2])$")
_BARE = re.compile(r"[0-9]{1,2}(?:\.0)?")


def span_of(written: str, year: str, day: date) -> Span | None:
    """Return the days of a period as it is written, in the year of `day` if none is named; None if it is none.

    >>> span_of("Q3 2026", "", date(2026, 11, 16))[0], span_of("November", "FY2025", date(2026, 11, 16))[0]
    (datetime.date(2026, 7, 1), datetime.date(2025, 11, 1))
    """
    plain = folded(text(written))
    years = _YEAR.search(plain) or _YEAR.search(folded(text(year)))
    number = int(years[1] or f"20{years[2]}") if years else day.year
    quarter, month = _QUARTER.search(plain), _month(plain)
    if quarter:
        return span("quarter", date(number, int(quarter[1] or quarter[2]) * 3, 1))
    if month:
        return span("month", date(number, month, 1))
    only_year = years and not re.sub(r"(?:fy|fiscal|year|annual|jahr|[\d\s'/-])", "", plain)
    return span("year", date(number, 1, 1)) if only_year else None


def _month(plain: str) -> int | None:
    """Return the month that a period names, in figures or by its name."""
    figures = _MONTH.search(plain) or _NUMBERED.search(plain)
    if figures:
        return int(figures[1] or figures[2])
    names = month_names()
    return next((names[word] for word in re.findall(r"[^\W\d_]+", plain) if word in names), None)


def spans(table: Table, day: date, findings: Findings) -> pd.DataFrame:
    """Return the first and last day of each row's period (NaT where it cannot be read, which is reported)."""
    if {"goal_from", "goal_to"} <= set(table.cells):
        return pd.DataFrame({field: _days(table, field, findings) for field in ("goal_from", "goal_to")})
    field = "goal_period" if "goal_period" in table.cells else "goal_year"
    years = each(table.cells["goal_year"], text_of, "") if "goal_year" in table.cells else pd.Series("", table.rows)
    written = each(table.cells[field], text_of, "")
    pairs = pd.DataFrame({"written": _headed(written, table.headings[field]), "year": years})
    found = {pair: span_of(*pair, day) for pair in pairs.drop_duplicates().itertuples(index=False, name=None)}
    read = [found[pair] for pair in pairs.itertuples(index=False, name=None)]
    findings.flag(
        "unreadable_date", table.headings[field], pd.Series([one is None for one in read], table.rows), written
    )
    ends = [(one.first, one.last) if one else (None, None) for one in read]
    days = np.array(ends, dtype="datetime64[us]").reshape(len(ends), 2)
    return pd.DataFrame(days, index=table.rows, columns=["goal_from", "goal_to"])


def _headed(written: pd.Series, heading: str) -> pd.Series:
    """Return periods with the word for month or quarter that heads them before those that are bare numbers."""
    return each(written, lambda one: f"{heading} {one}" if _BARE.fullmatch(text_of(one)) else one, "")


def _days(table: Table, field: str, findings: Findings) -> pd.Series:
    """Return the days of a column; NaT where they are blank or unreadable or their order is asked."""
    both = pd.concat([table.cells["goal_from"], table.cells["goal_to"]], ignore_index=True)
    order = answered_order(findings) or dates.dates(both).order
    read = dates.dates(table.cells[field], order=order)
    findings.flag("unreadable_date", table.headings[field], read.bad, table.cells[field])
    if read.ambiguous:
        ask_order(table, field, findings)
    return values_of(read)
