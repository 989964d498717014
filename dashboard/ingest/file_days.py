"""Of which day is a file whose rows have none? As said, else by its title, its sheet, its name, when it was changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd

from dashboard.ingest.dates import Order, date_in_text
from dashboard.ingest.findings import Findings
from dashboard.ingest.grid import Cell, text_of
from dashboard.ingest.headings import one_line
from dashboard.ingest.refusals import refuse
from dashboard.ingest.table import Table

AHEAD = timedelta(days=60)
"""A day without a year this far after the file's own day belongs to the year before (ours)."""
_AGO = timedelta(days=183)
"""A day without a year so long before the file's own day says something else than when it was read (ours)."""
_MADE = re.compile(
    r"\b(?:created|printed|exported|generated|downloaded|updated|erstellt|gedruckt|exportiert|aktualisiert|créé|imprimé|"
    r"exporté|creado|impreso|exportado|generado|criado|impresso|gerado)\b",
    re.IGNORECASE,
)
"""Words beside the day a file was made on, which is not that of its readings if another one is named."""
_TOMORROW = timedelta(days=1)
"""No file speaks of a day after that on which it was changed, whatever the time zone (ours)."""
_SHOWN = 60


@dataclass(frozen=True)
class Named:
    """A day and where it is named."""

    day: date
    where: str


def day_of_file(table: Table, findings: Findings) -> Named:
    """Return the day a file without a date column speaks of; FileRefused if nothing says one.

    Where day and month of the only one may be turned, that is asked, and the day is one of the two.
    """
    places = [(cell, "the title") for cell in table.above]
    name = re.sub(r"_+", "_", table.file.rsplit(".", 1)[0])
    places += [(table.sheet or "", "the sheet's name"), (name, "the file's name")]
    places.sort(key=lambda place: bool(_MADE.search(text_of(place[0]))))
    found = said_day(findings) or _plain_day(places, table) or in_some_order(places, table, findings)
    found = found or last_day(table, findings)
    if found:
        return found
    raise refuse(table.file, "no_week", "it has no date column, and neither its title nor its name says a day")


def said_day(findings: Findings) -> Named | None:
    """Return the day that was said of this file: the answer `day:<file>`, in ISO."""
    said = findings.answer(f"day:{findings.file}")
    try:
        return Named(date.fromisoformat(said), "what you said") if said else None
    except ValueError:
        return None


def last_day(table: Table, findings: Findings) -> Named | None:
    """Return the day that was given for all files, else that of the file's last change."""
    if findings.as_of:
        return Named(findings.as_of, "the day given for the file")
    return Named(table.as_of, "the day the file was last changed") if table.as_of else None


def in_some_order(
    places: Sequence[tuple[Cell, str]],
    table: Table,
    findings: Findings,
    order: Order | None = None,
    usual: Order | None = None,
) -> Named | None:
    """Return the first day that is one with the day or with the month in front; which of them, is asked if need be.

    It is in the `order` answered or known, else the one that is not after the file's last change, else in the `usual`
    order of the program.
    """
    for cell, where in places:
        text = text_of(cell)
        dmy, mdy = (date_in_text(text, order=one) for one in ("dmy", "mdy"))
        if not dmy or not mdy:
            continue
        order = answered_order(findings) or order or _of_the_past(dmy, mdy, table.as_of) or usual
        if order is None:
            asked = f"{_shown(text)} names the day of {table.file}: does the day (dmy) or the month (mdy) stand first?"
            findings.ask("date_order", None, asked, ("dmy", "mdy"), _labels(dmy, mdy))
        return Named(mdy if order == "mdy" else dmy, f"{where} {_shown(text)}")
    return None


def _of_the_past(dmy: date, mdy: date, changed: date | None) -> Order | None:
    """Return the order in which alone a day is not after the file's last change."""
    past = [day <= changed + _TOMORROW for day in (dmy, mdy)] if changed else [False, False]
    if past[0] == past[1]:
        return None
    return "dmy" if past[0] else "mdy"


def on_day(day: date, table: Table, findings: Findings) -> pd.Series:
    """Return the day for each row, none while it is asked which day it is."""
    asked = any(one.key == "date_order" for one in findings.questions)
    return pd.Series(np.datetime64("NaT" if asked else day, "us"), index=table.rows)


def in_cell(cell: object, year: int | None) -> date | None:
    """Return the day a cell outside the table mentions."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return date_in_text(cell, year=year) if isinstance(cell, str) and cell else None


def _plain_day(places: Sequence[tuple[Cell, str]], table: Table) -> Named | None:
    """Return the first day that is named beyond doubt, those with a year before those without one."""
    year = table.as_of.year if table.as_of else None
    for asked_year in dict.fromkeys((None, year)):
        for cell, where in places:
            found = in_cell(cell, asked_year)
            if found and asked_year and table.as_of and found > table.as_of + AHEAD:
                found = in_cell(cell, asked_year - 1)
            if found and not (asked_year and table.as_of and found < table.as_of - _AGO):
                return Named(found, f"{where} {_shown(text_of(cell))}")
    return None


def answered_order(findings: Findings) -> Order | None:
    """Return the order of day and month if it was answered."""
    answer = findings.answer("date_order")
    if answer == "dmy":
        return "dmy"
    return "mdy" if answer == "mdy" else None


def _labels(dmy: date, mdy: date) -> tuple[str, str]:
    return f"Day first: {dmy:%Y-%m-%d}", f"Month first: {mdy:%Y-%m-%d}"


def _shown(text: str) -> str:
    return f'"{one_line(text)[:_SHOWN]}"'
