"""What does a usage export of Sales Navigator say beyond its counts: who has not begun, over how long do they run?"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.ingest.cells import blank
from dashboard.ingest.days import days_beside
from dashboard.ingest.findings import Findings
from dashboard.ingest.headers import field_of
from dashboard.ingest.table import Table
from dashboard.ingest.usage_weeks import SINCE
from dashboard.model.activity_columns import ACTIVITY_FIELDS
from dashboard.model.columns import BY_FIELD, Kind
from dashboard.model.problems import Person
from dashboard.model.tables import ACTIVITY_VALUES, SCORES

_WAITING = "not_onboarded"
_WEEK = pd.Timedelta(days=7)
_NUMBERS = (Kind.SCORE, Kind.TOTAL, Kind.COUNT, Kind.MONEY, Kind.FRACTION)


def as_seats(rows: pd.DataFrame, table: Table, findings: Findings) -> pd.DataFrame:
    """Return the rows of a usage export with seats that are blank all over as not onboarded; others as they are.

    Counts of more than a week are told; from which day on the counts of a row run is kept beside them.
    """
    if ACTIVITY_FIELDS.isdisjoint(table.cells):
        return rows
    rows = rows.assign(**{SINCE: _since(rows["date"], table, findings)})
    counted = [cells for field, cells in table.cells.items() if BY_FIELD[field].kind in _NUMBERS]
    idle = pd.concat([blank(cells) for cells in counted], axis=1).all(axis=1)
    if not idle.any():
        return rows
    said = rows["status"] if "status" in rows.columns else pd.Series(None, index=rows.index, dtype="object")
    return rows.assign(status=said.mask(idle & said.isna(), _WAITING))


def begun(people: Sequence[Person], rows: pd.DataFrame) -> tuple[Person, ...]:
    """Return the people with those active who were not onboarded, by an earlier row or file, and have scores since."""
    waiting = [code for code, person in enumerate(people) if person.status == _WAITING]
    values = [field for field in (*SCORES, "reported_total", *ACTIVITY_VALUES) if field in rows.columns]
    own = rows[rows["code"].isin(waiting)] if waiting and values else rows[:0]
    if own.empty:
        return tuple(people)
    scored = own[own[values].notna().any(axis=1)].groupby("code")["date"].max()
    said = own[own["status"].notna()].groupby("code")["date"].max() if "status" in own.columns else scored[:0]
    said = said.reindex(scored.index)
    later = scored[said.isna() | (scored > said)].index
    return tuple(replace(one, status="active") if code in later else one for code, one in enumerate(people))


def _since(ends: pd.Series, table: Table, findings: Findings) -> pd.Series:
    """Return the first day each row's counts are about: its own where it has only one, missing where nothing says."""
    if "period_start" in table.cells:
        return _starts(ends, table, findings)
    single = "date" in table.cells and field_of(table.headings["date"]) != "period_end"
    return ends if single else _nowhere(ends)


def _starts(ends: pd.Series, table: Table, findings: Findings) -> pd.Series:
    """Return the days on which periods start; over how many they run is told once where that is more than a week."""
    starts = days_beside(table, "period_start", findings)
    if starts is None:
        return _nowhere(ends)
    lasting = ends - starts
    long = lasting > _WEEK
    if long.any():
        row = long[long].index[0]
        first, last, days = starts[row], ends[row], lasting[row].days + 1
        found = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}, {days} days, in {int(long.sum()):,} rows"
        findings.tell("activity_period", None, table.headings["period_start"], found)
    return starts


def _nowhere(ends: pd.Series) -> pd.Series:
    """Return no day for each row."""
    return pd.Series(np.datetime64("NaT", "us"), index=ends.index)
