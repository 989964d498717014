"""Whom, which week and which pillar is each problem about? Only what the rows themselves say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from dashboard.ingest.findings import Findings
from dashboard.ingest.headings import one_line
from dashboard.model.columns import BY_FIELD, Kind
from dashboard.model.problems import Problem


def about(findings: Findings, rows: pd.DataFrame, part: int) -> Sequence[Problem]:
    """Return the problems of the file that is `part` of the rows, each with the rep, week and pillar of its row."""
    wanted = {problem.row for problem in findings.problems if problem.row is not None}
    if not wanted or rows.empty:
        return findings.problems
    own = rows[(rows["part"] == part) & rows["row"].isin(wanted)]
    told = own.drop_duplicates("row").set_index("row")
    several = own.drop_duplicates(["row", "date"])["row"]
    told["date"] = told["date"].mask(told.index.isin(several[several.duplicated()]))
    told = told.to_dict("index")
    fields = {one_line(heading): field for field, heading in findings.headings.items()}
    return [_placed(problem, told.get(problem.row, {}), fields) for problem in findings.problems]


def _placed(problem: Problem, row: Mapping[object, object], fields: Mapping[str, str]) -> Problem:
    """Return a problem with what its row says."""
    day = row.get("date")
    week = f"{day - pd.Timedelta(days=day.weekday()):%Y-%m-%d}" if isinstance(day, pd.Timestamp) else None
    rep = row.get("rep")
    component = row.get("component")
    field = component if isinstance(component, str) else fields.get(one_line(problem.column or ""))
    rep = rep if isinstance(rep, str) else None
    return replace(problem, rep=rep, week=problem.week or week, pillar=problem.pillar or _pillar(field))


def _pillar(field: str | None) -> str | None:
    """Return the label of a pillar or the total, None for any other column."""
    spec = BY_FIELD.get(field or "")
    return spec.label if spec and spec.kind in (Kind.SCORE, Kind.TOTAL) else None
