"""In which currency are goals that name none? In the only one of the pipeline, and asked where that has several."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Engine

from dashboard.ingest.load import Loaded
from dashboard.model.problems import CATALOGUE, FileReport, Problem, Question, Severity
from dashboard.store import history

KEY = "currency"
_GOALS = frozenset(("goal_period", "goal_from", "goal_year"))


def silent_goals(loaded: Loaded, answers: Mapping[str, str]) -> FileReport | None:
    """Return the first file of goals whose quotas name no currency, None if there is none or it was answered."""
    if answers.get(KEY) or loaded.pipeline.empty:
        return None
    bare = loaded.pipeline.loc[(loaded.pipeline["currency"] == "") & loaded.pipeline["quota"].notna(), "file"]
    files = set(bare)
    goals = (one for one in loaded.files if one.name in files and not _GOALS.isdisjoint(one.columns.values()))
    return next(goals, None)


def currencies(loaded: Loaded, engine: Engine | None) -> tuple[str, ...]:
    """Return the currencies of the pipeline in the files and on the desk, sorted."""
    stored = history.currencies(engine) if engine else []
    return tuple(sorted({*stored, *loaded.pipeline["currency"]} - {""}))


def asked(loaded: Loaded, goals: FileReport, codes: tuple[str, ...]) -> Loaded:
    """Return what was read with the question in which currency the goals are."""
    column = _column(goals)
    text = f"The goals of {goals.name} name no currency, and the pipeline has {', '.join(codes)}: which one is meant?"
    return replace(loaded, questions=(*loaded.questions, Question(KEY, goals.name, column, text, codes)))


def taken(loaded: Loaded, goals: FileReport, code: str) -> Loaded:
    """Return what was read, and in which currency the goals were taken to be."""
    found = f"taken as {code}, the only currency of the pipeline; the goals name none"
    remedy = CATALOGUE["one_currency"].remedy
    told = Problem("one_currency", goals.name, goals.sheet, None, _column(goals), found, remedy, Severity.INFO)
    return replace(loaded, problems=(*loaded.problems, told))


def _column(goals: FileReport) -> str | None:
    return next((written for written, field in goals.columns.items() if field == "quota"), None)
