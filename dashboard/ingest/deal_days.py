"""When was a deal closed, when is it to be closed, and of which day is the list?"""

import re
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest import dates
from dashboard.ingest.cells import blank
from dashboard.ingest.columnwise import values_of
from dashboard.ingest.dates import Order, date_in_text
from dashboard.ingest.days import ask_order, tell_turned
from dashboard.ingest.file_days import Named, answered_order, in_some_order, last_day, said_day
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.periods import span
from dashboard.ingest.refusals import refuse
from dashboard.ingest.stages import LOST, OPEN, WON
from dashboard.ingest.table import Table

_CLOSING = ("deal_close_date", "deal_closed_on", "deal_won_on", "deal_lost_on")
_DAYS = (*_CLOSING, "deal_created_on")
_MADE = re.compile(
    r"\b(?:as of|generated|created|exported|printed|stand|stichtag|erstellt|generiert|exportiert|généré|exporté|au|"
    r"generado|exportado|gerado)\b",
    re.IGNORECASE,
)
_SALESFORCE = re.compile(r"opportunity (?:owner|name)\b", re.IGNORECASE)
"""Headings of a program that writes the month first, in English, where nothing else in the file says otherwise."""
_NOWHERE = np.datetime64("NaT", "us")


def day_of_list(table: Table, findings: Findings) -> date:
    """Return the day of the list: as said or given, else as its head or foot or name says, else when it was changed.

    What is told is where the day comes from. Where its day and month may be turned, the order of the other days of the
    file decides, else it is asked; FileRefused if nothing says a day.
    """
    named = _named(table, findings)
    findings.tell("no_date_column", None, None, f"{named.day:%Y-%m-%d} from {named.where}")
    return named.day


def _named(table: Table, findings: Findings) -> Named:
    """Return the day, and where it is named."""
    said = said_day(findings) or (last_day(table, findings) if findings.as_of else None)
    if said:
        return said
    notes = [(cell, "the note") for cell in (*table.above, *table.below) if _MADE.search(text_of(cell))]
    name = re.sub(r"[_]+", " ", table.file.rsplit(".", 1)[0])
    for cell, where in (*notes, (name, "the file's name")):
        found = date_in_text(text_of(cell))
        if found:
            return Named(found, f'{where} "{one_line(text_of(cell))[:60]}"')
    places = [*notes, (name, "the file's name")]
    order = _order(table, [field for field in (*_DAYS, "goal_from", "goal_to") if field in table.cells])
    usual: Order | None = "mdy" if any(_SALESFORCE.match(one) for one in table.headings.values()) else None
    found = in_some_order(places, table, findings, order, usual) or last_day(table, findings)
    if found:
        return found
    raise refuse(table.file, "no_week", "nothing says of which day this list of deals is")


def read_closing(table: Table, findings: Findings) -> dict[str, np.ndarray]:
    """Return the columns with days (NaT: none or unreadable); all are NaT while the order of day and month is asked."""
    fields = [field for field in _DAYS if field in table.cells]
    order = answered_order(findings) or _order(table, fields)
    found = {}
    for field in fields:
        if field not in _CLOSING:
            continue
        read = dates.dates(table.cells[field], order=order)
        findings.flag("no_close_date", table.headings[field], read.bad, table.cells[field])
        if read.ambiguous:
            ask_order(table, field, findings)
        tell_turned(table, field, findings)
        found[field] = values_of(read).to_numpy(dtype="datetime64[D]")
    return found


def _order(table: Table, fields: list[str]) -> Order | None:
    """Return the order of day and month that any of the columns proves."""
    once = [pd.Series(table.different(field)[1], dtype="object") for field in fields]
    return dates.dates(pd.concat(once, ignore_index=True)).order if once else None


def closing_days(days: dict[str, np.ndarray], states: np.ndarray) -> np.ndarray:
    """Return the day on which each deal was closed or is to be closed."""
    found = days.get("deal_close_date", np.full(len(states), _NOWHERE, dtype="datetime64[D]")).copy()
    for field, state in (("deal_closed_on", None), ("deal_won_on", WON), ("deal_lost_on", LOST)):
        if field in days:
            told = ~np.isnat(days[field]) & (states != OPEN if state is None else states == state)
            found[told] = days[field][told]
    return found


def within(period: str, day: date, days: np.ndarray) -> np.ndarray:
    """Mark the days that lie in a period; in "all" those without a day as well."""
    first, last = span(period, day)
    marked = np.ones(len(days), dtype=bool)
    if first:
        marked &= days >= np.datetime64(first)
    if last:
        marked &= days <= np.datetime64(last)
    return marked


def tell_unclosed(table: Table, days: np.ndarray, states: np.ndarray, period: str, findings: Findings) -> None:
    """Report the closed deals without a day, which are in no period."""
    field = next((one for one in _CLOSING if one in table.cells), None)
    if period == "all":
        return
    missing = pd.Series(np.isnat(days) & np.isin(states, (WON, LOST)), index=table.rows)
    if field is None:
        if missing.any():
            found = f"{int(missing.sum()):,} closed deals, and no column says when they were closed"
            findings.tell("no_close_date", None, None, found)
        return
    findings.flag("no_close_date", table.headings[field], missing & blank(table.cells[field]), table.cells[field])
