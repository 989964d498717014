"""Batches drawn as text: the first line names the columns, "." is a blank cell, every other line is a row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import pandas as pd
from pandas import DataFrame
from sqlalchemy import Engine

from dashboard.model.people import slug
from dashboard.model.problems import FileReport, Person, Problem
from dashboard.model.tables import ACTIVITY, PIPELINE, READINGS, REPS
from dashboard.store.frames import mondays
from dashboard.store.imports import ImportRecord, commit

TEXTS = {"rep_id", "rep", "source", "file", "sheet", "currency"}
DAYS = {"date", "week"}
AT = datetime(2026, 11, 16, 8, 30)


@dataclass(frozen=True)
class Drawn:
    """Anything of a batch's shape will do for the store."""

    readings: DataFrame
    pipeline: DataFrame
    activity: DataFrame
    people: tuple[Person, ...]
    files: tuple[FileReport, ...]
    problems: tuple[Problem, ...] = field(default=())


def batch(
    readings: str = "",
    *,
    pipeline: str = "",
    activity: str = "",
    people: Sequence[Person] = (),
    files: Sequence[str] = ("team.xlsx",),
    problems: Sequence[Problem] = (),
) -> Drawn:
    """Return a batch of drawn tables; everybody in them is a person unless people are given."""
    tables = [_table(readings, READINGS), _table(pipeline, PIPELINE), _table(activity, ACTIVITY)]
    ids = dict.fromkeys(pd.concat([table["rep_id"] for table in tables]))
    known = {person.rep_id for person in people}
    others = tuple(Person(each, each.title()) for each in ids if each not in known)
    return Drawn(*tables, (*people, *others), tuple(report(name) for name in files), tuple(problems))


def report(name: str) -> FileReport:
    """Return what a reader says of a plain workbook."""
    return FileReport(name, "xlsx", None, "Team", 1, "rep_week", {"Rep": "rep"}, 2, 2, (), "0" * 64, {})


def imported(store: Engine, drawn: Drawn, at: datetime = AT) -> ImportRecord:
    """Commit a batch that has something new, and return its record."""
    record, _ = commit(store, drawn, who="Dana", at=at)
    assert record is not None
    return record


def team_batch(reps: int, weeks: int, teams: int = 1) -> Drawn:
    """Return a batch of any size: every rep with a score in every week up to 16 Nov 2026."""
    ids = [f"rep-{number:06d}" for number in range(reps)]
    last = np.datetime64("2026-11-16", "us")
    days = last - np.arange(weeks)[::-1] * np.timedelta64(7, "D")
    table = DataFrame({"rep_id": np.repeat(ids, weeks), "date": np.tile(days, reps)})
    points = {name: (np.arange(len(table)) % 25).astype("float64") for name in ("brand", "people", "insights")}
    readings = table.assign(rep=table["rep_id"], week=table["date"], **points).reindex(columns=list(READINGS))
    people = tuple(Person(each, each.title(), team=f"Team {place % teams}") for place, each in enumerate(ids))
    return Drawn(readings, _table("", PIPELINE), _table("", ACTIVITY), people, (report("big.csv"),))


def shown(table: DataFrame) -> str:
    """Return a table as text for comparison: blank cells as dots, days as ISO, no empty columns but the keys."""
    kept = [name for name in table.columns if name in REPS or table[name].notna().any()]
    lines = [kept, *(tuple(_cell(cell) for cell in row) for row in table[kept].itertuples(index=False))]
    widths = [max(len(line[place]) for line in lines) for place in range(len(kept))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _cell(cell: str | float | datetime | None) -> str:
    if pd.isna(cell):
        return "."
    return f"{cell:%Y-%m-%d}" if isinstance(cell, datetime) else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _table(text: str, columns: Sequence[str]) -> DataFrame:
    names, *rows = [line.split() for line in text.strip().splitlines()] or [[]]
    cells = DataFrame([[None if cell == "." else cell for cell in row] for row in rows], columns=names, dtype="object")
    table = cells.reindex(columns=list(columns))
    table["rep_id"] = table["rep"].map(slug) if "rep" in names else table["rep_id"]
    for name in columns:
        table[name] = _typed(table[name], name)
    if "date" in columns:
        table["week"] = mondays(table["date"]).fillna(table["week"])
    return table


def _typed(column: pd.Series, name: str) -> pd.Series:
    if name in DAYS:
        return pd.to_datetime(column, format="%Y-%m-%d")
    return column.astype("str") if name in TEXTS else column.astype("float64")
