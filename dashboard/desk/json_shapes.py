"""What do check, import and the import history look like as JSON?

Names are a promise to whoever automates a Monday morning: fields are added, never renamed without a line in
CHANGELOG.md. Missing is null, never 0; points and percents have three decimals, fractions six; weeks are ISO Mondays.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from dashboard.model.problems import Dispute, FileReport, Person, Problem, Question, Refusal
from dashboard.model.tables import ACTIVITY_VALUES, MONEY, PIPELINE_VALUES, SCORES
from dashboard.store.imports import ImportRecord
from dashboard.store.plan import ImportPlan

if TYPE_CHECKING:
    from dashboard.ingest.load import Loaded

Shape = dict[str, Any]

PLACE: Final = ("file", "sheet", "row")
"""Where a row stands, as the spreadsheet counts."""
READING_FIELDS: Final = (
    "rep_id",
    "rep",
    "week",
    *SCORES,
    "total",
    "reported_total",
    "industry_top_percent",
    "network_top_percent",
    "source",
    "date",
    *PLACE,
)
PIPELINE_FIELDS: Final = ("rep_id", "rep", "week", "currency", *PIPELINE_VALUES, *PLACE)
ACTIVITY_FIELDS: Final = ("rep_id", "rep", "week", *ACTIVITY_VALUES, *PLACE)
COUNTS: Final = frozenset(PIPELINE_VALUES) - {*MONEY, "attainment"} | frozenset(ACTIVITY_VALUES)
DECIMALS: Final = {"attainment": 6}


def read_json(loaded: "Loaded", plan: ImportPlan, import_id: str | None = None) -> Shape:
    """Return everything `check` and `import` say; `import_id` is None where nothing was stored."""
    return {
        "files": [_file(report) for report in loaded.files],
        "readings": _rows(loaded.readings, READING_FIELDS),
        "pipeline": _rows(loaded.pipeline, PIPELINE_FIELDS),
        "activity": _rows(loaded.activity, ACTIVITY_FIELDS),
        "people": [_person(person) for person in loaded.people],
        "questions": [_question(question) for question in loaded.questions],
        "problems": [_problem(problem) for problem in loaded.problems],
        "refused": [_refusal(refusal) for refusal in loaded.refused],
        "conflicts": [_dispute(dispute) for dispute in loaded.disputes],
        "import_id": import_id,
        "plan": plan_json(plan),
    }


def plan_json(plan: ImportPlan) -> Shape:
    """Return the counts of a plan."""
    return {"added": plan.added, "changed": plan.changed, "same": plan.same, "conflicting": plan.conflicting}


def record_json(record: ImportRecord) -> Shape:
    """Return one entry of the import history; times are ISO."""
    undone = record.undone_at.isoformat() if record.undone_at else None
    return {**asdict(record), "at": record.at.isoformat(), "files": list(record.files), "undone_at": undone}


def _rows(table: pd.DataFrame, fields: tuple[str, ...]) -> list[Shape]:
    """Return a table as one object per row, in order of weeks and names."""
    ordered = table.sort_values([name for name in ("week", "rep", "date", "currency") if name in table], kind="stable")
    columns = [_cells(ordered, name) for name in fields]
    return [dict(zip(fields, row, strict=True)) for row in zip(*columns, strict=True)]


def _cells(table: pd.DataFrame, name: str) -> list[Any]:
    """Return one column as plain Python values, None where missing."""
    column = table[name]
    if name in ("week", "date"):
        column = column.dt.strftime("%Y-%m-%d")
    elif name in COUNTS and (column.dropna() % 1 == 0).all():
        column = column.astype("Int64")
    elif pd.api.types.is_float_dtype(column):
        column = column.round(DECIMALS.get(name, 3))
    plain = column.astype(object)
    return plain.where(column.notna() & (plain != ""), None).tolist()


def _file(report: FileReport) -> Shape:
    return {
        "name": report.name,
        "format": report.format,
        "encoding": report.encoding,
        "sheet": report.sheet,
        "header_row": report.header_row,
        "shape": report.shape,
        "columns": dict(report.columns),
        "rows_read": report.rows_read,
        "rows_used": report.rows_used,
        "left_out": [{"row": left.row, "reason": left.reason} for left in report.left_out],
        "remembered": dict(report.remembered),
    }


def _person(person: Person) -> Shape:
    return {
        "rep_id": person.rep_id,
        "name": person.name,
        "email": person.email,
        "aliases": list(person.aliases),
    }


def _question(question: Question) -> Shape:
    return {**asdict(question), "choices": list(question.choices)}


def _problem(problem: Problem) -> Shape:
    return {**asdict(problem), "severity": str(problem.severity)}


def _dispute(dispute: Dispute) -> Shape:
    return {**asdict(dispute), "choices": list(dispute.choices), "places": list(dispute.places)}


def _refusal(refusal: Refusal) -> Shape:
    return asdict(refusal)
