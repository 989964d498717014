"""What does a manager read in the terminal about files that were read?"""

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.cli.words import columns, count
from dashboard.model.problems import FileReport, LeftOut, Problem

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.ingest.load import Loaded
    from dashboard.store.plan import ImportPlan

MOST_LEFT_OUT = 8
MOST_PROBLEMS = 20


def read_text(loaded: "Loaded", plan: "ImportPlan", closing: str) -> str:
    """Return everything about the files in paragraphs: understood, left out, found, problems, plan, ending."""
    parts = [*map(_file, loaded.files), _found(loaded), _problems(loaded.problems), _plan(plan), closing]
    return "\n\n".join(part for part in parts if part)


def _file(report: FileReport) -> str:
    """Return what was understood of one file."""
    facts = [report.format, report.encoding, f"sheet {report.sheet!r}" if report.sheet else None, report.shape]
    facts += [f"header in row {report.header_row}"] if report.header_row else []
    lines = [report.name, "  " + ", ".join(fact for fact in facts if fact)]
    lines.append(columns(((written, "->", field or "not used") for written, field in report.columns.items()), indent=4))
    lines.append(f"  {count(report.rows_read, 'row')} read, {report.rows_used:,} used" + _left_out(report.left_out))
    return "\n".join(line for line in lines if line)


def _left_out(rows: tuple[LeftOut, ...]) -> str:
    """Return which rows are no data, and why."""
    if not rows:
        return ""
    shown = [f"    row {left.row}: {left.reason}" for left in rows[:MOST_LEFT_OUT]]
    more = [f"    and {count(len(rows) - MOST_LEFT_OUT, 'more row')}"] if len(rows) > MOST_LEFT_OUT else []
    return "\n".join([f", {len(rows):,} left out", *shown, *more])


def _found(loaded: "Loaded") -> str:
    """Return how much of what was found."""
    tables = (("readings", loaded.readings), ("pipeline", loaded.pipeline), ("activity", loaded.activity))
    rows = [(name, f"{len(table):,}", _span(table)) for name, table in tables if len(table)]
    people = f"{count(len(loaded.people), 'rep')} named."
    return "\n".join(part for part in (people, columns(rows, right=(1,))) if part)


def _span(table: "pd.DataFrame") -> str:
    """Return from which week to which a table reaches."""
    first, last = table["week"].min().date().isoformat(), table["week"].max().date().isoformat()
    return f"week of {first}" if first == last else f"weeks of {first} to {last}"


def _problems(problems: tuple[Problem, ...]) -> str:
    """Return the first problems with where, what and remedy, and how many there are of each severity."""
    if not problems:
        return "No problems."
    counts = Counter(str(problem.severity) for problem in problems)
    heading = ", ".join(count(counts[severity], severity) for severity in ("error", "warning") if counts[severity])
    rows = [
        (problem.severity, f"row {problem.row}" if problem.row else "", problem.column or "", problem.found)
        for problem in problems[:MOST_PROBLEMS]
    ]
    remedies = dict.fromkeys(problem.remedy for problem in problems)
    rest = len(problems) - MOST_PROBLEMS
    return "\n".join(
        [
            f"Problems: {heading or count(len(problems), 'note')}",
            columns(rows),
            *([f"  and {rest:,} more"] if rest > 0 else []),
            *(f"  {remedy}" for remedy in remedies),
        ]
    )


def _plan(plan: "ImportPlan") -> str:
    """Return what an import changes."""
    return f"{plan.added:,} added, {plan.changed:,} changed, {plan.same:,} the same, {plan.conflicting:,} in conflict."
