"""One row per rep and a column per week, for one measure or for several; or one row per rep and pillar."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from dashboard.ingest import scores
from dashboard.ingest.cells import blank
from dashboard.ingest.days import answered_order
from dashboard.ingest.findings import Findings
from dashboard.ingest.headings import one_line
from dashboard.ingest.leftovers import is_name
from dashboard.ingest.refusals import refuse
from dashboard.ingest.shapes import rep_week
from dashboard.ingest.shapes.shape import Shape
from dashboard.ingest.table import Table
from dashboard.ingest.title_years import anchor_of
from dashboard.ingest.week_cells import Melted, WeekFindings, melt
from dashboard.ingest.weeks import read_weeks
from dashboard.ingest.who import read_facts, read_who
from dashboard.model.tables import SCORES

_OWN = (*SCORES, "reported_total")


def fits(fields: frozenset[str]) -> bool:
    """Say whether columns are enough: never by their fields alone, since each week has a column of its own."""
    return False


def read(table: Table, findings: Findings) -> pd.DataFrame:
    """Return one line per rep, week and currency; who has nothing in any week has one line without a day."""
    rows = read_who(table, findings).assign(**read_facts(table, findings))
    melted = _melted(table, findings)
    if melted is None:
        return rows.assign(date=pd.Series(np.datetime64("NaT", "us"), index=table.rows), currency="")
    told = WeekFindings.of(findings, melted)
    filled = _filled(melted)
    _tell_empty(rows, melted, filled, findings)
    days = np.repeat(np.array(melted.days, dtype="datetime64[us]"), len(rows))
    lines = rows.iloc[np.tile(np.arange(len(rows)), len(melted.days))].set_axis(melted.table.rows).assign(date=days)
    scored = scores.read_scores(rep_week.score_columns(melted.table), told)
    _tell_missing(scored, melted, told)
    lines = rep_week.with_numbers(lines, melted.table, scored, told)
    kept = lines[filled.reindex(lines.index).to_numpy()]
    kept = kept.set_axis(kept.index.to_numpy() % melted.base)
    idle = ~rows.index.isin(kept.index)
    return pd.concat([kept, rows[idle].assign(currency="")]) if idle.any() else kept


def _melted(table: Table, findings: Findings) -> Melted | None:
    """Return the weeks below each other, None where there are none or their days are still asked."""
    if not table.weeks:
        return None
    days = week_days(table, findings)
    pairs = [(week, day) for week, day in zip(table.weeks, days, strict=True) if day]
    return melt(table, [week for week, _ in pairs], [day for _, day in pairs]) if pairs else None


def week_days(table: Table, findings: Findings) -> Sequence[date | None]:
    """Return the day of each column of a week, None where it is none or is still asked."""
    turn: dict[tuple[str, str], int] = {}
    keys = []
    for week in table.weeks:
        own = (week.column.field, week.column.week)
        turn[own] = turn.get(own, -1) + 1
        keys.append((week.column.week, turn[own]))
    order = list(dict.fromkeys(keys))
    read = read_weeks([text for text, _ in order], anchor_of(table), answered_order(findings))
    if not any(read.days):
        raise refuse(findings.file, "no_week", "its weeks name no year, and nothing says of which day the file is")
    if read.ambiguous:
        text = f"The weeks are headed like {order[0][0]}: does the day (dmy) or the month (mdy) stand first?"
        findings.ask("date_order", one_line(order[0][0]), text, ("dmy", "mdy"))
        return [None] * len(keys)
    known = dict(zip(order, read.days, strict=True))
    if read.found_out:
        first, last = (next((one for one in way if known[one]), order[0]) for way in (order, order[::-1]))
        found = f"{one_line(first[0])} is read as {known[first]}, {one_line(last[0])} as {known[last]}"
        findings.tell("week_without_year", None, one_line(first[0]), found)
    for key in order:
        if known[key] is None:
            findings.tell("unreadable_date", None, one_line(key[0]), key[0])
    return [known[key] for key in keys]


def _filled(melted: Melted) -> pd.Series:
    """Mark the places in which anything stands."""
    empty = [blank(cells).to_numpy() for field, cells in melted.table.cells.items() if field != "currency"]
    return pd.Series(~np.logical_and.reduce(empty), index=melted.table.rows)


def _tell_empty(rows: pd.DataFrame, melted: Melted, filled: pd.Series, findings: Findings) -> None:
    """Report each rep without a score in any week, once."""
    if not set(_OWN) & set(melted.table.cells):
        return
    empty = np.asarray(~filled.to_numpy().reshape(len(melted.days), len(rows)).any(axis=0))
    names = rows["name"].where(rows["name"] != "", rows["email"])
    empty[empty] = [bool(name) and is_name(str(name)) for name in names[empty]]
    findings.flag("no_scores", None, pd.Series(empty, index=rows.index), names)


def _tell_missing(scored: scores.Points, melted: Melted, told: WeekFindings) -> None:
    """Report each blank pillar of a rep and week that has other scores, where the week has a column for it."""
    own = [field for field in _OWN if field in melted.table.cells]
    if len(own) < len(SCORES):
        return
    none = np.logical_and.reduce([scored.blank[field].to_numpy() for field in own])
    parts = melted.table.rows.to_numpy() // melted.base
    for field in SCORES:
        if field in own:
            there = np.isin(parts, [part for one, part in melted.written if one == field])
            missing = scored.blank[field] & ~none & there
            told.flag("missing_score", melted.table.headings[field], missing, melted.table.cells[field])


SHAPE = Shape("wide_weeks", fits, read)
