"""What does a manager read in the terminal about files that were read?"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from dashboard.cli.words import columns, count, one_line
from dashboard.desk.import_words import filled, left_out, misnamed, rows_used
from dashboard.model.problems import CATALOGUE, Dispute, FileReport, Problem, Severity

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.ingest.load import Loaded
    from dashboard.store.plan import ImportPlan

MOST_ROWS = 8
"""Of each kind of row left out or wrong, how many are shown; JSON has them all."""


def read_text(loaded: "Loaded", plan: "ImportPlan", closing: str) -> str:
    """Return everything about the files in paragraphs: understood, left out, found, problems, plan, ending."""
    parts = [_file(report, loaded.problems) for report in loaded.files if report.rows_read]
    if parts:
        parts += [_found(loaded), _problems(loaded.problems), choosing(loaded.disputes)]
        parts += [_plan(plan, len(loaded.questions))]
    return "\n\n".join(part for part in [*parts, closing] if part)


def _file(report: FileReport, problems: Sequence[Problem]) -> str:
    """Return what was understood of one file."""
    facts = [report.format, report.encoding, f"sheet {report.sheet!r}" if report.sheet else None, report.shape]
    facts += [f"header in row {report.header_row}"] if report.header_row else []
    lines = [one_line(report.name), "  " + ", ".join(fact for fact in facts if fact)]
    lines.append(columns(((written, "->", field or "not used") for written, field in report.columns.items()), indent=4))
    lines.append("  " + rows_used(report, problems))
    lines.append(_left_out(report))
    lines += [f"  {said}" for said in [misnamed(report), _remembered(report)] if said]
    return "\n".join(line for line in lines if line)


def _remembered(report: FileReport) -> str:
    """Return which answers are those of last time, and how to say something else."""
    if not report.remembered:
        return ""
    told = ", ".join(f"{one_line(key)}={one_line(value)}" for key, value in report.remembered.items())
    return f"read as last time: {told} (another --answer changes it)"


def _left_out(report: FileReport) -> str:
    """Return which rows are no data, and why."""
    rows = report.left_out
    if not rows:
        return ""
    shown = [(f"row {left.row}", left.reason) for left in rows[:MOST_ROWS]]
    return "\n".join([f"  left out: {left_out(report)}", columns(shown, indent=4), *_more(rows)])


def _more(rows: Sequence[object]) -> list[str]:
    """Return how many are not shown."""
    return [f"    and {len(rows) - MOST_ROWS:,} more"] if len(rows) > MOST_ROWS else []


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
    """Return the problems by kind, the worst first: where, what was found, what to do."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda problem: list(Severity).index(problem.severity)):
        kinds[problem.code].append(problem)
    counts = Counter(problem.severity for problem in problems)
    words = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
    heading = ", ".join(count(counts[severity], word) for severity, word in words if counts[severity])
    return "\n".join([f"Problems: {heading or 'none'}", *map(_kind, kinds.values())])


def _kind(problems: list[Problem]) -> str:
    """Return one kind of problem with its first rows."""
    first = problems[0]
    title = CATALOGUE[first.code].title if first.code in CATALOGUE else first.code.replace("_", " ")
    rows = columns((_place(each) for each in problems[:MOST_ROWS]), indent=4)
    heading = f"  {first.severity}: {title} ({len(problems):,})"
    return "\n".join([heading, rows, *_more(problems), f"    {first.remedy}"])


def _place(problem: Problem) -> tuple[str, str, str, str]:
    """Return where a problem is and what was found there."""
    return problem.file, f"row {problem.row}" if problem.row else "", problem.column or "", problem.found


def choosing(disputes: Sequence[Dispute]) -> str:
    """Return how another of several values is chosen than the one that is kept ("" where there is none)."""
    other = next(((one, value) for one in disputes for value in one.choices if value != one.kept), None)
    if other is None:
        return ""
    one, value = other
    answer = quote(f"{one.key}={value}")
    rest = ", for all of them --answer value=last (or first, or total: what adds up)"
    return f"Of two values another one is chosen with --answer {one_line(answer)}{rest if len(disputes) > 1 else ''}."


def _plan(plan: "ImportPlan", open_questions: int) -> str:
    """Return what an import changes; while a question is open nobody can know."""
    if open_questions:
        return f"On import: not known until {count(open_questions, 'open question')} {_be(open_questions)} answered."
    blanks = filled(plan)
    counts = [f"{plan.added:,} added", f"{plan.changed - plan.filled:,} changed"]
    counts += [f"{plan.filled:,} with blanks filled" + (f" ({blanks})" if blanks else "")] if plan.filled else []
    return f"On import: {', '.join(counts)}, {plan.same:,} the same, {plan.conflicting:,} in conflict."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"
