"""One row per rep and period with the rep's quota, as CRM programs export goals: that of the list's day counts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest.amounts import per_currency, read_money
from dashboard.ingest.cells import blank
from dashboard.ingest.deal_days import day_of_list
from dashboard.ingest.deal_headings import GOALS
from dashboard.ingest.file_days import on_day
from dashboard.ingest.findings import Findings
from dashboard.ingest.goal_months import below_each_other
from dashboard.ingest.goal_periods import spans
from dashboard.ingest.goal_sums import another, of_period
from dashboard.ingest.grid import text_of
from dashboard.ingest.headers import field_of
from dashboard.ingest.labels import TEAMS, words_of
from dashboard.ingest.owners import is_program
from dashboard.ingest.periods import span
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.table import Table
from dashboard.ingest.week_cells import WeekFindings
from dashboard.ingest.who import read_facts, read_who
from dashboard.model.columns import Kind, fields_of
from dashboard.model.problems import LeftOut

_WHO = frozenset(("name", "email"))
_OTHERS = frozenset(fields_of(Kind.SCORE, Kind.TOTAL, Kind.MONEY, Kind.FRACTION, Kind.COUNT)) - {"quota"} | {"date"}


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: somebody, a quota, its period by name or by two days, and no other numbers.

    >>> fits(frozenset({"name", "quota", "goal_period"})), fits(frozenset({"name", "quota", "goal_from"}))
    (True, False)
    """
    dated = "goal_period" in fields or "goal_year" in fields or {"goal_from", "goal_to"} <= fields
    return bool(fields & _WHO) and "quota" in fields and dated and not fields & _OTHERS


def may_be_months(fields: Mapping[int, str]) -> bool:
    """Say whether columns leave it open that the others are quotas of months: a total alone may be theirs."""
    return not (_OTHERS - {"reported_total"}) & set(fields.values())


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return the quota of each rep in the period that holds the day; goals of others, teams and programs are told."""
    day = day_of_list(table, findings)
    table = _of_reps(table, findings)
    periods = spans(table, day, findings)
    near = near_day(periods, day, findings)
    for row, first, last in periods[~near & periods.notna().all(axis=1)].itertuples():
        findings.left_out.append(LeftOut(int(row), another(first, last)))
    table = table.without(~near)
    rows = read_who(table, findings).assign(**{field: periods[field][near] for field in ("goal_from", "goal_to")})
    rows["date"] = on_day(day, table, findings)
    money = read_money(table, False, findings, ("quota",))
    return of_period(per_currency(rows.assign(**money.amounts, **read_facts(table, findings)), money), day, findings)


def read_by_month(table: Table, findings: Findings) -> pd.DataFrame:
    """Return the quota of each rep in the period that holds the day, where each month has a column of its own."""
    day = day_of_list(table, findings)
    table = _of_reps(table, findings)
    rows = read_who(table, findings).assign(**read_facts(table, findings))
    rows["date"] = on_day(day, table, findings)
    melted, periods = below_each_other(table, day)
    told = replace(WeekFindings.of(findings, melted), problems=[])
    near = near_day(periods, day, findings)
    lines = rows.iloc[np.tile(np.arange(len(rows)), len(melted.days))].set_axis(periods.index)
    lines = pd.concat([lines, periods], axis=1)[near]
    money = read_money(melted.table.without(~near), False, told, ("quota",))
    findings.problems += [replace(one, week=None) for one in told.problems]
    lines = per_currency(lines.assign(**money.amounts), money)
    return of_period(lines.set_axis(lines.index.to_numpy() % melted.base), day, findings, by_row=False)


def near_day(periods: pd.DataFrame, day: date, findings: Findings) -> np.ndarray:
    """Mark the goals of periods that hold the day or lie within the period that is looked at."""
    first, last = (periods[field].to_numpy() for field in ("goal_from", "goal_to"))
    now = np.datetime64(day)
    near = (first <= now) & (now <= last)
    wanted = span(findings.period, day)
    if wanted.first and wanted.last:
        near |= (first >= np.datetime64(wanted.first)) & (last <= np.datetime64(wanted.last))
    return near


def _of_reps(table: Table, findings: Findings) -> Table:
    """Return the table without the goals of teams and programs, and without what has no goal at all."""
    names = [text_of(cell) for cell in table.cells["name"]] if "name" in table.cells else [""] * len(table.rows)
    dropped = np.zeros(len(table.rows), dtype=bool)
    empty = blank(table.cells["quota"]).to_numpy()
    for place, name in enumerate(names):
        reason = _no_rep(name) or ("without a quota" if empty[place] else "")
        if reason:
            dropped[place] = True
            findings.left_out.append(LeftOut(int(table.rows[place]), f'{reason}: "{name[:60]}"'))
    return table.without(dropped)


def _no_rep(name: str) -> str:
    """Return what stands where a rep should, "" if it may be one."""
    words = words_of(name)
    if words and words[-1] in TEAMS:
        return "a team"
    return "a program" if is_program(name) else ""


def _field(written: str) -> str | None:
    """Return what a heading means in a file of goals, else what it means elsewhere."""
    return GOALS.field_of(written) or field_of(written, misspelt=False)


SHAPE = Shape("rep_week", fits, read, field_of=_field, strength=GOALS.strength)
BY_MONTH = Shape("rep_week", fits, read_by_month)
